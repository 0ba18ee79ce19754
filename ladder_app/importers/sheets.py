"""Spreadsheets, .xlsx or .csv: one criterion a row, or one competency a row with a column for each level."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.errors import InvalidFile, Problem
from ladder_app.importers.building import imported
from ladder_app.importers.drafts import Draft, DraftCriterion, DraftLevel, Ledger
from ladder_app.importers.grades import grade_in
from ladder_app.importers.ids import slug
from ladder_app.importers.result import Place
from ladder_app.importers.tables import bullets_of
from ladder_app.importers.words import Topic, looks_like_title, meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ladder_app.importers.result import Imported

EXPECTED = "a sheet with columns for level and text (and kind, area, grade), or one column for each level"

_MEANINGS = {
    "level": ("level", "title", "role", "job title", "position", "grade title", "rung", "level name"),
    "text": (
        "text", "criterion", "criteria", "description", "requirement", "responsibility", "expectation", "behaviour",
        "behavior", "competency description", "statement", "summary", "indicator",
    ),
    "kind": ("kind", "type", "section"),
    "area": ("area", "theme", "category", "competency", "skill", "topic", "dimension", "pillar", "domain"),
    "grade": ("grade", "job grade", "band"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, each with the lines of the source it stands on (from 0), and those lines."""

    rows: list[tuple[range, list[str]]]
    lines: list[str]


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


def xlsx_grid(content: bytes) -> Grid:
    """The rows of a workbook, sheet after sheet; a row is a line of the account. Raises `InvalidFile`."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        values = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError) as error:
        raise InvalidFile("This is not a workbook that can be read; save it as .xlsx or .csv.") from error
    cells = [["" if cell is None else str(cell).strip() for cell in row] for row in values]
    rows = [(range(i, i + 1), row) for i, row in enumerate(cells) if any(row)]
    return Grid(rows, ["\t".join(row) for row in cells])


def import_grid(grid: Grid, name: str, columns: Mapping[str, str] | None = None) -> Imported:
    """The role that a sheet holds.

    `columns` says, where the heads do not, which column (by its head) is the level, text, kind, area or grade.
    Raises `InvalidFile`, saying what was expected, if neither the heads nor `columns` tell.
    """
    draft = Draft(Ledger(grid.lines))
    for position, (lines, head) in enumerate(grid.rows):
        fields = fields_of(head, columns)
        if fields is not None:
            draft.ledger.put(lines, Place.HEADING)
            _read_long(draft, grid.rows[position + 1 :], fields)
            return imported(draft, name)
        titles = [(i, cell) for i, cell in enumerate(head[1:], 1) if cell]
        if len(titles) > 1 and all(looks_like_title(cell) for _, cell in titles):
            draft.ledger.put(lines, Place.LEVEL)
            _read_matrix(draft, grid.rows[position + 1 :], titles, lines.start)
            return imported(draft, name)
        if position > 20:
            break
    found = ", ".join(f"“{cell}”" for cell in grid.rows[0][1] if cell) if grid.rows else "nothing"
    raise InvalidFile(Problem(f"Expected {EXPECTED}; the first row has {found}.", name, 1))


def fields_of(head: Sequence[str], columns: Mapping[str, str] | None = None) -> dict[str, int] | None:
    """Which column is the level, the text and so on; none if level or text is not to be found."""
    names = [cell.casefold().strip() for cell in head]
    found: dict[str, int] = {}
    for field, known in _MEANINGS.items():
        wanted = [columns[field].casefold().strip()] if columns and field in columns else list(known)
        position = next(
            (names.index(name) for name in wanted if name in names and names.index(name) not in found.values()), None
        )
        if position is not None:
            found[field] = position
    return found if "level" in found and "text" in found else None


def _read_long(draft: Draft, rows: list[tuple[range, list[str]]], fields: Mapping[str, int]) -> None:
    levels: dict[str, DraftLevel] = {}
    last = ""
    for lines, cells in rows:
        value = {field: cells[i] if i < len(cells) else "" for field, i in fields.items()}
        last = value["level"] or last
        if not last or not value["text"]:
            continue
        level = levels.get(last)
        if level is None:
            level = levels[last] = DraftLevel(last, lines.start)
            draft.levels.append(level)
        if level.grade is None and value.get("grade"):
            level.grade, level.grade_line = grade_in(value["grade"], alone=True), lines.start
        topic = meaning(value.get("kind", "")).topic
        kind = Kind.RESPONSIBILITY if topic is Topic.RESPONSIBILITY else Kind.REQUIREMENT
        area = _area(draft, value.get("area", ""))
        others = [c for i, c in enumerate(cells) if c and i not in fields.values()]
        criterion = DraftCriterion("\n".join([value["text"], *others]), kind, lines.start, area, topic is Topic.PLUS)
        level.criteria.append(criterion)
        draft.ledger.put(lines, _PLACES[kind], level, criterion)


def _read_matrix(draft: Draft, rows: list[tuple[range, list[str]]], titles: list[tuple[int, str]], line: int) -> None:
    levels = [(i, DraftLevel(title, line)) for i, title in titles]
    draft.levels += [level for _, level in levels]
    for lines, cells in rows:
        area = _area(draft, cells[0])
        texts = [(level, cells[i]) for i, level in levels if i < len(cells) and cells[i]]
        for level, text in texts:
            for part in bullets_of(text):
                level.criteria.append(DraftCriterion(part, Kind.REQUIREMENT, lines.start, area))
        draft.ledger.put(lines, Place.REQUIREMENT if texts else Place.AREA)


_PLACES = {Kind.RESPONSIBILITY: Place.RESPONSIBILITY, Kind.REQUIREMENT: Place.REQUIREMENT}


def _area(draft: Draft, text: str) -> str | None:
    if not text:
        return None
    key = slug(text)
    draft.areas.setdefault(key, text)
    return key
