"""Logging evidence from anywhere: one line is written, and what was understood of it stands below."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_app.domain.entries import Evidence
from ladder_app.domain.quick_entry import QuickEntry, understood
from ladder_app.gui.document import Document
from ladder_app.gui.form_draft import FormDraft
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import HEADING_PX, MEDIUM, SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypingPause
from ladder_app.gui.typed_entry import TypedEntry
from ladder_app.report.evidence_words import change_words
from ladder_app.report.words import counted, day

_EXAMPLE = "yesterday moved the last team, build 40 min → 9 min https://…"
_HINT = (
    "A date at the beginning or end (yesterday, 3 Nov, 2026-11-03), a web address and a figure that moved"
    " (40 min → 9 min; - and > make the arrow) are understood."
    " It is attached to criteria on the Evidence page, now or later."
)


class LogDialog(PlainDialog):
    """Enter keeps and closes, Ctrl+Enter keeps and goes on with the next, Escape leaves.

    What is written is in the document at every pause. Escape takes the line away again, and undo brings it back.
    """

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Log evidence", 560, parent)
        self._document = document
        self._kept = 0
        self._typed = self._new_entry()
        self._pause = TypingPause(document.being_typed, self._write, self)
        document.about_to_meet.connect(self._pause.now)
        self.line = QLineEdit(self)
        self.line.setFont(theme.font(HEADING_PX))
        self.line.setMinimumHeight(theme.px(38))
        self.line.setAccessibleName("What you achieved, in a line")
        self.line.setPlaceholderText(_EXAMPLE)
        self.line.textChanged.connect(self._show_understood)
        self.line.textChanged.connect(self._pause.typed)
        self.line.installEventFilter(self)
        self.body.addWidget(self.line)
        self.text = text_label(theme, "", weight=MEDIUM)
        self.details = text_label(theme, "", tone="muted")
        self.body.addWidget(self.text)
        self.body.addWidget(self.details)
        self.body.addWidget(text_label(theme, _HINT, SMALL_PX, tone="muted"))
        self.body.addStretch(1)
        self.count = text_label(theme, "", tone="good", wrap=False)
        self._foot.insertWidget(0, self.count)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._next = self.add_button("Keep and next")
        self._next.setToolTip("Ctrl+Enter")
        self._next.clicked.connect(self.keep_and_go_on)
        self._keep = self.add_button("Keep", "primary")
        self._keep.clicked.connect(self.keep)
        self._show_understood()
        self._draft = FormDraft(document.drafts, "log", self)

    def keep(self) -> None:
        """Keep what is written and close; with nothing written just close."""
        self._write()
        self.accept()

    def reject(self) -> None:
        """Close without the line; it can be brought back."""
        self._pause.now()
        self._typed.give_up()
        self._draft.drop()
        super().reject()

    def keep_and_go_on(self) -> None:
        """Keep what is written and take the next line."""
        if self.line.text().strip():
            self._put()
            self.count.setText(f"{counted(self._kept, 'entry', 'entries').capitalize()} kept")
            self.line.clear()
            self._pause.stop()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the line goes on; the default button would close."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keep_and_go_on()
                return True
        return super().eventFilter(watched, event)

    def _new_entry(self) -> TypedEntry[Evidence]:
        typed = TypedEntry(self._document, Evidence, None)
        typed.begin(self, _shown)
        return typed

    def _put(self) -> None:
        self._write()
        if self._understood() is not None:
            self._kept += 1
            self._typed = self._new_entry()

    def _write(self) -> None:
        self._pause.stop()
        found = self._understood()
        self._typed.write(found.evidence(self._typed.id) if found is not None else None)
        (self._draft.drop if found is not None else self._draft.keep)()

    def _understood(self) -> QuickEntry | None:
        return understood(self.line.text(), self._document.today)

    def _show_understood(self) -> None:
        found = self._understood()
        self._keep.setEnabled(found is not None)
        self._next.setEnabled(found is not None)
        if found is None:
            self.text.setText("What you write is read as you type.")
            self.details.setText(" ")
            return
        parts = [day(found.date) if found.says_date else f"{day(found.date)} (today)"]
        if found.change is not None:
            parts.append(change_words(found.change))
        if found.link is not None:
            parts.append(found.link)
        self.text.setText(found.text)
        self.details.setText(" · ".join(parts))


def _shown(_entry: Evidence) -> list[tuple[QWidget, str]]:
    """The line says more than an entry does: what another program makes of one that is being logged shows nowhere."""
    return []
