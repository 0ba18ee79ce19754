"""The ways into the role editor: a role from nothing, from a file, from the open document, or from an import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.errand import Errand
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.document_window import DocumentWindow
    from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk
    from ladder_app.gui.role_editor.window import RoleEditor


class RoleEditors(QObject):
    """Opens an editor for each role; one that is open already comes to the front."""

    start_wanted = Signal(object)
    """The person wants to start an assessment with the role in this `Path`."""

    def __init__(self, window: DocumentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._reading = Errand(parent)
        self.windows: list[RoleEditor] = []

    def begin(self) -> None:
        """Write a role from nothing."""
        from ladder_app.domain.role_editing import blank_role
        from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk

        self._show(RoleOnDisk(blank_role(), is_new=True)).focus_words()

    def browse(self) -> None:
        """Ask for a role file and edit it."""
        from ladder_app.gui.file_choices import ROLES, choose_to_open
        from ladder_app.storage.places import documents_folder

        choose_to_open(self._widget, "Edit a role", documents_folder(), ROLES, self.edit_file)

    def edit_copy(self) -> None:
        """Edit a copy of the role that the open assessment is about."""
        opened = self._window.opened
        if opened is not None:
            self.edit(opened.document.assessment.role)

    def edit_file(self, path: Path) -> RoleEditor | None:
        """Edit a role file; one that comes with the program as a copy. Gives its window, if that is there by now.

        What is wrong with it comes on screen.
        """
        from ladder_app.gui.role_editor.role_on_disk import read_for_editing

        editor = self._editor_of(path)
        if editor is None:
            words, refused = f"Opening “{isolated(path.name)}”…", partial(self._refuse, path)
            self._reading.read(self._window.theme, words, partial(read_for_editing, path), self._show, refused)
            return self._editor_of(path)
        editor.activateWindow()
        return editor

    def edit(self, role: Role) -> RoleEditor:
        """Edit a role that is in no file yet, in a window of its own."""
        from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk

        return self._show(RoleOnDisk(role))

    def _editor_of(self, path: Path) -> RoleEditor | None:
        return next((editor for editor in self.windows if editor.draft.path == path), None)

    def _show(self, found: RoleOnDisk) -> RoleEditor:
        from ladder_app.gui.role_editor.window import RoleEditor

        editor = RoleEditor(found, self._window.theme)
        editor.draft.assessed = self._assessment
        editor.start_wanted.connect(self.start_wanted)
        editor.closed.connect(self.windows.remove)
        self.windows.append(editor)
        editor.show()
        editor.activateWindow()
        return editor

    def _assessment(self) -> Assessment | None:
        return None if self._window.shown is None else self._window.shown.assessment

    def _refuse(self, path: Path, error: LadderError) -> None:
        self._window.show_trouble(f"“{isolated(path.name)}” cannot be edited.", error.problems)
