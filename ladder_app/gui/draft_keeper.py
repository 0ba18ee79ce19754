"""Keeps drafts on disk from the moment they are made, and finds those that were left before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ladder_app.errors import CannotWrite
from ladder_app.gui.background import Background

if TYPE_CHECKING:
    from ladder_app.gui.drafts import Drafts
    from ladder_app.storage.drafts import DraftFile, LeftDrafts, Values
    from ladder_app.storage.life import Life

_PATIENCE_MS = 2000
_ANSWERS_WITHIN_MS = 1200
"""What takes longer is not kept, as far as anybody may count on."""
_RETRY_MS = 5000


class DraftKeeper(QObject):
    """One thing is done at a time, beside the window; of what has to wait only the latest counts."""

    def __init__(self, drafts: Drafts, life: Life, identity: str, parent: QObject) -> None:
        super().__init__(parent)
        from ladder_app.storage.drafts import DraftFile, left_drafts

        self._drafts = drafts
        self._file = DraftFile(life, identity)
        self._left: LeftDrafts | None = None
        self._background: Background[bool] = Background(self._on_kept, self)
        self._looking: Background[LeftDrafts] = Background(self._on_found, self)
        self._looking.start(partial(left_drafts, identity))
        self._tried: dict[str, Values] = {}
        self._slow = _once(self, _ANSWERS_WITHIN_MS)
        self._slow.timeout.connect(drafts.refused)
        self._again = _once(self, _RETRY_MS)
        self._again.timeout.connect(self._keep)
        drafts.changed.connect(self._on_changed)

    def close(self) -> None:
        """The document is closed: what is half typed is for whoever opens it next."""
        self._looking.give_up()
        if self._background.wait(_PATIENCE_MS) and self._drafts.kept:
            _keep(self._file, self._drafts.kept, self._left)
            self._file.let_go()

    def _on_found(self, left: LeftDrafts) -> None:
        self._left = left
        self._drafts.find(left.drafts)

    def _on_changed(self) -> None:
        if self._drafts.kept != self._tried:
            self._keep()

    def _keep(self) -> None:
        if not self._background.is_busy:
            self._again.stop()
            self._tried = dict(self._drafts.kept)
            self._background.start(partial(_keep, self._file, self._tried, self._left))
            self._slow.start()

    def _on_kept(self, is_kept: bool) -> None:
        self._slow.stop()
        if is_kept:
            self._drafts.took(self._tried)
        else:
            self._drafts.refused()
            self._again.start()
        self._on_changed()


def _once(parent: QObject, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer


def _keep(file: DraftFile, drafts: dict[str, Values], left: LeftDrafts | None) -> bool:
    try:
        file.keep(drafts)
    except CannotWrite:
        return False
    if left is not None:
        left.discard()
    return True
