"""Several files or a folder: what they are is seen by what is in them, and asked before anything is imported."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.kinds import KINDS
from ladder_app.gui.importing.looking import Gathered, Progress, looked_into
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMessageBox

    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.imports import ImportingWindow, Imports
    from ladder_app.gui.importing.pages_dialog import PagesDialog

_LOOKS_EVERY_MS = 100
_FEWEST = 2

_Way = tuple[str, Callable[[], object]]


class Teams(Protocol):
    """Who shows the people of a folder."""

    def show(self, folder: Path) -> object: ...


class Gathering(QObject):
    """Asks for files or a folder, looks into them beside the window, and goes on as the person says."""

    def __init__(self, window: ImportingWindow, widget: QMainWindow, imports: Imports, teams: Teams) -> None:
        super().__init__(widget)
        self._window = window
        self._widget = widget
        self._imports = imports
        self._teams = teams
        self._looking = Errand(widget)
        self._progress = Progress()
        self._told = QTimer(self)
        self._told.setInterval(_LOOKS_EVERY_MS)
        self._told.timeout.connect(self._tell_progress)
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
            self._look(folder, tuple(paths), is_folder=False)

    def take_folder(self, folder: Path) -> None:
        """Ask what a folder is, unless it can only be one thing."""
        self._look(folder, (folder,), is_folder=True)

    def _look(self, folder: Path, paths: tuple[Path, ...], *, is_folder: bool) -> None:
        self._stop()
        self._progress = progress = Progress()
        words = f"Reading what is in “{isolated(folder.name)}”…"
        work = partial(looked_into, paths, folder, progress, is_folder=is_folder)
        self._told.start()
        self._looking.read(self._window.theme, words, work, self._ask, partial(self._refuse, folder), self._stop)

    def _tell_progress(self) -> None:
        if self._progress.words:
            self._looking.say_more(f"{self._progress.words}.")

    def _stop(self) -> None:
        """Nobody waits any more for what is being looked into."""
        self._told.stop()
        self._progress.is_given_up = True

    def _ask(self, found: Gathered) -> None:
        from ladder_app.gui.importing.found_words import words_about
        from ladder_app.gui.questions import ask

        self._told.stop()
        ways = self._ways(found)
        if found.people and not found.ladders:
            self._teams.show(found.folder)
        elif not ways:
            self._refuse_all(found)
        elif len(found.files) == 1 and len(ways) == 1:
            self._imports.read(found.files[0].path)
        else:
            headline = f"What is in “{isolated(found.folder.name)}”?"
            box = ask(self._widget, headline, words_about(found), *ways)
            box.finished.connect(self._answered)
            self.question = box

    def _answered(self) -> None:
        self.question = None

    def _ways(self, found: Gathered) -> list[_Way]:
        """The answers, the likeliest first."""
        one, each = self._as_one(found), self._each(found)
        ways = [*one, *each] if found.is_one else [*each, *one]
        team: list[_Way] = [("A team folder", partial(self._teams.show, found.folder))] if found.people else []
        return [*team, *ways] if found.people > len(found.ladders) else [*ways, *team]

    def _as_one(self, found: Gathered) -> list[_Way]:
        from ladder_app.gui.importing.words import many

        if len(found.pages) < _FEWEST:
            return []
        read = partial(self._imports.read_as_one, found.pages, found.folder, is_by_level=found.is_by_level)
        return [(f"One role in {many(len(found.pages), 'file')}", read)]

    def _each(self, found: Gathered) -> list[_Way]:
        from ladder_app.gui.importing.words import many

        if not found.readable:
            return []
        if len(found.readable) == 1:
            path = found.readable[0].path
            name = isolated(path.name).replace("&", "&&")
            return [(f"Import “{name}”", partial(self._imports.read, path))]
        what = many(len(found.ladders), "role") if found.ladders else many(len(found.readable), "page")
        return [(f"{what}, one by one", partial(self._show_pages, found))]

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
        from ladder_app.gui.importing.found_words import refusal
        from ladder_app.gui.trouble import show_trouble

        show_trouble(self._widget, f"There is no ladder in “{isolated(found.folder.name)}”.", refusal(found))

    def _refuse(self, folder: Path, error: LadderError) -> None:
        from ladder_app.gui.trouble import show_trouble

        self._told.stop()
        show_trouble(self._widget, f"“{isolated(folder.name)}” cannot be read.", error.problems)
