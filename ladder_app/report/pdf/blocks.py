"""The blocks that pages are made of: headings, paragraphs, rows, stacks, charts and rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.report.pdf.flow import Block, Placed, beginning, fill, stacked_height
from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.shapes_painter import paint_chart
from ladder_app.report.pdf.styles import HAIRLINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.charts.shapes import Chart
    from ladder_app.report.pdf.setting import SetText
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.structure import Element

# Fewer lines than these are not left alone at the foot or the head of a page.
_LINES_TOGETHER = 2
_SLACK = 0.01


@dataclass(slots=True)
class Paragraph:
    """Text that may part between lines, never leaving one alone; without an element it is not read aloud."""

    text: SetText
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    element: Element | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.text.height

    @property
    def least(self) -> float:
        count = len(self.text.lines)
        return self.height if count < 2 * _LINES_TOGETHER else _LINES_TOGETHER * self.text.style.leading

    def split(self, room: float) -> tuple[Paragraph, Paragraph] | None:
        count = min(int((room + _SLACK) / self.text.style.leading), len(self.text.lines) - _LINES_TOGETHER)
        if count < _LINES_TOGETHER:
            return None
        first, other = self.text.parted(count)
        return (
            Paragraph(first, self.above, element=self.element),
            Paragraph(other, below=self.below, keeps_next=self.keeps_next, element=self.element),
        )

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.text(x, top, self.text, element=self.element)


@dataclass(slots=True)
class Heading:
    """A heading, never alone at the foot of a page; the document's outline leads to it.

    `level` counts from 0; None leaves it out of the outline. `aside` is set small at the right. `short` stands
    for the title at the head of the pages.
    """

    text: SetText
    title: str
    level: int | None
    aside: SetText | None = None
    aside_x: float = 0.0
    above: float = 0.0
    below: float = 6.0
    keeps_next: bool = True
    element: Element | None = None
    aside_element: Element | None = None
    short: str = ""

    @property
    def running(self) -> str:
        return self.short or self.title

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def least(self) -> float:
        return self.text.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – headings do not part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        if self.level is not None:
            sheet.outline_entry(self.title, self.level, top)
        sheet.text(x, top, self.text, element=self.element)
        if self.aside is not None:
            rise = (self.text.style.leading - self.aside.style.leading) / 2 + 0.9
            lowest = top + self.text.height - self.text.style.leading
            sheet.text(x + self.aside_x, lowest + rise, self.aside, element=self.aside_element)


@dataclass(slots=True)
class Rule:
    """A hairline over the width."""

    width: float
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    height: float = HAIRLINE
    least: float = HAIRLINE

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – too thin to part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.rule(x, top + HAIRLINE / 2, self.width, colour("line"), HAIRLINE)


@dataclass(slots=True)
class Figure:
    """A chart; its element has the sentence that says what it shows."""

    chart: Chart
    element: Element
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        return self.chart.height

    @property
    def least(self) -> float:
        return self.chart.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – charts do not part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        with sheet.figure(self.element, x, top, self.chart.width, self.chart.height):
            paint_chart(sheet, self.chart, x, top)


@dataclass(slots=True)
class Stack:
    """Blocks one below the other that count as one; its `head`, if any, stands over what goes on over a page."""

    blocks: Sequence[Block]
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    head: Block | None = None
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = stacked_height(self.blocks)

    @property
    def least(self) -> float:
        return beginning(self.blocks)

    def split(self, room: float) -> tuple[Block, Block] | None:
        placed, rest = fill(self.blocks, room, must=False)
        if not rest or not placed or (len(placed) == 1 and placed[0].block is self.head):
            return None
        first = Stack([item.block for item in placed], self.above)
        if self.head is not None:
            rest = [self.head, *rest]
        return first, Stack(rest, below=self.below, keeps_next=self.keeps_next, head=self.head)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        y = top
        below = 0.0
        for i, block in enumerate(self.blocks):
            if i:
                y += max(below, block.above)
            block.paint(sheet, x, y)
            y += block.height
            below = block.below


@dataclass(slots=True)
class Cell:
    """A block at its place in a row: `x` from the row's left edge, `drop` from its top."""

    x: float
    block: Block
    drop: float = 0.0


@dataclass(slots=True)
class Row:
    """Cells side by side under a hairline; a tall one parts and may repeat its `head` where it goes on.

    One no higher than `whole_up_to` points never parts.
    """

    cells: Sequence[Cell]
    width: float
    padding: float = 0.0
    ruled: bool = False
    head: Block | None = None
    whole_up_to: float = 110.0
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max([cell.drop + cell.block.height for cell in self.cells], default=0.0) + 2 * self.padding

    @property
    def least(self) -> float:
        if self.height <= self.whole_up_to:
            return self.height
        return max([cell.drop + cell.block.least for cell in self.cells], default=0.0) + 2 * self.padding

    def split(self, room: float) -> tuple[Block, Block] | None:
        if self.height <= self.whole_up_to:
            return None
        inside = room - 2 * self.padding
        first: list[Cell] = []
        other: list[Cell] = []
        for cell in self.cells:
            if cell.drop + cell.block.height <= inside + _SLACK:
                first.append(cell)
                continue
            parts = cell.block.split(inside - cell.drop)
            if parts is None:
                return None
            first.append(Cell(cell.x, parts[0], cell.drop))
            other.append(Cell(cell.x, parts[1]))
        if not other:
            return None
        if self.head is not None:
            other = [
                Cell(0.0, self.head),
                *(Cell(c.x, c.block, c.drop + self.head.height + self.head.below) for c in other),
            ]
        return (
            Row(first, self.width, self.padding, self.ruled, above=self.above, whole_up_to=0.0),
            Row(other, self.width, self.padding, False, self.head, 0.0, 0.0, self.below, self.keeps_next),
        )

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        if self.ruled:
            sheet.rule(x, top, self.width, colour("line"), HAIRLINE)
        top += self.padding
        for cell in self.cells:
            cell.block.paint(sheet, x + cell.x, top + cell.drop)


def paint_all(sheet: Sheet, placed: Sequence[Placed], x: float, top: float) -> None:
    """Draws placed blocks in a column whose top left corner is there."""
    for item in placed:
        item.block.paint(sheet, x, top + item.top)
