"""Bringing an edited role into its file, where that is safe; where something would be lost, asking first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError, NoAnswer
from ladder_app.gui.questions import ask
from ladder_app.gui.trouble import show_trouble
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.patience import answered
from ladder_app.storage.places import documents_folder
from ladder_app.storage.reading import read_text
from ladder_app.storage.role_drafts import draft_remarks
from ladder_app.storage.roles import ROLE_SUFFIX, save_role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.role_editor.draft import RoleDraft


class RoleFileKeeper(QObject):
    """Saves a draft that has no faults. `then` is what to go on with once it is saved."""

    saved = Signal()

    def __init__(self, draft: RoleDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._widget = parent
        path = draft.path
        self._stamp = FileStamp() if path is None else _stamp_of(path)
        self._loses_comments = path is not None and _has_comments(path)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Write the role to its file; where that needs a word first, ask."""
        path = self._draft.path
        if not self._is_without_faults():
            return
        if path is None:
            self.save_as(then)
        elif self._loses_comments:
            reason = "What is written behind “#” in this file is not part of the role and would be gone."
            self._ask(path, "The comments in this file will be lost.", reason, then)
        elif _stamp_of(path) != self._stamp:
            reason = "What it says now would be replaced by the role as it is here."
            self._ask(path, f"Another program has changed “{path.name}”.", reason, then)
        else:
            self.save_to(path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a file, and write the role there."""
        from ladder_app.gui.file_choices import ROLES, choose_to_save

        if self._is_without_faults():
            proposed = self._draft.path or documents_folder() / f"{self._draft.role.id}{ROLE_SUFFIX}"
            choose_to_save(self._widget, "Save the role as", proposed, ROLES, partial(self._save_to_chosen, then))

    def save_to(self, path: Path, then: Callable[[], object] | None = None) -> bool:
        """Write the role to this file. Says whether that worked; if not, why is on screen."""
        try:
            answered(partial(save_role, path, self._draft.role))
        except LadderError as error:
            show_trouble(self._widget, f"“{path.name}” could not be written.", error.problems)
            return False
        self._stamp = _stamp_of(path)
        self._loses_comments = False
        self._draft.saved_to(path)
        self.saved.emit()
        if then is not None:
            then()
        return True

    def _ask(self, path: Path, headline: str, reason: str, then: Callable[[], object] | None) -> None:
        answers = (("Save", partial(self.save_to, path, then)), ("Save as…", partial(self.save_as, then)))
        ask(self._widget, headline, reason, *answers)

    def _save_to_chosen(self, then: Callable[[], object] | None, path: Path) -> None:
        self.save_to(path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ROLE_SUFFIX), then)

    def _is_without_faults(self) -> bool:
        faults = [remark.message for remark in draft_remarks(self._draft.role) if remark.is_fault]
        if faults:
            show_trouble(self._widget, "The role is not saved: mend what is wrong with it first.", faults)
        return not faults


def _stamp_of(path: Path) -> FileStamp:
    try:
        return answered(partial(file_stamp, path))
    except NoAnswer:
        return FileStamp()


def _has_comments(path: Path) -> bool:
    try:
        return any(line.lstrip().startswith("#") for line in answered(partial(read_text, path)).splitlines())
    except LadderError:
        return False
