"""Asking something of a disk for the person without stopping the window, however far away that disk is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from ladder_app.errors import LadderError
from ladder_app.gui.background import Background
from ladder_app.gui.waiting import THE_DISK, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.floating_notice import FloatingNotice
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.disk import Disk
    from ladder_app.storage.revocable import RevocableDisk

R = TypeVar("R")

_MAY_BE_THERE = "If its disk was just finishing, the file may be there nevertheless."


class _Outcome(NamedTuple):
    """What came of it, or why nothing did."""

    done: object = None
    error: LadderError | None = None


class _Steps(NamedTuple):
    """What is done with what came of it, with a refusal, and when the person gives up."""

    then: Callable[..., object]
    refused: Callable[[LadderError], object]
    given_up: Callable[[], object]


class Errand(QObject):
    """Sends for one thing at a time; whatever it is, the window goes on.

    What takes longer than half a second is said in the window, with a way to cancel. What was given up changes
    nothing any more, whenever it is answered.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._background: Background[_Outcome] = Background(self._on_done, self)
        self._waiting = Waiting(parent)
        self._waiting.cancelled.connect(self.cancel)
        self._steps: _Steps | None = None
        self._disk: RevocableDisk | None = None
        self._words = ""
        self._was_done = False
        self.took_long = False
        """Whether the window went on before the last one was done."""

    @property
    def pending(self) -> str:
        """What is under way, in words; empty if nothing is."""
        return self._words.removesuffix("…") if self.is_busy else ""

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    @property
    def notice(self) -> FloatingNotice | None:
        """What says so in the window, once it has taken long."""
        return self._waiting.notice

    def read(
        self,
        theme: Theme,
        words: str,
        work: Callable[[], R],
        then: Callable[[R], object],
        refused: Callable[[LadderError], object],
        given_up: Callable[[], object] = tuple,
    ) -> bool:
        """Do the `work`, and then one of the others in the window's thread: `refused` with what it raised.

        `words` say what is being done. Whoever begins with another gives the one before up. Says whether it has been
        done when this returns, as it has unless it takes long.
        """
        self.stop()
        return self._begin(theme, words, work, _Steps(then, refused, given_up))

    def write(
        self,
        theme: Theme,
        words: str,
        work: Callable[[Disk], R],
        then: Callable[[R], object],
        refused: Callable[[LadderError], object],
        given_up: Callable[[], object] | None = None,
        why: str = THE_DISK,
    ) -> bool:
        """As `read`, for what is changed on a disk: by the `work`, on the disk that it is called with.

        While one thing is under way another is refused in words: both were asked for. What is given up is taken back,
        and where that may be too late, that is said unless there is something else to say.
        """
        from ladder_app.storage.revocable import RevocableDisk

        if self.is_busy:
            self.refuse()
            return False
        self._disk = RevocableDisk()
        given_up = partial(self.tell_given_up, theme, words) if given_up is None else given_up
        return self._begin(theme, words, partial(work, self._disk), _Steps(then, refused, given_up), why)

    def say_more(self, words: str) -> None:
        """Say this under what is being done, for as long as that is shown."""
        self._waiting.say_more(words)

    def tell(self, theme: Theme, words: str, more: str = "") -> None:
        """Say in the window what came of it."""
        self._waiting.tell(theme, words, more)

    def tell_given_up(self, theme: Theme, words: str) -> None:
        """Say in the window that this was given up, which may have been too late."""
        self.tell(theme, f"{words.removesuffix('…')} was given up.", _MAY_BE_THERE)

    def wait(self, patience_ms: int) -> bool:
        """Wait for what is under way; False where it takes longer."""
        return self._background.wait(patience_ms)

    def cancel(self) -> None:
        """Give up what is under way."""
        steps = self._steps
        self.stop()
        if steps is not None:
            steps.given_up()

    def stop(self) -> None:
        """Want nothing of what is under way any more, and say nothing about that."""
        if self._disk is not None:
            self._disk.revoke()
        self._let_go()

    def _begin(self, theme: Theme, words: str, work: Callable[[], object], steps: _Steps, why: str = THE_DISK) -> bool:
        self._waiting.forget()
        self._words, self._steps, self._was_done, self.took_long = words, steps, False, False
        self._background.start(partial(_attempt, work))
        if not self._background.wait(self._waiting.patience_ms):
            self.took_long = True
            self._waiting.begin(theme, words, why)
        return self._was_done

    def _let_go(self) -> None:
        self._background.give_up()
        self._steps = self._disk = None
        self._waiting.end()

    def _on_done(self, outcome: _Outcome) -> None:
        steps = self._steps
        self._let_go()
        if steps is None:
            return
        if outcome.error is not None:
            steps.refused(outcome.error)
        else:
            self._was_done = True
            steps.then(outcome.done)

    def refuse(self) -> None:
        """Say that what is under way has to come to its end first."""
        from ladder_app.gui.trouble import show_trouble

        reason = "Wait until its disk answers, or cancel it first."
        show_trouble(self._widget, f"{self.pending} is not done yet.", [reason])


def _attempt(work: Callable[[], object]) -> _Outcome:
    try:
        return _Outcome(done=work())
    except LadderError as error:
        return _Outcome(error=error)
