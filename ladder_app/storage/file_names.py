"""Names for new files: readable, allowed everywhere, and not taken yet."""

import re
from pathlib import Path

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_STEM_BYTES = 180


def file_stem(*parts: str) -> str:
    """The parts joined by a dash, without what some file system would not take; at most 180 bytes."""
    cleaned = (_NOT_IN_NAMES.sub(" ", part).strip(" .") for part in parts)
    stem = " – ".join(part for part in cleaned if part) or "Untitled"
    return stem.encode()[:_LONGEST_STEM_BYTES].decode(errors="ignore").rstrip(" .")


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A path in the folder that no file has: `stem`, else `stem 2`, `stem 3`, …"""
    number = 1
    path = folder / f"{stem}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{suffix}"
    return path
