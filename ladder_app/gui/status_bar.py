"""The status bar: readiness at a glance at the left, whether the changes are on disk at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ladder_app.charts.percent import percent
from ladder_app.gui.chart_view import BarView
from ladder_app.gui.document import Document
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.saver import Saver, SaveState
from ladder_app.gui.theme import SEMIBOLD, Theme
from ladder_app.report.sentences import level_name, outlook

_WIDTH_PX = 190


class StatusBar(QFrame):
    """Says how ready the person is for the target level, and where their changes are."""

    save_as_wanted = Signal()
    conflict_wanted = Signal()

    def __init__(self, document: Document, saver: Saver, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._saver = saver
        self.setObjectName("status")
        self.setFixedHeight(theme.px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(10))
        self._level = text_label(theme, "", 12, tone="muted", wrap=False)
        self._bar = BarView(theme, document.readiness.figures, height_px=8)
        self._bar.setFixedWidth(theme.px(_WIDTH_PX))
        self._percent = text_label(theme, "", 12, SEMIBOLD, wrap=False)
        self._outlook = text_label(theme, "", 12, tone="muted", wrap=False)
        self._state = text_label(theme, "", 12, tone="muted", wrap=False)
        self._state.setAccessibleName("Where your changes are")
        self._remedy = button(theme, "", "link")
        self._remedy.setFont(theme.font(12))
        self._remedy.clicked.connect(self._on_remedy)
        row.addWidget(self._level)
        row.addWidget(self._bar)
        row.addWidget(self._percent)
        row.addWidget(self._outlook)
        row.addStretch(1)
        row.addWidget(self._state)
        row.addWidget(self._remedy)
        document.criteria_changed.connect(self._show_readiness)
        document.level_changed.connect(self._show_readiness)
        saver.state_changed.connect(self._show_state)
        self._show_readiness()
        self._show_state()

    def _show_readiness(self) -> None:
        readiness = self._document.readiness
        figures = readiness.figures
        self._level.setText(f"Readiness for {level_name(readiness.level.level)}")
        self._bar.show_figures(figures)
        self._percent.setText(percent(figures.shown) if figures.required else "–")
        self._outlook.setText(outlook(figures))

    def _show_state(self) -> None:
        state = self._saver.state
        words = self._saver.words
        self._state.setText(words)
        self._state.setToolTip(words if state is SaveState.FAILED else "")
        trouble = state in (SaveState.FAILED, SaveState.CHANGED_ON_DISK)
        tone = "bad" if trouble else "muted"
        if self._state.property("tone") != tone:
            self._state.setProperty("tone", tone)
            self._state.style().unpolish(self._state)
            self._state.style().polish(self._state)
        self._remedy.setVisible(trouble or state is SaveState.NOT_KEPT)
        self._remedy.setText("Choose…" if state is SaveState.CHANGED_ON_DISK else "Save as…")

    def _on_remedy(self) -> None:
        if self._saver.state is SaveState.CHANGED_ON_DISK:
            self.conflict_wanted.emit()
        else:
            self.save_as_wanted.emit()
