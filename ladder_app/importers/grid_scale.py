"""Grids whose cells say by the word or figure of a scale how well each level does what a row names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.cells import is_cross, is_tick, says_nothing
from ladder_app.importers.words import PROFICIENCY, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STEPS = PROFICIENCY | frozenset(
    (
        "none", "low", "medium", "high", "aware", "familiar", "familiarity", "fluent", "knows", "strong", "solid",
        "limited", "some", "good", "excellent", "lead", "leads", "leading", "teaches", "coaches", "supports", "owns",
        "contributes", "participates", "participant", "contributor", "owner", "driver", "drives", "observes",
        "assists", "junior", "mid", "senior", "starter", "independent", "guided", "autonomous", "guru", "fundamental",
        "fundamentals", "general", "specialist", "skilled", "experienced", "deep", "broad", "minimal", "partial",
        "full", "optional", "mandatory", "very", "trained", "qualified", "leader", "principal",
    )
)  # fmt: skip
"""Words, as `tokens` gives them or a little longer, that are steps of a scale where a cell holds nothing else."""
_FIGURE = re.compile(r"\d{1,2}(?:\s?[-–/]\s?\d{1,2})?\+?|[A-D][+-]?|[HML]|[●○◐◑◯★☆⭐■□▪▫+]{1,5}")
_FEWEST_ROWS = 2
_FEWEST_CELLS = 4


def is_step(text: str) -> bool:
    """Whether a cell holds but the word or the figure of a scale: “Basic”, “3”."""
    if len(text) > 30:
        return False
    said = plain(text)
    if _FIGURE.fullmatch(said):
        return True
    words = [word for part in tokens(said) for word in part.split("/") if word]
    known = [word in _STEPS or f"{word}s" in _STEPS or word.isdecimal() for word in words]
    return 0 < len(words) <= 3 and all(known) and not all(map(str.isdecimal, words))


def is_scaled(rows: Iterable[Sequence[str]], columns: Sequence[int]) -> bool:
    """Whether these columns hold steps of a scale and nothing else, in several rows."""
    held = [[row[i] for i in columns if i < len(row) and row[i] and not says_nothing(row[i])] for row in rows]
    filled = [cells for cells in held if cells]
    texts = [cell for cells in filled for cell in cells]
    if (
        all(map(is_tick, texts))
        or len(filled) < _FEWEST_ROWS
        or len(texts) < _FEWEST_CELLS
        or not all(map(is_step, texts))
    ):
        return False
    return len({plain(text).casefold() for text in texts}) * 2 <= len(texts) + 2


def is_marked(rows: Iterable[Sequence[str]], columns: Sequence[int]) -> bool:
    """Whether these columns hold ticks and nothing else, in several rows."""
    held = [[row[i] for i in columns if i < len(row) and row[i]] for row in rows]
    filled = [cells for cells in held if any(map(is_tick, cells))]
    texts = [cell for cells in held for cell in cells]
    return len(filled) >= _FEWEST_ROWS and all(is_tick(t) or is_cross(t) or says_nothing(t) for t in texts)
