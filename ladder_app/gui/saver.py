"""Changes reach the disk by themselves: shortly after the last one, off the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ladder_app.domain.assessment import Assessment
from ladder_app.gui.background import Background
from ladder_app.gui.document import Document
from ladder_app.gui.file_work import FoundOnDisk, Outcome, Written, always, look_at, write_file
from ladder_app.gui.recovery_keeper import RecoveryKeeper
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.standing import Standing
from ladder_app.storage.file_stamp import FileStamp
from ladder_app.storage.life import Life

_PAUSE_MS = 700
_RETRY_MS = 5000
# Long enough to be read, and for a program that puts another file in its place.
_AGAIN_MS = 2000
_ANSWERS_WITHIN_MS = 1200
"""With the pause before, an edit is on disk within two seconds, or it is said why not."""


class Saver(QObject):
    """Keeps a document's file up to date, and says how that stands."""

    state_changed = Signal()
    found_on_disk = Signal(object)
    """Another program wrote the file: a `FoundOnDisk`. Nothing is written until `accept` or `hold`."""
    written_again = Signal()
    """The file was gone, and there it is again."""
    lost = Signal()
    """Another Ladder has taken the file over: nothing was written."""

    def __init__(
        self, document: Document, life: Life, parent: QObject | None = None, *, stamp: FileStamp | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._standing = Standing(document, stamp)
        self._paused = False
        self.is_ours: Callable[[], bool] = always
        """Asked beside the window before each write: whether the file may be written here."""
        self._background: Background[Outcome] = Background(self._take, self)
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
        return self._standing.state

    @property
    def words(self) -> str:
        """The state as the status bar says it."""
        return self._standing.words(is_kept=not self.recovery.failed)

    @property
    def stamp(self) -> FileStamp:
        """That of the file as it was last read or written here."""
        return self._standing.stamp or FileStamp()

    @property
    def is_current(self) -> bool:
        """Whether the file has all that the document has, as far as is known here."""
        return self._standing.is_current

    @property
    def saved(self) -> Assessment:
        """The state of the file that the document goes on from."""
        return self._standing.saved

    def go_on_in(self, path: Path, written: Written) -> None:
        """Keep the document in another file from now on, into which this state has been written."""
        # What is under way for the file before is none of the document's any more.
        self._background.give_up()
        self._document.path = path
        self._standing.moved(written)
        self.recovery.moved_to(path)
        self.recovery.saved(written.assessment)
        self._on_changed()

    def pause(self) -> None:
        """Write nothing to the file for now: it is just getting another name."""
        self._paused = True
        self._timer.stop()
        self._slow.start()

    def go_on(self) -> None:
        """Write again, to where the document is now."""
        self._paused = False
        self._answered()
        self._on_changed()

    def moved_to(self, path: Path, stamp: FileStamp) -> None:
        """The file has another name now; its content is the same."""
        self._document.path = path
        self._standing.stamp = stamp
        self.recovery.moved_to(path)
        self.state_changed.emit()

    def overwrite(self) -> None:
        """Write over what another program wrote."""
        self._standing.is_held = False
        self._standing.overwrites = True
        self._write()

    def hold(self) -> None:
        """Write nothing until the person has decided what to do with what another program wrote."""
        self._standing.is_held = True
        self._timer.stop()
        self.state_changed.emit()

    def accept(self, found: FoundOnDisk) -> None:
        """Go on from what another program wrote; what the document has beyond it is written."""
        self._standing.accept(found)
        self._on_changed()

    def give_up(self) -> None:
        """Let go of what is not written: it was kept elsewhere."""
        self._background.give_up()
        self._timer.stop()
        self._standing.give_up()
        self.recovery.discard()

    def look(self) -> None:
        """Look whether another program wrote the file, beside the window's own work."""
        path, stamp = self._document.path, self._standing.stamp
        # What was edited before the document became read only is still to be brought together with the file.
        is_followed = self.is_current or not self._document.read_only
        if path is not None and stamp is not None and is_followed and not self.is_busy and not self._standing.is_held:
            self._start(partial(look_at, path, stamp))

    @property
    def is_busy(self) -> bool:
        """Whether something is under way with the file."""
        return self._paused or self._background.is_busy

    @property
    def has_answer(self) -> bool:
        """Whether the disk, as far as is known, answers."""
        return self._standing.has_answer

    def catch_up(self, patience_ms: int) -> bool:
        """Write what is not written yet now. Says whether all is on disk within that time; if not, it goes on."""
        path = self._document.path
        if self._document.read_only:
            return True
        if self.state is SaveState.SAVED and self._standing.stamp != FileStamp():
            # What was saved may have been taken away since. A disk that does not say has it, as far as is known.
            self.look()
            if not self._is_done_within(patience_ms) or self.state is SaveState.SAVED:
                return True
        if not self._is_done_within(patience_ms) or path is None or self._standing.is_held:
            return False
        if not self._standing.is_done or self._standing.stamp == FileStamp():
            is_done = self._write_now(path, patience_ms)
            if is_done and not self._standing.is_held and not self.is_current:
                # What another program wrote was met and merged: what came of it is written too.
                self._write_now(path, patience_ms)
        return self.state is SaveState.SAVED

    def _write_now(self, path: Path, patience_ms: int) -> bool:
        self._start(self._writing(path))
        return self._is_done_within(patience_ms)

    def _is_done_within(self, patience_ms: int) -> bool:
        """Wait for what is under way; False where the disk does not answer in time."""
        self._timer.stop()
        if self._paused or not self._background.wait(patience_ms):
            return False
        self._timer.stop()
        return True

    def _on_changed(self) -> None:
        if self._document.read_only:
            return
        if self.is_current and not self._standing.is_gone:
            self.recovery.back_to_saved()
        else:
            self.recovery.keep(self._document.assessment)
            # A timer that is running goes on, or somebody who never pauses would never be saved.
            if self._document.path is not None and not self._standing.is_held and not self._timer.isActive():
                self._timer.start(_PAUSE_MS)
        self.state_changed.emit()

    def _write(self) -> None:
        path = self._document.path
        if path is None or self._standing.is_held or self._paused or self._document.read_only or self._standing.is_done:
            return
        if self._background.is_busy:
            self._timer.start(_PAUSE_MS)
            return
        self._start(self._writing(path))

    def _writing(self, path: Path) -> Callable[[], Outcome]:
        return partial(write_file, path, self._document.assessment, self._standing.expected, self.is_ours)

    def _start(self, work: Callable[[], Outcome]) -> None:
        self._background.start(work)
        self._slow.start()

    def _on_slow(self) -> None:
        """What is under way takes long: if an edit waits for it, that is said."""
        if not self.is_busy:
            return
        if self.is_current and not self._standing.overwrites:
            self._slow.start()
        elif not self._standing.fault:
            self._standing.no_answer()
            self.state_changed.emit()

    def _answered(self) -> None:
        self._slow.stop()
        self._standing.answered()

    def _take(self, outcome: Outcome) -> None:
        self._answered()
        if outcome.found is not None and self._document.read_only:
            if self._standing.follow(outcome.found):
                self.state_changed.emit()
            return
        if outcome.found is not None:
            self.hold()
            self.found_on_disk.emit(outcome.found)
            return
        if outcome.is_lost:
            self.lost.emit()
            return
        if outcome.is_gone:
            self._miss()
            return
        was_gone = self._standing.is_gone
        if outcome.written is not None:
            self._standing.wrote(outcome.written, outcome.stamp)
            self.recovery.saved(outcome.written)
        elif outcome.fault:
            self._standing.fault = outcome.fault
        is_pending = not self.is_current or self._standing.overwrites or self._standing.is_gone
        if is_pending and not self._standing.is_held and self._document.path is not None:
            self._write_within(_RETRY_MS if self._standing.fault else _PAUSE_MS)
        self.state_changed.emit()
        if was_gone and not self._standing.is_gone:
            self.written_again.emit()

    def _write_within(self, delay_ms: int) -> None:
        """Write then, or sooner: who only looked at the file, however often, puts nothing off."""
        if not self._timer.isActive() or self._timer.remainingTime() > delay_ms:
            self._timer.start(delay_ms)

    def _miss(self) -> None:
        """The file is gone: say so, and write it again where its folder is there."""
        self._standing.miss()
        if not self._document.read_only:
            self.recovery.keep(self._document.assessment)
            self._timer.start(_AGAIN_MS)
        self.state_changed.emit()
