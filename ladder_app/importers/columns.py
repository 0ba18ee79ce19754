"""A person's word on the columns of a sheet: which row is the head, what each column is, what goes across."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from ladder_app.domain.role import Note
from ladder_app.errors import InvalidFile
from ladder_app.importers.decoding import decoded
from ladder_app.importers.grid_heads import fields_of
from ladder_app.importers.grid_reading import joined_names
from ladder_app.importers.result import Place
from ladder_app.importers.sheets import Grid, csv_grid, import_grids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.importers.result import Imported


class Use(Enum):
    """What a column is."""

    LEVEL = "level"
    """It names the level of each row; where levels stand across, it is one."""
    TEXT = "text"
    KIND = "kind"
    AREA = "area"
    GRADE = "grade"
    NOTE = "note"
    """It is left out of the criteria."""


ACROSS = (Use.LEVEL, Use.AREA, Use.KIND, Use.NOTE)
"""What a column can be where levels stand across."""
DEEPEST_HEAD = 20
_FIELDS = (Use.LEVEL, Use.TEXT, Use.KIND, Use.AREA, Use.GRADE)
_BESIDE = re.compile(r"(?:remark|note|comment|example|evidence|link)s?", re.IGNORECASE)
_CODED = re.compile(r"\d+")

Row = tuple[range, list[str]]


@dataclass(frozen=True, slots=True)
class Columns:
    """How sheets with this head are read. `uses` say it for each column of the head; `names` are what the levels that
    stand across are called, where that is not their head. With `alone`, sheets with other heads are kept as notes."""

    head: tuple[str, ...]
    across: bool
    uses: tuple[Use, ...]
    names: tuple[str, ...] = ()
    alone: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it says enough for a role."""
        return Use.LEVEL in self.uses and (self.across or Use.TEXT in self.uses)

    def level_of(self, number: int) -> str:
        """What the level of a column is called, where levels stand across."""
        said = self.names[number].strip() if number < len(self.names) else ""
        head = said or self.head[number]
        return f"Level {head}" if _CODED.fullmatch(head) else head or f"Column {number + 1}"

    def plain(self) -> dict[str, Any]:
        """As plain values, to be kept."""
        uses, names = [use.value for use in self.uses], list(self.names)
        return {"head": list(self.head), "across": self.across, "uses": uses, "names": names, "alone": self.alone}


def columns_from(value: object) -> Columns | None:
    """What `plain` gave; none where it is something else."""
    if not isinstance(value, dict):
        return None
    lists = [value.get(name) for name in ("head", "uses", "names")]
    head, uses, names = ([str(part) for part in found] if isinstance(found, list) else None for found in lists)
    known = {use.value: use for use in Use}
    if not head or uses is None or names is None or len(uses) != len(head) or not set(uses) <= known.keys():
        return None
    meant = tuple(known[use] for use in uses)
    return Columns(tuple(head), value.get("across") is True, meant, tuple(names), value.get("alone") is True)


def guessed(head: tuple[str, ...], *, across: bool) -> Columns:
    """What the heads say by themselves. What they leave open is a note, or, where levels stand across, one of them."""
    known = _known_fields(head)
    if across:
        labels: dict[int, Use] = {n: use for n, use in known.items() if use in (Use.AREA, Use.KIND)} or {0: Use.AREA}
        labels |= {n: Use.NOTE for n, cell in enumerate(head) if _BESIDE.fullmatch(cell.strip(" :"))}
        return Columns(head, across, tuple(labels.get(number, Use.LEVEL) for number in range(len(head))))
    return Columns(head, across, tuple(known.get(number, Use.NOTE) for number in range(len(head))))


def _known_fields(head: tuple[str, ...]) -> dict[int, Use]:
    # Fields are told only of sheets with a level and a text: what a head lacks of these is put in front of it.
    for lacking in ([], ["text"], ["level"], ["level", "text"]):
        found = fields_of([*lacking, *head])
        if found is not None:
            uses = {"theme": Use.AREA} | {use.value: use for use in Use}
            return {n - len(lacking): uses[name] for name, n in found.items() if n >= len(lacking)}
    return {}


def grids_of(content: bytes) -> list[Grid]:
    """The sheets of a workbook, or the one of a CSV text. Raises `InvalidFile` for what is neither."""
    if content.startswith(b"PK\x03\x04"):
        from ladder_app.importers.workbooks import xlsx_grids

        return xlsx_grids(content)
    text = decoded(content)
    if text is None:
        raise InvalidFile("This is not a sheet.")
    return [csv_grid(text)]


def heads_of(grid: Grid) -> list[tuple[str, ...]]:
    """The rows that could be the head of a sheet, top down."""
    return [tuple(cells) for _, cells in grid.rows[:DEEPEST_HEAD] if sum(bool(cell) for cell in cells) > 1]


def fitting(known: Iterable[Columns], grids: Iterable[Grid]) -> Columns | None:
    """The first that knows a head of these sheets."""
    heads = {head for grid in grids for head in heads_of(grid)}
    return next((columns for columns in known if columns.head in heads), None)


def first_rows(grids: Iterable[Grid], count: int) -> list[Grid]:
    """The sheets with so many rows each, to be looked at."""
    return [replace(grid, rows=grid.rows[:count]) for grid in grids]


def import_columns(grids: list[Grid], name: str, columns: Columns) -> Imported:
    """The role that the sheets hold, read so. Raises `InvalidFile` if that gives none."""
    notes = _Notes()
    return notes.put_into(import_grids([_arranged(grid, columns, notes) for grid in grids], name))


class _Notes:
    """What is left out of the criteria, and the lines that hold nothing else."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._lines: set[int] = set()

    def add(self, title: str, text: str) -> None:
        if text:
            self._texts.setdefault(title, []).append(text)

    def add_row(self, title: str, row: Row) -> None:
        self.add(title, "\n".join(cell for cell in row[1] if cell))
        self._lines.update(row[0])

    def put_into(self, found: Imported) -> Imported:
        role = found.role
        if role is None or not self._texts:
            return found
        notes = tuple(Note(title=title or role.title, text="\n\n".join(texts)) for title, texts in self._texts.items())
        account = tuple(
            replace(line, place=Place.NOTE) if line.line - 1 in self._lines and line.place is Place.UNPLACED else line
            for line in found.account
        )
        return replace(found, role=role.model_copy(update={"notes": (*role.notes, *notes)}), account=account)


def _arranged(grid: Grid, columns: Columns, notes: _Notes) -> Grid:
    """A sheet with one criterion a row, under heads that are understood; the lines stay those of the source."""
    at = next((i for i, (_, cells) in enumerate(grid.rows) if tuple(cells) == columns.head), None)
    if at is None or not columns.is_complete:
        # A row of one cell is never taken for a head.
        whole = [(lines, ["\n".join(cell for cell in cells if cell)]) for lines, cells in grid.rows]
        return replace(grid, rows=whole) if columns.alone else grid
    above = [row for row in grid.rows[:at] if sum(bool(cell) for cell in row[1]) == 1]
    rows: list[Row] = [*above, (grid.rows[at][0], [use.value for use in _FIELDS])]
    for row in grid.rows[:at]:
        if row not in above:
            notes.add_row(grid.title, row)
    last = ""
    for lines, cells in grid.rows[at + 1 :]:
        filled = [*cells, *[""] * (len(columns.head) - len(cells))]
        if columns.across:
            read = _across(columns, filled)
        else:
            last = _joined(columns, filled, Use.LEVEL) or last
            read = _down(columns, filled, last)
        if not read:
            notes.add_row(grid.title, (lines, cells))
            continue
        rows += [(lines, row) for row in read]
        for number, cell in enumerate(filled):
            if number >= len(columns.uses) or columns.uses[number] is Use.NOTE:
                notes.add(columns.head[number] if number < len(columns.head) else grid.title, cell)
    return replace(grid, rows=rows)


def _across(columns: Columns, cells: list[str]) -> list[list[str]]:
    area, kind = _joined(columns, cells, Use.AREA), _joined(columns, cells, Use.KIND)
    return [
        [columns.level_of(number), cells[number], kind, area, ""]
        for number, use in enumerate(columns.uses)
        if use is Use.LEVEL and cells[number]
    ]


def _down(columns: Columns, cells: list[str], level: str) -> list[list[str]]:
    text = "\n".join(cells[n] for n, use in enumerate(columns.uses) if use is Use.TEXT and cells[n])
    others = [_joined(columns, cells, use) for use in (Use.KIND, Use.AREA, Use.GRADE)]
    return [[level, text, *others]] if level and text else []


def _joined(columns: Columns, cells: list[str], wanted: Use) -> str:
    return joined_names(*(cells[n] for n, use in enumerate(columns.uses) if use is wanted))
