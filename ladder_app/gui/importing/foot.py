"""The foot of the import window: what can be said about lines, how far that is, and ways on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.importing.words import SAID
from ladder_app.gui.parts import button, text_label

if TYPE_CHECKING:
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.decisions import Says

_SAID_AFTER_MS, _LOOKS_EVERY_MS = 350, 100


class ImportFoot(QWidget):
    """A chip for each thing that can be said about the selected lines, the last word, and the buttons."""

    said = Signal(object)
    """A `Says`, about the selected lines."""
    edit_wanted = Signal()
    save_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, theme: Theme, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._draft = draft
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(8))
        self._chips = QWidget()
        row = FlowLayout(theme.px(6), theme.px(6))
        self.line_buttons_by_words: dict[str, QPushButton] = {}
        for says, (words, key) in SAID.items():
            made = button(theme, f"{words}  {key}", "chip")
            made.setAccessibleName(f"The selected lines are: {words}, key {key}")
            made.clicked.connect(partial(self._say, says))
            self.line_buttons_by_words[words.rstrip("…")] = made
            row.addWidget(made)
        self._chips.setLayout(row)
        column.addWidget(self._chips)
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
        self._words = ""
        self._word = text_label(theme, "", 12, tone="muted")
        last.addWidget(self._word, 1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(theme.px(140), theme.px(6))
        self.bar.setAccessibleName("Progress")
        self.bar.hide()
        last.addWidget(self.bar)
        self.edit_button = button(theme, "Edit the role…")
        self.edit_button.clicked.connect(self.edit_wanted)
        self.save_button = button(theme, "Save role…")
        self.save_button.clicked.connect(self.save_wanted)
        self.start_button = button(theme, "Start an assessment", "primary")
        self.start_button.clicked.connect(self.start_wanted)
        for made in (self.edit_button, self.save_button, self.start_button):
            last.addWidget(made)
        column.addLayout(last)
        self._slow = QTimer(self)
        self._slow.timeout.connect(self._show_progress)
        draft.busy_changed.connect(self._on_busy)
        self._on_busy()

    def fit(self, *, low: bool) -> None:
        """In a low window the lines need the room; keys and the menus say the same as the chips."""
        self._chips.setVisible(not low)

    def tell(self, words: str) -> None:
        """Say this until there is something else to say."""
        self._words = words
        if not self.bar.isVisibleTo(self):
            self._word.setText(words)

    def _on_busy(self) -> None:
        if self._draft.is_busy:
            if not self._slow.isActive():
                self._slow.start(_SAID_AFTER_MS)
            return
        self._slow.stop()
        self.bar.hide()
        self._word.setText(self._words)

    def _show_progress(self) -> None:
        name, done, count = self._draft.progress
        self._slow.setInterval(_LOOKS_EVERY_MS)
        of = f" – {min(done, count)} of {count}" if count > 1 else ""
        self._word.setText(f"{name[:1].upper()}{name[1:]}{of}. You can go on meanwhile.")
        self.bar.setRange(0, count if count > 1 else 0)
        self.bar.setValue(done)
        self.bar.show()

    def _say(self, says: Says, _checked: bool = False) -> None:
        self.said.emit(says)
