"""The settings that hold in a window: changed there, kept on disk, and put back where keeping them is given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.kept_settings import KeptSettings, met

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.theme import Theme
    from ladder_app.storage.settings import Settings


class SetWindow(Protocol):
    """What they need of the window."""

    @property
    def theme(self) -> Theme: ...


class WindowSettings(QObject):
    """Knows what holds now, and what is on disk."""

    recent_changed = Signal(object)
    """Other files are the recent ones: their names."""
    look_changed = Signal()
    """The look or the size of text is another."""

    def __init__(self, settings: Settings, window: SetWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self.now = self._on_disk = settings
        self.kept = KeptSettings(parent)
        self.kept.written.connect(self._on_written)
        self.kept.cancelled.connect(self._put_back)

    def change(self, settings: Settings) -> None:
        """Have these from now on, and keep them."""
        if settings != self.now:
            self.kept.keep(self._window.theme, settings)
            self._show(settings)

    def forget(self, name: str) -> None:
        """Take a file off the recent ones."""
        self.change(self.now.without_recent(Path(name)))

    def take(self, read: Settings) -> None:
        """Take over what could not be read before the window was there; what was chosen since stays."""
        self._on_disk = read
        settings = met(read, self.now)
        self.kept.go_on()
        if settings != read:
            self.kept.keep(self._window.theme, settings)
        self._show(settings)

    def _on_written(self, settings: Settings) -> None:
        self._on_disk = settings

    def _put_back(self) -> None:
        self._show(self._on_disk)

    def _show(self, settings: Settings) -> None:
        before, self.now = self.now, settings
        if settings.recent_files != before.recent_files:
            self.recent_changed.emit(settings.recent_files)
        if (settings.theme, settings.text_size_percent) != (before.theme, before.text_size_percent):
            self.look_changed.emit()
