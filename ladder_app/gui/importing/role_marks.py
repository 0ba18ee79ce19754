"""What is different about a role against the one in use, as a tree of it shows that. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.markup import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.domain.role import Criterion
    from ladder_app.gui.importing.understanding import Understanding


@dataclass(frozen=True, slots=True)
class RoleMarks:
    """`new` are ids of criteria; `former` says how reworded ones read before, by their ids; `gone` are those that are
    asked no more, by the id of their level; `lost` those whose level is gone, too."""

    new: frozenset[str] = frozenset()
    former: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, tuple[Criterion, ...]] = field(default_factory=dict)
    lost: tuple[Criterion, ...] = ()


NO_MARKS = RoleMarks()


def marks_of(now: Understanding) -> RoleMarks:
    """What is different against the role that the source is a newer state of; nothing without one."""
    difference, earlier, role = now.difference, now.earlier, now.role
    if difference is None or earlier is None or role is None:
        return NO_MARKS
    homes = {c.id: level for level, _, c in earlier.criteria()}
    ids, titles = {level.id for level in role.levels}, {plain(level.title): level.id for level in role.levels}
    gone: dict[str, list[Criterion]] = {}
    for criterion in difference.gone:
        home = homes[criterion.id]
        here = home.id if home.id in ids else titles.get(plain(home.title), "")
        gone.setdefault(here, []).append(criterion)
    lost = tuple(gone.pop("", ()))
    former = {pair.new.id: pair.old.text for pair in difference.reworded}
    kept = {level: tuple(criteria) for level, criteria in gone.items()}
    return RoleMarks(frozenset(c.id for c in difference.new), former, kept, lost)
