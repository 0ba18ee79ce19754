"""The person's settings on disk: read and written beside the window, whose thread no disk holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError
from ladder_app.gui import waiting
from ladder_app.gui.background import Background
from ladder_app.gui.waiting import Waiting
from ladder_app.storage.revocable import RevocableDisk
from ladder_app.storage.settings import MOST_RECENT_FILES, Settings, load_settings, save_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.theme import Theme
    from ladder_app.storage.disk import Disk


class SettingsRead(QObject):
    """Reads the settings for a start, which begins without them where their disk does not answer before long."""

    found = Signal(object)
    """The `Settings`, only now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: Settings | None = None
        self._reading: Background[Settings] = Background(self._on_read, self)
        self._reading.start(load_settings)
        self._reading.wait(waiting.AT_ONCE_MS)

    @property
    def known(self) -> Settings | None:
        """What is known by now; None while the disk has not answered."""
        return self._known

    def _on_read(self, settings: Settings) -> None:
        self._known = settings
        self.found.emit(settings)


class KeptSettings(QObject):
    """Writes the settings; of what has to wait only the latest counts. What was given up is not written any more."""

    written = Signal(object)
    """These `Settings` are on disk now."""
    cancelled = Signal()
    """The person has given up what was not written yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._writing: Background[LadderError | None] = Background(self._on_written, self)
        self._waiting = Waiting(parent)
        self._waiting.cancelled.connect(self._on_cancelled)
        self._disk = RevocableDisk()
        self._next: Settings | None = None
        self._under_way: Settings | None = None
        self._is_held = False

    @property
    def pending(self) -> str:
        """What is still to be written, in words; empty if nothing is."""
        return "Keeping your settings" if self._writing.is_busy else ""

    def hold(self) -> None:
        """Write nothing until `go_on`: what is there has not been read, and is not to be written over."""
        self._is_held = True

    def go_on(self) -> None:
        """What is there has been read: what comes is written again."""
        self._is_held = False
        self._next = None

    def keep(self, theme: Theme, settings: Settings) -> None:
        """Write these."""
        self._next = settings
        if self._is_held or self._writing.is_busy:
            return
        self._go_on()
        if not self._writing.wait(waiting.AT_ONCE_MS):
            self._waiting.begin(theme, "Keeping your settings…")

    def give_up(self) -> None:
        """Let nothing come of what is not written yet."""
        self._disk.revoke()
        self._disk = RevocableDisk()
        self._next = None
        self._writing.give_up()
        self._waiting.end()

    def _on_cancelled(self) -> None:
        self.give_up()
        self.cancelled.emit()

    def _go_on(self) -> None:
        settings, self._next = self._next, None
        self._under_way = settings
        if settings is not None:
            self._writing.start(partial(_saved, settings, self._disk))

    def _on_written(self, error: LadderError | None) -> None:
        if error is not None:
            from ladder_app.gui.trouble import show_trouble

            show_trouble(self._widget, "Your settings could not be kept.", error.problems)
        else:
            self.written.emit(self._under_way)
        self._go_on()
        if not self._writing.is_busy:
            self._waiting.end()


def met(read: Settings, now: Settings) -> Settings:
    """What was read, with what the person has chosen since a start that began without it."""
    usual = Settings()
    chosen = {name: value for name, value in now if value != getattr(usual, name) and name != "recent_files"}
    recent = tuple(dict.fromkeys((*now.recent_files, *read.recent_files)))[:MOST_RECENT_FILES]
    return read.model_copy(update={**chosen, "recent_files": recent})


def _saved(settings: Settings, disk: Disk) -> LadderError | None:
    try:
        save_settings(settings, disk)
    except LadderError as error:
        return error
    return None
