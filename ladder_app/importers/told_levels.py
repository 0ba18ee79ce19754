"""Levels told of in a paragraph each, “**Senior Baker** – mends it.”, or under a question: “What does a Baker do?”."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Item, Listing, Paragraph
from ladder_app.importers.levels_by_area import INLINE_DEPTH
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.sections import Section
from ladder_app.importers.words import CODED, NUMBERED, looks_like_title, plain, ranks, tokens

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Block

_TOLD = re.compile(r"(?:\*\*|__)(?P<name>[^*_]{1,60}?)\s*[:–—-]?\s*(?:\*\*|__)\s*[:–—-]?\s+(?P<rest>\S.*)", re.DOTALL)
_FEWEST = 2
_PLAIN = re.compile(r"(?P<name>[^*_:.]{2,40}):\s+(?P<rest>\S.{20,})", re.DOTALL)
_NAMES_IT = re.compile(r"responsib|requirement|qualif|duties|accountab", re.IGNORECASE)


def with_told_levels(sections: list[Section]) -> list[Section]:
    """The sections, and one for each level that a paragraph tells of; questions about levels become theirs."""
    _take_questions(sections)
    headed = {tokens(s.title) for s in sections if s.depth and s.topic is Topic.NAME}
    result: list[Section] = []
    for section in sections:
        result.append(section)
        section.blocks = [part for block in section.blocks for part in _by_row(block)]
        told = _told(section) if section.topic in (Topic.NAME, Topic.LEVELS) else {}
        if len(told) > 1 and not any(tokens(name) in headed for name, _ in told.values()):
            inside = _parted(section, told)
            result += inside
            section.children[:0] = inside
    return result


def _by_row(block: Block) -> list[Block]:
    """A paragraph of which every line tells of a level, line by line; else the block as it is."""
    if not isinstance(block, Paragraph) or len(block.rows) < _FEWEST or "**" not in block.rows[0][1]:
        return [block]
    found = [_TOLD.fullmatch(text.strip()) for _, text in block.rows]
    if not all(match is not None and looks_like_title(match["name"]) for match in found):
        return [block]
    return [Paragraph([row]) for row in block.rows]


def _told(section: Section) -> dict[int, tuple[str, str]]:
    """The numbers of the paragraphs that begin with the name of a level, with the name and what is told."""
    found = {}
    for number, block in enumerate(section.blocks):
        match = (_TOLD.fullmatch(block.text) or _PLAIN.fullmatch(block.text)) if isinstance(block, Paragraph) else None
        if match is not None and looks_like_title(match["name"]):
            found[number] = (plain(match["name"]), match["rest"])
    ranked = [name for name, _ in found.values() if ranks(name) or CODED.fullmatch(plain(name)) or _is_counted(name)]
    names = {tokens(name) for name, _ in found.values()}
    return found if len(names) == len(found) and len(ranked) >= max(1, len(found) - 1) else {}


def _is_counted(name: str) -> bool:
    return NUMBERED.fullmatch(tokens(name)[-1]) is not None


def _parted(section: Section, told: dict[int, tuple[str, str]]) -> list[Section]:
    kept: list[Block] = []
    inside: list[Section] = []
    for number, block in enumerate(section.blocks):
        if number in told:
            name, rest = told[number]
            start = block.lines.start
            depth = max(INLINE_DEPTH, section.depth + 1)
            items = Listing([Item(rest, block.lines)])
            head = range(start, start)
            inside.append(Section(depth, name, head, Topic.NAME, blocks=[items], parent=section, is_level=True))
        elif inside and isinstance(block, Listing):
            inside[-1].blocks.append(block)
        else:
            kept.append(block)
    section.blocks = kept
    return inside


def _take_questions(sections: list[Section]) -> None:
    """Headings such as “What we expect from a Senior Baker”, one for each level, are these levels’ own."""
    asking = [s for s in sections if s.depth and s.is_kind and s.who and not _NAMES_IT.search(s.title)]
    asking = [s for s in asking if looks_like_title(s.who) and s.blocks]
    count = Counter(tokens(section.who) for section in asking)
    headed = {tokens(s.title) for s in sections if s.depth and s.topic is Topic.NAME}
    if len(count) < 2 or len(count) < len(asking) or headed & count.keys() or len({s.depth for s in asking}) > 1:
        return
    if any(s.is_kind and s not in asking for s in sections):
        return
    for section in asking:
        title = plain(section.title)
        at = title.casefold().find(section.who.casefold())
        line = section.lines.start
        section.blocks.insert(0, Paragraph([(line, section.title)]))
        section.title = title[at : at + len(section.who)] if at >= 0 else section.who
        section.topic, section.who, section.is_level = Topic.NAME, "", True
        section.lines = range(line, line)
