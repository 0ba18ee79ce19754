"""Workbooks → grids, merged cells filled."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from ladder_app.errors import InvalidFile, Problem
from ladder_app.importers.sheets import Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST = 8_000_000
"""Bytes of XML that are unpacked at most; a ladder takes a hundredth of it."""
MOST_CELLS = 100_000
"""Cells of a sheet that are looked at, empty ones too."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([^\"']+)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_UNNAMED = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio|blad|list|ark)\W*\d*", re.IGNORECASE)


def xlsx_grids(content: bytes) -> list[Grid]:
    """The sheets of a workbook; a row is a line of the account. Raises `InvalidFile`."""
    from openpyxl import load_workbook

    try:
        _refuse_if_large(content)
        book = load_workbook(io.BytesIO(content), data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        formulas = load_workbook(io.BytesIO(content)) if _has_formulas(content) else None
        sheets = [(sheet.title, _rows(sheet, formulas[sheet.title] if formulas else None)) for sheet in shown]
        left_out = [f"sheet “{sheet.title}”" for sheet in book.worksheets if sheet not in shown]
        left_out += [name for sheet in shown for name in _hide_columns(sheet, dict(sheets)[sheet.title])]
    except InvalidFile:
        raise
    except Exception as error:  # what a broken workbook makes of its reader is written nowhere
        raise InvalidFile("This is not a workbook that can be read; save it as .xlsx or .csv.") from error
    grids: list[Grid] = []
    start = 0
    for title, cells in sheets:
        lines = ["\t".join(row).replace("\n", " ") for row in cells]
        rows = [(range(start + i, start + i + 1), row) for i, row in enumerate(cells) if any(row)]
        hidden = () if grids else tuple(left_out)
        grids.append(Grid(rows, lines, "" if _UNNAMED.fullmatch(title) else title, hidden))
        start += len(lines)
    return [grid for grid in grids if grid.rows] or grids[:1]


def _refuse_if_large(content: bytes) -> None:
    from zipfile import ZipFile

    from openpyxl.utils.cell import range_boundaries

    with ZipFile(io.BytesIO(content)) as parts:
        texts = [part for part in parts.infolist() if part.filename.endswith((".xml", ".rels", ".vml"))]
        if sum(part.file_size for part in texts) > LARGEST:
            raise InvalidFile(f"The workbook holds more than {LARGEST // 1_000_000} MB; that is not read.")
        covered = 0
        for part in texts:
            if "worksheets/" in part.filename:
                for found in _MERGED.finditer(parts.read(part)):
                    left, top, right, bottom = (edge or 1 for edge in range_boundaries(found[1].decode()))
                    covered += (right - left + 1) * (bottom - top + 1)
        if covered > MOST_CELLS:
            raise InvalidFile(f"Merged cells cover {covered} cells of the workbook; that is not read.")


def _has_formulas(content: bytes) -> bool:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if "worksheets/" in name and name.endswith(".xml")]
        return any(_FORMULA.search(parts.read(name)) for name in names)


def _hide_columns(sheet: Worksheet, rows: list[list[str]]) -> list[str]:
    """Leave out what stands in columns that somebody hid; says which of them were not empty, by their first cell."""
    names = []
    for column in sheet.column_dimensions.values():
        first, last = column.min or 1, column.max or column.min or 1
        for n in range(first - 1, last) if column.hidden else ():
            cells = [row[n] for row in rows if n < len(row) and row[n]]
            if cells:
                names.append(f"column “{cells[0][:60]}”")
            for row in rows:
                row[n : n + 1] = [""] * len(row[n : n + 1])
    while names and rows and all(row and not row[-1] for row in rows):
        for row in rows:
            row.pop()
    return names


def _rows(sheet: Worksheet, formulas: Worksheet | None) -> list[list[str]]:
    """The cells as text; the cells that a merged one covers have its text, but for titles from side to side.

    Of a formula that no program has worked out, the formula itself is the text.
    """
    width, height = sheet.max_column or 0, sheet.max_row or 0
    if width * height > MOST_CELLS:
        raise InvalidFile(
            Problem(f"The sheet “{sheet.title}” is {height} rows by {width} columns large; that is not read.")
        )
    rows = [["" if cell is None else str(cell).strip() for cell in row] for row in sheet.iter_rows(values_only=True)]
    for row, said in zip(rows, formulas.iter_rows(values_only=True) if formulas is not None else (), strict=False):
        for n, cell in enumerate(said):
            row[n] = row[n] or ("" if cell is None else str(cell).strip())
    for merged in sheet.merged_cells.ranges:
        top, left = merged.min_row - 1, merged.min_col - 1
        others = [cell for i, cell in enumerate(rows[top]) if cell and not left <= i < merged.max_col]
        if not others and merged.max_col - left > 1:
            continue
        for row in rows[top : merged.max_row]:
            for i in range(left, min(merged.max_col, len(row))):
                row[i] = row[i] or rows[top][left]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
