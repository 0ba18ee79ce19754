"""The conversation on paper: agenda, what is seen differently, what was agreed, the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.markup import Span, isolated, isolated_spans
from ladder_app.report.pdf.blocks import Cell, Row, Stack
from ladder_app.report.pdf.closing import WritingLines
from ladder_app.report.pdf.explained import bar_row
from ladder_app.report.pdf.plan import action_row, effect_blocks, listing, mention_row
from ladder_app.report.pdf.setting import Style
from ladder_app.report.pdf.structure import LABELLED, NUMBERED, UNMARKED
from ladder_app.report.pdf.styles import BODY, MUTED, SMALL, STRONG
from ladder_app.report.pdf.typefaces import Face

if TYPE_CHECKING:
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter
    from ladder_app.report.talk_parts import AgendaLine, AgreedLine, SideBySide, Talk, View

_RANK_WIDTH = 24.0
_BOX_WIDTH = 92.0
_REMARK_WIDTH = 84.0
_WHO_WIDTH = 96.0
_RATING_WIDTH = 78.0
_GAP = 14.0
# A criterion no higher than this keeps with the first view of it.
_KEPT = 80.0
_RANK = Style(Face.SEMIBOLD, 10, 14, "accent")
_WORDS = Style(Face.REGULAR, 9, 12.5)
_WHO = Style(Face.REGULAR, 9, 12.5, "muted")
_RATING = Style(Face.SEMIBOLD, 9, 12.5)
_BLANK_LINES = 3
_REMARKED_SHARE = 0.42


def views_blocks(typesetter: Typesetter, talk: Talk, level: str) -> list[Block]:
    """Readiness as each of them sees it."""
    blocks: list[Block] = [
        typesetter.heading(f"Readiness for {isolated(level)}, as each of you sees it", above=6, tag="H2")
    ]
    with typesetter.structure.inside("Table"):
        blocks += [bar_row(typesetter, item, BODY) for item in talk.views]
    return blocks


def agenda_blocks(typesetter: Typesetter, talk: Talk) -> list[Block]:
    """What to talk about, in order."""
    heading = typesetter.heading("To talk about", level=0, above=22, tag="H2")
    if not talk.agenda:
        return [heading, typesetter.paragraph(talk.agenda_more, BODY)]
    with typesetter.structure.inside("L", NUMBERED):
        rows = [_point(typesetter, line) for line in talk.agenda]
    after = [typesetter.paragraph(talk.agenda_more, MUTED, above=4)] if talk.agenda_more else []
    return [listing(typesetter, heading, rows, after)]


def _point(typesetter: Typesetter, line: AgendaLine) -> Row:
    left = typesetter.width - _BOX_WIDTH
    width = (left - _GAP if line.discussed else typesetter.width) - _RANK_WIDTH
    with typesetter.structure.inside("LI"):
        rank = typesetter.paragraph(str(line.rank), _RANK, _RANK_WIDTH, tag="Lbl")
        with typesetter.structure.inside("LBody"):
            lines = [
                typesetter.paragraph(line.text, BODY, width, at_most=4),
                typesetter.paragraph(line.remark, SMALL, width),
            ]
            done = typesetter.paragraph(line.discussed, SMALL, _BOX_WIDTH) if line.discussed else None
    cells = [Cell(0, rank), Cell(_RANK_WIDTH, Stack(lines))]
    if done is not None:
        cells.append(Cell(left, done, 1.4))
    return typesetter.row(*cells, padding=4)


def sides_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """What is seen differently, with both texts; none where the report is not about that."""
    talk = report.talk
    said = talk is not None and report.is_short and bool(talk.overall or talk.remarks)
    if talk is None or not (talk.sides or talk.same or said):
        return []
    blocks: list[Block] = [typesetter.chapter("Side by side")]
    blocks.append(typesetter.paragraph(talk.sides_note, BODY, below=4, keeps_next=bool(talk.sides)))
    if talk.sides:
        heading = typesetter.heading("Seen differently", "the largest difference first", above=8)
        with typesetter.structure.inside("L", UNMARKED):
            rows = [_side(typesetter, side) for side in talk.sides]
        blocks.append(listing(typesetter, heading, rows))
    if report.is_short:
        blocks += _said(typesetter, talk)
    if talk.same and not report.is_short:
        heading = typesetter.heading("Seen the same", above=22)
        with typesetter.structure.inside("L", UNMARKED):
            blocks.append(listing(typesetter, heading, [mention_row(typesetter, mention) for mention in talk.same]))
    return blocks


def _said(typesetter: Typesetter, talk: Talk) -> list[Block]:
    """What reviewers wrote that is about no difference: on the whole, and on criteria."""
    blocks: list[Block] = []
    for comments in talk.overall:
        title = f"On the whole: {isolated(comments.reviewer)}"
        blocks.append(typesetter.heading(title, comments.date, above=12, below=2))
        blocks.append(typesetter.paragraph(comments.text, BODY))
    if talk.remarks:
        heading = typesetter.heading("Also commented on", above=12, below=3)
        with typesetter.structure.inside("L", UNMARKED):
            rows = [_remark(typesetter, remark) for remark in talk.remarks]
        more = [typesetter.paragraph(talk.remarks_more, MUTED, above=4)] if talk.remarks_more else []
        blocks.append(listing(typesetter, heading, rows, more))
    return blocks


def _remark(typesetter: Typesetter, remark: SideBySide) -> Row:
    """A criterion, and beside it what reviewers wrote."""
    left = typesetter.width * _REMARKED_SHARE
    width = typesetter.width - left
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        text = typesetter.paragraph(remark.text, _WORDS.coloured("muted"), left - _GAP, at_most=3)
        said: list[Block] = []
        for view in remark.views:
            spans = (Span(f"{isolated(view.who)}: ", bold=True), *isolated_spans(view.text))
            said.append(typesetter.paragraph(spans, _WORDS, width))
    return typesetter.row(Cell(0, text), Cell(left, Stack(said)), padding=3)


def _side(typesetter: Typesetter, side: SideBySide) -> Row:
    left = typesetter.width - _REMARK_WIDTH
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        text = typesetter.paragraph(side.text, STRONG, left - _GAP)
        remark = typesetter.paragraph(side.remark, SMALL, _REMARK_WIDTH)
        with typesetter.structure.inside("L", LABELLED):
            views = [_view(typesetter, view) for view in side.views]
    head = Row([Cell(0, text), Cell(left, remark, 1.4)], typesetter.width, below=2)
    head.keeps_next = head.height <= _KEPT
    return Row([Cell(0, Stack([head, *views]))], typesetter.width, padding=6, ruled=True)


def _view(typesetter: Typesetter, view: View) -> Row:
    left = _WHO_WIDTH + _RATING_WIDTH
    with typesetter.structure.inside("LI"):
        who = typesetter.paragraph(view.who, _WHO, _WHO_WIDTH - 8, at_most=2, tag="Lbl")
        with typesetter.structure.inside("LBody"):
            cells = [
                Cell(0, who),
                Cell(_WHO_WIDTH, typesetter.paragraph(view.rating, _RATING, _RATING_WIDTH - 8)),
            ]
            if view.text:
                cells.append(Cell(left, typesetter.paragraph(view.text, _WORDS, typesetter.width - left)))
    return Row(cells, typesetter.width, above=2, whole_up_to=40)


def agreed_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """What came of the conversation; in a short document lines to write on where nothing is recorded yet."""
    talk = report.talk
    if talk is None:
        return []
    has_some = talk.agreed or talk.summary
    if not has_some and not report.is_short:
        return []
    blocks: list[Block] = [typesetter.chapter("Agreed")]
    if talk.held:
        blocks.append(typesetter.paragraph(f"Talked on {talk.held}.", MUTED, below=4))
    if talk.summary:
        blocks.append(typesetter.paragraph(talk.summary, BODY, below=6))
    if talk.agreed_note:
        blocks.append(typesetter.paragraph(talk.agreed_note, MUTED, below=6, keeps_next=bool(talk.agreed)))
    if talk.agreed:
        with typesetter.structure.inside("L", UNMARKED):
            rows = [_agreed(typesetter, line) for line in talk.agreed]
        blocks += rows
    elif not talk.summary:
        blocks.append(typesetter.paragraph("Nothing is recorded yet.", MUTED))
        blocks.append(WritingLines(typesetter.width, _BLANK_LINES))
    return blocks


def _agreed(typesetter: Typesetter, line: AgreedLine) -> Row:
    left = typesetter.width - _RATING_WIDTH
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        lines = [typesetter.paragraph(line.text, BODY, left - _GAP)]
        if line.agreed:
            lines.append(typesetter.paragraph(line.agreed, _WORDS.coloured("muted"), left - _GAP))
        rating = typesetter.paragraph(line.rating or "still open", STRONG if line.rating else MUTED, _RATING_WIDTH)
    return typesetter.row(Cell(0, Stack(lines)), Cell(left, rating))


def agreed_plan_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The plan by itself: what it comes to, what is in focus and why, what is later or for no gap, and bare gaps."""
    if report.talk is None:
        return []
    plan = report.talk.plan
    blocks: list[Block] = [typesetter.chapter("Plan")]
    if plan.nothing:
        blocks.append(typesetter.paragraph(plan.nothing, BODY))
    blocks += effect_blocks(typesetter, plan)
    for title, lines, left_out in (
        ("In focus", plan.focus, ""),
        ("Later", plan.later, plan.later_more),
        ("For no gap", plan.idle, plan.idle_more),
    ):
        if lines:
            heading = typesetter.heading(title, above=12)
            with typesetter.structure.inside("L", LABELLED):
                rows = [action_row(typesetter, line.action, line.why) for line in lines]
            more = [typesetter.paragraph(left_out, MUTED, above=4)] if left_out else []
            blocks.append(listing(typesetter, heading, rows, more))
    if plan.waiting:
        heading = typesetter.heading("Gaps without an action", above=16)
        with typesetter.structure.inside("L", UNMARKED):
            rows = [mention_row(typesetter, mention) for mention in plan.waiting]
        more = [typesetter.paragraph(plan.waiting_more, MUTED, above=4)] if plan.waiting_more else []
        blocks.append(listing(typesetter, heading, rows, more))
    return blocks
