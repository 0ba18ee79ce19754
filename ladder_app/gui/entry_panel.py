"""What the inspector's lists of evidence and of actions have in common: cards, and one form at a time."""

from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ladder_app.domain.entries import Action, Evidence
from ladder_app.domain.matching import merged_names
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.fields import TextField
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.form_draft import FormDraft
from ladder_app.gui.parts import button, card, empty, text_label
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypingPause
from ladder_app.gui.typed_entry import TypedEntry

E = TypeVar("E", bound=Evidence | Action)


class EntryForm(QWidget, Generic[E]):
    """Writes or changes one entry: its text first, then what the kind of entry adds with `add_row`.

    What is written is in the document at every pause: a form with words in it is never lost. Given up, the entry is
    as it was before, and undo brings the words back.
    """

    finished = Signal()
    attached = Signal(object)
    """Another program attached the entry to other criteria: a tuple of ids."""

    def __init__(self, theme: Theme, typed: TypedEntry[E], entry: E | None, name: str, placeholder: str) -> None:
        super().__init__()
        self.theme = theme
        self.entry = entry
        self._typed = typed
        self._pause = TypingPause(typed.being_typed, self.write, self)
        self._criteria: tuple[str, ...] = ()
        self._draft: FormDraft | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = card()
        outer.addWidget(frame)
        self._layout = QVBoxLayout(frame)
        margin = theme.px(10)
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(theme.px(8))
        self.text = TextField(theme, name, placeholder, lines=2)
        self.text.setPlainText(entry.text if entry else "")
        self.text.textChanged.connect(self._pause.typed)
        self.text.submitted.connect(self.keep)
        self.text.abandoned.connect(self.abandon)
        self._layout.addWidget(self.text)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self._cancel = button(theme, "Cancel")
        self._cancel.clicked.connect(self.abandon)
        self._save = button(theme, "Save" if entry else "Add", "primary")
        self._save.setToolTip("Ctrl+Return")
        self._save.clicked.connect(self.keep)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self._layout.addLayout(buttons)
        self._last: QWidget = self.text

    @property
    def id(self) -> str:
        """The id of the entry, also of one that is new."""
        return self._typed.id

    @property
    def criteria(self) -> tuple[str, ...]:
        """What it is for."""
        return self._criteria

    def begin(self) -> None:
        """All fields are there: what was left half typed in this form is filled in."""
        about = self.entry.id if self.entry is not None else next(iter(self._criteria), "")
        self._draft = FormDraft(self._typed.drafts, f"{self._typed.kind} {about}", self)
        self._typed.about_to_meet.connect(self._pause.now)
        self._basis = self._typed.begin(self, self.shown)
        self._basis.filled.connect(self._draft.was_filled)
        self._basis.met.connect(self._meet)
        self._basis.decided.connect(self._on_decided)
        if self._draft.has_left:
            self.unfold_what_is_filled()
            self._layout.insertWidget(0, text_label(self.theme, "What you were typing", SMALL_PX, tone="muted"))

    def add_row(self, *widgets: QWidget) -> None:
        """Put fields into a row above the buttons; those that find no room go under the others."""
        row = FlowLayout(self.theme.px(8), self.theme.px(8))
        for widget in widgets:
            row.addWidget(widget)
        self._layout.insertLayout(self._layout.count() - 1, row)
        for widget in (*widgets, self._save, self._cancel):
            QWidget.setTabOrder(self._last, widget)
            self._last = widget
        self._last = widgets[-1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.abandon()
        else:
            super().keyPressEvent(event)

    def line_field(self, name: str, text: str) -> QLineEdit:
        """A one-line field in a row of its own; Return keeps the form."""
        field = QLineEdit(text)
        field.setFont(self.theme.font())
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.textChanged.connect(self._pause.typed)
        field.returnPressed.connect(self.keep)
        self.add_row(field)
        return field

    def keep(self) -> None:
        """Put what is written into the document and close; nothing written changes nothing.

        What the person is asked about first stays open until they have said.
        """
        if self.write():
            self.finished.emit()

    def leave(self) -> None:
        """Close; what is not in the document is kept as a draft."""
        if not self.write() and self._draft is not None:
            self._draft.keep()
        self.finished.emit()

    def abandon(self) -> None:
        """Close and have everything as it was; what was written can be brought back."""
        self._pause.now()
        self._typed.give_up()
        if self._draft is not None:
            self._draft.drop()
        self.finished.emit()

    def write(self) -> bool:
        """Put what is written into the document, and go on. Says whether it is there: it may be asked about first."""
        self._pause.stop()
        text = self.text.toPlainText().strip()
        is_put = self._typed.write(self.made(text) if text else None)
        if self._draft is not None:
            # Without words it is no entry yet, and not to be lost either.
            (self._draft.drop if text and is_put else self._draft.keep)()
        return is_put

    def serve(self, criteria: tuple[str, ...]) -> None:
        """Let the entry be about these criteria."""
        self._criteria = criteria
        self._pause.typed()

    def _meet(self, before: E | None, there: E | None) -> None:
        """What another program changed of the entry is in its fields; what no field shows comes along."""
        if before is not None and there is not None:
            self.entry = there
            self._criteria = merged_names(before.criteria, self._criteria, there.criteria)
            self.attached.emit(self._criteria)

    def _on_decided(self) -> None:
        if self._basis.value is None:
            self.finished.emit()
            return
        self.entry = self._basis.value
        self._criteria = self.entry.criteria
        self.attached.emit(self._criteria)

    def shown(self, entry: E) -> list[tuple[QWidget, str]]:
        """The fields, and what they say of an entry; for the kind of entry to say."""
        raise NotImplementedError

    def unfold_what_is_filled(self) -> None:
        """Show what is folded away where something stands in it; for the kind of entry to say."""
        raise NotImplementedError

    def made(self, text: str) -> E:
        """The entry as it is written; for the kind of entry to say."""
        raise NotImplementedError


class EntryPanel(QWidget, Generic[E]):
    """Lists the entries of one criterion and lets the person add, change and remove them."""

    finished = Signal()
    """A form was closed: the person may go on with the list."""

    def __init__(self, theme: Theme, document: Document, add_words: str, add_key: str) -> None:
        super().__init__()
        self.theme = theme
        self.document = document
        self.criterion_id = ""
        self._form: EntryForm[E] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(8))
        self._entries = QVBoxLayout()
        self._entries.setSpacing(theme.px(8))
        self._layout.addLayout(self._entries)
        self._add = button(theme, f"{add_words}   {add_key}")
        self._add.setAccessibleName(add_words)
        self._add.clicked.connect(self.add)
        self._layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def entries(self) -> tuple[E, ...]:
        """The entries of the criterion, in the order they are shown."""
        raise NotImplementedError

    def form(self, entry: E | None) -> EntryForm[E]:
        """A form for an entry, or for a new one."""
        raise NotImplementedError

    def card(self, entry: E) -> EntryCard:
        """A card that shows an entry."""
        raise NotImplementedError

    def remove(self, entry: E) -> None:
        """Take an entry out of the document."""
        raise NotImplementedError

    def show_criterion(self, criterion_id: str) -> None:
        """Show the entries of a criterion. A form left open is kept first."""
        self.keep_open_form()
        self.criterion_id = criterion_id
        self.refresh()

    def refresh(self) -> None:
        """Show the entries as they are now; leaves an open form alone."""
        if self._form is None:
            self._fill(None)

    def add(self) -> None:
        """Open an empty form."""
        self._open(None)

    @property
    def writing(self) -> str:
        """The id of the entry whose form is open; empty if none is."""
        return self._form.id if self._form is not None else ""

    def write_again(self, entry_id: str) -> None:
        """Open the form of an entry; of one that has no words yet, an empty form with what is typed by now."""
        self._open(next((entry for entry in self.entries() if entry.id == entry_id), None))

    def keep_open_form(self) -> None:
        """Keep what stands in an open form, if any."""
        if self._form is not None:
            self._form.leave()

    def _open(self, entry: E | None) -> None:
        if not self.document.takes_entries:
            return
        self.keep_open_form()
        form = self.form(entry)
        form.finished.connect(self._close)
        self._form = form
        self._fill(entry)
        form.begin()
        form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = self._form is not None and focused is not None and self._form.isAncestorOf(focused)
        self._form = None
        self.refresh()
        if had_focus:
            self.finished.emit()

    def _fill(self, edited: E | None) -> None:
        empty(self._entries)
        if self._form is not None and edited is None:
            self._entries.addWidget(self._form)
        for entry in self.entries():
            if self._form is not None and edited is not None and entry.id == edited.id:
                self._entries.addWidget(self._form)
                continue
            made = self.card(entry)
            if not self.document.takes_entries:
                made.be_read_only()
            made.edit_wanted.connect(partial(self._open, entry))
            made.remove_wanted.connect(partial(self.remove, entry))
            self._entries.addWidget(made)
        self._add.setVisible(self._form is None and self.document.takes_entries)
