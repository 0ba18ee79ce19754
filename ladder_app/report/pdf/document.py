"""The whole document: its parts laid out over pages, then drawn with their headers and footers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.markup import isolated
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.archive import Facts, Finish
from ladder_app.report.pdf.blocks import Heading, paint_all
from ladder_app.report.pdf.closing import closing_blocks
from ladder_app.report.pdf.criteria import criteria_blocks
from ladder_app.report.pdf.explained import explained_blocks
from ladder_app.report.pdf.fieldnames import form_key
from ladder_app.report.pdf.flow import pages, pages_without_scrap, stacked_height, used
from ladder_app.report.pdf.furniture import Furniture
from ladder_app.report.pdf.history import history_blocks
from ladder_app.report.pdf.leaflet import leaflet_blocks
from ladder_app.report.pdf.plan import plan_blocks
from ladder_app.report.pdf.promotion import promotion_pages
from ladder_app.report.pdf.setting import Setter
from ladder_app.report.pdf.sheet import Sheet
from ladder_app.report.pdf.styles import (
    BOTTOM_MARGIN,
    FIRST_TOP_MARGIN,
    SIDE_MARGIN,
    TOP_MARGIN,
)
from ladder_app.report.pdf.summary import summary_blocks
from ladder_app.report.pdf.talk import agreed_blocks, sides_blocks
from ladder_app.report.pdf.typefaces import Typefaces
from ladder_app.report.pdf.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.report.parts import Report
    from ladder_app.report.pdf.flow import Block, Placed

# Laying out takes this share of the time, drawing and writing the rest.
_LAID_OUT = 0.5
_DRAWN = 0.9
# A part begins a new page unless less than this share of the last one is used.
_LITTLE = 1 / 3
_FIRST_PARTS = {Preset.CONVERSATION: "Conversation", Preset.PROMOTION: "Promotion case"}


class Document:
    """One report on one paper."""

    def __init__(
        self, report: Report, size: tuple[float, float], progress: Callable[[float], None], finish: Finish
    ) -> None:
        self._report = report
        self._width, self._height = size
        self._progress = progress
        self._finish = finish
        self._typefaces = Typefaces()
        self._set = Typesetter(Setter(self._typefaces), self._width - 2 * SIDE_MARGIN)
        self._furniture = Furniture(self._set, self._height)

    def bytes(self) -> bytes:
        """The finished file."""
        self._progress(0.0)
        laid_out = self._pages()
        sheet = Sheet((self._width, self._height), self._typefaces)
        chapter = ""
        for number, page in enumerate(laid_out, start=1):
            begun = _chapters_on(page)
            running = begun[0].running if begun and begun[0] is page[0].block else chapter
            # The first page says all that a footer would, and a single one needs no number.
            numbered = f"{number} of {len(laid_out)}" if len(laid_out) > 1 else ""
            self._paint(sheet, page, numbered, running, first=number == 1)
            chapter = begun[-1].running if begun else chapter
            self._progress(_LAID_OUT + (_DRAWN - _LAID_OUT) * number / len(laid_out))
        drawn = sheet.finished(self._set.structure.root)
        content = self._finished().applied(drawn, self._facts())
        self._progress(1.0)
        return content

    def _pages(self) -> list[list[Placed]]:
        report = self._report
        first_room = self._height - FIRST_TOP_MARGIN - BOTTOM_MARGIN
        if report.preset is Preset.PROMOTION:
            return promotion_pages(self._set, report, self._height - TOP_MARGIN - BOTTOM_MARGIN)
        if report.is_short:
            return pages_without_scrap(leaflet_blocks(self._set, report), self._height - TOP_MARGIN - BOTTOM_MARGIN)
        with self._set.structure.inside("Sect"):
            summary = summary_blocks(self._set, report, first_room)
        laid_out = pages(summary, first_room)
        if report.preset is Preset.SUMMARY:
            return laid_out
        room = self._height - TOP_MARGIN - BOTTOM_MARGIN
        parts = (
            (explained_blocks, plan_blocks, sides_blocks, agreed_blocks, history_blocks),
            (criteria_blocks,),
            (closing_blocks,),
        )
        for done, makers in enumerate(parts, start=1):
            blocks: list[Block] = []
            for made in makers:
                with self._set.structure.inside("Sect"):
                    blocks += made(self._set, report)
            if done > 1 and blocks and _goes_on(laid_out[-1], blocks, room):
                blocks = [*(placed.block for placed in laid_out.pop()), *blocks]
            laid_out += pages(blocks, room)
            self._progress(_LAID_OUT * done / len(parts))
        return laid_out

    def _finished(self) -> Finish:
        form = self._report.form
        return self._finish if form is None else replace(self._finish, form=form_key(form))

    def _facts(self) -> Facts:
        report = self._report
        subject = f"{isolated(report.role_title)}: {isolated(report.to_level.title)} · {isolated(report.cycle)}"
        return Facts(report.title, report.person, subject, report.day)

    def _paint(self, sheet: Sheet, page: list[Placed], numbered: str, chapter: str, *, first: bool) -> None:
        if first:
            sheet.outline_entry(_FIRST_PARTS.get(self._report.preset, "Summary"), 0, 0)
        else:
            self._furniture.header(sheet, self._report.what, chapter)
        paint_all(sheet, page, SIDE_MARGIN, FIRST_TOP_MARGIN if first else TOP_MARGIN)
        if numbered:
            self._furniture.footer(sheet, self._report.footer, numbered)
        sheet.next_page()


def _goes_on(page: list[Placed], blocks: list[Block], room: float) -> bool:
    """Whether a part follows on a page that little stands on: it fits there, or takes several pages anyway."""
    so_far = used(page)
    together = so_far + blocks[0].above + stacked_height(blocks)
    return so_far < _LITTLE * room and (together <= room or together > room + so_far)


def _chapters_on(page: list[Placed]) -> list[Heading]:
    """The headings of the chapters that begin on a page."""
    return [item.block for item in page if isinstance(item.block, Heading) and item.block.level == 0]
