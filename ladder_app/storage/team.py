"""A folder of assessments → what a manager sees of each; a second look reads only what changed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from ladder_app.domain.team import Member, member
from ladder_app.domain.values import Frozen
from ladder_app.errors import CannotWrite, LadderError, Problem, UnreadableFile
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
SUFFIXES = (".assessment.yaml", ".assessment.yml")

_KNOWN_FORMAT = "ladder-team/1"
_WORTH_A_PROCESS = 200
"""Fewer files than this are read before a second process has started."""
_AT_A_TIME = 20
"""So many files are handed to a process at once: few enough that progress moves and cancelling is quick."""


class _Fault(Frozen):
    message: str
    line: int | None = None
    column: int | None = None


class Entry(Frozen):
    """One file of a team: the `member` in it, or what keeps it from being read."""

    path: str
    stamp: FileStamp
    member: Member | None = None
    faults: tuple[_Fault, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps it from being read, each with file and place."""
        return tuple(Problem(fault.message, self.path, fault.line, fault.column) for fault in self.faults)


class _Known(Frozen):
    """What the last look at a folder found."""

    format: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """What a look at a folder found, in the order of the files' names."""

    folder: Path
    entries: tuple[Entry, ...]
    read_anew: int

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple(entry.member for entry in self.entries if entry.member is not None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files that could not be read."""
        return tuple(problem for entry in self.entries for problem in entry.problems)


def team_files(folder: Path) -> list[Path]:
    """The assessment files in a folder and the folders in it, by name; hidden ones are passed over.

    Raises `UnreadableFile` for a folder that is not there or may not be entered.
    """
    try:
        with os.scandir(folder):
            pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFile(Problem(f"The folder cannot be opened: {reason}.", str(folder))) from error
    found = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at, name) for name in names if name.endswith(SUFFIXES) and not name.startswith(".")]
    return sorted(found)


class TeamReader:
    """Reads the team in one folder, with as many processes as the machine has cores where that pays.

    What was found is kept in the person's own data folder, for them alone, and a file that has not
    changed since is not read again.
    """

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self._folder = folder
        self._disk = disk
        self._kept = data_folder() / "teams" / f"{sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:32]}.json"

    def read(
        self, progress: Callable[[int, int], object] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Team | None:
        """The team; None if it was cancelled, with what was read by then kept.

        `progress` is called with how many of how many files are done. Raises `UnreadableFile` for the folder;
        files that cannot be read are entries that say why.
        """
        paths = team_files(self._folder)
        known = {entry.path: entry for entry in self._known()}
        entries: dict[str, Entry] = {}
        anew: list[str] = []
        for path in map(str, paths):
            before = known.get(path)
            # What kept a file from being read may have gone without a trace in its stamp.
            if before is not None and before.member is not None and file_stamp(Path(path)) == before.stamp:
                entries[path] = before
            else:
                anew.append(path)
        tell = progress or _tell_nobody
        tell(len(entries), len(paths))
        whole = True
        for some in _read(anew):
            entries.update((entry.path, entry) for entry in some)
            tell(len(entries), len(paths))
            if cancelled is not None and cancelled():
                whole = len(entries) == len(paths)
                break
        ordered = tuple(entries[name] for name in map(str, paths) if name in entries)
        if anew or len(known) != len(entries):
            self._keep(ordered)
        return Team(self._folder, ordered, len(anew)) if whole else None

    def _known(self) -> tuple[Entry, ...]:
        try:
            found = TypeAdapter(_Known).validate_json(self._kept.read_bytes())
        except (OSError, ValidationError):
            return ()
        return found.entries if found.format == _format() else ()

    def _keep(self, entries: tuple[Entry, ...]) -> None:
        try:
            make_private_folder(self._kept.parent, self._disk)
            text = _Known(format=_format(), entries=entries).model_dump_json(exclude_defaults=True)
            write_atomically(self._kept, text.encode(), private=True, durable=False, disk=self._disk)
        except CannotWrite:
            pass  # the next look reads all again, and nothing is lost


def _format() -> str:
    """Changes with whatever decides what is kept, so that a newer Ladder works everything out anew."""
    from ladder_app import __version__

    return f"{_KNOWN_FORMAT} {__version__}"


def _read(paths: Sequence[str]) -> Iterator[list[Entry]]:
    """The entries of the files, some at a time, as they come in."""
    portions = [paths[start : start + _AT_A_TIME] for start in range(0, len(paths), _AT_A_TIME)]
    cores = min(os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1, len(portions))
    if cores < 2 or len(paths) < _WORTH_A_PROCESS:
        yield from map(_entries, portions)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A process that is started anew shares no locks with the threads of a window.
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
    waiting = {pool.submit(_entries, portion): portion for portion in portions}
    try:
        for done in as_completed(waiting):
            yield done.result()
            del waiting[done]
    except BrokenProcessPool:
        # The system has ended a process, for want of memory most likely: what is left is read here.
        yield from map(_entries, list(waiting.values()))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _entries(paths: Iterable[str]) -> list[Entry]:
    return [_entry(path) for path in paths]


def _entry(path: str) -> Entry:
    stamp = file_stamp(Path(path))
    make = partial(Entry, path=path, stamp=stamp)
    try:
        assessment = load_assessment(Path(path))
    except LadderError as error:
        faults = tuple(_Fault(message=p.message, line=p.line, column=p.column) for p in error.problems)
        return make(faults=faults)
    touched = date.fromtimestamp((stamp.modified_ns or 0) / 1e9)
    return make(member=member(assessment, touched))


def _tell_nobody(_done: int, _of: int) -> None: ...
