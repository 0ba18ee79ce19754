"""A text field whose words are kept after a pause, when it is left, and when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from ladder_app.gui.fields import TextField
from ladder_app.gui.typed_edit import TypingPause

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.being_typed import BeingTyped
    from ladder_app.gui.theme import Theme


class KeptField(TextField):
    """Says what is written in it whenever the person pauses, while they do not, and before another program comes in."""

    written = Signal(str)
    """What stands in it now."""

    def __init__(
        self,
        theme: Theme,
        being_typed: BeingTyped,
        name: str,
        placeholder: str,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, placeholder, lines, parent)
        self._pause = TypingPause(being_typed, self._say, self)
        self.textChanged.connect(self._pause.typed)
        self.left.connect(self.keep)
        self.submitted.connect(self.keep)

    def sizeHint(self) -> QSize:
        """No wider than it has to be where it stands beside something, and as wide as there is room."""
        hint = super().sizeHint()
        return QSize(self.minimumWidth() or hint.width(), hint.height())

    def keep(self) -> None:
        """Say what is written, if anything was since the last time."""
        self._pause.now()

    def show_text(self, text: str) -> None:
        """Show another text, unless it is what is being written."""
        if self.toPlainText().strip() != text.strip() and not (self.hasFocus() and self._pause.isActive()):
            self.blockSignals(True)
            self.show_words(text)
            self.blockSignals(False)
            self._pause.stop()

    def _say(self) -> None:
        self.written.emit(self.toPlainText().strip())
