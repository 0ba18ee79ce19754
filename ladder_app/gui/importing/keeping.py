"""Keeping what is decided in an import as it is decided, beside the window: nothing that was said is lost with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ladder_app.errors import LadderError
from ladder_app.gui.background import Background
from ladder_app.gui.errand import Errand
from ladder_app.gui.fault_words import fault_words
from ladder_app.storage.revocable import RevocableDisk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.decisions import Decision
    from ladder_app.storage.disk import Disk

_PAUSE_MS = 300
_RETRY_MS = 5000
_ANSWERS_WITHIN_MS = 1200
_NO_ANSWER = "What you decided is not kept yet: the disk does not answer."


class DecisionKeeper(QObject):
    """Writes the latest decisions shortly after they were made; the next import of the source begins with them."""

    told = Signal(str)
    """What hinders it, in words; empty once nothing does."""

    def __init__(self, draft: ImportDraft, window: QWidget) -> None:
        super().__init__(window)
        self._draft = draft
        self._window = window
        self._kept = self._being_kept = draft.decisions
        self._disk = RevocableDisk()
        self._background: Background[LadderError | None] = Background(self._on_kept, self)
        self._closing = Errand(window)
        self._is_given_up = self._is_hindered = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._keep)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_ANSWERS_WITHIN_MS)
        self._slow.timeout.connect(self._on_slow)
        draft.changed.connect(self._on_changed)

    @property
    def kept(self) -> tuple[Decision, ...]:
        """What is on disk by now."""
        return self._kept

    @property
    def _is_done(self) -> bool:
        is_kept = self._kept == self._draft.decisions and not self._background.is_busy
        return self._is_given_up or is_kept

    def finish(self, theme: Theme, then: Callable[[], object]) -> bool:
        """Keep the last of it. Says whether that is done; if not, goes on with `then` once it is, or is given up."""
        if self._is_done or self._closing.is_busy:
            return self._is_done
        self._soon.stop()
        self._slow.stop()
        decisions, before = self._draft.decisions, self._background.joining()
        work, done = partial(_keep_after, before, self._draft.name, decisions), partial(self._finish, decisions, then)
        refused, given_up = partial(self._refuse, then), partial(self._give_up, then)
        self._closing.write(theme, "Keeping what you decided…", work, done, refused, given_up)
        if self._closing.is_busy:
            self.told.emit("Closes once what you decided is kept.")
        return self._is_done

    def stop(self) -> None:
        """Want nothing of it any more: what is not kept by now will not be."""
        self._soon.stop()
        self._slow.stop()
        self._disk.revoke()
        self._closing.stop()

    def _on_changed(self) -> None:
        # A timer that is running goes on, or what somebody decides without a pause would never be kept.
        if self._kept != self._draft.decisions and not self._soon.isActive():
            self._soon.start(_PAUSE_MS)

    def _keep(self) -> None:
        if self._background.is_busy or self._closing.is_busy:
            self._soon.start(_PAUSE_MS)
            return
        self._being_kept = self._draft.decisions
        self._background.start(partial(_remembered, self._draft.name, self._being_kept, self._disk))
        self._slow.start()

    def _on_kept(self, error: LadderError | None) -> None:
        self._slow.stop()
        if error is None:
            self._kept = self._being_kept
            self._say("")
        else:
            self._say(f"What you decided is not kept: {fault_words(error.problems)}")
        if self._kept != self._draft.decisions:
            self._soon.start(_PAUSE_MS if error is None else _RETRY_MS)

    def _on_slow(self) -> None:
        self._say(_NO_ANSWER)

    def _say(self, words: str) -> None:
        if words or self._is_hindered:
            self._is_hindered = bool(words)
            self.told.emit(words)

    def _finish(self, decisions: tuple[Decision, ...], then: Callable[[], object], _done: object) -> None:
        self._background.give_up()
        self._kept = decisions
        if self._closing.took_long:
            then()

    def _refuse(self, then: Callable[[], object], error: LadderError) -> None:
        from ladder_app.gui.questions import ask

        reason = fault_words(error.problems)
        close = ("Close all the same", partial(self._give_up, then))
        ask(self._window, "What you decided could not be kept for the next time.", reason, close)

    def _give_up(self, then: Callable[[], object]) -> None:
        self._is_given_up = True
        self._disk.revoke()
        then()


def _remembered(role: str, decisions: Sequence[Decision], disk: Disk) -> LadderError | None:
    from ladder_app.importers.remembered import remember_decisions

    try:
        remember_decisions(role, decisions, disk)
    except LadderError as error:
        return error
    return None


def _keep_after(before: Callable[[], object], role: str, decisions: Sequence[Decision], disk: Disk) -> None:
    from ladder_app.importers.remembered import remember_decisions

    before()
    remember_decisions(role, decisions, disk)
