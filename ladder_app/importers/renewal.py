"""A newer page of a role in use: its criteria keep the ids they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.history import role_difference

if TYPE_CHECKING:
    from ladder_app.domain.history import RoleDifference
    from ladder_app.domain.role import Criterion, Level, Role


def renewed(role: Role | None, earlier: Role) -> tuple[Role | None, RoleDifference | None]:
    """The role as a newer state of the earlier one – with its id, and the ids of the criteria that say the same there –
    and what is different; none of both for a source that holds no role."""
    if role is None:
        return None, None
    taken = {c.id for _, _, c in role.criteria()}
    names = {new: old for old, new in role_difference(earlier, role).renamed.items() if old not in taken}
    levels = tuple(_level(level, names) for level in role.levels)
    source = role.source or earlier.source
    new = role.model_copy(update={"id": earlier.id, "levels": levels, "source": source})
    return new, role_difference(earlier, new)


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
