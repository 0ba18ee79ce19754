"""What is written in a form is in the document while it is being typed, so that nothing that happens can lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.being_typed import BeingTyped
    from ladder_app.gui.document import Document

_PAUSE_MS = 400
_AT_LATEST_MS = 1200


def new_id() -> str:
    """An id that no other entry has, here or in a copy of the file elsewhere."""
    return uuid4().hex[:12]


class TypedEdit:
    """What is typed in one form is one edit, however often it is put; given up, it can be brought back by undo."""

    def __init__(self, document: Document, name: str) -> None:
        self._document = document
        self._name = name
        self._key = f"typed {new_id()}"
        self.is_put = False
        """Whether the document has had something of it."""

    def put(self, after: Assessment, touched: Iterable[str] = ()) -> None:
        """Take this state over, in place of what was put before."""
        if after != self._document.assessment:
            self._document.edit(self._name, after, touched, self._key)
            self.is_put = True

    def give_up(self, before: Assessment, touched: Iterable[str] = ()) -> None:
        """Go back to this state, which is without what was typed, as an edit of its own."""
        if self.is_put:
            self._document.edit(f"give up: {self._name}", before, touched)


class TypingPause(QTimer):
    """Calls `keep` once the person pauses, and every second or so for one who never does.

    What has to wait for it is kept earlier with `now`. Until then it is said to be typed and not saved.
    """

    def __init__(self, being_typed: BeingTyped, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._being_typed = being_typed
        self._keep = keep
        self.setSingleShot(True)
        self._since = QElapsedTimer()
        self.timeout.connect(self._on_pause)
        being_typed.wanted.connect(self.now)

    def typed(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self._since.start()
        self.start(max(0, min(_PAUSE_MS, _AT_LATEST_MS - self._since.elapsed())))
        self._being_typed.begin(self)

    def stop(self) -> None:
        """What was typed is kept, or not wanted any more."""
        super().stop()
        self._being_typed.end(self)

    def now(self) -> None:
        """Keep what was typed since the last time, if anything was."""
        if self.isActive():
            self._on_pause()

    def _on_pause(self) -> None:
        super().stop()
        self._keep()
        self._being_typed.end(self)
