"""The card of the History page that says, criterion by criterion, what moved between two cycles."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.team import View
from ladder_app.domain.trend import Moved, Movement, TrendPoint, movements
from ladder_app.gui.choice import Choice
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import at_left, empty, rule, text_label
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import plain
from ladder_app.report.history_words import (
    MOVEMENT_NAMES,
    MOVEMENT_NOTES,
    VIEW_NAMES,
    moved_words,
    movement_sentence,
)

_NARROW_PX = 560
_FIRST = 8
_FIRST_UNCHANGED = 3
_SIGNS = {
    Movement.ROSE: ("↑", "good"),
    Movement.FELL: ("↓", "warn"),
    Movement.NEW: ("+", "accent"),
    Movement.GONE: ("–", "muted"),
    Movement.UNCHANGED: ("=", "muted"),
}


class Chosen(NamedTuple):
    """The numbers of the two cycles that are compared, and as whose view."""

    before: int
    after: int
    view: View


class MovesCard(QFrame):
    """What rose, fell, is new, gone and unchanged between two cycles that the person chooses."""

    activated = Signal(str)
    """The criterion that the person wants to see."""

    def __init__(
        self,
        theme: Theme,
        assessment: Assessment,
        points: Sequence[TrendPoint],
        chosen: Chosen | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._assessment = assessment
        self._alive = frozenset(criterion.id for _, _, criterion in assessment.role.criteria())
        views = [view for view in View if any(view in point.views for point in points)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(14))
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(text_label(theme, "What moved", BODY_PX, SEMIBOLD))
        last = len(points) - 1
        names = [point.cycle.name for point in points]
        wanted = chosen if chosen is not None and max(chosen[:2]) <= last else Chosen(last - 1, last, View.SELF)
        self.before = self._chooser("From the cycle", names, wanted.before)
        self.after = self._chooser("To the cycle", names, wanted.after)
        self.view = self._chooser("As seen by", [VIEW_NAMES[view] for view in views], 0)
        self._views = views
        self.view.setCurrentIndex(views.index(wanted.view) if wanted.view in views else 0)
        self.view.setVisible(len(views) > 1)
        tools = FlowLayout(theme.px(8), theme.px(6))
        tools.addWidget(self.before)
        tools.addWidget(text_label(theme, "→", tone="muted", wrap=False))
        tools.addWidget(self.after)
        tools.addWidget(self.view)
        self._column.addLayout(tools)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(theme.px(6))
        self._column.addLayout(self._lists)
        self._show()
        for chooser in (self.before, self.after, self.view):
            chooser.currentIndexChanged.connect(self._show)

    @property
    def chosen(self) -> Chosen:
        """What is compared."""
        view = self._views[self.view.currentIndex()]
        return Chosen(self.before.currentIndex(), self.after.currentIndex(), view)

    def _chooser(self, name: str, words: Sequence[str], current: int) -> Choice:
        box = Choice(self._theme, name, self, fits=True)
        box.addItems(list(words))
        box.setCurrentIndex(current)
        return box

    def _show(self) -> None:
        empty(self._lists)
        chosen, cycles = self.chosen, self._assessment.cycles
        moved = movements(self._assessment, cycles[chosen.before], cycles[chosen.after], view=chosen.view)
        self._lists.addWidget(text_label(self._theme, movement_sentence(moved)))
        for movement in Movement:
            found = moved.of(movement)
            if found:
                self._lists.addWidget(self._section(movement, found))

    def _section(self, movement: Movement, found: Sequence[Moved]) -> QWidget:
        theme = self._theme
        section = QWidget(self)
        column = QVBoxLayout(section)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(2))
        name = MOVEMENT_NAMES[movement]
        column.addWidget(text_label(theme, f"{name} {len(found)}", BODY_PX, SEMIBOLD))
        column.addWidget(text_label(theme, MOVEMENT_NOTES[movement], SMALL_PX, tone="muted"))
        column.addWidget(rule())
        first = _FIRST_UNCHANGED if movement is Movement.UNCHANGED else _FIRST
        column.addWidget(FoldedList(theme, found, self._row, f"Show all {len(found)}", first, parent=section))
        return section

    def _row(self, moved: Moved, parent: QWidget) -> QWidget:
        words = moved_words(moved, self._assessment.role.scale)
        made = MovedRow(self._theme, moved, words, parent)
        if moved.criterion.id in self._alive:
            made.activated.connect(self.activated)
        else:
            made.setEnabled(False)
        return made


class MovedRow(RowButton):
    """One criterion and how it moved; pressing it goes there, unless the role no longer has it."""

    activated = Signal(str)

    def __init__(self, theme: Theme, moved: Moved, words: str, parent: QWidget | None = None) -> None:
        text = plain(moved.criterion.text)
        super().__init__(theme, text, parent=parent)
        self._criterion_id = moved.criterion.id
        self.setAccessibleDescription(f"{MOVEMENT_NAMES[moved.movement]}: {words}")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(4), theme.px(7), theme.px(4), theme.px(7))
        line.setSpacing(theme.px(8))
        sign, tone = _SIGNS[moved.movement]
        mark = text_label(theme, sign, BODY_PX, SEMIBOLD, tone=tone, wrap=False)
        mark.setFixedWidth(theme.px(16))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        sides = SideBySide(theme, _NARROW_PX, gap_px=4, parent=self)
        sides.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sides.add(at_left(text_label(theme, text)), 3)
        sides.add(text_label(theme, words, SMALL_PX, tone="muted"), 2)
        line.addWidget(sides, 1)
        self.clicked.connect(self._activate)

    def _activate(self) -> None:
        self.activated.emit(self._criterion_id)
