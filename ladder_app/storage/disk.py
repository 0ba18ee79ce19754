"""What writing asks of the system, in one place, so that a test can put a disk there that fails."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Disk:
    """The disk of this machine. Every operation raises `OSError` as the system does."""

    def create(self, path: Path, mode: int) -> BinaryIO:
        """A new file to write to, with that mode from its first moment (less the umask)."""
        return os.fdopen(os.open(path, _CREATE, mode), "wb")

    def write(self, file: BinaryIO, content: bytes) -> None:
        """Hand the whole content to the system."""
        file.write(content)
        file.flush()

    def flush(self, descriptor: int) -> None:
        """Wait until what was written would survive a power cut."""
        os.fsync(descriptor)

    def set_mode(self, path: Path, mode: int) -> None:
        """Give a file exactly this mode."""
        path.chmod(mode)

    def replace(self, old: Path, new: Path) -> None:
        """Give a file another name, in place of what had that name."""
        old.replace(new)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file another name that no other file has."""
        old.rename(new)

    def remove(self, path: Path) -> None:
        """Take a file away; one that is not there is no fault."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Make one folder that only the person may enter; one that is there already is no fault."""
        path.mkdir(mode=0o700, exist_ok=True)


DISK = Disk()
