"""Columns whose heads count up the steps of a scale: “1: with help”, “2: alone”, “3: teaches it”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.opposites import says_opposite

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP = re.compile(r"\W{0,3}(\d{1,2})\s*[:\uff1a.)\uff0e=–—-]\s*(\S.{0,40})")
_FEWEST = 3


def numbered_steps(head: Sequence[str]) -> list[int]:
    """The numbers of the columns that go through a scale one by one; what is not reached yet is no step of it."""
    found = [(i, int(step[1]), step[2]) for i, cell in enumerate(head) if (step := _STEP.fullmatch(cell.strip()))]
    at = [i for i, _, _ in found]
    numbers = [number for _, number, _ in found]
    if len(found) < _FEWEST or numbers[0] > 1 or not at[0]:
        return []
    if at != list(range(at[0], at[0] + len(at))) or numbers != list(range(numbers[0], numbers[0] + len(at))):
        return []
    return at[1:] if is_unreached(head[at[0]]) else at


def is_unreached(head: str) -> bool:
    """Whether a column is the zero of a scale, where nothing is reached yet."""
    step = _STEP.fullmatch(head.strip())
    return step is not None and int(step[1]) == 0 and says_opposite(step[2])
