"""Dialogs that only look at the document are shown what another program makes of it while they are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.document import Document


class _Meeting(QObject):
    """Ends with the dialog that it belongs to."""

    def __init__(self, document: Document, show: Callable[[Assessment], object], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._show = show
        for changed in (document.criteria_changed, document.level_changed):
            changed.connect(self._on_changed)

    def _on_changed(self, _touched: object = None) -> None:
        if self._document.is_meeting:
            self._show(self._document.assessment)


def whenever_met(document: Document, show: Callable[[Assessment], object], dialog: QObject) -> None:
    """Have a dialog, as long as it is there, show what another program made of the document."""
    _Meeting(document, show, dialog)
