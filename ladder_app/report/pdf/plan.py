"""Gaps and actions: all that stands in the way, and what is being done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.rise import rise
from ladder_app.charts.sparkline import sparkline
from ladder_app.markup import Span, isolated_spans
from ladder_app.report.pdf.blocks import Cell, Paragraph, Row, Stack
from ladder_app.report.pdf.flow import stacked_height
from ladder_app.report.pdf.furniture import continued
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.structure import LABELLED, NUMBERED, UNMARKED
from ladder_app.report.pdf.styles import BODY, MUTED, SMALL
from ladder_app.report.pdf.typefaces import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.item_parts import ActionEntry
    from ladder_app.report.parts import IndicatorLine, Report
    from ladder_app.report.pdf.blocks import Heading
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter
    from ladder_app.report.summary_parts import GapLine, Mention
    from ladder_app.report.talk_parts import PlanPart

_RANK_WIDTH = 24.0
_RATING_WIDTH = 76.0
_NEXT_STEP_WIDTH = 96.0
_GAP = 14.0
_RISE_HEIGHT = 8.0
_STATUS_WIDTH = 60.0
_STATUS_COLOURS = {"open": "accent", "overdue": "warn", "done": "good", "dropped": "muted"}
# Lists no higher than this do not go on over a page.
_TOGETHER = 190.0
_RANK = Style(Face.SEMIBOLD, 10, 14, "warn")


def plan_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the part about gaps and actions."""
    blocks: list[Block] = [typesetter.chapter("Gaps and actions")]
    if report.gaps:
        heading = typesetter.heading(report.gaps_heading, "in the order of what closing them adds", above=6)
        with typesetter.structure.inside("L", NUMBERED):
            rows = [_gap(typesetter, gap) for gap in report.gaps]
        after = [] if report.actions else [typesetter.paragraph(_nothing_yet(report), MUTED, above=10)]
        blocks.append(listing(typesetter, heading, rows, after))
    else:
        blocks.append(typesetter.paragraph(_nothing_yet(report), BODY))
    if report.actions:
        blocks += _actions(typesetter, report)
    if report.no_evidence:
        heading = typesetter.heading("Rated as met, with no evidence yet", above=26)
        with typesetter.structure.inside("L", UNMARKED):
            rows = [mention_row(typesetter, mention) for mention in report.no_evidence]
            blocks.append(listing(typesetter, heading, rows))
    if report.indicators:
        heading = typesetter.heading("Performance indicators", above=26)
        with typesetter.structure.inside("L", UNMARKED):
            rows = [_indicator(typesetter, indicator) for indicator in report.indicators]
            blocks.append(listing(typesetter, heading, rows))
    return blocks


def _actions(typesetter: Typesetter, report: Report) -> list[Block]:
    """All actions; where there is a plan its focus comes first, each with the reason why."""
    lines: list[tuple[ActionEntry, str]] = []
    heading = typesetter.heading("Actions", above=26)
    before: list[Block] = []
    if report.talk is not None:
        plan = report.talk.plan
        lines = [(line.action, line.why) for line in (*plan.focus, *plan.later)]
        before = effect_blocks(typesetter, plan)
    planned = [action for action, _ in lines]
    lines += [(action, "") for action in report.actions if action not in planned]
    with typesetter.structure.inside("L", LABELLED):
        rows = [action_row(typesetter, action, why) for action, why in lines]
    if not before:
        return [listing(typesetter, heading, rows)]
    return [heading, *before, *rows]


def _nothing_yet(report: Report) -> str:
    if report.gaps:
        return "No actions have been agreed yet."
    below = "No criterion is rated below the bar"
    return f"{below}." if report.actions else f"{below}, and no actions have been agreed yet."


def listing(typesetter: Typesetter, heading: Heading, rows: list[Row], after: Sequence[Block] = ()) -> Stack:
    """A heading and its rows: a few stay together, of more no single one stands alone on a page.

    What goes on over a page has the heading's words over it again. What comes `after` stays with the last row.
    """
    blocks: list[Block] = [heading, *rows, *after]
    few = stacked_height(blocks) <= _TOGETHER
    for i, row in enumerate(rows[:-1]):
        row.keeps_next = few or i in (0, len(rows) - 2)
    rows[-1].keeps_next = bool(after)
    again = typesetter.text(continued(heading.title), SMALL, at_most=1)
    return Stack(blocks, above=heading.above, head=Paragraph(again, below=4, keeps_next=True))


def _gap(typesetter: Typesetter, gap: GapLine) -> Row:
    rating_left = typesetter.width - _NEXT_STEP_WIDTH - _RATING_WIDTH
    text_width = rating_left - _RANK_WIDTH - _GAP
    next_style = BODY if gap.has_next_step else MUTED
    with typesetter.structure.inside("LI"):
        rank = typesetter.paragraph(str(gap.rank), _RANK, _RANK_WIDTH, tag="Lbl")
        with typesetter.structure.inside("LBody"):
            body = Stack(
                [typesetter.paragraph(gap.text, BODY, text_width), typesetter.paragraph(gap.remark, SMALL, text_width)]
            )
            rating = typesetter.paragraph(gap.rating, BODY, _RATING_WIDTH - 10)
            next_step = typesetter.paragraph(gap.next_step, next_style, _NEXT_STEP_WIDTH)
    return typesetter.row(
        Cell(0, rank),
        Cell(_RANK_WIDTH, body),
        Cell(rating_left, rating),
        Cell(rating_left + _RATING_WIDTH, next_step),
        padding=6,
    )


def action_row(typesetter: Typesetter, action: ActionEntry, why: str = "") -> Row:
    """An action with its status before it; under it its details, what it is about, and why it comes first."""
    text_width = typesetter.width - _STATUS_WIDTH
    style = Style(Face.SEMIBOLD, 8.5, 14, _STATUS_COLOURS.get(action.status, "muted"))
    with typesetter.structure.inside("LI"):
        status = typesetter.paragraph(action.status, style, _STATUS_WIDTH, tag="Lbl")
        with typesetter.structure.inside("LBody"):
            lines: list[Block] = [typesetter.paragraph(action.text, BODY, text_width)]
            if action.details:
                lines.append(typesetter.paragraph(action.details, SMALL, text_width))
            for about in action.about:
                lines.append(typesetter.paragraph((Span("For: "), *isolated_spans(about)), SMALL, text_width))
            if why:
                lines.append(typesetter.paragraph(why, SMALL.coloured("text"), text_width))
    return Row(
        [Cell(0, status), Cell(_STATUS_WIDTH, Stack(lines))],
        typesetter.width,
        padding=6,
        ruled=True,
    )


def mention_row(typesetter: Typesetter, mention: Mention) -> Row:
    """A criterion with a remark at the right."""
    rating_width = _RATING_WIDTH + _NEXT_STEP_WIDTH
    left = typesetter.width - rating_width
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        return typesetter.row(
            Cell(0, typesetter.paragraph(mention.text, BODY, left - _GAP)),
            Cell(left, typesetter.paragraph(mention.remark, MUTED, rating_width)),
        )


def _indicator(typesetter: Typesetter, indicator: IndicatorLine) -> Row:
    value_width = _RATING_WIDTH + _NEXT_STEP_WIDTH
    left = typesetter.width - value_width
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        lines: list[Block] = [typesetter.paragraph(indicator.text, BODY, left - _GAP)]
        if indicator.measure:
            lines.append(typesetter.paragraph(indicator.measure, SMALL, left - _GAP))
        values: list[Block] = []
        if len(indicator.numbers) > 1:
            trend = typesetter.figure(sparkline(indicator.numbers, "; ".join(indicator.values)), "Trend")
            trend.below = 3
            values.append(trend)
        values += [typesetter.paragraph(value, BODY, value_width) for value in indicator.values]
    return typesetter.row(Cell(0, Stack(lines)), Cell(left, Stack(values)))


def effect_blocks(typesetter: Typesetter, plan: PlanPart) -> list[Block]:
    """What the focus comes to, in words and as a bar."""
    if not plan.effect:
        return []
    words = typesetter.paragraph((Span(plan.effect),), BODY, below=4, keeps_next=True)
    chart = typesetter.figure(rise(plan.now, plan.then, typesetter.width, _RISE_HEIGHT), "Bar of the readiness")
    chart.below = 6
    chart.keeps_next = True
    return [words, chart]
