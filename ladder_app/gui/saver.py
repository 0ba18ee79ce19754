"""Changes reach the disk by themselves: shortly after the last one, off the window's thread."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import LadderError
from ladder_app.gui.document import Document
from ladder_app.storage.file_stamp import FileStamp, file_stamp

_PAUSE_MS = 700
_RETRY_MS = 5000


class SaveState(Enum):
    """Where the changes are."""

    SAVED = "All changes saved"
    PENDING = "Saving…"
    NOT_KEPT = "Not kept in a file yet"
    CHANGED_ON_DISK = "Changed on disk by another program"
    FAILED = "Not saved"


@dataclass(frozen=True, slots=True)
class _Outcome:
    assessment: Assessment
    stamp: FileStamp
    fault: str | None = None
    changed_on_disk: bool = False


class _Write(QRunnable):
    """Writes one state of an assessment to its file, unless somebody else wrote that file meanwhile."""

    class Report(QObject):
        """Carries the outcome to the window's thread."""

        done = Signal(object)

    def __init__(self, path: Path, assessment: Assessment, expected: FileStamp) -> None:
        super().__init__()
        self._path = path
        self._assessment = assessment
        self._expected = expected
        self.report = self.Report()
        self.result: _Outcome | None = None

    def run(self) -> None:
        self.result = self.outcome()
        self.report.done.emit(self.result)

    def outcome(self) -> _Outcome:
        """Write now, and say what came of it."""
        from ladder_app.storage.assessments import save_assessment

        on_disk = file_stamp(self._path)
        if on_disk not in (self._expected, FileStamp()):
            return _Outcome(self._assessment, self._expected, changed_on_disk=True)
        try:
            save_assessment(self._path, self._assessment)
        except LadderError as error:
            fault = "; ".join(problem.message for problem in error.problems)
            return _Outcome(self._assessment, self._expected, fault)
        return _Outcome(self._assessment, file_stamp(self._path))


class Saver(QObject):
    """Keeps a document's file up to date, and says how that stands."""

    state_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stamp = FileStamp() if document.path is None else file_stamp(document.path)
        self._saved = document.assessment
        self._writing: _Write | None = None
        self._fault = ""
        self._conflict = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        document.criteria_changed.connect(self._on_changed)
        document.level_changed.connect(self._on_changed)

    @property
    def state(self) -> SaveState:
        if self._document.path is None:
            return SaveState.NOT_KEPT
        if self._conflict:
            return SaveState.CHANGED_ON_DISK
        if self._fault:
            return SaveState.FAILED
        return SaveState.SAVED if self._is_current() else SaveState.PENDING

    @property
    def words(self) -> str:
        """The state as the status bar says it."""
        return f"{SaveState.FAILED.value}: {self._fault}" if self.state is SaveState.FAILED else self.state.value

    def save_to(self, path: Path) -> bool:
        """Keep the document in another file from now on, and write it there at once. Says whether that worked."""
        self._settle()
        old = self._document.path
        self._document.path = path
        self._conflict = False
        self._stamp = file_stamp(path)
        if not self.flush():
            self._document.path = old
            return False
        return True

    def overwrite(self) -> None:
        """Write over what another program wrote."""
        self._conflict = False
        if self._document.path is not None:
            self._stamp = file_stamp(self._document.path)
        self._write()

    def give_up(self) -> None:
        """Let go of what is not written: it was kept elsewhere."""
        self._settle()
        self._conflict = False
        self._fault = ""
        self._saved = self._document.assessment
        if self._document.path is not None:
            self._stamp = file_stamp(self._document.path)

    def flush(self) -> bool:
        """Write what is not written yet and wait for it. Says whether all is on disk now."""
        self._settle()
        path = self._document.path
        if path is None:
            return False
        if not self._is_current() or self._fault or self._stamp == FileStamp():
            self._take(_Write(path, self._document.assessment, self._stamp).outcome())
        return self.state is SaveState.SAVED

    def _is_current(self) -> bool:
        return self._saved is self._document.assessment

    def _settle(self) -> None:
        self._timer.stop()
        if self._writing is not None:
            self._pool.waitForDone()
            writing, self._writing = self._writing, None
            writing.report.done.disconnect(self._on_written)
            if writing.result is not None:
                self._take(writing.result)
                self._timer.stop()

    def _on_changed(self) -> None:
        if self._document.path is not None and not self._conflict:
            self._timer.start(_PAUSE_MS)
        self.state_changed.emit()

    def _write(self) -> None:
        path = self._document.path
        if path is None or self._conflict or self._writing is not None or (self._is_current() and not self._fault):
            return
        self._writing = _Write(path, self._document.assessment, self._stamp)
        self._writing.setAutoDelete(False)
        self._writing.report.done.connect(self._on_written)
        self._pool.start(self._writing)

    def _on_written(self, outcome: _Outcome) -> None:
        self._writing = None
        self._take(outcome)

    def _take(self, outcome: _Outcome) -> None:
        self._conflict = outcome.changed_on_disk
        self._fault = outcome.fault or ""
        if not self._conflict and not self._fault:
            self._stamp = outcome.stamp
            self._saved = outcome.assessment
        if not self._conflict and not self._is_current():
            self._timer.start(_RETRY_MS if self._fault else _PAUSE_MS)
        self.state_changed.emit()
