"""Giving a file another name without losing one that has that name already."""

from pathlib import Path

from ladder_app.errors import CannotWrite, Problem
from ladder_app.storage.disk import DISK, Disk


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
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(Problem(f"The file cannot be renamed: {reason}.", str(path))) from error
    return target
