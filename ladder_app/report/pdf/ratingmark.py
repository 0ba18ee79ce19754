"""A criterion with its rating beside it: the little scale, drawn where it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.report.pdf.palette import colour, ink_on, is_pale, shade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.pdf.blocks import Paragraph
    from ladder_app.report.pdf.flow import Block
    from ladder_app.report.pdf.setting import SetText
    from ladder_app.report.pdf.sheet import Sheet
    from ladder_app.report.pdf.structure import Element

_BOX_HEIGHT = 13.0


@dataclass(slots=True)
class RatingMark:
    """The little scale: a box for each step with the chosen one filled, and the rating in words under it."""

    words: SetText
    digits: Sequence[SetText]
    step: int | None
    width: float
    element: Element
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        return _BOX_HEIGHT + 3 + self.words.height

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – too small to part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        count = len(self.digits)
        width = self.width / count
        sheet.frame(x, top, self.width, _BOX_HEIGHT, colour("line"), 2)
        for i, digit in enumerate(self.digits):
            left = x + i * width
            ink = "muted"
            if i == self.step:
                fill = shade(i, count - 1)
                sheet.rectangle(left, top, width, _BOX_HEIGHT, fill, 2)
                if is_pale(fill):
                    sheet.frame(left, top, width, _BOX_HEIGHT, colour("muted"), 2)
                ink = ink_on(fill)
            sheet.text(left + (width - digit.width()) / 2, top + (_BOX_HEIGHT - digit.style.leading) / 2, digit, ink)
        sheet.text(x, top + _BOX_HEIGHT + 3, self.words, element=self.element)


@dataclass(slots=True)
class RatedText:
    """The text of a criterion, with its mark `mark_x` to the right of where it begins.

    The mark is drawn right after the text because it is read then; it takes no height here, see `room`.
    """

    text: Paragraph
    mark: RatingMark
    mark_x: float
    mark_drop: float
    above: float = 0.0
    below: float = 0.0

    @property
    def keeps_next(self) -> bool:
        return self.text.keeps_next

    @keeps_next.setter
    def keeps_next(self, keeps: bool) -> None:
        self.text.keeps_next = keeps

    @property
    def height(self) -> float:
        return self.text.height

    @property
    def least(self) -> float:
        return self.text.least

    @property
    def room(self) -> Blank:
        """What keeps the place of the mark free in the row that both stand in."""
        return Blank(self.mark.height)

    def split(self, room: float) -> tuple[Block, Block] | None:
        parts = self.text.split(room)
        if parts is None:
            return None
        first, other = parts
        return RatedText(first, self.mark, self.mark_x, self.mark_drop), other

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        self.text.paint(sheet, x, top)
        self.mark.paint(sheet, x + self.mark_x, top + self.mark_drop)


@dataclass(slots=True)
class Blank:
    """A place that is left free."""

    height: float
    above: float = 0.0
    below: float = 0.0
    keeps_next: bool = False

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 – what stands there does not part
        return None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Nothing: something else draws there."""
