"""Makes blocks from texts, in the type and the width of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.pdf.blocks import Cell, Heading, Paragraph, Row
from ladder_app.report.pdf.styles import CHAPTER, HEADING, SMALL, STRONG

if TYPE_CHECKING:
    from ladder_app.markup import Span
    from ladder_app.report.pdf.setting import Setter, SetText, Style


class Typesetter:
    """Sets texts `width` points wide unless told otherwise."""

    def __init__(self, setter: Setter, width: float) -> None:
        self.setter = setter
        self.width = width

    def text(
        self, words: str | tuple[Span, ...], style: Style, width: float | None = None, at_most: int | None = None
    ) -> SetText:
        """A text in lines; with `at_most`, no more than that many, the last ended with an ellipsis."""
        width = self.width if width is None else width
        if isinstance(words, str):
            text = self.setter.text(words, style, width)
        else:
            text = self.setter.spans(words, style, width)
        return text if at_most is None else self.setter.at_most(text, at_most, width)

    def paragraph(
        self,
        words: str | tuple[Span, ...],
        style: Style,
        width: float | None = None,
        *,
        at_most: int | None = None,
        above: float = 0.0,
        below: float = 0.0,
        keeps_next: bool = False,
    ) -> Paragraph:
        return Paragraph(self.text(words, style, width, at_most), above, below, keeps_next)

    def chapter(self, title: str) -> Heading:
        """The heading of a part that begins a page."""
        return Heading(self.text(title, CHAPTER, at_most=3), title, 0, above=40, below=8)

    def heading(
        self, title: str, aside: str = "", *, level: int | None = 1, above: float = 18.0, below: float = 5.0
    ) -> Heading:
        """A heading inside a part, with a small remark at the right."""
        note = self.setter.one_line(aside, SMALL, self.width / 2) if aside else None
        taken = note.width() + 18 if note else 0.0
        text = self.text(title, HEADING, self.width - taken, at_most=4)
        return Heading(text, title, level, note, self.width - (note.width() if note else 0), above, below)

    def minor_heading(self, title: str, *, above: float = 14.0, below: float = 3.0) -> Heading:
        """A heading of a list inside a section; not in the outline."""
        return Heading(self.text(title, STRONG, at_most=3), title, None, above=above, below=below)

    def right_aligned(self, words: str, style: Style, right: float, width: float) -> Cell:
        """A cell whose one line ends at `right`."""
        text = self.setter.one_line(words, style, width)
        return Cell(right - text.width(), Paragraph(text))

    def row(self, *cells: Cell, padding: float = 5.0, ruled: bool = True) -> Row:
        """A row over the whole width."""
        return Row(cells, self.width, padding, ruled)
