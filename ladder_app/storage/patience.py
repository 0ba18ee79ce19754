"""Asking a disk that may never answer, as a network drive that hangs."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from ladder_app.errors import NoAnswer

R = TypeVar("R")

PATIENCE_S = 4.0
"""No person waits longer than this for a window to move again."""


class _Asked(Generic[R]):
    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        self.answers: list[R] = []
        self.errors: list[BaseException] = []

    def run(self) -> None:
        try:
            self.answers.append(self._work())
        except BaseException as error:
            self.errors.append(error)


def answered(work: Callable[[], R], patience_s: float = PATIENCE_S) -> R:
    """What the work gives or raises. Raises `NoAnswer` where that takes longer; the work goes on nevertheless.

    What waits for a disk cannot be stopped, only left alone: on a thread that nobody waits for.
    """
    asked = _Asked(work)
    thread = Thread(target=asked.run, daemon=True, name="asking the disk")
    thread.start()
    thread.join(patience_s)
    if asked.errors:
        raise asked.errors[0]
    if asked.answers:
        return asked.answers[0]
    raise NoAnswer("The disk does not answer; save it somewhere else, or wait.")
