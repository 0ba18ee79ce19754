"""Widgets that show a chart."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_app.charts.bars import bar
from ladder_app.charts.percent import figures_described
from ladder_app.charts.shapes import Chart, Fill
from ladder_app.domain.readiness import Figures
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.theme import Theme

_USUAL_WIDTH = 300.0


class ChartView(QWidget):
    """Shows a chart at the theme's text size, smaller where there is less room, and in proportion.

    What the chart shows is its accessible name.
    """

    def __init__(self, theme: Theme, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = chart
        self.setAccessibleName(chart.description)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._chart.width), self._theme.px(self._chart.height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = min(self.width() / self._chart.width, self.height() / self._chart.height)
        painter = QPainter(self)
        painter.translate((self.width() - self._chart.width * scale) / 2, 0)
        paint_chart(painter, self._chart, self._theme, scale)
        painter.end()


class WideChartView(QWidget):
    """Shows a chart that is made for whatever width there is; `made_for` makes it for a width in points."""

    def __init__(self, theme: Theme, made_for: Callable[[float], Chart], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made_for = made_for
        chart = made_for(_USUAL_WIDTH)
        self._height = chart.height
        self.setAccessibleName(chart.description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_USUAL_WIDTH), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._theme.text_size_percent / 100
        painter = QPainter(self)
        paint_chart(painter, self._made_for(self.width() / scale), self._theme, scale)
        painter.end()


class BarView(QWidget):
    """A bar of figures, as wide as there is room."""

    def __init__(
        self,
        theme: Theme,
        figures: Figures,
        height_px: float = 12,
        fill: Fill = "rating.3",
        hatch: Fill = "rating.2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._height_px = height_px
        self._fill = fill
        self._hatch = hatch
        self.setAccessibleName(figures_described(figures))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Show other figures."""
        if figures != self._figures:
            self._figures = figures
            self.setAccessibleName(figures_described(figures))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(self._height_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._theme.text_size_percent / 100
        chart = bar(self._figures, self.width() / scale, self.height() / scale, self._fill, self._hatch)
        painter = QPainter(self)
        paint_chart(painter, chart, self._theme, scale)
        painter.end()
