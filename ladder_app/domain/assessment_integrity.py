"""Contradictions inside an assessment: levels, criteria and steps that its role does not have, doubled ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.values import Fault, Path
from ladder_app.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ladder_app.domain.assessment import Assessment, Cycle, Rating


def assessment_faults(assessment: Assessment) -> list[Fault]:
    """Every contradiction in the assessment, each with the path of the value at fault."""
    faults = list(_level_faults(assessment))
    criteria = {criterion.id for _, _, criterion in assessment.role.criteria()}
    criteria.update(criterion.id for criterion in assessment.retired)
    last = len(assessment.cycles) - 1
    for i, cycle in enumerate(assessment.cycles):
        at: Path = ("cycles", i)
        if cycle.closed is None and i < last:
            faults.append(Fault((*at, "name"), f"The cycle “{cycle.name}” must be closed: a later one follows it."))
        faults += _unknown_criteria(at, cycle, criteria)
        faults += _off_the_scale(at, cycle, assessment.role.scale.highest)
        faults += _doubled_ids(at, cycle)
        faults += _unknown_indicators(at, cycle, {p.id for p in assessment.role.performance_indicators})
    return faults


def _level_faults(assessment: Assessment) -> Iterable[Fault]:
    known = [level.id for level in assessment.role.levels]
    for name, level_id in (("current", assessment.current), ("target", assessment.target)):
        if level_id is not None and level_id not in known:
            yield Fault((name,), f"The role has no level “{level_id}”.{did_you_mean(level_id, known)}")


def _unknown_criteria(at: Path, cycle: Cycle, known: set[str]) -> Iterable[Fault]:
    keyed: list[tuple[Path, Mapping[str, object]]] = [
        ((*at, "ratings"), cycle.ratings),
        ((*at, "notes"), cycle.notes),
        ((*at, "agreed"), cycle.agreed),
    ]
    for j, review in enumerate(cycle.reviews):
        keyed.append(((*at, "reviews", j, "ratings"), review.ratings))
        keyed.append(((*at, "reviews", j, "comments"), review.comments))
    for path, entries in keyed:
        for name in entries:
            if name not in known:
                yield Fault((*path, name), f"The role has no criterion “{name}”.{did_you_mean(name, known)}")
    supported = [("evidence", j, item.criteria) for j, item in enumerate(cycle.evidence)]
    addressed = [("actions", j, item.criteria) for j, item in enumerate(cycle.actions)]
    for field, j, names in (*supported, *addressed):
        for k, name in enumerate(names):
            if name not in known:
                place = (*at, field, j, "criteria", k)
                yield Fault(place, f"The role has no criterion “{name}”.{did_you_mean(name, known)}")


def _off_the_scale(at: Path, cycle: Cycle, highest: int) -> Iterable[Fault]:
    agreed = {name: entry.rating for name, entry in cycle.agreed.items() if entry.rating is not None}
    rated: list[tuple[Path, Path, Mapping[str, Rating]]] = [((*at, "ratings"), ("step",), cycle.ratings)]
    rated.append(((*at, "agreed"), ("rating", "step"), agreed))
    for j, review in enumerate(cycle.reviews):
        rated.append(((*at, "reviews", j, "ratings"), ("step",), review.ratings))
    for path, tail, ratings in rated:
        for name, rating in ratings.items():
            if rating.step is not None and rating.step > highest:
                yield Fault((*path, name, *tail), f"The scale goes from 0 to {highest}; {rating.step} is not on it.")


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


def _unknown_indicators(at: Path, cycle: Cycle, known: set[str]) -> Iterable[Fault]:
    for j, value in enumerate(cycle.indicators):
        if value.indicator not in known:
            place = (*at, "indicators", j, "indicator")
            hint = did_you_mean(value.indicator, known)
            yield Fault(place, f"The role has no performance indicator “{value.indicator}”.{hint}")
