"""The Plan page: what is done about the gaps, the few things to look at now, and what they come to."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.entries import ActionStatus
from ladder_app.domain.plan import Plan, plan
from ladder_app.gui.document import Document
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.plan_delegate import PlanDelegate
from ladder_app.gui.plan_head import PlanHead
from ladder_app.gui.plan_model import PlanModel
from ladder_app.gui.plan_panel import PlanPanel
from ladder_app.gui.plan_rows import ActionRow, GapRow, MoreRow, Part, PartRow, Row, plan_rows
from ladder_app.gui.plan_view import PlanView
from ladder_app.gui.side_page import RIGHT_INSET_PX, SidePage
from ladder_app.gui.theme import HEADING_PX, SEMIBOLD, Theme
from ladder_app.report.plan_words import nothing_planned

_PANEL_PX = 350


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a person is on the page: in the list, in what is unfolded of it, and in a form."""

    current: str | None
    writing: str
    criteria: tuple[str, ...]
    unfolded: frozenset[Part]


class PlanPage(SidePage):
    """Lists the actions and the gaps without one."""

    criterion_activated = Signal(str)
    """The person wants to see a criterion on the Assess page."""
    calendar_wanted = Signal()
    checklist_wanted = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _PANEL_PX, parent)
        self._document = document
        self._unfolded: set[Part] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill_left()
        self.panel = PlanPanel(document, theme, self)
        self.panel.finished.connect(self._on_finished)
        self.put_side(self.panel)
        self.setFocusProxy(self.view)
        document.criteria_changed.connect(self.outdate)
        document.level_changed.connect(self.outdate)

    def _fill_left(self) -> None:
        theme, column = self._theme, self._column
        column.setSpacing(theme.px(10))
        self._head = PlanHead(theme, self._left)
        self._head.setContentsMargins(0, 0, theme.px(RIGHT_INSET_PX), 0)
        self._head.calendar_wanted.connect(self.calendar_wanted)
        self._head.checklist_wanted.connect(self.checklist_wanted)
        column.addWidget(self._head)
        self._nothing = self._invitation()
        inset = QHBoxLayout()
        inset.setContentsMargins(0, 0, theme.px(RIGHT_INSET_PX), 0)
        inset.addWidget(self._nothing)
        column.addLayout(inset)
        self.model = PlanModel(self)
        self._delegate = PlanDelegate(theme, self)
        self._delegate.is_read_only = bool(self._document.read_only)
        self.view = PlanView(self.model, self._delegate, theme.px(RIGHT_INSET_PX), self._left)
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

    @property
    def is_busy(self) -> bool:
        return self.panel.is_editing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.be_compact(low=self.is_low)

    def keep_everything(self) -> None:
        """Keep what stands in an open form."""
        self.panel.keep_everything()

    # What the keys do

    def step_by(self, steps: int) -> None:
        """Go to another row."""
        if not self.is_busy:
            self.view.step_by(steps)

    def edit_current(self) -> None:
        """Edit the current action, or write one for the current gap."""
        row = self.view.current_row()
        if row is not None and not self.is_busy:
            self._open(row)

    def change(self, action_id: str) -> bool:
        """Open the form of an action; False where it is no longer there."""
        action = next((a for a in self._document.assessment.cycle.actions if a.id == action_id), None)
        if action is None or self._document.read_only:
            return False
        self.view.show_key(f"action {action_id}")
        self.panel.edit(action)
        self.show_sides()
        return True

    def tick_current(self) -> None:
        """Say that the current action is done, or open again."""
        row = self.view.current_row()
        if row is not None and not self.is_busy:
            self._tick(row)

    def add_action(self) -> None:
        """Write an action for the current gap, or one more for the gap of the current action."""
        row = self.view.current_row()
        if row is not None and not self.is_busy:
            self._add_for(row)

    def remove_current(self) -> None:
        """Take the current action away."""
        row = self.view.current_row()
        if isinstance(row, ActionRow) and not self.is_busy:
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
                    self.show_sides()
            case GapRow():
                self._add_for(row)

    def _fold(self, part: Part) -> None:
        if part is not Part.FOCUS:
            self._unfolded ^= {part}
            self.outdate()

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
            self.show_sides()

    def _criterion_of(self, row: Row) -> str | None:
        """The gap that a row is about: the foremost that the action serves."""
        if isinstance(row, GapRow):
            return row.criterion_id
        if not isinstance(row, ActionRow):
            return None
        gaps = [gap.standing.id for gap in self._document.readiness.gaps]
        return next((name for name in gaps if name in row.action.criteria), next(iter(row.action.criteria), None))

    def _on_finished(self) -> None:
        self.show_sides()
        self.bring_up_to_date()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where the person is

    def place(self) -> PlanPlace:
        """Where the person is on the page, for the one that takes its place."""
        return PlanPlace(
            current=self.view.current_key(),
            writing=self.panel.writing,
            criteria=self.panel.criteria,
            unfolded=frozenset(self._unfolded),
        )

    def go_back_to(self, place: PlanPlace) -> None:
        """Be where the person was, as far as it is still there."""
        self._unfolded = set(place.unfolded)
        self._outdated = True
        self.bring_up_to_date()
        if place.current is not None:
            self.view.show_key(place.current)
        if not place.writing or self._document.read_only or self.change(place.writing):
            return
        known = {criterion.id for _, _, criterion in self._document.assessment.role.criteria()}
        if place.criteria and place.criteria[0] in known:
            self.panel.add(place.criteria[0])
            self.show_sides()

    # Showing it

    def refresh(self) -> None:
        document = self._document
        found = plan(document.assessment, document.readiness, document.today)
        rows = plan_rows(found, document.assessment, document.today, self._unfolded)
        self.view.show_rows(rows, _is_action)
        self._head.show_plan(found)
        self._head.be_compact(low=self.is_low)
        self._show_whether_empty(found)

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


def _is_action(key: str) -> bool:
    """Whether a row is an action: one that has just come is the next to look at; a gap that has, is not."""
    return key.startswith("action ")
