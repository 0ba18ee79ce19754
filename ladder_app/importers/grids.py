"""What a grid of cells says about levels: a column for each, a row for each, or a row for each criterion.

Tables of a page, sheets of a workbook and CSV are all grids; one reading serves them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.cells import read_cell, says_nothing
from ladder_app.importers.grid_across import AcrossReader
from ladder_app.importers.grid_heads import counts_up, fields_of, is_remark, level_columns, level_rows, level_title
from ladder_app.importers.grid_reading import GridReading, Rows, Says, joined_names
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEEPEST_HEAD = 20
"""In how many of the first rows the heads are looked for; above them stand titles and remarks."""

_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
WIDEST = 60
"""How many columns may be filled; no ladder has so many levels or competencies side by side."""


def read_grid(rows: Rows, columns: Mapping[str, str] | None = None, level: str = "") -> GridReading | None:
    """What the rows say; none if they say nothing about levels.

    `columns` are a person's word on which column (by its head) is what; `level` is the one that a grid
    without levels of its own is about.
    """
    for position, (span, cells) in enumerate(rows[:DEEPEST_HEAD]):
        if not 2 <= sum(map(bool, cells)) <= WIDEST or (position and cells[0] and _are_counted(rows)):
            continue
        lines, body = span, rows[position + 1 :]
        head = _under_another_head(rows, position)
        if body and _is_parted(cells, body[0][1]):
            head = [joined_names(above, below) for above, below in zip(cells, body[0][1], strict=True)]
            lines, body = range(span.start, body[0][0].stop), body[1:]
        around = _group_above(rows, position)
        reading = GridReading()
        for above, said in rows[:position]:
            says = Says.AREA if around and said is rows[position - 1][1] else Says.NOTE
            reading.add(says, above, "\n".join(cell for cell in said if cell))
        if (found := fields_of(head, columns)) is not None and (
            columns or "area" in found or not level_rows(head, body, found)
        ):
            reading.add(Says.HEAD, lines, "")
            _criterion_rows(reading, head, body, found)
        elif (across := level_columns(head, body)) is not None:
            AcrossReader(reading, across, around).read(lines, body)
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


def _is_parted(head: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the row below a head parts its columns, as cells over several rows and columns say."""
    if len(head) != len(below) or not head[0] or head[0] != below[0] or head == below or not all(below):
        return False
    return any(head[i] == head[i + 1] and below[i] != below[i + 1] for i in range(1, len(head) - 1))


def _under_another_head(rows: Rows, position: int) -> list[str]:
    """The head in this row; where it leaves columns open that the row above it heads, with those."""
    head = rows[position][1]
    above = rows[position - 1][1] if position else []
    if sum(bool(cell) for cell in above) < 2:
        return head
    return [cell or (above[i] if i < len(above) else "") for i, cell in enumerate(head)]


def _are_counted(rows: Rows) -> bool:
    """Whether all rows but the first begin with the numbers of levels: none of them is the head of the others."""
    first = [cells[0] for _, cells in rows[1:] if cells and cells[0]]
    return len(first) > 1 and counts_up(first)


def _group_above(rows: Rows, position: int) -> str:
    """The name over the head, where the head comes back under other names: the first of several groups."""
    if not position or sum(map(bool, rows[position - 1][1])) != 1:
        return ""
    head = rows[position][1]
    again = [i for i, (_, cells) in enumerate(rows) if i > position and cells == head]
    named = [i for i in again if sum(map(bool, rows[i - 1][1])) == 1]
    return next(cell for cell in rows[position - 1][1] if cell) if named else ""


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
        topic = meaning(value.get("kind", "")).topic
        kind = topic if topic in _KINDS else None
        area = joined_names(value.get("theme", ""), value.get("area", ""))
        read = read_cell(value["text"])
        for lead in read.leads if len(read.statements) > 1 else ():
            reading.add(Says.NOTE, lines, lead, area=joined_names(title, area))
        for text in read.statements if len(read.statements) > 1 else (value["text"],):
            reading.add(Says.NOTE if says_nothing(text) else Says.CRITERION, lines, text, title, area, kind)
        for i, cell in enumerate(cells):
            if cell and i not in fields.values():
                beside = head[i] if i < len(head) else ""
                reading.add(Says.NOTE, lines, cell, area=joined_names(title, area, beside))


def _rows_of_levels(reading: GridReading, head: Sequence[str], body: Rows, down: list[str]) -> None:
    """A row for each level, with a column for each competency."""
    named = _title_column(head)
    for (lines, cells), name in zip(body, down, strict=True):
        if not name:
            reading.add(Says.NOTE, lines, "\n".join(cell for cell in cells if cell))
            continue
        title = level_title(name)
        if named is not None and named < len(cells) and cells[named]:
            graded = name.isdecimal() and meaning(head[0]).topic is Topic.GRADE
            title = cells[named] if graded else f"{title} – {cells[named]}"
            if graded:
                reading.add(Says.GRADE, lines, name, title)
        reading.add(Says.LEVEL, lines, title, title)
        if down.count(name) > 1 and len(cells) > 2 and cells[1] and len(set(cells[1:])) == 1:
            # One cell over all competencies says something about the level itself.
            reading.add(Says.SUMMARY, lines, cells[1], title)
            continue
        for i, cell in enumerate(cells[1:], 1):
            label = head[i] if i < len(head) else ""
            if cell and is_remark(label):
                reading.add(Says.NOTE, lines, cell, area=joined_names(title, label))
            elif cell and i != named:
                alone = len(head) == 2 and meaning(label).topic not in _KINDS
                reading.cell(lines, title, "" if alone else label, cell)


def _title_column(head: Sequence[str]) -> int | None:
    """The column with the titles of levels, where the first has only their numbers or codes."""
    for i, cell in enumerate(head[1:], 1):
        if plain(cell).casefold() in ("title", "job title", "role", "name", "level name", "position"):
            return i
    return None
