"""A box to tick, drawn so that it is seen in both themes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from ladder_app.gui.theme import Theme

_BOX_PX = 16
_GAP_PX = 8


class Tick(QCheckBox):
    """A check box whose words are shown as they are."""

    def __init__(self, theme: Theme, words: str, *, is_on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._theme = theme
        self._words = words
        self.setFont(theme.font())
        self.setAccessibleName(words)
        self.setChecked(is_on)

    def sizeHint(self) -> QSize:
        box = self._theme.px(_BOX_PX)
        width = box + self._theme.px(_GAP_PX) + self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width, max(box, self.fontMetrics().height()) + self._theme.px(6))

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.px(_BOX_PX)
        box = QRectF(1, (self.height() - size) / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        thickness = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour(self._line()), thickness))
        painter.setBrush(self._theme.colour("accent" if self.isChecked() else "panel"))
        painter.drawRoundedRect(box, self._theme.px(4), self._theme.px(4))
        if self.isChecked():
            self._draw_mark(painter, box)
        words = self.rect().adjusted(size + self._theme.px(_GAP_PX), 0, 0, 0)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()

    def _line(self) -> str:
        if self.hasFocus():
            return "text" if self.isChecked() else "accent"
        return "accent" if self.isChecked() else "control"

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        shares = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares]
        painter.setPen(QPen(self._theme.colour("accent_text"), box.width() / 9, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
