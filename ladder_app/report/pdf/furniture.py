"""What stands at the head and the foot of every page, and over what goes on from the page before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.markup import isolated
from ladder_app.report.pdf.styles import FOOTER_BASELINE_FROM_BOTTOM, HEADER_BASELINE, SIDE_MARGIN, SMALL

if TYPE_CHECKING:
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.typesetter import Typesetter

_GAP = 24.0
_WORD = re.compile(r"[^\W\d_]{2,}")
# Enough to know a text again that was read in full on an earlier page; more of it would be a sentence nobody hears.
_WORDS_AGAIN = 6


class Furniture:
    """Draws a line at the head or the foot of a page: one text at the left, another at the right.

    It is there to leaf by, and not read aloud: whatever it says stands in the text as well.
    """

    def __init__(self, typesetter: Typesetter, page_height: float) -> None:
        self._set = typesetter
        self._page_height = page_height

    def header(self, sheet: Sheet, left: str, right: str) -> None:
        self._ends(sheet, "Header", left, right, HEADER_BASELINE)

    def footer(self, sheet: Sheet, left: str, right: str) -> None:
        self._ends(sheet, "Footer", left, right, self._page_height - FOOTER_BASELINE_FROM_BOTTOM)

    def _ends(self, sheet: Sheet, kind: str, left: str, right: str, baseline: float) -> None:
        width = self._set.width
        with sheet.furniture(kind, SIDE_MARGIN, baseline - SMALL.size, width, SMALL.leading):
            end = self._set.setter.one_line(right, SMALL, width / 2)
            start = self._set.setter.one_line(left, SMALL, width - end.width() - _GAP)
            sheet.line(SIDE_MARGIN, baseline, start.lines[0], SMALL)
            sheet.line(SIDE_MARGIN + width - end.width(), baseline, end.lines[0], SMALL)


def continued(text: str) -> str:
    """The first words of what goes on over a page: `Rated as met, with no evidence… (continued)`."""
    beginnings = [found.start() for found in _WORD.finditer(text)]
    begun = text
    if len(beginnings) > _WORDS_AGAIN:
        begun = f"{text[: beginnings[_WORDS_AGAIN]].rstrip(' ,;:–-(“')}…"
    return f"{isolated(begun)} (continued)"
