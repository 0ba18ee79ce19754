"""Taking in a review: a filled form or a copy of the file comes back, and what it changes is shown first."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QVBoxLayout, QWidget

from ladder_app.domain.reviewing import Change, is_outdated, review_changes, with_review
from ladder_app.errors import LadderError, LockedFile, ReviewRefused
from ladder_app.gui.errand import Errand
from ladder_app.gui.met import whenever_met
from ladder_app.gui.parts import card, empty, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.returned_review import answers_in
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.markup import isolated
from ladder_app.report.review_words import change_about, change_words
from ladder_app.report.words import day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.document import Document
    from ladder_app.gui.file_commands import FileWindow
    from ladder_app.gui.returned_review import Answers


class ReviewTaking:
    """Reads a review for the open document, asks for what is missing, and takes it over on the person's word."""

    def __init__(self, window: FileWindow, parent: QWidget, path: Path, document: Document) -> None:
        self._window = window
        self._parent = parent
        self._path = path
        self._document = document
        self._passphrase: str | None = None
        self._reviewer: str | None = None
        self._reading = Errand(parent)

    def begin(self) -> None:
        """Read the file, and show what it changes."""
        work = partial(self._look_into, self._document.assessment)
        words = f"Opening “{isolated(self._path.name)}”…"
        self._reading.read(self._window.theme, words, work, self._show, self._on_refused)

    def stop(self) -> None:
        """Want nothing of the file any more."""
        self._reading.stop()

    def _look_into(self, assessment: Assessment) -> Sequence[Answers] | None:
        """On a thread of its own; None where a name is all that is missing."""
        try:
            return answers_in(self._path, assessment, self._passphrase, self._reviewer)
        except ReviewRefused:
            if self._reviewer is not None:
                raise
            with suppress(LadderError):
                answers_in(self._path, assessment, self._passphrase, "?")
                return None
            raise

    def _on_refused(self, error: LadderError) -> None:
        if isinstance(error, LockedFile):
            self._ask("Passphrase of the PDF", self._with_passphrase, hidden=True)
        else:
            fault = "is not taken in" if isinstance(error, ReviewRefused) else "cannot be read"
            self._window.show_trouble(f"“{isolated(self._path.name)}” {fault}.", error.problems)

    def _show(self, found: Sequence[Answers] | None) -> None:
        if found is None:
            self._ask("Whose review is this?", self._with_reviewer)
        elif self._window.opened is not None and self._window.opened.document is self._document:
            dialog = ReviewDialog(self._window.theme, self._document.assessment, found, self._parent)
            dialog.agreed.connect(partial(self._take, found))
            whenever_met(self._document, dialog.meet, dialog)
            show_dialog(dialog)

    def _take(self, found: Sequence[Answers]) -> None:
        assessment = self._document.assessment
        for answers in found:
            assessment = with_review(assessment, answers.review, answers.asked)
        self._document.adopt(assessment, f"review by {isolated(found[0].review.reviewer)}")

    def _ask(self, words: str, answered: Callable[[str], None], *, hidden: bool = False) -> None:
        dialog = QInputDialog(self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Take in a review")
        dialog.setLabelText(words)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        dialog.textValueSelected.connect(answered)
        dialog.open()

    def _with_passphrase(self, text: str) -> None:
        self._passphrase = text
        self.begin()

    def _with_reviewer(self, text: str) -> None:
        if text.strip():
            self._reviewer = text.strip()
            self.begin()


class ReviewDialog(PlainDialog):
    """Lists what taking the review over changes; nothing changes before the person agrees."""

    agreed = Signal()

    def __init__(
        self, theme: Theme, assessment: Assessment, found: Sequence[Answers], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Take in a review", 640, parent)
        self._found = found
        self._changes = 0
        self._leave = self.add_button("Close")
        self._leave.clicked.connect(self.reject)
        self._take = self.add_button("Take it over", "primary")
        self._take.clicked.connect(self._on_agreed)
        self.meet(assessment)
        if self._changes:
            self._take.setFocus()

    def meet(self, assessment: Assessment) -> None:
        """Say what taking it over changes of the assessment as it is by now."""
        empty(self.body)
        self._changes = 0
        for answers in self._found:
            self._show(answers, assessment)
        self.body.addStretch(1)
        self._leave.setText("Cancel" if self._changes else "Close")
        self._take.setVisible(self._changes > 0)
        self.grow()

    def _show(self, answers: Answers, assessment: Assessment) -> None:
        theme, review = self.theme, answers.review
        self.body.addWidget(text_label(theme, f"{isolated(review.reviewer)}, {day(review.date)}", 13, SEMIBOLD))
        for warning in answers.warnings:
            self.body.addWidget(text_label(theme, warning, SMALL_PX, tone="warn"))
        changes = review_changes(assessment, review, answers.asked)
        if not changes:
            outdated = is_outdated(assessment, review)
            words = "It is older than the review that is there." if outdated else "Nothing in it is new."
            self.body.addWidget(text_label(theme, words, tone="muted"))
            return
        self._changes += len(changes)
        frame = card()
        lines = QVBoxLayout(frame)
        margin = theme.px(12)
        lines.setContentsMargins(margin, margin, margin, margin)
        lines.setSpacing(theme.px(8))
        for change in changes:
            lines.addWidget(self._line(change))
        self.body.addWidget(frame)

    def _line(self, change: Change) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(2))
        column.addWidget(text_label(self.theme, change_about(change)))
        column.addWidget(text_label(self.theme, change_words(change), SMALL_PX, tone="muted"))
        return line

    def _on_agreed(self) -> None:
        self.accept()
        self.agreed.emit()
