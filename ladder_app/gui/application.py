"""Starting the window."""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ladder_app.gui.interruption import Interruption
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.theme import Theme, system_is_dark, window_family
from ladder_app.storage.crash_log import FaultLog
from ladder_app.storage.places import resources_folder
from ladder_app.storage.settings import Settings, load_settings


class Wardrobe(QObject):
    """Dresses the application: by the settings, and by the desktop where the settings say so."""

    def __init__(self, application: QApplication, window: MainWindow, family: str) -> None:
        super().__init__(application)
        self._application = application
        self._window = window
        self._family = family
        window.settings_changed.connect(self.dress)
        application.styleHints().colorSchemeChanged.connect(self.dress)

    def dress(self) -> None:
        """Apply the look that is wanted now."""
        theme = wanted_theme(self._application, self._window.settings, self._family)
        theme.apply(self._application)
        self._window.dress(theme)


def wanted_theme(application: QApplication, settings: Settings, family: str) -> Theme:
    """The look that the settings ask for."""
    dark = system_is_dark(application) if settings.theme == "system" else settings.theme == "dark"
    return Theme(dark, settings.text_size_percent, family)


def make_application() -> QApplication:
    """The application object, before any window."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ladder")
    application.setApplicationDisplayName("Ladder")
    application.setDesktopFileName("ladder")
    application.setStyle("Fusion")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def start(path: Path | None = None) -> tuple[QApplication, MainWindow]:
    """The application with its window on screen, on a file if one is given."""
    application = make_application()
    settings = load_settings()
    family = window_family()
    theme = wanted_theme(application, settings, family)
    theme.apply(application)
    window = MainWindow(settings, theme)
    Wardrobe(application, window, family)
    window.show_first(path)
    window.show()
    return application, window


def look_after(application: QApplication, window: MainWindow) -> None:
    """Once the window is on screen: what earlier Ladders left, and what may go wrong from now on."""
    from ladder_app.gui.accidents import Accidents
    from ladder_app.storage.crash_log import faults_left
    from ladder_app.storage.recovery import leftovers

    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "ladder.svg")))
    accidents = Accidents(window.secure, application)
    accidents.happened.connect(window.tell_accident)
    accidents.watch()
    for report in faults_left():
        window.tell_breakdown(report)
    window.offer_leftovers(leftovers())


def run(path: Path | None = None) -> int:
    """Open the window, on a file if one is given, and stay until it is closed; gives the exit status."""
    application, window = start(path)
    if os.name == "posix":
        Interruption(application)
    QTimer.singleShot(0, window, partial(look_after, application, window))
    faults = FaultLog(window.life)
    faults.start()
    try:
        status: int = application.exec()
    finally:
        faults.end()
    window.deleteLater()
    return status
