"""One of two sides to choose between, whose words are shown whole, on as many lines as they need."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ladder_app.gui.parts import breakable
from ladder_app.gui.theme import Theme

_CIRCLE_PX, _DOT_PX, _GAP_PX, _PAD_PX = 16, 8, 8, 3
_NARROWEST_PX = 160
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class SideChoice(QRadioButton):
    """A radio button that wraps its words."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._theme = theme
        self._shown = breakable(words)
        self.setFont(theme.font())
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._before_words() + self.fontMetrics().horizontalAdvance(self._shown) + 4
        return QSize(width, self._line_height() + 2 * self._theme.px(_PAD_PX))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST_PX)), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - self._before_words(), 100_000)
        height = self.fontMetrics().boundingRect(room, _FLAGS, self._shown).height()
        return max(self._line_height(), height) + 2 * self._theme.px(_PAD_PX)

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, size = self._theme, self._theme.px(_CIRCLE_PX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = theme.px(_PAD_PX) + (self._line_height() - size) / 2
        circle = QRectF(1, top, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        is_on = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if is_on or self.hasFocus() else "control"), 1 + self.hasFocus()))
        painter.setBrush(theme.colour("panel"))
        painter.drawEllipse(circle)
        if is_on:
            dot = theme.px(_DOT_PX) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(circle.center(), dot, dot)
        painter.setPen(theme.colour("text"))
        words = self.rect().adjusted(self._before_words(), theme.px(_PAD_PX), 0, 0)
        painter.drawText(words, _FLAGS, self._shown)
        painter.end()

    def _line_height(self) -> int:
        return max(self._theme.px(_CIRCLE_PX), self.fontMetrics().height())

    def _before_words(self) -> int:
        return self._theme.px(_CIRCLE_PX) + self._theme.px(_GAP_PX)
