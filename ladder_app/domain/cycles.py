"""The step from one cycle to the next: what it may be called, and what goes along."""

from dataclasses import dataclass
from datetime import date

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import cycle_name
from ladder_app.domain.history import next_cycle

_HALF_A_YEAR_MONTHS = 6


@dataclass(frozen=True, slots=True)
class CarryOver:
    """How much of the current cycle goes into the next, and how much stays behind with it, counted.

    `left_ratings` are those of criteria that the role no longer has.
    """

    ratings: int
    open_actions: int
    left_ratings: int
    evidence: int
    notes: int
    reviews: int
    agreed: int
    settled_actions: int
    indicators: int


def carry_over(assessment: Assessment, today: date) -> CarryOver:
    """What `next_cycle` would take along, and what not."""
    last, begun = assessment.cycle, next_cycle(assessment, "next", today).cycle
    return CarryOver(
        ratings=len(begun.ratings),
        open_actions=len(begun.actions),
        left_ratings=len(last.ratings) - len(begun.ratings),
        evidence=len(last.evidence),
        notes=len(last.notes),
        reviews=len(last.reviews),
        agreed=len(last.agreed),
        settled_actions=len(last.actions) - len(begun.actions),
        indicators=len(last.indicators),
    )


def next_cycle_name(assessment: Assessment, today: date) -> str:
    """What the next cycle may be called: the half-year of today, or the first after it that none is called."""
    year, half = today.year, 1 if today.month <= _HALF_A_YEAR_MONTHS else 2
    name = cycle_name(today)
    while not is_cycle_name_free(assessment, name):
        year, half = (year, 2) if half == 1 else (year + 1, 1)
        name = f"{year} H{half}"
    return name


def is_cycle_name_free(assessment: Assessment, name: str) -> bool:
    """Whether a cycle may be called so: it says something, and no cycle is called the same."""
    wanted = _known_as(name)
    return bool(wanted) and all(_known_as(cycle.name) != wanted for cycle in assessment.cycles)


def earlier_cycle(assessment: Assessment, number: int) -> Assessment:
    """The assessment with the cycle of that number (from 0) as its last: as it is looked back at."""
    return assessment.model_copy(update={"cycles": assessment.cycles[: number + 1]})


def _known_as(name: str) -> str:
    return " ".join(name.split()).casefold()
