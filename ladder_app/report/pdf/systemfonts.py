"""The fonts of the computer, for characters that the fonts of the report lack.

Looked for only when such a character turns up, and remembered until the program ends.
"""

from __future__ import annotations

import os
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.report.pdf.fontfiles import font_file, fonts_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ladder_app.report.pdf.fontfiles import FontFile

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
# Upright cuts of middle weight without serifs come first; the names say which they are.
_UNLIKE_THE_FAMILY = re.compile("italic|oblique|mono|cond|light|thin|black|serif|roman|kufi|nastaliq|ui-", re.I)
_BOLD = re.compile("bold|semi|demi|medium|heavy|extra", re.I)
_SANS = re.compile("sans", re.I)


def system_font(code: int, *, bold: bool) -> FontFile | None:
    """The font of the computer that suits best and draws the character; None if there is none."""
    for path in _ordered_files(bold):
        for font in _fonts(path):
            if code in font.codes and font.draws(code):
                return font
    return None


def font_folders(environ: Mapping[str, str], platform: str, home: Path) -> tuple[Path, ...]:
    """Where the operating system keeps its fonts and the person theirs."""
    if platform == "win32":
        folders = [Path(environ.get("WINDIR", r"C:\Windows"), "Fonts")]
        if "LOCALAPPDATA" in environ:
            folders.append(Path(environ["LOCALAPPDATA"], "Microsoft", "Windows", "Fonts"))
        return tuple(folders)
    if platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return (*(Path(folder, "fonts") for folder in (*shared.split(":"), own) if folder), home / ".fonts")


@lru_cache(maxsize=1)
def _files() -> tuple[Path, ...]:
    found: set[Path] = set()
    for folder in font_folders(os.environ, sys.platform, Path.home()):
        for below, _, names in os.walk(folder):
            found.update(Path(below, name) for name in names if name.lower().endswith(_ENDINGS))
    return tuple(found)


@lru_cache(maxsize=2)
def _ordered_files(bold: bool) -> tuple[Path, ...]:
    def unlikeness(path: Path) -> tuple[bool, bool, bool, int, str]:
        name = path.stem
        return (
            _UNLIKE_THE_FAMILY.search(name) is not None,
            _SANS.search(name) is None,
            (_BOLD.search(name) is not None) != bold,
            len(name),
            str(path),
        )

    return tuple(sorted(_files(), key=unlikeness))


@lru_cache(maxsize=4096)
def _fonts(path: Path) -> tuple[FontFile, ...]:
    """The fonts of a file that can be used; those at fault are passed over."""
    return tuple(_usable(path))


def _usable(path: Path) -> Iterator[FontFile]:
    try:
        count = min(fonts_in(path), 64)
    except Exception:
        return
    for index in range(count):
        try:
            yield font_file(path, index)
        except Exception:  # noqa: S112 – as above
            continue
