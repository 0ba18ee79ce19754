"""One open document with all that looks after it: saving, recovery, its lock, and changes on disk."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ladder_app.domain.voices import OWN
from ladder_app.gui.background import Background
from ladder_app.gui.document import Document
from ladder_app.gui.draft_keeper import DraftKeeper
from ladder_app.gui.file_watch import FileWatch
from ladder_app.gui.reconciling import Reconciler
from ladder_app.gui.save_state import FREE_AGAIN, TAKEN_OVER
from ladder_app.gui.saver import Saver
from ladder_app.gui.securing import Securing
from ladder_app.storage.lock import DocumentLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.voices import Voice
    from ladder_app.storage.file_stamp import FileStamp
    from ladder_app.storage.life import Life
    from ladder_app.storage.versions import Version

_HEARTBEAT_MS = 60_000
# Not every disk tells of what others do to it.
_ROUND_MS = 2000
_AT_ONCE_MS = 100
_PATIENCE_MS = 2000
# Once the page has been painted, which is not to wait for it.
_KEEP_FIRST_AFTER_MS = 300


class Opened(QObject):
    """A document while it is open.

    `read_only` is why it cannot be changed here, empty where it can. A document in no file has neither
    lock nor watch until it is kept in one; `origin` is the name of the PDF it came out of, if it did, and
    `stamp` that of its file when it was read.
    """

    lost = Signal()
    """Another Ladder has taken the file over."""
    losing = Signal()
    """It is about to become read only: what is typed by now is to be put into the document."""

    def __init__(
        self,
        assessment: Assessment,
        path: Path | None,
        life: Life,
        today: date,
        parent: QWidget,
        *,
        read_only: str = "",
        origin: str = "",
        stamp: FileStamp | None = None,
        voice: Voice = OWN,
    ) -> None:
        super().__init__(parent)
        self._life = life
        self._is_kept = False
        self._lock: DocumentLock | None = None
        self._watch: FileWatch | None = None
        self.document = Document(assessment, path, today, self, origin=origin, voice=voice)
        self.document.forbid_edits(read_only)
        self.saver = Saver(self.document, life, self, stamp=stamp)
        # What is typed belongs to whoever may write here, and to nobody who only looks or reviews.
        writes = not read_only and voice.is_own
        self._drafts = DraftKeeper(self.document.drafts, life, assessment.id, self) if writes else None
        self.reconciler = Reconciler(self.document, self.saver, parent)
        self._beside: Background[bool] = Background(self._on_said, self)
        self._keeping: Background[None] = Background(_nothing_more, self)
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(_HEARTBEAT_MS)
        self._heartbeat.timeout.connect(self.say_still_here)
        self._round = QTimer(self)
        self._round.setInterval(_ROUND_MS)
        self._round.timeout.connect(self.look_around)
        self._looking: Background[bool] = Background(self._on_seen, self)
        self.saver.lost.connect(self._lose)
        self.saver.written_again.connect(self._watch_again)
        self._as_opened: Callable[[], None] | None = None
        self._keep_first = QTimer(self)
        self._keep_first.setSingleShot(True)
        self._keep_first.setInterval(_KEEP_FIRST_AFTER_MS)
        self._keep_first.timeout.connect(self._keep_as_opened)
        if path is not None and not read_only:
            self.follow(path)
            self._as_opened = partial(keep_version, assessment, path, self.saver.stamp)
            self._keep_first.start()
            self.document.criteria_changed.connect(self._keep_as_opened)
            self.document.level_changed.connect(self._keep_as_opened)
        elif path is not None:
            self._lock = DocumentLock(path, life)
            self._round.start()

    def follow(self, path: Path) -> None:
        """The document is kept in this file from now on: say so to others, and notice what they do to it."""
        self._let_go_of_file()
        self._lock = DocumentLock(path, self._life)
        self.saver.is_ours = self._lock.is_ours
        self._beside.start(partial(_say_open, self._lock))
        self._beside.wait(_AT_ONCE_MS)
        self._heartbeat.start()
        self._round.start()

    def secure(self, then: Callable[[bool], object]) -> None:
        """Put the state as it is in safety, in its file or beside it; `then` is told whether that worked."""
        Securing(self.saver, then).begin(self.document.assessment)

    def keep_for_next_start(self, then: Callable[[bool], object]) -> None:
        """What is not on disk is to be offered at the next start, though the document is closed before.

        `then` is told whether it will be.
        """
        self._is_kept = True
        self.saver.recovery.secure(self.document.assessment, partial(self._on_kept, then))

    def _on_kept(self, then: Callable[[bool], object], done: bool) -> None:
        self._is_kept = self._is_kept and done
        then(done)

    def close(self) -> None:
        """The person is done with it, and what they want of it is on disk, or kept for the next start."""
        if not self._is_kept:
            self.saver.recovery.discard()
        if self._drafts is not None:
            self._drafts.close()
        self._let_go_of_file()
        self.reconciler.deleteLater()
        self.deleteLater()

    def look_around(self) -> None:
        """Look what others did to the file, and whether they have it, beside the window's own work."""
        lock = self._lock
        if lock is None or self._looking.is_busy:
            return
        self._looking.start(partial(_is_free, lock) if self.document.read_only else lock.is_ours)
        self.saver.look()

    def edit_again(self) -> None:
        """Write the file here again, since nobody else has it any more; what both edited is brought together."""
        path = self.document.path
        if path is not None and self.document.read_only == FREE_AGAIN:
            self._is_kept = False
            self.document.forbid_edits("")
            self.follow(path)
            self.saver.go_on()
            self.saver.look()

    def say_still_here(self) -> None:
        """Say to others that the file is open here, beside the window's own work: the disk may be far away."""
        if self._lock is not None and not self._beside.is_busy:
            self._beside.start(self._lock.still_here)

    def wait(self) -> bool:
        """Wait for what is being said and kept; False where the disk does not answer."""
        return self._beside.wait(_PATIENCE_MS) and self._keeping.wait(_PATIENCE_MS)

    def versions(self) -> Callable[[], tuple[Version, ...]]:
        """Looks up the kept versions, newest first, on any thread; the state that was opened is among them."""
        self._keep_as_opened()
        return partial(_versions, self.document.assessment.id, self._keeping.joining(), self.reconciler.kept())

    def _keep_as_opened(self) -> None:
        """The state before the first edit is one that the person may want back."""
        if self._as_opened is not None and not self._keeping.is_busy:
            self._keeping.start(self._as_opened)
            self._as_opened = None

    def _on_said(self, is_ours: bool) -> None:
        path = self.document.path
        if is_ours and self._watch is None and self._lock is not None and path is not None:
            # Only now, since watching begins with a look at the disk, and that is known to answer.
            self._watch = FileWatch(path, self)
            self._watch.touched.connect(self.saver.look)
        if not is_ours:
            self._lose()

    def _lose(self) -> None:
        """Another Ladder has the file: nothing is written over what it writes."""
        if self.document.read_only:
            return
        self._heartbeat.stop()
        self.losing.emit()
        if not self.saver.is_current:
            self.keep_for_next_start(_whichever)
        self.document.undo_stack.clear()
        self.document.forbid_edits(TAKEN_OVER)
        self.saver.state_changed.emit()
        self.lost.emit()

    def _on_seen(self, is_well: bool) -> None:
        if not self.document.read_only:
            if not is_well:
                self._lose()
        elif is_well != (self.document.read_only == FREE_AGAIN):
            self.document.forbid_edits(FREE_AGAIN if is_well else TAKEN_OVER)
            self.saver.state_changed.emit()

    def _watch_again(self) -> None:
        if self._watch is not None:
            self._watch.watch_again()

    def _let_go_of_file(self) -> None:
        self._heartbeat.stop()
        self._round.stop()
        self._looking.give_up()
        lock, self._lock = self._lock, None
        if lock is not None:
            # Nobody waits for a disk that does not answer: once it does, the note there is taken away.
            said = self._beside.joining()
            self._beside.give_up()
            self._beside.start(partial(_say_closed, lock, said))
            if not self._beside.wait(_AT_ONCE_MS):
                self._beside.give_up()
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None


def keep_version(assessment: Assessment, path: Path, stamp: FileStamp) -> None:
    """Put the state of a file among the kept ones, as of when it was written."""
    from ladder_app.errors import LadderError
    from ladder_app.storage.versions import Versions

    # Nothing is lost where it cannot be kept: the file itself is there.
    with suppress(LadderError, OSError, ValueError, OverflowError):
        Versions(assessment.id).keep(assessment, stamp.modified or datetime.now(UTC), path)


def _is_free(lock: DocumentLock) -> bool:
    return lock.holder() is None


def _whichever(_done: bool) -> None:
    """The status bar says whether it is kept."""


def _nothing_more(_done: None) -> None:
    """A version is kept or it is not."""


def _say_open(lock: DocumentLock) -> bool:
    lock.take_over()
    return True


def _say_closed(lock: DocumentLock, said: Callable[[], object]) -> bool:
    said()
    lock.release()
    return True


def _versions(identity: str, *kept: Callable[[], object]) -> tuple[Version, ...]:
    from ladder_app.storage.versions import Versions

    for each in kept:
        each()
    return Versions(identity).newest_first()
