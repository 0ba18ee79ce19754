"""The Plan page: what is done about the gaps, the few things to look at now, and what they come to."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.assessment import ActionStatus
from ladder_app.domain.plan import Plan, plan
from ladder_app.gui.document import Document
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.plan_delegate import PlanDelegate
from ladder_app.gui.plan_head import PlanHead
from ladder_app.gui.plan_model import PlanModel
from ladder_app.gui.plan_panel import PlanPanel
from ladder_app.gui.plan_rows import ActionRow, GapRow, MoreRow, Part, PartRow, Row, plan_rows
from ladder_app.gui.plan_view import PlanView
from ladder_app.gui.theme import HEADING_PX, SEMIBOLD, Theme
from ladder_app.report.plan_words import nothing_planned

_MARGIN = 22
_PANEL_PX, _FOLDED_PX, _LOW_PX = 350, 760, 420


class PlanPage(QWidget):
    """Lists the actions and the gaps without one; made anew when something has changed and somebody looks."""

    criterion_activated = Signal(str)
    """The person wants to see a criterion on the Assess page."""
    calendar_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._outdated = True
        self._is_folded = False
        self._unfolded: set[Part] = set()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QWidget(self)
        self._fill_left()
        self.panel = PlanPanel(document, theme, self)
        self.panel.setVisible(False)
        self.panel.finished.connect(self._on_finished)
        row.addWidget(self._left, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.view)
        document.criteria_changed.connect(self._outdate)
        document.level_changed.connect(self._outdate)

    def _fill_left(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self._left)
        column.setContentsMargins(theme.px(_MARGIN), theme.px(18), theme.px(6), 0)
        column.setSpacing(theme.px(10))
        self._head = PlanHead(theme, self._left)
        self._head.setContentsMargins(0, 0, theme.px(_MARGIN - 6), 0)
        self._head.calendar_wanted.connect(self.calendar_wanted)
        self._head.checklist_wanted.connect(self.checklist_wanted)
        column.addWidget(self._head)
        self._nothing = self._invitation()
        inset = QHBoxLayout()
        inset.setContentsMargins(0, 0, theme.px(_MARGIN - 6), 0)
        inset.addWidget(self._nothing)
        column.addLayout(inset)
        self.model = PlanModel(self)
        self._delegate = PlanDelegate(theme, self)
        self._delegate.is_read_only = bool(self._document.read_only)
        self.view = PlanView(self.model, self._delegate, theme.px(_MARGIN - 6), self._left)
        self.view.opened.connect(self._open)
        self.view.ticked.connect(self._tick)
        self.view.offered.connect(self._add_for)
        column.addWidget(self.view, 1)
        self._below = QWidget(self._left)
        column.addWidget(self._below, 1)

    def _invitation(self) -> QFrame:
        theme = self._theme
        frame = card(self._left)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(8))
        self._nothing_head = text_label(theme, "", HEADING_PX, SEMIBOLD)
        self._nothing_words = text_label(theme, "", tone="muted")
        self._start = button(theme, "Rate the first criterion…", "primary")
        self._start.clicked.connect(self._rate_first)
        column.addWidget(self._nothing_head)
        column.addWidget(self._nothing_words)
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(1104), self._theme.px(740))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(160))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_folded = self.width() < self._theme.px(_FOLDED_PX)
        self._head.be_compact(low=self.height() < self._theme.px(_LOW_PX))
        self._show_sides()

    def keep_everything(self) -> None:
        """Keep what stands in an open form."""
        self.panel.keep_everything()

    # What the keys do

    def step_by(self, steps: int) -> None:
        """Go to another row."""
        if not self.panel.is_editing:
            self.view.step_by(steps)

    def edit_current(self) -> None:
        """Edit the current action, or write one for the current gap."""
        row = self.view.current_row()
        if row is not None and not self.panel.is_editing:
            self._open(row)

    def tick_current(self) -> None:
        """Say that the current action is done, or open again."""
        row = self.view.current_row()
        if row is not None and not self.panel.is_editing:
            self._tick(row)

    def add_action(self) -> None:
        """Write an action for the current gap, or one more for the gap of the current action."""
        row = self.view.current_row()
        if row is not None and not self.panel.is_editing:
            self._add_for(row)

    def remove_current(self) -> None:
        """Take the current action away."""
        row = self.view.current_row()
        if isinstance(row, ActionRow) and not self.panel.is_editing:
            self._document.remove_action(row.action)

    def _open(self, row: Row) -> None:
        match row:
            case PartRow():
                self._fold(row.part)
            case MoreRow():
                self._fold(row.part)
            case ActionRow():
                if not self._document.read_only:
                    self.panel.edit(row.action)
                    self._show_sides()
            case GapRow():
                self._add_for(row)

    def _fold(self, part: Part) -> None:
        if part is not Part.FOCUS:
            self._unfolded ^= {part}
            self._outdate()

    def _tick(self, row: Row) -> None:
        if isinstance(row, ActionRow):
            status = ActionStatus.DONE if row.action.is_open else ActionStatus.OPEN
            self._document.put_action_status(row.action, status)
        elif isinstance(row, PartRow | MoreRow):
            self._open(row)

    def _add_for(self, row: Row) -> None:
        if self._document.read_only:
            return
        criterion = self._criterion_of(row)
        if criterion is not None:
            self.panel.add(criterion)
            self._show_sides()

    def _criterion_of(self, row: Row) -> str | None:
        """The gap that a row is about: the foremost that the action serves."""
        if isinstance(row, GapRow):
            return row.criterion_id
        if not isinstance(row, ActionRow):
            return None
        gaps = [gap.standing.id for gap in self._document.readiness.gaps]
        return next((name for name in gaps if name in row.action.criteria), next(iter(row.action.criteria), None))

    def _on_finished(self) -> None:
        self._show_sides()
        self._refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sides(self) -> None:
        is_editing = self.panel.is_editing
        alone = is_editing and self._is_folded
        self._left.setVisible(not alone)
        if alone:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(self.maximumWidth())
        else:
            self.panel.setFixedWidth(self._theme.px(_PANEL_PX))
        self.panel.setVisible(is_editing)

    # Showing it

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._outdated:
            return
        self._outdated = False
        document = self._document
        found = plan(document.assessment, document.readiness, document.today)
        rows = plan_rows(found, document.assessment, document.today, self._unfolded)
        before = {row.key for row in self.model.rows}
        current, place = self.view.current_row(), self.view.currentIndex().row()
        scrolled_to = self.view.verticalScrollBar().value()
        self._delegate.forget()
        self.model.show_rows(rows)
        self.view.verticalScrollBar().setValue(scrolled_to)
        self._choose(current, place, [row.key for row in rows if row.key not in before] if before else [])
        self._head.show_plan(found)
        self._head.be_compact(low=self.height() < self._theme.px(_LOW_PX))
        self._show_whether_empty(found)

    def _choose(self, current: Row | None, place: int, new: list[str]) -> None:
        """Keep the current row; an action that has just come is the next one to look at."""
        made = [key for key in new if key.startswith("action")]
        if len(made) == 1 and self.view.show_row(made[0]):
            return
        if current is None or not self.view.show_row(current.key):
            self.view.show_place(max(place, 0))

    def _show_whether_empty(self, found: Plan) -> None:
        words = nothing_planned(found)
        self._nothing.setVisible(words is not None)
        if words is not None:
            self._nothing_head.setText(words[0])
            self._nothing_words.setText(words[1])
        self._start.setVisible(bool(found.readiness.unrated))
        self._start.setText("Rate the first criterion…" if not found.readiness.figures.rated else "Rate what is left…")
        has_rows = bool(self.model.rows)
        self.view.setVisible(has_rows)
        self._below.setVisible(not has_rows)
        self.setFocusProxy(self.view if has_rows else self._start)

    def _rate_first(self) -> None:
        unrated = self._document.readiness.unrated
        if unrated:
            self.criterion_activated.emit(unrated[0].id)
