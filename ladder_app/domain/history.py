"""What time does to an assessment: the next cycle begins, and the role moves on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import ActionStatus, Rating
from ladder_app.domain.hiring import followed
from ladder_app.domain.matching import flat, matched
from ladder_app.domain.role import Criterion, PerformanceIndicator, Role
from ladder_app.domain.scale import Scale

T = TypeVar("T")


def next_cycle(assessment: Assessment, name: str, today: date) -> Assessment:
    """A copy in which the current cycle is closed and a new one begins today.

    The new cycle starts from the person's own ratings, each marked *carried* until it is touched,
    and from the actions still open. Evidence, notes, reviews, indicator values and what was agreed
    belong to the round they were made in. Ratings of retired criteria are left behind with it.
    """
    last = assessment.cycle
    alive = {criterion.id for _, _, criterion in assessment.role.criteria()}
    begun = Cycle(
        name=name,
        opened=today,
        ratings={
            criterion_id: rating.model_copy(update={"carried": True})
            for criterion_id, rating in last.ratings.items()
            if criterion_id in alive
        },
        actions=tuple(action for action in last.actions if action.status is ActionStatus.OPEN),
    )
    closed = last.model_copy(update={"closed": last.closed or today})
    return assessment.model_copy(update={"cycles": (*assessment.cycles[:-1], closed, begun)})


@dataclass(frozen=True, slots=True)
class Reworded:
    """One criterion that asks for something else than it did."""

    old: Criterion
    new: Criterion


@dataclass(frozen=True, slots=True)
class RoleDifference:
    """What a role file that has moved on changes about the criteria.

    `new` and `reworded` stand in the order of the new role, `gone` in that of the old one.
    `renamed` maps old ids to new ones where a criterion was known again by its text.
    """

    new: tuple[Criterion, ...]
    reworded: tuple[Reworded, ...]
    gone: tuple[Criterion, ...]
    renamed: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether every criterion is there as before, under the same id."""
        return not (self.new or self.reworded or self.gone or self.renamed)


def role_difference(old: Role, new: Role) -> RoleDifference:
    """What is new, reworded and gone between two versions of a role.

    Criteria are matched by id first. Those left over are matched by text, white space aside: within
    the same level first, then anywhere, in role order. A criterion is reworded if its text or the
    years it asks for differ; a new weight, area or level rewords nothing.
    """
    return _difference(_placed(old), _placed(new))


def take_over(
    assessment: Assessment, new_role: Role, *, current: str | None = None, target: str | None = None
) -> Assessment:
    """A copy that is about the new version of the role, with nothing the person wrote lost.

    Ratings, notes, evidence, actions, reviews and what was agreed follow their criteria, in every
    cycle. In the current cycle, ratings of reworded criteria are marked *check again*, and so is
    every step where the scale has other labels or another bar. A step above a shorter scale
    becomes its highest. Criteria and performance indicators that are gone stay readable as retired
    ones, and come back to life if a later version has them again.

    `current` and `target` name the levels to go on with, those of before unless given. Raises
    `UnknownName` for one that the new version does not have.
    """
    old_role = assessment.role
    from_level = assessment.current if current is None else current
    to_level = assessment.target if target is None else target
    for level_id in (from_level, to_level):
        if level_id is not None:
            new_role.level(level_id)
    retired = [_Placed("", criterion) for criterion in assessment.retired]
    difference = _difference([*_placed(old_role), *retired], _placed(new_role))
    indicators = matched(
        (*old_role.performance_indicators, *assessment.retired_indicators),
        new_role.performance_indicators,
        (_indicator_id, _indicator_text),
    )
    succession = _Succession(
        criteria=difference.renamed,
        indicators={old.id: new.id for old, new in indicators.pairs},
        reworded=frozenset(pair.new.id for pair in difference.reworded),
        scale=new_role.scale,
        scale_differs=not rates_alike(old_role.scale, new_role.scale),
    )
    *earlier, last = assessment.cycles
    return Assessment(
        id=assessment.id,
        person=assessment.person,
        current=from_level,
        target=to_level,
        cycles=(*(succession.of(cycle) for cycle in earlier), succession.of(last, is_current=True)),
        retired=difference.gone,
        retired_indicators=indicators.gone,
        hiring=followed(assessment.hiring, new_role),
        role=new_role,
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    level_id: str
    criterion: Criterion

    def by_id(self) -> str:
        return self.criterion.id

    def by_level_and_text(self) -> tuple[str, str]:
        return self.level_id, self.by_text()

    def by_text(self) -> str:
        return flat(self.criterion.text)


def _placed(role: Role) -> list[_Placed]:
    return [_Placed(level.id, criterion) for level, _, criterion in role.criteria()]


def _difference(old: Sequence[_Placed], new: Sequence[_Placed]) -> RoleDifference:
    matches = matched(old, new, (_Placed.by_id, _Placed.by_level_and_text, _Placed.by_text))
    pairs = [(one.criterion, other.criterion) for one, other in matches.pairs]
    return RoleDifference(
        new=tuple(item.criterion for item in matches.new),
        reworded=tuple(Reworded(one, other) for one, other in pairs if not _asks_the_same(one, other)),
        gone=tuple(item.criterion for item in matches.gone),
        renamed={one.id: other.id for one, other in pairs if one.id != other.id},
    )


def _asks_the_same(one: Criterion, other: Criterion) -> bool:
    return flat(one.text) == flat(other.text) and one.years == other.years


def rates_alike(one: Scale, other: Scale) -> bool:
    """Whether a rating means the same on both: they have the same labels and the same bar."""
    return one.meets == other.meets and [step.label for step in one.steps] == [step.label for step in other.steps]


def _indicator_id(indicator: PerformanceIndicator) -> str:
    return indicator.id


def _indicator_text(indicator: PerformanceIndicator) -> str:
    return flat(indicator.text)


@dataclass(frozen=True, slots=True)
class _Succession:
    """How what was written in a cycle follows its criteria into the new version of the role."""

    criteria: Mapping[str, str]
    indicators: Mapping[str, str]
    reworded: frozenset[str]
    scale: Scale
    scale_differs: bool

    def of(self, cycle: Cycle, *, is_current: bool = False) -> Cycle:
        changes: dict[str, object] = {
            "ratings": self._ratings(cycle.ratings, is_current),
            "notes": self._followed(cycle.notes),
            "evidence": tuple(e.model_copy(update={"criteria": self._names(e.criteria)}) for e in cycle.evidence),
            "actions": tuple(a.model_copy(update={"criteria": self._names(a.criteria)}) for a in cycle.actions),
            "indicators": tuple(
                value.model_copy(update={"indicator": self.indicators.get(value.indicator, value.indicator)})
                for value in cycle.indicators
            ),
            "reviews": tuple(
                review.model_copy(
                    update={
                        "ratings": self._ratings(review.ratings, is_current),
                        "comments": self._followed(review.comments),
                    }
                )
                for review in cycle.reviews
            ),
            "agreed": {
                name: entry
                if entry.rating is None
                else entry.model_copy(update={"rating": self._rating(name, entry.rating, is_current)})
                for name, entry in self._followed(cycle.agreed).items()
            },
            "conversation": cycle.conversation.model_copy(
                update={"discussed": self._followed(cycle.conversation.discussed)}
            ),
        }
        return cycle.model_copy(update=changes)

    def _names(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.criteria.get(name, name) for name in names)

    def _followed(self, entries: Mapping[str, T]) -> dict[str, T]:
        return {self.criteria.get(name, name): entry for name, entry in entries.items()}

    def _ratings(self, ratings: Mapping[str, Rating], is_current: bool) -> dict[str, Rating]:
        return {name: self._rating(name, rating, is_current) for name, rating in self._followed(ratings).items()}

    def _rating(self, name: str, rating: Rating, is_current: bool) -> Rating:
        """The rating of a criterion, by its new name."""
        doubtful = name in self.reworded or (self.scale_differs and rating.step is not None)
        return rating.model_copy(
            update={
                "step": None if rating.step is None else min(rating.step, self.scale.highest),
                "check_again": rating.check_again or (is_current and doubtful),
            }
        )
