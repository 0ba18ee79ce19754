"""Closing a cycle and starting the next: what goes along is said first, and it is one edit."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycles import carry_over, is_cycle_name_free, next_cycle_name
from ladder_app.domain.history import next_cycle
from ladder_app.gui.dialog_draft import DialogDraft
from ladder_app.gui.document import Document
from ladder_app.gui.met import whenever_met
from ladder_app.gui.parts import breakable, card, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.history_words import carried_along, left_behind
from ladder_app.report.words import capitalised, counted

_OVER = (
    "Another program has closed this cycle meanwhile, or reopened the one before. There is nothing to close here now."
)


class CloseCycleDialog(PlainDialog):
    """Asks what the next cycle is called, and says what it begins with and what stays behind."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Close this cycle and start the next", 560, parent)
        self._document = document
        assessment = document.assessment
        last = assessment.cycle.name
        self._over = text_label(theme, _OVER, tone="warn")
        self._over.hide()
        self.body.addWidget(self._over)
        self._plan = QWidget()
        self._inside = QVBoxLayout(self._plan)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(self.body.spacing())
        self.body.addWidget(self._plan)
        self._say(
            f"“{isolated(last)}” stays as it is: you can always look at it on the History page, "
            "and nothing in it changes."
        )
        caption = text_label(theme, "Name of the next cycle", BODY_PX, SEMIBOLD)
        self.name = QLineEdit(next_cycle_name(assessment, document.today), self)
        self.name.setFont(theme.font())
        self.name.setAccessibleName("Name of the next cycle")
        self.name.textChanged.connect(self._show_whether_free)
        caption.setBuddy(self.name)
        self._inside.addWidget(caption)
        self._inside.addWidget(self.name)
        self._taken = text_label(theme, "", SMALL_PX, tone="warn")
        self._inside.addWidget(self._taken)
        self._along = self._add_part("Goes along")
        self._behind = self._add_part(f"Stays in “{isolated(last)}”")
        self._unrated = self._say("")
        self._say("One Undo takes all of it back while the window is open.")
        self.body.addStretch(1)
        self._leave = self.add_button("Cancel")
        self._leave.clicked.connect(self.reject)
        self._close_button = self.add_button("Close it and start the next", "primary")
        self._close_button.clicked.connect(self._close_cycle)
        self._cycles = len(assessment.cycles)
        self._show_what_goes_along(assessment)
        self._draft = DialogDraft(document, "cycle", self)
        whenever_met(document, self._show_what_goes_along, self)
        self.name.setFocus()
        self.name.selectAll()

    def _say(self, words: str) -> QLabel:
        label: QLabel = text_label(self.theme, words, tone="muted")
        self._inside.addWidget(label)
        return label

    def _add_part(self, heading: str) -> QLabel:
        frame = card()
        column = QVBoxLayout(frame)
        margin = self.theme.px(12)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self.theme.px(3))
        column.addWidget(text_label(self.theme, heading, BODY_PX, SEMIBOLD))
        words: QLabel = text_label(self.theme, "")
        column.addWidget(words)
        self._inside.addWidget(frame)
        return words

    def _show_what_goes_along(self, assessment: Assessment) -> None:
        """Say it as it is by now; another program may have changed it, or closed this very cycle."""
        if len(assessment.cycles) != self._cycles:
            self._plan.hide()
            self._over.show()
            self._close_button.hide()
            self._leave.setText("Close")
            self.grow()
            return
        carry = carry_over(assessment, self._document.today)
        for label, words in ((self._along, carried_along(carry)), (self._behind, left_behind(carry))):
            label.setText(words[:1].upper() + words[1:])
        unrated = self._document.readiness.figures.unrated
        count = capitalised(counted(unrated, "criterion is", "criteria are"))
        self._unrated.setText(f"{count} unrated and will begin so in the next cycle.")
        self._unrated.setVisible(unrated > 0)
        self._show_whether_free()
        self.grow()

    def _show_whether_free(self) -> None:
        name = self.name.text().strip()
        is_free = is_cycle_name_free(self._document.assessment, name)
        self._close_button.setEnabled(is_free)
        self._taken.setVisible(not is_free)
        self._taken.setText(
            f"There is a cycle called “{isolated(breakable(name))}” already."
            if name
            else "The next cycle needs a name."
        )

    def reject(self) -> None:
        """Close the dialog alone."""
        self._draft.drop()
        super().reject()

    def _close_cycle(self) -> None:
        after = next_cycle(self._document.assessment, self.name.text().strip(), self._document.today)
        self._draft.drop()
        self.accept()
        self._document.adopt(after, f"close {isolated(self._document.assessment.cycle.name)}")
