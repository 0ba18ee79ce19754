"""Who writes what: the person everything of theirs, a reviewer their review alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.merging import merge
from ladder_app.domain.reviewing import reviews_in, with_review
from ladder_app.domain.voices import OWN, ReviewVoice, reviewer_of
from ladder_app.errors import ReviewRefused, UnknownName
from tests.domain.builders import TODAY, assessment, level, na, rated, role
from tests.domain.strategies import assessments, ids_of, ratings_of

VOICE = ReviewVoice("Sample Manager", TODAY)
ABOUT = role(level("only", ["a", "b"]))
MADE = assessment(ABOUT, rated(a=3, b=1), notes={"a": "Mine alone."}, actions=[{"id": "x", "text": "Do it."}])


@st.composite
def written(draw: st.DrawFn, names: tuple[str, ...] = ("Sample Manager", "Somebody New")) -> tuple[Assessment, ...]:
    """Any assessment, and the same after a reviewer rated, wrote and summed up."""
    made = draw(assessments())
    voice = ReviewVoice(draw(st.sampled_from(names)), TODAY)
    after = voice.summed_up(made, draw(st.sampled_from(["", "A good year."])))
    for name in draw(st.lists(st.sampled_from(ids_of(made.role)), max_size=3)) if ids_of(made.role) else ():
        after = voice.rated(after, name, draw(st.sampled_from([None, Rating(step=1), na()])))
        after = voice.noted(after, name, draw(st.sampled_from(["", "Well done."])))
    return made, after


@given(written())
def test_that_a_reviewer_changes_their_review_alone(both: tuple[Assessment, ...]) -> None:
    before, after = both
    assert after.with_cycle(reviews=before.cycle.reviews) == before
    theirs = {review.reviewer for review in after.cycle.reviews if review not in before.cycle.reviews}
    assert len(theirs) <= 1
    assert Assessment.model_validate(after.model_dump()) == after
    for name in theirs or {"Sample Manager"}:
        assert ReviewVoice(name, TODAY).may(before, after)


@st.composite
def two_reviews(draw: st.DrawFn) -> tuple[Assessment, Review, Review]:
    made = draw(assessments())
    ids = ids_of(made.role)

    def review(name: str) -> Review:
        said = draw(st.dictionaries(st.sampled_from(ids), st.text(min_size=1), max_size=3)) if ids else {}
        return Review(
            reviewer=name,
            date=TODAY + timedelta(days=9999),
            ratings=draw(ratings_of(made.role)),
            comments=said,
            overall=draw(st.none() | st.text(min_size=1)),
        )

    return made, review("Sample Manager"), review("Sample Peer")


@given(two_reviews())
def test_that_the_order_of_two_reviewers_does_not_matter_and_no_text_is_lost(
    drawn: tuple[Assessment, Review, Review],
) -> None:
    made, one, other = drawn

    def by_name(result: Assessment) -> dict[str, Review]:
        return {review.reviewer: review for review in result.cycle.reviews}

    first, second = with_review(with_review(made, one), other), with_review(with_review(made, other), one)
    assert by_name(first) == by_name(second)
    assert with_review(with_review(first, one), other) == first
    for review in (one, other):
        if review.ratings or review.comments or review.overall:
            kept = by_name(first)[review.reviewer]
            assert kept.comments == review.comments
            assert kept.overall == review.overall
    for review in made.cycle.reviews:
        if review.reviewer not in (one.reviewer, other.reviewer):
            assert by_name(first)[review.reviewer] == review
    assert first.cycle.ratings == made.cycle.ratings


@given(two_reviews())
def test_that_a_copy_merged_gives_what_the_reviewer_wrote_into_the_file_itself(
    drawn: tuple[Assessment, Review, Review],
) -> None:
    made, one, _ = drawn
    copy = with_review(made, one)
    merged = made
    for review in reviews_in(copy, made):
        merged = with_review(merged, review)
    assert merged == copy
    assert merge(made, made, copy).assessment == copy


def test_that_a_reviewer_sees_no_notes_no_actions_and_their_own_ratings_in_place_of_the_person_s() -> None:
    after = VOICE.noted(VOICE.rated(MADE, "a", Rating(step=2)), "a", "Nearly.")
    seen = VOICE.seen(after.cycle)
    assert (seen.ratings, seen.notes) == ({"a": Rating(step=2)}, {"a": "Nearly."})
    assert (seen.actions, seen.reviews, dict(seen.agreed)) == ((), (), {})
    assert VOICE.seen(MADE.cycle).ratings == {}
    assert OWN.seen(after.cycle) is after.cycle


def test_that_a_review_in_which_nothing_is_left_is_none() -> None:
    after = VOICE.noted(VOICE.rated(MADE, "a", Rating(step=2)), "a", "Nearly.")
    assert VOICE.rated(VOICE.noted(after, "a", ""), "a", None) == MADE


def test_that_a_second_reviewer_stands_beside_the_first() -> None:
    peer = ReviewVoice("Sample Peer", TODAY)
    both = peer.rated(VOICE.rated(MADE, "a", Rating(step=2)), "a", Rating(step=4))
    assert [review.ratings["a"].step for review in both.cycle.reviews] == [2, 4]
    assert [review.ratings["a"].step for review in VOICE.rated(both, "a", na()).cycle.reviews] == [None, 4]
    assert not peer.may(both, VOICE.rated(both, "a", na()))


def test_that_a_reviewer_may_change_nothing_else_and_the_person_everything() -> None:
    for after in (
        MADE.rated("a", Rating(step=1)),
        MADE.noted("a", ""),
        MADE.without_action("x"),
        MADE.with_profile(MADE.person.model_copy(update={"title": "Other"}), None, "only"),
    ):
        assert not VOICE.may(MADE, after)
        assert OWN.may(MADE, after)
    assert VOICE.may(MADE, VOICE.summed_up(MADE, "Good."))


def test_that_what_the_person_writes_goes_where_it_belongs() -> None:
    assert OWN.rated(MADE, "a", None) == MADE.rated("a", None)
    assert OWN.noted(MADE, "a", "New.") == MADE.noted("a", "New.")


def test_that_what_the_role_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownName):
        VOICE.rated(MADE, "c", Rating(step=1))
    with pytest.raises(UnknownName):
        VOICE.rated(MADE, "a", Rating(step=9))


@pytest.mark.parametrize("name", ["", "  ", "Self", "agreed", "sample  engineer"])
def test_that_no_reviewer_goes_by_a_name_that_means_somebody_else(name: str) -> None:
    with pytest.raises(ReviewRefused):
        reviewer_of(MADE, name)


def test_that_a_reviewer_goes_on_with_their_review_however_they_spell_their_name() -> None:
    assert reviewer_of(MADE, " Sample   Manager ") == "Sample Manager"
    assert reviewer_of(VOICE.rated(MADE, "a", Rating(step=2)), "sample manager") == "Sample Manager"
