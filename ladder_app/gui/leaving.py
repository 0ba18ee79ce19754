"""Leaving what is open: on with the next thing once nothing would be lost by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.file_commands import FileCommands
    from ladder_app.gui.opened import Opened


class LeftWindow(Protocol):
    """What leaving needs of the window."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def files(self) -> FileCommands: ...
    def keep_what_is_typed(self) -> None: ...


class Leaving:
    """Sees to it that nobody goes on from a document whose edits are in no file without having said so."""

    def __init__(self, window: LeftWindow, parent: QWidget) -> None:
        self._window = window
        self._parent = parent

    def leave(self, then: Callable[[], object]) -> bool:
        """Go on with `then` once nothing would be lost by it; where something would, ask first.

        Says whether it was done at once.
        """
        trouble = self.not_kept()
        if trouble is None:
            then()
            return True
        from ladder_app.gui.questions import ask

        headline, reason = trouble
        save = partial(self._window.files.save_as, then)
        ask(self._parent, headline, reason, ("Save as…", save), ("Leave without them", then))
        return False

    def not_kept(self) -> tuple[str, str] | None:
        """What of the open document is in no file, and why; None where all of it is on disk."""
        opened = self._window.opened
        if opened is None:
            return None
        self._window.keep_what_is_typed()
        if opened.document.path is None:
            if opened.document.undo_stack.isClean():
                return None
            return "Your changes are in no file yet.", "They would be lost."
        return None if opened.saver.flush() else ("Your last changes are not on disk.", opened.saver.words)
