"""The ways into an import: a file is chosen or dropped, read beside the window, and reviewed in one of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.window import ImportWindow
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import Imported

IMPORTABLE = (".md", ".markdown", ".mdx", ".html", ".htm", ".erb", ".csv", ".tsv", ".xlsx", ".json", ".txt")
"""The endings of other people's ladders; YAML may be one of ours or one of theirs."""


class ImportingWindow(Protocol):
    """What imports need of the main window."""

    @property
    def theme(self) -> Theme: ...
    def open_path(self, path: Path) -> object: ...
    def activateWindow(self) -> None: ...


class RoleEditing(Protocol):
    """Who goes on with a role."""

    def edit_role(self, role: Role, path: Path | None) -> object: ...


class Imports(QObject):
    """Opens an import window for each source."""

    def __init__(self, window: ImportingWindow, widget: QWidget, editing: RoleEditing) -> None:
        super().__init__(widget)
        self._window = window
        self._widget = widget
        self._editing = editing
        self.windows: list[ImportWindow] = []
        self._reading = Reading(widget)

    @property
    def reading(self) -> Reading:
        """What is being read, if something is."""
        return self._reading

    def browse(self) -> None:
        """Ask for a ladder and read it."""
        from ladder_app.gui.file_choices import choose_to_open
        from ladder_app.storage.places import documents_folder

        kinds = f"Ladders ({' '.join('*' + ending for ending in IMPORTABLE)} *.yaml *.yml)"
        choose_to_open(self._widget, "Import a role", documents_folder(), kinds, self.read)

    def read(self, path: Path) -> None:
        """Read a ladder beside the window; then it is shown, or refused with what was expected."""
        then, refused = partial(self._show, path), partial(self._refuse, path)
        self._reading.read(self._window.theme, f"Reading “{path.name}”…", partial(_read, path), then, refused)

    def dress(self, theme: Theme) -> None:
        """Show the windows in another look."""
        for window in self.windows:
            window.dress(theme)

    def _show(self, path: Path, read: tuple[Imported, Role | None]) -> None:
        from ladder_app.gui.importing.draft import ImportDraft
        from ladder_app.gui.importing.window import ImportWindow

        imported, earlier = read
        window = ImportWindow(ImportDraft(path, imported, earlier), self._window.theme)
        window.start_wanted.connect(self._start)
        window.edit_wanted.connect(self._edit)
        window.closed.connect(self.windows.remove)
        self.windows.append(window)
        window.show()
        window.activateWindow()

    def _refuse(self, path: Path, error: LadderError) -> None:
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self._widget, f"“{path.name}” cannot be imported.", error.problems)

    def _start(self, path: Path) -> None:
        self._window.open_path(path)
        self._window.activateWindow()

    def _edit(self, role: Role) -> None:
        self._editing.edit_role(role, None)


def _read(path: Path) -> tuple[Imported, Role | None]:
    """The source, and the role in use that it is a newer state of; on a thread of its own."""
    from ladder_app.errors import LadderError
    from ladder_app.importers.sources import import_file
    from ladder_app.storage.roles import load_role, role_in_use

    imported = import_file(path)
    known = role_in_use(imported.role.id) if imported.role is not None else None
    try:
        return imported, load_role(known) if known is not None else None
    except LadderError:
        return imported, None
