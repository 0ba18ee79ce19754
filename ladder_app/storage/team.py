"""A folder of assessments → what a manager sees of each; a second look reads only what changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from ladder_app.domain.team import Member, member
from ladder_app.domain.values import Frozen
from ladder_app.errors import CannotWrite, LadderError, Problem, UnreadableFile
from ladder_app.storage.assessments import assessment_from_text, load_assessment
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
SUFFIXES = (".assessment.yaml", ".assessment.yml")
PDF_SUFFIX = ".pdf"

_KNOWN_FORMAT = "ladder-team/1"
_WORTH_A_PROCESS = 200
"""Fewer files than this are read before a second process has started."""
_AT_A_TIME = 20
"""So many files are handed to a process at once: few enough that progress moves and cancelling is quick."""


TakenOut = Callable[[Path], str]


class _Fault(Frozen):
    message: str
    line: int | None = None
    column: int | None = None


class Entry(Frozen):
    """One file of a team: the `member` in it, or what keeps it from being read; neither for a PDF without one."""

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


@dataclass(frozen=True)
class Team:
    """What a look at a folder found, in the order of the files' names."""

    folder: Path
    entries: tuple[Entry, ...]
    read_anew: int

    @cached_property
    def people(self) -> tuple[tuple[str, Member], ...]:
        """Each person's newest file with what is in it; older copies of the same assessment are left out."""
        newest: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.member is not None:
                known = newest.get(entry.member.assessment_id)
                if known is None or (known.stamp.modified_ns or 0) < (entry.stamp.modified_ns or 0):
                    newest[entry.member.assessment_id] = entry
        return tuple((entry.path, entry.member) for entry in newest.values() if entry.member is not None)

    @property
    def older_copies(self) -> int:
        """How many files hold an older state of somebody who is among the people."""
        return sum(entry.member is not None for entry in self.entries) - len(self.people)

    @property
    def unread(self) -> int:
        """How many files could not be read."""
        return sum(bool(entry.faults) for entry in self.entries)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files that could not be read."""
        return tuple(problem for entry in self.entries for problem in entry.problems)


def team_files(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """The files with these endings in a folder and the folders in it, by name; hidden ones are passed over.

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
        found += [Path(at, name) for name in names if name.lower().endswith(suffixes) and not name.startswith(".")]
    return sorted(found)


class TeamReader:
    """Reads the team in one folder, with as many processes as the machine has cores where that pays.

    What was found is kept in the person's own data folder, for them alone, and a file that has not
    changed since is not read again. `taken_out` gives the text of the assessment in a PDF, an empty one
    where it carries none, and raises `FileError`; without it PDFs are passed over. It is a function of a module,
    since other processes call it.
    """

    def __init__(self, folder: Path, taken_out: TakenOut | None = None, disk: Disk = DISK) -> None:
        self._folder = folder
        self._taken_out = taken_out
        self._disk = disk
        self._kept = data_folder() / "teams" / f"{sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:32]}.json"

    def read(
        self, progress: Callable[[int, int], object] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Team | None:
        """The team; None if it was cancelled, with what was read by then kept.

        `progress` is called with how many of how many files are done. Raises `UnreadableFile` for the folder;
        files that cannot be read are entries that say why.
        """
        paths = team_files(self._folder, SUFFIXES if self._taken_out is None else (*SUFFIXES, PDF_SUFFIX))
        known = {entry.path: entry for entry in self._known()}
        entries: dict[str, Entry] = {}
        anew: list[str] = []
        for path in map(str, paths):
            before = known.get(path)
            # What kept a file from being read may have gone without a trace in its stamp.
            if before is not None and not before.faults and file_stamp(Path(path)) == before.stamp:
                entries[path] = before
            else:
                anew.append(path)
        tell = progress or _tell_nobody
        tell(len(entries), len(paths))
        whole = True
        for some in _read(anew, self._taken_out):
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


def _read(paths: Sequence[str], taken_out: TakenOut | None) -> Iterator[list[Entry]]:
    """The entries of the files, some at a time, as they come in."""
    portions = [paths[start : start + _AT_A_TIME] for start in range(0, len(paths), _AT_A_TIME)]
    cores = min(os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count() or 1, len(portions))
    if cores < 2 or len(paths) < _WORTH_A_PROCESS:
        yield from (_entries(portion, taken_out) for portion in portions)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A process that is started anew shares no locks with the threads of a window.
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
    waiting = {pool.submit(_entries, portion, taken_out): portion for portion in portions}
    try:
        for done in as_completed(waiting):
            yield done.result()
            del waiting[done]
    except BrokenProcessPool:
        # The system has ended a process, for want of memory most likely: what is left is read here.
        yield from [_entries(portion, taken_out) for portion in waiting.values()]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _entries(paths: Iterable[str], taken_out: TakenOut | None) -> list[Entry]:
    return [_entry(path, taken_out) for path in paths]


def _entry(path: str, taken_out: TakenOut | None) -> Entry:
    stamp = file_stamp(Path(path))
    make = partial(Entry, path=path, stamp=stamp)
    try:
        if taken_out is not None and path.lower().endswith(PDF_SUFFIX):
            text = taken_out(Path(path))
            if not text:
                return make()
            assessment = assessment_from_text(text, path)
        else:
            assessment = load_assessment(Path(path))
    except LadderError as error:
        faults = tuple(_Fault(message=p.message, line=p.line, column=p.column) for p in error.problems)
        return make(faults=faults)
    touched = date.fromtimestamp((stamp.modified_ns or 0) / 1e9)
    return make(member=member(assessment, touched))


def _tell_nobody(_done: int, _of: int) -> None: ...
