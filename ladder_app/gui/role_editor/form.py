"""What the forms of the role editor share: captions, fields, and lists of lines that grow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ladder_app.gui.fields import TextField
from ladder_app.gui.parts import button, empty, text_label
from ladder_app.gui.theme import BOLD, HEADING_PX, MEDIUM, SMALL_PX, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

W = TypeVar("W", bound=QWidget)


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

    def add(self, caption: str, field: W, note: str = "") -> W:
        """A field under its caption."""
        label = text_label(self.theme, caption, SMALL_PX, MEDIUM, tone="muted")
        label.setBuddy(field)
        label.setContentsMargins(0, self.theme.px(7), 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(caption)
        self.column.addWidget(label)
        self.column.addWidget(field)
        if note:
            self.column.addWidget(text_label(self.theme, note, SMALL_PX, tone="muted"))
        return field

    def section(self, title: str) -> None:
        """The heading of what follows."""
        label = text_label(self.theme, title, HEADING_PX, BOLD)
        label.setContentsMargins(0, self.theme.px(18), 0, 0)
        self.column.addWidget(label)

    def line(self, caption: str, note: str = "") -> QLineEdit:
        """A field of one line."""
        return self.add(caption, line_field(self.theme, caption), note)

    def lines(self, caption: str, name: str, columns: Sequence[tuple[str, int]], add: str) -> Lines:
        """A list of lines that grows; `name` is what one of them is called, `add` what the button says."""
        return self.add(caption, Lines(self.theme, name, columns, add, self))

    def text(self, caption: str, placeholder: str = "", lines: int = 2) -> TextField:
        """A field of several lines."""
        return self.add(caption, TextField(self.theme, caption, placeholder, lines, self))


def line_field(theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """A field of one line, as high as the choices beside it."""
    field = QLineEdit(parent)
    field.setFont(theme.font())
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMinimumHeight(theme.px(30))
    return field


def dress_number(theme: Theme, field: QAbstractSpinBox, name: str) -> None:
    """Make a field for a number look like the others."""
    field.setFont(theme.font())
    field.setAccessibleName(name)
    field.setMinimumHeight(theme.px(30))
    field.setMaximumWidth(theme.px(120))
    field.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)


def show_line(field: QLineEdit, text: str) -> None:
    """Show a text without saying that it was typed; the cursor stays where the text is there already."""
    if field.text() != text:
        blocked = field.blockSignals(True)
        field.setText(text)
        field.setCursorPosition(0)
        field.blockSignals(blocked)


def show_text(field: TextField, text: str) -> None:
    """The same for a field of several lines."""
    if field.toPlainText() != text:
        blocked = field.blockSignals(True)
        field.setPlainText(text)
        field.blockSignals(blocked)


class Lines(QWidget):
    """A list of lines, each of the same few fields, which grows and shrinks."""

    changed = Signal()
    """Something was typed, or a line came or went."""

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[tuple[str, int]], add: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._columns = columns
        self._fields: list[list[QLineEdit]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        column.addLayout(self._rows)
        self._add = button(theme, add, "link")
        self._add.clicked.connect(self._on_added)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(name)

    @property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """What stands in the lines."""
        return tuple(tuple(field.text() for field in fields) for fields in self._fields)

    def show_values(self, values: Sequence[Sequence[str]]) -> None:
        """Show these lines; fields that are there already stay, with the cursor in them."""
        if len(values) == len(self._fields):
            for fields, texts in zip(self._fields, values, strict=True):
                for field, text in zip(fields, texts, strict=True):
                    show_line(field, text)
            return
        empty(self._rows)
        self._fields = [self._line(number, texts) for number, texts in enumerate(values)]

    def _line(self, number: int, texts: Sequence[str]) -> list[QLineEdit]:
        frame = QWidget(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(6))
        fields = []
        for place, ((caption, share), text) in enumerate(zip(self._columns, texts, strict=True)):
            field = line_field(self._theme, f"{caption} {number + 1}", caption, frame)
            show_line(field, text)
            field.textEdited.connect(self._on_typed)
            grid.addWidget(field, 0, place)
            grid.setColumnStretch(place, share)
            fields.append(field)
        away = button(self._theme, "Remove", "link")
        away.setAccessibleName(f"Remove {self._name} {number + 1}")
        away.clicked.connect(partial(self._on_removed, number))
        grid.addWidget(away, 0, len(fields))
        self._rows.addWidget(frame)
        frame.show()
        return fields

    def _on_typed(self, _text: str) -> None:
        self.changed.emit()

    def _on_added(self) -> None:
        self.show_values([*self.values, ("",) * len(self._columns)])
        self._fields[-1][0].setFocus()
        self.changed.emit()

    def _on_removed(self, number: int, _checked: object = None) -> None:
        values = list(self.values)
        del values[number]
        self.show_values(values)
        self._add.setFocus()
        self.changed.emit()
