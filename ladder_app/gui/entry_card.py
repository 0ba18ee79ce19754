"""A card for something the person wrote: its text, a small line under it, and a way to change or remove it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import SMALL_PX, Theme


class EntryCard(QFrame):
    """Shows one entry. A click or Return asks to edit it, Delete or the cross to remove it."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(11), theme.px(8), theme.px(4), theme.px(9))
        row.setSpacing(theme.px(4))
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.px(3))
        row.addLayout(self._body, 1)
        self._body.addWidget(text_label(theme, text))
        remove = QToolButton()
        remove.setObjectName("remove")
        remove.setText("×")
        remove.setFont(theme.font(15))
        remove.setAccessibleName(f"Remove {spoken}")
        remove.setToolTip("Remove (can be undone)")
        remove.clicked.connect(self.remove_wanted)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def add_line(self, widget: QWidget) -> None:
        """Put a small line under the text."""
        self._body.addWidget(widget)

    def add_words(self, text: str, tone: str = "muted") -> None:
        """Put a small line of plain text under the text."""
        self.add_line(text_label(self._theme, text, SMALL_PX, tone=tone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit_wanted.emit()
