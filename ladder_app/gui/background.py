"""Work beside the window: one piece at a time, its outcome brought back to the window's thread.

A disk that is far away may never answer, and what waits for it cannot be stopped. So nobody waits for ever: neither
the window, nor whoever closes a document, nor the end of the program.
"""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

R = TypeVar("R")


class _Report(QObject):
    """Carries word to the window's thread that a piece of work is done."""

    done = Signal(object)


class _Work(Generic[R]):
    def __init__(self, work: Callable[[], R]) -> None:
        self._work: Callable[[], R] | None = work
        # Qt's own threads are waited for when their pool goes, and with one that hangs the window would, too.
        self._thread = Thread(target=self._run, daemon=True, name="beside the window")
        self.report = _Report()
        self.outcome: R | None = None
        self.error: BaseException | None = None

    def start(self) -> None:
        self._thread.start()

    def ends_within(self, patience_ms: int) -> bool:
        self._thread.join(patience_ms / 1000)
        return not self._thread.is_alive()

    def join(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        # What the work knows of the window is let go of here: it must not be the last to do so.
        work, self._work = self._work, None
        assert work is not None  # noqa: S101 – a thread starts once
        try:
            self.outcome = work()
        except BaseException as error:
            self.error = error
        del work
        self.report.done.emit(self)


class Background(QObject, Generic[R]):
    """Does one piece of work at a time on a thread of its own.

    `then` is called in the window's thread with the outcome. What the work raises is raised there.
    """

    def __init__(self, then: Callable[[R], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self._running: _Work[R] | None = None

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def start(self, work: Callable[[], R]) -> None:
        """Begin; only while nothing is being done."""
        self._running = _Work(work)
        self._running.report.done.connect(self._on_done)
        self._running.start()

    def wait(self, patience_ms: int) -> bool:
        """Wait for what is being done, and hand its outcome over now. False where it took too long."""
        if self._running is None:
            return True
        if not self._running.ends_within(patience_ms):
            return False
        self._on_done(self._running)
        return True

    def joining(self) -> Callable[[], object]:
        """What comes back, on any other thread, once that has ended which is being done now."""
        return tuple if self._running is None else self._running.join

    def give_up(self) -> None:
        """Want no outcome of what is being done any more; something else can begin at once."""
        self._running = None

    def _on_done(self, work: _Work[R]) -> None:
        if work is not self._running:
            return
        self._running = None
        if work.error is not None:
            raise work.error
        self._then(work.outcome)  # type: ignore[arg-type] # without an error there is an outcome
