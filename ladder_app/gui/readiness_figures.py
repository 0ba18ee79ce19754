"""The two cards at the top of the Readiness page: the gauge, and the bars by section and area."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.charts.gauge import gauge
from ladder_app.charts.percent import percent
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.chart_view import BarView, ChartView
from ladder_app.gui.parts import at_left, button, text_label
from ladder_app.gui.readiness_rows import BarRow, area_bars, possible_line, section_bars
from ladder_app.gui.theme import SEMIBOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated
from ladder_app.report.sentences import level_name, rated_of

_GAUGE_CARD_PX = 250
_NOTE_PX = 12


class GaugeCard(QFrame):
    """The gauge, what is still possible, and where the person's current level stands."""

    unrated_wanted = Signal(str)
    """The person wants to rate what is unrated of this level."""

    def __init__(self, theme: Theme, readiness: Readiness, current: Readiness | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setMinimumWidth(theme.px(_GAUGE_CARD_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(32), theme.px(10), theme.px(20))
        column.setSpacing(theme.px(3))
        column.addWidget(ChartView(theme, gauge(readiness.figures, width=178)))
        column.addSpacing(theme.px(10))
        column.addWidget(_centred(theme, possible_line(readiness.figures)))
        if current is not None:
            self._level_id = current.level.level.id
            name, figures = level_name(current.level.level), current.figures
            column.addWidget(_centred(theme, f"current {isolated(name)}: {percent(figures.shown)}"))
            if figures.unrated:
                rated = rated_of(figures)
                ask = button(theme, rated, "link")
                ask.setFont(theme.font(_NOTE_PX))
                ask.setToolTip(tip(f"Rate the rest of {isolated(name)}"))
                ask.setAccessibleName(f"{rated} at {isolated(name)}: rate the rest")
                ask.clicked.connect(self._ask)
                column.addWidget(ask, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def _ask(self) -> None:
        self.unrated_wanted.emit(self._level_id)


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
        self._grid.setColumnMinimumWidth(3, theme.px(82))
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
        bar.setAccessibleName(f"{isolated(row.label)}: {bar.accessibleName()}")
        bar.setToolTip(_percentages(row))
        self._grid.addWidget(at_left(text_label(self._theme, row.label)), line, 0)
        self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
        share = percent(row.figures.shown) if row.figures.required else "–"
        number = text_label(self._theme, share, _NOTE_PX, SEMIBOLD, wrap=False)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(number, line, 2)
        self._grid.addWidget(text_label(self._theme, row.count, _NOTE_PX, tone="muted", wrap=False), line, 3)


def _percentages(row: BarRow) -> str:
    shown = percent(row.figures.shown)
    return f"{shown}, up to {percent(row.figures.possible)}" if row.figures.unrated else shown
