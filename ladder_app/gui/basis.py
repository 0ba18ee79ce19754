"""What an open form goes on from: where another program changed the same meanwhile, nothing is written over unasked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ladder_app.gui.form_draft import fill, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.merging import Merged
    from ladder_app.domain.values import Path
    from ladder_app.gui.document import Document

V = TypeVar("V")


class Thing(Protocol[V]):
    """What a form is about, as it stands in an assessment; None where there is nothing of it."""

    def find(self, assessment: Assessment, last: V | None) -> V | None:
        """What the assessment has of it; `last` is what was known of it before."""

    def put(self, assessment: Assessment, value: V | None, there: V | None) -> Assessment:
        """A copy that has this of it in place of what is `there`."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What is written in a form, and what another program changed of the same: the person is to decide."""

    sides: tuple[Assessment, Assessment, Assessment]
    """What the form was filled from, the same with what is written in it, and what there is by now."""
    merged: Merged
    form: QWidget
    decide: Callable[[Collection[Path]], object]
    """Goes on, with the places at which theirs is taken."""
    leave: Callable[[], object]
    """Goes back to the form."""


class Basis(QObject, Generic[V]):
    """The value that a form was filled from, and how what is written there comes together with what came since.

    What another program changes comes into the fields in which nobody typed. Where it changed one in which somebody
    did, both meet once the form is put: what only one side changed merges, and the person decides about the rest.
    """

    about_to_show = Signal(object)
    """Another program made this of it: the fields for it are to be there."""
    filled = Signal(object)
    """This field shows what another program wrote, or what the person decided."""
    met = Signal(object, object)
    """Another program made the one value of the other: the fields show what came. None stands for nothing."""
    decided = Signal()
    """The person has decided: `value` is what came of it, and the fields show it."""

    def __init__(
        self,
        document: Document,
        thing: Thing[V],
        value: V | None,
        form: QWidget,
        shown: Callable[[V], Sequence[tuple[QWidget, str]]],
        *,
        is_behind: bool = False,
    ) -> None:
        super().__init__(form)
        self._document = document
        self._thing = thing
        self._form = form
        self._shown = shown
        self._known: dict[QWidget, str] = {}
        self._is_behind = is_behind
        self._is_asking = False
        self.value = value
        """What the document has of it, as far as the form knows."""
        self.former = value
        """What the document would have of it, had nothing been written in the form."""
        for changed in (document.criteria_changed, document.level_changed):
            changed.connect(self._on_changed)

    def put(self, value: V, then: Callable[[Assessment], object]) -> bool:
        """Have `then` take the assessment over with this value; the person is asked before where both changed the same.

        Says whether that is done by now. What is as the form was filled changes nothing.
        """
        if self._is_asking:
            return False
        if value == self.value:
            return True
        if not self._is_behind:
            self._take(value, then)
            return True
        self._bring_together(value, then, frozenset(), ())
        return not self._is_asking

    def propose(self, *fields: QWidget) -> None:
        """What stands in these fields is proposed, and nobody typed it: it yields to what comes."""
        self._known.update((field, value_of(field)) for field in fields)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody typed in any field."""
        value = self.value
        shown = self._shown(value) if value is not None else ()
        return all(value_of(field) == self._known.get(field, words) for field, words in shown)

    def put_back(self, then: Callable[[Assessment], object]) -> None:
        """Have `then` take the assessment over as if nothing had been written in the form."""
        self._take(self.former, then)

    def _take(self, value: V | None, then: Callable[[Assessment], object]) -> None:
        now = self._document.assessment
        after = self._thing.put(now, value, self._thing.find(now, self.value))
        self.value = value
        then(after)

    def _bring_together(
        self, value: V, then: Callable[[Assessment], object], asked: frozenset[Path], theirs: Collection[Path]
    ) -> None:
        from ladder_app.domain.merging import merge

        base, mine, now = self._sides(self.value, value)
        merged = merge(base, mine, now, theirs)
        places = frozenset(conflict.place for conflict in merged.conflicts)
        if not places <= asked:
            self._is_asking = True
            decide = partial(self._bring_together, value, then, places)
            self._document.clashed.emit(Clash((base, mine, now), merged, self._form, decide, self._leave))
            return
        self._is_asking = self._is_behind = False
        then(merged.assessment)
        self._known.clear()
        self.value = self._thing.find(self._document.assessment, value)
        if self.value is not None:
            for field, words in self._shown(self.value):
                fill(field, words)
                self.filled.emit(field)
        self.decided.emit()

    def _leave(self) -> None:
        self._is_asking = False

    def _sides(self, base: V | None, mine: V | None) -> tuple[Assessment, Assessment, Assessment]:
        now = self._document.assessment
        there = self._thing.find(now, self.value)
        return self._thing.put(now, base, there), self._thing.put(now, mine, there), now

    def _on_changed(self, _touched: object = None) -> None:
        if not self._document.is_meeting:
            return
        before, there = self.value, self._thing.find(self._document.assessment, self.value)
        if there == before and not self._known:
            return
        self.former = self._former_beside(there)
        self.about_to_show.emit(there)
        if before is None or there is None:
            self._is_behind = True
        else:
            clashes = [
                self._show(field, old, new)
                for (field, old), (_, new) in zip(self._shown(before), self._shown(there), strict=True)
            ]
            self._is_behind = any(clashes)
            if not self._is_behind:
                self._known.clear()
                self.value = there
        self.met.emit(before, there)

    def _show(self, field: QWidget, old: str, new: str) -> bool:
        """Show what came, unless somebody typed in the field. Says whether both did something there."""
        known, has = self._known.get(field, old), value_of(field)
        if has == known != new:
            fill(field, new)
            self._known[field] = new
            self.filled.emit(field)
            return False
        return new not in (has, old)

    def _former_beside(self, there: V | None) -> V | None:
        from ladder_app.domain.merging import merge

        if there is None or self.former == self.value:
            return there
        base, mine, now = self._sides(self.value, self.former)
        places = [conflict.place for conflict in merge(base, mine, now).conflicts]
        return self._thing.find(merge(base, mine, now, places).assessment, there)
