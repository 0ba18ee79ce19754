"""The two cards at the top of the Readiness page: the gauge, and the bars by section and area."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.charts.gauge import gauge
from ladder_app.charts.percent import percent
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.chart_view import BarView, ChartView
from ladder_app.gui.parts import card, text_label
from ladder_app.gui.readiness_rows import BarRow, area_bars, possible_line, section_bars
from ladder_app.gui.theme import Theme
from ladder_app.report.sentences import current_level_line

_GAUGE_CARD_PX = 250
_NOTE_PX = 12


def gauge_card(theme: Theme, readiness: Readiness, current: Readiness | None, parent: QWidget | None) -> QFrame:
    """The gauge, what is still possible, and where the person's current level stands."""
    frame = card(parent)
    frame.setMinimumWidth(theme.px(_GAUGE_CARD_PX))
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.px(10), theme.px(32), theme.px(10), theme.px(20))
    column.setSpacing(theme.px(3))
    column.addWidget(ChartView(theme, gauge(readiness.figures, width=178)))
    column.addSpacing(theme.px(10))
    column.addWidget(_centred(theme, possible_line(readiness.figures)))
    if current is not None:
        column.addWidget(_centred(theme, current_level_line(current)))
    column.addStretch()
    return frame


def _centred(theme: Theme, text: str) -> QLabel:
    label = text_label(theme, text, _NOTE_PX, tone="muted")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    # A long name of a level wraps here and does not take room from the bars.
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label


class BarsCard(QFrame):
    """The bars by section, and under them those by area."""

    def __init__(self, theme: Theme, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(18), theme.px(22), theme.px(18), theme.px(22))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(11))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnMinimumWidth(2, theme.px(88))
        sections = section_bars(readiness)
        for line, row in enumerate(sections):
            self._add(row, line)
        self._grid.setRowMinimumHeight(len(sections), theme.px(4))
        areas_start = len(sections) + 1
        areas = area_bars(readiness)
        for line, row in enumerate(areas, start=areas_start):
            self._add(row, line)
        self._grid.setRowStretch(areas_start + len(areas), 1)

    def _add(self, row: BarRow, line: int) -> None:
        bar = BarView(self._theme, row.figures)
        bar.setAccessibleName(f"{row.label}: {bar.accessibleName()}")
        bar.setToolTip(_percentages(row))
        self._grid.addWidget(text_label(self._theme, row.label), line, 0)
        self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(text_label(self._theme, row.count, _NOTE_PX, tone="muted", wrap=False), line, 2)


def _percentages(row: BarRow) -> str:
    shown = percent(row.figures.shown)
    return f"{shown}, up to {percent(row.figures.possible)}" if row.figures.unrated else shown
