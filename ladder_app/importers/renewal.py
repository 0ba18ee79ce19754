"""A newer page of a role in use: its criteria keep the ids they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.history import role_difference

if TYPE_CHECKING:
    from ladder_app.domain.role import Criterion, Level, Role


def keeping_ids(role: Role, earlier: Role) -> Role:
    """The role with the id of the earlier one, and the ids of the criteria that say the same there."""
    taken = {c.id for _, _, c in role.criteria()}
    names = {new: old for old, new in role_difference(earlier, role).renamed.items() if old not in taken}
    levels = tuple(_level(level, names) for level in role.levels)
    return role.model_copy(update={"id": earlier.id, "levels": levels})


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
