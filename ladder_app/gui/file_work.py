"""What saving does with a document's file, on a thread of its own."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from ladder_app.errors import CannotWrite, FileError, LadderError
from ladder_app.gui.fault_words import fault_words
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.patience import answered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment

_PATIENCE_S = 0.5
_KEEPING = Lock()
"""While the disk of the versions does not answer, one of those who write waits for it, and no more."""


@dataclass(frozen=True, slots=True)
class FoundOnDisk:
    """What another program wrote into the document's file; no assessment where it cannot be read."""

    stamp: FileStamp
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a piece of work on the file: it was written, or why not, or what was met there.

    It `is_gone` where there was one, and nothing is in its place now; it `is_lost` where another Ladder has taken
    it over.
    """

    written: Assessment | None = None
    stamp: FileStamp = field(default_factory=FileStamp)
    fault: str = ""
    found: FoundOnDisk | None = None
    is_gone: bool = False
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A state that is in a file, and the stamp which that has since."""

    assessment: Assessment
    stamp: FileStamp


@dataclass(frozen=True, slots=True)
class Renamed:
    """Where a file is now, and its stamp there."""

    path: Path
    stamp: FileStamp


def always() -> bool:
    """Said of a file that is ours whatever happens: nobody else can say that they have it."""
    return True


def write_file(
    path: Path, assessment: Assessment, expected: FileStamp | None, is_ours: Callable[[], bool] = always
) -> Outcome:
    """Write the file unless somebody else wrote it meanwhile, and keep the state among the versions.

    Without an `expected` stamp whatever is there is written over. A file that is gone is written again, and one that
    is not ours any more is left alone.
    """
    if not is_ours():
        return Outcome(is_lost=True)
    met = Outcome() if expected is None else look_at(path, expected)
    if met.found is not None:
        return met
    try:
        written = write_over(path, assessment)
    except LadderError as error:
        return Outcome(fault=fault_of(error))
    return Outcome(written.assessment, written.stamp)


def write_over(path: Path, assessment: Assessment, disk: Disk = DISK) -> Written:
    """Write the file, whatever is there, and keep the state among the versions. Raises `CannotWrite`."""
    from ladder_app.storage.assessments import save_assessment

    stamp = save_assessment(path, assessment, disk)
    # The file itself is written; a version less is no reason to worry the person, nor to let them wait.
    if _KEEPING.acquire(timeout=_PATIENCE_S):
        with suppress(LadderError):
            answered(partial(_keep, assessment, path), _PATIENCE_S)
    return Written(assessment, stamp)


def _keep(assessment: Assessment, path: Path) -> None:
    from ladder_app.storage.versions import Versions

    try:
        Versions(assessment.id).keep(assessment, datetime.now(UTC), path)
    finally:
        _KEEPING.release()


def renamed(path: Path, name: str, disk: Disk) -> Renamed:
    """Give the file another name. Raises `CannotWrite`; nothing has changed then."""
    from ladder_app.storage.renaming import rename_file

    to = rename_file(path, name, disk)
    return Renamed(to, file_stamp(to))


def fault_of(error: LadderError) -> str:
    """What went wrong, as the status bar says it."""
    return fault_words(error.problems)


def look_at(path: Path, expected: FileStamp) -> Outcome:
    """What another program wrote into the file, if it did, or that the file is gone."""
    from ladder_app.storage.assessments import load_assessment

    stamp = file_stamp(path)
    if stamp == expected:
        return Outcome()
    if stamp == FileStamp():
        return Outcome(is_gone=True)
    try:
        return Outcome(found=FoundOnDisk(stamp, load_assessment(path)))
    except FileError:
        return Outcome(found=FoundOnDisk(stamp, None))


def copied(path: Path, assessment: Assessment, kept_in: Path | None, disk: Disk) -> None:
    """Write a copy of the assessment, and never over the file it is kept in. Raises `CannotWrite`."""
    from ladder_app.storage.assessments import save_assessment

    _refuse_same(path, kept_in)
    save_assessment(path, assessment, disk)


def saved_as(path: Path, assessment: Assessment, kept_in: Path | None, disk: Disk, *, is_own: bool) -> Written:
    """Write the file; a reviewer takes nothing private along, not over the person’s. Raises `CannotWrite`."""
    from ladder_app.report.sharing import shared

    if is_own:
        return write_over(path, assessment, disk)
    _refuse_same(path, kept_in)
    return write_over(path, shared(assessment), disk)


def _refuse_same(path: Path, kept_in: Path | None) -> None:
    if kept_in is not None and is_same_file(path, kept_in):
        raise CannotWrite("It is the file that is open; a copy has a name of its own.")


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, by whatever links and detours. Asks the disk."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def with_ending(path: Path) -> Path:
    """The path a person chose, with the ending that files of assessments have."""
    return path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ASSESSMENT_SUFFIX)


def named_for(purpose: str, path: Path) -> Path:
    """A path beside this one whose name says what it is for; without a purpose the same."""
    if not purpose:
        return path
    stem = path.name.removesuffix(path.suffix).removesuffix(".assessment")
    return path.with_name(f"{stem} {purpose}{ASSESSMENT_SUFFIX}")
