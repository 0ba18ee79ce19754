"""Labels over lists that come back, “Oven:”, “Shop:” under one level after the other: each is a category."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Listing, Paragraph
from ladder_app.importers.lengths import words_in
from ladder_app.importers.levels_by_area import INLINE_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.opposites import says_opposite
from ladder_app.importers.sections import Section
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Block

_LABEL = re.compile(r"[^.!?;:\uff1a]{2,50}[:\uff1a]")
_LONGEST = 4
"""How many words a label has at most."""


def with_labelled_lists(sections: list[Section]) -> list[Section]:
    """The sections, and one for each list under a label that other sections have, too."""
    found = {id(s): labels for s in sections if s.topic is Topic.NAME and (labels := _labels(s))}
    count = Counter(name for labels in found.values() for name in {tokens(label) for label in labels.values()})
    result: list[Section] = []
    for section in sections:
        result.append(section)
        every = found.get(id(section), {})
        labels = {at: name for at, name in every.items() if count[tokens(name)] > 1 or says_opposite(name)}
        if labels:
            inside = _parted(section, labels)
            result += inside
            section.children[:0] = inside
    return result


def _labels(section: Section) -> dict[int, str]:
    """The numbers of the paragraphs that are labels over lists, with what they say."""
    found = {}
    for number, block in enumerate(section.blocks[:-1]):
        if not isinstance(block, Paragraph) or len(block.rows) != 1:
            continue
        if not isinstance(section.blocks[number + 1], Listing) or not _LABEL.fullmatch(block.text.strip()):
            continue
        name = plain(block.text).strip(" :\uff1a")
        if 0 < words_in(name) <= _LONGEST and _names(name):
            found[number] = name
    return found


def _names(label: str) -> bool:
    """Whether a label names a category, or what is not wanted."""
    return bool(tokens(label)) and (meaning(label).topic is Topic.NAME or says_opposite(label))


def _parted(section: Section, labels: dict[int, str]) -> list[Section]:
    kept: list[Block] = []
    inside: list[Section] = []
    depth = max(INLINE_DEPTH, section.depth + 1)
    for number, block in enumerate(section.blocks):
        if number in labels:
            topic = Topic.NOTE if says_opposite(labels[number]) else Topic.NAME
            inside.append(Section(depth, labels[number], block.lines, topic, parent=section))
        elif inside and not inside[-1].blocks:
            inside[-1].blocks.append(block)
        else:
            kept.append(block)
    section.blocks = kept
    return inside
