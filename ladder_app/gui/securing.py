"""Putting a document in safety when something went wrong: in its file or beside it, whichever disk takes it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ladder_app.gui import waiting
from ladder_app.gui.save_state import SaveState

if TYPE_CHECKING:
    from collections.abc import Callable

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.saver import Saver

_PATIENCE_MS = 4000
"""Nobody waits longer than this to hear how their document is."""


class Securing(QObject):
    """Tells once whether it is safe: at once, when a disk answers, or when none has answered for long."""

    def __init__(self, saver: Saver, then: Callable[[bool], object]) -> None:
        super().__init__(saver)
        self._saver = saver
        self._then: Callable[[bool], object] | None = then
        self._cannot_be_kept = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE_MS)
        self._late.timeout.connect(self._on_late)

    def begin(self, assessment: Assessment) -> None:
        """Put this state of the document in safety."""
        if self._saver.catch_up(waiting.AT_ONCE_MS if self._saver.has_answer else 0):
            self._tell(is_safe=True)
            return
        self._late.start()
        self._saver.state_changed.connect(self._look)
        self._saver.recovery.secure(assessment, self._on_kept)

    def _on_kept(self, done: bool) -> None:
        if done:
            self._tell(is_safe=True)
        else:
            self._cannot_be_kept = True
            self._look()

    def _look(self) -> None:
        if self._saver.state is SaveState.SAVED:
            self._tell(is_safe=True)
        elif self._cannot_be_kept and not self._saver.is_busy:
            self._tell(is_safe=False)

    def _on_late(self) -> None:
        self._tell(is_safe=False)

    def _tell(self, *, is_safe: bool) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        self._late.stop()
        self.deleteLater()
        then(is_safe)
