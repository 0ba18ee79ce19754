"""Work beside the window: one piece at a time, its outcome brought back to the window's thread."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

R = TypeVar("R")


class _Report(QObject):
    """Carries word to the window's thread that a piece of work is done."""

    done = Signal(object)


class _Work(QRunnable, Generic[R]):
    def __init__(self, work: Callable[[], R]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self.report = _Report()
        self.outcome: R | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.outcome = self._work()
        except BaseException as error:
            self.error = error
        self.report.done.emit(self)


class Background(QObject, Generic[R]):
    """Does one piece of work at a time on a thread of its own.

    `then` is called in the window's thread with the outcome. What the work raises is raised there.
    """

    def __init__(self, then: Callable[[R], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: _Work[R] | None = None

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def start(self, work: Callable[[], R]) -> None:
        """Begin; only while nothing is being done."""
        self._running = _Work(work)
        self._running.report.done.connect(self._on_done)
        self._pool.start(self._running)

    def wait(self, patience_ms: int) -> bool:
        """Wait for what is being done, and hand its outcome over now. False where it took too long."""
        if self._running is None:
            return True
        if not self._pool.waitForDone(patience_ms):
            return False
        self._on_done(self._running)
        return True

    def _on_done(self, work: _Work[R]) -> None:
        if work is not self._running:
            return
        self._running = None
        if work.error is not None:
            raise work.error
        self._then(work.outcome)  # type: ignore[arg-type] # without an error there is an outcome
