"""What an assessment has about some criteria of its role: what a change of the role would touch."""

from collections.abc import Collection
from dataclasses import dataclass

from ladder_app.domain.assessment import Assessment


@dataclass(frozen=True, slots=True)
class RoleUse:
    """How many of the criteria are rated, by anybody and in any cycle; how many entries and actions are about them."""

    rated: int
    evidence: int
    actions: int

    @property
    def is_none(self) -> bool:
        return not (self.rated or self.evidence or self.actions)


def use_of(assessment: Assessment, names: Collection[str]) -> RoleUse:
    """What there is about the criteria of these ids."""
    wanted = frozenset(names)
    rated: set[str] = set()
    evidence: set[str] = set()
    actions: set[str] = set()
    for cycle in assessment.cycles:
        rated.update(cycle.ratings, cycle.agreed, *(review.ratings for review in cycle.reviews))
        evidence.update(entry.id for entry in cycle.evidence if wanted.intersection(entry.criteria))
        actions.update(action.id for action in cycle.actions if wanted.intersection(action.criteria))
    return RoleUse(rated=len(rated & wanted), evidence=len(evidence), actions=len(actions))
