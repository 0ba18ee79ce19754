"""What several levels share is said once: the lowest of them has it, the others take it over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.drafts import DraftQuestion, Shared, line_of
from ladder_app.importers.result import Asks

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft, DraftLevel
    from ladder_app.importers.taken_over import TakenOver


_IS_EXEMPT = re.compile(
    r"\b(?:not (?:required|expected|obliged) to (?:meet|fulfil|fulfill)|(?:do|does) not apply|exempt from)\b",
    re.IGNORECASE,
)
"""A level that says this takes over nothing that all others share."""


def share(draft: Draft, taken: TakenOver) -> list[DraftQuestion]:
    """Give each level what it shares with others; gives what is left to ask."""
    exempt = [level for level in draft.levels if any(_IS_EXEMPT.search(text) for text in level.summary)]
    bound = [level for level in draft.levels if level not in exempt] or draft.levels
    every = [Shared(bound, draft.shared)] if draft.shared else []
    questions = []
    if every and bound is not draft.levels:
        for level in exempt:
            message = f"“{level.title}” says that what all levels share does not hold for it; what of it does?"
            questions.append(
                DraftQuestion(level.line, Asks.SHARED, message, level, (bound[0],), shared=tuple(draft.shared))
            )
    for shared in (*draft.groups, *every):
        if shared.criteria:
            questions += _one(shared, taken, all_levels=shared in every)
    return questions


def _one(shared: Shared, taken: TakenOver, *, all_levels: bool) -> list[DraftQuestion]:
    lowest = lowest_of(shared.levels, taken, all_levels=all_levels)
    graded = any(_number(level) is not None for level in shared.levels)
    kinds = tuple(kind for kind in Kind if any(c.kind is kind for c in shared.criteria))
    own = {criterion.kind for criterion in lowest.criteria}
    # The order of the page, wherever on it the levels are told what they share.
    lowest.criteria = sorted([*shared.criteria, *lowest.criteria], key=line_of)
    added: list[DraftLevel] = []
    in_doubt: set[Kind] = set()
    for level in shared.levels:
        missing = tuple(kind for kind in kinds if not taken.reaches(level, lowest, kind))
        empty = all_levels and graded and level.grade is None and not level.criteria
        if level is not lowest and missing and not empty and not taken.reaches(lowest, level):
            taken.take(level, lowest, missing)
            added.append(level)
            in_doubt |= own.intersection(missing)
    if not in_doubt:
        return []
    names = ", ".join(f"“{level.title}”" for level in added)
    which = "all levels" if all_levels else "several levels"
    message = (
        f"What {which} share was put on “{lowest.title}”, which {names} now extend{'s' if len(added) == 1 else ''}; "
        f"do they also take over what only “{lowest.title}” asks for?"
    )
    line, ours = shared.criteria[0].line, tuple(shared.criteria)
    return [DraftQuestion(line, Asks.SHARED, message, choices=(lowest,), shared=ours, takers=tuple(added))]


def lowest_of(levels: list[DraftLevel], taken: TakenOver, *, all_levels: bool) -> DraftLevel:
    """The level that the others can take over from: it builds on none of them."""
    if all_levels:
        first = [level for level in levels if not taken.of(level)]
    else:
        first = [one for one in levels if not any(other is not one and taken.reaches(one, other) for other in levels)]
    first = first or levels
    graded = [(number, level) for level in first if (number := _number(level)) is not None]
    return min(graded, key=lambda pair: pair[0])[1] if graded else first[0]


def _number(level: DraftLevel) -> int | None:
    return level.grade.number if level.grade is not None else None
