"""Headings that a table of levels names in its first column, “Role | Purpose”: they are those levels."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Table
from ladder_app.importers.grid_reading import Says
from ladder_app.importers.grids import read_grid
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.tables import rows_of
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_FEWEST = 2


def with_tabled_levels(sections: list[Section]) -> list[Section]:
    """The same sections; those are marked as levels that stand beside others which a table names with them."""
    names = {tokens(name) for section in sections if section.holds_levels for name in levels_in_rows(section)}
    if len(names) < _FEWEST:
        return sections
    beside: dict[tuple[int, int], list[Section]] = defaultdict(list)
    for section in sections:
        if section.depth and section.topic is Topic.NAME and tokens(section.title) in names:
            beside[id(section.parent), section.depth].append(section)
    for group in beside.values():
        if len({tokens(section.title) for section in group}) == len(group) >= _FEWEST:
            for section in group:
                section.is_level = section.is_level or any(one.blocks for one in section.subtree())
    return sections


def levels_in_rows(section: Section) -> list[str]:
    """The levels that tables right under a heading have a row for each."""
    found = []
    for block in section.blocks:
        if isinstance(block, Table) and (reading := read_grid(rows_of(block))) is not None:
            head = block.rows[0].lines
            found += [plain(e.text) for e in reading.entries if e.says is Says.LEVEL and e.lines != head]
    return found
