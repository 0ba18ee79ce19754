"""The gaps on the Readiness page, in the order in which closing them moves readiness."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import at_left, button, rule, text_label
from ladder_app.gui.readiness_rows import GapRow
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated

_RANK_PX = 24
_RATING_PX = 100
_NEXT_STEP_PX = 150
_NOTE_PX = 12
_NARROW_PX = 460


class GapButton(RowButton):
    """One gap: rank, text with what it takes, rating, and the next step. Pressing it goes to the criterion."""

    activated = Signal(str)
    """The criterion that the person wants to see."""
    action_wanted = Signal(str)
    """The criterion that an action is to be added for."""

    def __init__(self, theme: Theme, gap: GapRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, gap.text, parent=parent)
        self._gap = gap
        self.setAccessibleName(f"Gap {gap.rank}: {isolated(gap.text)}")
        self.setAccessibleDescription(f"{gap.rating}. {gap.remark}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(10), theme.px(8), theme.px(10))
        row.setSpacing(theme.px(12))
        rank = text_label(theme, str(gap.rank), BODY_PX, BOLD, tone="warn", wrap=False)
        rank.setFixedWidth(theme.px(_RANK_PX))
        sides = SideBySide(theme, _NARROW_PX, gap_px=6, parent=self)
        sides.add(self._words(theme, gap), 1)
        sides.add(self._standing(theme, gap))
        row.addWidget(rank)
        row.addWidget(sides, 1)
        self.clicked.connect(self._activate)

    @staticmethod
    def _words(theme: Theme, gap: GapRow) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(at_left(text_label(theme, gap.text)))
        column.addWidget(text_label(theme, gap.remark, SMALL_PX, tone="muted"))
        return words

    def _standing(self, theme: Theme, gap: GapRow) -> QWidget:
        standing = QWidget()
        row = QHBoxLayout(standing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        rating = text_label(theme, gap.rating)
        rating.setFixedWidth(theme.px(_RATING_PX))
        step = button(theme, gap.next_step, "link")
        step.setFont(theme.font(_NOTE_PX))
        step.setFixedWidth(theme.px(_NEXT_STEP_PX))
        step.setAccessibleDescription(gap.text)
        row.addWidget(rating, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(step, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        step.clicked.connect(self._take_next_step)
        return standing

    def _activate(self) -> None:
        self.activated.emit(self._gap.criterion_id)

    def _take_next_step(self) -> None:
        wanted = self.action_wanted if self._gap.asks_for_action else self.activated
        wanted.emit(self._gap.criterion_id)


class GapsCard(QFrame):
    """All gaps of a level, or a word that there is none."""

    activated = Signal(str)
    action_wanted = Signal(str)

    def __init__(self, theme: Theme, heading: str, gaps: Sequence[GapRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(16), theme.px(10), theme.px(10))
        column.setSpacing(0)
        head = SideBySide(theme, _NARROW_PX, gap_px=2, parent=self)
        head.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
        head.add(text_label(theme, heading, BODY_PX, SEMIBOLD), 1)
        if len(gaps) > 1:
            head.add(text_label(theme, "ordered by how much each moves readiness", _NOTE_PX, tone="muted", wrap=False))
        column.addWidget(head)
        column.addWidget(rule())
        if gaps:
            column.addWidget(FoldedList(theme, gaps, self._row, f"Show all {len(gaps)} gaps", parent=self))
            return
        nothing = text_label(theme, "Nothing that is rated so far is below the bar.", tone="muted")
        nothing.setContentsMargins(theme.px(8), theme.px(10), theme.px(6), theme.px(4))
        column.addWidget(nothing)

    def _row(self, gap: GapRow, parent: QWidget) -> QWidget:
        row = GapButton(self._theme, gap, parent)
        row.activated.connect(self.activated)
        row.action_wanted.connect(self.action_wanted)
        return row
