"""Ctrl+C in the terminal, and the system's wish that the program end."""

import os
import signal
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from ladder_app.gui.plain_dialog import PlainDialog


class Interruption(QObject):
    """Closes the window as the person would, so that the last edit is kept.

    Python calls signal handlers between two of its own instructions, and while Qt waits for events there
    are none. So the signal also writes to a pipe, which Qt listens to.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)

    def _note(self, _number: int, _frame: object) -> None:
        """All is done once Qt has read the pipe."""

    def _close(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._reading, 64)
        for dialog in self._application.topLevelWidgets():
            if isinstance(dialog, PlainDialog):
                dialog.leave_as_it_is()
        self._application.closeAllWindows()
