"""A quiet bar above the pages, with something to know and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, text_label
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import Theme

_NARROW_PX = 560
_PAD_PX = 7


class NoticeBar(QFrame):
    """Words, and buttons beside them, or under them where the window is narrow."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("notice")
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(_PAD_PX), theme.px(14), theme.px(_PAD_PX))
        sides = SideBySide(theme, _NARROW_PX, gap_px=8, parent=self)
        self._words = text_label(theme, words)
        sides.add(self._words, 1)
        buttons = QWidget(sides)
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(theme.px(8))
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        sides.add(buttons)
        column.addWidget(sides)

    def show_words(self, are_shown: bool) -> None:
        """Leave the words out where there is no room for them, or say them again."""
        self._words.setVisible(are_shown)
        least = 0 if are_shown else self._buttons.sizeHint().height() + 2 * self._theme.px(_PAD_PX)
        self.setMinimumHeight(least)

    def add_button(self, text: str, kind: str = "") -> QPushButton:
        """One more thing that can be done."""
        made = button(self._theme, text, kind)
        self._buttons.addWidget(made)
        return made
