"""Editing what the rest of a role refers to: what goes leaves no reference behind that leads nowhere."""

from collections.abc import Callable, Iterator, Mapping

from ladder_app.domain.role import Criterion, Extends, Level, Role
from ladder_app.domain.role_editing import Place, changed, criterion_at, removed

Change = Callable[[Criterion], Criterion]


def without(role: Role, place: Place) -> Role:
    """Without a level or a criterion. What refined or built on it does so on what that itself refined or built on."""
    gone_level = role.levels[place.level] if place.kind is None else None
    gone = [criterion_at(role, place)] if gone_level is None else [c for _, c in role.levels[place.level].criteria()]
    left = removed(role, place)
    refined = {criterion.id: criterion.refines for criterion in gone}
    homes = {criterion.id: level.id for level, _, criterion in left.criteria()}
    return changed(left, levels=tuple(_mended(level, gone_level, refined, homes) for level in left.levels))


def with_areas(role: Role, areas: Mapping[str, str], names: Mapping[str, str]) -> Role:
    """With these areas: `names` gives for each that stays its id now. What was in one that goes is in none."""

    def placed(criterion: Criterion) -> Criterion:
        name = names.get(criterion.area or "")
        if criterion.area not in role.areas or name == criterion.area:
            return criterion
        return criterion.model_copy(update={"area": name})

    return changed(role, areas=areas, levels=tuple(_with_criteria(level, placed) for level in role.levels))


def _mended(level: Level, gone: Level | None, refined: Mapping[str, str | None], homes: Mapping[str, str]) -> Level:
    def mended(criterion: Criterion) -> Criterion:
        name = criterion.refines
        if name not in refined:
            return criterion
        for _ in refined:  # a circle of them leads nowhere
            name = refined.get(name, name) if name else None
        is_elsewhere = homes.get(name or "", level.id) != level.id
        return criterion.model_copy(update={"refines": name if is_elsewhere else None})

    if gone is not None:
        level = level.model_copy(update={"extends": tuple(_extended(level, gone))})
    return _with_criteria(level, mended)


def _extended(level: Level, gone: Level) -> Iterator[Extends]:
    others = {extends.level for extends in level.extends} | {level.id}
    for extends in level.extends:
        if extends.level != gone.id:
            yield extends
            continue
        for further in gone.extends:
            kinds = tuple(kind for kind in further.kinds if kind in extends.kinds)
            if kinds and further.level not in others | {gone.id}:
                yield Extends(level=further.level, kinds=kinds)


def _with_criteria(level: Level, change: Change) -> Level:
    """With each of its criteria changed; the same level where none is."""
    lists = {"responsibilities": level.responsibilities, "requirements": level.requirements}
    after = {name: tuple(map(change, criteria)) for name, criteria in lists.items()}
    return level if after == lists else level.model_copy(update=after)
