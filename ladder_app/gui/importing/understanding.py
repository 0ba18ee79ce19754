"""What a source is understood as with what was decided so far, and all that is shown of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.gui.importing.words import asked
from ladder_app.importers.deciding import with_decision
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.renewal import renewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ladder_app.domain.history import RoleDifference
    from ladder_app.domain.role import Criterion, Role
    from ladder_app.gui.importing.words import Asked
    from ladder_app.importers.result import Imported


@dataclass(frozen=True, slots=True)
class Understanding:
    """One state of an import. `role` is as it would be saved: one in use (`earlier`) keeps its ids."""

    found: Imported
    decisions: tuple[Decision, ...]
    earlier: Role | None
    role: Role | None
    difference: RoleDifference | None
    asked: tuple[Asked, ...]

    def in_role(self, name: str | None) -> str | None:
        """What a criterion of the source is called in the role: as in the one in use, if it was there already."""
        return next((new.id for old, new in self._pairs() if old.id == name), name)

    def in_source(self, name: str) -> str:
        """What a criterion of the role is called in the source."""
        return next((old.id for old, new in self._pairs() if new.id == name), name)

    def _pairs(self) -> Iterator[tuple[Criterion, Criterion]]:
        """Each criterion as the source and as the role has it."""
        if self.earlier is not None and self.role is not None and self.found.role is not None:
            for (_, _, old), (_, _, new) in zip(self.found.role.criteria(), self.role.criteria(), strict=True):
                yield old, new


@dataclass(frozen=True, slots=True)
class Step:
    """What comes after a state, and how many of the things said had no effect."""

    after: Understanding
    unfit: int = 0


def understood(found: Imported, decisions: Sequence[Decision] = (), earlier: Role | None = None) -> Understanding:
    """The state that these make."""
    role, difference = (found.role, None) if earlier is None else renewed(found.role, earlier)
    return Understanding(found, tuple(decisions), earlier, role, difference, asked(found))


def with_decisions(
    wanted: Sequence[Decision],
    also: Sequence[Decision],
    before: Understanding,
    said: Callable[[int], object],
) -> Step:
    """The state with these decisions too, as far as they fit; of those in `also` nobody minds which do not.

    `said` is told how many are done.
    """
    found, made, unfit = before.found, list(before.decisions), 0
    for number, decision in enumerate((*wanted, *also), 1):
        after = with_decision(found, decision)
        if after is not None:
            found = after
            made.append(decision)
        elif number <= len(wanted):
            unfit += 1
        said(number)
    if len(made) == len(before.decisions):
        return Step(before, unfit)
    return Step(understood(found, made, before.earlier), unfit)


def compared(earlier: Role | None, path: str, before: Understanding, _said: object) -> Step:
    """The state compared with this role, in the file at that path, or with none."""
    if earlier == before.earlier:
        return Step(before)
    others = [decision for decision in before.decisions if decision.says is not Says.COMPARED]
    return Step(understood(before.found, [*others, Decision(Says.COMPARED, 0, "", path)], earlier))


def anew(source: Imported, before: Understanding, _said: object) -> Step:
    """The state before anything was decided; what it is compared with stays."""
    kept = [decision for decision in before.decisions if decision.says is Says.COMPARED]
    return Step(before) if before.found == source else Step(understood(source, kept, before.earlier))
