"""Headings side by side that differ in nothing but how far up they are: “Baker”, “Senior Baker”; “Novice”, “Expert”.

They are levels, though no heading inside them speaks of duties, and whatever the heading around them is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.level_names import without_number, without_remark
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import PARTS, PROFICIENCY, RANKS, is_rank, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_APART = frozenset((Topic.HIRING, Topic.INDICATOR, Topic.NOTE, Topic.SPECIALTY, Topic.CONTENTS))
_STEPS = RANKS | PROFICIENCY
_NUMBER = re.compile(r"\d{1,2}|i{1,3}|i[vx]|vi{0,3}|x")
_FEWEST = 2


def with_ranked_levels(sections: list[Section]) -> list[Section]:
    """The same sections; those are marked as levels that stand beside others of the same name and another rank."""
    beside: dict[tuple[int, int], list[Section]] = defaultdict(list)
    for section in sections:
        if 0 < section.depth <= BOLD_DEPTH and section.topic is Topic.NAME and not _is_apart(section):
            beside[id(section.parent), section.depth].append(section)
    groups = [found for group in beside.values() if (found := _steps_among(group))]
    for group in groups:
        # Names that come back under several headings belong to competencies or tracks; those are told apart elsewhere.
        names = {tokens(section.title) for section in group}
        if not any(other is not group and names & {tokens(one.title) for one in other} for other in groups):
            for section in group:
                section.is_level = True
    return sections


def _is_apart(section: Section) -> bool:
    around = section.parent
    return around is not None and (around.topic in _APART or any(map(around.is_inside, _APART)))


def _steps_among(group: list[Section]) -> list[Section]:
    """The levels of a group; none if headings inside them tell levels from others anyway."""
    families: dict[frozenset[str], list[Section]] = defaultdict(list)
    for section in group:
        name = family(section.title)
        if name is not None and any(one.blocks for one in section.subtree()):
            families[name].append(section)
    found = max(families.values(), key=len, default=[])
    if len({tokens(without_remark(section.title)) for section in found}) < max(_FEWEST, len(found)):
        return []
    if any(one.is_kind or one.topic is Topic.GRADE for section in found for one in section.subtree()):
        return []
    return found if any(one.has_list for section in found for one in section.subtree()) else []


def family(title: str) -> frozenset[str] | None:
    """The words of a name that do not say how far up, empty if all do; none if it is too long for a name."""
    name = without_number(without_remark(title))
    words = tokens(name)
    if is_rank(name) or (words and all(word in _STEPS for word in words)):
        return frozenset()
    if words and words[0] in PARTS:
        return None
    bare = frozenset(word for word in words if word not in _STEPS and not _NUMBER.fullmatch(word))
    if not bare and not any(word in _STEPS for word in words):
        return None
    return bare if len(words) <= 6 else None
