"""Python's garbage is collected in the window's thread alone.

Python collects cycles in whichever thread happens to reach the limit. Where a cycle holds a widget or a timer,
Qt would see it destroyed outside its own thread, and a thread that writes a file or makes a PDF would bring
the window down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000


class Rubbish(QObject):
    """Takes collecting over from Python, and does it between two events of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what Python itself would have by now: the young often, the old seldom."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return
