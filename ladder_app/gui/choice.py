"""A drop-down choice that looks like the fields beside it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ladder_app.gui.theme import Theme
from ladder_app.gui.tips import tip

_HEIGHT_PX = 30
_MOST_LINES = 3
_PADDING_PX = 10
_ARROW_PX = 8


class Choice(QComboBox):
    """One of a few things. Long ones are shortened in the field, and whole in the list and the tooltip.

    One that `fits` asks for as much room as its longest words need; one that `wraps` grows by up to two
    lines before anything is shortened.
    The wheel scrolls the page it stands on and never changes it by accident.
    """

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, fits: bool = False, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self._fits = fits
        self._wraps = wraps
        self._tells_whole = False
        self._theme = theme
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentIndexChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        width = self._widest() + self._around() + 2 if self._fits else super().sizeHint().width()
        return QSize(width, self._theme.px(_HEIGHT_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many lines as the words need; the tooltip says what is shortened all the same."""
        is_cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self.width() - self._around()
        if is_cut or self._tells_whole:
            self.setToolTip(tip(self.currentText()) if is_cut else "")
            self._tells_whole = is_cut
        if not self._wraps:
            return
        words = self._words_rect().height() // self.fontMetrics().lineSpacing()
        lines = min(max(words, 1), _MOST_LINES)
        height = self._theme.px(_HEIGHT_PX) + (lines - 1) * self.fontMetrics().lineSpacing()
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _words_rect(self) -> QRect:
        room = QRect(0, 0, self.width() - self._around(), 100 * self._theme.px(_HEIGHT_PX))
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.currentText())

    def _around(self) -> int:
        """What stands beside the words: the padding and the arrow."""
        return self._theme.px(_PADDING_PX) * 3 + self._theme.px(_ARROW_PX)

    def _widest(self) -> int:
        return max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(_HEIGHT_PX))

    def showPopup(self) -> None:
        self.view().setMinimumWidth(min(self._widest() + self._theme.px(40), self.window().width()))
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
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._wraps and self._words_rect().height() <= room.height():
            painter.drawText(room, start | Qt.TextFlag.TextWordWrap, self.currentText())
        else:
            words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, start, words)
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
