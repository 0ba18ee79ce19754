"""Who has a file open: said beside the file, so that other machines that see the folder see it too.

It is a note, not a barrier: nothing here waits, and a file that nobody can lock can still be opened.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ladder_app.errors import CannotWrite
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.life import Life, is_running
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST_NOTE = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: the account, the machine, the number of the process, since when (UTC).

    `seen` is when its Ladder last said so; `home` stands for the folder that keeps what is its own.
    """

    user: str
    machine: str
    process: int
    since: datetime
    seen: datetime
    token: str
    home: str
    is_this_machine: bool

    def silent_for(self, now: datetime) -> timedelta:
        """How long nothing was heard of it. Another machine that stays silent for long may have ended."""
        return now - self.seen


class DocumentLock:
    """This Ladder's note that it has a file open."""

    def __init__(self, path: Path, life: Life, disk: Disk = DISK) -> None:
        self._path = path
        self._found_notes: tuple[Path, ...] = ()
        self._life = life
        self._disk = disk
        self._since = datetime.now(UTC)
        self._mine: Path | None = None

    @property
    def _notes(self) -> tuple[Path, ...]:
        # Found when first asked for: a path is looked up on its disk, and that may be far away.
        self._found_notes = self._found_notes or tuple(_notes_about(self._path))
        return self._found_notes

    @property
    def taken(self) -> bool:
        """Whether it says so on disk."""
        return self._mine is not None

    def holder(self) -> Holder | None:
        """Which other Ladder has the file open; None if none does. Raises nothing.

        The note of a process of this machine that has ended counts for nothing.
        """
        for note in self._notes:
            found = _read(note)
            if found is not None and found.token != self._life.token and _is_alive(found):
                return found
        return None

    def take(self) -> Holder | None:
        """Say that this Ladder has the file open, or give the one that has. Raises nothing, waits for nothing.

        Where no note can be written there is none, and the file can be opened nevertheless.
        """
        found = self.holder()
        if found is None:
            self.take_over()
        return found

    def take_over(self) -> None:
        """Say that this Ladder has the file open, whoever said so before. Raises nothing."""
        for note in self._notes:
            with suppress(CannotWrite, OSError):
                if note.is_symlink():  # others may write in that folder, and a link would lead where only we may
                    continue
                if note.parent == _own_folder():
                    make_private_folder(note.parent, self._disk)
                write_atomically(note, self._said(), private=True, durable=False, disk=self._disk)
                self._mine = note
                return

    def is_ours(self) -> bool:
        """Whether no other Ladder has taken the file over, as far as the note says. Raises nothing."""
        found = None if self._mine is None else _read(self._mine)
        return found is None or found.token == self._life.token

    def still_here(self) -> bool:
        """Say again that the file is open here; about once a minute. Whether no other Ladder has taken it over."""
        if self._mine is None:
            return True
        found = _read(self._mine)
        if found is not None and found.token != self._life.token:
            self._mine = None
            return False
        self.take_over()
        return True

    def release(self) -> None:
        """The file is not open here any more. Raises nothing.

        What was said since by whoever opened it again stays, be it this Ladder.
        """
        mine, self._mine = self._mine, None
        found = None if mine is None else _read(mine)
        if mine is not None and found is not None and (found.token, found.since) == (self._life.token, self._since):
            with suppress(OSError):
                self._disk.remove(mine)

    def _said(self) -> bytes:
        import json

        return json.dumps(
            {
                "user": _user(),
                "machine": _machine(),
                "process": os.getpid(),
                "since": self._since.isoformat(),
                "seen": datetime.now(UTC).isoformat(),
                "token": self._life.token,
                "home": _home(),
            }
        ).encode()


def _notes_about(path: Path) -> Iterator[Path]:
    """Where a note about the file may be: beside it, or with the person's own things where that cannot be."""
    import hashlib

    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    yield Path(folder) / f".ladder-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.lock"
    yield _own_folder() / f"{hashlib.sha256(os.fsencode(real)).hexdigest()[:32]}.lock"


def _own_folder() -> Path:
    return data_folder() / "locks"


def _read(note: Path) -> Holder | None:
    """What a note says; None if there is none, or none that can be understood."""
    import json

    try:
        said = json.loads(_read_at_once(note))
        return Holder(
            user=str(said["user"]),
            machine=str(said["machine"]),
            process=int(said["process"]),
            since=datetime.fromisoformat(said["since"]).astimezone(UTC),
            seen=datetime.fromisoformat(said["seen"]).astimezone(UTC),
            token=str(said["token"]),
            home=str(said["home"]),
            is_this_machine=said["machine"] == _machine(),
        )
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _read_at_once(note: Path) -> bytes:
    """What is in a small file. Raises `OSError` for a pipe, on which reading would wait."""
    descriptor = os.open(note, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_LARGEST_NOTE)


def _is_alive(holder: Holder) -> bool:
    if not holder.is_this_machine:
        return True
    return is_running(holder.token) if holder.home == _home() else _has_process(holder.process)


def _has_process(number: int) -> bool:
    """Whether this machine has a process of that number. Only where nothing better can be asked: numbers come back."""
    if os.name == "nt":  # pragma: no cover - to ask there would end the process
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _home() -> str:
    import hashlib

    return hashlib.sha256(os.fsencode(data_folder())).hexdigest()[:16]


def _machine() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
