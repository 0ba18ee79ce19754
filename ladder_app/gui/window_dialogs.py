"""The dialogs that the menus open. None of them stops the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.importing.gathering import Gathering
from ladder_app.gui.importing.imports import Imports
from ladder_app.gui.role_editor.editors import RoleEditors
from ladder_app.gui.teams import Teams

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QMainWindow

    from ladder_app.gui.importing.window import ImportWindow
    from ladder_app.gui.role_editor.window import RoleEditor
    from ladder_app.gui.team_window import TeamWindow
    from ladder_app.gui.theme import Theme

_TEXT_SIZES_PERCENT = (100, 200)


class DialogWindow(DocumentWindow, Protocol):
    """What the dialogs need of the window."""

    def open_path(self, path: Path) -> object: ...
    def activateWindow(self) -> None: ...


class WindowDialogs(QObject):
    """Opens each dialog when it is wanted."""

    def __init__(self, window: DialogWindow, parent: QMainWindow) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self.teams = Teams(window, parent)
        self.teams.open_wanted.connect(self._open_in_window)
        self.roles = RoleEditors(window, parent)
        self.roles.start_wanted.connect(self._open_in_window)
        self.imports = Imports(window, parent, self.roles)
        self.gathering = Gathering(window, parent, self.imports, self.teams)

    def export(self, preset: str = "") -> None:
        """Make a document of the assessment, look at it and save it; as this preset first, if it is there."""
        from ladder_app.gui.export_dialog import ExportDialog
        from ladder_app.report.parts import Preset

        shown = self._window.shown
        if shown is not None:
            self._window.keep_what_is_typed()
            settings = self._window.settings
            if preset in {known.value for known in Preset}:
                settings = settings.model_copy(update={"export_preset": preset})
            dialog = ExportDialog(shown, self._window.theme, settings, self._widget)
            dialog.settings_changed.connect(self._window.change_settings)
            show_dialog(dialog)

    def log_evidence(self) -> None:
        """Write an achievement in a line."""
        from ladder_app.gui.log_dialog import LogDialog

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            self._window.keep_what_is_typed()
            show_dialog(LogDialog(shown, self._window.theme, self._widget))

    def browse_git(self) -> None:
        """Ask for a Git repository, and offer what somebody did there as evidence."""
        from ladder_app.gui.file_choices import choose_folder
        from ladder_app.storage.places import documents_folder

        choose_folder(self._widget, "Choose a Git repository", documents_folder(), self.log_from_git)

    def log_from_git(self, folder: Path) -> None:
        """Offer the commits of a repository as evidence."""
        from ladder_app.gui.git_dialog import GitDialog

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            show_dialog(GitDialog(shown, self._window.theme, folder, self._widget))

    def dress(self, theme: Theme) -> None:
        """Show the windows beside the main one in another look."""
        for window in self._windows():
            window.dress(theme)

    def close_windows(self) -> None:
        """Close the windows beside the main one."""
        for window in self._windows():
            window.close()

    def _windows(self) -> tuple[TeamWindow | RoleEditor | ImportWindow, ...]:
        return (*self.teams.windows, *self.roles.windows, *self.imports.windows)

    def _open_in_window(self, path: Path) -> None:
        self._window.open_path(path)
        self._window.activateWindow()

    def edit_profile(self) -> None:
        """Change name, title, experience and levels."""
        from ladder_app.gui.profile_dialog import ProfileDialog

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            show_dialog(ProfileDialog(shown, self._window.theme, self._widget))

    def close_cycle(self) -> None:
        """Close the cycle, and start the next from it."""
        from ladder_app.gui.closing import CloseCycleDialog

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            self._window.keep_what_is_typed()
            show_dialog(CloseCycleDialog(shown, self._window.theme, self._widget))

    def edit_preferences(self) -> None:
        """Change the look, the size of text and the paper."""
        from ladder_app.gui.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._window.settings, self._window.theme, self._widget)
        dialog.settings_changed.connect(self._window.change_settings)
        show_dialog(dialog)

    def change_text_size(self, step_percent: int) -> None:
        """Make all text larger or smaller."""
        smallest, largest = _TEXT_SIZES_PERCENT
        settings = self._window.settings
        size = min(max(settings.text_size_percent + step_percent, smallest), largest)
        self._window.change_settings(settings.model_copy(update={"text_size_percent": size}))

    def show_shortcuts(self) -> None:
        """List the keys."""
        from ladder_app.gui.shortcuts_dialog import ShortcutsDialog

        show_dialog(ShortcutsDialog(self._widget, self._window.theme, has_pages=True))

    def show_about(self) -> None:
        """Say which version this is, under which licences, and where things are kept."""
        from ladder_app.gui.about_dialog import AboutDialog

        show_dialog(AboutDialog(self._window.theme, self._widget))


def show_dialog(dialog: QDialog) -> None:
    """Open a dialog without waiting for it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
