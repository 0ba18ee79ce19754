"""Headings that name a competency and a level in one, “Joinery (Apprentice)”, “Senior – Delivery”, for each pair."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.sections import Section, anchor_of
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PAIR = re.compile(
    r"(?P<one>[^()]{2,50}?)\s*(?:\((?P<inside>[^()]{2,40})\)|\s[–—-]\s(?P<other>.{2,50})|[:|]\s(?P<last>.{2,50}))"
)
_FEWEST = 4


def with_paired_levels(sections: list[Section]) -> list[Section]:
    """The sections; those that name a pair are the level, inside a section for the competency."""
    by_depth: dict[int, list[tuple[Section, str, str]]] = defaultdict(list)
    for section in sections:
        if 0 < section.depth < BOLD_DEPTH and section.topic is Topic.NAME and _is_filled(section):
            found = _PAIR.fullmatch(plain(section.title).rstrip(": "))
            if found is not None:
                one, other = found["one"].strip(), (found["inside"] or found["other"] or found["last"]).strip()
                by_depth[section.depth].append((section, one, other))
    paired: dict[int, tuple[str, str]] = {}
    for group in by_depth.values():
        paired |= _competencies_and_levels(group)
    return list(_nested(sections, paired)) if paired else sections


def _is_filled(section: Section) -> bool:
    return any(one.blocks for one in section.subtree())


def _competencies_and_levels(group: Sequence[tuple[Section, str, str]]) -> dict[int, tuple[str, str]]:
    """The competency and the level of each section (by identity), if the headings of the group are such pairs."""
    for turned in (False, True):
        pairs = [(section, *((b, a) if turned else (a, b))) for section, a, b in group]
        levels: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for _, skill, level in pairs:
            levels[tokens(level)].add(tokens(skill))
        again = [level for level, skills in levels.items() if len(skills) > 1]
        skills = {tokens(skill): skill for _, skill, _ in pairs}
        if len(pairs) < _FEWEST or len(again) < 2 or len(skills) < 2 or len(again) * 2 <= len(levels):
            continue
        if all(names_level(level) for _, _, level in pairs) and not any(map(_is_else, skills.values())):
            return {id(section): (skill, level) for section, skill, level in pairs}
    return {}


def _is_else(skill: str) -> bool:
    """Whether what stands beside the name of a level is another, or says a kind of criteria."""
    return names_level(skill) or meaning(skill).topic is not Topic.NAME


def _nested(sections: Sequence[Section], paired: dict[int, tuple[str, str]]) -> Iterable[Section]:
    areas: dict[tuple[int, tuple[str, ...]], Section] = {}
    for section in sections:
        pair = paired.get(id(section))
        if pair is None:
            yield section
            continue
        skill, level = pair
        key = id(section.parent), tokens(skill)
        around = areas.get(key)
        if around is None:
            start = section.lines.start
            around = areas[key] = Section(section.depth, skill, range(start, start), Topic.NAME, parent=section.parent)
            if section.parent is not None:
                section.parent.children.append(around)
            yield around
        if section.parent is not None:
            section.parent.children = [child for child in section.parent.children if child is not section]
        section.anchors = [*section.anchors, anchor_of(section.title)]
        section.title, section.parent, section.topic, section.who = level, around, Topic.NAME, ""
        around.children.append(section)
        for one in section.subtree():
            one.depth += 1 if one.depth < BOLD_DEPTH - 1 else 0
        yield section
