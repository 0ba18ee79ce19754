"""An assessment: one person's file about one role, in cycles."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, ValidationInfo, model_validator

from ladder_app.domain.assessment_integrity import assessment_faults
from ladder_app.domain.cycle import Cycle, PromotionCase, cycle_name
from ladder_app.domain.entries import Action, Entry, Evidence, Rating
from ladder_app.domain.role import Criterion, PerformanceIndicator, Role
from ladder_app.domain.values import CONTRADICTIONS_ALLOWED, Day, Fault, Frozen, Id, Text, refuse
from ladder_app.errors import UnknownName

V = TypeVar("V")


class Experience(Frozen):
    """Since when the person has been doing something, for criteria that ask for years."""

    of: Text
    since: Day


class Person(Frozen):
    """Whose assessment it is."""

    name: Text
    title: str | None = None
    in_role_since: Day | None = None
    experience: tuple[Experience, ...] = ()


class HiringRecord(Frozen):
    """What came of one step of the role's hiring process, which is named by its words."""

    step: Text
    date: Day | None = None
    with_whom: str | None = None
    outcome: str | None = None

    @property
    def says_nothing(self) -> bool:
        return not (self.date or self.with_whom or self.outcome)


class Assessment(Frozen):
    """One person's file: profile, the role it is about (a full copy), and its cycles.

    An assessment that exists is consistent: its levels and criteria are the role's, its ratings
    lie on the role's scale, and ids are unique. `retired` and `retired_indicators` keep what the
    role had when it was rated and has lost since. `id` is given once and for all, so that the file
    is known again under another name or in another folder.
    """

    format: Literal["ladder-assessment/2"] = "ladder-assessment/2"
    id: Id
    person: Person
    current: str | None = None
    target: str
    cycles: Annotated[tuple[Cycle, ...], Field(min_length=1)]
    retired: tuple[Criterion, ...] = ()
    retired_indicators: tuple[PerformanceIndicator, ...] = ()
    hiring: tuple[HiringRecord, ...] = ()
    role: Role

    @model_validator(mode="after")
    def _is_consistent(self, info: ValidationInfo) -> Self:
        if info.context is not CONTRADICTIONS_ALLOWED:
            refuse(assessment_faults(self))
        return self

    def contradictions(self) -> list[Fault]:
        in_role = [Fault(("role", *f.path), f.message, f.looked_in) for f in self.role.contradictions()]
        return [*in_role, *assessment_faults(self)]

    @property
    def cycle(self) -> Cycle:
        """The cycle that is being worked on: the last."""
        return self.cycles[-1]

    def with_cycle(self, **changes: object) -> Self:
        """A copy with the last cycle changed."""
        return self.model_copy(update={"cycles": (*self.cycles[:-1], self.cycle.model_copy(update=changes))})

    def rated(self, criterion_id: str, rating: Rating | None) -> Self:
        """A copy with exactly this as the person's own rating of a criterion; None clears it.

        A new `Rating` carries no marks, so touching a rating takes *carried* and *check again* off it.
        Raises `UnknownName` for a criterion the role does not have or a step off its scale.
        """
        self.role.criterion(criterion_id)
        if rating is not None and rating.step is not None and rating.step > self.role.scale.highest:
            raise UnknownName(f"The scale goes from 0 to {self.role.scale.highest}; {rating.step} is not on it.")
        return self.with_cycle(ratings=_with(self.cycle.ratings, criterion_id, rating))

    def confirmed(self, criterion_id: str) -> Self:
        """A copy in which the person stands by their rating as it is: its marks are gone."""
        rating = self.cycle.ratings.get(criterion_id)
        if rating is None or not rating.is_marked:
            return self
        return self.rated(criterion_id, rating.model_copy(update={"carried": False, "check_again": False}))

    def noted(self, criterion_id: str, text: str) -> Self:
        """A copy with the person's note on a criterion; empty text removes it."""
        self.role.criterion(criterion_id)
        return self.with_cycle(notes=_with(self.cycle.notes, criterion_id, text or None))

    def with_evidence(self, evidence: Evidence) -> Self:
        """A copy with this evidence: in place of the one with its id, else as the last.

        Raises `UnknownName` for a criterion that is neither the role's nor retired.
        """
        self._require(evidence.criteria)
        return self.with_cycle(evidence=_placed(self.cycle.evidence, evidence))

    def without_evidence(self, *evidence_ids: str) -> Self:
        """A copy without that evidence."""
        return self.with_cycle(evidence=tuple(e for e in self.cycle.evidence if e.id not in evidence_ids))

    def with_action(self, action: Action) -> Self:
        """A copy with this action: in place of the one with its id, else as the last.

        Raises `UnknownName` for a criterion that is neither the role's nor retired.
        """
        self._require(action.criteria)
        return self.with_cycle(actions=_placed(self.cycle.actions, action))

    def without_action(self, action_id: str) -> Self:
        """A copy without that action."""
        return self.with_cycle(actions=tuple(a for a in self.cycle.actions if a.id != action_id))

    def with_promotion(self, summary: str, justification: str) -> Self:
        """A copy with these words for the next grade; an empty text removes what was there."""
        return self.with_cycle(promotion=PromotionCase(summary=summary or None, justification=justification or None))

    def with_profile(self, person: Person, current: str | None, target: str) -> Self:
        """A copy about this person, from and to these levels. Raises `UnknownName` for a level."""
        for level_id in (current, target):
            if level_id is not None:
                self.role.level(level_id)
        return self.model_copy(update={"person": person, "current": current, "target": target})

    def _require(self, criteria: Iterable[str]) -> None:
        retired = {criterion.id for criterion in self.retired}
        for name in criteria:
            if name not in retired:
                self.role.criterion(name)


def new_assessment(
    role: Role,
    person: Person,
    today: date,
    current: str | None = None,
    target: str | None = None,
    *,
    identity: str,
) -> Assessment:
    """An empty assessment: from `current` to `target`, else to the level after `current`.

    `identity` becomes its id; no other assessment may ever have had it.
    Raises `UnknownName` for a level the role does not have.
    """
    if current is not None:
        role.level(current)
    level = role.next_level(current) if target is None else role.level(target)
    cycle = Cycle(name=cycle_name(today), opened=today)
    return Assessment(id=identity, person=person, role=role, current=current, target=level.id, cycles=(cycle,))


def _with(entries: Mapping[str, V], key: str, value: V | None) -> dict[str, V]:
    changed = dict(entries)
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed


def _placed(items: tuple[Entry, ...], new: Entry) -> tuple[Entry, ...]:
    if any(item.id == new.id for item in items):
        return tuple(new if item.id == new.id else item for item in items)
    return (*items, new)
