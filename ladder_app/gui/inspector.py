"""The inspector: the panel beside the list, with all about the current criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent

    from ladder_app.gui.criterion_sheet import CriterionSheet
    from ladder_app.gui.document import Document
    from ladder_app.gui.theme import Theme


class Inspector(QFrame):
    """Shows the sheet of one criterion, or says that none is chosen.

    The sheet is made when it is first needed. While the window opens that is right after its first
    painting, so that the list is there without waiting for it.
    """

    profile_wanted = Signal()
    """The person wants to say since when they have been doing something."""
    finished = Signal()
    """Something was written to its end: the keyboard may go back to the list."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._document = document
        self._theme = theme
        self._criterion_id: str | None = None
        self._sheet: CriterionSheet | None = None
        self._way_back: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._blank = text_label(theme, "Choose a criterion to see it here.", tone="muted")
        self._blank.setContentsMargins(theme.px(18), theme.px(20), theme.px(18), 0)
        self._layout.addWidget(self._blank)
        self._layout.addStretch(0)
        self._once_painted = QTimer(self)
        self._once_painted.setSingleShot(True)
        self._once_painted.timeout.connect(self._show)

    @property
    def criterion_id(self) -> str | None:
        return self._criterion_id

    def show_criterion(self, criterion_id: str | None) -> None:
        """Show a criterion of the level on screen, or nothing."""
        if criterion_id != self._criterion_id:
            self._change_to(criterion_id)

    def show_again(self) -> None:
        """The level, the person or the role changed: show the same criterion anew where it still is."""
        known = self._criterion_id in self._document.level.by_id
        if known and self._document.is_meeting and self._sheet is not None:
            self._sheet.show_anew()
        else:
            self._change_to(self._criterion_id if known else None)

    def keep_everything(self) -> None:
        """Keep what is being typed: the note and any open form."""
        if self._sheet is not None:
            self._sheet.keep_everything()

    def keep_note(self) -> None:
        """Put the note as it stands into the document."""
        if self._sheet is not None:
            self._sheet.keep_note()

    def add_evidence(self) -> None:
        """Open an empty evidence form."""
        self._shown_sheet().add_evidence()

    def add_action(self) -> None:
        """Open an empty action form."""
        self._shown_sheet().add_action()

    def offer_way_back(self, is_offered: bool) -> None:
        """Offer the way back to the list, which is out of sight now; or no more."""
        if self._way_back is None and is_offered:
            from ladder_app.gui.way_back import WayBack

            self._way_back = WayBack(self._theme, self)
            self._way_back.taken.connect(self.finished)
            self._layout.insertWidget(0, self._way_back)
        if self._way_back is not None:
            self._way_back.setVisible(is_offered)

    def take_focus(self) -> None:
        """Put the keyboard on the rating."""
        self._shown_sheet().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def ask_reason(self) -> None:
        """Put the cursor where the reason for *not applicable* is written."""
        self._shown_sheet().ask_reason()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sheet is None and self._criterion_id is not None:
            self._once_painted.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self._once_painted.stop()  # the document may be gone before the turn of the timer comes
        super().hideEvent(event)

    def _change_to(self, criterion_id: str | None) -> None:
        if self._sheet is not None:
            self._sheet.leave()
        self._criterion_id = criterion_id
        self._blank.setVisible(criterion_id is None)
        if self._sheet is not None or self.window().isVisible():
            self._show()

    def _show(self) -> None:
        if self._criterion_id is not None:
            self._shown_sheet().show_criterion(self._criterion_id)
        if self._sheet is not None:
            self._sheet.setVisible(self._criterion_id is not None)

    def _shown_sheet(self) -> CriterionSheet:
        if self._sheet is None:
            from ladder_app.gui.criterion_sheet import CriterionSheet

            self._sheet = CriterionSheet(self._document, self._theme, self)
            self._sheet.profile_wanted.connect(self.profile_wanted)
            self._sheet.finished.connect(self.finished)
            self._layout.insertWidget(self._layout.indexOf(self._blank) + 1, self._sheet, 1)
            if self._criterion_id is not None:
                self._sheet.show_criterion(self._criterion_id)
        return self._sheet
