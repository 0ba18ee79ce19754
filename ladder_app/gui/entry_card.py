"""A card for something the person wrote: its text, a small line under it, and a way to change or remove it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ladder_app.gui.parts import spans_label, text_label
from ladder_app.gui.pressing import Cross
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.markup import Span, inline

_BY_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class EntryCard(QFrame):
    """Shows one entry. A click or Return asks to edit it, Delete or the cross to remove it."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_over_link = False
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
        self._body.addWidget(self._words(text))
        self._remove = Cross(theme, f"Remove {spoken}", "Remove (can be undone)", 15, self)
        self._remove.clicked.connect(self.remove_wanted)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)

    def be_read_only(self) -> None:
        """Show the entry and offer nothing to do with it."""
        self._remove.hide()
        self.unsetCursor()

    def _words(self, text: str) -> QLabel:
        """The text with its inline Markdown; a click beside its links is a click on the card."""
        spans = inline(text)
        if all(span == Span(span.text) for span in spans):
            return text_label(self._theme, "".join(span.text for span in spans))
        label = spans_label(self._theme, spans, None)
        if label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYBOARD)
            label.linkHovered.connect(self._on_link_hovered)
            label.installEventFilter(self)
        else:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return label

    def _on_link_hovered(self, address: str) -> None:
        self._is_over_link = bool(address)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A label with links keeps the mouse to itself; what is on none of them is for the card."""
        if event.type() is QEvent.Type.MouseButtonRelease and not self._is_over_link:
            self.edit_wanted.emit()
            return True
        return super().eventFilter(watched, event)

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
