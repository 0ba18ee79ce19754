"""Lines of a paragraph that count up levels, “1 - Follows”, “2 - Leads”, with what each is asked on the lines below."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Item, Listing, Paragraph
from ladder_app.importers.levels_by_area import INLINE_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.sections import Section

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Block

_STEP = re.compile(r"(?P<number>\d{1,2})\s+[-–—]\s+(?P<name>[^\W\d][^.,;]{0,30})")
_FEWEST = 3


def with_numbered_lines(sections: list[Section]) -> list[Section]:
    """The sections, and one for each such line, where the same levels come back under several headings."""
    found = {id(block): _steps(block) for section in sections for block in section.blocks}
    again = Counter(names for names in found.values() if names)
    if not any(count > 1 for count in again.values()):
        return sections
    result: list[Section] = []
    for section in sections:
        result.append(section)
        kept: list[Block] = []
        inside: list[Section] = []
        for block in section.blocks:
            if isinstance(block, Paragraph) and section.depth and again[found[id(block)]] > 1:
                kept += _above(block)
                inside += _levels(block, section)
            else:
                kept.append(block)
        section.blocks = kept
        section.children[:0] = inside
        result += inside
    return result


def _steps(block: Block) -> tuple[str, ...]:
    """The lines of a paragraph that go through steps one by one; nothing of others."""
    if not isinstance(block, Paragraph) or len(block.rows) <= _FEWEST:
        return ()
    steps = [match for _, text in block.rows if (match := _STEP.fullmatch(text.strip())) is not None]
    numbers = [int(match["number"]) for match in steps]
    if len(steps) < _FEWEST or numbers[0] > 1 or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return ()
    return tuple(match[0] for match in steps)


def _above(block: Paragraph) -> list[Block]:
    first = next(n for n, (_, text) in enumerate(block.rows) if _STEP.fullmatch(text.strip()))
    return [Paragraph(block.rows[:first])] if first else []


def _levels(block: Paragraph, around: Section) -> list[Section]:
    inside: list[Section] = []
    for line, text in block.rows:
        lines = range(line, line + 1)
        if _STEP.fullmatch(text.strip()) is not None:
            depth = max(INLINE_DEPTH, around.depth + 1)
            inside.append(Section(depth, text.strip(), lines, Topic.NAME, parent=around, is_level=True))
        elif inside and text.strip():
            last = inside[-1]
            items = [item for listing in last.blocks if isinstance(listing, Listing) for item in listing.items]
            last.blocks = [Listing([*items, Item(text.strip(), lines)])]
    return inside
