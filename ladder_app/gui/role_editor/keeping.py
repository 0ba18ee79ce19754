"""Bringing an edited role into its file, where that is safe; where something would be lost, asking first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.errand import Errand
from ladder_app.gui.questions import ask
from ladder_app.gui.role_editor.remarks_list import where
from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk, Written, write_role
from ladder_app.markup import isolated, isolated_quotations
from ladder_app.storage.places import documents_folder
from ladder_app.storage.role_drafts import draft_remarks
from ladder_app.storage.roles import ROLE_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.role_editor.draft import RoleDraft
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.file_stamp import FileStamp

_MOST_COMMENTS, _MOST_LETTERS = 6, 80
_MOST_TOLD = 5


class RoleFileKeeper(QObject):
    """Saves a draft that has no faults. `then` is what to go on with once it is saved."""

    saved = Signal()
    fault_shown = Signal(object)
    """The person wants to see this `Remark`, because of which the role was not saved."""

    def __init__(self, draft: RoleDraft, found: RoleOnDisk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._widget = parent
        self._theme = theme
        self._stamp = found.stamp
        self._text = found.text
        self._errand = Errand(parent)

    @property
    def pending(self) -> str:
        """What is still being written, in words; empty if nothing is."""
        return self._errand.pending

    def dress(self, theme: Theme) -> None:
        """Say things in this look."""
        self._theme = theme

    def save(self, then: Callable[[], object] = tuple) -> None:
        """Write the role to its file; where that needs a word first, ask."""
        path = self._draft.path
        if not self._is_without_faults():
            return
        if path is None:
            self.save_as(then)
        else:
            self._write(path, then, self._stamp)

    def save_as(self, then: Callable[[], object] = tuple) -> None:
        """Ask for a file, and write the role there."""
        from ladder_app.gui.file_choices import ROLES, choose_to_save

        if self._is_without_faults():
            proposed = self._draft.path or documents_folder() / f"{self._draft.role.id}{ROLE_SUFFIX}"
            choose_to_save(self._widget, "Save the role as", proposed, ROLES, partial(self._save_to_chosen, then))

    def save_to(self, path: Path, then: Callable[[], object] = tuple) -> bool:
        """Write the role to this file. Says whether that has worked by now; if not, why is on screen, or will be."""
        return self._write(path, then, None)

    def stop(self) -> None:
        """Want nothing of what is still being written."""
        self._errand.stop()

    def _write(self, path: Path, then: Callable[[], object], expected: FileStamp | None) -> bool:
        role = self._draft.role
        work, done = partial(write_role, path, role, self._text, expected), partial(self._on_written, path, role, then)
        refused = partial(self._on_refused, path, then)
        self._errand.write(self._theme, f"Saving “{isolated(path.name)}”…", work, done, refused)
        return self._draft.is_saved

    def _on_written(self, path: Path, role: Role, then: Callable[[], object], written: Written) -> None:
        if written.stamp is None:
            self._ask_about(path, written, then)
            return
        self._stamp, self._text = written.stamp, written.text
        self._draft.saved_to(path, role)
        if self._errand.took_long:
            self._errand.tell(self._theme, f"Saved as “{isolated(path.name)}”.", str(path.parent))
        self.saved.emit()
        then()

    def _on_refused(self, path: Path, then: Callable[[], object], error: LadderError) -> None:
        reason = "\n".join(isolated_quotations(problem.message) for problem in error.problems)
        elsewhere = ("Save as…", partial(self.save_as, then))
        ask(self._widget, f"“{isolated(path.name)}” could not be written.", reason, elsewhere)

    def _ask_about(self, path: Path, written: Written, then: Callable[[], object]) -> None:
        elsewhere, here = partial(self.save_as, then), partial(self.save_to, path, then)
        name = f"“{isolated(path.name)}”"
        if written.lost:
            reason = "\n".join(("With what was removed these are gone from the file:", *_some(written.lost)))
            answers = (("Save without them", here), ("Save as…", elsewhere))
            ask(self._widget, f"{name} has comments that would be lost.", reason, *answers)
            return
        reason = (
            "Another program wrote it since it was opened here. Saved under another name, both are there; replaced, "
            "what that program wrote is gone."
        )
        ask(self._widget, f"{name} has changed on disk.", reason, ("Save as…", elsewhere), ("Replace it", here))

    def _save_to_chosen(self, then: Callable[[], object], path: Path) -> None:
        self.save_to(path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ROLE_SUFFIX), then)

    def _is_without_faults(self) -> bool:
        self._draft.tidy()
        role = self._draft.role
        faults = [remark for remark in draft_remarks(role) if remark.is_fault]
        if faults:
            told = [f"{where(role, fault)}{isolated_quotations(fault.message)}" for fault in faults[:_MOST_TOLD]]
            if len(faults) > _MOST_TOLD:
                told.append(f"… and {len(faults) - _MOST_TOLD} more")
            show = ("Show me", partial(self.fault_shown.emit, faults[0]))
            ask(self._widget, "The role is not saved: this is to be mended first.", "\n\n".join(told), show)
        return not faults


def _some(comments: tuple[str, ...]) -> list[str]:
    """The first of them, each on a line of its own; how many more there are."""
    shown = [
        isolated(comment if len(comment) <= _MOST_LETTERS else f"{comment[:_MOST_LETTERS]}…") for comment in comments
    ]
    more = len(shown) - _MOST_COMMENTS
    return shown if more <= 0 else [*shown[:_MOST_COMMENTS], f"… and {more} more"]
