"""What has moved over the cycles: readiness of a level in each, and criterion by criterion between two.

All cycles are read by the role as it is now: what a criterion was called and the scale it was rated on
have followed the role whenever a new version was taken over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, SELF, ratings_by
from ladder_app.domain.readiness import Readiness, readiness_of
from ladder_app.domain.role import Criterion
from ladder_app.domain.scale import Scale
from ladder_app.domain.team import View


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One cycle: readiness of a level as each view sees it; a view that nobody has is not there.

    The review is the newest of the cycle, whose author is the `rater` of its readiness. The person's own
    view is always there, also where nothing is rated yet.
    """

    cycle: Cycle
    views: Mapping[View, Readiness]


class Movement(Enum):
    """What became of a criterion from one cycle to a later one."""

    ROSE = "rose"
    """A higher step than before."""
    FELL = "fell"
    """A lower step than before."""
    NEW = "new"
    """A step where there was none: newly asked for, newly rated, or it applies now."""
    GONE = "gone"
    """No step any more: gone from the role, cleared, or it no longer applies."""
    UNCHANGED = "unchanged"
    """The same step, or none in either."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion with its rating in two cycles. `retired` is one that the role no longer has."""

    criterion: Criterion
    before: Rating | None
    after: Rating | None
    retired: bool = False

    @property
    def steps(self) -> int | None:
        """How many steps it rose (fell: negative); None unless both cycles have a step."""
        old, new = _step(self.before), _step(self.after)
        return None if old is None or new is None else new - old

    @property
    def movement(self) -> Movement:
        old, new = _step(self.before), _step(self.after)
        if old == new:
            return Movement.UNCHANGED
        if old is None:
            return Movement.NEW
        if new is None:
            return Movement.GONE
        return Movement.ROSE if new > old else Movement.FELL

    def reached_bar(self, scale: Scale) -> bool:
        """Whether it meets the bar now and did not before."""
        return _meets(self.after, scale) and not _meets(self.before, scale)

    def lost_bar(self, scale: Scale) -> bool:
        """Whether it met the bar before and does not now."""
        return _meets(self.before, scale) and not _meets(self.after, scale)


@dataclass(frozen=True)
class Movements:
    """What moved between two cycles, in role order, what is retired last."""

    before: Cycle
    after: Cycle
    criteria: tuple[Moved, ...]

    def of(self, movement: Movement) -> tuple[Moved, ...]:
        """What moved in that way: the largest steps first, then in role order."""
        found = [moved for moved in self.criteria if moved.movement is movement]
        return tuple(sorted(found, key=lambda moved: -abs(moved.steps or 0)))

    @cached_property
    def counts(self) -> Mapping[Movement, int]:
        """How many moved in each way."""
        found = [moved.movement for moved in self.criteria]
        return {movement: found.count(movement) for movement in Movement}


def trend(assessment: Assessment, level_id: str | None = None) -> tuple[TrendPoint, ...]:
    """Readiness of a level (the target unless named) in every cycle, the oldest first. Raises `UnknownName`."""
    level = effective_level(assessment.role, assessment.target if level_id is None else level_id)
    points = []
    for cycle in assessment.cycles:
        evidenced = cycle.evidenced()
        views = {
            view: readiness_of(level, ratings_by(cycle, rater), evidenced, rater)
            for view, rater in _raters(cycle).items()
        }
        points.append(TrendPoint(cycle, views))
    return tuple(points)


def movements(
    assessment: Assessment, before: Cycle, after: Cycle, level_id: str | None = None, view: View = View.SELF
) -> Movements:
    """What moved between two cycles of an assessment, for a level (the target unless named) as one view sees it.

    It holds the level's effective criteria that are rated in either cycle, then the retired ones that are,
    whatever level they belonged to. A view that a cycle does not have counts as unrated there. Ratings are
    compared as they were given, whatever the evidence policy makes of them. Raises `UnknownName`.
    """
    level = effective_level(assessment.role, assessment.target if level_id is None else level_id)
    old, new = _ratings(before, view), _ratings(after, view)
    listed = [(criterion.criterion, False) for criterion in level.criteria]
    listed += [(criterion, True) for criterion in assessment.retired]
    return Movements(
        before,
        after,
        tuple(
            Moved(criterion, old.get(criterion.id), new.get(criterion.id), retired)
            for criterion, retired in listed
            if criterion.id in old or criterion.id in new
        ),
    )


def _raters(cycle: Cycle) -> dict[View, str]:
    """Who stands behind each view of a cycle."""
    found = {View.SELF: SELF}
    newest = max(cycle.reviews, key=lambda review: review.date, default=None)
    if newest is not None:
        found[View.REVIEW] = newest.reviewer
    if newest is not None or cycle.agreed:
        found[View.AGREED] = AGREED
    return found


def _ratings(cycle: Cycle, view: View) -> Mapping[str, Rating]:
    rater = _raters(cycle).get(view)
    return {} if rater is None else ratings_by(cycle, rater)


def _step(rating: Rating | None) -> int | None:
    return None if rating is None else rating.step


def _meets(rating: Rating | None, scale: Scale) -> bool:
    return rating is not None and rating.step is not None and rating.step >= scale.meets
