"""What is typed by now and in no document yet: for the moment of a pause it is as little saved as a pending edit."""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid


class BeingTyped(QObject):
    """Knows of every field of one open document in which something waits for the person to pause."""

    changed = Signal()
    """Something is being typed now, or nothing is any more."""

    wanted = Signal()
    """Whatever is typed by now is to be kept at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[QTimer] = set()

    @property
    def is_anything(self) -> bool:
        """Whether anything is typed that the document does not have."""
        # A field may go with what is typed in it.
        return any(isValid(pause) and pause.isActive() for pause in self._waiting)

    def keep(self) -> None:
        """Have it kept at once, wherever it is typed."""
        self.wanted.emit()

    def begin(self, pause: QTimer) -> None:
        """Something is typed that is kept nowhere before this is over."""
        if pause not in self._waiting:
            self._waiting.add(pause)
            self.changed.emit()

    def end(self, pause: QTimer) -> None:
        """It is kept by now, or the field shows something else."""
        if pause in self._waiting:
            self._waiting.remove(pause)
            self.changed.emit()
