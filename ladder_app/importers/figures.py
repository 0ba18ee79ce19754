"""Tables that say by figures of a scale how well each level does something, and the scale told beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Table
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.grid_reading import GridReading, Says
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Asks
from ladder_app.importers.tables import rows_of
from ladder_app.importers.words import PROFICIENCY, RANKS, plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_FIGURE = re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?\+?")
_STEP = re.compile(r"\d{1,2}\s*[-–—:.)]\s*\D.{0,40}|(?:level|step) \d{1,2}\s*[-–—:(]\s*.{1,40}", re.IGNORECASE)
_FEWEST = 3


def figures_in(block: Table) -> GridReading | None:
    """What a table says whose columns are levels and whose cells are figures: its rows name what is asked of all."""
    (lines, head), *body = rows_of(block)
    titles = [(i, plain(cell)) for i, cell in enumerate(head) if i and cell]
    rows = [(span, cells) for span, cells in body if any(cells)]
    if len(titles) < 2 or not rows or not all(names_level(title) for _, title in titles):
        return None
    cells = [row[i] for _, row in rows for i, _ in titles if i < len(row) and row[i]]
    if not cells or not all(_FIGURE.fullmatch(plain(cell)) for cell in cells) or not all(row[0] for _, row in rows):
        return None
    reading = GridReading()
    for _, title in titles:
        reading.add(Says.LEVEL, lines, title, title)
    for span, row in rows:
        for i, title in titles:
            if i < len(row) and row[i] and plain(row[i]) != "0":
                reading.add(Says.CRITERION, span, row[0], title)
    return reading


def with_scale_aside(sections: list[Section]) -> list[Section]:
    """The same sections; steps of a scale that tables speak of by figures are notes, their columns are the levels."""
    tabled = [s for s in sections if any(isinstance(b, Table) and figures_in(b) is not None for b in s.blocks)]
    if not tabled:
        return sections
    filled = [s for s in sections if s.depth and s.topic is Topic.NAME and any(one.has_list for one in s.subtree())]
    steps = [s for s in filled if _is_step(s)]
    ranked = [s for s in filled if s not in steps and RANKS.intersection(tokens(s.title)) and s not in tabled]
    if len(steps) < _FEWEST or ranked:
        return sections
    for step in steps:
        for inside in step.subtree():
            inside.topic, inside.who = Topic.NOTE, ""
    for section in tabled:
        section.holds_levels = section.holds_figures = True
        if section.topic is Topic.NOTE:
            section.topic = Topic.NAME
    return sections


def _is_step(section: Section) -> bool:
    words = tokens(section.title)
    if section.has_list and any(isinstance(block, Table) for block in section.blocks):
        return False
    return _STEP.fullmatch(plain(section.title)) is not None or (bool(words) and PROFICIENCY.issuperset(words))


def question_of_figures(title: str, line: int) -> DraftQuestion:
    """What is asked about a table of figures."""
    message = (
        f"“{title}” says by figures how well each level is to do what its rows name; the rows are criteria now, the "
        f"figures a note. Is that right?"
    )
    return DraftQuestion(line, Asks.LEVELS, message)
