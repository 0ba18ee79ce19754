"""What stands beside lines that are read in both directions, settled when their page is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ladder_app.report.pdf.copying import (
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    ends_open,
    given_text,
    is_backward_page,
)
from ladder_app.report.pdf.drawnfont import blank
from ladder_app.report.pdf.mixedline import is_mixed
from ladder_app.report.pdf.runs import line_width
from ladder_app.report.pdf.tagtree import text_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.report.pdf.canvas import Canvas
    from ladder_app.report.pdf.embedding import DocumentFonts
    from ladder_app.report.pdf.runs import Line

NOTHING_GIVEN = "/Span <</ActualText<FEFF>>> BDC"
"""Begins what stands for nothing where text is given."""


class Written(NamedTuple):
    """Lines on a page, the first from this place on; y grows upwards."""

    x: float
    baseline: float
    leading: float
    size: float
    lines: Sequence[Line]

    def has_line_near(self, baseline: float, distance: float) -> bool:
        """Whether one of its lines is nearer to a baseline than that."""
        return any(abs(self.baseline - i * self.leading - baseline) < distance for i in range(len(self.lines)))

    def open_ends(self) -> Iterator[tuple[float, float]]:
        """Where lines end that poppler takes for ones that begin there."""
        for i, line in enumerate(self.lines):
            if not is_mixed(line) and ends_open("".join(run.text for run in line)):
                left = line[0].x * self.size / 1000
                yield self.x + left + line_width(line, self.size), self.baseline - i * self.leading


class _Given(NamedTuple):
    place: int
    text: str
    shown: str


class _Fence(NamedTuple):
    place: int
    owner: int
    baseline: float
    size: float
    shown: str


class PageBeside:
    """Of the current page: what is written on it, and what waits for the rest of it."""

    def __init__(self, canvas: Canvas, fonts: DocumentFonts) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._written: list[Written] = []
        self._given: list[_Given] = []
        self._fences: list[_Fence] = []

    def note(self, written: Written) -> None:
        """Lines that are about to be written."""
        self._written.append(written)

    def give(self, text: str, shown: str) -> None:
        """Keeps a place for the text that poppler is given for a line, on `shown`, operators that draw nothing."""
        self._given.append(_Given(self._canvas.emit_later(), text, shown))

    def fence(self, baseline: float, size: float, shown: str) -> None:
        """Keeps a place beside a line of what is being written, for `shown` where others stand on the same baseline.

        pdfium reads all that stands on one baseline in one direction; what it shows is a blank below.
        """
        self._fences.append(_Fence(self._canvas.emit_later(), len(self._written) - 1, baseline, size, shown))

    def settle(self) -> None:
        """Writes what waits; the page is whole."""
        for place, owner, baseline, size, shown in self._fences:
            others = (written for i, written in enumerate(self._written) if i != owner)
            if any(written.has_line_near(baseline, size) for written in others):
                self._canvas.settle(place, f"{NOTHING_GIVEN} {shown} EMC")
        if self._given:
            texts = (run.text for written in self._written for line in written.lines for run in line)
            backward = is_backward_page(texts)
            for place, text, shown in self._given:
                self._canvas.settle(place, text_beside(text, shown, backward_page=backward))
            if backward:
                self._close_ends()
        for waiting in (self._written, self._given, self._fences):
            waiting.clear()

    def _close_ends(self) -> None:
        # Both, so that the page has as many letters either way as before.
        marks = (LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK)
        font = self._fonts.mixed({(blank(), each) for each in marks})
        mark = "".join(font.shape_code(blank(), each) for each in marks)
        shown = [
            f"{font.resource} {written.size:.2f} Tf 1 0 0 1 {x:.3f} {y:.2f} Tm <{mark}> Tj"
            for written in self._written
            for x, y in written.open_ends()
        ]
        if shown:
            self._canvas.emit(f"/Artifact BMC BT {' '.join(shown)} ET EMC")


def text_beside(text: str, shown: str, *, backward_page: bool = False) -> str:
    """The operators that give poppler a text."""
    given = text_string(given_text(text.strip(" "), backward_page=backward_page)).decode()
    return f"/Span <</ActualText {given}>> BDC {shown} EMC"
