"""What a shared screen shows of one criterion. Nothing private is on it: no notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.charts.dumbbell import Views
from ladder_app.gui.large_scale import LargeScale
from ladder_app.gui.parts import spans_label, text_label
from ladder_app.gui.scroll_page import SheetArea, SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD, SMALL_PX, TITLE_PX, Theme
from ladder_app.markup import inline, plain
from ladder_app.report.conversation_words import agreed_words, spoken, whose
from ladder_app.report.words import day

if TYPE_CHECKING:
    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.comparison import Compared

_NARROW_PX = 420


class Slide(QWidget):
    """One criterion: its text, the scale, and both views with what stands behind them."""

    def __init__(
        self, theme: Theme, assessment: Assessment, item: Compared, reviewer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._assessment = assessment
        self._item = item
        scale, person = assessment.role.scale, assessment.person.name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(spans_label(theme, inline(item.criterion.text), assessment.role, TITLE_PX, BOLD))
        views = [(person, item.own), (reviewer, item.theirs)] if reviewer else [(person, item.own)]
        said = spoken(plain(item.criterion.text), views, agreed_words(scale, item.agreed), scale)
        own, theirs = (rating.step if rating is not None else None for rating in (item.own, item.theirs))
        column.addWidget(LargeScale(theme, scale, Views(own, theirs, scale.meets, scale.highest), said))
        area = SheetArea(self)
        sides = SideBySide(theme, _NARROW_PX, gap_px=28, parent=area)
        sides.add(self._own_side(whose(person, item.own, scale)), 1)
        if reviewer:
            sides.add(self._their_side(whose(reviewer, item.theirs, scale)), 1)
        area.column.addWidget(sides)
        area.column.addStretch(1)
        sheet = area.widget()
        if sheet is not None:
            sheet.setObjectName("panel")
            sheet.setAutoFillBackground(False)
        column.addWidget(area, 1)

    def _own_side(self, words: str) -> QWidget:
        side, column = self._side(words, "accent")
        for piece in self._assessment.cycle.evidence_for(self._item.criterion.id):
            column.addWidget(spans_label(self._theme, inline(piece.text), None))
            column.addWidget(text_label(self._theme, day(piece.date), SMALL_PX, tone="muted"))
        column.addStretch(1)
        return side

    def _their_side(self, words: str) -> QWidget:
        side, column = self._side(words, "warn")
        if self._item.comment:
            column.addWidget(spans_label(self._theme, inline(self._item.comment), None))
        column.addStretch(1)
        return side

    def _side(self, words: str, tone: str) -> tuple[QWidget, QVBoxLayout]:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(5))
        column.addWidget(text_label(self._theme, words, BODY_PX, SEMIBOLD, tone=tone))
        return side, column
