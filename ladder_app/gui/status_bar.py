"""The status bar: readiness at a glance at the left, whether the changes are on disk at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.charts.percent import percent
from ladder_app.gui.chart_view import BarView
from ladder_app.gui.document import Document
from ladder_app.gui.one_line import OneLine
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.save_state import FREE_AGAIN, SaveState
from ladder_app.gui.saver import Saver
from ladder_app.gui.theme import SEMIBOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated
from ladder_app.report.sentences import level_name, outlook

_WIDTH_PX, _LEAST_WIDTH_PX, _LEAST_WORDS_PX, _MARGIN_PX = 190, 50, 70, 14
_WIDEST = 16777215
_WRITTEN_AGAIN = "The file was gone and has been written again"


class StatusBar(QFrame):
    """Says how ready the person is for the target level, and where their changes are."""

    save_as_wanted = Signal()
    conflict_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, document: Document, saver: Saver, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._saver = saver
        self._was_gone = False
        self.setObjectName("status")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # What has no room on the line stands whole above it.
        self._whole = text_label(theme, "", 12, tone="muted")
        self._whole.setContentsMargins(theme.px(_MARGIN_PX), theme.px(6), theme.px(_MARGIN_PX), 0)
        self._whole.hide()
        column.addWidget(self._whole)
        row = self._row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setContentsMargins(theme.px(_MARGIN_PX), 0, theme.px(_MARGIN_PX), 0)
        row.setSpacing(theme.px(10))
        self._theme = theme
        self._level = OneLine(theme, 12, tone="muted", parent=self)
        self._bar = BarView(theme, document.readiness.figures, height_px=8)
        self._percent = OneLine(theme, 12, SEMIBOLD, parent=self)
        self._outlook = OneLine(theme, 12, tone="muted", parent=self)
        self._state = OneLine(theme, 12, tone="muted", parent=self)
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
        document.drafts.changed.connect(self._show_state)
        document.being_typed.changed.connect(self._show_state)
        saver.written_again.connect(self._on_written_again)
        self._show_readiness()
        self._show_state()

    def _show_readiness(self) -> None:
        readiness = self._document.readiness
        figures = readiness.figures
        voice = self._document.voice
        whose = (
            ""
            if voice.is_own
            else f"Reviewing {isolated(self._document.assessment.person.name)} as {isolated(voice.rater)}. "
        )
        self._level.setText(f"{whose}Readiness for {isolated(level_name(readiness.level.level))}")
        self._bar.show_figures(figures)
        self._percent.setText(percent(figures.shown) if figures.required else "–")
        self._outlook.setText(outlook(figures))
        self._fit()

    @property
    def _is_free(self) -> bool:
        return self._document.read_only == FREE_AGAIN

    def _show_state(self) -> None:
        document, state = self._document, self._saver.state
        self._was_gone = self._was_gone and state is SaveState.SAVED
        words = _WRITTEN_AGAIN if self._was_gone else self._saver.words
        if state is SaveState.SAVED:
            words = SaveState.PENDING.value if document.being_typed.is_anything else document.drafts.words or words
        self._state.setText(words)
        self._state.setToolTip(tip(words))
        trouble = state in (SaveState.FAILED, SaveState.GONE, SaveState.CHANGED_ON_DISK)
        tone = "bad" if trouble else "muted"
        for label in (self._state, self._whole):
            if label.property("tone") != tone:
                label.setProperty("tone", tone)
                label.style().unpolish(label)
                label.style().polish(label)
        remedy = "Save as…" if trouble or state is SaveState.NOT_KEPT else ""
        if state is SaveState.CHANGED_ON_DISK:
            remedy = "Choose…"
        elif self._is_free:
            remedy = "Edit here again"
        self._remedy.setVisible(bool(remedy))
        self._remedy.setText(remedy)
        self._fit()

    def _on_written_again(self) -> None:
        """Say so until the next edit."""
        self._was_gone = True
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each part its room; where there is too little, the outlook goes first, then the bar, then the level.

        Whether the changes are on disk is said to the last.
        """
        theme = self._theme
        gap = self._row.spacing()
        room = self.width() - 2 * theme.px(_MARGIN_PX)
        kept = self._percent.full_width() + gap
        if not self._remedy.isHidden():
            kept += self._remedy.sizeHint().width() + gap
        is_long = kept + self._state.full_width() > room
        self._state.setVisible(not is_long)
        self._whole.setVisible(is_long)
        self._whole.setText(self._state.text() if is_long else "")
        self.setFixedHeight(theme.px(30) + (self._whole.heightForWidth(self.width()) if is_long else 0))
        if not is_long:
            kept += self._state.full_width() + gap
        bar, least_bar = theme.px(_WIDTH_PX), theme.px(_LEAST_WIDTH_PX)
        left = room - kept - self._level.full_width() - gap - bar - gap
        self._outlook.setVisible(left >= min(self._outlook.full_width(), theme.px(_LEAST_WORDS_PX)))
        if left < 0:
            bar = max(bar + left, least_bar)
        self._bar.setFixedWidth(bar)
        level = room - kept - bar - gap
        self._level.setVisible(level >= min(self._level.full_width(), theme.px(_LEAST_WORDS_PX)))
        self._level.setMaximumWidth(max(level, 0) if level < self._level.full_width() else _WIDEST)
        self._bar.setVisible(room - kept >= least_bar)
        self._outlook.setMaximumWidth(max(left - gap, 0) if left < self._outlook.full_width() + gap else _WIDEST)
        figures = self._document.readiness.figures
        words = f"{self._level.text()}: {self._percent.text()}, {outlook(figures)}"
        for part in (self._level, self._bar, self._percent, self._outlook):
            part.setToolTip(tip(words))

    def _on_remedy(self) -> None:
        if self._saver.state is SaveState.CHANGED_ON_DISK:
            self.conflict_wanted.emit()
        elif self._is_free:
            self.edit_wanted.emit()
        else:
            self.save_as_wanted.emit()
