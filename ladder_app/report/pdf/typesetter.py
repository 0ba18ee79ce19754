"""Makes blocks from texts, in the type and the width of one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.report.pdf.blocks import Cell, Figure, Heading, Paragraph, Row
from ladder_app.report.pdf.structure import Structure
from ladder_app.report.pdf.styles import CHAPTER, HEADING, SMALL, STRONG

if TYPE_CHECKING:
    from ladder_app.charts.shapes import Chart
    from ladder_app.markup import Span
    from ladder_app.report.pdf.setting import Setter, SetText, Style
    from ladder_app.report.pdf.structure import Element


class Typesetter:
    """Sets texts `width` points wide unless told otherwise.

    Each text that it makes is an element of the structure, in the order of making; `tag` says what
    kind. Blocks are therefore made in the order in which they should be read.
    """

    def __init__(self, setter: Setter, width: float) -> None:
        self.setter = setter
        self.width = width
        self.structure = Structure()

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
        tag: str = "P",
        attributes: str = "",
    ) -> Paragraph:
        text = self.text(words, style, width, at_most)
        return Paragraph(text, above, below, keeps_next, self._element(text, tag, attributes))

    def set_paragraph(self, text: SetText, *, tag: str = "P", attributes: str = "", below: float = 0.0) -> Paragraph:
        """A paragraph of text that is in lines already."""
        return Paragraph(text, below=below, element=self._element(text, tag, attributes))

    def _element(self, text: SetText, tag: str, attributes: str = "") -> Element:
        element = self.structure.add(tag, attributes)
        element.language = text.language
        return element

    def figure(self, chart: Chart, what: str) -> Figure:
        """A chart that says in words `what` it is and shows."""
        element = self.structure.add("Figure")
        element.alternative = f"{what}: {chart.description}"
        return Figure(chart, element)

    def chapter(self, title: str, short: str = "") -> Heading:
        """The heading of a part that begins a page; `short` stands for a title that names something of any length."""
        text = self.text(title, CHAPTER, at_most=3)
        return Heading(text, title, 0, above=40, below=8, element=self._element(text, "H2"), short=short)

    def heading(
        self,
        title: str,
        aside: str = "",
        *,
        level: int | None = 1,
        above: float = 18.0,
        below: float = 5.0,
        width: float | None = None,
        tag: str = "H3",
        style: Style = HEADING,
    ) -> Heading:
        """A heading inside a part, with a small remark at the right."""
        width = self.width if width is None else width
        note = self.setter.one_line(aside, SMALL, width / 2) if aside else None
        taken = note.width() if note else 0.0
        text = self.text(title, style, width - (taken + 18 if note else 0.0), at_most=4)
        made = Heading(text, title, level, note, width - taken, above, below, element=self._element(text, tag))
        if note is not None:
            made.aside_element = self.structure.add("P")
        return made

    def minor_heading(self, title: str, *, above: float = 14.0, below: float = 3.0) -> Heading:
        """A heading of a list inside a section; not in the outline."""
        text = self.text(title, STRONG, at_most=3)
        return Heading(text, title, None, above=above, below=below, element=self._element(text, "H3"))

    def right_aligned(
        self, words: str, style: Style, right: float, width: float, *, tag: str = "P", attributes: str = ""
    ) -> Cell:
        """A cell whose one line ends at `right`."""
        text = self.setter.one_line(words, style, width)
        return Cell(right - text.width(), self.set_paragraph(text, tag=tag, attributes=attributes))

    def row(self, *cells: Cell, padding: float = 5.0, ruled: bool = True) -> Row:
        """A row over the whole width."""
        return Row(cells, self.width, padding, ruled)
