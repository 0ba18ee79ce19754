"""Which running Ladder something belongs to, and whether that one still runs.

The number of a process says neither: after a crash or a restart another program has it. So each running Ladder
holds the system's lock on a file of its own, and the system lets go of it the moment the process ends, however
it ends. The libraries for such locks take 50 ms to import, and every start would wait for them; of all they do
one call is needed.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ladder_app.errors import CannotWrite
from ladder_app.storage.atomic import make_private_folder
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from pathlib import Path

_OPEN = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
_TIDY_AFTER_S = 24 * 3600.0


class Life:
    """This running Ladder. `token` stands for it in files; nothing else ever has the same.

    Where the data folder cannot be written it is `held` by nothing, and others take the token for that of a
    Ladder that has ended. Without `at_once` that waits for `begin`, on any thread. Raises nothing.
    """

    def __init__(self, disk: Disk = DISK, *, at_once: bool = True) -> None:
        self.token = os.urandom(12).hex()
        self._path = _file_of(self.token)
        self._disk = disk
        self._descriptor: int | None = None
        if at_once:
            self.begin()

    def begin(self) -> None:
        """Let others tell that this Ladder runs."""
        with suppress(OSError, CannotWrite):
            make_private_folder(self._path.parent, self._disk)
            self._descriptor = os.open(self._path, _OPEN | os.O_CREAT | os.O_EXCL, 0o600)
            _lock(self._descriptor)

    @property
    def held(self) -> bool:
        """Whether others can tell that this Ladder runs."""
        return self._descriptor is not None

    def end(self) -> None:
        """Nothing belongs to this Ladder any more. Ending twice is no fault."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()


def is_running(token: str) -> bool:
    """Whether the Ladder of that token, of this person on this machine, still runs."""
    return token.isalnum() and _is_locked(_file_of(token))


def tidy_lives() -> None:
    """Take away what Ladders that ended long ago, and not by themselves, have left."""
    for path in _folder().glob("*.lock"):
        # One that is just beginning has its file, and not yet its lock.
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _TIDY_AFTER_S and not _is_locked(path):
                path.unlink()


def _is_locked(path: Path) -> bool:
    try:
        descriptor = os.open(path, _OPEN)
    except OSError:
        return False
    try:
        _lock(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _folder() -> Path:
    return data_folder() / "running"


def _file_of(token: str) -> Path:
    return _folder() / f"{token}.lock"


if sys.platform == "win32":  # pragma: no cover - the other system's half

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        """Lock an open file for this process without waiting. Raises `OSError` where another holds it."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
