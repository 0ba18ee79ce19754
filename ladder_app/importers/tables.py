"""Tables that give grades to levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.drafts import PageGrade
from ladder_app.importers.grades import Grade, grade_in
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Table


_COUNTS = re.compile(
    r"(?:.* )?(?:years?|experience|counts?|scores?|ratings?|weights?|points?|people|heads?|headcount|totals?|age"
    r"|months?)"
    r"(?: .*)?",
    re.IGNORECASE,
)
"""What heads a column of numbers that are no grades."""


def grade_rows(table: Table) -> list[PageGrade]:
    """The grade that each row gives to a level; none for other tables."""
    rows = []
    if table.rows and table.rows[0].cells and _COUNTS.fullmatch(plain(table.rows[0].cells[-1]).strip(" :*#")):
        return []
    for row in table.rows[1:]:
        if len(row.cells) < 2 or not row.cells[0] or len(row.cells[-1]) > 200:
            return []
        grade = grade_in(row.cells[-1], alone=True)
        if grade is None or len(plain(row.cells[-1]).split()) > 5:
            return []
        text = f"{row.cells[0]} {row.cells[-1]}"
        rows.append(PageGrade(Grade(grade.number, grade.url, text), row.lines.start, plain(row.cells[0])))
    named = [plain(row.cells[0]).casefold() for row in table.rows[1:]]
    return rows if len(set(named)) == len(named) else []


def rows_of(table: Table) -> list[tuple[range, list[str]]]:
    """A table as a grid."""
    return [(row.lines, row.cells) for row in table.rows]
