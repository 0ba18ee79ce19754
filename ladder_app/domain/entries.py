"""What a person writes into a cycle: ratings, evidence and actions."""

from datetime import date
from enum import Enum
from typing import Annotated, Self, TypeVar

from pydantic import Field, model_validator

from ladder_app.domain.values import Day, Fault, Flag, Frozen, Id, Text, Whole, refuse


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
