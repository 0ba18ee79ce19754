"""A dumbbell with its scale, as wide as there is room: for a screen that others look at from afar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_app.charts.dumbbell import Views, dumbbell, step_place
from ladder_app.domain.scale import Scale
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.markup import isolated, plain

_ROW_PX, _LABELS_PX = 40, 22


class LargeScale(QWidget):
    """Both views of one criterion, every step with its label where there is room."""

    def __init__(self, theme: Theme, scale: Scale, views: Views, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._views = views
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(_ROW_PX + _LABELS_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._theme, self._scale
        painter = QPainter(self)
        painter.setFont(theme.font(SMALL_PX))
        metrics = QFontMetricsF(painter.font())
        row, share = theme.px(_ROW_PX), self.width() / (scale.highest + 1)
        words = [f"{step} {isolated(plain(scale.steps[step].label))}" for step in range(scale.highest + 1)]
        if max(metrics.horizontalAdvance(each) for each in words) > share:
            words = [str(step) for step in range(scale.highest + 1)]
        for step, text in enumerate(words):
            width = metrics.horizontalAdvance(text)
            left = step_place(step, scale.highest, self.width(), row) - width / 2
            left = min(max(left, 0.0), self.width() - width)
            painter.setPen(theme.colour("good" if step == scale.meets else "muted"))
            painter.drawText(QRectF(left, 0, width + 1, theme.px(_LABELS_PX)), Qt.AlignmentFlag.AlignLeft, text)
        factor = theme.text_size_percent / 100
        painter.translate(0, theme.px(_LABELS_PX))
        paint_chart(painter, dumbbell(self._views, self.width() / factor, _ROW_PX), theme, factor)
        painter.end()
