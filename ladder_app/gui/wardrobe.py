"""The look of the application: by the settings, and by the desktop where the settings say so."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.theme import Theme, system_is_dark
from ladder_app.storage.settings import Settings


class Wardrobe(QObject):
    """Dresses the application anew whenever the settings or the desktop ask for another look."""

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
