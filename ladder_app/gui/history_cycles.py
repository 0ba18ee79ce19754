"""The card of the History page that shows readiness over the cycles: a chart, and every number as text."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.charts.timeline import Series, mark, timeline
from ladder_app.domain.trend import TrendPoint
from ladder_app.gui.chart_view import ChartView, WideChartView
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import at_left, button, rule, text_label
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated, plain
from ladder_app.report.history_series import series_of
from ladder_app.report.history_words import cycle_days, figures_words, rater_words

_NARROW_PX = 560
_FIRST = 6


class CyclesCard(QFrame):
    """Readiness in each cycle."""

    earlier_wanted = Signal(int)
    """The cycle of this number, an earlier one, is to be looked at."""

    def __init__(self, theme: Theme, points: Sequence[TrendPoint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._last = len(points) - 1
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addWidget(text_label(theme, "Readiness over the cycles", BODY_PX, SEMIBOLD))
        note = "Every cycle is read by the role as it is now."
        column.addWidget(text_label(theme, note, SMALL_PX, tone="muted"))
        series = series_of(points)
        if series:
            legend = FlowLayout(theme.px(16), theme.px(4))
            for each in series:
                legend.addWidget(self._legend(each))
            column.addLayout(legend)
            made_for = partial(timeline, [plain(point.cycle.name) for point in points], series)
            column.addWidget(WideChartView(theme, made_for, self))
        column.addWidget(rule())
        newest_first = list(reversed(list(enumerate(points))))
        column.addWidget(FoldedList(theme, newest_first, self._row, f"Show all {len(points)}", _FIRST, parent=self))

    def _legend(self, series: Series) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        row.addWidget(ChartView(self._theme, mark(series), made))
        row.addWidget(text_label(self._theme, series.name, SMALL_PX, tone="muted", wrap=False))
        return made

    def _row(self, numbered: tuple[int, TrendPoint], parent: QWidget) -> QWidget:
        number, point = numbered
        theme = self._theme
        row = QWidget(parent)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        line.setSpacing(theme.px(12))
        sides = SideBySide(theme, _NARROW_PX, gap_px=6, parent=row)
        sides.add(self._words(point, sides), 1)
        sides.add(self._figures(point, sides), 2)
        line.addWidget(sides, 1)
        look = button(theme, "Look at it")
        look.setAccessibleName(f"Look at {isolated(point.cycle.name)}")
        look.clicked.connect(partial(self._look_at, number))
        policy = look.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        look.setSizePolicy(policy)
        look.setVisible(number < self._last)
        line.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _words(self, point: TrendPoint, parent: QWidget) -> QWidget:
        words = QWidget(parent)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addWidget(at_left(text_label(self._theme, point.cycle.name, BODY_PX, SEMIBOLD)))
        column.addWidget(text_label(self._theme, cycle_days(point.cycle), SMALL_PX, tone="muted"))
        column.addStretch(1)
        return words

    def _figures(self, point: TrendPoint, parent: QWidget) -> QWidget:
        figures = QWidget(parent)
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        for view, readiness in point.views.items():
            words = f"{rater_words(view, readiness)}: {figures_words(readiness)}"
            column.addWidget(text_label(self._theme, words))
        column.addStretch(1)
        return figures

    def _look_at(self, number: int, _checked: object = None) -> None:
        self.earlier_wanted.emit(number)
