"""Waiting, beside the window's own work, until all edits are on disk or it is known that for now they will not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ladder_app.gui.save_state import SaveState
from ladder_app.gui.waiting import Waiting
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.saver import Saver
    from ladder_app.gui.theme import Theme


class CatchingUp(QObject):
    """Goes on once nothing waits to be written any more; whoever begins anew takes the place of the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting = Waiting(parent)
        self._waiting.cancelled.connect(self.stop)
        self._saver: Saver | None = None
        self._then: Callable[[], object] = tuple
        self._refused: Callable[[], object] = tuple

    def run(
        self,
        theme: Theme,
        saver: Saver,
        name: str,
        then: Callable[[], object],
        refused: Callable[[], object],
    ) -> bool:
        """Do `then` once all is on disk, or `refused` where it cannot be: `saver.words` say why.

        One of them has been done when this returns, unless it takes long; says whether it was `then`. `name` is that
        of the file.
        """
        self.stop()
        if saver.catch_up(self._waiting.patience_ms if saver.has_answer else 0):
            then()
            return True
        if not saver.is_busy or not saver.has_answer:
            refused()
            return False
        self._saver, self._then, self._refused = saver, then, refused
        saver.state_changed.connect(self._look)
        self._waiting.begin(theme, f"Saving “{isolated(name)}”…")
        return False

    def stop(self) -> None:
        """Go on with nothing; what is to be written is written all the same."""
        saver, self._saver = self._saver, None
        self._waiting.end()
        if saver is not None:
            saver.state_changed.disconnect(self._look)

    def _look(self) -> None:
        saver = self._saver
        if saver is None or saver.state in (SaveState.PENDING, SaveState.GONE):
            return
        step = self._then if saver.state in (SaveState.SAVED, SaveState.READ_ONLY) else self._refused
        self.stop()
        step()
