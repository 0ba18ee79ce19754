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
    titles = head[1:]
    if len(titles) < 2 or not all(titles) or not all(looks_like_title(title) for title in titles):
        return None
    found = []
    for row in table.rows[1:]:
        cells = row.cells + [""] * (len(head) - len(row.cells))
        if any(_LINK_ONLY.fullmatch(cell) for cell in cells[1:]):
            return None
        found += [
            (title, plain(cells[0]), cell, row.lines) for title, cell in zip(titles, cells[1:], strict=False) if cell
        ]
    return found or None
