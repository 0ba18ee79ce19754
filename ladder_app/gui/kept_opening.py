"""Opening the last kept version of a file that is gone: it is in no file, until the person says in which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.errors import LadderError
    from ladder_app.gui.leaving import Leaving
    from ladder_app.gui.opened import Opened
    from ladder_app.storage.versions import Version

_WHAT_TO_DO = "It is in no file: File → Save as… puts it into one. Nothing is written over."


class KeptWindow(DocumentWindow, Protocol):
    """What showing it needs of the window."""

    def show_document(self, assessment: Assessment, path: Path | None, *, origin: str = "") -> Opened: ...


class KeptOpening(QObject):
    """Brings a kept version into the window, and says what it is."""

    def __init__(self, window: KeptWindow, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._leaving = leaving
        self._reading = Errand(parent)

    def open(self, version: Version) -> None:
        """Open this version of a file that is gone."""
        from ladder_app.gui.versions_dialog import when

        words = f"Opening what was saved {when(version.saved)}…"
        self._reading.read(self._window.theme, words, version.read, partial(self._on_read, version), self._refuse)

    def stop(self) -> None:
        """Want nothing any more of what is being read."""
        self._reading.stop()

    def _on_read(self, version: Version, assessment: Assessment) -> None:
        self._leaving.leave(partial(self._show, version, assessment))

    def _show(self, version: Version, assessment: Assessment) -> None:
        from ladder_app.gui.versions_dialog import when

        name = "" if version.path is None else version.path.name
        self._window.show_document(assessment, None, origin=name)
        words = f"This is “{isolated(name)}” as it was saved on {when(version.saved)}."
        self._reading.tell(self._window.theme, words, _WHAT_TO_DO)

    def _refuse(self, error: LadderError) -> None:
        self._window.show_trouble("The last kept version cannot be opened.", error.problems)
