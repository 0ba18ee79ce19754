"""What stands at the head and the foot of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.pdf.styles import FOOTER_BASELINE_FROM_BOTTOM, HEADER_BASELINE, SIDE_MARGIN, SMALL

if TYPE_CHECKING:
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.typesetter import Typesetter

_GAP = 24.0


class Furniture:
    """Draws a line at the head or the foot of a page: one text at the left, another at the right."""

    def __init__(self, typesetter: Typesetter, page_height: float) -> None:
        self._set = typesetter
        self._page_height = page_height

    def header(self, sheet: Sheet, left: str, right: str) -> None:
        with sheet.furniture("Header"):
            self._ends(sheet, left, right, HEADER_BASELINE)

    def footer(self, sheet: Sheet, left: str, right: str) -> None:
        with sheet.furniture("Footer"):
            self._ends(sheet, left, right, self._page_height - FOOTER_BASELINE_FROM_BOTTOM)

    def _ends(self, sheet: Sheet, left: str, right: str, baseline: float) -> None:
        width = self._set.width
        end = self._set.setter.one_line(right, SMALL, width / 2)
        start = self._set.setter.one_line(left, SMALL, width - end.width() - _GAP)
        sheet.line(SIDE_MARGIN, baseline, start.lines[0], SMALL)
        sheet.line(SIDE_MARGIN + width - end.width(), baseline, end.lines[0], SMALL)
