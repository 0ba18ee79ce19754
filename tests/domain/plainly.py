"""The rules of DESIGN.md once more, as plainly as they can be said: exact fractions, no cleverness, no speed.

Nothing here uses the code under test beyond the values it is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ladder_app.domain.entries import Rating
from ladder_app.domain.role import Criterion, EvidencePolicy, Kind, Level, Role


def level_of(role: Role, level_id: str) -> Level:
    return {level.id: level for level in role.levels}[level_id]


def walk(role: Role, level_id: str, kinds: set[Kind]) -> Iterator[tuple[str, Kind, Criterion]]:
    """Every criterion as often as a path leads to it, the level's own first."""
    level = level_of(role, level_id)
    if Kind.RESPONSIBILITY in kinds:
        yield from ((level_id, Kind.RESPONSIBILITY, criterion) for criterion in level.responsibilities)
    if Kind.REQUIREMENT in kinds:
        yield from ((level_id, Kind.REQUIREMENT, criterion) for criterion in level.requirements)
    for extends in level.extends:
        yield from walk(role, extends.level, kinds & set(extends.kinds))


def refined_by(role: Role, criterion: Criterion) -> list[str]:
    everything = {c.id: c for level in role.levels for c in (*level.responsibilities, *level.requirements)}
    if criterion.refines is None:
        return []
    return [criterion.refines, *refined_by(role, everything[criterion.refines])]


def effective_ids(role: Role, level_id: str) -> list[str]:
    met: list[str] = []
    for _, _, criterion in walk(role, level_id, set(Kind)):
        if criterion.id not in met:
            met.append(criterion.id)
    refined = {name for _, _, c in walk(role, level_id, set(Kind)) for name in refined_by(role, c)}
    return [name for name in met if name not in refined]


@dataclass
class Counted:
    """One criterion of R: its exact weight, and the step that counts, None while unrated."""

    id: str
    weight: Fraction
    step: int | None


def required(role: Role, level_id: str, ratings: Mapping[str, Rating], evidenced: frozenset[str]) -> list[Counted]:
    """R: the effective criteria that are neither plus nor not applicable."""
    found = []
    homes = {criterion.id: (kind, criterion) for _, kind, criterion in walk(role, level_id, set(Kind))}
    for name in effective_ids(role, level_id):
        kind, criterion = homes[name]
        rating = ratings.get(name)
        if criterion.plus or (rating is not None and rating.not_applicable is not None):
            continue
        weight = criterion.weight
        if weight is None:
            defaults = role.readiness.weights
            weight = defaults.responsibility if kind is Kind.RESPONSIBILITY else defaults.requirement
        step = None if rating is None else rating.step
        strict = role.readiness.evidence is EvidencePolicy.REQUIRED
        if strict and step is not None and step >= role.scale.meets and name not in evidenced:
            step = role.scale.meets - 1
        found.append(Counted(name, Fraction(weight), step))
    return found


def shown(counted: list[Counted], meets: int) -> Fraction:
    scored = sum((c.weight * Fraction(min(c.step, meets), meets) for c in counted if c.step is not None), Fraction())
    return 100 * scored / sum(c.weight for c in counted) if counted else Fraction()


def possible(counted: list[Counted], meets: int) -> Fraction:
    unrated = sum((c.weight for c in counted if c.step is None), Fraction())
    return shown(counted, meets) + 100 * unrated / sum(c.weight for c in counted) if counted else Fraction()


def verdict(counted: list[Counted], meets: int, near: float) -> str:
    share_wanted = Fraction(str(near))
    steps = [c.step for c in counted]
    rated = [step for step in steps if step is not None]
    all_rated = len(rated) == len(steps)
    met = sum(step >= meets for step in rated)
    if not steps:
        return "no_criteria"
    if all_rated and met == len(steps):
        return "ready"
    nearly = all_rated and all(step >= meets - 1 for step in rated) and Fraction(met, len(steps)) >= share_wanted
    if any(step <= meets - 2 for step in rated):
        return "not_ready"
    if Fraction(met + len(steps) - len(rated), len(steps)) < share_wanted:
        return "not_ready"
    if all_rated and not nearly:
        return "not_ready"
    return "nearly" if nearly else "open"
