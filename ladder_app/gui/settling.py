"""Settling what was changed both here and by another program: criterion by criterion, or one for the other."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ladder_app.errors import LadderError, Problem, UnreadableFile
from ladder_app.gui.document_window import DocumentWindow
from ladder_app.gui.errand import Errand
from ladder_app.gui.file_work import look_at
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.waiting import Waiting
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.markup import isolated
from ladder_app.storage.file_stamp import FileStamp

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.merging import Merged
    from ladder_app.gui.basis import Clash
    from ladder_app.gui.file_work import FoundOnDisk, Outcome
    from ladder_app.gui.opened import Opened
    from ladder_app.storage.disk import Disk


class SettlingWindow(DocumentWindow, Protocol):
    """What settling needs of the window."""

    def open_path(self, path: Path) -> object: ...


class Settling(QObject):
    """Asks the person how to go on; both versions survive, whatever they choose."""

    def __init__(self, window: SettlingWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._errand = Errand(parent)
        self._news = Waiting(parent)

    def say(self, words: str, more: str) -> None:
        """Say for a while what was taken over, and where the versions are."""
        self._news.tell(self._window.theme, words, more)

    def ask(self, found: FoundOnDisk, merged: Merged) -> None:
        """Ask about what was changed both here and elsewhere."""
        from ladder_app.gui.conflicts_dialog import ConflictsDialog

        opened = self._window.opened
        if opened is None or found.assessment is None:
            return
        mine, over = opened.document.assessment, _front(self._widget)
        are_kept = opened.reconciler.are_kept
        dialog = ConflictsDialog(self._window.theme, mine, merged, over, later="Decide later", are_kept=are_kept)
        dialog.decided.connect(partial(opened.reconciler.decide, found, merged))
        show_dialog(dialog)

    def ask_about_form(self, clash: Clash) -> None:
        """Ask about what is written in a form and was changed elsewhere; both versions are kept first."""
        from ladder_app.gui.conflicts_dialog import ConflictsDialog

        opened = self._window.opened
        if opened is None:
            return
        _, mine, now = clash.sides
        opened.reconciler.keep_both(mine, now)
        are_kept, over = opened.reconciler.are_kept, clash.form.window()
        dialog = ConflictsDialog(
            self._window.theme, mine, clash.merged, over, later="Back to the form", are_kept=are_kept
        )
        dialog.decided.connect(clash.decide)
        dialog.rejected.connect(clash.leave)
        show_dialog(dialog)

    def resolve(self) -> None:
        """What another program wrote was put off, or cannot be read: settle it now."""
        opened = self._window.opened
        if opened is None or opened.document.path is None or opened.saver.state is not SaveState.CHANGED_ON_DISK:
            return
        path = opened.document.path
        look, refused = partial(look_at, path, FileStamp()), partial(self._refuse, "The file cannot be looked at.")
        self._errand.read(
            self._window.theme, f"Opening “{isolated(path.name)}”…", look, partial(self._meet, opened), refused
        )

    def stop(self) -> None:
        """Another document is shown: want nothing of the one before."""
        self._errand.stop()
        self._news.forget()

    def _meet(self, opened: Opened, outcome: Outcome) -> None:
        from ladder_app.gui.questions import ask

        path = opened.document.path
        if path is None or opened.saver.state is not SaveState.CHANGED_ON_DISK:
            return
        if outcome.found is not None and opened.reconciler.meet(outcome.found):
            return
        ask(
            self._widget,
            f"Another program changed “{isolated(path.name)}” while you were working on it.",
            "Go on with one of the two; the other is kept in a file beside it.",
            ("Go on with mine", partial(self._go_on_with_mine, opened, path)),
            ("Go on with the other", partial(self._go_on_with_theirs, opened, path)),
        )

    def _go_on_with_mine(self, opened: Opened, path: Path) -> None:
        refused = partial(self._refuse, "The other version could not be kept, so nothing was written.")
        then = partial(_overwrite, opened)
        self._errand.write(self._window.theme, _keeping(path), partial(_keep_other, path), then, refused)

    def _go_on_with_theirs(self, opened: Opened, path: Path) -> None:
        mine = opened.document.assessment
        refused = partial(self._refuse, "Your version could not be kept, so nothing was changed.")
        then = partial(self._reopen, opened, path, mine)
        self._errand.write(self._window.theme, _keeping(path), partial(_keep_mine, path, mine), then, refused)

    def _reopen(self, opened: Opened, path: Path, kept: Assessment, _done: object) -> None:
        self._window.keep_what_is_typed()
        if opened.document.assessment is not kept:
            # What was edited while that was written is to be kept, too.
            self._go_on_with_theirs(opened, path)
            return
        opened.saver.give_up()
        self._window.open_path(path)

    def _refuse(self, headline: str, error: LadderError) -> None:
        self._window.show_trouble(headline, error.problems)


def _front(widget: QWidget) -> QWidget:
    """The dialog that is open over a window, or the window: what is asked stands in front of it."""
    modal = QApplication.activeModalWidget()
    return modal if modal is not None and widget.isAncestorOf(modal) else widget


def _overwrite(opened: Opened, _done: object) -> None:
    opened.saver.overwrite()


def _keeping(path: Path) -> str:
    return f"Keeping both versions of “{isolated(path.name)}”…"


def _beside(path: Path, whose: str) -> Path:
    from ladder_app.storage.assessments import ASSESSMENT_SUFFIX
    from ladder_app.storage.file_names import free_path

    stem = path.name.removesuffix(".yaml").removesuffix(".assessment")
    when = datetime.now().strftime("%Y-%m-%d %H.%M")
    return free_path(path.parent, f"{stem} ({whose}, {when})", ASSESSMENT_SUFFIX)


def _keep_other(path: Path, disk: Disk) -> None:
    from ladder_app.storage.atomic import write_atomically

    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Problem(error.strerror or str(error), str(path))) from error
    write_atomically(_beside(path, "from disk"), content, private=True, disk=disk)


def _keep_mine(path: Path, assessment: Assessment, disk: Disk) -> None:
    from ladder_app.storage.assessments import save_assessment

    save_assessment(_beside(path, "mine"), assessment, disk)
