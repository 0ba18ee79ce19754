"""Levels of which it is asked whether they are any: they ask nothing, or are not called as levels are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.result import Asks
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.taken_over import TakenOver

_CHAPTERS = frozenset(
    (
        "guideline", "guide", "process", "overview", "objective", "introduction", "policy", "framework", "example",
        "note", "principle", "value", "promotion", "purpose", "background", "summary", "appendix", "resource",
        "procedure", "template", "faq", "structure", "scope", "program", "programme",
    )
)  # fmt: skip
"""Words, as `tokens` gives them, that name a part of a document rather than somebody."""
_STEP = re.compile(r"\s*(?:→|⇒|➔|->|=>|\bto\b)\s*")
_NAMED = 3
"""How many levels a question names."""


def doubts_about_levels(draft: Draft, taken: TakenOver, asked: Collection[int]) -> Iterator[DraftQuestion]:
    """What is to be asked about single levels of several; at most one question of each kind.

    Those in `asked` (by identity) are asked about already.
    """
    if len(draft.levels) < 2 or not any(level.criteria for level in draft.levels):
        return
    empty = [
        level
        for level in draft.levels
        if not level.criteria and not level.grade and id(level) not in asked and not taken.of(level)
    ]
    if empty:
        yield _question(empty, "asks nothing", "ask nothing")
    steps = [level for level in draft.levels if _is_a_step(level)]
    if steps:
        yield _question(steps, "leads from one level to another", "lead from one level to another")
    named = [level for level in draft.levels if names_level(level.title)]
    strange = [level for level in draft.levels if level not in named and level not in empty and _is_chapter(level)]
    strange = [level for level in strange if not _is_kin(level, named)]
    if named and strange:
        yield _question(strange, "is called as a chapter is", "are called as chapters are")


def _is_a_step(level: DraftLevel) -> bool:
    """Whether a name says from which level to which one goes: “Baker → Senior Baker”."""
    ends = _STEP.split(plain(level.title))
    return len(ends) == 2 and all(map(names_level, ends))


def _is_chapter(level: DraftLevel) -> bool:
    words = tokens(level.title)
    return bool(words) and (words[0] in _CHAPTERS or words[-1] in _CHAPTERS)


def _is_kin(level: DraftLevel, named: list[DraftLevel]) -> bool:
    """Whether a level has a word of its name in common with one that is surely one."""
    words = set(tokens(level.title))
    return any(words.intersection(tokens(other.title)) for other in named)


def _question(levels: list[DraftLevel], one: str, several: str) -> DraftQuestion:
    names = ", ".join(f"“{plain(level.title)}”" for level in levels[:_NAMED]) + ("…" if len(levels) > _NAMED else "")
    said = f"{names} {one}; is it a level?" if len(levels) == 1 else f"{names} {several}; are they levels?"
    return DraftQuestion(levels[0].line, Asks.LEVELS, said, levels[0] if len(levels) == 1 else None, tuple(levels))
