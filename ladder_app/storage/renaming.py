"""Giving a file another name without losing one that has that name already."""

import errno
from pathlib import Path

from ladder_app.errors import CannotWrite, Problem
from ladder_app.storage.disk import DISK, Disk

_SAVE_AS = "save it under that name somewhere else"
_REASONS = {
    errno.ENAMETOOLONG: "The name is too long; choose a shorter one.",
    errno.EINVAL: "This disk has no such names; leave out signs such as : ? * and choose another.",
    errno.EACCES: f"You may not change names in this folder; {_SAVE_AS}.",
    errno.EPERM: f"You may not change names in this folder; {_SAVE_AS}.",
    errno.EROFS: f"This disk can only be read, not written; {_SAVE_AS}.",
    errno.ENOSPC: f"The disk is full; make room, or {_SAVE_AS}.",
    errno.ENOENT: f"The file is not there under its old name (any more); {_SAVE_AS}.",
}


def rename_file(path: Path, name: str, disk: Disk = DISK) -> Path:
    """Give the file another name in its folder; gives the new path.

    Raises `CannotWrite` where the name is taken or not possible; nothing has changed then.
    """
    target = path.with_name(name) if name and Path(name).name == name else None
    if target is None:
        raise CannotWrite(Problem(f"“{name}” is not a name for a file; leave out / and the like.", str(path)))
    try:
        if target.exists() and not target.samefile(path):
            raise CannotWrite(Problem(f"There is a file called “{name}” already; choose another name.", str(path)))
        disk.rename(path, target)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        reason = _REASONS.get(getattr(error, "errno", 0), f"The file cannot be renamed ({said}); {_SAVE_AS}.")
        raise CannotWrite(Problem(reason, str(path))) from error
    return target
