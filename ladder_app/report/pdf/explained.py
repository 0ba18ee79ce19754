"""Readiness explained: the bars by section and area, and the sum with this person's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.bars import bar
from ladder_app.markup import isolated
from ladder_app.report.pdf.blocks import Cell, Row
from ladder_app.report.pdf.structure import COLUMN_HEAD, ROW_HEAD
from ladder_app.report.pdf.styles import BODY, MUTED, SMALL, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.computation import TermRow
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.setting import Style
    from ladder_app.report.pdf.typesetter import Typesetter
    from ladder_app.report.summary_parts import Bar

_BAR_WIDTH = 150.0
_PERCENT_WIDTH = 40.0
_NOTE_WIDTH = 92.0
_GAP = 12.0
# The right edges of the number columns, counted from the right edge of the page.
_COLUMNS = ("criteria", "weight", "score", "earned", "unrated", "points")
_COLUMN_WIDTH = 52.0


def explained_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the part that explains readiness."""
    title = f"Readiness for {isolated(report.to_level.short_name)}, explained"
    blocks: list[Block] = [typesetter.chapter(title, "Readiness explained")]
    blocks.append(typesetter.paragraph(report.verdict_sentence.text, BODY, below=4))
    blocks.append(typesetter.paragraph(report.rated_by, SMALL, at_most=2))
    if report.bars:
        blocks.append(typesetter.heading("By section"))
        with typesetter.structure.inside("Table"):
            blocks += [bar_row(typesetter, item, BODY) for item in report.bars]
            if report.current_bar is not None:
                blocks.append(bar_row(typesetter, report.current_bar, MUTED))
    if report.area_bars:
        blocks.append(typesetter.heading("By area"))
        with typesetter.structure.inside("Table"):
            blocks += [bar_row(typesetter, item, BODY) for item in report.area_bars]
    return [*blocks, *_computation(typesetter, report)]


def bar_row(typesetter: Typesetter, item: Bar, style: Style) -> Block:
    """One labelled bar with its percentage and note, as a row of the table that is open."""
    bar_left = typesetter.width - _BAR_WIDTH - _PERCENT_WIDTH - _NOTE_WIDTH - 2 * _GAP
    percent_right = bar_left + _BAR_WIDTH + _PERCENT_WIDTH
    fill = "rating.2" if style is MUTED else "rating.3"
    with typesetter.structure.inside("TR"):
        label = typesetter.paragraph(item.label, style, bar_left - _GAP, at_most=3, tag="TH", attributes=ROW_HEAD)
        with typesetter.structure.inside("TD"):
            chart = typesetter.figure(bar(item.figures, _BAR_WIDTH, 8, fill), f"Bar chart for {isolated(item.label)}")
        percent = typesetter.right_aligned(item.percent, style, percent_right, _PERCENT_WIDTH, tag="TD")
        note = typesetter.paragraph(item.note, SMALL, _NOTE_WIDTH, at_most=2, tag="TD")
    return Row(
        [Cell(0, label), Cell(bar_left, chart, 3), percent, Cell(percent_right + _GAP, note, 1.4)],
        typesetter.width,
        padding=2,
    )


def _computation(typesetter: Typesetter, report: Report) -> list[Block]:
    computation = report.computation
    blocks: list[Block] = [typesetter.heading("How this is computed")]
    blocks += [typesetter.paragraph(text, BODY, below=1) for text in computation.intro]
    for title, rows in (("Rating", computation.by_step), ("Section", computation.by_section)):
        if rows:
            blocks += _table(typesetter, title, rows, computation.total)
    blocks += _results(typesetter, computation.results)
    verdict = [typesetter.paragraph(text, BODY, below=3) for text in computation.verdict]
    if verdict:
        verdict[0].above = 6
    return [*blocks, *verdict]


def _results(typesetter: Typesetter, results: Sequence[str]) -> list[Block]:
    """The formulas with their numbers, two in a row where they fit."""
    half = typesetter.width / 2
    if any(len(typesetter.text(result, STRONG, half - _GAP).lines) > 1 for result in results):
        return [typesetter.paragraph(result, STRONG, above=6) for result in results]
    cells = [Cell(i % 2 * half, typesetter.paragraph(result, STRONG, half)) for i, result in enumerate(results)]
    return [Row(cells[i : i + 2], typesetter.width, above=8, below=2) for i in range(0, len(cells), 2)]


def _table(typesetter: Typesetter, title: str, rows: Sequence[TermRow], total: TermRow) -> list[Block]:
    with typesetter.structure.inside("Table"):
        head = _line(typesetter, (title, *_COLUMNS), SMALL, head=True)
        head.above = 7
        head.keeps_next = True
        lines = [_line(typesetter, _cells(row), BODY) for row in rows]
        lines.append(_line(typesetter, _cells(total), STRONG))
    lines[-2].keeps_next = True
    return [head, *lines]


def _cells(row: TermRow) -> tuple[str, ...]:
    return (row.name, row.criteria, row.weight, row.score, row.earned, row.unrated, row.points)


def _line(typesetter: Typesetter, cells: Sequence[str], style: Style, *, head: bool = False) -> Row:
    name, *numbers = cells
    first_right = typesetter.width - (len(numbers) - 1) * _COLUMN_WIDTH
    first = COLUMN_HEAD if head else ROW_HEAD
    tag, attributes = ("TH", COLUMN_HEAD) if head else ("TD", "")
    with typesetter.structure.inside("TR"):
        width = first_right - _COLUMN_WIDTH
        made = [Cell(0, typesetter.paragraph(name, style, width, at_most=3, tag="TH", attributes=first))]
        for i, number in enumerate(numbers):
            right = first_right + i * _COLUMN_WIDTH
            cell = typesetter.right_aligned(number, style, right, _COLUMN_WIDTH, tag=tag, attributes=attributes)
            if number:
                made.append(cell)
    return Row(made, typesetter.width, 1.7, ruled=not head)
