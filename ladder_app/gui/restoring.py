"""What an earlier Ladder did not bring into its files: named, and offered at the next start."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.at_once import at_once
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.versions_dialog import when
from ladder_app.markup import isolated
from ladder_app.storage.recovery import Leftovers, Restorable


class RestoreDialog(PlainDialog):
    """Offers each state that was not saved; closing it asks again at the next start."""

    restore_wanted = Signal(object)
    """A `Restorable`."""

    def __init__(self, theme: Theme, left: Leftovers, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Not lost", 560, parent)
        words = "Ladder ended before these edits were in their files. They are here, as they were."
        if left.restorable:
            self.body.addWidget(text_label(theme, words, tone="muted"))
        for found in left.restorable:
            self.body.addWidget(self._row(found))
        if left.unreadable:
            self.body.addWidget(
                self._unreadable([path.name for path in left.unreadable], str(left.unreadable[0].parent))
            )
        self.body.addStretch(1)
        self.add_button("Later").clicked.connect(self.reject)
        primary = [made for made in self.findChildren(QPushButton) if made.property("kind") == "primary"]
        if primary:
            # Enter must bring back, never throw away.
            primary[0].setFocus()

    def _row(self, found: Restorable) -> QFrame:
        theme = self.theme
        frame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(text_label(theme, found.name, 13, SEMIBOLD))
        words.addWidget(text_label(theme, f"Last edit {when(found.kept)}", SMALL_PX, tone="muted"))
        if not found.is_newer_than_file:
            warning = "The file was written after that edit; what was restored can be undone."
            words.addWidget(text_label(theme, warning, SMALL_PX, tone="warn"))
        row.addLayout(words, 1)
        discard = button(theme, "Discard")
        discard.setAccessibleName(f"Discard the edits of {isolated(found.name)}")
        discard.clicked.connect(partial(self._discard, found, frame))
        restore = button(theme, "Restore", "primary")
        restore.setAccessibleName(f"Restore {isolated(found.name)}")
        restore.clicked.connect(partial(self._restore, found, frame))
        row.addWidget(discard)
        row.addWidget(restore)
        return frame

    def _unreadable(self, names: Sequence[str], folder: str) -> QWidget:
        words = f"Cannot be read, and put aside in {folder}: {', '.join(names)}"
        return text_label(self.theme, words, SMALL_PX, tone="bad")

    def _restore(self, found: Restorable, frame: QFrame, _checked: object = None) -> None:
        self.restore_wanted.emit(found)
        self._done_with(frame)

    def _discard(self, found: Restorable, frame: QFrame, _checked: object = None) -> None:
        at_once(found.discard, None)
        self._done_with(frame)

    def _done_with(self, frame: QFrame) -> None:
        """What else was left stays offered: nobody is to start once more for it."""
        frame.hide()
        if not any(other.isVisible() for other in self.findChildren(QFrame, "card")):
            self.accept()
