"""A number in a field of one line, where nothing may be written and mistakes stay to be seen."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_app.gui.role_editor.own_undo import RoleUndo

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ladder_app.gui.theme import Theme

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumberLine(QLineEdit):
    """What stands in it is a number, None where nothing does, or the text that is no number.

    Up and Down count; a comma is a point. Where nothing stands for the `usual` number, that is shown once it is left.
    """

    edited = Signal(object)
    """The person made this of it."""

    def __init__(
        self, theme: Theme, name: str, placeholder: str, parent: QWidget | None = None, *, usual: float | None = None
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(theme.px(30))
        self.setMaximumWidth(theme.px(120))
        self.textEdited.connect(self._tell)
        RoleUndo(self)

    def value(self) -> float | str | None:
        """What stands in it."""
        return number_in(self.text())

    def show_value(self, value: object) -> None:
        """Show it without saying that it was typed; the cursor stays where it says so already."""
        if value != self.value() and not (value == self._usual and self.value() is None and self.hasFocus()):
            blocked = self.blockSignals(True)
            self.setText(_shown(value))
            self.setCursorPosition(0)
            self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by, value = _STEPS.get(Qt.Key(event.key())), self.value()
        if by is None or event.modifiers() & Qt.KeyboardModifier.AltModifier or isinstance(value, str):
            super().keyPressEvent(event)
            return
        after = max((value or 0) + by, 0)
        if after != value:
            self.setText(_shown(after))
            self._tell()

    def _tell(self, _text: str = "") -> None:
        self.edited.emit(self.value())


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def number_in(text: str) -> float | str | None:
    """The number that a text is, whole where it can be; None for nothing, the text where it is none."""
    words = text.strip()
    try:
        number = float(words.replace(",", "."))
    except ValueError:
        return words or None
    if not isfinite(number) or "_" in words:
        return words
    return int(number) if number == int(number) else number
