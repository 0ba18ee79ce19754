"""A passphrase to lock a PDF with, typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import SMALL_PX, Theme

MOST_BYTES = 127
"""What fits into a PDF's lock (ISO 32000-2, 7.6.4.3.3)."""


class PassphraseFields(QWidget):
    """Two fields and what is still wrong with them. What is typed is kept nowhere else."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._first = self._field(theme, "Passphrase")
        self._second = self._field(theme, "The same once more")
        self._hint = text_label(theme, "", SMALL_PX)
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(self._hint)
        words = "Then it is not an archival PDF/A, and nobody opens it without the passphrase. Ladder does not keep it."
        column.addWidget(text_label(theme, words, SMALL_PX, tone="muted"))
        self._show_hint()

    def passphrase(self) -> str:
        """What was typed twice; empty where it was not."""
        return "" if self._fault() else self._first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    def _field(self, theme: Theme, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setFont(theme.font())
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.textChanged.connect(self._on_typed)
        return field

    def _on_typed(self) -> None:
        self._show_hint()
        self.changed.emit()

    def _show_hint(self) -> None:
        fault = self._fault()
        self._hint.setText(fault)
        self._hint.setVisible(bool(fault))

    def _fault(self) -> str:
        first, second = self._first.text(), self._second.text()
        if len(first.encode(errors="replace")) > MOST_BYTES:
            return "It is too long; a PDF takes about a hundred characters."
        if first and second and not first.startswith(second):
            return "The two are not the same."
        return "" if first and first == second else "Type it twice, so that a slip locks nobody out."
