"""Headings side by side that count up behind the same letters, “N1”, “N2”, “N3 – Lead”: they are levels."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import PARTS, plain

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_COUNTED = re.compile(r"(?P<stem>[A-ZÀ-ÞА-Я]{1,4})[ .-]?(?P<number>\d{1,2})(?![\w.]).*")
_OF_TIME = PARTS | {"h", "fy", "w", "d", "y", "cy", "iso", "rfc", "covid", "web", "ci", "cd", "ax", "b"}
"""Letters before numbers that count something else."""
_FEWEST = 2


def with_counted_levels(sections: list[Section]) -> list[Section]:
    """The same sections; those are marked as levels that count up beside each other, and nothing else stands there."""
    beside: dict[tuple[int, int], list[Section]] = defaultdict(list)
    for section in sections:
        if 0 < section.depth <= BOLD_DEPTH and section.topic is Topic.NAME:
            beside[id(section.parent), section.depth].append(section)
    for group in beside.values():
        for section in _counted(group):
            section.is_level = True
    return sections


def _counted(group: list[Section]) -> list[Section]:
    found = [(one, match) for one in group if (match := _COUNTED.fullmatch(plain(one.title))) is not None]
    stems = {match["stem"].casefold() for _, match in found}
    numbers = [int(match["number"]) for _, match in found]
    if len(found) < _FEWEST or len(stems) > 1 or stems & _OF_TIME:
        return []
    step = numbers[1] - numbers[0]
    if abs(step) != 1 or numbers != list(range(numbers[0], numbers[0] + step * len(numbers), step)):
        return []
    return [one for one, _ in found] if all(any(s.blocks for s in one.subtree()) for one, _ in found) else []
