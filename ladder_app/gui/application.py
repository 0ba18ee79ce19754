"""Starting the window.

Whatever is imported here is imported by a function: before any of it, `start` lets the garbage collector rest.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ladder_app.gui.main_window import MainWindow


def make_application() -> QApplication:
    """The application object, before any window."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    # Fusion is asked for here because setStyle() gives the style back, and wrapping that takes 20 ms.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("ladder")
    application.setApplicationDisplayName("Ladder")
    application.setDesktopFileName("ladder")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    return application


def start(path: Path | None = None) -> tuple[QApplication, MainWindow]:
    """The application with its window on screen, on a file if one is given."""
    with _no_collecting():
        from ladder_app.gui.kept_settings import SettingsRead
        from ladder_app.gui.main_window import MainWindow
        from ladder_app.gui.theme import window_family
        from ladder_app.gui.wardrobe import Wardrobe, wanted_theme
        from ladder_app.storage.settings import Settings

        application = make_application()
        read = SettingsRead(application)
        settings = read.known or Settings()
        family = window_family()
        theme = wanted_theme(application, settings, family)
        theme.apply(application)
        window = MainWindow(settings, theme)
        Wardrobe(application, window, family)
        if read.known is None:
            window.kept_settings.hold()
            read.found.connect(window.take_settings)
        window.show_first(path)
        window.show()
    return application, window


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Python's garbage collector rests: of what a start makes all is kept, and looking for garbage
    among it time and again would be a tenth of the start. Later collections pass over it, too."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def look_after(application: QApplication, window: MainWindow) -> None:
    """Once the window is on screen: what earlier Ladders left, and what may go wrong from now on."""
    from PySide6.QtGui import QIcon

    from ladder_app.gui.accidents import Accidents, Breakdowns, tell_accident
    from ladder_app.storage.places import resources_folder

    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "ladder.svg")))
    accidents = Accidents(window.secure, application)
    accidents.happened.connect(partial(tell_accident, window))
    accidents.watch()
    Breakdowns(window).look()
    window.opening.look_for_leftovers()


def run(path: Path | None = None) -> int:
    """Open the window, on a file if one is given, and stay until it is closed; gives the exit status."""
    application, window = start(path)
    from PySide6.QtCore import QTimer

    from ladder_app.gui.at_once import at_once
    from ladder_app.gui.rubbish import Rubbish
    from ladder_app.storage.crash_log import FaultLog

    Rubbish(application)
    if os.name == "posix":
        from ladder_app.gui.interruption import Interruption

        Interruption(application)
    QTimer.singleShot(0, window, partial(look_after, application, window))
    faults = FaultLog(window.life)
    at_once(faults.start, None)
    try:
        status: int = application.exec()
    finally:
        at_once(faults.end, None)
    window.deleteLater()
    return status
