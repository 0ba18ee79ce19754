"""Reading a file for the person without stopping the window, however far away its disk is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer

from ladder_app.errors import LadderError
from ladder_app.gui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.reading_notice import ReadingNotice
    from ladder_app.gui.theme import Theme

R = TypeVar("R")

_AT_ONCE_MS = 150
"""What is there within this time is shown as if it had not been waited for."""
_SAID_AFTER_MS = 500


class _Outcome(NamedTuple):
    """What was read, or why not."""

    read: object = None
    error: LadderError | None = None


class _Steps(NamedTuple):
    """What is done with what was read, with a refusal, and when the person gives up."""

    then: Callable[..., object]
    refused: Callable[[LadderError], object]
    given_up: Callable[[], object]


class Reading(QObject):
    """Reads one file at a time; whoever begins with another gives the one before up.

    What takes longer than half a second is said in the window, with a way to cancel. Meanwhile all else goes on.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._background: Background[_Outcome] = Background(self._on_read, self)
        self._steps: _Steps | None = None
        self._notice: ReadingNotice | None = None
        self._words = ""
        self._theme: Theme | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(self._say)

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    @property
    def notice(self) -> ReadingNotice | None:
        """What says so in the window, once it has taken long."""
        return self._notice

    def read(
        self,
        theme: Theme,
        words: str,
        work: Callable[[], R],
        then: Callable[[R], object],
        refused: Callable[[LadderError], object],
        given_up: Callable[[], object] = tuple,
    ) -> None:
        """Do the `work`, and then one of the others in the window's thread: `refused` with what it raised.

        `words` say what is being done. It has been done when this returns, unless it takes long.
        """
        self.stop()
        self._theme, self._words = theme, words
        self._steps = _Steps(then, refused, given_up)
        self._background.start(partial(_attempt, work))
        # Before the window is there nobody sees it stand still.
        patience_ms = _AT_ONCE_MS if self._widget.window().isVisible() else max(_AT_ONCE_MS, _SAID_AFTER_MS)
        if not self._background.wait(patience_ms):
            self._slow.start(max(_SAID_AFTER_MS - patience_ms, 0))

    def wait(self, patience_ms: int) -> bool:
        """Wait for what is being read; False where it takes longer."""
        return self._background.wait(patience_ms)

    def cancel(self) -> None:
        """Give up what is being read."""
        steps = self._steps
        self.stop()
        if steps is not None:
            steps.given_up()

    def stop(self) -> None:
        """Want nothing of what is being read any more, and do nothing about that."""
        self._background.give_up()
        self._steps = None
        self._slow.stop()
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _say(self) -> None:
        from ladder_app.gui.reading_notice import ReadingNotice

        if self._theme is not None and self._steps is not None:
            self._notice = ReadingNotice(self._theme, self._words, self._widget.window())
            self._notice.cancelled.connect(self.cancel)
            self._notice.show_itself()

    def _on_read(self, outcome: _Outcome) -> None:
        steps = self._steps
        self.stop()
        if steps is None:
            return
        if outcome.error is not None:
            steps.refused(outcome.error)
        else:
            steps.then(outcome.read)


def _attempt(work: Callable[[], object]) -> _Outcome:
    try:
        return _Outcome(read=work())
    except LadderError as error:
        return _Outcome(error=error)
