"""What the File menu does with the open document's file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.gui.catching_up import CatchingUp
from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.gui.file_work import Written, copied, named_for, saved_as, with_ending
from ladder_app.gui.folder_shown import FolderShown
from ladder_app.gui.plan_export import PlanExport
from ladder_app.gui.renaming import Renaming
from ladder_app.gui.reverting import Reverting
from ladder_app.gui.settling import Settling
from ladder_app.markup import isolated
from ladder_app.report.sharing import shared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.errors import LadderError
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.opening import Opening
    from ladder_app.gui.review_taking import ReviewTaking
    from ladder_app.gui.role_news import RoleNews


class FileWindow(DocumentWindow, Protocol):
    """What the commands need of the window."""

    def open_path(self, path: Path) -> object: ...
    @property
    def opening(self) -> Opening: ...
    def remember(self, path: Path) -> None: ...
    @property
    def news(self) -> RoleNews: ...
    def show_what_is_open(self) -> None: ...


class FileCommands(QObject):
    """Saves elsewhere, copies, renames, shows the file, and takes in others: all of it beside the window."""

    def __init__(self, window: FileWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._keeping = Errand(parent)
        self._copying = Errand(parent)
        self._catching_up = CatchingUp(parent)
        self._folder_shown = FolderShown(parent)
        self.renaming = Renaming(window, self._keeping, self._catching_up, parent)
        self.renaming.renamed.connect(self._follow)
        self._review: ReviewTaking | None = None
        self.plan = PlanExport(window, parent)
        self.reverting = Reverting(window, parent)
        self.settling = Settling(window, parent)

    @property
    def pending(self) -> str:
        """What of it is still under way and would end with the window, in words; empty if nothing is."""
        return self._keeping.pending or self._copying.pending or self.plan.pending

    def forget(self) -> None:
        """Another document is shown: want nothing of the one before but the copies that were asked for."""
        self._keeping.stop()
        self._catching_up.stop()
        self.reverting.stop()
        self.settling.stop()
        if self._review is not None:
            self._review.stop()

    def browse(self) -> None:
        """Ask for a file and open it."""
        from ladder_app.gui.file_choices import READABLE, choose_to_open

        choose_to_open(self._widget, "Open", self._folder(), READABLE, self._window.open_path)

    def browse_as_reviewer(self) -> None:
        """Ask for an assessment, or a PDF that carries one, and open it for writing a review."""
        from ladder_app.gui.file_choices import REVIEWS, choose_to_open

        choose_to_open(self._widget, "Open as reviewer", self._folder(), REVIEWS, self._window.opening.open_to_review)

    # Another file

    def save_as(self, then: Callable[[], object] = tuple) -> None:
        """Ask for another file, keep the assessment there from now on, and go on with `then`."""
        title = "Save as" if self._is_own else "Save as, without private notes"
        self._ask_where(title, partial(self._save_to_chosen, then))

    def save_copy(self) -> None:
        """Ask for another file and write all of it there; the document stays where it is."""
        title = "Save a copy, with your private notes" if self._is_own else "Save a copy, without private notes"
        self._ask_where(title, self.copy_to)

    def save_copy_for_review(self) -> None:
        """As `save_copy`, for somebody else: nothing private goes along."""
        self._ask_where("Save a copy for review, without your private notes", self.copy_for_review_to, "for review")

    def save_to(self, path: Path, then: Callable[[], object] = tuple) -> bool:
        """Keep the assessment in this file from now on, and go on with `then`.

        Says whether that has worked by now; if not, why is on screen, or will be once its disk answers.
        """
        opened = self._window.opened
        if opened is None:
            return False
        self._window.keep_what_is_typed()
        path = with_ending(path)
        document, theme = opened.document, self._window.theme
        if path == document.path and not document.read_only:
            # What writes there anyway writes it: two would get in each other's way.
            opened.saver.overwrite()
            return self._catching_up.run(theme, opened.saver, path.name, then, partial(self._tell_fault, opened, path))
        work = partial(saved_as, path, document.assessment, document.path, is_own=self._is_own)
        then = partial(self._on_saved, opened, path, then)
        return self._keeping.write(
            theme, f"Saving “{isolated(path.name)}”…", work, then, partial(self._on_not_saved, path)
        )

    def copy_to(self, path: Path) -> bool:
        """Write a copy; a reviewer's has nothing private in it, as theirs is not to read.

        Says whether that has worked by now; if not, why is on screen, or will be.
        """
        return self._copy_to(path, for_others=not self._is_own)

    def copy_for_review_to(self, path: Path) -> bool:
        """As `copy_to`, without what is private."""
        return self._copy_to(path, for_others=True)

    @property
    def _is_own(self) -> bool:
        opened = self._window.opened
        return opened is None or opened.document.voice.is_own

    def _copy_to(self, path: Path, *, for_others: bool) -> bool:
        opened = self._window.opened
        if opened is None:
            return False
        self._window.keep_what_is_typed()
        path = with_ending(path)
        assessment = opened.document.assessment
        work = partial(copied, path, shared(assessment) if for_others else assessment, opened.document.path)
        then = partial(self._on_copied, path, "Without private notes" if for_others else "With your private notes")
        return self._copying.write(
            self._window.theme, f"Saving a copy as “{isolated(path.name)}”…", work, then, self._on_not_copied
        )

    def _on_saved(self, opened: Opened, path: Path, then: Callable[[], object], written: Written) -> None:
        opened.document.forbid_edits("")
        if not self._is_own:
            # What was left out of the file is not to come into it with the next edit, or by undo.
            taken = shared(opened.document.assessment)
            opened.document.follow(written.assessment if taken == written.assessment else taken)
        opened.saver.go_on_in(path, written)
        self._follow(opened, path)
        if self._keeping.took_long:
            self._keeping.tell(self._window.theme, f"Saved as “{isolated(path.name)}”.", str(path.parent))
        then()

    def _on_not_saved(self, path: Path, error: LadderError) -> None:
        self._window.show_trouble(f"“{isolated(path.name)}” could not be written.", error.problems)

    def _tell_fault(self, opened: Opened, path: Path) -> None:
        self._window.show_trouble(f"“{isolated(path.name)}” could not be written.", [opened.saver.words])

    def _on_copied(self, path: Path, words: str, _done: object) -> None:
        self._copying.tell(self._window.theme, f"A copy is in “{isolated(path.name)}”.", f"{words}, in {path.parent}")

    def _on_not_copied(self, error: LadderError) -> None:
        self._window.show_trouble("The copy could not be written.", error.problems)

    def edit_again(self) -> None:
        """The file is free again: go on writing it."""
        if self._window.opened is not None:
            self._window.opened.edit_again()

    # What others wrote

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
            if self._review is not None:
                self._review.stop()
            self._review = ReviewTaking(self._window, self._widget, path, shown)
            self._review.begin()

    def update_role(self) -> None:
        """Ask for a role file that is a later version of the document's role."""
        from ladder_app.gui.file_choices import ROLES, choose_to_open

        if self._window.opened is not None:
            choose_to_open(self._widget, "Update the role", self._folder(), ROLES, self._window.news.update_from)

    def show_in_folder(self) -> None:
        """Open the folder of the file in the desktop's file browser."""
        opened = self._window.opened
        if opened is not None and opened.document.path is not None:
            self._folder_shown.show(self._window.theme, opened.document.path.parent)

    def _save_to_chosen(self, then: Callable[[], object], path: Path) -> None:
        self.save_to(path, then)

    def _follow(self, opened: Opened, path: Path) -> None:
        opened.follow(path)
        self._window.remember(path)
        self._window.show_what_is_open()

    def _ask_where(self, title: str, chosen: Callable[[Path], object], purpose: str = "") -> None:
        from ladder_app.gui.file_choices import ASSESSMENTS, choose_to_save, that_answers
        from ladder_app.gui.new_file import proposed_path

        opened = self._window.opened
        if opened is not None:
            document = opened.document
            proposed = document.path or proposed_path(document.assessment, that_answers(self._folder()))
            choose_to_save(self._widget, title, named_for(purpose, proposed), ASSESSMENTS, chosen)

    def _folder(self) -> Path:
        from ladder_app.gui.file_choices import folder_of

        opened = self._window.opened
        return folder_of(None if opened is None else opened.document)
