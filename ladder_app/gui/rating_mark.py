"""Under a rating that nobody has stood by yet: why it is marked, and the button that takes the mark off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import SMALL_PX, Theme


class RatingMark(QWidget):
    """Says that a rating is carried over or to be checked again; out of sight for all others."""

    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(2), 0, 0)
        column.setSpacing(theme.px(4))
        self._why = text_label(theme, "", SMALL_PX, tone="muted")
        column.addWidget(self._why)
        self._confirm = button(theme, "Confirm it   C")
        self._confirm.setAccessibleName("Confirm this rating")
        self._confirm.clicked.connect(self.confirmed)
        column.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_rating(self, rating: Rating | None, last_cycle: str) -> None:
        """Show what this rating is marked with."""
        self.setVisible(rating is not None and rating.is_marked)
        if rating is not None:
            self._why.setText(_why(rating, last_cycle))


def _why(rating: Rating, last_cycle: str) -> str:
    if rating.check_again:
        return "Check again: the criterion or the scale was reworded after this rating."
    return f"Carried from {last_cycle}. Rate it again, or confirm that it still holds."
