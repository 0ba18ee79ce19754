"""Two levels of a role side by side: what is new, refined and carried over from one to the other. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from ladder_app.domain.effective import EffectiveCriterion, EffectiveLevel
from ladder_app.domain.role import Criterion, Kind, Role
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import level_name
from ladder_app.report.words import plain_number


@dataclass(frozen=True, slots=True)
class ComparedCriterion:
    """A criterion with what is said beneath it; `before` is the wording that it refines."""

    criterion: EffectiveCriterion
    remark: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """Criteria of one kind under a heading such as `New at grade 9`, which may be empty."""

    heading: str
    criteria: tuple[ComparedCriterion, ...]


KIND_TITLES = {Kind.RESPONSIBILITY: "Responsibilities", Kind.REQUIREMENT: "Requirements"}


def lower_groups(lower: EffectiveLevel, upper: EffectiveLevel | None, kind: Kind) -> tuple[ComparedGroup, ...]:
    """The criteria of the lower level in its order, each with what becomes of it at the upper one."""
    name = level_name(upper.level) if upper else ""
    refined = {old.criterion.id for c in upper.criteria for old in c.refined} if upper else set()
    found = []
    for criterion in _of(lower, kind):
        fate = ""
        if upper and criterion.id in refined:
            fate = f"refined at {isolated(name)}"
        elif upper and criterion.id not in upper.by_id:
            fate = f"not asked for at {isolated(name)}"
        found.append(ComparedCriterion(criterion, _remark(lower.role, criterion, fate)))
    return (ComparedGroup("", tuple(found)),) if found else ()


def upper_groups(lower: EffectiveLevel, upper: EffectiveLevel, kind: Kind) -> tuple[ComparedGroup, ...]:
    """The criteria of the upper level: the new ones, those that refine one of the lower level, those carried over."""
    new: list[ComparedCriterion] = []
    refined: list[ComparedCriterion] = []
    carried: list[ComparedCriterion] = []
    for criterion in _of(upper, kind):
        remark = _remark(upper.role, criterion)
        before = _before(criterion, lower)
        if criterion.id in lower.by_id:
            carried.append(ComparedCriterion(criterion, remark))
        elif before is not None:
            refined.append(ComparedCriterion(criterion, remark, plain(before.text)))
        else:
            new.append(ComparedCriterion(criterion, remark))
    groups = (
        (f"+ New at {isolated(level_name(upper.level))}", new),
        (f"↑ Refined since {isolated(level_name(lower.level))}", refined),
        (f"= Carried over from {isolated(level_name(lower.level))}", carried),
    )
    return tuple(ComparedGroup(f"{name} ({len(items)})", tuple(items)) for name, items in groups if items)


def default_levels(role: Role, current: str | None, target: str) -> tuple[str | None, str]:
    """The two levels to compare at first: the current and the target, else the one below the target.

    The first is None in a role of one level.
    """
    ids = [level.id for level in role.levels]
    if len(ids) == 1:
        return None, target
    if current is not None and current != target:
        return current, target
    place = ids.index(target)
    return (ids[place - 1], target) if place else (target, ids[1])


def _of(level: EffectiveLevel, kind: Kind) -> Iterable[EffectiveCriterion]:
    return (criterion for criterion in level.criteria if criterion.kind is kind)


def _before(criterion: EffectiveCriterion, lower: EffectiveLevel) -> Criterion | None:
    return next((old.criterion for old in criterion.refined if old.criterion.id in lower.by_id), None)


def _remark(role: Role, criterion: EffectiveCriterion, fate: str = "") -> str:
    """`A plus · People and teams · weight 2 · refined at grade 9`."""
    area = criterion.criterion.area
    weight = criterion.weight
    ordinary = role.readiness.weights.of(criterion.kind)
    parts = (
        "a plus" if criterion.plus else "",
        plain(role.areas[area]) if area else "",
        "" if weight == ordinary else f"weight {plain_number(weight)}",
        fate,
    )
    said = " · ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
