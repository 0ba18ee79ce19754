"""The draft of a dialog that changes the assessment only when the person says so."""

from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget

from ladder_app.gui.document import Document
from ladder_app.gui.form_draft import FormDraft
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import SMALL_PX
from ladder_app.gui.tick import Tick
from ladder_app.gui.typed_edit import TypingPause


class DialogDraft:
    """Keeps what is filled in at every pause; what was left in the dialog before is filled in again, and said."""

    def __init__(self, document: Document, key: str, dialog: PlainDialog) -> None:
        self._draft = FormDraft(document.drafts, key, dialog)
        self._pause = TypingPause(document.being_typed, self._draft.keep, dialog)
        self.was_filled = self._draft.was_filled
        self.follow(dialog)
        if self._draft.has_left:
            words = "What you were typing. It is not in the assessment yet."
            dialog.body.insertWidget(0, text_label(dialog.theme, words, SMALL_PX, tone="muted"))

    def follow(self, part: QWidget) -> None:
        """Keep what is filled in in the fields of a part of the dialog, too."""
        for line in part.findChildren(QLineEdit):
            line.textChanged.connect(self._pause.typed)
        for day in part.findChildren(QDateEdit):
            day.dateChanged.connect(self._pause.typed)
        for tick in part.findChildren(Tick):
            tick.toggled.connect(self._pause.typed)
        for choice in part.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self._pause.typed)

    def drop(self) -> None:
        """It is in the assessment now, or given up."""
        self._pause.stop()
        self._draft.drop()
