"""Every edit is on disk the moment it is made, apart from the document's own file, until that one has it too.

A recovery file is an assessment file with one comment on top, so that it opens by hand as well. It belongs to
the Ladder that wrote it (see `life`); what belongs to one that has ended is there to be restored.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ladder_app.errors import FileError, NewerFormat, NoAnswer
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, assessment_text, load_assessment
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.life import Life, is_running
from ladder_app.storage.patience import answered
from ladder_app.storage.places import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.assessment import Assessment

_MARK = "# ladder-recovery/1 "
_BROKEN = ".broken"
_PATIENCE_S = 3.0
"""So long is waited for the disk of a document; what is left is offered even where it does not answer."""


def recovery_folder() -> Path:
    """Where recovery files are; it may not exist yet."""
    return data_folder() / "recovery"


class Recovery:
    """The recovery file of one open document.

    `path` is where the document is kept, None while it is in no file; it may change as the document does.
    `origin` is the name of what a document in no file came out of, empty if of nothing.
    """

    def __init__(self, life: Life, path: Path | None, disk: Disk = DISK, *, origin: str = "") -> None:
        self.path = path
        self._origin = origin
        self._disk = disk
        self._token = life.token
        self._file = recovery_folder() / f"{life.token}-{os.urandom(6).hex()}{ASSESSMENT_SUFFIX}"
        self._latest: Assessment | None = None
        self._has_folder = False

    @property
    def is_needed(self) -> bool:
        """Whether the last edit was not reported as saved."""
        return self._latest is not None

    def keep(self, assessment: Assessment, *, durable: bool = False) -> None:
        """Put this state on disk; once it returns, the program may end at any moment.

        With `durable` even the power may fail; that takes a moment longer. Raises `CannotWrite`; the state kept
        before is then still there.
        """
        self._latest = assessment
        if not self._has_folder:
            make_private_folder(self._file.parent, self._disk)
            self._has_folder = True
        content = _comment(self.path, self._origin, datetime.now(UTC)) + assessment_text(assessment)
        write_atomically(self._file, content.encode(), private=True, durable=durable, disk=self._disk)

    def saved(self, assessment: Assessment) -> None:
        """This state is safe in the document's own file: unless it was edited since, nothing is left to restore.

        That holds even where the state itself could not be kept; what lies in the recovery file is then older.
        """
        if assessment is self._latest or assessment == self._latest:
            self.discard()

    def discard(self) -> None:
        """The person does not want what is not saved, or it is kept elsewhere. Raises nothing.

        A file that cannot be removed now is no danger: if its state was saved, it will not be offered.
        """
        self._latest = None
        with suppress(OSError):
            self._disk.remove(self._file)


@dataclass(frozen=True, slots=True)
class Restorable:
    """A state that a Ladder which has ended did not bring into its document's file.

    `path` is None for a document that was in no file; `came_from` is what it came out of, if it did.
    `kept` is when the last edit was made, in UTC; `file_changed` is when the document's file was last written,
    None if it is not there (any more).
    """

    file: Path
    path: Path | None
    kept: datetime
    file_changed: datetime | None
    assessment: Assessment
    came_from: str = ""

    @property
    def name(self) -> str:
        """What the person calls the document."""
        return self.origin or self.assessment.person.name

    @property
    def origin(self) -> str:
        """The name of the file that it was in or came out of; empty for one that was in none."""
        return self.came_from if self.path is None else self.path.name

    @property
    def is_newer_than_file(self) -> bool:
        """Whether nobody has written the document's file since the last edit."""
        return self.file_changed is None or self.kept >= self.file_changed

    def discard(self) -> None:
        """It was restored and is kept elsewhere now, or the person does not want it. Raises nothing."""
        with suppress(OSError):
            self.file.unlink()


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What Ladders that have ended left: states to restore, latest first, and files that cannot be read.

    The latter were put aside under the names given here, so that they are told once and never lost.
    """

    restorable: tuple[Restorable, ...] = ()
    unreadable: tuple[Path, ...] = ()


def leftovers() -> Leftovers:
    """What there is to restore. What was safely saved is not among it and is cleared away. Raises nothing."""
    restorable, unreadable = [], []
    for file in _left_behind():
        try:
            found = _read(file)
        except NewerFormat:
            continue
        except (FileError, OSError, ValueError):
            unreadable.append(_put_aside(file))
            continue
        if _is_saved(found):
            found.discard()
        else:
            restorable.append(found)
    restorable.sort(key=_when, reverse=True)
    return Leftovers(tuple(restorable), tuple(unreadable))


def _left_behind() -> Iterator[Path]:
    try:
        names = sorted(os.listdir(recovery_folder()))  # noqa: PTH208 - no path is made for each of them
    except OSError:
        return
    for name in names:
        token, dash, _ = name.partition("-")
        if name.endswith(ASSESSMENT_SUFFIX) and dash and not is_running(token):
            yield recovery_folder() / name


def _read(file: Path) -> Restorable:
    assessment = load_assessment(file)
    with file.open(encoding="utf-8") as lines:
        name, origin, when = _said(lines.readline())
    path = None if name is None else Path(name)
    kept = datetime.fromisoformat(when).astimezone(UTC)
    return Restorable(file, path, kept, None if path is None else _changed(path), assessment, origin)


def _is_saved(found: Restorable) -> bool:
    if found.path is None:
        return False
    try:
        return answered(partial(load_assessment, found.path), _PATIENCE_S) == found.assessment
    except FileError:
        return False


def _comment(path: Path | None, origin: str, now: datetime) -> str:
    import json

    said = {"path": None if path is None else str(path), "origin": origin, "kept": now.isoformat()}
    return f"{_MARK}{json.dumps(said)}\n"


def _said(line: str) -> tuple[str | None, str, str]:
    """The path, the origin and the time that the comment says. Raises `ValueError`."""
    import json

    said: Any = json.loads(line.removeprefix(_MARK))
    match said:
        case {"path": str() | None as path, "origin": str() as origin, "kept": str() as kept}:
            return path, origin, kept
    raise ValueError(line)


def _changed(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(answered(path.stat, _PATIENCE_S).st_mtime, UTC)
    except (OSError, ValueError, NoAnswer):
        return None


def _put_aside(file: Path) -> Path:
    aside = file.with_name(file.name + _BROKEN)
    try:
        return file.rename(aside)
    except OSError:
        return file


def _when(found: Restorable) -> datetime:
    return found.kept
