"""Self and review side by side: where the two see the same, and where to start talking."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from ladder_app.domain.cycle import Cycle
from ladder_app.domain.effective import EffectiveCriterion, EffectiveLevel
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, ratings_by, review_by, same_view


class Outcome(Enum):
    """How the person's own view of one criterion and the reviewer's compare."""

    DIFFERENT = "different"
    """Both gave a step, and not the same one."""
    ONE_DOES_NOT_APPLY = "one_does_not_apply"
    """One of the two says that it does not apply, the other gave a step."""
    SAME = "same"
    """The same step, or both say that it does not apply."""
    NOT_REVIEWED = "not_reviewed"
    """The person rated it, the reviewer did not."""
    NOT_SELF_RATED = "not_self_rated"
    """The reviewer rated it, the person did not."""
    UNRATED = "unrated"
    """Neither has rated it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One effective criterion in both views; `agreed` is the rating that counts as agreed, if any."""

    criterion: EffectiveCriterion
    own: Rating | None
    theirs: Rating | None
    agreed: Rating | None
    comment: str = ""

    @property
    def steps(self) -> int | None:
        """How many steps the reviewer is above the person (below: negative); None unless both gave a step."""
        if self.own is None or self.theirs is None or self.own.step is None or self.theirs.step is None:
            return None
        return self.theirs.step - self.own.step

    @property
    def outcome(self) -> Outcome:
        if self.own is None:
            return Outcome.UNRATED if self.theirs is None else Outcome.NOT_SELF_RATED
        if self.theirs is None:
            return Outcome.NOT_REVIEWED
        if same_view(self.own, self.theirs):
            return Outcome.SAME
        return Outcome.ONE_DOES_NOT_APPLY if self.steps is None else Outcome.DIFFERENT


@dataclass(frozen=True)
class Comparison:
    """A level's effective criteria in both views, in role order."""

    reviewer: str
    criteria: tuple[Compared, ...]

    @cached_property
    def differences(self) -> tuple[Compared, ...]:
        """What was rated differently, the largest difference in steps first, then in role order."""
        return tuple(sorted(self.of(Outcome.DIFFERENT), key=lambda item: -abs(item.steps or 0)))

    @cached_property
    def apart(self) -> tuple[Compared, ...]:
        """All that is seen differently: the differences, then what applies for one of the two only."""
        return (*self.differences, *self.of(Outcome.ONE_DOES_NOT_APPLY))

    @cached_property
    def one_sided(self) -> tuple[Compared, ...]:
        """What there is nothing to compare for: not reviewed, then not rated by the person, then rated by neither."""
        return (*self.of(Outcome.NOT_REVIEWED), *self.of(Outcome.NOT_SELF_RATED), *self.of(Outcome.UNRATED))

    def of(self, outcome: Outcome) -> tuple[Compared, ...]:
        """The criteria with that outcome, in role order."""
        return tuple(item for item in self.criteria if item.outcome is outcome)


def seen_differently(level: EffectiveLevel, cycle: Cycle) -> frozenset[str]:
    """The ids of the criteria that at least one reviewer sees differently from the person."""
    reviewers = (review.reviewer for review in cycle.reviews)
    return frozenset(item.criterion.id for name in reviewers for item in compared(level, cycle, name).apart)


def compared(level: EffectiveLevel, cycle: Cycle, reviewer: str) -> Comparison:
    """The person's own ratings of a level against those of one reviewer.

    Ratings are compared as they were given, whatever the evidence policy makes of them. Raises
    `UnknownName` for somebody who has not reviewed this cycle.
    """
    review = review_by(cycle, reviewer)
    agreed = ratings_by(cycle, AGREED)
    return Comparison(
        reviewer,
        tuple(
            Compared(
                criterion,
                cycle.ratings.get(criterion.id),
                review.ratings.get(criterion.id),
                agreed.get(criterion.id),
                review.comments.get(criterion.id, ""),
            )
            for criterion in level.criteria
        ),
    )
