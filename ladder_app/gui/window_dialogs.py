"""The dialogs that the menus open. None of them stops the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.imports import Imports

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QMainWindow

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk
    from ladder_app.gui.role_editor.window import RoleEditor
    from ladder_app.gui.team_window import TeamWindow
    from ladder_app.gui.theme import Theme
    from ladder_app.report.pdf.export import Paper


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
        self._teams: list[TeamWindow] = []
        self._editors: list[RoleEditor] = []
        self._reading = Errand(parent)
        self.imports = Imports(window, parent, self)

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

    def browse_team(self) -> None:
        """Ask for a folder of assessments, and show who is in it."""
        from ladder_app.gui.file_choices import choose_folder
        from ladder_app.storage.places import documents_folder

        last = self._window.settings.team_folder
        choose_folder(self._widget, "Open a team folder", Path(last) if last else documents_folder(), self.show_team)

    def show_team(self, folder: Path) -> TeamWindow:
        """Show a folder of assessments in a window of its own; one that is shown already comes to the front."""
        from ladder_app.gui.team_window import TeamWindow

        team = next((team for team in self._teams if team.folder == folder), None)
        if team is None:
            team = TeamWindow(folder, self._window.theme, self._paper)
            team.open_wanted.connect(self._open_in_window)
            team.closed.connect(self._teams.remove)
            self._teams.append(team)
        self._window.change_settings(self._window.settings.model_copy(update={"team_folder": str(folder)}))
        team.show()
        team.activateWindow()
        return team

    def _paper(self) -> Paper:
        from ladder_app.gui.export_form import usual_paper

        return usual_paper(self._window.settings)

    def new_role(self) -> None:
        """Write a role from nothing."""
        from ladder_app.domain.role_editing import blank_role

        self.edit_role(blank_role())

    def browse_role(self) -> None:
        """Ask for a role file and edit it."""
        from ladder_app.gui.file_choices import ROLES, choose_to_open
        from ladder_app.storage.places import documents_folder

        choose_to_open(self._widget, "Edit a role", documents_folder(), ROLES, self.edit_role_file)

    def edit_role_of_document(self) -> None:
        """Edit a copy of the role that the open assessment is about."""
        opened = self._window.opened
        if opened is not None:
            self.edit_role(opened.document.assessment.role)

    def edit_role_file(self, path: Path) -> RoleEditor | None:
        """Edit a role file; one that comes with the program as a copy. Gives its window, if that is there by now.

        What is wrong with it comes on screen.
        """
        from ladder_app.gui.role_editor.role_on_disk import read_for_editing

        editor = self._editor_of(path)
        if editor is None:
            words, refused = f"Opening “{path.name}”…", partial(self._refuse_role, path)
            self._reading.read(self._window.theme, words, partial(read_for_editing, path), self._show_editor, refused)
            return self._editor_of(path)
        editor.activateWindow()
        return editor

    def edit_role(self, role: Role) -> RoleEditor:
        """Edit a role that is in no file yet, in a window of its own."""
        from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk

        return self._show_editor(RoleOnDisk(role))

    def _editor_of(self, path: Path) -> RoleEditor | None:
        return next((editor for editor in self._editors if editor.draft.path == path), None)

    def _show_editor(self, found: RoleOnDisk) -> RoleEditor:
        from ladder_app.gui.role_editor.window import RoleEditor

        editor = RoleEditor(found, self._window.theme)
        editor.start_wanted.connect(self._open_in_window)
        editor.closed.connect(self._editors.remove)
        self._editors.append(editor)
        editor.show()
        editor.activateWindow()
        return editor

    def _refuse_role(self, path: Path, error: LadderError) -> None:
        self._window.show_trouble(f"“{path.name}” cannot be edited.", error.problems)

    def browse_import(self) -> None:
        """Ask for somebody's ladder, and import it."""
        self.imports.browse()

    def import_role(self, path: Path) -> None:
        """Import somebody's ladder."""
        self.imports.read(path)

    def dress(self, theme: Theme) -> None:
        """Show the windows beside the main one in another look."""
        for team in self._teams:
            team.dress(theme)
        for editor in self._editors:
            editor.dress(theme)
        self.imports.dress(theme)

    def close_windows(self) -> None:
        """Close the windows beside the main one."""
        for window in (*self._teams, *self._editors, *self.imports.windows):
            window.close()

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
