"""The search field of a list: Escape empties it and goes back to the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """One line to search by."""

    abandoned = Signal()
    """Escape was pressed; the field is empty now."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)
