"""What has moved over the cycles, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.timeline import timeline
from ladder_app.markup import isolated
from ladder_app.report.pdf.blocks import Cell, Row
from ladder_app.report.pdf.plan import listing, mention_row
from ladder_app.report.pdf.structure import COLUMN_HEAD, ROW_HEAD, UNMARKED
from ladder_app.report.pdf.styles import BODY, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.history_parts import History
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter

_CHART_HEIGHT = 150.0
_COLUMN_WIDTH = 62.0
_LEGEND = "Dots are the self-rating, squares the review, rings what was agreed."


def history_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the part about the cycles; none while there is one cycle only."""
    history = report.history
    if history is None:
        return []
    blocks: list[Block] = [typesetter.chapter("What has moved")]
    if history.series:
        chart = timeline(history.names, history.series, typesetter.width, _CHART_HEIGHT)
        blocks.append(typesetter.figure(chart, f"Lines of the readiness for {isolated(report.to_level.short_name)}"))
        if len(history.series) > 1:
            blocks.append(typesetter.paragraph(_LEGEND, SMALL, above=2))
    blocks += _table(typesetter, history)
    blocks.append(typesetter.heading(history.heading, above=22))
    blocks.append(typesetter.paragraph(history.sentence, BODY, below=4))
    for group in history.groups:
        heading = typesetter.heading(group.title, above=14, level=None, tag="H4")
        with typesetter.structure.inside("L", UNMARKED):
            blocks.append(listing(typesetter, heading, [mention_row(typesetter, moved) for moved in group.moved]))
    return blocks


def _table(typesetter: Typesetter, history: History) -> list[Block]:
    with typesetter.structure.inside("Table"):
        head = _line(typesetter, ("Cycle", "When", *history.views, "Met"), head=True)
        head.above = 12
        head.keeps_next = True
        rows = [_line(typesetter, (row.name, row.days, *row.percents, row.met)) for row in history.cycles]
    return [head, *rows]


def _line(typesetter: Typesetter, cells: Sequence[str], *, head: bool = False) -> Row:
    name, days, *numbers = cells
    tag, attributes = ("TH", COLUMN_HEAD) if head else ("TD", "")
    style = SMALL if head else BODY
    room = typesetter.width - len(numbers) * _COLUMN_WIDTH
    with typesetter.structure.inside("TR"):
        first = COLUMN_HEAD if head else ROW_HEAD
        named = typesetter.paragraph(name, style, room / 2 - 8, at_most=2, tag="TH", attributes=first)
        made = [
            Cell(0, named),
            Cell(room / 2, typesetter.paragraph(days, SMALL, room / 2 - 8, tag=tag, attributes=attributes), 1.4),
        ]
        for place, number in enumerate(numbers, start=1):
            right = room + place * _COLUMN_WIDTH
            made.append(
                typesetter.right_aligned(number, style, right, _COLUMN_WIDTH - 6, tag=tag, attributes=attributes)
            )
    return Row(made, typesetter.width, 2.5, ruled=not head)
