"""The two texts of a promotion case, written where its document is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.domain.cycle import PromotionCase
from ladder_app.gui.being_typed import BeingTyped
from ladder_app.gui.fields import TextField
from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypingPause


class CaseFields(QWidget):
    """Asks for a summary and the reasons, both in the person's own words."""

    written = Signal(str, str)
    """The summary and the justification, after a pause in typing and when a field is left."""

    def __init__(
        self, theme: Theme, case: PromotionCase, being_typed: BeingTyped, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(2), 0, 0)
        column.setSpacing(theme.px(5))
        words = "At most three pages, made only of what you wrote: your evidence, your figures, and these two texts."
        column.addWidget(text_label(theme, words, SMALL_PX, tone="muted"))
        self._pause = TypingPause(being_typed, self._say, self)
        self.summary = self._field(theme, column, "Summary", "What you want to be read first", case.summary)
        self.justification = self._field(theme, column, "Justification", "Why you, and why now", case.justification)

    def keep(self) -> None:
        """Say what stands in the fields, if anything was written since the last time."""
        self._pause.now()

    def show_case(self, case: PromotionCase) -> None:
        """Show the texts as they are by now, unless they are being written."""
        for field, text in ((self.summary, case.summary), (self.justification, case.justification)):
            if not self._pause.isActive() and field.toPlainText().strip() != (text or "").strip():
                field.blockSignals(True)
                field.show_words(text or "")
                field.blockSignals(False)

    def _say(self) -> None:
        self.written.emit(self.summary.toPlainText().strip(), self.justification.toPlainText().strip())

    def _field(self, theme: Theme, column: QVBoxLayout, name: str, hint: str, text: str | None) -> TextField:
        column.addWidget(text_label(theme, name, SMALL_PX, SEMIBOLD, tone="muted"))
        field = TextField(theme, name, hint, lines=3)
        field.setPlainText(text or "")
        field.textChanged.connect(self._pause.typed)
        field.left.connect(self.keep)
        column.addWidget(field)
        return field
