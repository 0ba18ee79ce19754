"""For a reviewer: how the person rated a criterion, out of sight until the reviewer has rated it themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tick import Tick
from ladder_app.report.conversation_words import whose

if TYPE_CHECKING:
    from ladder_app.gui.document import Document


class TheirView(QWidget):
    """Says the person's own rating, once it can no longer sway the reviewer's."""

    def __init__(self, theme: Theme, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._criterion_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._words = text_label(theme, "", weight=SEMIBOLD)
        column.addWidget(self._words)
        self._why = text_label(theme, "Shown once you have rated it yourself.", SMALL_PX, tone="muted")
        column.addWidget(self._why)
        self.hides = Tick(theme, "Hide their ratings until I have rated", is_on=True, wraps=True)
        self.hides.setFont(theme.font(12))
        self.hides.toggled.connect(self._refresh)
        column.addWidget(self.hides)

    def show_criterion(self, criterion_id: str) -> None:
        """Show how the person rated a criterion, or that it is not shown yet."""
        self._criterion_id = criterion_id
        self._refresh()

    def _refresh(self) -> None:
        document = self._document
        assessment = document.assessment
        is_hidden = self.hides.isChecked() and self._criterion_id not in document.cycle.ratings
        rating = assessment.cycle.ratings.get(self._criterion_id)
        said = whose(assessment.person.name, rating, assessment.role.scale)
        self._words.setText("Hidden" if is_hidden else said)
        self._why.setVisible(is_hidden)
