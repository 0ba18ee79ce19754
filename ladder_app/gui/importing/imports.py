"""The ways into an import: a file is chosen or dropped, read beside the window, and reviewed in one of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.kinds import FOREIGN_OR_OURS
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.understanding import Understanding
    from ladder_app.gui.importing.window import ImportWindow
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.columns import Columns
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid
    from ladder_app.storage.disk import Disk

_OURS = re.compile(rb"^format:\s*[\"']?ladder-", re.MULTILINE)
_HEAD_BYTES = 65_536
_SHEETS = (".csv", ".tsv", ".xlsx")


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
        then, refused = partial(self._show, path), partial(self._refuse, path)
        self._reading.read(self._window.theme, f"Reading “{isolated(path.name)}”…", partial(_read, path), then, refused)

    def read_as_one(self, pages: Sequence[Path], folder: Path, *, is_by_level: bool) -> None:
        """Read pages as the one role that they are together; it is called as the folder is."""
        work = partial(_read_as_one, pages, folder, is_by_level)
        then, refused = partial(self._show, folder), partial(self._refuse, folder)
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
        window = ImportWindow(draft, self._window.theme, is_sheet=bool(read.grids), heads=read.heads)
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
        words, work = (
            f"Keeping the columns of “{isolated(path.name)}”…",
            partial(_kept_and_known, found, grids, columns),
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


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: `grids` of a sheet, `columns` if they were known from before; `now` with what was decided the
    last time, and the role in use that it is a newer state of. `imported` is none where the person is to say which
    column is what."""

    imported: Imported | None
    grids: list[Grid] = field(default_factory=list)
    columns: Columns | None = None
    now: Understanding | None = None
    heads: dict[int, str] = field(default_factory=dict)
    """The names of files by the lines they begin on, where several are one source."""
    is_ours: bool = False
    """Whether it is a role or an assessment of ours, to be opened as that."""


def _read(path: Path) -> Read:
    """On a thread of its own."""
    from ladder_app.errors import InvalidFile
    from ladder_app.importers.columns import fitting, import_columns
    from ladder_app.importers.remembered import known_columns
    from ladder_app.importers.sources import import_file

    if path.suffix.lower() in FOREIGN_OR_OURS and _is_ours(path):
        return Read(None, is_ours=True)
    grids = _sheets(path)
    columns = fitting(known_columns(), grids) if grids else None
    if columns is not None:
        return _known(import_columns(grids, path.name.split(".")[0], columns), grids, columns)
    try:
        return _known(import_file(path), grids, None)
    except InvalidFile:
        if not any(len(grid.rows) > 1 for grid in grids):
            raise
        return Read(None, grids)


def _read_as_one(pages: Sequence[Path], folder: Path, is_by_level: bool) -> Read:
    """On a thread of its own."""
    from ladder_app.importers.one_role import heads_of, read_as_one
    from ladder_app.importers.result import Asks, Question

    found = read_as_one(pages, folder.name, is_by_level=is_by_level)
    message = f"Nothing says what the role is called; “{folder.name}” is the name of the folder. Is it right?"
    found = replace(found, questions=(Question(1, Asks.TITLE, message), *found.questions))
    return replace(_known(found, [], None), heads=heads_of(pages, folder.name, is_by_level=is_by_level))


def _is_ours(path: Path) -> bool:
    from ladder_app.errors import Problem, UnreadableFile

    try:
        with path.open("rb") as file:
            return _OURS.search(file.read(_HEAD_BYTES)) is not None
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error


def _sheets(path: Path) -> list[Grid]:
    from ladder_app.errors import InvalidFile, Problem, UnreadableFile
    from ladder_app.importers.columns import grids_of
    from ladder_app.storage.reading import MAX_BYTES

    if path.suffix.lower() not in _SHEETS:
        return []
    try:
        if path.stat().st_size > MAX_BYTES:
            return []
        return grids_of(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error
    except InvalidFile:
        return []  # the import says what is wrong with it


def _kept_and_known(
    found: Imported, grids: list[Grid], columns: Columns, disk: Disk
) -> tuple[Read, LadderError | None]:
    """On a thread of its own: what is known of it, and why the columns could not be kept, if they could not."""
    from ladder_app.errors import LadderError
    from ladder_app.importers.remembered import remember_columns

    fault = None
    try:
        remember_columns(columns, disk)
    except LadderError as error:
        fault = error
    return _known(found, grids, columns), fault


def _known(imported: Imported, grids: list[Grid], columns: Columns | None) -> Read:
    """With the role in use that it is a newer state of, if there is one."""
    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.understanding import understood
    from ladder_app.importers.deciding import decided
    from ladder_app.importers.ids import slug
    from ladder_app.importers.origin import with_origin
    from ladder_app.importers.remembered import known_decisions
    from ladder_app.storage.roles import load_role, role_in_use

    imported = with_origin(imported)
    role = imported.role
    name = slug(imported.name) if role is None else role.id
    address = (role.source.url or "") if role is not None and role.source is not None else ""
    path = role_in_use(name, role.title, address) if role is not None else None
    try:
        earlier = load_role(path) if path is not None else None
    except LadderError:
        earlier = None
    known = known_decisions(name) or (known_decisions(earlier.id) if earlier is not None else ())
    result = decided(imported, known)
    holding = [decision for decision in known if decision not in result.unused]
    return Read(imported, grids, columns, understood(result.imported, holding, earlier))
