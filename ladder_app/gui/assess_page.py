"""The Assess page: the criteria of a level, rated one after the other, with the inspector beside them."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ladder_app.domain.assessment import Rating
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.assess_delegate import AssessDelegate
from ladder_app.gui.assess_model import AssessModel
from ladder_app.gui.assess_rows import RowFilter, matching
from ladder_app.gui.choice import Choice
from ladder_app.gui.criteria_view import CriteriaView
from ladder_app.gui.document import Document
from ladder_app.gui.inspector import Inspector
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BOLD, SEMIBOLD, TITLE_PX, Theme
from ladder_app.markup import plain
from ladder_app.report.sentences import level_name

_MARGIN = 22
_SEARCH_PAUSE_MS = 120


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
        left = QWidget(self._splitter)
        self._fill_left(left)
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

        document.criteria_changed.connect(self._on_criteria_changed)
        document.level_changed.connect(self._on_level_changed)
        document.revisited.connect(self._on_revisited)
        self._show_level()
        self.view.step_by(0)

    def _make_view(self, parent: QWidget) -> CriteriaView:
        delegate = AssessDelegate(self._theme, self._document.assessment.role.scale, self)
        view = CriteriaView(self.model, delegate, right_inset=self._theme.px(_MARGIN - 6), parent=parent)
        view.step_clicked.connect(self._on_step_clicked)
        return view

    def _fill_left(self, left: QWidget) -> None:
        theme = self._theme
        left.setMinimumWidth(theme.px(360))
        layout = QVBoxLayout(left)
        layout.setContentsMargins(theme.px(_MARGIN), theme.px(18), theme.px(6), 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        self._title = text_label(theme, "", TITLE_PX, BOLD)
        head.addWidget(self._title, 1)
        self._levels = Choice(theme, "Level to rate")
        self._levels.setMinimumContentsLength(10)
        self._levels.setToolTip("Rate the criteria of another level")
        self._levels.activated.connect(self._on_level_chosen)
        head.addWidget(self._levels, 0, Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 0, theme.px(_MARGIN - 6), 0)
        layout.addLayout(head)
        layout.addSpacing(theme.px(4))
        self._subtitle = text_label(theme, "", tone="muted")
        layout.addWidget(self._subtitle)
        layout.addSpacing(theme.px(12))
        layout.addLayout(self._make_tools())
        layout.addSpacing(theme.px(4))
        self.view = self._make_view(left)
        layout.addWidget(self.view, 1)
        self._nothing = text_label(theme, "", tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(0, theme.px(40), theme.px(_MARGIN), 0)
        self._nothing.hide()
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def _make_tools(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.setContentsMargins(0, 0, theme.px(_MARGIN - 6), 0)
        self.search = QLineEdit()
        self.search.setFont(theme.font())
        self.search.setPlaceholderText("Search (Ctrl+F)")
        self.search.setAccessibleName("Search criteria and evidence")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.search.setMinimumWidth(theme.px(90))
        self.search.textChanged.connect(self._on_search_typed)
        self.search.returnPressed.connect(self.focus_list)
        row.addWidget(self.search, 1)
        self._chips: dict[RowFilter, QPushButton] = {}
        group = QButtonGroup(self)
        for chosen in RowFilter:
            chip = button(theme, chosen.value, "chip")
            chip.setCheckable(True)
            chip.setChecked(chosen is RowFilter.ALL)
            group.addButton(chip)
            self._chips[chosen] = chip
            row.addWidget(chip)
        group.buttonClicked.connect(self._choose_rows)
        return row

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(1104), self._theme.px(740))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_sized and self.width() > 0:
            wide = self.width() >= self._theme.px(1000)
            inspector = self._theme.px(371 if wide else 312)
            self._splitter.setSizes([self.width() - inspector, inspector])
        if self.isVisible():
            self._is_sized = True

    def focus_list(self) -> None:
        """Put the keyboard into the list of criteria."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.current_criterion() is None:
            self.view.step_by(0)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def current_criterion(self) -> str | None:
        """The id of the current criterion."""
        return self.view.current_criterion()

    def go_to(self, criterion_id: str) -> None:
        """Show a criterion, whatever was filtered or searched for and whatever level it belongs to."""
        if criterion_id not in self._document.level.by_id:
            holders = [level.id for level in self._document.assessment.role.levels]
            home = next(i for i in holders if criterion_id in self._document.effective(i).by_id)
            self._document.show_level(home)
        if not self.view.show_criterion(criterion_id):
            self.search.clear()
            self._chips[RowFilter.ALL].setChecked(True)
            self._choose_rows()
            self.view.show_criterion(criterion_id)

    def rate_current(self, rating: Rating | None) -> None:
        """Rate the current criterion."""
        current = self.current_criterion()
        if current is not None:
            self._document.rate(current, rating)

    def rate_not_applicable(self) -> None:
        """Say that the current criterion does not apply, and ask why."""
        current = self.current_criterion()
        if current is None:
            return
        rating = self._document.assessment.cycle.ratings.get(current)
        if rating is None or rating.applies:
            self._document.rate(current, Rating(not_applicable=""))
        self.inspector.ask_reason()

    def go_to_next_unrated(self) -> None:
        """Go to the next criterion without a rating, from the top again after the last."""
        ids = self.model.criterion_ids()
        unrated = {s.id for s in self._readiness().standings if s.rating is None}
        current = self.current_criterion()
        start = ids.index(current) + 1 if current in ids else 0
        target = next((name for name in (*ids[start:], *ids[:start]) if name in unrated), None)
        if target is not None:
            self.view.show_criterion(target)

    def _readiness(self) -> Readiness:
        return self._document.readiness_for(self._document.level.level.id)

    def _on_step_clicked(self, criterion_id: str, step: int) -> None:
        rating = self._document.assessment.cycle.ratings.get(criterion_id)
        same = rating is not None and rating.step == step
        self._document.rate(criterion_id, None if same else Rating(step=step))

    def _on_search_typed(self) -> None:
        self._search_pause.start()

    def _choose_rows(self) -> None:
        self._search_pause.stop()
        chosen = next(f for f, chip in self._chips.items() if chip.isChecked())
        self.model.choose(chosen, self.search.text())
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
        }[self.model.filter]

    def _on_criteria_changed(self, _touched: object) -> None:
        self._show_counts()

    def _on_level_changed(self) -> None:
        self._show_level()
        self.inspector.show_again()
        self._show_nothing()

    def _on_revisited(self, touched: frozenset[str]) -> None:
        current = self.current_criterion()
        listed = [name for name in self.model.criterion_ids() if name in touched]
        if listed and current not in touched:
            self.view.show_criterion(listed[0])

    def _on_level_chosen(self, position: int) -> None:
        self._document.show_level(self._document.assessment.role.levels[position].id)

    def _show_level(self) -> None:
        document = self._document
        level = document.level
        self._title.setText(plain(level.level.title))
        self._subtitle.setText(self._summary())
        role = document.assessment.role
        self._levels.clear()
        for offered in role.levels:
            words = level_name(offered)
            note = {document.assessment.current: " – now", document.assessment.target: " – next"}.get(offered.id, "")
            self._levels.addItem(f"{words[:1].upper()}{words[1:]}{note}")
        self._levels.setCurrentIndex([offered.id for offered in role.levels].index(level.level.id))
        self._levels.setVisible(len(role.levels) > 1)
        self._show_counts()

    def _summary(self) -> str:
        level = self._document.level
        kinds = [c.kind.value for c in level.criteria]
        parts = [] if level.level.grade is None else [f"Grade {level.level.grade}"]
        counts = []
        for kind, many in (("responsibility", "responsibilities"), ("requirement", "requirements")):
            if kind in kinds:
                counts.append(f"{kinds.count(kind)} {kind if kinds.count(kind) == 1 else many}")
        if counts:
            parts.append(", ".join(counts))
        parts.append("rate what you do today, and show the evidence")
        return " · ".join(parts)

    def _show_counts(self) -> None:
        readiness = self._readiness()
        for chosen, chip in self._chips.items():
            chip.setText(f"{chosen.value} {len(matching(readiness, chosen))}")
            chip.setFont(self._theme.font(12, SEMIBOLD if chip.isChecked() else 400))
