"""Pages that go by competency first: “Communication”, and under it “Junior”, “Senior” – again under each competency.

A heading that comes back under several others and names a level is one level; what it comes back under are areas,
or kinds of criteria.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import LABEL_DEPTH
from ladder_app.importers.blocks import Block, Item, Listing
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.sections import Section
from ladder_app.importers.words import CODED, is_rank, looks_like_title, plain, ranks, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

INLINE_DEPTH = LABEL_DEPTH + 1
_LABELLED = re.compile(r"(?:\*\*|__)(?P<bold>[^*_]{1,50}?)(?::\s*)?(?:\*\*|__)\s*[:–—-]?\s*(?P<rest>.*)", re.DOTALL)
_COLON = re.compile(r"(?P<bold>[^:*_.]{1,30}):\s+(?P<rest>.*)", re.DOTALL)
_APART = frozenset((Topic.HIRING, Topic.INDICATOR, Topic.NOTE, Topic.SPECIALTY, Topic.CONTENTS, Topic.GRADE))


def levels_by_area(sections: list[Section], apart: set[int]) -> dict[int, Section]:
    """The sections that are a level inside an area, each with the section that is the area; `apart` are others'."""
    found: dict[tuple[str, ...], list[int]] = {}
    for i, section in enumerate(sections):
        around = section.parent
        if i in apart or section.topic is not Topic.NAME or around is None or not around.depth:
            continue
        if around.topic in _APART or around.topic is Topic.LEVELS or not _is_filled(section):
            continue
        if names_level(section.title) and not _is_itself_a_level(around):
            found.setdefault(tokens(section.title), []).append(i)
    found = _called_alike(sections, found)
    spoken = {
        i: s.parent
        for i, s in enumerate(sections)
        if s.is_level and s.parent and (s.depth >= INLINE_DEPTH or s.parent.is_kind)
    }
    again = {name: numbers for name, numbers in found.items() if _parents(sections, numbers) > 1}
    if len(again) < 2:
        return _named_once(spoken)
    # What stands beside them in one area only is a level as well: not every area has all of them.
    areas = {id(sections[i].parent) for numbers in again.values() for i in numbers}
    result: dict[int, Section] = {}
    for numbers in found.values():
        for i in numbers:
            around = sections[i].parent
            if around is not None and id(around) in areas:
                result[i] = around
    return _named_once(spoken | result)


_OF_NUMBER = re.compile(
    r"(?:[\w-]+ ){0,2}(?:level|grade|tier|stufe|niveau|nivel|nível) (\d{1,2}|[ivx]{1,4})", re.IGNORECASE
)


def _called_alike(sections: list[Section], found: dict[tuple[str, ...], list[int]]) -> dict[tuple[str, ...], list[int]]:
    """The same; “Level II” under one heading and “Assignment level II” under another have one name, the first."""
    numbers: dict[str, tuple[str, ...]] = {}
    result: dict[tuple[str, ...], list[int]] = {}
    for name, places in found.items():
        coded = _OF_NUMBER.fullmatch(plain(sections[places[0]].title).rstrip(": "))
        first = numbers.setdefault(coded[1].casefold(), name) if coded is not None else name
        around = {id(sections[i].parent) for i in result.get(first, [])}
        if first != name and not any(id(sections[i].parent) in around for i in places):
            for i in places:
                sections[i].title = sections[result[first][0]].title
            result[first] += places
        else:
            result[name] = places
    return result


def _named_once(areas: dict[int, Section]) -> dict[int, Section]:
    """The areas; where several are called alike, such as “Expectations”, the headings around them say which."""
    titles = Counter(tokens(area.title) for area in {id(area): area for area in areas.values()}.values())
    return {i: _with_name(area, titles[tokens(area.title)] > 1) for i, area in areas.items()}


def _with_name(area: Section, again: bool) -> Section:
    around = area.parent
    return around if again and around is not None and around.depth and not around.is_kind else area


def _parents(sections: list[Section], numbers: list[int]) -> int:
    return len({id(sections[i].parent) for i in numbers})


def _is_filled(section: Section) -> bool:
    return any(inside.blocks for inside in section.subtree())


def _is_itself_a_level(section: Section) -> bool:
    return looks_like_title(section.title) and section.depth > 1


def with_levels_of_lists(sections: list[Section]) -> list[Section]:
    """The sections, and a new one for each entry of a list that says what every level is to do: “Senior: …”."""
    result: list[Section] = []
    open_to = {
        id(s) for s in sections if (s.topic in (Topic.NAME, Topic.LEVELS) or s.is_kind) and not _is_inside(s, _APART)
    }
    lists = [b for s in sections if id(s) in open_to for b in s.blocks if isinstance(b, Listing)]
    again = Counter(tokens(_named(item)[0]) for listing in lists for item in listing.items)
    headed = {tokens(s.title) for s in sections if s.depth and any(one.blocks for one in s.subtree())}
    for section in sections:
        result.append(section)
        if id(section) not in open_to:
            continue
        for number, block in enumerate(section.blocks):
            if section.is_kind and not _come_back(block, again):
                continue
            if isinstance(block, Listing) and (inside := list(_sections_of(block, section, again, headed))):
                result += inside
                section.children += inside
                result += _rest(section, number)
                section.blocks = section.blocks[:number]
                break
    return result


def _come_back(block: Block, again: Counter[tuple[str, ...]]) -> bool:
    """Whether the entries of a list name levels that other lists name too, each over a list of its own."""
    if not isinstance(block, Listing) or len(block.items) < 2:
        return False
    names = [_named(item)[0] for item in block.items]
    return all(item.children for item in block.items) and all(
        name and again[tokens(name)] > 1 and names_level(name) for name in names
    )


def _rest(section: Section, number: int) -> Iterable[Section]:
    """What follows the list stays with its section, as a part without a heading."""
    rest: list[Block] = section.blocks[number + 1 :]
    if rest:
        yield Section(section.depth, section.title, range(0), section.topic, blocks=rest, parent=section.parent)


def _sections_of(
    listing: Listing, around: Section, again: Counter[tuple[str, ...]], headed: set[tuple[str, ...]]
) -> Iterable[Section]:
    if not all(_named(item)[0] for item in listing.items):
        return
    named = [(item, *_named(item)) for item in listing.items]
    names = {tokens(name) for _, name, _ in named}
    if len(names) < 2:
        return
    if len(names) < len(named) and not all(again[tokens(name)] > _twice(named, name) for _, name, _ in named):
        return
    if len(names & headed) > 1:
        # Headings say what these levels are to do; the list only tells of them.
        return
    flat = not any(item.children for item, _, _ in named)
    if flat and sum(any(_is_the_longer(head, name) for head in headed) for name in names) > 1:
        # “Level 1: starts here”, where a heading is “Level 1: Baker”.
        return
    if len({tokens(f"{name} {rest}") for item, name, rest in named if not item.children} & headed) > 1:
        # “Level 1: Beginner”, where a heading is “Level 1 (Beginner)”.
        return
    nested = all(
        item.children and not rest and (looks_like_title(name) or (again[tokens(name)] > 1 and names_level(name)))
        for item, name, rest in named
    )
    ranked = sum(bool(ranks(name)) or CODED.fullmatch(name) is not None for _, name, _ in named)
    told = len(named) > 2 and ranked >= len(named) - 1 and all(looks_like_title(name) for _, name, _ in named)
    titles = told or all(again[tokens(name)] > 1 and looks_like_title(name) for _, name, _ in named)
    if not nested and not titles and not all(is_rank(name) for _, name, _ in named):
        return
    for item, name, rest in named:
        inside = item.children if not rest else [Item(rest, item.lines, item.children)]
        heading = range(item.lines.start, item.lines.start) if rest else item.lines
        yield Section(INLINE_DEPTH, name, heading, Topic.NAME, blocks=[Listing(inside)], parent=around)


def _is_the_longer(head: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a heading has the number of a name, and says more."""
    return len(head) > len(name) and head[0].isdecimal() and head[0] == name[0]


def _twice(named: list[tuple[Item, str, str]], name: str) -> int:
    """How often a list has a name itself; a slip of the pen only where other lists have it as well."""
    return sum(tokens(other) == tokens(name) for _, other, _ in named)


def _named(item: Item) -> tuple[str, str]:
    """The level that an entry begins with, and the rest of it."""
    found = _LABELLED.fullmatch(item.text) or _COLON.fullmatch(item.text)
    if found is not None:
        return plain(found["bold"]).strip(" :"), found["rest"].strip()
    name = plain(item.text).strip(" :")
    return (name, "") if item.children and len(name.split()) <= 4 else ("", "")


def _is_inside(section: Section | None, topics: frozenset[Topic]) -> bool:
    while section is not None:
        if section.topic in topics:
            return True
        section = section.parent
    return False
