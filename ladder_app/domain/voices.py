"""Whose view a person writes: their own, or, as a reviewer, a review. What is rated and noted goes there alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.reviewing import known_as, with_written_review
from ladder_app.errors import ReviewRefused

if TYPE_CHECKING:
    from datetime import date

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.cycle import Cycle, Review
    from ladder_app.domain.entries import Rating

V = TypeVar("V")


class Voice(Protocol):
    """Where ratings and notes are read from and written to."""

    @property
    def rater(self) -> str:
        """By which name its ratings are known."""

    @property
    def is_own(self) -> bool:
        """Whether the person the assessment is about speaks."""

    def seen(self, cycle: Cycle) -> Cycle:
        """The cycle as this voice works on it: `ratings` and `notes` are its own."""

    def rated(self, assessment: Assessment, criterion_id: str, rating: Rating | None) -> Assessment:
        """A copy with this rating of a criterion; None clears it. Raises `UnknownName`."""

    def noted(self, assessment: Assessment, criterion_id: str, text: str) -> Assessment:
        """A copy with these words on a criterion; empty text removes them. Raises `UnknownName`."""

    def may(self, before: Assessment, after: Assessment) -> bool:
        """Whether this voice may make the one of the other."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """The person themselves: their ratings and private notes, and everything else."""

    rater: str = SELF
    is_own: bool = True

    def seen(self, cycle: Cycle) -> Cycle:
        return cycle

    def rated(self, assessment: Assessment, criterion_id: str, rating: Rating | None) -> Assessment:
        return assessment.rated(criterion_id, rating)

    def noted(self, assessment: Assessment, criterion_id: str, text: str) -> Assessment:
        return assessment.noted(criterion_id, text)

    def may(self, before: Assessment, after: Assessment) -> bool:  # noqa: ARG002 – whatever it is
        return True


OWN = OwnVoice()


@dataclass(frozen=True, slots=True)
class ReviewVoice:
    """A reviewer: nothing but their own review, which is dated `today` once they write.

    They see neither private notes, nor actions, nor what others said, nor, in place of their own, the person's ratings.
    """

    rater: str
    today: date
    is_own: bool = False

    def review(self, cycle: Cycle) -> Review | None:
        """What they have written so far."""
        return next((review for review in cycle.reviews if review.reviewer == self.rater), None)

    def seen(self, cycle: Cycle) -> Cycle:
        review = self.review(cycle)
        own = {"ratings": review.ratings, "notes": review.comments} if review else {"ratings": {}, "notes": {}}
        return cycle.model_copy(update={**own, "actions": (), "reviews": (), "agreed": {}})

    def rated(self, assessment: Assessment, criterion_id: str, rating: Rating | None) -> Assessment:
        review = self.review(assessment.cycle)
        ratings = _with(dict(review.ratings) if review else {}, criterion_id, rating)
        return with_written_review(assessment, self.rater, self.today, ratings=ratings)

    def noted(self, assessment: Assessment, criterion_id: str, text: str) -> Assessment:
        review = self.review(assessment.cycle)
        comments = _with(dict(review.comments) if review else {}, criterion_id, text or None)
        return with_written_review(assessment, self.rater, self.today, comments=comments)

    def summed_up(self, assessment: Assessment, text: str) -> Assessment:
        """A copy with this as what they say about the whole; empty text removes it."""
        return with_written_review(assessment, self.rater, self.today, overall=text or None)

    def may(self, before: Assessment, after: Assessment) -> bool:
        one, other = (tuple(r for r in made.cycle.reviews if r.reviewer != self.rater) for made in (before, after))
        return one == other and after.with_cycle(reviews=before.cycle.reviews) == before


def reviewer_of(assessment: Assessment, name: str) -> str:
    """The name to review by: as an earlier review of this cycle spells it, if it is by the same person.

    Raises `ReviewRefused` for a name that stands for other ratings, or that of the person themselves.
    """
    known = known_as(name)
    if not known:
        raise ReviewRefused("A review needs the reviewer’s name.")
    if known in (SELF, AGREED):
        raise ReviewRefused(f"A reviewer cannot be called “{name}”: that word stands for other ratings.")
    if known == known_as(assessment.person.name):
        raise ReviewRefused(f"This is the assessment of {assessment.person.name}; a review is somebody else’s.")
    spelled = (review.reviewer for review in assessment.cycle.reviews if known_as(review.reviewer) == known)
    return next(spelled, " ".join(name.split()))


def _with(entries: dict[str, V], key: str, value: V | None) -> dict[str, V]:
    if value is None:
        entries.pop(key, None)
    else:
        entries[key] = value
    return entries
