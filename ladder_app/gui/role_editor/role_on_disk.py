"""A role file as the role editor meets it: read beside its window, and written so that nobody's words are lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.storage.file_stamp import FileStamp, file_stamp

if TYPE_CHECKING:
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.storage.disk import Disk


@dataclass(frozen=True, slots=True)
class RoleOnDisk:
    """A role, and what was found with it: its file, the stamp of that, and whether it has comments.

    A role that is in no file of its own, be it new or one that comes with the program, has no path.
    """

    role: Role
    path: Path | None = None
    stamp: FileStamp = field(default_factory=FileStamp)
    has_comments: bool = False


def read_for_editing(path: Path) -> RoleOnDisk:
    """The role in a file; one that comes with the program is a copy, and in no file. Raises `FileError`."""
    from ladder_app.storage.places import roles_folder
    from ladder_app.storage.reading import read_text
    from ladder_app.storage.roles import role_from_text

    # Whoever writes it while it is read is noticed: the stamp is then an older one.
    stamp = file_stamp(path)
    text = read_text(path)
    role = role_from_text(text, str(path))
    if path.resolve().parent == roles_folder().resolve():
        return RoleOnDisk(role)
    return RoleOnDisk(role, path, stamp, any(line.lstrip().startswith("#") for line in text.splitlines()))


def write_role(path: Path, role: Role, expected: FileStamp | None, disk: Disk) -> FileStamp | None:
    """Write the role, and give the stamp of its file; none where that is not as `expected`, and not written.

    Without an `expected` stamp whatever is there is written over. Raises `CannotWrite`.
    """
    from ladder_app.storage.roles import save_role

    if expected is not None and file_stamp(path) != expected:
        return None
    save_role(path, role, disk)
    return file_stamp(path)
