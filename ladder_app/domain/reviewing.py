"""Taking over what a reviewer answered: whether it belongs here, what will change, and the assessment with it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle, Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, SELF, same_view
from ladder_app.domain.scale import Scale
from ladder_app.errors import ReviewRefused, UnknownName

V = TypeVar("V")

# More unknown criteria than these are counted, not listed.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Origin:
    """What a reviewer was asked about: whose assessment, which cycle, which criteria, on which scale.

    `scale` holds the steps as `step_choices` names them, from the lowest.
    """

    assessment_id: str
    person: str
    role_id: str
    cycle: str
    criteria: tuple[str, ...]
    scale: tuple[str, ...]


class ChangeKind(Enum):
    """What of a review changes."""

    RATING = "rating"
    COMMENT = "comment"
    OVERALL = "overall comments"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that taking over a review changes, as people read it: `2 Growing` before, `3 Meets` after.

    What is not there (yet, or any more) is empty. `criterion_id` and its `text` are empty for what is about the whole.
    """

    kind: ChangeKind
    reviewer: str
    before: str
    after: str
    criterion_id: str = ""
    text: str = ""


def step_choices(scale: Scale) -> tuple[str, ...]:
    """The steps as one chooses them in a form, each on one line: `3 Meets`."""
    return tuple(" ".join(scale.named(step).split()) for step in range(len(scale.steps)))


def require_fitting(assessment: Assessment, origin: Origin) -> None:
    """Raises `ReviewRefused`, with every reason, for a review that was asked for about something else."""
    reasons = list(_misfits(assessment, origin))
    if reasons:
        raise ReviewRefused(*reasons)


def reviews_in(other: Assessment, assessment: Assessment) -> tuple[Review, ...]:
    """The reviews that another copy of the assessment has of its current cycle; its self-ratings stay there.

    Raises `ReviewRefused` for an assessment of somebody else, of another cycle, or about a role with other criteria.
    """
    cycle = other.cycle
    named = {name for review in cycle.reviews for name in (*review.ratings, *review.comments)}
    role = other.role
    origin = Origin(other.id, other.person.name, role.id, cycle.name, tuple(sorted(named)), step_choices(role.scale))
    require_fitting(assessment, origin)
    return cycle.reviews


def with_review(assessment: Assessment, review: Review, asked: Collection[str] | None = None) -> Assessment:
    """The assessment with this review of its current cycle: a new one, or in place of the same reviewer's older one.

    Nothing else changes: neither the person's own ratings nor what other reviewers said. `asked` are
    the criteria that the reviewer was asked about (all, unless given); what they said earlier about
    others stays. A review older than the one that is there, or one that says nothing new, changes
    nothing. Raises `UnknownName` for a criterion or a step that the role does not have, and
    `ReviewRefused` for a reviewer called `self` or `agreed`.
    """
    _require(assessment, review)
    before = _earlier(assessment.cycle, review.reviewer)
    after = _taken_over(before, review, asked)
    if after is None or after is before:
        return assessment
    reviews = assessment.cycle.reviews
    if before is None:
        return assessment.with_cycle(reviews=(*reviews, after))
    return assessment.with_cycle(reviews=tuple(after if one is before else one for one in reviews))


def with_written_review(assessment: Assessment, reviewer: str, today: date, **changes: object) -> Assessment:
    """The assessment after a reviewer wrote something today: `ratings`, `comments` or `overall` are as given.

    A review in which nothing is left is none. Raises what `with_review` raises.
    """
    reviews = assessment.cycle.reviews
    before = next((review for review in reviews if review.reviewer == reviewer), None)
    start = before or Review(reviewer=reviewer, date=today)
    after = start.model_copy(update={**changes, "date": today})
    _require(assessment, after)
    if not (after.ratings or after.comments or after.overall):
        return assessment.with_cycle(reviews=tuple(review for review in reviews if review is not before))
    if before is None:
        return assessment.with_cycle(reviews=(*reviews, after))
    return assessment.with_cycle(reviews=tuple(after if review is before else review for review in reviews))


def review_changes(assessment: Assessment, review: Review, asked: Collection[str] | None = None) -> tuple[Change, ...]:
    """What `with_review` would change, in role order, what is about the whole last. Raises what it raises."""
    after = _earlier(with_review(assessment, review, asked).cycle, review.reviewer)
    before = _earlier(assessment.cycle, review.reviewer)
    return () if after is None or after == before else tuple(_changes(assessment, before, after))


def is_outdated(assessment: Assessment, review: Review) -> bool:
    """Whether the assessment has a later review by the same reviewer, which this one leaves as it is."""
    earlier = _earlier(assessment.cycle, review.reviewer)
    return earlier is not None and review.date < earlier.date


def _misfits(assessment: Assessment, origin: Origin) -> Iterator[str]:
    role, person = assessment.role, assessment.person.name
    if origin.assessment_id != assessment.id or origin.role_id != role.id:
        if origin.person != person:
            yield f"This review is about {origin.person}; the assessment is that of {person}."
        else:
            yield f"This review is about another assessment of {person}."
        return
    if origin.cycle != assessment.cycle.name:
        yield (
            f"This review is about the cycle “{origin.cycle}”; the assessment is at “{assessment.cycle.name}”."
            " Export the form again and have that one filled in."
        )
    known = {criterion.id for _, _, criterion in role.criteria()}
    unknown = [name for name in origin.criteria if name not in known]
    if unknown:
        named = ", ".join(unknown[:_MOST_NAMED]) + (", …" if len(unknown) > _MOST_NAMED else "")
        yield f"This review is about another version of the role, with criteria that this one does not have: {named}."
    if origin.scale != step_choices(role.scale):
        yield "This review is about another version of the role, with another rating scale."


def _require(assessment: Assessment, review: Review) -> None:
    if known_as(review.reviewer) in (SELF, AGREED):
        raise ReviewRefused(f"A reviewer cannot be called “{review.reviewer}”: that word stands for other ratings.")
    retired = {criterion.id for criterion in assessment.retired}
    for name in (*review.ratings, *review.comments):
        if name not in retired:
            assessment.role.criterion(name)
    highest = assessment.role.scale.highest
    for rating in review.ratings.values():
        if rating.step is not None and rating.step > highest:
            raise UnknownName(f"The scale goes from 0 to {highest}; {rating.step} is not on it.")


def _earlier(cycle: Cycle, reviewer: str) -> Review | None:
    """The review by that person, however they spaced or capitalised their name."""
    for review in cycle.reviews:
        if review.reviewer == reviewer:
            return review
    for review in cycle.reviews:
        if known_as(review.reviewer) == known_as(reviewer):
            return review
    return None


def known_as(name: str) -> str:
    """What a name is known by, however it is spaced and capitalised."""
    return " ".join(name.split()).casefold()


def _taken_over(before: Review | None, review: Review, asked: Collection[str] | None) -> Review | None:
    if before is None:
        return review if review.ratings or review.comments or review.overall else None
    if review.date < before.date:
        return before
    ratings = {name: _settled(before.ratings.get(name), rating) for name, rating in review.ratings.items()}
    after = review.model_copy(
        update={
            "reviewer": before.reviewer,
            "ratings": {**_left(before.ratings, asked), **ratings},
            "comments": {**_left(before.comments, asked), **review.comments},
        }
    )
    same = after.model_copy(update={"date": before.date}) == before
    return before if same else after


def _left(entries: Mapping[str, V], asked: Collection[str] | None) -> dict[str, V]:
    """What was said about criteria that were not asked about."""
    return {} if asked is None else {name: entry for name, entry in entries.items() if name not in asked}


def _settled(before: Rating | None, rating: Rating) -> Rating:
    """The rating, with the reason that was there where it says no more than that it does not apply."""
    if before is not None and same_view(before, rating) and not rating.not_applicable:
        return before
    return rating


def _changes(assessment: Assessment, before: Review | None, after: Review) -> Iterator[Change]:
    scale = assessment.role.scale
    texts = {criterion.id: criterion.text for _, _, criterion in assessment.role.criteria()}
    texts.update((criterion.id, criterion.text) for criterion in assessment.retired)
    old_ratings = {} if before is None else before.ratings
    old_comments = {} if before is None else before.comments
    for name, text in texts.items():
        was, now = (_rating_words(scale, ratings.get(name)) for ratings in (old_ratings, after.ratings))
        if was != now:
            yield Change(ChangeKind.RATING, after.reviewer, was, now, name, text)
        was, now = old_comments.get(name, ""), after.comments.get(name, "")
        if was != now:
            yield Change(ChangeKind.COMMENT, after.reviewer, was, now, name, text)
    was, now = (before.overall if before else None) or "", after.overall or ""
    if was != now:
        yield Change(ChangeKind.OVERALL, after.reviewer, was, now)


def _rating_words(scale: Scale, rating: Rating | None) -> str:
    if rating is None:
        return ""
    if rating.step is not None:
        return scale.named(rating.step)
    return f"not applicable: {rating.not_applicable}" if rating.not_applicable else "not applicable"
