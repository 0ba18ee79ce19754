"""An entry that is being written: in the document at every pause, and beside what another program makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from ladder_app.domain.entries import Action, Evidence
from ladder_app.gui.basis import Basis
from ladder_app.gui.typed_edit import TypedEdit, new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.being_typed import BeingTyped
    from ladder_app.gui.document import Document
    from ladder_app.gui.drafts import Drafts

E = TypeVar("E", bound=Evidence | Action)


@dataclass(frozen=True, slots=True)
class EntryThing(Generic[E]):
    """A piece of evidence or an action, known by its id."""

    kind: type[E]
    id: str

    def find(self, assessment: Assessment, _last: E | None) -> E | None:
        """The entry, where it is."""
        cycle = assessment.cycle
        entries = cycle.evidence if self.kind is Evidence else cycle.actions
        return next((entry for entry in entries if entry.id == self.id), None)  # type: ignore[return-value] # of the kind

    def put(self, assessment: Assessment, value: E | None, _there: E | None) -> Assessment:
        """A copy with the entry so, or without it."""
        if isinstance(value, Evidence):
            return assessment.with_evidence(value)
        if isinstance(value, Action):
            return assessment.with_action(value)
        return assessment.without_evidence(self.id) if self.kind is Evidence else assessment.without_action(self.id)


class TypedEntry(Generic[E]):
    """One piece of evidence or one action that is being written; `former` is what it was before, if it was."""

    def __init__(self, document: Document, kind: type[E], former: E | None) -> None:
        self._document = document
        self._kind = kind
        self._former = former
        self.about_to_meet = document.about_to_meet
        self.id = former.id if former is not None else new_id()
        self._edit = TypedEdit(document, f"{'add' if former is None else 'change'} {self.kind}")

    def begin(self, form: QWidget, shown: Callable[[E], Sequence[tuple[QWidget, str]]]) -> Basis[E]:
        """It is written in this form, whose fields `shown` tells with what they say of an entry."""
        thing = EntryThing(self._kind, self.id)
        self._basis: Basis[E] = Basis(self._document, thing, self._former, form, shown)
        return self._basis

    @property
    def drafts(self) -> Drafts:
        """Where it is kept while it is no whole entry yet."""
        return self._document.drafts

    @property
    def being_typed(self) -> BeingTyped:
        """Where it is said that something of it is typed and not put yet."""
        return self._document.being_typed

    @property
    def kind(self) -> str:
        """`evidence` or `action`."""
        return "evidence" if self._kind is Evidence else "action"

    def write(self, entry: E | None) -> bool:
        """Put the entry as it stands now; None where nothing is written, or no longer.

        Says whether it is in the document by now, or the person is asked first.
        """
        if entry is not None:
            return self._basis.put(entry, partial(self._take, entry))
        if self._edit.is_put:
            self._basis.put_back(partial(self._take, None))
        return True

    def give_up(self) -> None:
        """Have it as it was before the form was opened."""
        if self._edit.is_put:
            touched = self._touched(None)
            self._basis.put_back(partial(self._edit.give_up, touched=touched))

    def _take(self, entry: E | None, after: Assessment) -> None:
        self._edit.put(after, self._touched(entry))

    def _touched(self, entry: E | None) -> set[str]:
        cycle = self._document.assessment.cycle
        there = cycle.evidence if self._kind is Evidence else cycle.actions
        found = (entry, self._basis.former, *(each for each in there if each.id == self.id))
        return {name for each in found if each is not None for name in each.criteria}
