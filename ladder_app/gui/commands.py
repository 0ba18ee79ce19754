"""Edits on the undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.document import Document

_MERGEABLE = 1


class Edit(QUndoCommand):
    """One edit: the assessment before and after, which share all that did not change.

    `touched` are the criteria it is about; None where it is about the whole document. Edits that
    follow each other with the same `merge_key` become one.
    """

    def __init__(
        self,
        name: str,
        document: Document,
        before: Assessment,
        after: Assessment,
        touched: frozenset[str] | None,
        merge_key: str = "",
    ) -> None:
        super().__init__(name)
        self._document = document
        self._before = before
        self._after = after
        self._touched = touched
        self._merge_key = merge_key
        self._done_before = False

    def redo(self) -> None:
        self._document.put(self._after, self._touched, revisiting=self._done_before)
        self._done_before = True

    def undo(self) -> None:
        self._document.put(self._before, self._touched, revisiting=True)

    def id(self) -> int:
        return _MERGEABLE if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        return True
