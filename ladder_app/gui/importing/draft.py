"""An import in the making: the source as it was read, what the person decided, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ladder_app.importers.deciding import decided, with_decision
from ladder_app.importers.decisions import decision_on
from ladder_app.importers.ids import slug

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.importers.decisions import Decision, Says
    from ladder_app.importers.result import AccountLine, Imported

State = tuple["Imported", "tuple[Decision, ...]"]


class _Said(QUndoCommand):
    """One thing the person said, about one line or several."""

    def __init__(self, draft: ImportDraft, name: str, after: State) -> None:
        super().__init__(name)
        self._draft = draft
        self._before = (draft.found, draft.decisions)
        self._after = after

    def redo(self) -> None:
        self._draft.put(*self._after)

    def undo(self) -> None:
        self._draft.put(*self._before)


class ImportDraft(QObject):
    """What the source is understood as now. `earlier` is the role in use that it is a newer state of."""

    changed = Signal()

    def __init__(
        self,
        path: Path,
        imported: Imported,
        earlier: Role | None = None,
        decisions: Sequence[Decision] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.earlier = earlier
        self._source = imported
        result = decided(imported, decisions)
        self.found = result.imported
        self.decisions: tuple[Decision, ...] = tuple(d for d in decisions if d not in result.unused)
        self.undo_stack = QUndoStack(self)

    def put(self, found: Imported, decisions: tuple[Decision, ...]) -> None:
        """For the undo history alone."""
        self.found, self.decisions = found, decisions
        self.changed.emit()

    @property
    def name(self) -> str:
        """What the source is known by for the next time: the id of its role before anything is decided."""
        return slug(self._source.name) if self._source.role is None else self._source.role.id

    def compare_with(self, earlier: Role) -> None:
        """The source is a newer state of this role."""
        self.earlier = earlier
        self.changed.emit()

    def start_over(self) -> None:
        """Undecide everything, as one edit."""
        if self.decisions:
            self.undo_stack.push(_Said(self, "start over", (self._source, ())))

    def say(self, name: str, says: Says, lines: Sequence[AccountLine], value: str = "") -> int:
        """Say this about these lines, as one edit; gives for how many it fitted."""
        return self.say_all(name, [decision_on(line, says, value) for line in lines])

    def say_all(self, name: str, wanted: Sequence[Decision]) -> int:
        """Say these things, as one edit; gives how many of them fitted."""
        found, made = self.found, list(self.decisions)
        for decision in wanted:
            after = with_decision(found, decision)
            if after is not None:
                found = after
                made.append(decision)
        count = len(made) - len(self.decisions)
        if count:
            self.undo_stack.push(_Said(self, name, (found, tuple(made))))
        return count
