"""What the File menu does with the open document's file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from ladder_app.errors import LadderError
from ladder_app.gui.saver import SaveState
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX, save_assessment
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.patience import answered
from ladder_app.storage.places import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.merging import Merged
    from ladder_app.errors import Problem
    from ladder_app.gui.document import Document
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.opening import Opening
    from ladder_app.gui.review_taking import ReviewTaking
    from ladder_app.gui.role_news import RoleNews
    from ladder_app.gui.saver import FoundOnDisk
    from ladder_app.gui.theme import Theme


CALENDARS = "Calendar (*.ics)"
CHECKLISTS = "Markdown checklist (*.md)"


class FileWindow(Protocol):
    """What the commands need of the window."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def shown(self) -> Document | None: ...
    @property
    def theme(self) -> Theme: ...
    def open_path(self, path: Path) -> object: ...
    @property
    def opening(self) -> Opening: ...
    def keep_what_is_typed(self) -> None: ...
    def remember(self, path: Path) -> None: ...
    @property
    def news(self) -> RoleNews: ...
    def show_what_is_open(self) -> None: ...
    def show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None: ...


class FileCommands(QObject):
    """Saves elsewhere, copies, renames, reverts, shows, and settles what another program changed."""

    def __init__(self, window: FileWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._review: ReviewTaking | None = None

    def browse(self) -> None:
        """Ask for a file and open it."""
        from ladder_app.gui.file_choices import READABLE, choose_to_open

        choose_to_open(self._widget, "Open", self._folder(), READABLE, self._window.open_path)

    def browse_as_reviewer(self) -> None:
        """Ask for an assessment, or a PDF that carries one, and open it for writing a review."""
        from ladder_app.gui.file_choices import REVIEWS, choose_to_open

        choose_to_open(self._widget, "Open as reviewer", self._folder(), REVIEWS, self._window.opening.open_to_review)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for another file, keep the assessment there from now on, and go on with `then`."""
        self._ask_where("Save as", partial(self._save_to, then))

    def save_copy(self) -> None:
        """Ask for another file and write a copy there; the document stays where it is."""
        self._ask_where("Save a copy", self.copy_to)

    def save_to(self, path: Path) -> bool:
        """Keep the assessment in this file from now on. Says whether that worked; if not, why is on screen."""
        opened = self._window.opened
        if opened is None:
            return False
        self._window.keep_what_is_typed()
        path = _with_ending(path)
        was_read_only = opened.document.read_only
        opened.document.forbid_edits("")
        if not opened.saver.save_to(path):
            self._window.show_trouble(f"“{path.name}” could not be written.", [opened.saver.words])
            opened.document.forbid_edits(was_read_only)
            return False
        opened.follow(path)
        self._window.remember(path)
        self._window.show_what_is_open()
        return True

    def copy_to(self, path: Path) -> bool:
        """Write a copy. Says whether that worked; if not, why is on screen."""
        opened = self._window.opened
        if opened is None:
            return False
        self._window.keep_what_is_typed()
        try:
            answered(partial(save_assessment, _with_ending(path), opened.document.assessment))
        except LadderError as error:
            self._window.show_trouble("The copy could not be written.", error.problems)
            return False
        return True

    def rename(self) -> None:
        """Ask for another name for the file."""
        from PySide6.QtWidgets import QInputDialog

        opened = self._window.opened
        if opened is None or opened.document.path is None:
            return
        dialog = QInputDialog(self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Rename")
        dialog.setLabelText("Name of the file")
        dialog.setTextValue(opened.document.path.name)
        dialog.setOkButtonText("Rename")
        dialog.textValueSelected.connect(self.rename_to)
        dialog.open()

    def rename_to(self, name: str) -> bool:
        """Give the file another name. Says whether that worked; if not, why is on screen."""
        opened = self._window.opened
        if opened is None or opened.document.path is None:
            return False
        self._window.keep_what_is_typed()
        name = name.strip()
        if not name.endswith((".yaml", ".yml")):
            name += ASSESSMENT_SUFFIX
        if not opened.saver.flush():
            self._window.show_trouble("The file cannot be renamed now.", [opened.saver.words])
            return False
        try:
            path, stamp = answered(partial(_renamed, opened.document.path, name))
        except LadderError as error:
            self._window.show_trouble("The file keeps its name.", error.problems)
            return False
        opened.saver.moved_to(path, stamp)
        opened.follow(path)
        self._window.remember(path)
        self._window.show_what_is_open()
        return True

    def revert(self) -> None:
        """Offer the kept versions."""
        from ladder_app.gui.versions_dialog import VersionsDialog
        from ladder_app.storage.versions import Versions

        opened = self._window.opened
        if opened is None:
            return
        self._window.keep_what_is_typed()
        opened.saver.flush()
        opened.wait_for_versions()
        now = opened.document.assessment
        dialog = VersionsDialog(self._window.theme, now, Versions(now.id).newest_first(), self._widget)
        dialog.chosen.connect(self._take_version)
        show_dialog(dialog)

    def take_review(self) -> None:
        """Ask for a filled form, or a copy with a review in it."""
        from ladder_app.gui.file_choices import REVIEWS, choose_to_open

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            choose_to_open(self._widget, "Take in a review", self._folder(), REVIEWS, self.take_review_from)

    def take_review_from(self, path: Path) -> None:
        """Show what the review in a file changes, and take it over once the person agrees."""
        from ladder_app.gui.review_taking import ReviewTaking

        shown = self._window.shown
        if shown is not None and shown.takes_entries:
            self._window.keep_what_is_typed()
            self._review = ReviewTaking(self._window, self._widget, path, shown)
            self._review.begin()

    def export_plan(self) -> None:
        """Ask where to save the plan: a calendar or a checklist, by the ending."""
        self._ask_for_plan(".ics", f"{CALENDARS};;{CHECKLISTS}")

    def export_calendar(self) -> None:
        """Ask where to save the open actions for a calendar."""
        self._ask_for_plan(".ics", CALENDARS)

    def export_checklist(self) -> None:
        """Ask where to save the plan as a checklist."""
        self._ask_for_plan(".md", CHECKLISTS)

    def export_plan_to(self, ending: str, path: Path) -> bool:
        """Write the plan. Says whether that worked; if not, why is on screen."""
        from ladder_app.report.plan_files import plan_file
        from ladder_app.storage.atomic import write_atomically

        document = self._window.shown
        if document is None:
            return False
        if path.suffix.lower() not in (".ics", ".md"):
            path = path.with_name(path.name + ending)
        self._window.keep_what_is_typed()
        try:
            content = plan_file(document.assessment, document.readiness, document.today, path.suffix.lower())
            answered(partial(write_atomically, path, content, private=True))
        except LadderError as error:
            self._window.show_trouble("The plan could not be written.", error.problems)
            return False
        return True

    def _ask_for_plan(self, ending: str, kinds: str) -> None:
        from ladder_app.gui.file_choices import choose_to_save
        from ladder_app.storage.file_names import file_stem

        opened = self._window.opened
        if opened is not None:
            name = file_stem(f"{opened.document.assessment.person.name} – Plan")
            proposed = self._folder() / f"{name}{ending}"
            choose_to_save(self._widget, "Export the plan", proposed, kinds, partial(self.export_plan_to, ending))

    def update_role(self) -> None:
        """Ask for a role file that is a later version of the document's role."""
        from ladder_app.gui.file_choices import ROLES, choose_to_open

        if self._window.opened is not None:
            choose_to_open(self._widget, "Update the role", self._folder(), ROLES, self._window.news.update_from)

    def show_in_folder(self) -> None:
        """Open the folder of the file in the desktop's file browser."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        opened = self._window.opened
        if opened is not None and opened.document.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(opened.document.path.parent)))

    def settle(self, found: FoundOnDisk, merged: Merged) -> None:
        """Ask about what was changed both here and elsewhere."""
        from ladder_app.gui.conflicts_dialog import ConflictsDialog

        opened = self._window.opened
        if opened is None or found.assessment is None:
            return
        sides = (opened.saver.saved, opened.document.assessment, found.assessment)
        dialog = ConflictsDialog(self._window.theme, found, sides, merged, self._widget)
        dialog.decided.connect(opened.reconciler.decide)
        show_dialog(dialog)

    def resolve_conflict(self) -> None:
        """What another program wrote was put off, or cannot be read: settle it now."""
        from ladder_app.gui.conflict import ask_about_conflict

        opened = self._window.opened
        if opened is None or opened.saver.state is not SaveState.CHANGED_ON_DISK:
            return
        if not opened.reconciler.look_again():
            ask_about_conflict(self._widget, opened.document, opened.saver, self._window.open_path)

    def _take_version(self, assessment: Assessment, name: str) -> None:
        opened = self._window.opened
        if opened is not None:
            opened.document.adopt(assessment, name)

    def _save_to(self, then: Callable[[], object] | None, path: Path) -> None:
        if self.save_to(path) and then is not None:
            then()

    def _ask_where(self, title: str, chosen: Callable[[Path], object]) -> None:
        from ladder_app.gui.file_choices import ASSESSMENTS, choose_to_save
        from ladder_app.gui.new_file import proposed_path

        opened = self._window.opened
        if opened is not None:
            document = opened.document
            proposed = document.path or proposed_path(document.assessment, self._folder())
            choose_to_save(self._widget, title, proposed, ASSESSMENTS, chosen)

    def _folder(self) -> Path:
        opened = self._window.opened
        path = opened.document.path if opened is not None else None
        return documents_folder() if path is None else path.parent


def _renamed(path: Path, name: str) -> tuple[Path, FileStamp]:
    from ladder_app.storage.renaming import rename_file

    renamed = rename_file(path, name)
    return renamed, file_stamp(renamed)


def _with_ending(path: Path) -> Path:
    return path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ASSESSMENT_SUFFIX)
