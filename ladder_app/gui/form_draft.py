"""What stands in the fields of a form that is open: kept as a draft, and filled in again the next time."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from ladder_app.gui.fields import TextField, show_in_line
from ladder_app.gui.rows_table import RowsTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.gui.drafts import Drafts
    from ladder_app.storage.drafts import Values

_FIELDS = (QLineEdit, QPlainTextEdit, QDateEdit, QCheckBox, QComboBox, RowsTable)


class FormDraft:
    """The draft of one form that is open; what was left in it before is filled in."""

    def __init__(self, drafts: Drafts, key: str, form: QWidget) -> None:
        self._drafts = drafts
        self._form = form
        self._before = dict(_values(form))
        found = drafts.take_up(key)
        self._key, left = found if found is not None else (key, {})
        self.has_left = found is not None
        """Whether something was filled in."""
        if left:
            for name, field in _fields(form):
                if name in left and left[name] != value_of(field):
                    fill(field, left[name])

    def keep(self) -> None:
        """Keep what was typed in the form: the fields that are not as they were when it was opened."""
        values = {name: value for name, value in _values(self._form).items() if value != self._before.get(name)}
        if values:
            self._drafts.put(self._key, values)
        else:
            self.drop()

    def was_filled(self, field: QWidget) -> None:
        """What stands in this field came from elsewhere, and nobody typed it."""
        self._before.update((name, value_of(each)) for name, each in _fields(self._form) if each is field)

    def drop(self) -> None:
        """What stands in the form is in the assessment, or given up."""
        self._drafts.drop(self._key)


def _fields(form: QWidget) -> Iterator[tuple[str, QWidget]]:
    for field in form.findChildren(QWidget):
        if isinstance(field, _FIELDS) and not isinstance(field.parent(), QAbstractSpinBox):
            name = field.accessibleName() or (field.text() if isinstance(field, QCheckBox) else "")
            if name:
                yield name, field


def _values(form: QWidget) -> Values:
    return {name: value_of(field) for name, field in _fields(form)}


def value_of(field: QWidget) -> str:
    """What a field of any kind says, as a text."""
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QDateEdit():
            return field.date().toString(Qt.DateFormat.ISODate)
        case QCheckBox():
            return str(int(field.isChecked()))
        case QComboBox():
            return str(field.currentIndex())
        case RowsTable():
            return json.dumps(field.rows.rows())
    return ""


def fill(field: QWidget, value: str) -> None:
    """Have a field of any kind say this."""
    match field:
        case QLineEdit():
            show_in_line(field, value)
        case TextField():
            field.show_words(value)
        case QPlainTextEdit():
            field.setPlainText(value)
        case QDateEdit():
            field.setDate(QDate.fromString(value, Qt.DateFormat.ISODate))
        case QCheckBox():
            field.setChecked(value == "1")
        case QComboBox() if value.isdigit() and int(value) < field.count():
            field.setCurrentIndex(int(value))
        case RowsTable():
            with suppress(ValueError, TypeError):
                field.rows.fill(json.loads(value))
