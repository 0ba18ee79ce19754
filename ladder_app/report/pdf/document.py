"""The whole document: its parts laid out over pages, then drawn with their headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.parts import Preset
from ladder_app.report.pdf.blocks import paint_all
from ladder_app.report.pdf.canvas import Facts, Sheet
from ladder_app.report.pdf.closing import closing_blocks
from ladder_app.report.pdf.criteria import criteria_blocks
from ladder_app.report.pdf.explained import explained_blocks
from ladder_app.report.pdf.flow import pages
from ladder_app.report.pdf.plan import plan_blocks
from ladder_app.report.pdf.setting import Setter
from ladder_app.report.pdf.styles import (
    BOTTOM_MARGIN,
    FIRST_TOP_MARGIN,
    FOOTER_BASELINE_FROM_BOTTOM,
    HEADER_BASELINE,
    SIDE_MARGIN,
    SMALL,
    TOP_MARGIN,
)
from ladder_app.report.pdf.summary import SummaryPage
from ladder_app.report.pdf.typefaces import Typefaces
from ladder_app.report.pdf.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Placed

# Laying out takes this share of the time, drawing and writing the rest.
_LAID_OUT = 0.5
_DRAWN = 0.9


class Document:
    """One report on one paper."""

    def __init__(self, report: Report, size: tuple[float, float], progress: Callable[[float], None]) -> None:
        self._report = report
        self._width, self._height = size
        self._progress = progress
        self._typefaces = Typefaces()
        self._set = Typesetter(Setter(self._typefaces), self._width - 2 * SIDE_MARGIN)

    def bytes(self) -> bytes:
        """The finished file."""
        self._progress(0.0)
        laid_out = self._pages()
        sheet = Sheet((self._width, self._height), self._facts(), self._typefaces)
        for number, page in enumerate(laid_out, start=1):
            self._paint(sheet, page, number, len(laid_out))
            self._progress(_LAID_OUT + (_DRAWN - _LAID_OUT) * number / len(laid_out))
        content = sheet.finished()
        self._progress(1.0)
        return content

    def _pages(self) -> list[list[Placed]]:
        report = self._report
        first_room = self._height - FIRST_TOP_MARGIN - BOTTOM_MARGIN
        summary = SummaryPage(self._set, report, first_room).blocks()
        laid_out = pages(summary, first_room)
        if report.preset is Preset.SUMMARY:
            return laid_out
        room = self._height - TOP_MARGIN - BOTTOM_MARGIN
        makers = (explained_blocks, plan_blocks, criteria_blocks, closing_blocks)
        for done, blocks in enumerate(makers, start=1):
            laid_out += pages(blocks(self._set, report), room)
            self._progress(_LAID_OUT * done / len(makers))
        return laid_out

    def _facts(self) -> Facts:
        report = self._report
        subject = f"{report.role_title}: {report.to_level.title} · {report.cycle}"
        return Facts(report.title, report.person, subject, report.day)

    def _paint(self, sheet: Sheet, page: list[Placed], number: int, count: int) -> None:
        if number == 1:
            sheet.outline_entry("Summary", 0, 0)
        paint_all(sheet, page, SIDE_MARGIN, FIRST_TOP_MARGIN if number == 1 else TOP_MARGIN)
        self._furniture(sheet, number, count)
        sheet.next_page()

    def _furniture(self, sheet: Sheet, number: int, count: int) -> None:
        """Header and footer: what page this is, and of what."""
        right = self._width - SIDE_MARGIN
        baseline = self._height - FOOTER_BASELINE_FROM_BOTTOM
        of = self._set.setter.one_line(f"{number} of {count}", SMALL, 80)
        sheet.line(right - of.width(), baseline, of.lines[0], SMALL)
        foot = self._set.setter.one_line(self._report.footer, SMALL, self._set.width - 100)
        sheet.line(SIDE_MARGIN, baseline, foot.lines[0], SMALL)
        if number > 1:
            head = self._set.setter.one_line(self._report.title, SMALL, self._set.width)
            sheet.line(SIDE_MARGIN, HEADER_BASELINE, head.lines[0], SMALL)
