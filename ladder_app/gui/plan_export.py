"""The plan in a file of its own: for a calendar, or as a checklist."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ladder_app.errors import LadderError
from ladder_app.gui.errand import Errand
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.document_window import DocumentWindow
    from ladder_app.storage.disk import Disk

CALENDARS = "Calendar (*.ics)"
CHECKLISTS = "Markdown checklist (*.md)"


class PlanExport(QObject):
    """Asks where to, and writes it."""

    def __init__(self, window: DocumentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._writing = Errand(parent)

    @property
    def pending(self) -> str:
        """What is still being written, in words; empty if nothing is."""
        return self._writing.pending

    def ask(self) -> None:
        """Ask where to save the plan: a calendar or a checklist, by the ending."""
        self._ask(".ics", f"{CALENDARS};;{CHECKLISTS}")

    def ask_for_calendar(self) -> None:
        """Ask where to save the open actions for a calendar."""
        self._ask(".ics", CALENDARS)

    def ask_for_checklist(self) -> None:
        """Ask where to save the plan as a checklist."""
        self._ask(".md", CHECKLISTS)

    def write_to(self, ending: str, path: Path) -> bool:
        """Write the plan, with that ending where the name has none of its own. Says whether that has worked by now."""
        from ladder_app.report.plan_files import plan_file

        document = self._window.shown
        if document is None:
            return False
        if path.suffix.lower() not in (".ics", ".md"):
            path = path.with_name(path.name + ending)
        self._window.keep_what_is_typed()
        try:
            content = plan_file(document.assessment, document.readiness, document.today, path.suffix.lower())
        except LadderError as error:
            self._refuse(error)
            return False
        work, then = partial(_write, path, content), partial(self._tell, path)
        return self._writing.write(self._window.theme, f"Saving “{isolated(path.name)}”…", work, then, self._refuse)

    def _ask(self, ending: str, kinds: str) -> None:
        from ladder_app.gui.file_choices import choose_to_save, folder_of
        from ladder_app.storage.file_names import file_stem

        opened = self._window.opened
        if opened is not None:
            name = file_stem(f"{opened.document.assessment.person.name} – Plan")
            proposed = folder_of(opened.document) / f"{name}{ending}"
            choose_to_save(self._widget, "Export the plan", proposed, kinds, partial(self.write_to, ending))

    def _tell(self, path: Path, _done: object) -> None:
        self._writing.tell(self._window.theme, f"The plan is in “{isolated(path.name)}”.", str(path.parent))

    def _refuse(self, error: LadderError) -> None:
        self._window.show_trouble("The plan could not be written.", error.problems)


def _write(path: Path, content: bytes, disk: Disk) -> None:
    from ladder_app.storage.atomic import write_atomically

    write_atomically(path, content, private=True, disk=disk)
