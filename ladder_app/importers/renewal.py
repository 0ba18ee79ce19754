"""A newer page of a role in use: its criteria keep the ids they have, also those that only say it otherwise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.history import role_difference
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ladder_app.domain.history import RoleDifference
    from ladder_app.domain.role import Criterion, Kind, Level, Role

_ALIKE = 72
"""From 0 to 100, how like two wordings of one criterion are at least; the person is told of each."""
_MOST_COMPARED = 20_000
"""Pairs of wordings; pages that are that different are other pages."""


def renewed(role: Role | None, earlier: Role) -> tuple[Role | None, RoleDifference | None]:
    """The role as a newer state of the earlier one – with its id, and the ids of the criteria that say the same there,
    or nearly – and what is different; none of both for a source that holds no role."""
    if role is None:
        return None, None
    taken = {c.id for _, _, c in role.criteria()}
    difference = role_difference(earlier, role)
    names = {new: old for old, new in difference.renamed.items() if old not in taken}
    names |= {new: old for new, old in _reworded(role, earlier, difference).items() if old not in taken}
    levels = tuple(_level(level, names) for level in role.levels)
    source = role.source or earlier.source
    new = role.model_copy(update={"id": earlier.id, "levels": levels, "source": source})
    return new, role_difference(earlier, new)


def _reworded(role: Role, earlier: Role, difference: RoleDifference) -> dict[str, str]:
    """For criteria of the newer page, those of the same level and kind that say nearly the same and are gone."""
    from rapidfuzz import fuzz

    places, former = _places(role), _places(earlier)
    new, gone = _by_place(difference.new, places), _by_place(difference.gone, former)
    if sum(len(some) * len(gone.get(place, ())) for place, some in new.items()) > _MOST_COMPARED:
        return {}
    pairs = [
        (score, one.id, other.id)
        for place, some in new.items()
        for one in some
        for other in gone.get(place, ())
        if (score := fuzz.ratio(_said(one), _said(other), score_cutoff=_ALIKE))
    ]
    found: dict[str, str] = {}
    for _, one, other in sorted(pairs, key=_score):
        if one not in found and other not in found.values():
            found[one] = other
    return found


_Place = tuple[tuple[str, ...], "Kind"]


def _places(role: Role) -> dict[str, _Place]:
    """The level, by its name, and the kind of each criterion."""
    return {c.id: (tokens(level.title), kind) for level, kind, c in role.criteria()}


def _by_place(criteria: Iterable[Criterion], places: Mapping[str, _Place]) -> dict[_Place, list[Criterion]]:
    found: dict[_Place, list[Criterion]] = {}
    for criterion in criteria:
        found.setdefault(places[criterion.id], []).append(criterion)
    return found


def _said(criterion: Criterion) -> str:
    return " ".join(plain(criterion.text).casefold().split())


def _score(pair: tuple[float, str, str]) -> float:
    return -pair[0]


def _level(level: Level, names: dict[str, str]) -> Level:
    return level.model_copy(
        update={
            "responsibilities": tuple(_criterion(c, names) for c in level.responsibilities),
            "requirements": tuple(_criterion(c, names) for c in level.requirements),
        }
    )


def _criterion(criterion: Criterion, names: dict[str, str]) -> Criterion:
    refines = names.get(criterion.refines, criterion.refines) if criterion.refines else None
    return criterion.model_copy(update={"id": names.get(criterion.id, criterion.id), "refines": refines})
