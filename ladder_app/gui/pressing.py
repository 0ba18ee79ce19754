"""Buttons that Return presses, as Space does, on every desktop."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from ladder_app.gui.theme import BODY_PX, Theme


def pressed_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button where the key is Return; says whether it was.

    Qt leaves Return to the desktop for some kinds of button and to dialogs for others.
    """
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PaintedButton(QAbstractButton):
    """A button that paints itself, and does so anew when the pointer comes or goes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Button(QPushButton):
    """A push button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)


class Cross(QToolButton):
    """A small cross that takes something away."""

    def __init__(
        self, theme: Theme, name: str, tip: str, size_px: float = BODY_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("remove")
        self.setText("×")
        self.setFont(theme.font(size_px))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)
