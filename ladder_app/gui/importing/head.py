"""The head of the import window: what the source comes to, and ways to what is still open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.importing.words import counts, many
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BOLD
from ladder_app.markup import plain

if TYPE_CHECKING:
    from ladder_app.gui.importing.understanding import Understanding
    from ladder_app.gui.theme import Theme


_NARROW_PX, _TITLE_PX = 700, 200


class ImportHead(QWidget):
    """Title, counts, and a chip for each kind of thing that a person may look at."""

    title_wanted = Signal()
    columns_wanted = Signal()
    questions_wanted = Signal()
    suggestions_wanted = Signal()
    unplaced_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, is_sheet: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = text_label(theme, "", 18, BOLD)
        self._counts = text_label(theme, "", 12, tone="muted")
        words.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(theme.px(10))
        below.addWidget(self._counts)
        self._title_button = button(theme, "Change title…", "link")
        self._title_button.clicked.connect(partial(_say, self.title_wanted))
        below.addWidget(self._title_button)
        below.addStretch(1)
        words.addLayout(below)
        row.addLayout(words, 1)
        columns = self._chip(self.columns_wanted)
        columns.setText("Columns…")
        columns.setVisible(is_sheet)
        self._asked = self._chip(self.questions_wanted)
        self._suggested = self._chip(self.suggestions_wanted)
        self._unplaced = self._chip(self.unplaced_wanted)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(8))
        for chip in (columns, self._asked, self._suggested, self._unplaced):
            self._chips.addWidget(chip)
        row.addLayout(self._chips)

    def show_state(self, now: Understanding) -> None:
        """Show what it comes to now."""
        found = now.found
        self._title.setText(plain(now.role.title) if now.role else found.name)
        self._counts.setText(counts(found))
        self._title_button.setVisible(now.role is not None)
        unplaced = sum(1 for _ in found.unplaced())
        for chip, words, count in (
            (self._asked, many(len(found.questions), "question"), len(found.questions)),
            (self._suggested, many(len(found.suggestions), "suggestion"), len(found.suggestions)),
            (self._unplaced, f"{many(unplaced, 'line')} unplaced", unplaced),
        ):
            chip.setText(words)
            chip.setEnabled(count > 0)

    def fit(self, width: int) -> None:
        """In a narrow window the chips that lead nowhere go, and the others stand below the title if they must."""
        narrow = width < self._theme.px(_NARROW_PX)
        for chip in (self._asked, self._suggested, self._unplaced):
            chip.setVisible(chip.isEnabled() or not narrow)
        is_full = width - self._chips.sizeHint().width() < self._theme.px(_TITLE_PX)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if is_full else way.LeftToRight)

    def _chip(self, wanted: SignalInstance) -> QPushButton:
        made = button(self._theme, "", "chip")
        made.clicked.connect(partial(_say, wanted))
        return made


def _say(wanted: SignalInstance, _checked: bool = False) -> None:
    wanted.emit()
