"""Spreadsheets, .xlsx or .csv: one criterion a row, or one competency a row with a column for each level."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.errors import InvalidFile, Problem
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftNote, Ledger
from ladder_app.importers.grid_heads import is_wide, names_level
from ladder_app.importers.grid_levels import GridLevels
from ladder_app.importers.grid_reading import GridReading, Says
from ladder_app.importers.grids import read_grid
from ladder_app.importers.result import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.importers.result import Imported

EXPECTED = "a sheet with columns for level and text (and kind, area, grade), or one column for each level"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, each with the lines of the source it stands on (from 0), and those lines.

    `title` is what the sheet is called; `left_out` names what of its workbook is not read.
    """

    rows: list[tuple[range, list[str]]]
    lines: list[str]
    title: str = ""
    left_out: tuple[str, ...] = ()


def csv_grid(text: str) -> Grid:
    """The rows of a CSV text, whatever separates its cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = next((line for line in lines if line.strip()), "")
    separator = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator)
    rows, start = [], 0
    try:
        for cells in reader:
            rows.append((range(start, reader.line_num), [cell.strip() for cell in cells]))
            start = reader.line_num
    except csv.Error as error:
        raise InvalidFile(Problem(f"This CSV cannot be read further: {error}.", line=reader.line_num)) from error
    return Grid([row for row in rows if any(row[1])], lines)


def import_grid(grid: Grid, name: str, columns: Mapping[str, str] | None = None) -> Imported:
    """The role that one sheet holds; see `import_grids`."""
    return import_grids([grid], name, columns)


def import_grids(grids: list[Grid], name: str, columns: Mapping[str, str] | None = None) -> Imported:
    """The role that the sheets of a workbook hold.

    `columns` says, where the heads do not, which column (by its head) is the level, text, kind, area or grade.
    The name of a sheet that has no levels is its level, that of others the area. Raises `InvalidFile`, saying
    what was expected, if neither the heads nor `columns` tell.
    """
    readings = [read_grid(grid.rows, columns, _level_of(grid)) for grid in grids]
    if not any(readings):
        rows = next((grid.rows for grid in grids if grid.rows), [])
        found = ", ".join(f"“{cell[:60]}”" for cell in rows[0][1] if cell) if rows else "nothing"
        raise InvalidFile(Problem(f"Expected {EXPECTED}; the first row has {found}.", name, 1))
    draft = Draft(Ledger([line for grid in grids for line in grid.lines]))
    several = sum(reading is not None for reading in readings) > 1
    for grid, reading in zip(grids, readings, strict=True):
        around = grid.title if several and not _level_of(grid) else ""
        if reading is None:
            _as_note(draft, grid)
            continue
        if not draft.title:
            _title(draft, reading)
        GridLevels(draft, Kind.REQUIREMENT, grid.title, around).put(reading)
    draft.ledger.put((i for i, line in enumerate(draft.ledger.lines) if not line.strip(",;|\t ")), Place.LAYOUT)
    left_out = [what for grid in grids for what in grid.left_out]
    return replace(imported(draft, name), left_out=tuple(left_out))


def holds_levels(grid: Grid) -> bool:
    """Whether a sheet says of itself which levels it is about."""
    return read_grid(grid.rows) is not None


def _level_of(grid: Grid) -> str:
    return grid.title if grid.title and names_level(grid.title) else ""


def _title(draft: Draft, reading: GridReading) -> None:
    """The line above the heads is the title, if it is a short one."""
    above = reading.entries[0]
    if above.says is Says.NOTE and above.text and not is_wide(above.text) and "\n" not in above.text:
        draft.title, draft.title_line = above.text, above.lines.start
        draft.ledger.put(above.lines, Place.TITLE)
        reading.entries.remove(above)


def _as_note(draft: Draft, grid: Grid) -> None:
    for lines, cells in grid.rows:
        draft.notes.append(DraftNote(grid.title, ["\n".join(cell for cell in cells if cell)]))
        draft.ledger.put(lines, Place.NOTE)
