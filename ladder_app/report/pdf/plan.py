"""Gaps and actions: all that stands in the way, and what is being done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.markup import Span
from ladder_app.report.pdf.blocks import Cell, Row, Stack
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.styles import BODY, MUTED, SMALL
from ladder_app.report.pdf.typefaces import Face

if TYPE_CHECKING:
    from ladder_app.report.parts import ActionEntry, GapLine, Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter

_RANK_WIDTH = 24.0
_RATING_WIDTH = 88.0
_NEXT_STEP_WIDTH = 112.0
_GAP = 14.0
_STATUS_WIDTH = 60.0
_STATUS_COLOURS = {"open": "accent", "overdue": "bad", "done": "good", "dropped": "muted"}
_RANK = Style(Face.SEMIBOLD, 10, 14, "warn")


def plan_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the part about gaps and actions."""
    blocks: list[Block] = [typesetter.chapter("Gaps and actions")]
    if report.gaps:
        blocks.append(typesetter.heading(report.gaps_heading, "in the order of what closing them adds", above=6))
        blocks += [_gap(typesetter, gap) for gap in report.gaps]
    else:
        blocks.append(typesetter.paragraph("No criterion is rated below the bar.", BODY))
    blocks.append(typesetter.heading("Actions", above=26))
    if not report.actions:
        blocks.append(typesetter.paragraph("No actions have been agreed yet.", MUTED))
    return [*blocks, *(action_row(typesetter, action, typesetter.width) for action in report.actions)]


def _gap(typesetter: Typesetter, gap: GapLine) -> Block:
    rating_left = typesetter.width - _NEXT_STEP_WIDTH - _RATING_WIDTH
    text_width = rating_left - _RANK_WIDTH - _GAP
    body = Stack(
        [typesetter.paragraph(gap.text, BODY, text_width), typesetter.paragraph(gap.remark, SMALL, text_width)]
    )
    next_style = BODY if gap.has_next_step else MUTED
    return typesetter.row(
        Cell(0, typesetter.paragraph(str(gap.rank), _RANK, _RANK_WIDTH)),
        Cell(_RANK_WIDTH, body),
        Cell(rating_left, typesetter.paragraph(gap.rating, BODY, _RATING_WIDTH - 10)),
        Cell(rating_left + _RATING_WIDTH, typesetter.paragraph(gap.next_step, next_style, _NEXT_STEP_WIDTH)),
        padding=6,
    )


def action_row(typesetter: Typesetter, action: ActionEntry, width: float) -> Row:
    """An action with its status before it, its details and what it is about under it."""
    text_width = width - _STATUS_WIDTH
    lines: list[Block] = [typesetter.paragraph(action.text, BODY, text_width)]
    if action.details:
        lines.append(typesetter.paragraph(action.details, SMALL, text_width))
    for about in action.about:
        lines.append(typesetter.paragraph((Span("For: "), *about), SMALL, text_width))
    status = Style(Face.SEMIBOLD, 8.5, 14, _STATUS_COLOURS.get(action.status, "muted"))
    return Row(
        [Cell(0, typesetter.paragraph(action.status, status, _STATUS_WIDTH)), Cell(_STATUS_WIDTH, Stack(lines))],
        width,
        padding=6,
        ruled=True,
    )
