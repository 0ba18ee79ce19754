"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from ladder_app.errors import CannotWrite, Problem

_ELSEWHERE = "save it somewhere else"
_NOT_ALLOWED = "You may not write here: no permission, or another program holds the file; " + _ELSEWHERE + "."
_LOCKED = -1
"""Not a number of the system's: the file itself is marked as one that may only be read."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

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


def write_atomically(path: Path, content: bytes, *, private: bool) -> None:
    """Replace the file at `path` by `content`, or leave everything as it was.

    The content goes to a temporary file in the same folder, reaches the disk and is then renamed. A symbolic
    link is followed; the mode of a file that was there is kept; a new one is the person's alone (0600) if
    `private`. Raises `CannotWrite` with the reason in words.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_to_keep(target)
        if mode is None and private:
            mode = 0o600
        temporary = target.with_name(f".ladder-{secrets.token_hex(8)}.tmp")
        try:
            _write(temporary, content, mode)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, ValueError) as error:
        raise CannotWrite(Problem(_reason(error), str(path))) from error
    _flush_folder(target.parent)


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
    if not found & 0o222 or not os.access(target, os.W_OK):
        raise OSError(_LOCKED, os.strerror(errno.EACCES))
    return stat.S_IMODE(found)


def _write(temporary: Path, content: bytes, mode: int | None) -> None:
    # A private file must never have been readable by others, not even while it is empty.
    descriptor = os.open(temporary, _CREATE, 0o666 if mode is None else 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can: Windows cannot open a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    number = getattr(error, "errno", None)
    if number in _REASONS:
        return _REASONS[number]
    return f"The file cannot be written ({getattr(error, 'strerror', None) or error}); {_ELSEWHERE}."
