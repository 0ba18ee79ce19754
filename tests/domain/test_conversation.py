"""What is recorded in the conversation, for any assessment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.conversation import (
    with_agreed_rating,
    with_agreed_text,
    with_day_held,
    with_discussed,
    with_summary,
)
from ladder_app.domain.cycle import Agreed, Conversation
from ladder_app.domain.entries import Rating
from ladder_app.domain.history import take_over
from ladder_app.domain.merging import merge
from ladder_app.errors import UnknownName
from tests.domain.builders import TODAY, assessment, level, na, one, rated, role
from tests.domain.strategies import assessments, ids_of

ABOUT = role(level("only", ["a", "b"]))
MADE = assessment(ABOUT, rated(a=3, b=1))


@st.composite
def recorded(draw: st.DrawFn) -> tuple[Assessment, Assessment]:
    """Any assessment, and the same after something was recorded about one criterion and the whole."""
    made = draw(assessments())
    after = with_summary(with_day_held(made, draw(st.none() | st.just(TODAY))), draw(st.sampled_from(["", "Good."])))
    ids = ids_of(made.role)
    if ids:
        name = draw(st.sampled_from(ids))
        after = with_agreed_rating(after, name, draw(st.sampled_from([None, Rating(step=1), na()])))
        after = with_agreed_text(after, name, draw(st.sampled_from(["", "We try it."])))
        after = with_discussed(after, name, draw(st.none() | st.just(TODAY)))
    return made, after


@given(recorded())
def test_that_nothing_changes_but_what_is_recorded(both: tuple[Assessment, Assessment]) -> None:
    before, after = both
    same = after.with_cycle(agreed=before.cycle.agreed, conversation=before.cycle.conversation)
    assert same == before
    assert Assessment.model_validate(after.model_dump()) == after


@given(recorded())
def test_that_what_one_side_recorded_is_in_what_both_did(both: tuple[Assessment, Assessment]) -> None:
    before, after = both
    merged = merge(before, before, after)
    assert merged.conflicts == ()
    assert merged.assessment == after


def test_that_a_rating_and_words_are_recorded_apart_and_nothing_empty_stays() -> None:
    once = with_agreed_text(with_agreed_rating(MADE, "b", Rating(step=2)), "b", "Runs the next one alone.")
    assert once.cycle.agreed == {"b": Agreed(rating=Rating(step=2), text="Runs the next one alone.")}
    without_rating = with_agreed_rating(once, "b", None)
    assert without_rating.cycle.agreed == {"b": Agreed(text="Runs the next one alone.")}
    assert with_agreed_text(without_rating, "b", "").cycle.agreed == {}


def test_that_what_was_talked_about_has_its_day_and_can_be_taken_back() -> None:
    once = with_discussed(MADE, "a", TODAY)
    assert once.cycle.conversation == Conversation(discussed={"a": TODAY})
    assert with_discussed(once, "a", None) == MADE
    assert with_discussed(MADE, "a", None) == MADE


def test_that_both_sides_may_talk_about_different_criteria() -> None:
    merged = merge(MADE, with_discussed(MADE, "a", TODAY), with_summary(with_discussed(MADE, "b", TODAY), "Good."))
    assert merged.conflicts == ()
    assert merged.assessment.cycle.conversation == Conversation(summary="Good.", discussed={"a": TODAY, "b": TODAY})


def test_that_what_was_talked_about_follows_its_criterion_under_another_name() -> None:
    moved = role(level("only", [one("first", "Text of a."), "b"]))
    assert take_over(with_discussed(MADE, "a", TODAY), moved).cycle.conversation.discussed == {"first": TODAY}


@pytest.mark.parametrize(("name", "step"), [("c", 1), ("a", 9)])
def test_that_what_the_role_does_not_have_is_refused(name: str, step: int) -> None:
    with pytest.raises(UnknownName):
        with_agreed_rating(MADE, name, Rating(step=step))
    if name == "c":
        with pytest.raises(UnknownName):
            with_agreed_text(MADE, name, "Yes.")
        with pytest.raises(UnknownName):
            with_discussed(MADE, name, TODAY)
