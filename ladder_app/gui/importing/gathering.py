"""Several files or a folder: what they are is seen by what is in them, and asked before anything is imported."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.imports import KINDS, is_ladder
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMessageBox

    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.imports import ImportingWindow, Imports
    from ladder_app.gui.importing.pages_dialog import PagesDialog
    from ladder_app.importers.folder import FromFile

_MOST_FILES = 1000
_ASSESSMENT = ".assessment.yaml"
_TEAM = (_ASSESSMENT, ".pdf")


_Way = tuple[str, Callable[[], object]]


class Teams(Protocol):
    """Who shows the people of a folder."""

    def show(self, folder: Path) -> object: ...


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found in a folder, or in files of one.

    `pages` are those that can be read as one role, in order; `is_one` says that they seem to be that. `ladders` are
    files that hold a role each; `people` counts the assessments.
    """

    folder: Path
    is_folder: bool
    files: tuple[FromFile, ...] = ()
    pages: tuple[Path, ...] = ()
    is_one: bool = False
    is_by_level: bool = True
    people: int = 0

    @property
    def ladders(self) -> tuple[FromFile, ...]:
        return tuple(file for file in self.files if file.imported is not None and file.imported.role is not None)


class Gathering(QObject):
    """Asks for files or a folder, looks into them beside the window, and goes on as the person says."""

    def __init__(self, window: ImportingWindow, widget: QMainWindow, imports: Imports, teams: Teams) -> None:
        super().__init__(widget)
        self._window = window
        self._widget = widget
        self._imports = imports
        self._teams = teams
        self._looking = Errand(widget)
        self.question: QMessageBox | None = None
        self.pages: PagesDialog | None = None

    def browse(self) -> None:
        """Ask for a ladder, or for several files of one."""
        from ladder_app.gui.file_choices import choose_several
        from ladder_app.storage.places import documents_folder

        choose_several(self._widget, "Import a role", documents_folder(), KINDS, self.take)

    def browse_folder(self) -> None:
        """Ask for a folder of pages."""
        from ladder_app.gui.file_choices import choose_folder
        from ladder_app.storage.places import documents_folder

        choose_folder(self._widget, "Import a folder", documents_folder(), self.take_folder)

    def take(self, paths: Sequence[Path]) -> None:
        """Import these files: one as it is, of several it is asked what they are together."""
        if len(paths) == 1:
            self._imports.read(paths[0])
        elif paths:
            folder = Path(os.path.commonpath([path.parent for path in paths]))
            self._look(folder, partial(_looked_into, tuple(paths), folder, is_folder=False))

    def take_folder(self, folder: Path) -> None:
        """Ask what a folder is, unless it can only be one thing."""
        self._look(folder, partial(_looked_into, (folder,), folder, is_folder=True))

    def _look(self, folder: Path, work: partial[Gathered]) -> None:
        words = f"Reading what is in “{isolated(folder.name)}”…"
        self._looking.read(self._window.theme, words, work, self._ask, partial(self._refuse, folder))

    def _ask(self, found: Gathered) -> None:
        from ladder_app.gui.questions import ask

        ways = self._ways(found)
        if found.is_folder and not found.files:
            self._teams.show(found.folder)
        elif not found.ladders and not found.people:
            self._refuse_all(found)
        elif len(found.files) == 1 and len(ways) == 1:
            self._imports.read(found.files[0].path)
        else:
            headline = f"What is in “{isolated(found.folder.name)}”?"
            box = ask(self._widget, headline, _words(found), *ways)
            box.finished.connect(self._answered)
            self.question = box

    def _answered(self) -> None:
        self.question = None

    def _ways(self, found: Gathered) -> list[_Way]:
        """The answers, the likeliest first."""
        from ladder_app.gui.importing.words import many

        team: _Way = ("A team folder", partial(self._teams.show, found.folder))
        one: _Way = (
            f"One role in {many(len(found.pages), 'file')}",
            partial(self._imports.read_as_one, found.pages, found.folder, is_by_level=found.is_by_level),
        )
        each: _Way = (f"{many(len(found.ladders), 'role')}, one by one", partial(self._show_pages, found))
        ways = [one, each] if found.is_one else [each, one]
        if len(found.pages) < 2:
            ways.remove(one)
        if not found.ladders:
            ways.remove(each)
        if not found.is_folder:
            return ways
        return [team, *ways] if found.people > len(found.ladders) else [*ways, team]

    def _show_pages(self, found: Gathered) -> None:
        from ladder_app.gui.importing.pages_dialog import PagesDialog

        dialog = PagesDialog(self._window.theme, found.folder.name, found.files, self._widget)
        dialog.chosen.connect(self._imports.read)
        dialog.finished.connect(self._pages_closed)
        self.pages = dialog
        dialog.show()

    def _pages_closed(self) -> None:
        if self.pages is not None:
            self.pages.deleteLater()
            self.pages = None

    def _refuse_all(self, found: Gathered) -> None:
        from ladder_app.gui.trouble import show_trouble

        problems = [problem for file in found.files for problem in file.problems]
        show_trouble(self._widget, f"Nothing in “{isolated(found.folder.name)}” could be read as a ladder.", problems)

    def _refuse(self, folder: Path, error: LadderError) -> None:
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self._widget, f"“{isolated(folder.name)}” cannot be read.", error.problems)


def _words(found: Gathered) -> str:
    """What was seen in it, so that the person can tell."""
    from ladder_app.gui.importing.words import many

    ladders, people = len(found.ladders), found.people
    said = []
    if found.is_one:
        each = "a level" if found.is_by_level else "the same levels for another competency"
        names = ", ".join(isolated(path.name) for path in found.pages[:4]) + ("…" if len(found.pages) > 4 else "")
        said.append(f"{len(found.pages)} pages hold {each} each, as one role does: {names}.")
        left = len(found.files) - len(found.pages)
        if left:
            said.append(f"As one role, {many(left, 'other file')} {'stays' if left == 1 else 'stay'} out of it.")
    elif ladders:
        said.append(f"{many(ladders, 'file')} {'holds' if ladders == 1 else 'hold'} a role each.")
    unread = len(found.files) - ladders
    if unread:
        said.append(f"In {many(unread, 'file')} no role was found.")
    if people:
        said.append(f"There {'is' if people == 1 else 'are'} {many(people, 'assessment')} in it.")
    return " ".join(said)


def _looked_into(paths: tuple[Path, ...], folder: Path, *, is_folder: bool) -> Gathered:
    """On a thread of its own. Raises `LadderError`."""
    from ladder_app.errors import InvalidFile, Problem
    from ladder_app.importers.folder import files_in, joined, read_files
    from ladder_app.importers.level_order import in_order
    from ladder_app.importers.one_role import MARKDOWN, together
    from ladder_app.storage.team import team_files

    people = len(team_files(folder, _TEAM)) if is_folder else 0
    wanted = [path for path in files_in(paths) if is_ladder(path)]
    if len(wanted) > _MOST_FILES:
        message = f"There are {len(wanted)} files in it that could be ladders; {_MOST_FILES} are read at most."
        raise InvalidFile(Problem(message, str(folder)))
    files = tuple(joined(list(read_files(wanted))))
    found = Gathered(folder, is_folder, files, people=people)
    group = max(together(files), key=_size, default=None)
    if group is not None:
        return Gathered(folder, is_folder, files, group.pages, True, group.is_by_level, people)
    roles = [(file.path, file.imported.role) for file in found.ladders if file.imported is not None]
    pages = [(path, role) for path, role in roles if role is not None and path.suffix.casefold() in MARKDOWN]
    order = in_order([role.levels[0].title for _, role in pages])
    is_by_level = all(len(role.levels) == 1 for _, role in pages)
    return Gathered(folder, is_folder, files, tuple(pages[i][0] for i in order), False, is_by_level, people)


def _size(group: object) -> int:
    return len(getattr(group, "pages", ()))
