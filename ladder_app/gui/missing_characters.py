"""The characters that no font can draw, each with its name: a warning that stands in nobody's way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ladder_app.gui.parts import text_label
from ladder_app.gui.theme import MEDIUM, SMALL_PX, Theme
from ladder_app.report.characters import character_name

_MOST_LINES = 4


class MissingCharacters(QWidget):
    """Lists each character; hidden while there is none. A long list scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline = text_label(theme, "", SMALL_PX, MEDIUM, tone="warn")
        self._list = QPlainTextEdit(self)
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setFont(theme.font(SMALL_PX))
        self._list.setAccessibleName("Characters that no font has")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._headline)
        column.addWidget(self._list)
        self._padding = theme.px(14) + 2 * round(self._list.document().documentMargin()) + 2
        self.hide()

    def show_characters(self, characters: Sequence[str]) -> None:
        """Name these characters."""
        self.setVisible(bool(characters))
        if not characters:
            return
        self._headline.setText(_headline(len(characters)))
        self._list.setPlainText("\n".join(f"{character}  {character_name(character)}" for character in characters))
        policies = Qt.ScrollBarPolicy
        needs_bar = len(characters) > _MOST_LINES
        self._list.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded if needs_bar else policies.ScrollBarAlwaysOff)
        lines = min(len(characters), _MOST_LINES)
        self._list.setFixedHeight(lines * self._list.fontMetrics().lineSpacing() + self._padding)


def _headline(count: int) -> str:
    if count == 1:
        return "No font on this computer has this character. It prints as □:"
    return f"No font on this computer has these {count} characters. Each prints as □:"
