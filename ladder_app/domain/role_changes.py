"""All that a role file that has moved on changes: its criteria, and what else it says and counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.history import RoleDifference, role_difference
from ladder_app.domain.role import Criterion, Kind, Level, Role
from ladder_app.domain.scale import Scale


class Aspect(Enum):
    """What of a role differs beside the words of its criteria."""

    SCALE = "Rating scale"
    READINESS = "How readiness is judged"
    WEIGHT = "Weight"
    LEVEL = "Level"
    GRADE = "Grade"
    PLACE = "Where a criterion stands"
    TEXTS = "Other texts"


@dataclass(frozen=True, slots=True)
class OtherChange:
    """One such difference: `about` names the level, the criterion or the part; empty means *none* on that side."""

    aspect: Aspect
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RoleChanges:
    """What taking the new version over would change. `rated` are the reworded criteria that have a rating."""

    old: Role
    new: Role
    criteria: RoleDifference
    other: tuple[OtherChange, ...]
    rated: frozenset[str]
    lost_levels: tuple[str, ...]
    """Of `current` and `target`, those whose level the new version does not have."""

    @property
    def is_empty(self) -> bool:
        return self.criteria.is_empty and not self.other


def role_changes(assessment: Assessment, new: Role) -> RoleChanges:
    """What differs between the role that an assessment carries and another version of it.

    It is empty only if both say the same in every respect.
    """
    old = assessment.role
    criteria = role_difference(old, new)
    other = tuple(_other(old, new, criteria))
    if criteria.is_empty and not other and old != new:
        other = (OtherChange(Aspect.TEXTS, "white space, links or the like", "", ""),)
    known = {level.id for level in new.levels}
    return RoleChanges(
        old=old,
        new=new,
        criteria=criteria,
        other=other,
        rated=frozenset(pair.old.id for pair in criteria.reworded if pair.old.id in assessment.cycle.ratings),
        lost_levels=tuple(field for field in ("current", "target") if getattr(assessment, field) not in (None, *known)),
    )


def _other(old: Role, new: Role, criteria: RoleDifference) -> Iterator[OtherChange]:
    if old.scale != new.scale:
        yield OtherChange(Aspect.SCALE, "", _scale_words(old.scale), _scale_words(new.scale))
    yield from _readiness(old, new)
    yield from _levels(old, new)
    yield from _criteria(old, new, criteria)
    for field, name in _TEXTS.items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield OtherChange(Aspect.TEXTS, name, _text(before), _text(after))


_TEXTS = {
    "title": "title",
    "description": "description",
    "summary": "summary",
    "source": "source",
    "base_url": "address that links start from",
    "areas": "areas",
    "performance_indicators": "performance indicators",
    "hiring_process": "hiring process",
    "notes": "notes",
}


def _text(value: object) -> str:
    """A text as it is; of what has parts, only that it is there: its page shows it."""
    return value if isinstance(value, str) else ""


def _scale_words(scale: Scale) -> str:
    steps = " · ".join(scale.named(step) for step in range(len(scale.steps)))
    return f"{steps}; the bar is {scale.named(scale.meets)}"


def _readiness(old: Role, new: Role) -> Iterator[OtherChange]:
    was, now = old.readiness, new.readiness
    if was.near != now.near:
        about = "share met that counts as nearly ready"
        yield OtherChange(Aspect.READINESS, about, _number(was.near), _number(now.near))
    if was.evidence is not now.evidence:
        yield OtherChange(Aspect.READINESS, "evidence", was.evidence.value, now.evidence.value)
    for kind in Kind:
        if was.weights.of(kind) != now.weights.of(kind):
            about = f"weight of a {kind.value} that names none"
            before, after = _number(was.weights.of(kind)), _number(now.weights.of(kind))
            yield OtherChange(Aspect.READINESS, about, before, after)


def _levels(old: Role, new: Role) -> Iterator[OtherChange]:
    before, after = ({level.id: level for level in role.levels} for role in (old, new))
    for level in new.levels:
        if level.id not in before:
            yield OtherChange(Aspect.LEVEL, level.title, "", level.title)
    for level in old.levels:
        if level.id not in after:
            yield OtherChange(Aspect.LEVEL, level.title, level.title, "")
            continue
        yield from _level(level, after[level.id])
    kept = [level.id for level in old.levels if level.id in after]
    if kept != [level.id for level in new.levels if level.id in before]:
        titles = [" · ".join(level.title for level in role.levels) for role in (old, new)]
        yield OtherChange(Aspect.LEVEL, "order", *titles)


def _level(was: Level, now: Level) -> Iterator[OtherChange]:
    if was.title != now.title:
        yield OtherChange(Aspect.LEVEL, now.title, was.title, now.title)
    if _grade(was) != _grade(now):
        yield OtherChange(Aspect.GRADE, now.title, _grade(was), _grade(now))
    if was.extends != now.extends:
        yield OtherChange(Aspect.LEVEL, f"{now.title}: what it builds on", _extends(was), _extends(now))
    if (was.summary, was.grade_url) != (now.summary, now.grade_url):
        yield OtherChange(Aspect.TEXTS, f"{now.title}: summary", was.summary or "", now.summary or "")


def _extends(level: Level) -> str:
    said = (f"{e.level} ({' and '.join(kind.value for kind in e.kinds)}){_quoted(e.text)}" for e in level.extends)
    return ", ".join(said)


def _quoted(text: str | None) -> str:
    return f" “{text}”" if text else ""


def _grade(level: Level) -> str:
    number = "" if level.grade is None else str(level.grade)
    return f"{number} ({level.grade_text})" if number and level.grade_text else level.grade_text or number


def _criteria(old: Role, new: Role, difference: RoleDifference) -> Iterator[OtherChange]:
    before = {criterion.id: (level, kind, criterion) for level, kind, criterion in old.criteria()}
    order: list[str] = []
    back = {after: name for name, after in difference.renamed.items()}
    for level, kind, criterion in new.criteria():
        name = back.get(criterion.id, criterion.id)
        if name not in before or (name == criterion.id and criterion in difference.new):
            continue
        order.append(name)
        old_level, old_kind, was = before[name]
        weights = [_number(role.readiness.weights.of(k) if c.weight is None else c.weight) for role, k, c in (
            (old, old_kind, was), (new, kind, criterion))]  # fmt: skip
        if was.weight != criterion.weight:
            yield OtherChange(Aspect.WEIGHT, criterion.text, *weights)
        places = [f"{lev.title}, {k.value}" for lev, k in ((old_level, old_kind), (level, kind))]
        if (old_level.id, old_kind) != (level.id, kind):
            yield OtherChange(Aspect.PLACE, criterion.text, *places)
        for about, one, other in _details(was, criterion):
            yield OtherChange(Aspect.PLACE, criterion.text, f"{about}: {one}", f"{about}: {other}")
    if order != [name for name in before if name in set(order)]:
        yield OtherChange(Aspect.PLACE, "order of the criteria", "", "")


def _details(was: Criterion, now: Criterion) -> Iterator[tuple[str, str, str]]:
    if was.plus != now.plus:
        yield "a plus", "yes" if was.plus else "no", "yes" if now.plus else "no"
    if was.area != now.area:
        yield "area", was.area or "none", now.area or "none"
    if was.refines != now.refines:
        yield "refines", was.refines or "none", now.refines or "none"


def _number(value: float) -> str:
    return f"{value:g}"
