"""Taking over a review, for any assessment and any review of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import review_by
from ladder_app.domain.reviewing import (
    Change,
    ChangeKind,
    is_outdated,
    review_changes,
    reviews_in,
    with_review,
)
from ladder_app.errors import ReviewRefused, UnknownName
from tests.domain.builders import TODAY, assessment, level, na, one, rated, role, scale
from tests.domain.strategies import assessments, ids_of, ratings_of

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def taken(draw: st.DrawFn) -> tuple[Assessment, Review]:
    """Any assessment, and any review of it by somebody who has reviewed it already or not."""
    made = draw(assessments())
    known = [review.reviewer for review in made.cycle.reviews]
    ids = ids_of(made.role)
    comments = draw(st.dictionaries(st.sampled_from(ids), st.text(min_size=1), max_size=4)) if ids else {}
    review = Review(
        reviewer=draw(st.sampled_from([*known, "Somebody New"])),
        date=draw(DAYS),
        ratings=draw(ratings_of(made.role)),
        comments=comments,
        overall=draw(st.none() | st.text(min_size=1)),
    )
    return made, review


@given(taken())
def test_that_taking_over_twice_changes_nothing_more(both: tuple[Assessment, Review]) -> None:
    made, review = both
    once = with_review(made, review)
    assert with_review(once, review) == once
    assert review_changes(once, review) == ()


@given(taken())
def test_that_nothing_but_that_review_changes(both: tuple[Assessment, Review]) -> None:
    made, review = both
    after = with_review(made, review)
    assert after.with_cycle(reviews=made.cycle.reviews) == made
    others = [one for one in made.cycle.reviews if one.reviewer != review.reviewer]
    assert [one for one in after.cycle.reviews if one.reviewer != review.reviewer] == others
    assert Assessment.model_validate(after.model_dump()) == after


@given(taken())
def test_that_an_older_review_changes_nothing_and_a_later_one_is_what_it_says(both: tuple[Assessment, Review]) -> None:
    made, review = both
    after = with_review(made, review)
    if is_outdated(made, review):
        assert after == made
    elif review.ratings or review.comments or review.overall:
        found = review_by(after.cycle, review.reviewer)
        assert {name: rating.step for name, rating in found.ratings.items()} == {
            name: rating.step for name, rating in review.ratings.items()
        }
        assert found.comments == review.comments
        assert found.overall == review.overall


@given(taken())
def test_that_the_changes_are_empty_exactly_where_ratings_and_words_stay(both: tuple[Assessment, Review]) -> None:
    made, review = both
    changes = review_changes(made, review)
    assert all(change.before != change.after for change in changes)
    if with_review(made, review) == made:
        assert changes == ()


ABOUT = role(level("only", ["a", "b"]))
MADE = assessment(ABOUT, rated(a=3))
FIRST = Review(
    reviewer="Sample Manager",
    date=TODAY,
    ratings={"a": Rating(step=2), "b": na("held elsewhere")},
    comments={"a": "Nearly."},
)


def test_that_changes_say_what_was_and_what_will_be_in_role_order() -> None:
    once = with_review(MADE, FIRST)
    later = Review(
        reviewer="sample  manager",
        date=TODAY + timedelta(days=1),
        ratings={"a": Rating(step=3), "b": na("")},
        overall="Well done.",
    )
    assert review_changes(once, later) == (
        Change(ChangeKind.RATING, "Sample Manager", "2 Growing", "3 Meets", "a", "Text of a."),
        Change(ChangeKind.COMMENT, "Sample Manager", "Nearly.", "", "a", "Text of a."),
        Change(ChangeKind.OVERALL, "Sample Manager", "", "Well done."),
    )
    after = with_review(once, later)
    (review,) = after.cycle.reviews
    assert review.ratings["b"] == na("held elsewhere")
    assert review.date == later.date


def test_that_what_was_not_asked_stays() -> None:
    once = with_review(MADE, FIRST)
    later = Review(reviewer="Sample Manager", date=TODAY, ratings={"b": Rating(step=1)})
    (review,) = with_review(once, later, asked=["b"]).cycle.reviews
    assert review.ratings == {"a": Rating(step=2), "b": Rating(step=1)}
    assert review.comments == {"a": "Nearly."}
    (whole,) = with_review(once, later).cycle.reviews
    assert whole.ratings == {"b": Rating(step=1)}


def test_that_an_empty_review_by_somebody_new_is_none() -> None:
    assert with_review(MADE, Review(reviewer="Sample Manager", date=TODAY)) is MADE


@pytest.mark.parametrize("ratings", [{"c": Rating(step=1)}, {"a": Rating(step=9)}])
def test_that_a_review_of_something_else_is_refused(ratings: dict[str, Rating]) -> None:
    with pytest.raises(UnknownName):
        with_review(MADE, Review(reviewer="Sample Manager", date=TODAY, ratings=ratings))


@pytest.mark.parametrize("name", ["self", "Agreed", " SELF "])
def test_that_no_reviewer_takes_the_name_of_other_ratings(name: str) -> None:
    with pytest.raises(ReviewRefused, match="that word stands for other ratings"):
        with_review(MADE, Review(reviewer=name, date=TODAY, ratings={"a": Rating(step=1)}))


def test_that_reviews_of_a_copy_are_found_and_those_of_anything_else_refused() -> None:
    copy = with_review(MADE, FIRST)
    assert reviews_in(copy, MADE) == (FIRST,)
    with pytest.raises(ReviewRefused, match="another assessment"):
        reviews_in(copy.model_copy(update={"id": "other"}), MADE)
    somebody = MADE.person.model_copy(update={"name": "Somebody Else"})
    with pytest.raises(ReviewRefused, match="about Somebody Else"):
        reviews_in(copy.model_copy(update={"id": "other", "person": somebody}), MADE)
    with pytest.raises(ReviewRefused, match="another rating scale"):
        reviews_in(copy.model_copy(update={"role": ABOUT.model_copy(update={"scale": scale(3, 2)})}), MADE)
    with pytest.raises(ReviewRefused, match="about the cycle"):
        reviews_in(copy.with_cycle(name="2026 H1"), MADE)
    with pytest.raises(ReviewRefused, match="does not have: b"):
        reviews_in(copy, assessment(role(level("only", ["a"])), rated(a=3)))


def test_that_a_review_may_speak_of_a_criterion_that_is_retired() -> None:
    made = assessment(role(level("l", ["a"])), rated(a=2)).model_copy(update={"retired": (one("old"),)})
    review = Review(
        reviewer="Sample Manager", date=TODAY, ratings={"old": Rating(step=1)}, comments={"old": "Well done"}
    )
    assert review_by(with_review(made, review).cycle, "Sample Manager").ratings["old"] == Rating(step=1)
