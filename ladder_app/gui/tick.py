"""A box to tick, drawn so that it is seen in both themes."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ladder_app.gui.theme import Theme

_BOX_PX = 16
_GAP_PX = 8
_NARROWEST_PX = 120


class Tick(QCheckBox):
    """A check box whose words are shown as they are; with `wraps` on as many lines as they need."""

    def __init__(
        self, theme: Theme, words: str, *, is_on: bool = False, wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._theme = theme
        self._words = words
        self._wraps = wraps
        self.setFont(theme.font())
        self.setAccessibleName(words)
        self.setChecked(is_on)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Say something else beside the box."""
        if words != self._words:
            self._words = words
            self.setText(words.replace("&", "&&"))
            self.setAccessibleName(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        box = self._theme.px(_BOX_PX)
        width = box + self._theme.px(_GAP_PX) + self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(width, max(box, self.fontMetrics().height()) + self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST_PX)), hint.height()) if self._wraps else hint

    def heightForWidth(self, width: int) -> int:
        if not self._wraps:
            return -1
        room = QRect(0, 0, width - self._before_words(), 10_000)
        height = self.fontMetrics().boundingRect(room, self._flags(), self._words).height()
        return max(self._theme.px(_BOX_PX), height) + self._theme.px(6)

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.px(_BOX_PX)
        line = max(size, self.fontMetrics().height()) + self._theme.px(6) if self._wraps else self.height()
        box = QRectF(1, (line - size) / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        thickness = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour(self._line()), thickness))
        painter.setBrush(self._theme.colour("accent" if self.isChecked() else "panel"))
        painter.drawRoundedRect(box, self._theme.px(4), self._theme.px(4))
        if self.isChecked():
            self._draw_mark(painter, box)
        words = self.rect().adjusted(self._before_words(), 0, 0, 0)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "muted"))
        painter.drawText(words, self._flags(), self._words)
        painter.end()

    def _before_words(self) -> int:
        return self._theme.px(_BOX_PX) + self._theme.px(_GAP_PX)

    def _flags(self) -> int:
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return flags | int(Qt.TextFlag.TextWordWrap) if self._wraps else flags

    def _line(self) -> str:
        if self.hasFocus():
            return "text" if self.isChecked() else "accent"
        return "accent" if self.isChecked() else "control"

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        shares = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares]
        painter.setPen(QPen(self._theme.colour("accent_text"), box.width() / 9, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
