"""The ways into an import: a file is chosen or dropped, read beside the window, and reviewed in one of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.errand import Errand
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.reading import Read
    from ladder_app.gui.importing.window import ImportWindow
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.columns import Columns
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid


class ImportingWindow(Protocol):
    """What imports need of the main window."""

    @property
    def theme(self) -> Theme: ...
    def open_path(self, path: Path) -> object: ...
    def activateWindow(self) -> None: ...


class RoleEditing(Protocol):
    """Who goes on with a role."""

    def edit(self, role: Role) -> object: ...


class Imports(QObject):
    """Opens an import window for each source."""

    def __init__(self, window: ImportingWindow, widget: QMainWindow, editing: RoleEditing) -> None:
        super().__init__(widget)
        self._window = window
        self._widget = widget
        self._editing = editing
        self.windows: list[ImportWindow] = []
        self._reading = Errand(widget)
        self._choosing = Errand(widget)

    @property
    def reading(self) -> Errand:
        """What is being read, if something is."""
        return self._reading

    def read(self, path: Path) -> None:
        """Read a ladder beside the window; then it is shown, or refused with what was expected."""
        from ladder_app.gui.importing.reading import read_source

        words, work = f"Reading “{isolated(path.name)}”…", partial(read_source, path)
        self._reading.read(self._window.theme, words, work, partial(self._show, path), partial(self._refuse, path))

    def read_as_one(self, pages: Sequence[Path], folder: Path, *, is_by_level: bool) -> None:
        """Read pages as the one role that they are together; it is called as the folder is."""
        from ladder_app.gui.importing.reading import read_several

        work = partial(read_several, pages, folder, is_by_level)
        then, refused = partial(self._show, folder), partial(self._refuse_several, folder)
        self._reading.read(self._window.theme, f"Reading “{isolated(folder.name)}”…", work, then, refused)

    def _show(self, path: Path, read: Read) -> None:
        if read.is_ours:
            self._window.open_path(path)
        elif read.imported is None:
            self._ask_columns(path, read.grids, None)
        else:
            self._open(path, read)

    def _open(self, path: Path, read: Read) -> None:
        from ladder_app.gui.importing.draft import ImportDraft
        from ladder_app.gui.importing.window import ImportWindow

        assert read.imported is not None  # noqa: S101 – looked at above
        draft = ImportDraft(path, read.imported, read.now)
        window = ImportWindow(draft, self._window.theme, is_sheet=bool(read.grids))
        window.start_wanted.connect(self._start)
        window.edit_wanted.connect(self._edit)
        window.saving.saved.connect(self._offer)
        window.columns_wanted.connect(partial(self._ask_columns, path, read.grids, read.columns))
        window.closed.connect(self.windows.remove)
        self.windows.append(window)
        window.show()
        window.activateWindow()

    def _ask_columns(
        self, path: Path, grids: list[Grid], columns: Columns | None, instead: ImportWindow | None = None
    ) -> None:
        from ladder_app.gui.importing.columns_dialog import ColumnsDialog, open_columns

        name = path.name.split(".")[0] or path.name
        dialog = ColumnsDialog(self._window.theme, grids, name, columns, instead or self._widget)
        dialog.chosen.connect(partial(self._on_columns, path, grids, instead))
        open_columns(dialog)

    def _on_columns(
        self, path: Path, grids: list[Grid], instead: ImportWindow | None, columns: Columns, found: Imported
    ) -> None:
        """Read with these columns; they are kept for the next time, but nobody waits for that who does not want to."""
        from ladder_app.gui.importing.reading import Read, kept_and_known

        words, work = (
            f"Keeping the columns of “{isolated(path.name)}”…",
            partial(kept_and_known, found, grids, columns),
        )
        without = partial(self._open_instead, path, instead, (Read(found, grids, columns), None))
        then = partial(self._open_instead, path, instead)
        self._choosing.write(self._window.theme, words, work, then, partial(self._refuse, path), without)

    def _open_instead(self, path: Path, instead: ImportWindow | None, kept: tuple[Read, LadderError | None]) -> None:
        from ladder_app.gui.trouble import show_trouble

        read, error = kept
        if error is not None:
            show_trouble(self._widget, "These columns could not be kept for the next time.", error.problems)
        self._open(path, read)
        if instead is not None:
            instead.close()

    def _refuse(self, path: Path, error: LadderError) -> None:
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self._widget, f"“{isolated(path.name)}” cannot be imported.", error.problems)

    def _refuse_several(self, folder: Path, error: LadderError) -> None:
        from ladder_app.gui.importing.found_words import in_its_file
        from ladder_app.gui.trouble import show_trouble

        headline = f"The files in “{isolated(folder.name)}” cannot be read as one role."
        show_trouble(self._widget, headline, [in_its_file(problem) for problem in error.problems])

    def _offer(self, path: Path) -> None:
        """Who closes the import without starting finds the role on the welcome page all the same."""
        from ladder_app.gui.welcome_page import WelcomePage

        page = self._widget.centralWidget()
        if isinstance(page, WelcomePage):
            page.choose_role_file(path)

    def _start(self, path: Path) -> None:
        self._window.open_path(path)
        self._window.activateWindow()

    def _edit(self, role: Role) -> None:
        self._editing.edit(role)
