"""The plan: which actions close which gaps, which few of them come first and why, and what they come to.

An action serves the gaps among its criteria. Done, it is taken to close them: each then meets the bar.
At most `MOST_IN_FOCUS` are in focus: what is overdue and what is due within `SOON`, by date; then what
adds the most to readiness, where no gap gets a second action before every other has its first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cached_property
from math import fsum

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action, ActionStatus
from ladder_app.domain.readiness import Figures, Gap, Readiness, Standing, figures
from ladder_app.domain.years import suggest_from_years

MOST_IN_FOCUS = 5
SOON = timedelta(days=30)


class Why(Enum):
    """Why an action is in focus."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ADDS_MOST = "adds_most"
    """No other action in the plan adds more to readiness."""
    NEXT_GAP = "next_gap"
    """The first in focus for one of its gaps."""
    SAME_GAP = "same_gap"
    """Every gap with an action has one in focus, and there is room for another."""


class Serves(Enum):
    """What an action that serves no gap is about; the first that holds of its criteria."""

    UNRATED = "unrated"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"
    PLUS = "plus"
    ELSEWHERE = "elsewhere"
    """Criteria that the level does not ask for."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Planned:
    """An open action and the gaps it serves, in gap order; closing them adds `adds_points` to `shown`."""

    action: Action
    gaps: tuple[Gap, ...]
    adds_points: float
    overdue: bool


@dataclass(frozen=True, slots=True)
class InFocus:
    """One of the few actions to look at now, and why."""

    planned: Planned
    why: Why


@dataclass(frozen=True, slots=True)
class Idle:
    """An open action that serves no gap, and what it is about instead."""

    action: Action
    serves: Serves
    overdue: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A gap that no open action serves. `met_on` is the day on which the years it asks for are full, if it is such."""

    gap: Gap
    met_on: date | None


@dataclass(frozen=True)
class Plan:
    """What is to be done about the gaps of a level.

    Every action of the cycle is in exactly one of `focus`, `later`, `idle`, `done` (newest first) and
    `dropped`; every gap is served by one of the first two, or in `waiting`.
    """

    readiness: Readiness
    focus: tuple[InFocus, ...]
    later: tuple[Planned, ...]
    waiting: tuple[Waiting, ...]
    idle: tuple[Idle, ...]
    done: tuple[Action, ...]
    dropped: tuple[Action, ...]

    @property
    def open_actions(self) -> int:
        return len(self.focus) + len(self.later) + len(self.idle)

    @cached_property
    def once_focus_is_done(self) -> Figures:
        """The figures once the gaps that the focus serves meet the bar."""
        return self._closing(item.planned for item in self.focus)

    @cached_property
    def once_all_is_done(self) -> Figures:
        """The figures once the gaps that any open action serves meet the bar."""
        return self._closing((*(item.planned for item in self.focus), *self.later))

    def _closing(self, done: Iterable[Planned]) -> Figures:
        return closing(self.readiness, {gap.standing.id for item in done for gap in item.gaps})


def plan(assessment: Assessment, readiness: Readiness, today: date) -> Plan:
    """The plan for a level, from a readiness for it and the actions of the current cycle, as of a day."""
    by_id = {gap.standing.id: gap for gap in readiness.gaps}
    places = {name: place for place, name in enumerate(by_id)}
    served: list[Planned] = []
    idle: list[Idle] = []
    for action in assessment.cycle.actions:
        if not action.is_open:
            continue
        gaps = tuple(by_id[name] for name in sorted(set(action.criteria) & set(by_id), key=places.__getitem__))
        if gaps:
            points = fsum(gap.adds_points for gap in gaps)
            served.append(Planned(action, gaps, points, action.is_overdue(today)))
        else:
            idle.append(Idle(action, _serves(action, readiness), action.is_overdue(today)))
    focus = _focus(served, today)
    chosen = {item.planned.action.id for item in focus}
    later = [item for item in served if item.action.id not in chosen]
    reached = {gap.standing.id for item in served for gap in item.gaps}
    return Plan(
        readiness=readiness,
        focus=focus,
        later=tuple(sorted(later, key=lambda item: (places[item.gaps[0].standing.id], _due(item.action)))),
        waiting=tuple(
            Waiting(gap, _met_on(assessment, gap, today)) for gap in readiness.gaps if gap.standing.id not in reached
        ),
        idle=tuple(sorted(idle, key=lambda item: _due(item.action))),
        done=tuple(sorted(_with(assessment, ActionStatus.DONE), key=_done_on, reverse=True)),
        dropped=tuple(_with(assessment, ActionStatus.DROPPED)),
    )


def closing(readiness: Readiness, criteria: Collection[str]) -> Figures:
    """The figures of a readiness if these of its gaps were closed."""
    meets = readiness.level.role.scale.meets
    return figures(_met(item, meets) if item.is_gap and item.id in criteria else item for item in readiness.standings)


def _met(standing: Standing, meets: int) -> Standing:
    return replace(standing, step=meets, score=1.0, steps_to_go=0)


def _focus(served: Sequence[Planned], today: date) -> tuple[InFocus, ...]:
    urgent = sorted((item for item in served if _due(item.action) - today <= SOON), key=_urgency)
    found = [InFocus(item, Why.OVERDUE if item.overdue else Why.DUE_SOON) for item in urgent[:MOST_IN_FOCUS]]
    most = max((_worth(item) for item in served), default=0.0)
    rest = [item for item in served if _due(item.action) - today > SOON]
    while rest and len(found) < MOST_IN_FOCUS:
        cared_for = [gap.standing.id for item in found for gap in item.planned.gaps]
        following = min(rest, key=lambda item: (_fewest(item, cared_for), -_worth(item), _due(item.action)))
        rest.remove(following)
        found.append(InFocus(following, _why(following, most, is_first=_fewest(following, cared_for) == 0)))
    return tuple(found)


def _why(item: Planned, most: float, *, is_first: bool) -> Why:
    if not is_first:
        return Why.SAME_GAP
    return Why.ADDS_MOST if _worth(item) == most else Why.NEXT_GAP


def _fewest(item: Planned, cared_for: Sequence[str]) -> int:
    """How many actions in focus serve the one of its gaps that has the fewest."""
    return min(cared_for.count(gap.standing.id) for gap in item.gaps)


def _urgency(item: Planned) -> tuple[date, float]:
    return _due(item.action), -_worth(item)


def _worth(item: Planned) -> float:
    """What an action adds, without what a sum of fractions leaves behind."""
    return round(item.adds_points, 9)


def _due(action: Action) -> date:
    return action.due or date.max


def _done_on(action: Action) -> date:
    return action.done_on or action.due or date.min


def _with(assessment: Assessment, status: ActionStatus) -> Iterable[Action]:
    return (action for action in assessment.cycle.actions if action.status is status)


def _met_on(assessment: Assessment, gap: Gap, today: date) -> date | None:
    suggestion = suggest_from_years(gap.criterion.criterion, assessment.person, assessment.role.scale, today)
    return None if suggestion is None or suggestion.met_on <= today else suggestion.met_on


def _serves(action: Action, readiness: Readiness) -> Serves:
    standings = [readiness.by_id[name] for name in action.criteria if name in readiness.by_id]
    for serves, holds in (
        (Serves.UNRATED, [item.rating is None and item.counts for item in standings]),
        (Serves.MET, [item.counts for item in standings]),
        (Serves.NOT_APPLICABLE, [item.rating is not None and not item.rating.applies for item in standings]),
        (Serves.PLUS, [True for _ in standings]),
        (Serves.ELSEWHERE, [True for _ in action.criteria]),
    ):
        if any(holds):
            return serves
    return Serves.NOTHING
