"""Says something over the window's lower edge that concerns nothing on the page, with one thing to do about it."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme

_WIDTH_PX, _MARGIN_PX, _FROM_BELOW_PX, _GAP_PX = 420, 24, 56, 10
_numbers = count()


class FloatingNotice(QFrame):
    """Lies over the window's lower edge and takes nothing from what is under it: all else goes on.

    While there is nothing else in the window it stands in its middle. One that comes later stands above those that
    are there.
    """

    pressed = Signal()
    """The person wants what its button says."""

    def __init__(self, theme: Theme, words: str, more: str, to_do: str, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._number = next(_numbers)
        self.is_told = False
        """Whether it says what came of something, and not that something is under way."""
        self.setObjectName("card")
        self.setAccessibleName(f"{words} {more}".strip())
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(text_label(theme, words, BODY_PX, SEMIBOLD))
        self._more = text_label(theme, more, SMALL_PX, tone="muted")
        column.addWidget(self._more)
        self._button = button(theme, to_do)
        self._button.setAccessibleName(f"{to_do}: {words}")
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.px(14)] * 4)
        row.setSpacing(theme.px(14))
        row.addLayout(column, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        # Only here: shown before it is in the notice it would be a window, and take the keyboard.
        self._more.setVisible(bool(more))
        over.installEventFilter(self)

    def show_itself(self) -> None:
        """Come to the front; the keyboard stays where it is unless there is nothing else to do."""
        self._find_place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        over = self.parentWidget()
        if over is not None and is_bare(over):
            self._button.setFocus()

    def say_more(self, more: str) -> None:
        """Something else is true of it by now."""
        if more != self._more.text():
            self._more.setText(more)
            self._more.setVisible(bool(more))
            self._find_place()

    def go_away(self) -> None:
        """It is said no longer; those above it come down."""
        self.is_told = False
        self.hide()
        for other in self._others():
            other._find_place()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._find_place()
        return super().eventFilter(watched, event)

    def _others(self) -> list[FloatingNotice]:
        """Those that are shown beside it, in the order in which they came."""
        over = self.parentWidget()
        if over is None:
            return []
        there = over.findChildren(FloatingNotice, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [each for each in there if each is not self and not each.isHidden()]

    def _height_at(self, width: int) -> int:
        return max(self.heightForWidth(width), self.minimumSizeHint().height())

    def _find_place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        px = self._theme.px
        width = min(px(_WIDTH_PX), over.width() - 2 * px(_MARGIN_PX))
        height = self._height_at(width)
        room = over.height() - height
        below = 0
        for other in self._others():
            if other._number < self._number:
                below += other._height_at(width) + px(_GAP_PX)
        top = room // 2 if is_bare(over) else room - px(_FROM_BELOW_PX) - below
        self.setGeometry((over.width() - width) // 2, max(top, 0), width, height)


def is_bare(window: QWidget) -> bool:
    """Whether there is nothing in a window yet."""
    return isinstance(window, QMainWindow) and window.centralWidget() is None
