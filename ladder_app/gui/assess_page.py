"""The Assess page: the criteria of a level, rated one after the other, with the inspector beside them."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.assess_delegate import AssessDelegate
from ladder_app.gui.assess_head import AssessHead
from ladder_app.gui.assess_model import AssessModel
from ladder_app.gui.assess_rows import RowFilter
from ladder_app.gui.criteria_view import CriteriaView
from ladder_app.gui.document import Document
from ladder_app.gui.inspector import Inspector
from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import Theme

_MARGIN = 22
_SEARCH_PAUSE_MS = 120
_WIDE_PX, _FOLDED_PX, _LOW_PX = 1000, 730, 420


class AssessPage(QWidget):
    """Lists the criteria of the level on screen and rates them."""

    profile_wanted = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.setObjectName("page")
        self.model = AssessModel(document, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._left = QWidget(self._splitter)
        self._fill_left(self._left)
        self.inspector = Inspector(document, theme, self._splitter)
        self.inspector.setMinimumWidth(theme.px(260))
        self.inspector.profile_wanted.connect(self.profile_wanted)
        self.inspector.finished.connect(self.focus_list)
        self.view.current_changed.connect(self.inspector.show_criterion)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._search_pause = QTimer(self)
        self._search_pause.setSingleShot(True)
        self._search_pause.setInterval(_SEARCH_PAUSE_MS)
        self._search_pause.timeout.connect(self._choose_rows)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._is_sized = False
        self._is_folded = False

        document.criteria_changed.connect(self._on_criteria_changed)
        document.level_changed.connect(self._on_level_changed)
        document.revisited.connect(self._on_revisited)
        self._show_level()
        self.view.step_by(0)

    def _make_view(self, parent: QWidget) -> CriteriaView:
        delegate = AssessDelegate(self._theme, self._document.assessment.role.scale, self)
        delegate.is_read_only = bool(self._document.read_only)
        view = CriteriaView(self.model, delegate, right_inset=self._theme.px(_MARGIN - 6), parent=parent)
        view.step_clicked.connect(self._on_step_clicked)
        view.details_wanted.connect(self.show_details)
        return view

    def _fill_left(self, left: QWidget) -> None:
        theme = self._theme
        left.setMinimumWidth(theme.px(300))
        layout = QVBoxLayout(left)
        layout.setContentsMargins(theme.px(_MARGIN), theme.px(18), theme.px(6), 0)
        layout.setSpacing(0)
        self._head = AssessHead(theme, self._document, left)
        self._head.setContentsMargins(0, 0, theme.px(_MARGIN - 6), 0)
        self._head.level_chosen.connect(self._on_level_chosen)
        self._head.filter_chosen.connect(self._choose_rows)
        self._head.details_wanted.connect(self.show_details)
        self.search = self._head.search
        self.search.textChanged.connect(self._on_search_typed)
        self.search.returnPressed.connect(self.focus_list)
        self.search.abandoned.connect(self._on_search_abandoned)
        layout.addWidget(self._head)
        layout.addSpacing(theme.px(4))
        self.view = self._make_view(left)
        layout.addWidget(self.view, 1)
        self._nothing = text_label(theme, "", tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(0, theme.px(40), theme.px(_MARGIN), 0)
        self._nothing.hide()
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(1104), self._theme.px(740))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, width = self._theme, self.width()
        self._fold(width < theme.px(_FOLDED_PX))
        self._head.be_compact(folded=self._is_folded, low=self.height() < theme.px(_LOW_PX))
        if not self._is_sized and width > 0 and not self._is_folded:
            inspector = theme.px(371 if width >= theme.px(_WIDE_PX) else 312)
            self._splitter.setSizes([width - inspector, inspector])
            self._is_sized = self.isVisible()

    def _fold(self, is_folded: bool) -> None:
        """Show the list and the inspector one at a time where there is no room for both."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._is_sized = False
            self.inspector.offer_way_back(is_folded)
            self._show_sides(details=self.inspector.isAncestorOf(self.focusWidget() or self))

    def _show_sides(self, *, details: bool) -> None:
        self._left.setVisible(not self._is_folded or not details)
        self.inspector.setVisible(not self._is_folded or details)

    def show_details(self) -> None:
        """Put the keyboard into the inspector; where it is folded away it takes the place of the list."""
        if self.current_criterion() is not None:
            self._show_sides(details=True)
            self.inspector.take_focus()

    def add_evidence(self) -> None:
        """Open an empty evidence form for the current criterion."""
        if self.current_criterion() is not None and self._document.takes_entries:
            self._show_sides(details=True)
            self.inspector.add_evidence()

    def add_action(self) -> None:
        """Open an empty action form for the current criterion."""
        if self.current_criterion() is not None and self._document.takes_entries:
            self._show_sides(details=True)
            self.inspector.add_action()

    def show_unrated(self, level_id: str) -> None:
        """List what is unrated of a level."""
        self._document.show_level(level_id)
        self.search.clear()
        self._head.choose_filter(RowFilter.UNRATED)
        self._choose_rows()
        self.focus_list()

    def focus_list(self) -> None:
        """Put the keyboard into the list of criteria."""
        self._show_sides(details=False)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.current_key() is None:
            self.view.step_by(0)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._show_sides(details=False)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def current_criterion(self) -> str | None:
        """The id of the current criterion."""
        return self.view.current_key()

    def go_to(self, criterion_id: str) -> None:
        """Show a criterion, whatever was filtered or searched for and whatever level it belongs to."""
        if criterion_id not in self._document.level.by_id:
            holders = [level.id for level in self._document.assessment.role.levels]
            home = next(i for i in holders if criterion_id in self._document.effective(i).by_id)
            self._document.show_level(home)
        if not self.view.show_key(criterion_id):
            self.search.clear()
            self._head.choose_filter(RowFilter.ALL)
            self._choose_rows()
            self.view.show_key(criterion_id)

    def rate_current(self, rating: Rating | None) -> None:
        """Rate the current criterion."""
        current = self.current_criterion()
        if current is not None:
            self._document.rate(current, rating)

    def confirm_current(self) -> None:
        """Stand by the rating of the current criterion as it is."""
        current = self.current_criterion()
        if current is not None:
            self._document.confirm(current)

    def rate_not_applicable(self) -> None:
        """Say that the current criterion does not apply, and ask why."""
        current = self.current_criterion()
        if current is None:
            return
        rating = self._document.cycle.ratings.get(current)
        if rating is None or rating.applies:
            self._document.rate(current, Rating(not_applicable=""))
        self._show_sides(details=True)
        self.inspector.ask_reason()

    def step_by(self, steps: int) -> None:
        """Go so many criteria down, or up if negative."""
        self.view.step_by(steps)

    def go_to_next_unrated(self) -> None:
        """Go to the next criterion without a rating, from the top again after the last."""
        ids = self.model.row_keys()
        unrated = {s.id for s in self._readiness().standings if s.rating is None}
        current = self.current_criterion()
        start = ids.index(current) + 1 if current in ids else 0
        target = next((name for name in (*ids[start:], *ids[:start]) if name in unrated), None)
        if target is not None:
            self.view.show_key(target)

    def _readiness(self) -> Readiness:
        return self._document.readiness_for(self._document.level.level.id)

    def _on_step_clicked(self, criterion_id: str, step: int) -> None:
        rating = self._document.cycle.ratings.get(criterion_id)
        same = rating is not None and rating.step == step and not rating.is_marked
        self._document.rate(criterion_id, None if same else Rating(step=step))

    def _on_search_typed(self) -> None:
        self._search_pause.start()

    def _on_search_abandoned(self) -> None:
        self._choose_rows()
        self.focus_list()

    def _choose_rows(self) -> None:
        self._search_pause.stop()
        self.model.choose(self._head.filter, self.search.text())
        self._show_counts()
        self._show_nothing()

    def _show_nothing(self) -> None:
        is_empty = self.model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        if is_empty:
            self.inspector.show_criterion(None)
            self._nothing.setText(self._why_nothing())

    def _why_nothing(self) -> str:
        if self.search.text().strip():
            return f"Nothing here has “{self.search.text().strip()}” in it."
        return {
            RowFilter.ALL: "This level asks for nothing.",
            RowFilter.UNRATED: "Everything is rated.",
            RowFilter.GAPS: "No gaps: nothing that is rated is below the bar.",
            RowFilter.NO_EVIDENCE: "Everything that is met has evidence.",
            RowFilter.OLD_EVIDENCE: "Everything that has evidence has some from the last year.",
            RowFilter.CARRIED: "Every carried rating has been looked at.",
            RowFilter.CHECK_AGAIN: "Nothing is left to be checked again.",
        }[self.model.filter]

    def _on_criteria_changed(self, touched: frozenset[str]) -> None:
        self._show_counts()
        if self.current_criterion() in touched:
            self.view.keep_current_visible()

    def _on_level_changed(self) -> None:
        self._show_level()
        self.inspector.show_again()
        self._show_nothing()

    def _on_revisited(self, touched: frozenset[str]) -> None:
        current = self.current_criterion()
        listed = [name for name in self.model.row_keys() if name in touched]
        if listed and current not in touched:
            self.view.show_key(listed[0])

    def _on_level_chosen(self, level_id: str) -> None:
        self._document.show_level(level_id)
        self.focus_list()

    def _show_level(self) -> None:
        self._head.show_level()
        self._show_counts()

    def _show_counts(self) -> None:
        self._head.show_counts(self._readiness())
