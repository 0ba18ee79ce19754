"""Saying that something takes its time: only once it has taken half a second, and with a way to give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.floating_notice import FloatingNotice
    from ladder_app.gui.theme import Theme

AT_ONCE_MS = 150
"""What is done within this time is shown as if it had not been waited for."""
SAID_AFTER_MS = 500
TOLD_FOR_MS = 10_000
THE_DISK = "Its disk takes its time."
WORK_ON = "You can go on working meanwhile."


class Waiting(QObject):
    """What a window says about one thing that is under way in it, and once what came of it."""

    cancelled = Signal()
    """The person gives it up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self.notice: FloatingNotice | None = None
        self._told: FloatingNotice | None = None
        self._said: tuple[Theme, str, str] | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(self._say)
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.timeout.connect(self.forget)

    @property
    def patience_ms(self) -> int:
        """How long something may be waited for before the window goes on."""
        # Before the window is there nobody sees it stand still.
        return AT_ONCE_MS if self._widget.window().isVisible() else max(AT_ONCE_MS, SAID_AFTER_MS)

    def begin(self, theme: Theme, words: str, why: str = THE_DISK) -> None:
        """It is under way; `patience_ms` are over."""
        self._said = theme, words, why
        self._slow.start(max(SAID_AFTER_MS - self.patience_ms, 0))

    def say_more(self, words: str) -> None:
        """How far it is, in place of why it takes its time."""
        if self._said is not None:
            self._said = (*self._said[:2], words)
        if self.notice is not None:
            self.notice.say_more(self._more(words))

    def end(self) -> None:
        """It is over, in whatever way."""
        self._slow.stop()
        if self.notice is not None:
            self.notice.go_away()
            self.notice = None

    def tell(self, theme: Theme, words: str, more: str = "") -> None:
        """Say what came of it, for a while."""
        from ladder_app.gui.floating_notice import FloatingNotice

        over = self._widget.window()
        for other in over.findChildren(FloatingNotice):
            if other.is_told:
                other.pressed.emit()  # one at a time is enough to read
        self._told = FloatingNotice(theme, words, more, "Close", over)
        self._told.is_told = True
        self._told.pressed.connect(self.forget)
        self._told.show_itself()
        self._read.start(TOLD_FOR_MS)

    def forget(self) -> None:
        """What came of the last one is said no longer."""
        self._read.stop()
        if self._told is not None:
            self._told.go_away()
            self._told = None

    def _say(self) -> None:
        from ladder_app.gui.floating_notice import FloatingNotice

        if self._said is None:
            return
        theme, words, why = self._said
        over = self._widget.window()
        self.notice = FloatingNotice(theme, words, self._more(why), "Cancel", over)
        self.notice.pressed.connect(self.cancelled)
        self.notice.show_itself()

    def _more(self, why: str) -> str:
        from ladder_app.gui.floating_notice import is_bare

        return why if is_bare(self._widget.window()) else f"{why} {WORK_ON}"
