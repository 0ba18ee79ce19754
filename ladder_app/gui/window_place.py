"""Where the window was on the screen and how large, from one time to the next."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QMainWindow

from ladder_app.storage.places import settings_folder


def restore_place(window: QMainWindow, usual: QSize) -> None:
    """Put the window where it was; the first time it has its usual size."""
    stored = _settings().value("geometry")
    if stored is None or not window.restoreGeometry(stored):
        window.resize(usual)


def store_place(window: QMainWindow) -> None:
    """Remember where the window is."""
    settings = _settings()
    settings.setValue("geometry", window.saveGeometry())
    settings.sync()
    with suppress(OSError):
        Path(settings.fileName()).chmod(0o600)


def _settings() -> QSettings:
    return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
