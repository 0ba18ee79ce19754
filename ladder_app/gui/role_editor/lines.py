"""A list of lines, each of the same few fields, which grows, shrinks and can be put into another order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, empty, text_label
from ladder_app.gui.role_editor.line_field import line_field, show_line
from ladder_app.gui.role_editor.tab_order import tab_before
from ladder_app.gui.theme import SMALL_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ladder_app.gui.theme import Theme

Row = tuple[int | None, tuple[str, ...]]
"""Where a line stood when the lines were last shown, None for a new one; and what its fields say."""

_NARROW_PX = 440
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Lines(QWidget):
    """Shows some lines, and says what the person makes of them. Alt+Up and Alt+Down move one."""

    edited = Signal(object)
    """The lines are to be these `Row`s."""

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[tuple[str, int]], add: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._columns = columns
        self._fields: list[list[QLineEdit]] = []
        self._asides: tuple[str, ...] = ()
        self._stops: list[QWidget] = []
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

    def show_values(self, values: Sequence[Sequence[str]], asides: Sequence[str] = ()) -> None:
        """Show these lines, each with a word beside it; fields that are there already stay, with the cursor in them."""
        if len(values) == len(self._fields) and tuple(asides) == self._asides:
            for fields, texts in zip(self._fields, values, strict=True):
                for field, text in zip(fields, texts, strict=True):
                    show_line(field, text)
            return
        here = self._focused()
        empty(self._rows)
        self._asides = tuple(asides)
        self._stops = []
        self._fields = [self._line(number, texts, len(values)) for number, texts in enumerate(values)]
        tab_before(self._add, self._stops)
        if here is not None:
            self.focus_line(*here)

    def focus_line(self, number: int, column: int = 0) -> None:
        """Put the keyboard into a line, the last if there are fewer; where there is none, on what adds one."""
        if self._fields:
            self._fields[min(number, len(self._fields) - 1)][column].setFocus()
        else:
            self._add.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(next(n for n, fields in enumerate(self._fields) if watched in fields), by)
                return True
        return super().eventFilter(watched, event)

    def _focused(self) -> tuple[int, int] | None:
        """The line and the field that have the keyboard."""
        places = ((n, c) for n, fields in enumerate(self._fields) for c, field in enumerate(fields) if field.hasFocus())
        return next(places, None)

    def _line(self, number: int, texts: Sequence[str], count: int) -> list[QLineEdit]:
        row = _LineRow(self._theme, [share for _, share in self._columns], self)
        for (caption, _), text in zip(self._columns, texts, strict=True):
            field = line_field(self._theme, f"{caption} {number + 1}", caption, row)
            show_line(field, text)
            field.textEdited.connect(self._on_typed)
            field.installEventFilter(self)
            row.fields.append(field)
        if self._asides:
            aside = text_label(self._theme, self._asides[number], SMALL_PX, tone="muted", wrap=False)
            aside.setMinimumWidth(max(map(aside.fontMetrics().horizontalAdvance, self._asides)) + 1)
            row.behind.append(aside)
        buttons = []
        for words, by, does in (("↑", -1, "up"), ("↓", 1, "down")):
            made = self._button(words, f"Move {self._name} {number + 1} {does}", partial(self._move, number, by))
            made.setEnabled(0 <= number + by < count)
            buttons.append(made)
        buttons.append(self._button("Remove", f"Remove {self._name} {number + 1}", partial(self._on_removed, number)))
        row.behind += buttons
        row.arrange(is_narrow=self._is_narrow)
        self._stops += [*row.fields, *buttons]
        self._rows.addWidget(row)
        row.show()
        return row.fields

    @property
    def _is_narrow(self) -> bool:
        return len(self._columns) > 1 and self.width() < self._theme.px(_NARROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.findChildren(_LineRow):
            row.arrange(is_narrow=self._is_narrow)

    def _button(self, words: str, name: str, slot: partial[None]) -> QPushButton:
        made = button(self._theme, words, "link")
        made.setAccessibleName(name)
        made.clicked.connect(slot)
        return made

    def _shown(self) -> list[Row]:
        return [(number, tuple(field.text() for field in fields)) for number, fields in enumerate(self._fields)]

    def _on_typed(self, _text: str) -> None:
        self.edited.emit(self._shown())

    def _on_added(self) -> None:
        self.edited.emit([*self._shown(), (None, ("",) * len(self._columns))])
        self.focus_line(len(self._fields) - 1)

    def _on_removed(self, number: int, _checked: object = None) -> None:
        rows = self._shown()
        del rows[number]
        self._add.setFocus()
        self.edited.emit(rows)

    def _move(self, number: int, by: int, _checked: object = None) -> None:
        rows, to = self._shown(), number + by
        if 0 <= to < len(rows):
            column = (self._focused() or (0, 0))[1]
            rows.insert(to, rows.pop(number))
            self.edited.emit(rows)
            self.focus_line(to, column)


class _LineRow(QWidget):
    """The fields of one line with what stands behind them; below each other where there is little room."""

    def __init__(self, theme: Theme, shares: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: list[QLineEdit] = []
        self.behind: list[QWidget] = []
        self._shares = shares
        self._was_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(4))

    def arrange(self, *, is_narrow: bool) -> None:
        """Put everything into its place."""
        if is_narrow == self._was_narrow:
            return
        self._was_narrow = is_narrow
        first, *others = self.fields
        self._grid.addWidget(first, 0, 0)
        for place, share in enumerate(self._shares):
            self._grid.setColumnStretch(place, 0 if is_narrow and place else share)
        for place, field in enumerate(others, 1):
            if is_narrow:
                self._grid.addWidget(field, place, 0, 1, len(self.behind) + len(self.fields))
            else:
                self._grid.addWidget(field, 0, place)
        for place, widget in enumerate(self.behind, len(self.fields)):
            self._grid.addWidget(widget, 0, place)
