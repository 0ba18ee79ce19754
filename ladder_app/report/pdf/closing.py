"""The last page: comments on the whole, and signatures that acknowledge the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.markup import Span
from ladder_app.report.pdf.answering import AnswerFields
from ladder_app.report.pdf.blocks import Cell, Row, Stack
from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.structure import UNMARKED
from ladder_app.report.pdf.styles import BODY, SMALL, STRONG

if TYPE_CHECKING:
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.typesetter import Typesetter

_LINE_DISTANCE = 24.0
_BLANK_LINES = 6
_GAP = 24.0
_SIGNATURE_HEIGHT = 34.0


@dataclass(slots=True)
class WritingLines:
    """Empty lines to write on, `width` wide each."""

    width: float
    count: int
    distance: float = _LINE_DISTANCE
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        return self.count * self.distance

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – they stay together
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        for i in range(1, self.count + 1):
            sheet.rule(x, top + i * self.distance, self.width, colour("rule"), 0.5)


def closing_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """The blocks of the last part: lines to write on, or fields where the report has a form."""
    form = report.form
    title = "Comments and signatures" if form is None else "Comments on the whole"
    blocks: list[Block] = [typesetter.chapter(title)]
    for comments in report.comments:
        blocks.append(typesetter.heading(comments.reviewer, comments.date, level=None, above=12, below=2))
        blocks.append(typesetter.paragraph(comments.text, BODY))
    if form is not None:
        blocks += AnswerFields(typesetter, form, typesetter.width).about_the_whole()
    else:
        blocks.append(typesetter.minor_heading("Comments from the conversation", above=18, below=0))
        blocks.append(WritingLines(typesetter.width, _BLANK_LINES))
        blocks.append(_signatures(typesetter, report))
    if report.source is not None:
        source = (Span(report.source.text, link=report.source.link),)
        blocks.append(typesetter.paragraph(source, SMALL, above=36))
    return blocks


def _signatures(typesetter: Typesetter, report: Report) -> Block:
    parts: list[Block] = [
        typesetter.minor_heading("Signatures", above=0, below=2),
        typesetter.paragraph(report.signatures.statement, BODY, below=4),
    ]
    with typesetter.structure.inside("L", UNMARKED):
        parts += [_signature(typesetter, person) for person in report.signatures.people]
    return Stack(parts, above=34)


def _signature(typesetter: Typesetter, person: str) -> Block:
    name_width = typesetter.width * 0.36
    date_width = 92.0
    sign_width = typesetter.width - name_width - date_width - 2 * _GAP
    sign_left = name_width + _GAP
    date_left = sign_left + sign_width + _GAP
    with typesetter.structure.inside("LI"), typesetter.structure.inside("LBody"):
        name = typesetter.paragraph(person, STRONG, name_width, at_most=12)
        signature = _line_to_fill(typesetter, "Signature", sign_width)
        date = _line_to_fill(typesetter, "Date", date_width)
    return Row(
        [Cell(0, name, _SIGNATURE_HEIGHT - 11), Cell(sign_left, signature), Cell(date_left, date)],
        typesetter.width,
        padding=4,
    )


def _line_to_fill(typesetter: Typesetter, what: str, width: float) -> Block:
    words = typesetter.paragraph(what, SMALL, width, above=2)
    return Stack([WritingLines(width, 1, _SIGNATURE_HEIGHT), words])
