"""Whether a file on disk is still the one that was read or written here."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What changes about a file when anybody writes it; all None while there is none."""

    modified_ns: int | None = None
    size: int | None = None
    inode: int | None = None

    @property
    def modified(self) -> datetime | None:
        """When it was last written; None where that is no time."""
        try:
            return None if self.modified_ns is None else datetime.fromtimestamp(self.modified_ns / 1e9, UTC)
        except (OSError, ValueError, OverflowError):
            return None


def file_stamp(path: Path) -> FileStamp:
    """The stamp of the file at a path; that of no file where it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return FileStamp()
    return FileStamp(found.st_mtime_ns, found.st_size, found.st_ino)
