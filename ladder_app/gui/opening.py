"""The ways into a document: a file, a PDF, the sample, a new assessment, what an earlier Ladder left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ladder_app.errors import LadderError, LockedFile
from ladder_app.gui.dates import today
from ladder_app.storage.assessments import load_assessment, sample_assessment
from ladder_app.storage.lock import DocumentLock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.errors import Problem
    from ladder_app.gui.leaving import Leaving
    from ladder_app.gui.opened import Opened
    from ladder_app.gui.theme import Theme
    from ladder_app.gui.welcome_page import NewAssessment
    from ladder_app.storage.life import Life
    from ladder_app.storage.lock import Holder
    from ladder_app.storage.recovery import Leftovers, Restorable
    from ladder_app.storage.settings import Settings

_ROLE_FILES = (".role.yaml", ".role.yml")


class OpeningWindow(Protocol):
    """What opening needs of the window."""

    @property
    def opened(self) -> Opened | None: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def life(self) -> Life: ...
    @property
    def settings(self) -> Settings: ...
    def show_document(
        self, assessment: Assessment, path: Path | None, read_only: str = "", origin: str = ""
    ) -> Opened: ...
    def show_welcome(self, role_file: Path | None = None) -> None: ...
    def show_trouble(self, headline: str, problems: Sequence[Problem | str]) -> None: ...
    def remember(self, path: Path) -> None: ...
    def change_settings(self, settings: Settings) -> None: ...


class Opening(QObject):
    """Brings a document into the window, once the one that is there can be left."""

    def __init__(self, window: OpeningWindow, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._leaving = leaving

    def open_path(self, path: Path) -> bool:
        """Open an assessment, take one out of a PDF, or start one from a role file.

        Says whether it is open now; if not, the reason or a question is on screen.
        """
        from ladder_app.gui.carried import is_pdf

        if path.name.endswith(_ROLE_FILES):
            return self._leaving.leave(partial(self._window.show_welcome, path))
        if is_pdf(path):
            return self._open_pdf(path)
        try:
            assessment = load_assessment(path)
        except LadderError as error:
            self._window.show_trouble(f"“{path.name}” cannot be opened.", error.problems)
            return False
        holder = DocumentLock(path, self._window.life).holder()
        if holder is None:
            return self._leaving.leave(partial(self._show_file, assessment, path))
        self._ask_about_holder(assessment, path, holder)
        return False

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

    def restore(self, found: Restorable) -> None:
        """Open a document as it was when an earlier Ladder ended; taking that state is an edit of its own."""
        self._leaving.leave(partial(self._restore, found))

    def _open_pdf(self, path: Path) -> bool:
        from ladder_app.gui.carried import carried_assessment

        try:
            assessment = carried_assessment(path)
        except LockedFile:
            from ladder_app.gui.passphrase_dialog import ask_for_passphrase

            ask_for_passphrase(self._widget, self._window.theme, path, partial(self._take_out, path))
            return False
        except LadderError as error:
            self._window.show_trouble(f"“{path.name}” cannot be opened.", error.problems)
            return False
        return self._take_out(path, assessment)

    def _take_out(self, path: Path, assessment: Assessment) -> bool:
        return self._leaving.leave(partial(self._show_taken_out, assessment, path))

    def _ask_about_holder(self, assessment: Assessment, path: Path, holder: Holder) -> None:
        from ladder_app.gui.already_open import ask_about_holder, holder_words

        look = partial(self._window.show_document, assessment, path, holder_words(holder))
        take = partial(self._show_file, assessment, path)
        leave = self._leaving.leave
        ask_about_holder(self._widget, path.name, holder, partial(leave, look), partial(leave, take))

    def _show_sample(self) -> None:
        from ladder_app.storage.identity import new_identity

        # What somebody makes of the sample is theirs, and known apart from what others make of it.
        self._window.show_document(sample_assessment().model_copy(update={"id": new_identity()}), None)

    def _show_file(self, assessment: Assessment, path: Path) -> None:
        self._window.show_document(assessment, path)
        self._window.remember(path)

    def _show_taken_out(self, assessment: Assessment, path: Path) -> None:
        """The PDF is only read: what is changed is kept elsewhere."""
        self._window.show_document(assessment, None, origin=path.name)
        self._window.remember(path)

    def _start(self, wanted: NewAssessment) -> None:
        from ladder_app.gui.new_file import start_assessment

        try:
            assessment, path = start_assessment(wanted, today())
        except LadderError as error:
            self._window.show_trouble("The assessment could not be started.", error.problems)
            return
        self._window.change_settings(self._window.settings.model_copy(update={"name": wanted.name}))
        self._show_file(assessment, path)

    def _restore(self, found: Restorable) -> None:
        path = found.path if found.path is not None and found.path.exists() else None
        try:
            before = found.assessment if path is None else load_assessment(path)
        except LadderError:
            path, before = None, found.assessment
        opened = self._window.show_document(before, path)
        opened.document.adopt(found.assessment, "restore unsaved edits")
        if path is None:
            opened.document.undo_stack.resetClean()
        if opened.saver.recovery.secure(found.assessment):
            found.discard()
        if path is not None:
            self._window.remember(path)
