"""Numbered lists of one length, each under a competency: the first entries are the first level, and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Listing
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.lengths import words_in
from ladder_app.importers.levels_by_area import INLINE_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Asks
from ladder_app.importers.sections import Section, plain_title
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.blocks import Item

_FEWEST = 3
_MOST = 10
_SENTENCE = 4
"""How many words an entry has on average that says what a level is asked."""


def with_numbered_levels(sections: list[Section]) -> list[Section]:
    """The sections, and one for each entry of lists that count levels up under a heading that speaks of levels."""
    over = [section for section in sections if section.topic is Topic.LEVELS and section.depth]
    ladders = {id(one): listing for section in over for one, listing in _ladders(section)}
    if not ladders:
        return sections
    result: list[Section] = []
    for section in sections:
        result.append(section)
        listing = ladders.get(id(section))
        if listing is not None:
            inside = [_level(number, item, section) for number, item in enumerate(listing.items, 1)]
            section.blocks = [block for block in section.blocks if block is not listing]
            section.children[:0] = inside
            result += inside
    return result


def _level(number: int, item: Item, around: Section) -> Section:
    start = item.lines.start
    name, head = f"Level {number}", range(start, start)
    return Section(INLINE_DEPTH, name, head, Topic.NAME, blocks=[Listing([item])], parent=around, is_level=True)


def _ladders(over: Section) -> list[tuple[Section, Listing]]:
    """The competencies under a heading, each with its list; none unless all of them count up to the same number."""
    found = []
    for one in over.children:
        lists = [block for block in one.blocks if isinstance(block, Listing)]
        if one.topic is not Topic.NAME or one.children or len(lists) != 1 or names_level(one.title):
            return []
        if not lists[0].numbered or not _FEWEST <= len(lists[0].items) <= _MOST:
            return []
        found.append((one, lists[0]))
    items = [item for _, listing in found for item in listing.items]
    if len(found) < _FEWEST or len({len(listing.items) for _, listing in found}) > 1:
        return []
    return found if sum(words_in(plain(item.text)) for item in items) >= _SENTENCE * len(items) else []


def question_of_numbers(sections: Sequence[Section]) -> DraftQuestion | None:
    """What is asked where numbers of lists were taken for levels."""
    for section in sections:
        if section.topic is Topic.LEVELS and section.depth:
            numbered = [one for one in section.children if any(inside.is_level for inside in one.children)]
            count = max((len(one.children) for one in numbered), default=0)
            if count and all(inside.title.startswith("Level ") and not inside.lines for inside in numbered[0].children):
                message = (
                    f"Each list under “{plain_title(section)}” counts to {count}; its numbers were taken for "
                    f"{count} levels. Is that right?"
                )
                return DraftQuestion(section.lines.start, Asks.LEVELS, message)
    return None
