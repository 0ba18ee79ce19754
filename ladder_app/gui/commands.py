"""Edits on the undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.differing import Difference
    from ladder_app.gui.document import Document

_MERGEABLE = 1
_MOST_COMPARED = 400


class Edit(QUndoCommand):
    """One edit: the assessment before and after, which share all that did not change.

    `touched` are the criteria it is about; None where it is about the whole document. Edits that
    follow each other with the same `merge_key` become one.

    Where another program changed something else meanwhile, undoing and redoing leave that as it is.
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
        now = self._document.assessment
        if now is not self._before:
            self._before, self._after = now, _beside(self._before, self._after, now)
        self._document.put(self._after, self._touched, revisiting=self._done_before)
        self._done_before = True

    def undo(self) -> None:
        now = self._document.assessment
        if now is not self._after:
            self._after, self._before = now, _beside(self._after, self._before, now)
        self._document.put(self._before, self._touched, revisiting=True)

    def id(self) -> int:
        return _MERGEABLE if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge_key != self._merge_key or other._before is not self._after:
            return False
        self._after = other._after
        if self._touched is not None:
            self._touched = None if other._touched is None else self._touched | other._touched
        return True

    def meets(self, found: Difference) -> bool:
        """Whether another program may have changed the same as this edit does; `found` is what it changed."""
        if self._touched is None or not self._touched.isdisjoint(found.criteria):
            return True
        return not self._touched and found.is_elsewhere

    @property
    def sides(self) -> tuple[Assessment, Assessment]:
        """The states before and after it; those of edits that follow each other are the very same."""
        return self._before, self._after


def can_stay(stack: QUndoStack, now: Assessment, theirs: Assessment, found: Difference) -> bool:
    """Whether what another program changed can stay under all that can be undone and redone here.

    `found` is what it made of `now` in `theirs`.
    """
    from ladder_app.domain.merging import merge

    edits = [stack.command(place) for place in range(stack.count())]
    if found.is_frame:
        return not edits
    sides: dict[int, Assessment] = {}
    for edit in edits:
        if not isinstance(edit, Edit):
            return False
        if edit.meets(found):
            sides.update((id(side), side) for side in edit.sides)
    # Comparing more would take long enough to be felt; then what came is an edit of its own name.
    return len(sides) <= _MOST_COMPARED and not any(merge(now, side, theirs).conflicts for side in sides.values())


def _beside(before: Assessment, after: Assessment, now: Assessment) -> Assessment:
    """What an edit makes of `now`, which has something else in it than it was made on."""
    from ladder_app.domain.merging import merge

    return merge(before, after, now).assessment
