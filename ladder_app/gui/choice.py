"""A drop-down choice that looks like the fields beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ladder_app.gui.theme import Theme

_HEIGHT_PX = 30
_PADDING_PX = 10
_ARROW_PX = 8


class Choice(QComboBox):
    """One of a few things. Long ones are shortened in the field, and whole in the list.

    The wheel scrolls the page it stands on and never changes it by accident.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(_HEIGHT_PX))

    def showPopup(self) -> None:
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setMinimumWidth(min(widest + self._theme.px(40), self.window().width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = "accent" if self.hasFocus() else "control" if self.underMouse() and self.isEnabled() else "line"
        painter.setPen(QPen(self._theme.colour(line), 1))
        painter.setBrush(self._theme.colour("panel" if self.isEnabled() else "window"))
        radius = self._theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        padding, arrow = self._theme.px(_PADDING_PX), self._theme.px(_ARROW_PX)
        room = self.rect().adjusted(padding, 0, -2 * padding - arrow, 0)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "muted"))
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        draw_arrow(painter, self._theme, self.width() - padding, self.height() / 2)
        painter.end()


def draw_arrow(painter: QPainter, theme: Theme, right: float, middle: float) -> None:
    """The arrow that says there is more to choose from; it ends at `right`, around the height `middle`."""
    arrow = theme.px(_ARROW_PX)
    points = (
        QPointF(right - arrow, middle - arrow / 4),
        QPointF(right - arrow / 2, middle + arrow / 4),
        QPointF(right, middle - arrow / 4),
    )
    painter.setPen(QPen(theme.colour("muted"), theme.px(14) / 10, c=Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(points))
