"""The name of what is open: in the corner of the menu bar, and as the window's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ladder_app.gui.one_line import FileNameLabel
from ladder_app.gui.theme import MEDIUM
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from ladder_app.gui.document import Document
    from ladder_app.gui.theme import Theme


class Title:
    """Shows it, and changes it only where it is another."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        self._window = window
        self._label = FileNameLabel(theme)
        self._label.setContentsMargins(0, theme.px(6), theme.px(14), 0)
        window.menuBar().setCornerWidget(self._label, Qt.Corner.TopRightCorner)

    def dress(self, theme: Theme) -> None:
        """Show it in another look."""
        self._label.setFont(theme.font(12, MEDIUM))

    def show(self, document: Document | None) -> None:
        """Show the name of this document."""
        name = "" if document is None else _name(document)
        if name != self._label.text() or not name:
            self._label.show_name(name, "" if document is None or document.path is None else str(document.path))
            self._window.setWindowTitle(f"{isolated(name)} – Ladder" if name else "Ladder")


def _name(document: Document) -> str:
    """What the person calls what is open; a reviewer's window says whose it is."""
    name = (document.origin or "Sample") if document.path is None else document.path.name
    if document.voice.is_own:
        return name
    return (
        f"Reviewing {isolated(document.assessment.person.name)} as {isolated(document.voice.rater)} – {isolated(name)}"
    )
