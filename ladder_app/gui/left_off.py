"""Where a person was when the pages are made anew: the row, what is being written, and the keyboard in its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ladder_app.gui.entry_panel import EntryPanel
from ladder_app.gui.form_draft import fill, value_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.workspace import Workspace


class LeftOff:
    """What was open and focused in one workspace, to be taken up in the next where it still is."""

    def __init__(self, workspace: Workspace) -> None:
        self._evidence = workspace.evidence.place() if workspace.evidence is not None else None
        self._plan = workspace.plan.place() if workspace.plan is not None else None
        self._panel: type[QWidget] | None = None
        self._entry = ""
        for panel in workspace.findChildren(EntryPanel):
            if panel.isVisible() and panel.writing:
                self._panel, self._entry = type(panel), panel.writing
        # The window's own: the person may be in another program just now, which changes the file.
        focused = workspace.window().focusWidget()
        is_here = focused is not None and workspace.isAncestorOf(focused)
        self._focus = focused.accessibleName() if focused is not None and is_here else ""
        self._text = value_of(focused) if focused is not None else ""
        self._cursor = _cursor(focused) if focused is not None else 0

    def take_up(self, workspace: Workspace) -> None:
        """Open the same form and put the keyboard where it was."""
        evidence, plan = workspace.evidence, workspace.plan
        if self._evidence is not None and evidence is not None:
            evidence.go_back_to(self._evidence)
        if self._plan is not None and plan is not None:
            plan.go_back_to(self._plan)
        place: QWidget = workspace
        for panel in workspace.findChildren(EntryPanel):
            if type(panel) is self._panel:
                panel.write_again(self._entry)
                place = panel
        # Not only what is visible: what was just made is shown a moment later, and has the keyboard then.
        fields: list[QLineEdit | QPlainTextEdit] = [*place.findChildren(QLineEdit), *place.findChildren(QPlainTextEdit)]
        for field in fields:
            if self._focus and field.accessibleName() == self._focus:
                field.setFocus()
                # A blank at the end is on the way to the next word, and in no document.
                if value_of(field) == self._text.strip():
                    fill(field, self._text)
                _put_cursor(field, self._cursor)
                return


def _cursor(field: QWidget) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def _put_cursor(field: QLineEdit | QPlainTextEdit, position: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(position)
        return
    cursor = field.textCursor()
    cursor.setPosition(min(position, len(field.toPlainText())))
    field.setTextCursor(cursor)
