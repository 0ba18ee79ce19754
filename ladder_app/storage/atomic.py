"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from ladder_app.errors import CannotWrite, Problem
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.file_stamp import FileStamp, file_stamp

_ELSEWHERE = "save it somewhere else"
_NOT_ALLOWED = "You may not write here: no permission, or another program holds the file; " + _ELSEWHERE + "."
_LOCKED = -1
"""Not a number of the system's: the file itself is marked as one that may only be read."""

_WITHOUT_MODES = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What disks say that know no modes, or not from everybody: sticks with FAT, network drives."""

_REASONS = {
    _LOCKED: "This file may only be read, not changed; unlock it, or " + _ELSEWHERE + ".",
    # Windows knows no quotas; there this is overruled by the next.
    getattr(errno, "EDQUOT", errno.ENOSPC): "Your share of the disk is full; make room, or " + _ELSEWHERE + ".",
    errno.ENOSPC: "The disk is full; make room, or " + _ELSEWHERE + ".",
    errno.EFBIG: "The file would be larger than this disk or account allows; " + _ELSEWHERE + ".",
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: "This disk can only be read, not written; " + _ELSEWHERE + ".",
    errno.ENAMETOOLONG: "The name is too long; choose a shorter one.",
    errno.ENOENT: "The folder is not there (any more); bring it back, or " + _ELSEWHERE + ".",
    errno.ENOTDIR: "The folder is not there (any more); bring it back, or " + _ELSEWHERE + ".",
    errno.EISDIR: "There is a folder of that name; choose another name.",
    errno.ELOOP: "The link at this name leads in a circle; remove it, or " + _ELSEWHERE + ".",
}


def write_atomically(
    path: Path, content: bytes, *, private: bool, durable: bool = True, disk: Disk = DISK
) -> FileStamp:
    """Replace the file at `path` by `content`, or leave everything as it was; gives the stamp of what was written.

    The content goes to a temporary file in the same folder, reaches the disk and is then renamed. A symbolic
    link is followed; the mode of a file that was there is kept; a new one is the person's alone (0600) if
    `private`. What is not `durable` survives the end of the program at any moment, but not a power cut, and
    is not waited for. Raises `CannotWrite` with the reason in words.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_to_keep(target)
        if mode is None and private:
            mode = 0o600
        temporary = target.with_name(f".ladder-{os.urandom(8).hex()}.tmp")
        try:
            _write(temporary, content, mode, durable, disk)
            # A file keeps it with its new name; under that, it may be another program's a moment later.
            stamp = file_stamp(temporary)
            disk.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                disk.remove(temporary)
            raise
    except (OSError, ValueError) as error:
        raise CannotWrite(Problem(_reason(error), str(path))) from error
    if durable:
        _flush_folder(target.parent, disk)
    return stamp


def make_private_folder(folder: Path, disk: Disk = DISK) -> None:
    """Make the folder and those around it that are missing, each for the person alone (0700).

    Raises `CannotWrite`. A folder that is there keeps its mode.
    """
    try:
        missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
        for each in reversed(missing):
            disk.make_folder(each)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotWrite(Problem(f"The folder cannot be made: {reason}.", str(folder))) from error


def _mode_to_keep(target: Path) -> int | None:
    """The permission bits of the file that will be replaced; None if there is none. Raises `OSError`."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found):
        raise OSError(errno.EINVAL, "this is a device, not a file")
    # Replacing needs only the folder's permission; a file that was locked against writing is to stay as it is.
    if not found & 0o222:
        raise OSError(_LOCKED, os.strerror(errno.EACCES))
    if not os.access(target, os.W_OK):
        os.close(os.open(target, os.O_WRONLY))  # says why not
    return stat.S_IMODE(found)


def _write(temporary: Path, content: bytes, mode: int | None, durable: bool, disk: Disk) -> None:
    # A private file must never have been readable by others, not even while it is empty.
    with disk.create(temporary, 0o666 if mode is None else 0o600) as file:
        disk.write(file, content)
        if durable:
            disk.flush(file.fileno())
    if mode is not None:
        _set_mode(temporary, mode, disk)


def _set_mode(temporary: Path, mode: int, disk: Disk) -> None:
    try:
        disk.set_mode(temporary, mode)
    except OSError as error:
        # It was made for the person alone, so without its mode it is readable to fewer at most.
        if error.errno not in _WITHOUT_MODES:
            raise


def _flush_folder(folder: Path, disk: Disk) -> None:
    """Make the new name last through a power cut, where the system can: Windows cannot open a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            disk.flush(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    number = getattr(error, "errno", None)
    if number in _REASONS:
        return _REASONS[number]
    return f"The file cannot be written ({getattr(error, 'strerror', None) or error}); {_ELSEWHERE}."
