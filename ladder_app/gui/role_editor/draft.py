"""The role that is being edited: its value, its undo history, its file, and what is wrong with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ladder_app.domain.role_editing import is_same, new_name
from ladder_app.domain.role_tidying import tidied
from ladder_app.gui.background import Background
from ladder_app.importers.ids import slug
from ladder_app.storage.role_drafts import Remark, draft_remarks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.role import Role
    from ladder_app.domain.role_editing import Place

_MERGEABLE = 2
_CHECK_AFTER_MS = 250


class _Change(QUndoCommand):
    """One edit: the role and the selected place, before and after."""

    def __init__(self, draft: RoleDraft, name: str, after: tuple[Role, Place | None], merge_key: str) -> None:
        super().__init__(name)
        self._draft = draft
        self._before = (draft.role, draft.place)
        self._after = after
        self._merge_key = merge_key

    def redo(self) -> None:
        self._draft.put(*self._after)

    def undo(self) -> None:
        self._draft.put(*self._before)

    def id(self) -> int:
        return _MERGEABLE if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        return True


class RoleDraft(QObject):
    """A role in the making; it may be at fault at any moment, and says so a little after each edit.

    `place` is the level or criterion that is being looked at, None for the role itself.
    """

    changed = Signal()
    """The role, or where the person is in it, is another."""
    checked = Signal()
    """`remarks` are those of the role as it is."""

    def __init__(
        self, role: Role, path: Path | None = None, base: Role | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.role = role
        self.base = base
        """The role as people may have rated with it: as it was read or saved last; None for one from nothing."""
        self.place: Place | None = None
        self.assessed: Callable[[], Assessment | None] = _nobody
        """The assessment that is open in the main window."""
        self.path = path
        self.undo_stack = QUndoStack(self)
        self.remarks: tuple[Remark, ...] = ()
        self._visit = 0
        self._fresh: set[str] = set()
        if base is None:
            self._fresh |= {role.id, *(level.id for level in role.levels)}
        self._checked_role: Role | None = None
        self._checking: Background[tuple[Role, tuple[Remark, ...]]] = Background(self._show_checked, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CHECK_AFTER_MS)
        self._later.timeout.connect(self._check)
        self._later.start()

    @property
    def is_checked(self) -> bool:
        """Whether `remarks` are about the role as it is now."""
        return self._checked_role is self.role

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What keeps the role from being used."""
        return tuple(remark for remark in self.remarks if remark.is_fault)

    def change(self, name: str, role: Role, place: Place | None = None, *, merge_key: str = "") -> None:
        """Make this the role, as an edit of that name.

        Edits with the same `merge_key` in a row become one, until the person goes elsewhere.
        """
        if not is_same(role, self.role):
            key = f"{merge_key} {self._visit}" if merge_key else ""
            self.undo_stack.push(_Change(self, name, (role, place), key))

    def in_use(self) -> Assessment | None:
        """The open assessment, where it is about this role as it was before it was edited."""
        found = self.assessed() if self.base is not None else None
        return found if found is not None and self.base is not None and found.role.id == self.base.id else None

    def look_at(self, place: Place | None) -> None:
        """Go to a level or a criterion, or to the role itself."""
        if place != self.place:
            self.place = place
            self._visit += 1
            self.changed.emit()

    def put(self, role: Role, place: Place | None) -> None:
        """Called by edits: make this the role, and go there."""
        self.role, self.place = role, place
        self.changed.emit()
        self._later.start()

    def mark_fresh(self, name: str) -> None:
        """Something was added under this id: while it has never been saved, its id follows its words."""
        self._fresh.add(name)

    def name_for(self, old: str, text: str, taken: set[str]) -> str:
        """The id that something with this text should have: its own, unless it is fresh."""
        if old not in self._fresh or not text.strip():
            return old
        name = new_name(slug(text), tuple(taken - {old}))
        self._fresh.add(name)
        return name

    def tidy(self) -> None:
        """Leave out the spaces that slipped in at the ends of texts."""
        self.change("spaces at the ends", tidied(self.role, self.base), self.place)

    @property
    def is_saved(self) -> bool:
        """Whether the role is in its file as it is now."""
        return self.undo_stack.isClean() and self.path is not None

    def saved_to(self, path: Path, role: Role) -> None:
        """This state of the role is in this file now; from now on its ids stay."""
        self.path, self.base = path, role
        self._fresh -= {role.id, *role.areas, *(indicator.id for indicator in role.performance_indicators)}
        self._fresh -= {level.id for level in role.levels}
        self._fresh -= {criterion.id for _, _, criterion in role.criteria()}
        if role is self.role:
            self.undo_stack.setClean()
        else:  # it was edited while it was written
            self.undo_stack.resetClean()

    def _check(self) -> None:
        if self._checking.is_busy:
            return
        self._checking.start(partial(_checked, self.role, self.base))

    def _show_checked(self, found: tuple[Role, tuple[Remark, ...]]) -> None:
        self._checked_role, self.remarks = found
        if self._checked_role is self.role:
            self.checked.emit()
        else:
            self._later.start()


def _nobody() -> None:
    """No assessment is open."""


def _checked(role: Role, base: Role | None) -> tuple[Role, tuple[Remark, ...]]:
    return role, draft_remarks(tidied(role, base))
