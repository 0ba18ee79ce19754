"""A few lines of text: what does not fit on the last of them becomes an ellipsis."""

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_app.gui.theme import BODY_PX, REGULAR, Theme
from ladder_app.gui.tips import tip

_WORD = re.compile(r"\S+(?:\u00a0+\S+)*")


class ClampedLabel(QWidget):
    """Text as it is, on at most so many lines. The whole of it is the accessible name, and the tooltip if cut."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        size_px: float = BODY_PX,
        weight: int = REGULAR,
        *,
        most_lines: int = 3,
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = " ".join(_WORD.findall(text))
        self._most_lines = most_lines
        self._colour = theme.colour(tone)
        self._lines: dict[int, list[str]] = {}
        self.setFont(theme.font(size_px, weight))
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        return self._text

    def show_colour(self, colour: QColor) -> None:
        """Write in another colour."""
        self._colour = colour
        self.update()

    def lines(self, width: int) -> list[str]:
        """What is shown at a width, line by line."""
        if width not in self._lines:
            self._lines[width] = self._broken(width)
            self.setToolTip(tip(self._text) if self._lines[width][-1].endswith("…") else "")
        return self._lines[width]

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self.lines(width)) * self.fontMetrics().lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._colour)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # by the text: Arabic stands at the right
        height = self.fontMetrics().lineSpacing()
        room = self.rect()
        room.setHeight(height)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for line in self.lines(self.width()):
            painter.drawText(room, flags, line)
            room.translate(0, height)
        painter.end()

    def _broken(self, width: int) -> list[str]:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[tuple[int, int]] = []
        while len(found) < self._most_lines and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, 0))
            found.append((line.textStart(), line.textLength()))
        layout.endLayout()
        # Qt counts in units of UTF-16.
        units = self._text.encode("utf-16-le")
        lines = [_text(units, start, start + length).strip() for start, length in found]
        if found and sum(found[-1]) * 2 < len(units):
            rest = _text(units, found[-1][0], len(units))
            lines[-1] = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return lines or [""]


def _text(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "ignore")
