"""Editing a role: each function gives a changed copy, which may be at fault until the next edit mends it.

The copies are made without validation, since somebody in the middle of a change passes through states
that contradict themselves: a text that is still empty, a reference to a level that is about to be renamed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ladder_app.domain.role import Criterion, Extends, Kind, Level, Role

T = TypeVar("T")

_LISTS = {Kind.RESPONSIBILITY: "responsibilities", Kind.REQUIREMENT: "requirements"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a role: a level, or with `kind` and `position` one of its criteria, from 0."""

    level: int
    kind: Kind | None = None
    position: int = 0

    @property
    def path(self) -> tuple[str | int, ...]:
        """The same as keys and positions from the role's root, as faults name it."""
        if self.kind is None:
            return "levels", self.level
        return "levels", self.level, _LISTS[self.kind], self.position


def is_same(one: Role, other: Role) -> bool:
    """Whether two roles say the same, their areas in the same order."""
    return one == other and [*one.areas] == [*other.areas]


def place_at(path: Sequence[str | int]) -> Place | None:
    """The level or criterion that a path lies in; None for what is about the role itself."""
    if len(path) < 2 or path[0] != "levels":
        return None
    kind = next((kind for kind, name in _LISTS.items() if len(path) > 3 and path[2] == name), None)
    return Place(int(path[1]), kind, int(path[3]) if kind is not None else 0)


def criteria_of(level: Level, kind: Kind) -> tuple[Criterion, ...]:
    """A level's own criteria of a kind."""
    return level.responsibilities if kind is Kind.RESPONSIBILITY else level.requirements


def criterion_at(role: Role, place: Place) -> Criterion:
    """The criterion at a place that has a kind."""
    return criteria_of(role.levels[place.level], place.kind or Kind.RESPONSIBILITY)[place.position]


def changed(role: Role, **changes: object) -> Role:
    """With other fields of the role itself."""
    return role.model_copy(update=changes)


def level_changed(role: Role, place: Place, **changes: object) -> Role:
    """With other fields of a level."""
    return _with_level(role, place.level, role.levels[place.level].model_copy(update=changes))


def criterion_changed(role: Role, place: Place, **changes: object) -> Role:
    """With other fields of a criterion."""
    criterion = criterion_at(role, place).model_copy(update=changes)
    return _with_criteria(role, place, _replaced(_criteria(role, place), place.position, criterion))


def level_added(role: Role, position: int, level: Level) -> Role:
    """With another level at that position."""
    return changed(role, levels=_inserted(role.levels, position, level))


def criterion_added(role: Role, place: Place, criterion: Criterion) -> Role:
    """With another criterion at that place."""
    return _with_criteria(role, place, _inserted(_criteria(role, place), place.position, criterion))


def removed(role: Role, place: Place) -> Role:
    """Without that level or criterion. What refers to it refers to nothing then."""
    if place.kind is None:
        return changed(role, levels=_without(role.levels, place.level))
    return _with_criteria(role, place, _without(_criteria(role, place), place.position))


def moved(role: Role, source: Place, target: Place) -> tuple[Role, Place]:
    """With a level or criterion at another place; gives where it stands now.

    `target` counts as the role was before: what stood there comes after it. A criterion takes the kind of the
    list it moves to.
    """
    if source.kind is None:
        level = role.levels[source.level]
        to = target.level - (target.level > source.level)
        return changed(role, levels=_inserted(_without(role.levels, source.level), to, level)), Place(to)
    criterion = criterion_at(role, source)
    same_list = (source.level, source.kind) == (target.level, target.kind)
    to = target.position - (same_list and target.position > source.position)
    place = replace(target, position=to)
    return criterion_added(removed(role, source), place, criterion), place


def step(role: Role, place: Place, by: int) -> tuple[Role, Place]:
    """One place up (`by` -1) or down (1): within its list, then into the next list, then into the next level.

    Gives the same where there is nowhere to go.
    """
    if place.kind is None:
        to = place.level + by
        if not 0 <= to < len(role.levels):
            return role, place
        return moved(role, place, Place(to + (by > 0)))
    to = place.position + by
    if 0 <= to < len(_criteria(role, place)):
        return moved(role, place, replace(place, position=to + (by > 0)))
    lists = [(level, kind) for level in range(len(role.levels)) for kind in Kind]
    number = lists.index((place.level, place.kind)) + by
    if not 0 <= number < len(lists):
        return role, place
    level, kind = lists[number]
    end = len(criteria_of(role.levels[level], kind)) if by < 0 else 0
    return moved(role, place, Place(level, kind, end))


def aside(role: Role, place: Place, by: int) -> tuple[Role, Place]:
    """A criterion to the end of its list in the level before (`by` -1) or after (1); gives where it stands now.

    Gives the same where there is no such level.
    """
    level = place.level + by
    if place.kind is None or not 0 <= level < len(role.levels):
        return role, place
    return moved(role, place, Place(level, place.kind, len(criteria_of(role.levels[level], place.kind))))


def level_renamed(role: Role, place: Place, name: str) -> Role:
    """With another id for a level; what extends it follows."""
    old = role.levels[place.level].id
    role = level_changed(role, place, id=name)
    return changed(role, levels=tuple(_extending(level, old, name) for level in role.levels))


def criterion_renamed(role: Role, place: Place, name: str) -> Role:
    """With another id for a criterion; what refines it follows."""
    old = criterion_at(role, place).id
    role = criterion_changed(role, place, id=name)
    return changed(role, levels=tuple(_refining(level, old, name) for level in role.levels))


def refinable(role: Role, place: Place) -> tuple[tuple[Level, Criterion], ...]:
    """The criteria of the same kind that one may refine: those of the levels its own builds on; of all others
    where it builds on none."""
    level = role.levels[place.level]
    bases = bases_of(role, level)
    return tuple(
        (other, criterion)
        for other in role.levels
        if other is not level and (not bases or other.id in bases)
        for criterion in criteria_of(other, place.kind or Kind.RESPONSIBILITY)
    )


def new_name(wanted: str, taken: Sequence[str]) -> str:
    """The wanted id, with a number behind it where something has it already."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def bases_of(role: Role, level: Level) -> set[str]:
    """The ids of the levels that a level builds on, however far down; unknown ones are passed over."""
    levels = {one.id: one for one in role.levels}
    found: set[str] = set()
    waiting = [level]
    while waiting:
        for extends in waiting.pop().extends:
            if extends.level in levels and extends.level not in found and extends.level != level.id:
                found.add(extends.level)
                waiting.append(levels[extends.level])
    return found


def _extending(level: Level, old: str, new: str) -> Level:
    if all(extends.level != old for extends in level.extends):
        return level
    extends = tuple(e.model_copy(update={"level": new}) if e.level == old else e for e in level.extends)
    return level.model_copy(update={"extends": extends})


def _refining(level: Level, old: str, new: str) -> Level:
    if all(criterion.refines != old for _, criterion in level.criteria()):
        return level

    def followed(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
        return tuple(c.model_copy(update={"refines": new}) if c.refines == old else c for c in criteria)

    return level.model_copy(
        update={
            "responsibilities": followed(level.responsibilities),
            "requirements": followed(level.requirements),
        }
    )


def _criteria(role: Role, place: Place) -> tuple[Criterion, ...]:
    return criteria_of(role.levels[place.level], place.kind or Kind.RESPONSIBILITY)


def _with_level(role: Role, position: int, level: Level) -> Role:
    return changed(role, levels=_replaced(role.levels, position, level))


def _with_criteria(role: Role, place: Place, criteria: tuple[Criterion, ...]) -> Role:
    return level_changed(role, place, **{_LISTS[place.kind or Kind.RESPONSIBILITY]: criteria})


def _replaced(items: tuple[T, ...], position: int, item: T) -> tuple[T, ...]:
    return (*items[:position], item, *items[position + 1 :])


def _inserted(items: tuple[T, ...], position: int, item: T) -> tuple[T, ...]:
    return (*items[:position], item, *items[position:])


def _without(items: tuple[T, ...], position: int) -> tuple[T, ...]:
    return (*items[:position], *items[position + 1 :])


def blank_role() -> Role:
    """What a new role begins with: one level without criteria."""
    return Role(id="new-role", title="New role", levels=(Level(id="level-1", title="Level 1"),))


def blank_extends(level: Level) -> Extends:
    """That a level is built upon, with both kinds of its criteria."""
    return Extends(level=level.id)
