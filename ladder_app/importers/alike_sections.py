"""Headings side by side that hold the same labels with lists: levels, in whatever language they are named."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

Name = tuple[str, ...]


def with_alike_levels(sections: list[Section]) -> list[Section]:
    """The same sections; those are marked as levels that hold what levels beside them hold."""
    beside: dict[tuple[int, int], list[Section]] = defaultdict(list)
    for section in sections:
        if section.depth and section.topic is Topic.NAME and not section.is_inside(Topic.SPECIALTY):
            beside[id(section.parent), section.depth].append(section)
    for group in beside.values():
        for section in _levels_among(group):
            section.is_level = True
    return sections


def _levels_among(group: list[Section]) -> list[Section]:
    """Those of a group that hold the same labels, if one of them is called as a level is."""
    held = [(section, _labels(section)) for section in group]
    again = Counter(label for _, labels in held for label in labels)
    common = {label for label, count in again.items() if count > 1}
    if len(common) < 2 or sum(names_level(" ".join(label)) for label in common) * 2 > len(common):
        return []
    found = [section for section, labels in held if len(labels & common) * 2 > len(common)]
    titled = [section for section in found if section.titleish]
    if len(found) < 2 or not titled:
        return []
    if any(child.topic is Topic.LEVELS for section in found for child in section.children):
        return []  # tracks, each with levels of its own
    # Teams and specialties beside levels have labels of their own.
    return found if all(_labels(one) <= common for one in found) else []


def _labels(section: Section) -> set[Name]:
    return {tokens(child.title) for child in section.children if child.blocks and tokens(child.title)}
