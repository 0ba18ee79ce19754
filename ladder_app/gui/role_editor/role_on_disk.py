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
    """A role, and what was found with it: its file, the stamp and the text of that.

    A role that is in no file of its own, be it new or one that comes with the program, has no path.
    """

    role: Role
    path: Path | None = None
    stamp: FileStamp = field(default_factory=FileStamp)
    text: str = ""
    is_new: bool = False
    """Whether it begins here, so that nobody has rated with it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the text, and the stamp of the file. Without a stamp nothing was written: it would have
    `lost` these comments, or the file is another by now."""

    text: str
    stamp: FileStamp | None = None
    lost: tuple[str, ...] = ()


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
        return RoleOnDisk(role, text=text)
    return RoleOnDisk(role, path, stamp, text)


def write_role(path: Path, role: Role, text: str, expected: FileStamp | None, disk: Disk) -> Written:
    """Write the role: into that text of it, where there is one, so that what did not change keeps its words.

    What would lose comments is not written; nor is what is not as `expected` and says something else by now. Without
    an `expected` stamp whatever is there is written over. Raises `CannotWrite`.
    """
    from ladder_app.storage.atomic import write_atomically
    from ladder_app.storage.role_in_text import lost_comments, role_in_text

    if expected is not None:
        there = text if file_stamp(path) == expected else _same_in(path, text)
        if there is None:
            return Written(text)
        text = there
    after = role_in_text(text, role)
    lost = lost_comments(text, after) if expected is not None else ()
    if lost:
        return Written(text, lost=lost)
    return Written(after, write_atomically(path, after.encode(), private=False, disk=disk))


def _same_in(path: Path, text: str) -> str | None:
    """What a file says by now, where that is the same role as in the text it had: comments and the like differ."""
    from ladder_app.domain.role_editing import is_same
    from ladder_app.errors import FileError
    from ladder_app.storage.reading import read_text
    from ladder_app.storage.roles import role_from_text

    try:
        now = read_text(path)
        return now if is_same(role_from_text(now), role_from_text(text)) else None
    except FileError:
        return None
