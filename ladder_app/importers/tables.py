"""Tables that say something about levels: their grades, or what each competency means at each level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import PageGrade
from ladder_app.importers.grades import Grade, grade_in
from ladder_app.importers.words import looks_like_title, plain

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Table

_LINK_ONLY = re.compile(r"\[[^\]]*\]\(#[^)]*\)")
_LEVEL_HEAD = re.compile(r"\W*(?:level|rung|seniority|position|role|title)s?\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•·▪]|\d+[.)])\s+", re.MULTILINE)


def grade_rows(table: Table) -> list[PageGrade]:
    """The grade that each row gives to a level; none for other tables."""
    rows = []
    for row in table.rows[1:]:
        if len(row.cells) < 2 or not row.cells[0] or len(row.cells[-1]) > 200:
            return []
        grade = grade_in(row.cells[-1], alone=True)
        if grade is None or len(plain(row.cells[-1]).split()) > 5:
            return []
        text = f"{row.cells[0]} {row.cells[-1]}"
        rows.append(PageGrade(Grade(grade.number, grade.url, text), row.lines.start, plain(row.cells[0])))
    return rows


def matrix_of(table: Table) -> list[tuple[str, str, str, range]] | None:
    """Level, competency, text and lines of each cell of a table with a column for each level; none for other tables."""
    if len(table.rows) < 2:
        return None
    head = table.rows[0].cells
    if _LEVEL_HEAD.match(head[0]):
        return _rows_of_levels(table)
    titles = head[1:]
    if len(titles) < 2 or not all(titles) or not all(looks_like_title(title) for title in titles):
        return None
    found = []
    for row in table.rows[1:]:
        cells = row.cells + [""] * (len(head) - len(row.cells))
        if any(_LINK_ONLY.fullmatch(cell) for cell in cells[1:]):
            return None
        for title, cell in zip(titles, cells[1:], strict=False):
            found += [(title, plain(cells[0]), text, row.lines) for text in bullets_of(cell)]
    return found or None


def _rows_of_levels(table: Table) -> list[tuple[str, str, str, range]] | None:
    """The same of a table with a row for each level and a column for each competency."""
    head = table.rows[0].cells
    found = []
    for row in table.rows[1:]:
        name = plain(row.cells[0]) if row.cells else ""
        words = sum(len(cell.split()) for cell in row.cells[1:])
        if not name or len(name) > 60 or words < 4 * (len(row.cells) - 1):
            return None
        title = f"Level {name}" if name.isdigit() else name
        for competency, cell in zip(head[1:], row.cells[1:], strict=False):
            found += [(title, plain(competency), text, row.lines) for text in bullets_of(cell)]
    return found or None


def bullets_of(cell: str) -> list[str]:
    """The bullets of a cell, each by itself; a cell without is one text, and an empty one none."""
    if len(_BULLET.findall(cell)) < 2 or not _BULLET.match(cell):
        return [cell] if cell else []
    return [part.strip() for part in _BULLET.split(cell) if part.strip()]
