"""A person's word on the columns of a sheet: which row is the head, what each column is, what goes across."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ladder_app.errors import InvalidFile
from ladder_app.importers.sheets import Grid, csv_grid, import_grids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ladder_app.importers.result import Imported

FIELDS = ("level", "text", "kind", "area", "grade")
"""What a column can be where each row is a criterion."""
DEEPEST_HEAD = 20
_CODED = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Columns:
    """How a sheet with this head is read.

    With `across`, each column but the area's is a level. `fields` are the numbers of columns, from 0.
    """

    head: tuple[str, ...]
    across: bool
    fields: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether it says enough for a role."""
        return self.across or ("level" in self.fields and "text" in self.fields)

    def plain(self) -> dict[str, Any]:
        """As plain values, to be kept."""
        return {"head": list(self.head), "across": self.across, "fields": dict(self.fields)}


def columns_from(value: object) -> Columns | None:
    """What `plain` gave; none where it is something else."""
    if not isinstance(value, dict) or not isinstance(value.get("head"), list):
        return None
    fields = value.get("fields")
    known = fields if isinstance(fields, dict) else {}
    head = tuple(str(cell) for cell in value["head"])
    good = {name: n for name, n in known.items() if name in FIELDS and type(n) is int and 0 <= n < len(head)}
    return Columns(head, value.get("across") is True, good)


def grids_of(content: bytes) -> list[Grid]:
    """The sheets of a workbook, or the one of a CSV text. Raises `InvalidFile` for what is neither."""
    if content.startswith(b"PK\x03\x04"):
        from ladder_app.importers.workbooks import xlsx_grids

        return xlsx_grids(content)
    if b"\x00" in content:
        raise InvalidFile("This is not a sheet.")
    try:
        return [csv_grid(content.decode("utf-8-sig"))]
    except UnicodeDecodeError:
        return [csv_grid(content.decode("cp1252", errors="replace"))]


def heads_of(grids: Iterable[Grid]) -> list[tuple[str, ...]]:
    """The rows that could be the head of the first sheet that has any, top down."""
    rows = next((grid.rows for grid in grids if grid.rows), [])
    return [tuple(cells) for _, cells in rows[:DEEPEST_HEAD] if sum(bool(cell) for cell in cells) > 1]


def fitting(known: Iterable[Columns], grids: Iterable[Grid]) -> Columns | None:
    """The first that knows a head of these sheets."""
    heads = set(heads_of(grids))
    return next((columns for columns in known if columns.head in heads), None)


def import_columns(grids: list[Grid], name: str, columns: Columns) -> Imported:
    """The role that the sheets hold, read so. Raises `InvalidFile` if that gives none."""
    return import_grids([_arranged(grid, columns) for grid in grids], name)


def _arranged(grid: Grid, columns: Columns) -> Grid:
    """A sheet with one criterion a row, under heads that are understood; the lines stay those of the source."""
    at = next((i for i, (_, cells) in enumerate(grid.rows) if tuple(cells) == columns.head), None)
    if at is None or not columns.is_complete:
        return grid
    rows = [(grid.rows[at][0], list(FIELDS))]
    for lines, cells in grid.rows[at + 1 :]:
        read = _across(columns, cells) if columns.across else _down(columns, cells, rows)
        rows += [(lines, row) for row in read]
    return replace(grid, rows=rows)


def _across(columns: Columns, cells: list[str]) -> list[list[str]]:
    area = columns.fields.get("area", 0)
    name = cells[area] if area < len(cells) else ""
    found = []
    for number, text in enumerate(cells):
        head = columns.head[number] if number < len(columns.head) else ""
        if number != area and text:
            title = f"Level {head}" if _CODED.fullmatch(head) else head
            found.append([title or f"Column {number + 1}", text, "", name, ""])
    return found


def _down(columns: Columns, cells: list[str], above: list[tuple[range, list[str]]]) -> list[list[str]]:
    row = ["" if (n := columns.fields.get(name)) is None or n >= len(cells) else cells[n] for name in FIELDS]
    others = [cell for number, cell in enumerate(cells) if cell and number not in columns.fields.values()]
    row[1] = "\n".join([part for part in (row[1], *others) if part])
    row[0] = row[0] or (above[-1][1][0] if len(above) > 1 else "")
    return [row] if row[0] and row[1] else []
