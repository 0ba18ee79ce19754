"""A text field whose words are kept after a pause, when it is left, and when somebody asks."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ladder_app.gui.being_typed import BeingTyped
from ladder_app.gui.fields import TextField
from ladder_app.gui.theme import Theme
from ladder_app.gui.typed_edit import TypingPause


class KeptField(TextField):
    """Says what is written in it whenever the person pauses, and while they do not."""

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
        self._put_off: str | None = None
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
        if self._pause.isActive():
            self._pause.now()
        elif self._put_off is not None and not self.hasFocus():
            self.show_text(self._put_off)

    def _say(self) -> None:
        self._put_off = None
        self.written.emit(self.toPlainText().strip())

    def show_text(self, text: str, *, while_writing: bool = False) -> None:
        """Show another text, unless it is what is being written; with `while_writing`, once the field is left."""
        self._put_off = text if while_writing and self.hasFocus() else None
        if self._put_off is not None:
            return
        if self.toPlainText().strip() != text and not (self.hasFocus() and self._pause.isActive()):
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._pause.stop()
