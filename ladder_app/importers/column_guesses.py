"""What the columns of a sheet likely are, where their heads do not say it: by what stands in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.importers.columns import Columns, Use, guessed
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
_LONGEST_NAME, _LONGEST_HEAD = 40, 40
_FEWEST_LETTERS = 8
"""Cells of fewer letters, on the average, are no criteria."""


def likely_head(heads: Sequence[tuple[str, ...]]) -> int:
    """Which of the rows that could be the head it likely is: the first, or the one below it if that fills its gaps."""
    if len(heads) < 3:
        return 0
    first, second = heads[:2]
    has_gaps = not all(first)
    below = heads[2:]
    again = any(cell in row[n : n + 1] for n, cell in enumerate(second) if cell for row in below)
    is_full = len(second) >= len(first) and all(0 < len(cell) <= _LONGEST_HEAD for cell in second)
    return 1 if has_gaps and is_full and not again else 0


def likely_columns(head: tuple[str, ...], rows: Sequence[Sequence[str]], *, across: bool) -> Columns:
    """What heads and cells say of the columns, where there is a row for each criterion; a person will look at it."""
    said = guessed(head, across=across)
    uses = list(said.uses)
    cells = [[row[n] for row in rows if n < len(row) and row[n]] for n in range(len(head))]
    if across:
        kinds = [n for n, use in enumerate(uses) if use is Use.LEVEL and _are_kinds(cells[n])]
        return replace(said, uses=tuple(Use.KIND if n in kinds[:1] else use for n, use in enumerate(uses)))
    if said.is_complete:
        return said
    free = [n for n, use in enumerate(uses) if use is Use.NOTE and cells[n]]
    if Use.TEXT not in uses:
        text = max(free, key=lambda n: _letters(cells[n]), default=None)
        if text is None or _letters(cells[text]) < _FEWEST_LETTERS:
            return said
        uses[text] = Use.TEXT
        free.remove(text)
    if Use.LEVEL not in uses:
        level = next((n for n in free if _may_be_levels(cells[n])), None)
        if level is None:
            return said
        uses[level] = Use.LEVEL
        free.remove(level)
    if Use.KIND not in uses:
        kind = next((n for n in free if _are_kinds(cells[n])), None)
        if kind is not None:
            uses[kind] = Use.KIND
    return replace(said, uses=tuple(uses))


def _are_kinds(cells: Sequence[str]) -> bool:
    """Whether each of these says what sort of criterion stands beside it."""
    return bool(cells) and all(meaning(cell).topic in _KINDS for cell in cells)


def _letters(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _may_be_levels(cells: Sequence[str]) -> bool:
    """Whether these could be names of levels: short, several, and words at least in part."""
    names = set(cells)
    return (
        len(names) > 1 and all(len(name) <= _LONGEST_NAME for name in names) and any(map(str.isalpha, "".join(names)))
    )
