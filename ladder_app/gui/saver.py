"""Changes reach the disk by themselves: shortly after the last one, off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import FileError, LadderError
from ladder_app.gui.background import Background
from ladder_app.gui.document import Document
from ladder_app.gui.recovery_keeper import RecoveryKeeper
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.life import Life

_PAUSE_MS = 700
_RETRY_MS = 5000
_PATIENCE_MS = 4000
_NO_PATIENCE_MS = 100
_ANSWERS_WITHIN_MS = 1200
"""With the pause before, an edit is on disk within two seconds, or it is said why not."""
_LONGEST_NAME = 24
_NO_ANSWER = "the disk does not answer; save it somewhere else, or wait."


class SaveState(Enum):
    """Where the changes are."""

    SAVED = "All changes saved"
    PENDING = "Saving…"
    NOT_KEPT = "Not kept in a file yet"
    READ_ONLY = "Read only"
    CHANGED_ON_DISK = "Changed on disk by another program"
    FAILED = "Not saved"


@dataclass(frozen=True, slots=True)
class FoundOnDisk:
    """What another program wrote into the document's file; no assessment where it cannot be read."""

    stamp: FileStamp
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a piece of work on the file: it was written, or why not, or what was met there."""

    written: Assessment | None = None
    stamp: FileStamp = field(default_factory=FileStamp)
    fault: str = ""
    found: FoundOnDisk | None = None


class Saver(QObject):
    """Keeps a document's file up to date, and says how that stands."""

    state_changed = Signal()
    found_on_disk = Signal(object)
    """Another program wrote the file: a `FoundOnDisk`. Nothing is written until `accept` or `hold`."""

    def __init__(
        self, document: Document, life: Life, parent: QObject | None = None, *, stamp: FileStamp | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        if stamp is None:
            stamp = FileStamp() if document.path is None else file_stamp(document.path)
        # None while whatever is in the file may be written over.
        self._stamp: FileStamp | None = stamp
        self._saved = document.assessment
        self._fault = ""
        self._held = False
        self._background: Background[_Outcome] = Background(self._take, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_ANSWERS_WITHIN_MS)
        self._slow.timeout.connect(self._on_slow)
        self.recovery = RecoveryKeeper(life, document.path, self, origin=document.origin)
        self.recovery.failed_changed.connect(self.state_changed)
        document.criteria_changed.connect(self._on_changed)
        document.level_changed.connect(self._on_changed)

    @property
    def state(self) -> SaveState:
        if self._document.read_only:
            return SaveState.READ_ONLY
        if self._document.path is None:
            return SaveState.NOT_KEPT
        if self._held:
            return SaveState.CHANGED_ON_DISK
        if self._fault:
            return SaveState.FAILED
        return SaveState.SAVED if self.is_current else SaveState.PENDING

    @property
    def words(self) -> str:
        """The state as the status bar says it."""
        state = self.state
        if state is SaveState.READ_ONLY:
            return f"{state.value}: {self._document.read_only}"
        if state is SaveState.NOT_KEPT and self._document.origin:
            return f"From {shortened(self._document.origin)} – not kept in a file yet"
        if state is not SaveState.FAILED:
            return str(state.value)
        safe = "" if self.recovery.failed else " Your edits are kept for the next start."
        return f"{state.value}: {self._fault}{safe}"

    @property
    def stamp(self) -> FileStamp:
        """That of the file as it was last read or written here."""
        return self._stamp or FileStamp()

    @property
    def is_current(self) -> bool:
        """Whether the file has all that the document has, as far as is known here."""
        return self._saved is self._document.assessment

    @property
    def saved(self) -> Assessment:
        """The state of the file that the document goes on from."""
        return self._saved

    def save_to(self, path: Path) -> bool:
        """Keep the document in another file from now on, and write it there at once. Says whether that worked."""
        if not self._settle():
            # Another disk may answer where this one does not.
            self._background.give_up()
        before = (self._document.path, self._stamp, self._held, self._fault)
        self._document.path = path
        self._stamp = None
        self._held, self._fault = False, ""
        self._write_now(path)
        if self.state is SaveState.SAVED:
            self.recovery.moved_to(path)
            return True
        fault = self._fault
        self._document.path, self._stamp, self._held, _ = before
        self._fault = fault
        return False

    def moved_to(self, path: Path, stamp: FileStamp) -> None:
        """The file has another name now; its content is the same."""
        self._document.path = path
        self._stamp = stamp
        self.recovery.moved_to(path)
        self.state_changed.emit()

    def overwrite(self) -> None:
        """Write over what another program wrote."""
        self._held = False
        self._stamp = None
        self._write()

    def hold(self) -> None:
        """Write nothing until the person has decided what to do with what another program wrote."""
        self._held = True
        self._timer.stop()
        self.state_changed.emit()

    def accept(self, found: FoundOnDisk) -> None:
        """Go on from what another program wrote; what the document has beyond it is written."""
        self._held = False
        self._fault = ""
        self._stamp = found.stamp
        if found.assessment is not None:
            self._saved = found.assessment
        self._on_changed()

    def give_up(self) -> None:
        """Let go of what is not written: it was kept elsewhere."""
        self._settle()
        self._held = False
        self._fault = ""
        self._saved = self._document.assessment
        self.recovery.discard()
        self._stamp = None

    def look(self) -> None:
        """Look whether another program wrote the file, beside the window's own work."""
        path, stamp = self._document.path, self._stamp
        if path is not None and stamp is not None and not self._background.is_busy and not self._held:
            self._start(partial(look_at, path, stamp))

    def flush(self) -> bool:
        """Write what is not written yet and wait for it. Says whether all is on disk now."""
        path = self._document.path
        if self._document.read_only:
            return True
        if not self._settle() or path is None or self._held:
            return False
        if not self.is_current or self._fault or self._stamp == FileStamp():
            self._write_now(path)
            if not self._held and not self.is_current:
                # What another program wrote was met and merged: what came of it is written too.
                self._write_now(path)
        return self.state is SaveState.SAVED

    def _write_now(self, path: Path) -> None:
        """Write and wait, but not longer than a person would for a disk that does not answer."""
        self._start(partial(write_file, path, self._document.assessment, self._stamp))
        self._settle()

    def _settle(self) -> bool:
        """Wait for what is under way; False where the disk does not answer."""
        self._timer.stop()
        # Where it is known not to answer, nobody is kept waiting for it once more.
        if self._background.wait(_NO_PATIENCE_MS if self._fault == _NO_ANSWER else _PATIENCE_MS):
            self._timer.stop()
            return True
        self._fault = _NO_ANSWER
        self.state_changed.emit()
        return False

    def _on_changed(self) -> None:
        if self._document.read_only:
            return
        if self.is_current:
            self.recovery.back_to_saved()
        else:
            self.recovery.keep(self._document.assessment)
            # A timer that is running goes on, or somebody who never pauses would never be saved.
            if self._document.path is not None and not self._held and not self._timer.isActive():
                self._timer.start(_PAUSE_MS)
        self.state_changed.emit()

    def _write(self) -> None:
        path = self._document.path
        if path is None or self._held or self._document.read_only or (self.is_current and not self._fault):
            return
        if self._background.is_busy:
            self._timer.start(_PAUSE_MS)
            return
        self._start(partial(write_file, path, self._document.assessment, self._stamp))

    def _start(self, work: Callable[[], _Outcome]) -> None:
        self._background.start(work)
        self._slow.start()

    def _on_slow(self) -> None:
        """What is under way takes long: if an edit waits for it, that is said."""
        if not self._background.is_busy:
            return
        if self.is_current:
            self._slow.start()
        elif not self._fault:
            self._fault = _NO_ANSWER
            self.state_changed.emit()

    def _take(self, outcome: _Outcome) -> None:
        self._slow.stop()
        if self._fault == _NO_ANSWER:
            self._fault = ""
        if outcome.found is not None:
            self.hold()
            self.found_on_disk.emit(outcome.found)
            return
        if outcome.written is not None:
            self._stamp = outcome.stamp
            self._saved = outcome.written
            self._fault = ""
            self.recovery.saved(outcome.written)
        elif outcome.fault:
            self._fault = outcome.fault
        if not self.is_current and not self._held and self._document.path is not None:
            self._timer.start(_RETRY_MS if self._fault else _PAUSE_MS)
        self.state_changed.emit()


def shortened(name: str) -> str:
    """A file's name with its ending, short enough for a status bar."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 12]}…{name[-11:]}"


def write_file(path: Path, assessment: Assessment, expected: FileStamp | None) -> _Outcome:
    """Write the file unless somebody else wrote it meanwhile, and keep the state among the versions.

    Without an `expected` stamp whatever is there is written over.
    """
    from ladder_app.storage.assessments import save_assessment
    from ladder_app.storage.versions import Versions

    met = _Outcome() if expected is None else look_at(path, expected)
    if met.found is not None:
        return met
    try:
        save_assessment(path, assessment)
    except LadderError as error:
        return _Outcome(fault=" ".join(problem.message for problem in error.problems))
    stamp = file_stamp(path)
    try:
        Versions(assessment.id).keep(assessment, datetime.now(UTC))
    except LadderError:
        # The file itself is written; a version less is no reason to worry the person.
        return _Outcome(assessment, stamp)
    return _Outcome(assessment, stamp)


def look_at(path: Path, expected: FileStamp) -> _Outcome:
    """What another program wrote into the file, if it did; a file that is gone is no fault."""
    from ladder_app.storage.assessments import load_assessment

    stamp = file_stamp(path)
    if stamp in (expected, FileStamp()):
        return _Outcome()
    try:
        return _Outcome(found=FoundOnDisk(stamp, load_assessment(path)))
    except FileError:
        return _Outcome(found=FoundOnDisk(stamp, None))
