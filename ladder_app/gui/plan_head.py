"""The head of the Plan page: what the plan comes to, and the ways to take it along."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.charts.rise import rise
from ladder_app.domain.plan import Plan
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, TITLE_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.plan_words import focus_effect, summary_sentence
from ladder_app.report.sentences import level_title

_BAR_PX = 9
_NARROW_PX = 620


class RiseView(QWidget):
    """Readiness today and once the focus is done, as wide as there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = self._then = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rise(self, now: float, then: float) -> None:
        """Show other figures."""
        self._now, self._then = now, then
        self.setAccessibleName(rise(now, then, 100, _BAR_PX).description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_BAR_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._theme.text_size_percent / 100
        painter = QPainter(self)
        chart = rise(self._now, self._then, self.width() / scale, self.height() / scale)
        paint_chart(painter, chart, self._theme, scale)
        painter.end()


class PlanHead(QWidget):
    """Title, a sentence, the effect of the focus as bar and words, and the buttons."""

    calendar_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._title = text_label(theme, "", TITLE_PX, BOLD)
        self._sentence = text_label(theme, "", BODY_PX, tone="muted")
        self._buttons = QWidget(self)
        row = FlowLayout(theme.px(8), theme.px(6), self._buttons)
        calendar, checklist = button(theme, "To the calendar…"), button(theme, "As a checklist…")
        calendar.setToolTip("Save the open actions as an iCalendar file (.ics)")
        checklist.setToolTip("Save the plan as a Markdown checklist (.md)")
        calendar.clicked.connect(self.calendar_wanted)
        checklist.clicked.connect(self.checklist_wanted)
        row.addWidget(calendar)
        row.addWidget(checklist)
        words = QWidget(self)
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(5))
        inside.addWidget(self._title)
        inside.addWidget(self._sentence)
        top = SideBySide(theme, _NARROW_PX, gap_px=8, parent=self)
        top.add(words, 1)
        top.add(self._buttons)
        self._effect = text_label(theme, "", BODY_PX)
        self._rise = RiseView(theme, self)
        column.addWidget(top)
        column.addWidget(self._effect)
        column.addWidget(self._rise)

    def show_plan(self, plan: Plan) -> None:
        """Show how a plan stands."""
        self._title.setText(f"Plan for {isolated(level_title(plan.readiness.level.level))}")
        self._show_line(self._sentence, summary_sentence(plan))
        words = focus_effect(plan)
        self._show_line(self._effect, words)
        self._rise.setVisible(bool(words))
        self._rise.show_rise(plan.readiness.figures.shown, plan.once_focus_is_done.shown)
        has_actions = bool(plan.open_actions or plan.done)
        self._buttons.setVisible(has_actions)

    @staticmethod
    def _show_line(label: QLabel, words: str) -> None:
        label.setVisible(bool(words))
        label.setText(words)

    def be_compact(self, *, low: bool) -> None:
        """Give way where the window is low: the sentence goes."""
        self._sentence.setVisible(bool(self._sentence.text()) and not low)
