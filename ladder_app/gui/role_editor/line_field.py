"""A field of one line of the role editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_app.gui.role_editor.own_undo import RoleUndo

if TYPE_CHECKING:
    from ladder_app.gui.theme import Theme


def line_field(theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """Such a field, as high as the choices beside it."""
    field = QLineEdit(parent)
    field.setFont(theme.font())
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMinimumHeight(theme.px(30))
    RoleUndo(field)
    return field


def show_line(field: QLineEdit, text: str) -> None:
    """Show a text without saying that it was typed; the cursor stays where the text is there already."""
    if field.text() != text:
        blocked = field.blockSignals(True)
        field.setText(text)
        field.setCursorPosition(0)
        field.blockSignals(blocked)
