"""An assessment: one person's file about one role, in cycles."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, ValidationInfo, model_validator

from ladder_app.domain.assessment_integrity import assessment_faults
from ladder_app.domain.role import Criterion, PerformanceIndicator, Role
from ladder_app.domain.values import CONTRADICTIONS_ALLOWED, Day, Fault, Flag, Frozen, Id, Number, Text, Whole, refuse
from ladder_app.errors import UnknownName

ASSESSMENT_FORMAT = "ladder-assessment/2"

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


class Rating(Frozen):
    """A step of the scale, or *not applicable* with a reason (which may still be empty).

    `carried` marks a rating taken over from the last cycle and not touched since;
    `check_again` one whose criterion was reworded after it was given.
    """

    step: Annotated[Whole, Field(ge=0, le=9)] | None = None
    not_applicable: str | None = None
    carried: Flag = False
    check_again: Flag = False

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if (self.step is None) == (self.not_applicable is None):
            refuse([Fault((), "A rating is either a step or not_applicable with a reason, one of the two.")])
        return self

    @property
    def applies(self) -> bool:
        return self.not_applicable is None

    @property
    def is_marked(self) -> bool:
        """Whether it is *carried* or to be *checked again*: nobody has stood by it yet as things are now."""
        return self.carried or self.check_again


class Change(Frozen):
    """A figure that moved, each value with its unit: `before` `40 min`, `after` `9 min`, `of` the nightly build."""

    of: str | None = None
    before: Text
    after: Text


class Evidence(Frozen):
    """A dated achievement that supports any number of criteria, none as long as it is not attached.

    `source` says where it was taken from, to know it again: `git:` and the hash of a commit, several apart by spaces.
    """

    id: Id
    date: Day
    text: Text
    result: str | None = None
    change: Change | None = None
    link: str | None = None
    source: str | None = None
    criteria: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple((self.source or "").split())


class ActionStatus(Enum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ActionKind(Enum):
    """How something is learnt: by doing it, from others, or in training."""

    ON_THE_JOB = "on_the_job"
    WITH_OTHERS = "with_others"
    TRAINING = "training"


class Action(Frozen):
    """What will be done about a gap, by when, who helps, and what will show that it is done.

    `done_on` is the day it was done, and only one that is done has it.
    """

    id: Id
    text: Text
    due: Day | None = None
    done_when: str | None = None
    helper: str | None = None
    kind: ActionKind | None = None
    status: ActionStatus = ActionStatus.OPEN
    done_on: Day | None = None
    criteria: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.status is ActionStatus.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether it is still open after the day it was due."""
        return self.is_open and self.due is not None and self.due < today

    def with_status(self, status: ActionStatus, today: date) -> Self:
        """A copy that stands so from today on: one that becomes done keeps the day."""
        if status is self.status:
            return self
        done_on = today if status is ActionStatus.DONE else None
        return self.model_copy(update={"status": status, "done_on": done_on})


Entry = TypeVar("Entry", bound=Evidence | Action)


class ProjectRow(Frozen):
    """A project of a period, and whether it was done on time and within budget."""

    name: Text
    on_time: Flag
    within_budget: Flag


class SurveyAnswer(Frozen):
    """The score somebody gave in a survey, to one of its questions where there are several."""

    by: Text
    question: str | None = None
    score: Number


class IndicatorValue(Frozen):
    """A value of one of the role's performance indicators for a period: said as it is, or the rows it follows from."""

    indicator: str
    period: Text
    value: Text | None = None
    note: str | None = None
    projects: tuple[ProjectRow, ...] = ()
    answers: tuple[SurveyAnswer, ...] = ()

    @model_validator(mode="after")
    def _is_one_of_the_three(self) -> Self:
        if sum(map(bool, (self.value, self.projects, self.answers))) != 1:
            refuse([Fault((), "An indicator has a value, or projects, or answers, one of the three.")])
        return self


class HiringRecord(Frozen):
    """What came of one step of the role's hiring process, which is named by its words."""

    step: Text
    date: Day | None = None
    with_whom: str | None = None
    outcome: str | None = None

    @property
    def says_nothing(self) -> bool:
        return not (self.date or self.with_whom or self.outcome)


class Review(Frozen):
    """Somebody else's view of a cycle, usually the manager's."""

    reviewer: Text
    date: Day
    ratings: Mapping[str, Rating] = {}
    comments: Mapping[str, str] = {}
    overall: str | None = None


class Agreed(Frozen):
    """What was agreed about one criterion in the conversation."""

    rating: Rating | None = None
    text: str | None = None


class Conversation(Frozen):
    """The talk about a cycle: when it was held, what came of it, and on which day each criterion was talked about."""

    held: Day | None = None
    summary: str | None = None
    discussed: Mapping[str, Day] = {}


class PromotionCase(Frozen):
    """What the person says for their next grade in words of their own: in short, and why."""

    summary: str | None = None
    justification: str | None = None


class Cycle(Frozen):
    """One round of assessment, such as “2026 H2”; `notes` are the person's own, by criterion."""

    name: Text
    opened: Day
    closed: Day | None = None
    ratings: Mapping[str, Rating] = {}
    notes: Mapping[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[IndicatorValue, ...] = ()
    reviews: tuple[Review, ...] = ()
    agreed: Mapping[str, Agreed] = {}
    conversation: Conversation = Conversation.model_construct()
    promotion: PromotionCase = PromotionCase.model_construct()

    def evidence_for(self, criterion_id: str) -> tuple[Evidence, ...]:
        """The evidence that supports a criterion, newest first."""
        found = [item for item in self.evidence if criterion_id in item.criteria]
        return tuple(sorted(found, key=lambda item: item.date, reverse=True))

    def actions_for(self, criterion_id: str) -> tuple[Action, ...]:
        """The actions about a criterion, in the order they were made."""
        return tuple(action for action in self.actions if criterion_id in action.criteria)

    def newest_evidence(self) -> dict[str, date]:
        """The day of the newest evidence for each criterion that has any."""
        found: dict[str, date] = {}
        for item in self.evidence:
            for name in item.criteria:
                found[name] = max(found.get(name, item.date), item.date)
        return found

    def evidenced(self) -> frozenset[str]:
        """The ids of all criteria that some evidence supports."""
        return frozenset(criterion_id for item in self.evidence for criterion_id in item.criteria)


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


def cycle_name(day: date) -> str:
    """The half-year a day falls in: `2026 H2`."""
    return f"{day.year} H{1 if day.month <= 6 else 2}"


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
