"""What a click calls."""

from collections.abc import Callable
from functools import partial


def bare(slot: Callable[[], object]) -> "partial[None]":
    """A slot as a button or an entry of a menu may call it: without the `checked` that Qt passes along."""
    return partial(_call, slot)


def _call(slot: Callable[[], object], _checked: object = None) -> None:
    slot()
