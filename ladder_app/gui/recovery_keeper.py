"""Keeps every edit in the recovery file from the moment it is made, beside the window's own work."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ladder_app.domain.assessment import Assessment
from ladder_app.errors import CannotWrite
from ladder_app.gui import waiting
from ladder_app.gui.background import Background
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import Recovery

_ANSWERS_WITHIN_MS = 1200
"""What takes longer is not kept, as far as anybody may count on."""


class RecoveryKeeper(QObject):
    """Writes the latest state of a document to its recovery file until the document's own file has it.

    One thing is done at a time; of what has to wait only the latest counts.
    """

    failed_changed = Signal()
    """Whether the recovery file can be written has changed."""

    def __init__(self, life: Life, path: Path | None, parent: QObject | None = None, *, origin: str = "") -> None:
        super().__init__(parent)
        self._recovery = Recovery(life, path, origin=origin)
        self._background: Background[bool] = Background(self._on_done, self)
        self._next: Callable[[], bool] | None = None
        self._keeps_next = False
        self._to_tell: list[Callable[[bool], object]] = []
        self._told_next: list[Callable[[bool], object]] = []
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_ANSWERS_WITHIN_MS)
        self._slow.timeout.connect(self._on_slow)
        self.failed = False

    def moved_to(self, path: Path) -> None:
        """The document is kept in another file now."""
        self._recovery.path = path

    def keep(self, assessment: Assessment) -> None:
        """Keep this state."""
        self._then(partial(_keep, self._recovery, assessment), keeps=True)

    def saved(self, assessment: Assessment) -> None:
        """This state is safe in the document's own file; a later one that waits to be kept is still to be kept."""
        if not self._keeps_next:
            self._then(partial(_forget, self._recovery, assessment))

    def back_to_saved(self) -> None:
        """The document is again as its file is: what was kept on the way has been undone."""
        self._then(partial(_discard, self._recovery))

    def secure(self, assessment: Assessment, then: Callable[[bool], object]) -> None:
        """Keep this state, even from a power failure.

        `then` is told whether it is kept, at once unless that takes long. Where the disk never answers, it is not.
        """
        self._told_next.append(then)
        self._then(partial(_keep, self._recovery, assessment, durable=True), keeps=True)
        # What was under way first, and then this.
        if self._background.wait(waiting.AT_ONCE_MS):
            self._background.wait(waiting.AT_ONCE_MS)

    def discard(self) -> None:
        """The person does not want what is not saved, or it is kept elsewhere: it goes once its disk answers."""
        self._next, self._keeps_next = None, False
        self._to_tell, self._told_next = [], []
        before = self._background.joining()
        self._background.give_up()
        self._background.start(partial(_discard_after, before, self._recovery))
        self._background.wait(waiting.AT_ONCE_MS)

    def _then(self, work: Callable[[], bool], *, keeps: bool = False) -> None:
        self._next, self._keeps_next = work, keeps
        self._go_on()

    def _go_on(self) -> None:
        if self._next is not None and not self._background.is_busy:
            work, self._next = self._next, None
            self._keeps_next = False
            self._to_tell, self._told_next = self._told_next, []
            self._background.start(work)
            self._slow.start()

    def _on_done(self, done: bool) -> None:
        self._slow.stop()
        self._take(done)
        told, self._to_tell = self._to_tell, []
        self._go_on()
        for tell in told:
            tell(done)

    def _on_slow(self) -> None:
        self._take(False)

    def _take(self, done: bool) -> None:
        if self.failed == done:
            self.failed = not done
            self.failed_changed.emit()


def _keep(recovery: Recovery, assessment: Assessment, *, durable: bool = False) -> bool:
    try:
        recovery.keep(assessment, durable=durable)
    except CannotWrite:
        return False
    return True


def _forget(recovery: Recovery, assessment: Assessment) -> bool:
    recovery.saved(assessment)
    return True


def _discard(recovery: Recovery) -> bool:
    recovery.discard()
    return True


def _discard_after(before: Callable[[], object], recovery: Recovery) -> bool:
    before()
    return _discard(recovery)
