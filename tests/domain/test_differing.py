from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, HiringRecord, Person
from ladder_app.domain.cycle import Agreed, Conversation, IndicatorValue, Review
from ladder_app.domain.differing import difference
from ladder_app.domain.entries import Rating
from ladder_app.domain.history import next_cycle
from ladder_app.domain.role import Role
from tests.domain.builders import TODAY, assessment, level, proof, rated, role
from tests.domain.strategies import assessments, roles

LADDER = role(level("junior", ["a", "b"]), level("senior", ["c"], extends=["junior"]))
BASE = assessment(LADDER, rated(a=2), notes={"a": "So far."}, evidence=(proof("e1", "a"),))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Assessment, Assessment]:
    about = draw(roles())
    return draw(assessments(about)), draw(assessments(about))


@given(pairs())
def test_that_nothing_differs_from_itself_and_something_from_anything_else(pair: tuple[Assessment, Assessment]) -> None:
    one, other = pair[0], pair[1].model_copy(update={"id": pair[0].id})
    same = difference(one, one)
    assert same.touched == frozenset()
    assert not same.is_elsewhere
    assert not any(same.counts.values())
    found = difference(one, other)
    differs = bool(found.criteria) or found.is_elsewhere or found.is_profile or found.is_frame
    assert differs or one.model_copy(update={"retired": (), "retired_indicators": ()}) == other.model_copy(
        update={"retired": (), "retired_indicators": ()}
    )
    assert difference(other, one).criteria == found.criteria


def test_that_each_kind_is_counted_with_its_criteria() -> None:
    after = BASE.rated("b", Rating(step=1)).noted("a", "More.").with_evidence(proof("e1", "c"))
    found = difference(BASE, after)
    assert found.touched == frozenset({"a", "b", "c"})
    assert {name: count for name, count in found.counts.items() if count} == {"rating": 1, "note": 1, "evidence": 1}
    assert not found.is_elsewhere


def test_that_what_belongs_to_no_criterion_is_elsewhere() -> None:
    assert difference(BASE, BASE.with_evidence(proof("e2"))).is_elsewhere
    assert difference(BASE, BASE.with_promotion("Ready.", "")).is_elsewhere


def test_that_a_review_and_the_talk_are_about_their_criteria() -> None:
    first = Review(reviewer="Sample Manager", date=TODAY, ratings=rated(a=1))
    more = first.model_copy(update={"comments": {"b": "Well done."}})
    reviewed = BASE.with_cycle(reviews=(first,))
    assert difference(BASE, reviewed).touched == frozenset({"a"})
    assert difference(reviewed, BASE.with_cycle(reviews=(more,))).touched == frozenset({"b"})
    assert difference(reviewed, BASE).touched == frozenset({"a"})
    talked = BASE.with_cycle(conversation=Conversation(discussed={"c": TODAY}), agreed={"b": Agreed(text="Yes.")})
    assert difference(BASE, talked).touched == frozenset({"b", "c"})


def test_that_a_profile_and_a_new_cycle_are_about_everything() -> None:
    profile = difference(BASE, BASE.with_profile(Person(name="Sample Engineer Two"), BASE.current, BASE.target))
    assert profile.is_profile
    assert profile.touched is None
    begun = difference(BASE, next_cycle(BASE, "2027 H1", TODAY))
    assert begun.is_frame
    assert not any(begun.counts.values())


def test_that_what_is_beside_the_criteria_is_counted_by_its_name() -> None:
    about = Role.model_validate(
        {**LADDER.model_dump(), "performance_indicators": [{"id": "rate", "text": "Completion rate"}]}
    )
    before = assessment(about, indicators=(IndicatorValue(indicator="rate", period="Q1", value="1"),))
    review = Review(reviewer="Sample Manager", date=TODAY)
    after = before.with_promotion("Ready.", "").with_cycle(
        reviews=(review,),
        indicators=(IndicatorValue(indicator="rate", period="Q1", value="2"),),
        conversation=Conversation(summary="We go on."),
    )
    after = after.model_copy(update={"hiring": (HiringRecord(step="A call.", outcome="passed"),)})
    named = {name: count for name, count in difference(before, after).counts.items() if count}
    assert named == dict.fromkeys(("indicator", "hiring", "review", "conversation", "promotion"), 1)
    renamed = before.with_cycle(name="2027")
    assert {name: count for name, count in difference(before, renamed).counts.items() if count} == {"other": 1}
