"""Under a rating that asks for years: what the profile says of them, and the rating that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.domain.years import matching_experience, suggest_from_years
from ladder_app.gui.parts import button, empty, text_label
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.sentences import step_name
from ladder_app.report.words import day, years_so_far

if TYPE_CHECKING:
    from ladder_app.domain.readiness import Standing
    from ladder_app.gui.document import Document


class YearsHint(QWidget):
    """Suggests; only the person rates."""

    profile_wanted = Signal()
    """The person wants to say since when they have been doing something."""
    taken = Signal(object)
    """The suggested `Rating` is taken."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._suggested_step: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Say what there is to say about a criterion; nothing where it asks for no years."""
        empty(self._column)
        self._fill(standing)
        self.setVisible(self._column.count() > 0)

    def _fill(self, standing: Standing) -> None:
        document = self._document
        criterion = standing.criterion.criterion
        if criterion.years is None:
            return
        person, scale = document.assessment.person, document.assessment.role.scale
        suggestion = suggest_from_years(criterion, person, scale, document.today)
        if suggestion is None:
            if matching_experience(criterion.years.of, person) is None:
                ask = button(self._theme, f"Say since when: {isolated(criterion.years.of)}…", "link")
                ask.clicked.connect(self.profile_wanted)
                self._column.addWidget(ask)
            return
        met = "Met since" if suggestion.met_on <= document.today else "Met on"
        words = f"Your profile says {years_so_far(suggestion)}. {met} {day(suggestion.met_on)}."
        self._column.addWidget(text_label(self._theme, words, SMALL_PX, tone="muted"))
        rated = standing.rating is not None and standing.rating.step == suggestion.step
        if not rated:
            self._suggested_step = suggestion.step
            take = button(self._theme, f"Take {step_name(scale, suggestion.step)} from your profile", "link")
            take.clicked.connect(self._take)
            self._column.addWidget(take)

    def _take(self) -> None:
        self.taken.emit(Rating(step=self._suggested_step))
