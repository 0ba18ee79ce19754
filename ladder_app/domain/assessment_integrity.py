"""Contradictions inside an assessment: levels, criteria and steps that its role does not have, doubled ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.values import Fault, Path
from ladder_app.errors import Guesses, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.cycle import Cycle
    from ladder_app.domain.entries import Action, Evidence, Rating
    from ladder_app.domain.role import Criterion, PerformanceIndicator


_LEVELS = ("role", "levels")
_CRITERIA = (*_LEVELS, "responsibilities", "requirements", "retired")
_INDICATORS = ("role", "performance_indicators", "retired_indicators")
_STEPS = ("role", "scale", "steps")


def assessment_faults(assessment: Assessment) -> list[Fault]:
    """Every contradiction in the assessment, each with the path of the value at fault."""
    role = assessment.role
    faults = [*_level_faults(assessment), *_not_retired(assessment), *_recorded_twice(assessment)]
    criteria = {criterion.id for _, _, criterion in role.criteria()}
    criteria.update(criterion.id for criterion in assessment.retired)
    indicators = {p.id for p in (*role.performance_indicators, *assessment.retired_indicators)}
    near_criteria, near_indicators = Guesses(criteria), Guesses(indicators)
    last = len(assessment.cycles) - 1
    for i, cycle in enumerate(assessment.cycles):
        at: Path = ("cycles", i)
        if cycle.closed is None and i < last:
            message = f"The cycle “{cycle.name}” must be closed: a later one follows it."
            faults.append(Fault((*at, "name"), message, looked_in=("closed",)))
        for path, name in criteria_named(at, cycle):
            if name not in criteria:
                message = f"The role has no criterion “{name}”.{near_criteria.nearest(name)}"
                faults.append(Fault(path, message, looked_in=_CRITERIA))
        for j, value in enumerate(cycle.indicators):
            if (name := value.indicator) not in indicators:
                message = f"The role has no performance indicator “{name}”.{near_indicators.nearest(name)}"
                faults.append(Fault((*at, "indicators", j, "indicator"), message, looked_in=_INDICATORS))
        faults += _off_the_scale(at, cycle, role.scale.highest)
        faults += _doubled_ids(at, cycle)
        faults += _done_too_early(at, cycle)
        faults += _ambiguous_reviewers(at, cycle)
    return faults


def _level_faults(assessment: Assessment) -> Iterable[Fault]:
    known = [level.id for level in assessment.role.levels]
    for name, level_id in (("current", assessment.current), ("target", assessment.target)):
        if level_id is not None and level_id not in known:
            message = f"The role has no level “{level_id}”.{did_you_mean(level_id, known)}"
            yield Fault((name,), message, looked_in=_LEVELS)


def _recorded_twice(assessment: Assessment) -> Iterable[Fault]:
    """Hiring steps with a second record."""
    seen: set[str] = set()
    for j, record in enumerate(assessment.hiring):
        step = " ".join(record.step.split())
        if step in seen:
            yield Fault(("hiring", j, "step"), "A second record is about this step; each step has one.")
        seen.add(step)


def _not_retired(assessment: Assessment) -> Iterable[Fault]:
    """What counts as retired and is still in the role, or is listed twice."""
    role = assessment.role
    lists: tuple[tuple[str, str, list[str], Sequence[Criterion | PerformanceIndicator]], ...] = (
        ("retired", "criterion", [c.id for _, _, c in role.criteria()], assessment.retired),
        (
            "retired_indicators",
            "performance indicator",
            [p.id for p in role.performance_indicators],
            assessment.retired_indicators,
        ),
    )
    for field, what, alive, retired in lists:
        seen = set(alive)
        for j, item in enumerate(retired):
            if item.id in seen:
                yield Fault((field, j, "id"), f"“{item.id}” is retired, yet the role or this list has that {what} too.")
            seen.add(item.id)


def criteria_named(at: Path, cycle: Cycle) -> Iterable[tuple[Path, str]]:
    """Every mention of a criterion in a cycle: its place and the id."""
    keyed: list[tuple[Path, Iterable[str]]] = [
        ((*at, "ratings"), cycle.ratings),
        ((*at, "notes"), cycle.notes),
        ((*at, "agreed"), cycle.agreed),
        ((*at, "conversation", "discussed"), cycle.conversation.discussed),
    ]
    for j, review in enumerate(cycle.reviews):
        keyed.append(((*at, "reviews", j, "ratings"), review.ratings))
        keyed.append(((*at, "reviews", j, "comments"), review.comments))
    for path, names in keyed:
        for name in names:
            yield (*path, name), name
    lists: tuple[tuple[str, Sequence[Evidence | Action]], ...] = (
        ("evidence", cycle.evidence),
        ("actions", cycle.actions),
    )
    for field, entries in lists:
        for j, entry in enumerate(entries):
            for k, name in enumerate(entry.criteria):
                yield (*at, field, j, "criteria", k), name


def _done_too_early(at: Path, cycle: Cycle) -> Iterable[Fault]:
    """Actions with the day they were done that are not done."""
    for j, action in enumerate(cycle.actions):
        if action.done_on is not None and action.status.value != "done":
            message = (
                f"The action “{action.id}” has a day on which it was done, and its status is {action.status.value}."
            )
            yield Fault((*at, "actions", j, "done_on"), message, looked_in=("status",))


def _off_the_scale(at: Path, cycle: Cycle, highest: int) -> Iterable[Fault]:
    agreed = {name: entry.rating for name, entry in cycle.agreed.items() if entry.rating is not None}
    rated: list[tuple[Path, Path, Mapping[str, Rating]]] = [((*at, "ratings"), ("step",), cycle.ratings)]
    rated.append(((*at, "agreed"), ("rating", "step"), agreed))
    for j, review in enumerate(cycle.reviews):
        rated.append(((*at, "reviews", j, "ratings"), ("step",), review.ratings))
    for path, tail, ratings in rated:
        for name, rating in ratings.items():
            if rating.step is not None and rating.step > highest:
                message = f"The scale goes from 0 to {highest}; {rating.step} is not on it."
                yield Fault((*path, name, *tail), message, looked_in=_STEPS)


def _doubled_ids(at: Path, cycle: Cycle) -> Iterable[Fault]:
    named: list[tuple[str, str, list[str]]] = [
        ("evidence", "id", [item.id for item in cycle.evidence]),
        ("actions", "id", [item.id for item in cycle.actions]),
        ("reviews", "reviewer", [item.reviewer for item in cycle.reviews]),
    ]
    for field, key, names in named:
        seen: set[str] = set()
        for j, name in enumerate(names):
            if name in seen:
                yield Fault((*at, field, j, key), f"A second entry has the {key} “{name}”; they must differ.")
            seen.add(name)


def _ambiguous_reviewers(at: Path, cycle: Cycle) -> Iterable[Fault]:
    for j, review in enumerate(cycle.reviews):
        if review.reviewer in (SELF, AGREED):
            place = (*at, "reviews", j, "reviewer")
            yield Fault(place, f"A reviewer cannot be called “{review.reviewer}”: that word stands for other ratings.")
