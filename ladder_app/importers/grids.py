"""What a grid of cells says about levels: a column for each, a row for each, or a row for each criterion.

Tables of a page, sheets of a workbook and CSV are all grids; one reading serves them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ladder_app.importers.grid_heads import (
    LevelColumns,
    fields_of,
    is_about_a_competency,
    is_wide,
    label_order,
    level_columns,
    level_rows,
    level_title,
)
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BULLET = re.compile(r"^\s*(?:[-*•·▪◦●]|\d+[.)])\s+", re.MULTILINE)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_STARTS = re.compile(r"""["“'(*_\[]*[A-Z0-9]""")
_SUMMARY = re.compile(r"(?:level )?(?:description|summary|overview|in short|at a glance|tl;?dr)", re.IGNORECASE)
_SAYS_KIND = re.compile(
    r"\b(?:responsibilit|duties|requirement|qualification|expectation|must[ -]have|nice[ -]to[ -]have|criteria)",
    re.IGNORECASE,
)
_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
DEEPEST_HEAD = 20
"""In how many of the first rows the heads are looked for; above them stand titles and remarks."""

WIDEST = 60
"""How many columns may be filled; no ladder has so many levels or competencies side by side."""

Rows = list[tuple[range, list[str]]]
"""Cells with the lines of the source they stand on."""


class Says(Enum):
    """What a cell is."""

    LEVEL = "level"
    CRITERION = "criterion"
    GRADE = "grade"
    SUMMARY = "summary"
    AREA = "area"
    NOTE = "note"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says, about which level and area; `topic` is the kind of criteria, if the grid tells."""

    says: Says
    lines: range
    text: str
    level: str = ""
    area: str = ""
    topic: Topic | None = None


@dataclass(slots=True)
class GridReading:
    """The entries of a grid in order; levels are named in the order of the grid."""

    entries: list[Entry] = field(default_factory=list)

    def add(
        self, says: Says, lines: range, text: str, level: str = "", area: str = "", topic: Topic | None = None
    ) -> None:
        self.entries.append(Entry(says, lines, text, level, area, topic))

    def cell(self, lines: range, level: str, label: str, text: str, around: str = "") -> None:
        """What a cell says about a level, under a label that is an area, a kind of criteria, the grade …"""
        topic = meaning(label).topic if label else Topic.NAME
        if topic is Topic.GRADE:
            self.add(Says.GRADE, lines, text, level)
        elif label and _SUMMARY.fullmatch(plain(label)):
            self.add(Says.SUMMARY, lines, text, level)
        else:
            kind = topic if topic in _KINDS and _SAYS_KIND.search(label) else None
            area = around if kind is not None else joined_names(around, label)
            for part in bullets_of(text):
                self.add(Says.CRITERION, lines, part, level, area, kind)


def read_grid(rows: Rows, columns: Mapping[str, str] | None = None, level: str = "") -> GridReading | None:
    """What the rows say; none if they say nothing about levels.

    `columns` are a person's word on which column (by its head) is what; `level` is the one that a grid
    without levels of its own is about.
    """
    for position, (lines, head) in enumerate(rows[:DEEPEST_HEAD]):
        if not 2 <= sum(bool(cell) for cell in head) <= WIDEST:
            continue
        body = rows[position + 1 :]
        reading = GridReading()
        for above, cells in rows[:position]:
            reading.add(Says.NOTE, above, "\n".join(cell for cell in cells if cell))
        if (found := fields_of(head, columns)) is not None and (columns or not level_rows(head, body, found)):
            reading.add(Says.HEAD, lines, "")
            _criterion_rows(reading, head, body, found)
        elif (across := level_columns(head, body)) is not None:
            _columns_of_levels(reading, lines, body, across)
        elif (down := level_rows(head, body, found)) is not None:
            reading.add(Says.HEAD, lines, "")
            _rows_of_levels(reading, head, body, down)
        elif level and (found := fields_of(["level", *head])) is not None:
            reading.add(Says.HEAD, lines, "")
            moved = [(span, [level, *cells]) for span, cells in body]
            _criterion_rows(reading, ["level", *head], moved, found)
        else:
            continue
        return reading if any(entry.says is Says.CRITERION for entry in reading.entries) else None
    return None


def _criterion_rows(reading: GridReading, head: Sequence[str], body: Rows, fields: Mapping[str, int]) -> None:
    last = ""
    for lines, cells in body:
        if list(cells) == list(head):
            reading.add(Says.HEAD, lines, "")
            continue
        value = {name: cells[i] if i < len(cells) else "" for name, i in fields.items()}
        last = value["level"] or last
        if not last or not value["text"]:
            reading.add(Says.NOTE, lines, "\n".join(cell for cell in cells if cell))
            continue
        title = level_title(last)
        if value.get("grade"):
            reading.add(Says.GRADE, lines, value["grade"], title)
        others = [
            f"{head[i]}: {cell}" if i < len(head) and head[i] else cell
            for i, cell in enumerate(cells)
            if cell and i not in fields.values()
        ]
        topic = meaning(value.get("kind", "")).topic
        kind = topic if topic in _KINDS else None
        area = joined_names(value.get("theme", ""), value.get("area", ""))
        reading.add(Says.CRITERION, lines, "\n".join([value["text"], *others]), title, area, kind)


def _columns_of_levels(reading: GridReading, lines: range, body: Rows, across: LevelColumns) -> None:
    """One competency a row, with a column for each level; what stands left of them names the competency."""
    for _, title in across.titles:
        reading.add(Says.LEVEL, lines, title, title)
    around, labels = "", [""] * len(across.labels)
    order = label_order(across)
    for row_lines, cells in body:
        filled = {i for i, cell in enumerate(cells) if cell}
        texts = [(title, cells[i]) for i, title in across.titles if i in filled]
        here = [cells[i] if i in filled else "" for i in across.labels]
        if texts and [text for _, text in texts] == [title for i, title in across.titles if i in filled]:
            reading.add(Says.HEAD, row_lines, "")
        elif not texts:
            names = [name for name in here if name]
            if len(names) == 1 and not is_wide(names[0]):
                around = names[0]
                labels = [""] * len(labels)
                reading.add(Says.AREA, row_lines, around)
            else:
                reading.add(Says.NOTE, row_lines, "\n".join(cell for cell in cells if cell))
        else:
            if any(here):
                first = next(i for i, name in enumerate(here) if name)
                labels = labels[:first] + here[first:]
            said = [labels[i] for i in order if labels[i] and not is_about_a_competency(across, i, labels[i])]
            for i, name in enumerate(here):
                if name and is_about_a_competency(across, i, name):
                    reading.add(Says.NOTE, row_lines, name, area=joined_names(around, *said))
            label = said[-1] if said else ""
            for i in across.beside:
                if i in filled:
                    level = [title for j, title in across.titles if j < i][-1]
                    reading.add(Says.NOTE, row_lines, cells[i], area=joined_names(level, around, *said))
            for title, text in texts:
                reading.cell(row_lines, title, label, text, joined_names(around, *said[:-1]))


def _rows_of_levels(reading: GridReading, head: Sequence[str], body: Rows, down: list[str]) -> None:
    """A row for each level, with a column for each competency."""
    named = _title_column(head)
    for (lines, cells), name in zip(body, down, strict=True):
        if not name:
            reading.add(Says.NOTE, lines, "\n".join(cell for cell in cells if cell))
            continue
        title = level_title(name)
        if named is not None and named < len(cells) and cells[named]:
            title = f"{title} – {cells[named]}"
        reading.add(Says.LEVEL, lines, title, title)
        if down.count(name) > 1 and len(cells) > 2 and cells[1] and len(set(cells[1:])) == 1:
            # One cell over all competencies says something about the level itself.
            reading.add(Says.SUMMARY, lines, cells[1], title)
            continue
        for i, cell in enumerate(cells[1:], 1):
            if cell and i != named:
                label = head[i] if i < len(head) else ""
                alone = len(head) == 2 and meaning(label).topic not in _KINDS
                reading.cell(lines, title, "" if alone else label, cell)


def _title_column(head: Sequence[str]) -> int | None:
    """The column with the titles of levels, where the first has only their numbers or codes."""
    for i, cell in enumerate(head[1:], 1):
        if plain(cell).casefold() in ("title", "job title", "role", "name", "level name", "position"):
            return i
    return None


def joined_names(*names: str) -> str:
    """An area inside an area, in words."""
    said: list[str] = []
    for name in names:
        words = plain(name).strip(" :")
        if said and words.casefold() == said[-1].casefold():
            said[-1] = words
        elif words and words not in said:
            said.append(words)
    return " – ".join(said)


def bullets_of(cell: str) -> list[str]:
    """The bullets or statements of a cell, each by itself; a cell without is one text, and an empty one none."""
    cell = _BREAK.sub("\n", cell).strip()
    if _BULLET.match(cell) and (len(_BULLET.findall(cell)) > 1 or "\n" not in cell):
        return [part.strip() for part in _BULLET.split(cell) if part.strip()]
    rows = [row.strip() for row in cell.split("\n") if row.strip()]
    if len(rows) > 1 and all(_STARTS.match(row) and len(row.split()) > 1 for row in rows):
        return rows
    return [cell] if cell else []
