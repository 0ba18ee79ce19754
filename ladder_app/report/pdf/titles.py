"""The lines that say from which level to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.markup import isolated
from ladder_app.report.pdf.styles import ROUTE

if TYPE_CHECKING:
    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.typesetter import Typesetter


def route_blocks(typesetter: Typesetter, report: Report, below: float) -> list[Block]:
    """From which level to which, on one line where both fit, else one below the other."""
    here, there = report.from_level, report.to_level
    if here is None or here == there:
        return [typesetter.paragraph(there.title, ROUTE, at_most=3, below=below)]
    on_one_line = typesetter.text(f"{isolated(here.title)}  →  {isolated(there.title)}", ROUTE)
    if len(on_one_line.lines) == 1:
        return [typesetter.set_paragraph(on_one_line, below=below)]
    return [
        typesetter.paragraph(here.title, ROUTE, at_most=2),
        typesetter.paragraph(f"→  {isolated(there.title)}", ROUTE, at_most=2, below=below),
    ]
