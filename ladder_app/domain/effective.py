"""Effective criteria: what a level asks for once everything it extends is counted in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ladder_app.domain.role import Criterion, Kind, Level, Role


@dataclass(frozen=True, slots=True)
class Refined:
    """A criterion of another level that a sharper one stands for here."""

    criterion: Criterion
    level: Level


@dataclass(frozen=True, slots=True)
class EffectiveCriterion:
    """One criterion as it counts for a level: whose it is, what it weighs, what it refines."""

    criterion: Criterion
    kind: Kind
    level: Level
    inherited: bool
    weight: float
    refined: tuple[Refined, ...] = ()

    @property
    def id(self) -> str:
        return self.criterion.id

    @property
    def text(self) -> str:
        return self.criterion.text

    @property
    def plus(self) -> bool:
        return self.criterion.plus


@dataclass(frozen=True)
class EffectiveLevel:
    """A level with all of its effective criteria: its own first, then the inherited ones, each once."""

    role: Role
    level: Level
    criteria: tuple[EffectiveCriterion, ...]

    @cached_property
    def by_id(self) -> dict[str, EffectiveCriterion]:
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def places(self) -> dict[str, int]:
        """Where in `criteria` each criterion stands, by id."""
        return {criterion.id: place for place, criterion in enumerate(self.criteria)}

    @cached_property
    def lower_levels(self) -> tuple[Level, ...]:
        """The levels that criteria are inherited from, in the order they are met."""
        seen = {c.level.id: c.level for c in self.criteria if c.inherited}
        return tuple(seen.values())


def effective_level(role: Role, level_id: str) -> EffectiveLevel:
    """The effective criteria of a level.

    A level's own criteria come first, then those of the levels it extends,
    recursively and only of the kinds that every step on the way extends. A criterion
    that another effective one refines, directly or through others, is listed under
    that one and not again. Raises `UnknownName` for a level that is not there.
    """
    level = role.level(level_id)
    homes = {criterion.id: Refined(criterion, home) for home, _, criterion in role.criteria()}
    found: dict[str, tuple[Level, Kind, Criterion]] = {}
    for home, kind, criterion in _reachable(role, level):
        found[criterion.id] = home, kind, criterion
    chains = {name: _refined_by(criterion, homes) for name, (_, _, criterion) in found.items()}
    replaced = {refined.criterion.id for chain in chains.values() for refined in chain}
    return EffectiveLevel(
        role,
        level,
        tuple(
            EffectiveCriterion(
                criterion=criterion,
                kind=kind,
                level=home,
                inherited=home.id != level.id,
                weight=role.readiness.weights.of(kind) if criterion.weight is None else criterion.weight,
                refined=chains[name],
            )
            for name, (home, kind, criterion) in found.items()
            if name not in replaced
        ),
    )


def _reachable(role: Role, start: Level) -> Iterator[tuple[Level, Kind, Criterion]]:
    """Depth first; a level is visited once for each set of kinds, so a lattice of levels stays cheap."""
    levels = {level.id: level for level in role.levels}
    seen: set[tuple[str, frozenset[Kind]]] = set()
    waiting = [(start, frozenset(Kind))]
    while waiting:
        level, kinds = waiting.pop()
        if (level.id, kinds) in seen:
            continue
        seen.add((level.id, kinds))
        for kind, criterion in level.criteria():
            if kind in kinds:
                yield level, kind, criterion
        passed_on = ((levels[extends.level], kinds & frozenset(extends.kinds)) for extends in level.extends)
        waiting += reversed([(below, some) for below, some in passed_on if some])


def _refined_by(criterion: Criterion, homes: dict[str, Refined]) -> tuple[Refined, ...]:
    chain = []
    below = criterion.refines
    while below is not None:
        chain.append(homes[below])
        below = homes[below].criterion.refines
    return tuple(chain)
