"""The document for the room: agenda, differences, what was agreed, the plan; short, with no page for its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.markup import Span
from ladder_app.report.pdf.blocks import Rule
from ladder_app.report.pdf.styles import BODY, HEADING, LEAD, NAME, SMALL
from ladder_app.report.pdf.talk import agenda_blocks, agreed_blocks, agreed_plan_blocks, sides_blocks, views_blocks
from ladder_app.report.pdf.titles import route_blocks

if TYPE_CHECKING:
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter

_NAME_LINES = 2


def title_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """Who this is about, from where to where, as of when."""
    name = typesetter.text(report.person, NAME)
    style = NAME if len(name.lines) <= _NAME_LINES else HEADING
    return [
        typesetter.paragraph(report.kicker, SMALL, at_most=2, below=3),
        typesetter.paragraph(report.person, style, at_most=4, below=1, tag="H1"),
        *route_blocks(typesetter, report, 10),
        Rule(typesetter.width, below=10),
    ]


def leaflet_blocks(typesetter: Typesetter, report: Report) -> list[Block]:
    """All of its blocks."""
    structure = typesetter.structure
    talk = report.talk
    if talk is None:
        return []
    blocks: list[Block] = []
    with structure.inside("Sect"):
        blocks += title_blocks(typesetter, report)
        sentence = report.verdict_sentence
        spans = (Span(sentence.lead, bold=True), Span(f" {sentence.rest}" if sentence.rest else ""))
        blocks.append(typesetter.paragraph(spans, LEAD, keeps_next=True))
        blocks.append(typesetter.paragraph(report.rated_by, SMALL, at_most=2, above=2, below=8))
        blocks += views_blocks(typesetter, talk, report.to_level.short_name)
        if not (talk.sides or talk.same or talk.overall or talk.remarks):
            blocks.append(typesetter.paragraph(talk.sides_note, BODY, above=8))
        blocks += agenda_blocks(typesetter, talk)
    for made in (sides_blocks, agreed_blocks, agreed_plan_blocks):
        with structure.inside("Sect"):
            blocks += made(typesetter, report)
    return blocks
