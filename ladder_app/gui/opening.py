"""The ways into a document: a file, a PDF, the sample, a new assessment, what an earlier Ladder left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from ladder_app.errors import LadderError, LockedFile
from ladder_app.gui.at_once import at_once
from ladder_app.gui.background import Background
from ladder_app.gui.dates import today
from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.gui.found import Found, FoundFile, FoundPdf, FoundRole, look_into, look_into_assessment
from ladder_app.gui.kept_opening import KeptOpening
from ladder_app.markup import isolated
from ladder_app.storage.assessments import sample_assessment
from ladder_app.storage.lock import Holder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.gui.leaving import Leaving
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.reviewing import Reviewing
    from ladder_app.gui.welcome_page import NewAssessment
    from ladder_app.storage.file_stamp import FileStamp
    from ladder_app.storage.life import Life
    from ladder_app.storage.recovery import Leftovers, Restorable

R = TypeVar("R")


class OpeningWindow(DocumentWindow, Protocol):
    """What opening needs of the window."""

    @property
    def life(self) -> Life: ...
    @property
    def reviewing(self) -> Reviewing: ...
    def centralWidget(self) -> QWidget | None: ...
    def show_document(
        self,
        assessment: Assessment,
        path: Path | None,
        *,
        read_only: str = "",
        origin: str = "",
        stamp: FileStamp | None = None,
        reviewer: str = "",
    ) -> Opened: ...
    def show_welcome(self, role_file: Path | None = None, role: Role | None = None) -> None: ...
    def remember(self, path: Path) -> None: ...


class Opening(QObject):
    """Brings a document into the window, once the one that is there can be left."""

    def __init__(self, window: OpeningWindow, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._leaving = leaving
        self._reading = Errand(parent)
        self._making = Errand(parent)
        self.kept = KeptOpening(window, leaving, parent)
        self._opened_now = False
        self._looking: Background[Leftovers] = Background(self.offer_leftovers, self)

    @property
    def reading(self) -> Errand:
        """What is being read, if something is."""
        return self._reading

    def stop(self) -> None:
        """Want nothing any more of what is being read or made."""
        self._reading.stop()
        self._making.stop()
        self.kept.stop()

    def open_path(self, path: Path) -> bool:
        """Open an assessment, take one out of a PDF, or start one from a role file.

        Says whether it is open now. If not, the reason or a question is on screen, or will be once its disk answers.
        """
        self._opened_now = False
        self._look_into(path, self._on_found, self._take_out)
        return self._opened_now

    def open_to_review(self, path: Path) -> None:
        """Open an assessment, or the one in a PDF, for somebody to write their review of it."""
        self._look_into(path, self._on_found_to_review, self._review_taken_out)

    def _look_into(
        self, path: Path, then: Callable[[Found], object], unlocked: Callable[[Path, Assessment], object]
    ) -> None:
        work = partial(look_into, path, self._window.life)
        self._read(f"Opening “{isolated(path.name)}”…", work, then, partial(self._on_refused, path, unlocked))

    def open_sample(self) -> None:
        """Open the sample; it is kept in a file only when the person says so."""
        self._leaving.leave(self._show_sample)

    def start(self, wanted: NewAssessment) -> None:
        """Make a new assessment in a file of its own, and open it."""
        self._leaving.leave(partial(self._start, wanted))

    def offer_leftovers(self, left: Leftovers) -> None:
        """Offer what earlier Ladders did not bring into their files."""
        from ladder_app.gui.restoring import RestoreDialog
        from ladder_app.gui.window_dialogs import show_dialog

        if left.restorable or left.unreadable:
            dialog = RestoreDialog(self._window.theme, left, self._widget)
            dialog.restore_wanted.connect(self.restore)
            show_dialog(dialog)

    def look_for_leftovers(self) -> None:
        """Look for what earlier Ladders did not bring into their files, and offer it."""
        from ladder_app.storage.recovery import leftovers

        self._looking.start(leftovers)

    def restore(self, found: Restorable) -> None:
        """Open a document as it was when an earlier Ladder ended; taking that state is an edit of its own."""
        self._leaving.leave(partial(self._restore, found))

    def _read(
        self,
        words: str,
        work: Callable[[], R],
        then: Callable[[R], object],
        refused: Callable[[LadderError], object],
    ) -> None:
        self._reading.read(self._window.theme, words, work, then, refused, self._show_something)

    def _show_something(self) -> None:
        """Nothing came of what was to be opened: where that is all there was, the welcome page is shown."""
        if self._window.centralWidget() is None:
            self._window.show_welcome()

    def _on_found(self, found: Found) -> None:
        match found:
            case FoundRole(path, role):
                self._leave_for(partial(self._window.show_welcome, path, role))
            case FoundPdf(path, assessment):
                self._take_out(path, assessment)
            case FoundFile(holder=None):
                self._leave_for(partial(self._show_file, found))
            case FoundFile(holder=Holder() as holder):
                self._ask_about_holder(found, holder)
                self._show_something()

    def _leave_for(self, then: Callable[[], object]) -> None:
        self._opened_now = self._leaving.leave(then)

    def _on_found_to_review(self, found: Found) -> None:
        reviewing = self._window.reviewing
        match found:
            case FoundRole(path, _):
                self._window.show_trouble(
                    f"“{isolated(path.name)}” is a role.", ["A review is of somebody’s assessment."]
                )
            case FoundPdf(path, assessment):
                self._review_taken_out(path, assessment)
            case FoundFile(holder=None):
                reviewing.with_name(found.assessment, partial(self._review_file, found))
            case FoundFile(holder=Holder() as holder):
                self._ask_about_holder(found, holder, to_review=True)
        self._show_something()

    def _review_taken_out(self, path: Path, assessment: Assessment) -> None:
        self._window.reviewing.with_name(assessment, partial(self._leave_to_review, path, assessment))

    def _leave_to_review(self, path: Path, assessment: Assessment, reviewer: str) -> None:
        self._leave_for(partial(self._show_taken_out, assessment, path, reviewer))

    def _review_file(self, found: FoundFile, reviewer: str) -> None:
        self._leave_for(partial(self._show_file, found, reviewer))

    def _on_refused(self, path: Path, unlocked: Callable[[Path, Assessment], object], error: LadderError) -> None:
        if isinstance(error, LockedFile):
            from ladder_app.gui.passphrase_dialog import ask_for_passphrase

            ask_for_passphrase(self._widget, self._window.theme, path, partial(unlocked, path))
        else:
            self._window.show_trouble(f"“{isolated(path.name)}” cannot be opened.", error.problems)
        self._show_something()

    def _take_out(self, path: Path, assessment: Assessment) -> None:
        self._leave_for(partial(self._show_taken_out, assessment, path))

    def _ask_about_holder(self, found: FoundFile, holder: Holder, *, to_review: bool = False) -> None:
        from ladder_app.gui.already_open import ask_about_holder, holder_words

        look = partial(
            self._window.show_document,
            found.assessment,
            found.path,
            read_only=holder_words(holder),
            stamp=found.stamp,
        )
        leave = self._leaving.leave
        take: Callable[[], object] = partial(leave, partial(self._show_file, found))
        if to_review:
            take = partial(self._window.reviewing.with_name, found.assessment, partial(self._review_file, found))
        ask_about_holder(self._widget, found.path.name, holder, partial(leave, look), take)

    def _show_sample(self) -> None:
        from ladder_app.storage.identity import new_identity

        # What somebody makes of the sample is theirs, and known apart from what others make of it.
        self._window.show_document(sample_assessment().model_copy(update={"id": new_identity()}), None)

    def _show_file(self, found: FoundFile, reviewer: str = "") -> None:
        self._window.show_document(found.assessment, found.path, stamp=found.stamp, reviewer=reviewer)
        self._window.remember(found.path)

    def _show_taken_out(self, assessment: Assessment, path: Path, reviewer: str = "") -> None:
        """The PDF is only read: what is changed is kept elsewhere."""
        self._window.show_document(assessment, None, origin=path.name, reviewer=reviewer)
        self._window.remember(path)

    def _start(self, wanted: NewAssessment) -> None:
        from ladder_app.gui.new_file import started

        work, then = partial(started, wanted, today()), partial(self._show_started, wanted.name)
        self._making.write(self._window.theme, "Making the file…", work, then, self._on_not_started)

    def _show_started(self, name: str, found: FoundFile) -> None:
        self._window.change_settings(self._window.settings.model_copy(update={"name": name}))
        self._leave_for(partial(self._show_file, found))

    def _on_not_started(self, error: LadderError) -> None:
        self._window.show_trouble("The assessment could not be started.", error.problems)

    def _restore(self, found: Restorable) -> None:
        if found.path is None:
            self._show_restored(found, None)
            return
        work = partial(look_into_assessment, found.path, self._window.life)
        without = partial(self._show_restored, found, None)
        then = partial(self._show_read, found)
        words = f"Opening “{isolated(found.path.name)}”…"
        self._reading.read(self._window.theme, words, work, then, partial(_without_reason, without), without)

    def _show_read(self, found: Restorable, file: FoundFile) -> None:
        show = partial(self._show_restored, found, file)
        if self._reading.took_long:
            # What was left for it may have been gone on with meanwhile.
            self._leave_for(show)
        else:
            show()

    def _show_restored(self, found: Restorable, file: FoundFile | None) -> None:
        """Show the state that was left, as an edit of its file; where that cannot be read, in no file."""
        if file is None:
            opened = self._window.show_document(found.assessment, None, origin=found.origin)
            opened.document.undo_stack.resetClean()
        else:
            opened = self._window.show_document(file.assessment, file.path, stamp=file.stamp)
            opened.document.adopt(found.assessment, "restore unsaved edits")
        opened.saver.recovery.secure(found.assessment, partial(_let_go, found))
        if file is not None:
            self._window.remember(file.path)


def _let_go(found: Restorable, is_kept: bool) -> None:
    if is_kept:
        at_once(found.discard, None)


def _without_reason(step: Callable[[], object], _error: LadderError) -> None:
    step()
