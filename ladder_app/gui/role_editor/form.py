"""What the forms of the role editor share: captions, fields, and at each field what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ladder_app.gui.fields import TextField
from ladder_app.gui.parts import text_label
from ladder_app.gui.role_editor.line_field import line_field
from ladder_app.gui.role_editor.lines import Lines
from ladder_app.gui.role_editor.number_line import NumberLine
from ladder_app.gui.role_editor.own_undo import RoleUndo
from ladder_app.gui.theme import BOLD, HEADING_PX, MEDIUM, SMALL_PX, Theme
from ladder_app.markup import isolated_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.storage.role_drafts import Remark

W = TypeVar("W", bound=QWidget)

Tail = tuple[str, ...]
"""The start of the path of what a field is about, from what the form is about; positions left out."""


class Form(QWidget):
    """A column of captions and fields."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(5))
        self._title = text_label(theme, title, HEADING_PX, BOLD)
        self.column.addWidget(self._title)
        self._fields: dict[Tail, tuple[QWidget, QLabel]] = {}

    def add(self, caption: str, field: W, note: str = "", *, about: Tail = ()) -> W:
        """A field under its caption. What is wrong with what it is `about` is said under it."""
        label = text_label(self.theme, caption, SMALL_PX, MEDIUM, tone="muted")
        label.setBuddy(field)
        label.setContentsMargins(0, self.theme.px(7), 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(caption)
        self.column.addWidget(label)
        self.column.addWidget(field)
        if note:
            self.note(note)
        if about:
            self.answers_for(field, about)
        return field

    def note(self, words: str = "") -> QLabel:
        """A remark of our own, in small letters."""
        label = text_label(self.theme, words, SMALL_PX, tone="muted")
        label.setVisible(bool(words))
        self.column.addWidget(label)
        return label

    def answers_for(self, field: QWidget, *abouts: Tail) -> None:
        """What is wrong with any of these is said here, under the field that mends it."""
        label = text_label(self.theme, "", SMALL_PX, tone="warn")
        label.hide()
        self.column.addWidget(label)
        self._fields.update(dict.fromkeys(abouts, (field, label)))

    def section(self, title: str) -> None:
        """The heading of what follows."""
        label = text_label(self.theme, title, HEADING_PX, BOLD)
        label.setContentsMargins(0, self.theme.px(18), 0, 0)
        self.column.addWidget(label)

    def line(self, caption: str, note: str = "", *, about: Tail = ()) -> QLineEdit:
        """A field of one line."""
        return self.add(caption, line_field(self.theme, caption), note, about=about)

    def number(
        self, caption: str, placeholder: str, note: str = "", *, about: Tail = (), usual: float | None = None
    ) -> NumberLine:
        """A field for a number; where nothing stands in it, it is the `usual` one."""
        return self.add(caption, NumberLine(self.theme, caption, placeholder, self, usual=usual), note, about=about)

    def lines(
        self, caption: str, name: str, columns: Sequence[tuple[str, int]], add: str, *, about: Tail = ()
    ) -> Lines:
        """A list of lines that grows; `name` is what one of them is called, `add` what the button says."""
        return self.add(caption, Lines(self.theme, name, columns, add, self), about=about)

    def text(self, caption: str, placeholder: str = "", lines: int = 2, *, about: Tail = ()) -> TextField:
        """A field of several lines."""
        field = TextField(self.theme, caption, placeholder, lines, self)
        field.setUndoRedoEnabled(False)
        RoleUndo(field)
        return self.add(caption, field, about=about)

    def show_remarks(self, remarks: Sequence[Remark], start: int) -> None:
        """Say at each field what is wrong with it; their paths begin, at `start`, with what the form is about."""
        told: dict[QLabel, list[Remark]] = {label: [] for _, label in self._fields.values()}
        for remark in remarks:
            at = self._field_about(remark, start)
            if at is not None:
                told[at[1]].append(remark)
        for field, label in dict.fromkeys(self._fields.values()):
            found = told[label]
            words = "\n".join(f"{'⚠ ' if one.is_fault else ''}{isolated_quotations(one.message)}" for one in found)
            if label.text() != words:
                label.setText(words)
                field.setAccessibleDescription(words)
                is_wrong = any(one.is_fault for one in found)
                _restyle(label, "tone", "bad" if is_wrong else "warn")
                _restyle(field, "wrong", is_wrong)
            label.setVisible(bool(found))

    def focus_on(self, remark: Remark, start: int) -> bool:
        """Put the keyboard where this can be mended; whether there is such a field."""
        at = self._field_about(remark, start)
        if at is None:
            return False
        field = at[0]
        if isinstance(field, Lines):
            numbers = [step for step in remark.path[start:] if isinstance(step, int)]
            is_of_note = remark.path[0] == "notes"  # whose text stands behind its title
            field.focus_line(numbers[0] if numbers else 0, int(is_of_note))
        else:
            field.setFocus()
        return True

    def _field_about(self, remark: Remark, start: int) -> tuple[QWidget, QLabel] | None:
        names = tuple(step for step in remark.path[start:] if isinstance(step, str))
        ends = range(len(names), -1, -1)
        return next((self._fields[names[:end]] for end in ends if names[:end] in self._fields), None)


def show_text(field: TextField, text: str) -> None:
    """Show a text without saying that it was typed; the cursor stays where the text is there already."""
    if field.toPlainText() != text:
        blocked = field.blockSignals(True)
        field.setPlainText(text)
        field.blockSignals(blocked)


def _restyle(widget: QWidget, name: str, value: object) -> None:
    """Another property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
