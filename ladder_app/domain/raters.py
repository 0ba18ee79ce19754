"""Whose ratings count: the person's own, a reviewer's, or what both agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.errors import UnknownName, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.domain.cycle import Cycle, Review
    from ladder_app.domain.entries import Rating

SELF = "self"
AGREED = "agreed"


def raters(cycle: Cycle) -> tuple[str, ...]:
    """All raters of a cycle: `self`, each reviewer by name, and `agreed`."""
    return (SELF, *(review.reviewer for review in cycle.reviews), AGREED)


def ratings_by(cycle: Cycle, rater: str = SELF) -> Mapping[str, Rating]:
    """The ratings of one rater by criterion id.

    An agreed rating is the one recorded in the conversation. Where none is recorded, the person
    and every reviewer who rated the criterion giving the same counts as agreed; otherwise the
    criterion is unrated for `agreed`. Raises `UnknownName` for somebody who has not rated.
    """
    if rater == SELF:
        return cycle.ratings
    if rater == AGREED:
        return _agreed(cycle)
    return review_by(cycle, rater).ratings


def review_by(cycle: Cycle, reviewer: str) -> Review:
    """The review of that reviewer. Raises `UnknownName` for somebody who has not reviewed."""
    for review in cycle.reviews:
        if review.reviewer == reviewer:
            return review
    raise UnknownName(
        f"Nobody called “{reviewer}” has rated in {cycle.name}.{did_you_mean(reviewer, raters(cycle))}"
        f" Raters: {', '.join(raters(cycle))}."
    )


def same_view(one: Rating, other: Rating) -> bool:
    """Whether two ratings say the same: the same step, or both that it does not apply."""
    return one.step == other.step  # None where it does not apply


def _agreed(cycle: Cycle) -> dict[str, Rating]:
    found: dict[str, Rating] = {}
    for name, own in cycle.ratings.items():
        reviewed = [review.ratings[name] for review in cycle.reviews if name in review.ratings]
        if reviewed and all(same_view(own, theirs) for theirs in reviewed):
            found[name] = own
    for name, agreed in cycle.agreed.items():
        if agreed.rating is not None:
            found[name] = agreed.rating
    return found
