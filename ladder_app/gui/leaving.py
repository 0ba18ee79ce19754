"""Leaving what is open: on with the next thing once nothing would be lost by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.catching_up import CatchingUp
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.file_commands import FileCommands
    from ladder_app.gui.kept_settings import KeptSettings
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.theme import Theme


class LeftWindow(Protocol):
    """What leaving needs of the window."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def files(self) -> FileCommands: ...
    @property
    def kept_settings(self) -> KeptSettings: ...
    def keep_what_is_typed(self) -> None: ...


class Leaving(QObject):
    """Sees to it that nobody goes on from a document whose edits are in no file without having said so."""

    def __init__(self, window: LeftWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._parent = parent
        self._catching_up = CatchingUp(parent)
        self._waiting = Waiting(parent)
        self._waiting.cancelled.connect(self._stay)
        self._then: Callable[[], object] | None = None

    def leave(self, then: Callable[[], object]) -> bool:
        """Go on with `then` once nothing would be lost by it; where something would, ask first.

        Says whether it was done at once. What has to be written first is waited for beside the window.
        """
        opened = self._window.opened
        if opened is None:
            then()
            return True
        self._window.keep_what_is_typed()
        path = opened.document.path
        if path is not None:
            go_on, ask = partial(self._go_on, opened, then), partial(self._ask_about_last, opened, then)
            return self._catching_up.run(self._window.theme, opened.saver, path.name, go_on, ask)
        if opened.document.undo_stack.isClean():
            then()
            return True
        self._ask("Your changes are in no file yet.", "They would be lost.", then, ("Leave without them", then))
        return False

    def leave_for_good(self, then: Callable[[], object]) -> None:
        """As `leave`, where with the window everything ends that is still under way."""
        self.leave(partial(self._finish, then))

    def stop(self) -> None:
        """Stay."""
        self._catching_up.stop()
        self._stay()

    def _go_on(self, opened: Opened, then: Callable[[], object]) -> None:
        """Once more, where the person wrote something while the last was waited for."""
        self._window.keep_what_is_typed()
        if opened.saver.state is SaveState.PENDING:
            self.leave(then)
        else:
            then()

    def _finish(self, then: Callable[[], object]) -> None:
        pending = self._window.files.pending or self._window.kept_settings.pending
        if not pending:
            then()
            return
        from ladder_app.gui.questions import ask

        reason = "Its disk has not answered yet. Nothing may come of it once Ladder is closed."
        ask(self._parent, f"{pending} is not done yet.", reason, ("Close all the same", then))

    def _ask_about_last(self, opened: Opened, then: Callable[[], object]) -> None:
        """The recovery file holds what could not be written: it can be left there."""
        headline, reason = "Your last changes are not on disk.", opened.saver.words
        if opened.saver.recovery.failed:
            self._ask(headline, reason, then, ("Leave without them", then))
        else:
            self._ask(
                headline, reason, then, ("Leave them for the next start", partial(self._leave_kept, opened, then))
            )

    def _leave_kept(self, opened: Opened, then: Callable[[], object]) -> None:
        self._then = then
        opened.keep_for_next_start(partial(self._on_kept, opened))
        if self._then is not None:
            self._waiting.begin(self._window.theme, "Keeping your edits for the next start…")

    def _on_kept(self, opened: Opened, done: bool) -> None:
        then = self._then
        self._stay()
        if then is not None and done:
            then()
        elif then is not None:
            self._ask_about_last(opened, then)

    def _stay(self) -> None:
        self._then = None
        self._waiting.end()

    def _ask(
        self, headline: str, reason: str, then: Callable[[], object], other: tuple[str, Callable[[], object]]
    ) -> None:
        from ladder_app.gui.questions import ask

        # Saving may take its time, and the person writes on meanwhile.
        save_as = partial(self._window.files.save_as, partial(self.leave, then))
        ask(self._parent, headline, reason, ("Save as…", save_as), other)
