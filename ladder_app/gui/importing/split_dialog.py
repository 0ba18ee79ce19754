"""Where a criterion becomes two: the person puts the cursor there."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.importers.wordings import split_at, ways_to_split

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ladder_app.gui.theme import Theme


_MOST_WAYS = 6


class CutField(QPlainTextEdit):
    """A text in which the cursor goes about and nothing is written."""

    entered = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self.setFont(theme.font())
        self.setPlainText(text)
        self.setReadOnly(True)
        keys, mouse = Qt.TextInteractionFlag.TextSelectableByKeyboard, Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(keys | mouse)
        self.setTabChangesFocus(True)
        self.setCursorWidth(theme.px(2))
        self.setAccessibleName("The criterion; put the cursor where the second one begins")

    @property
    def place(self) -> int:
        """Where the cursor is, in characters."""
        # Qt counts the halves of characters that do not fit in one.
        halves = self.toPlainText().encode("utf-16-le")[: 2 * self.textCursor().position()]
        return len(halves.decode("utf-16-le", errors="ignore"))

    def go_to(self, place: int) -> None:
        """Put the cursor before this character."""
        cursor = self.textCursor()
        cursor.setPosition(len(self.toPlainText()[:place].encode("utf-16-le")) // 2)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SplitDialog(PlainDialog):
    """Asks where; the likeliest place is offered, Enter takes it."""

    chosen = Signal(str)
    """How the second criterion reads."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Two criteria", 620, parent)
        self._text = text
        words = "Put the cursor where the second one begins – with the arrows, Ctrl and the arrows, or the mouse."
        self.body.addWidget(text_label(theme, words, tone="muted"))
        self.field = CutField(theme, text)
        self.field.setFixedHeight(theme.px(92))
        self.body.addWidget(self.field)
        ways = [second for _, second in ways_to_split(text)]
        row = FlowLayout(theme.px(6), theme.px(6))
        for second in ways[:_MOST_WAYS] if len(ways) > 1 else ():
            made = button(theme, f"… | {_short(second)}", "chip")
            made.setAutoDefault(False)
            made.clicked.connect(partial(self._go_to, len(text.rstrip()) - len(second)))
            row.addWidget(made)
        self.body.addLayout(row)
        self._first, self._second = text_label(theme, ""), text_label(theme, "")
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)
        self.body.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.ok = self.add_button("Split here", "primary")
        self.ok.clicked.connect(self._say)
        self.field.entered.connect(self._say)
        self.field.cursorPositionChanged.connect(self._show)
        self.field.go_to(len(text.rstrip()) - len(ways[0]) if ways else _middle(text))
        self._show()
        self.field.setFocus()

    def _go_to(self, place: int, _checked: bool = False) -> None:
        self.field.go_to(place)
        self.field.setFocus()

    def _show(self) -> None:
        parts = split_at(self._text, self.field.place)
        self._first.setText(f"First: {parts[0]}" if parts else "Nothing would be left of one of them here.")
        self._second.setText(f"Second: {parts[1]}" if parts else "")
        self.ok.setEnabled(parts is not None)

    def _say(self) -> None:
        parts = split_at(self._text, self.field.place)
        if parts is not None:
            self.chosen.emit(parts[1])
            self.accept()


def _middle(text: str) -> int:
    """Where a word begins, as near to the middle as any does."""
    begins = [found.start() for found in re.finditer(r"(?<=\s)\S", text)]
    return min(begins, key=lambda place: abs(place - len(text) / 2), default=0)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 46 else text[:45] + "…"
