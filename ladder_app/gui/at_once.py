"""A short question to a disk that has to be answered before the window goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ladder_app.errors import NoAnswer
from ladder_app.gui import waiting
from ladder_app.storage.patience import answered

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")
S = TypeVar("S")


def at_once(question: Callable[[], R], otherwise: S) -> R | S:
    """What the disk says, or `otherwise` where it says nothing before anybody notices."""
    try:
        return answered(question, waiting.AT_ONCE_MS / 1000)
    except NoAnswer:
        return otherwise
