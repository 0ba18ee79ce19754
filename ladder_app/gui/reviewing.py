"""Being the reviewer: asking for the name, and speaking as somebody else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from ladder_app.domain.voices import ReviewVoice, reviewer_of
from ladder_app.errors import ReviewRefused
from ladder_app.gui.document_window import DocumentWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.leaving import Leaving


class ReviewingWindow(DocumentWindow, Protocol):
    """What reviewing needs of the window."""

    @property
    def leaving(self) -> Leaving: ...
    def close_document(self) -> None: ...


class Reviewing(QObject):
    """Lets somebody speak as the reviewer of what is open. Their name is asked for once and remembered."""

    def __init__(self, window: ReviewingWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent

    def begin(self) -> None:
        """Review what is open, once nothing of it would be lost."""
        opened = self._window.opened
        if opened is not None and not opened.document.read_only:
            go_on = partial(self.with_name, opened.document.assessment, self._speak)
            self._window.leaving.leave(go_on)

    def stop(self) -> None:
        """Close the file once the review is kept: whoever wrote it does not become the person by that."""
        self._window.close_document()

    def change_name(self) -> None:
        """Ask for another name to review by."""
        opened = self._window.opened
        if opened is not None:
            self._ask(opened.document.assessment, self._speak)

    def with_name(self, assessment: Assessment, then: Callable[[str], object]) -> None:
        """Go on with the reviewer's name; ask for it where it is not known or is none for this assessment."""
        try:
            name = reviewer_of(assessment, self._window.settings.reviewer_name)
        except ReviewRefused:
            self._ask(assessment, then)
        else:
            then(name)

    def write_overall(self) -> None:
        """Write about the whole."""
        from ladder_app.gui.overall_dialog import OverallDialog
        from ladder_app.gui.window_dialogs import show_dialog

        opened = self._window.opened
        if opened is not None and isinstance(opened.document.voice, ReviewVoice):
            show_dialog(OverallDialog(self._window.theme, opened.document, self._widget))

    def _ask(self, assessment: Assessment, then: Callable[[str], object]) -> None:
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Review as")
        # No name from the file: the dialog would take what looks like markup in it for markup.
        dialog.setLabelText("Your name, as the reviewer")
        dialog.setTextValue(self._window.settings.reviewer_name)
        dialog.setOkButtonText("Review")
        dialog.textValueSelected.connect(partial(self._take_name, assessment, then))
        dialog.open()

    def _take_name(self, assessment: Assessment, then: Callable[[str], object], text: str) -> None:
        try:
            name = reviewer_of(assessment, text)
        except ReviewRefused as error:
            self._window.show_trouble("This cannot be the reviewer’s name.", error.problems)
            return
        self._window.change_settings(self._window.settings.model_copy(update={"reviewer_name": name}))
        then(name)

    def _speak(self, name: str) -> None:
        opened = self._window.opened
        if opened is not None:
            self._window.keep_what_is_typed()
            opened.document.speak_as(ReviewVoice(name, opened.document.today))
