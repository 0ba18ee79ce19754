"""Says in the window that a file is being read, and lets the person give it up."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ladder_app.gui.one_line import OneLine
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme

_WIDTH_PX, _MARGIN_PX, _FROM_BELOW_PX = 420, 24, 56
_REASON = "Its disk takes its time."
_WORK_ON = "You can go on working meanwhile."


class ReadingNotice(QFrame):
    """Lies over the window's lower edge and takes nothing from what is under it: all else goes on.

    While there is nothing else in the window it stands in its middle.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, words: str, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setObjectName("card")
        self.setAccessibleName(words)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        said = OneLine(theme, BODY_PX, SEMIBOLD, elide=Qt.TextElideMode.ElideMiddle, parent=self)
        said.setText(words)
        column.addWidget(said)
        self._is_alone = isinstance(over, QMainWindow) and over.centralWidget() is None
        reason = _REASON if self._is_alone else f"{_REASON} {_WORK_ON}"
        column.addWidget(text_label(theme, reason, SMALL_PX, tone="muted"))
        self._cancel = button(theme, "Cancel")
        self._cancel.setAccessibleName(f"Cancel: {words}")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.px(14)] * 4)
        row.setSpacing(theme.px(14))
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        over.installEventFilter(self)

    def show_itself(self) -> None:
        """Come to the front; the keyboard stays where it is unless there is nothing else to do."""
        self._find_place()
        self.show()
        self.raise_()
        if self._is_alone:
            self._cancel.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._find_place()
        return super().eventFilter(watched, event)

    def _find_place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        px = self._theme.px
        width = min(px(_WIDTH_PX), over.width() - 2 * px(_MARGIN_PX))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        room = over.height() - height
        top = room // 2 if self._is_alone else room - px(_FROM_BELOW_PX)
        self.setGeometry((over.width() - width) // 2, top, width, height)
