"""What to talk about: a criterion once, with every reason why, the most worth talking about first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from ladder_app.domain.comparison import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.effective import EffectiveCriterion
    from ladder_app.domain.readiness import Readiness, Standing


class Topic(IntEnum):
    """Why a criterion is on the agenda, in the order of what to talk about first."""

    DIFFERENCE = 0
    """A reviewer sees it differently from the person."""
    GAP_WITHOUT_ACTION = 1
    """The person rates it below the bar, and no open action is about it."""
    NO_EVIDENCE = 2
    """The person says that it is met, and no evidence supports that."""
    STALE_EVIDENCE = 3
    """The person says that it is met, and nothing that supports it is newer than a year."""


@dataclass(frozen=True, slots=True)
class Point:
    """A criterion to talk about; `discussed` is the day on which that was done."""

    criterion: EffectiveCriterion
    topics: tuple[Topic, ...]
    discussed: date | None = None

    @property
    def is_open(self) -> bool:
        return self.discussed is None


@dataclass(frozen=True)
class Agenda:
    """The points of a conversation, by what is to be talked about first."""

    points: tuple[Point, ...]

    @cached_property
    def open(self) -> tuple[Point, ...]:
        """What is still to be talked about."""
        return tuple(point for point in self.points if point.is_open)

    def about(self, topic: Topic) -> tuple[Point, ...]:
        """The points of which that is one of the reasons."""
        return tuple(point for point in self.points if topic in point.topics)


def agenda(assessment: Assessment, readiness: Readiness, today: date) -> Agenda:
    """The agenda for a level, from the person's own readiness for it and the reviews of the current cycle.

    Differences come first, the largest before the others; then gaps, those that move readiness most before
    the others; then the rest in role order.
    """
    cycle = assessment.cycle
    apart: dict[str, int] = {}
    for review in cycle.reviews:
        for item in compared(readiness.level, cycle, review.reviewer).apart:
            apart[item.criterion.id] = max(apart.get(item.criterion.id, 0), abs(item.steps or 0))
    cared_for = {name for action in cycle.actions if action.is_open for name in action.criteria}
    gaps = {gap.criterion.id: place for place, gap in enumerate(readiness.gaps)}
    newest = cycle.newest_evidence()
    points = []
    for standing in readiness.standings:
        topics = tuple(_topics(standing, apart, gaps, cared_for, newest, today))
        if topics:
            points.append(Point(standing.criterion, topics, cycle.conversation.discussed.get(standing.id)))

    def order(point: Point) -> tuple[int, int, int]:
        name = point.criterion.id
        return point.topics[0], -apart.get(name, 0), gaps.get(name, len(gaps))

    return Agenda(tuple(sorted(points, key=order)))


def year_before(day: date) -> date:
    """The same day of the year before; 28 February where there is none."""
    last_year = day.year - 1
    return day.replace(year=last_year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=last_year)


def _topics(
    standing: Standing,
    apart: Mapping[str, int],
    gaps: Mapping[str, int],
    cared_for: set[str],
    newest: Mapping[str, date],
    today: date,
) -> Iterable[Topic]:
    if standing.id in apart:
        yield Topic.DIFFERENCE
    if standing.id in gaps and standing.id not in cared_for:
        yield Topic.GAP_WITHOUT_ACTION
    if not standing.counts:
        return
    if standing.without_evidence:
        yield Topic.NO_EVIDENCE
    elif standing.meets and newest[standing.id] < year_before(today):
        yield Topic.STALE_EVIDENCE


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Required criteria that are below the bar in both views, and how many of them no open action is about."""

    below: tuple[str, ...]
    without_action: int


def in_the_way(assessment: Assessment, own: Readiness, theirs: Readiness) -> InTheWay:
    """What is below the bar for the person and for a reviewer alike, in the order of the person's gaps."""
    of_theirs = {gap.criterion.id for gap in theirs.gaps}
    below = tuple(gap.criterion.id for gap in own.gaps if gap.criterion.id in of_theirs)
    cared_for = {name for action in assessment.cycle.actions if action.is_open for name in action.criteria}
    return InTheWay(below, sum(name not in cared_for for name in below))
