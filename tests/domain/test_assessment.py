from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.cycle import Agreed, cycle_name
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.errors import UnknownName
from tests.domain.builders import SAMPLE, TODAY, assessment, faults_in, level, na, one, proof, rated, role
from tests.domain.strategies import assessments, ids_of, ratings_of

LADDER = role(level("junior", ["a", "b"]), level("senior", ["c"], extends=["junior"]), level("principal"))


def test_that_a_new_one_is_about_the_level_above() -> None:
    file = new_assessment(LADDER, SAMPLE, date(2026, 6, 30), current="junior", identity="sample")
    assert (file.current, file.target) == ("junior", "senior")
    assert (file.cycle.name, file.cycle.opened, file.cycle.closed) == ("2026 H1", date(2026, 6, 30), None)
    assert file.cycle.ratings == {}
    assert file.role is LADDER


def test_that_a_new_one_goes_to_the_level_named_and_starts_from_the_first() -> None:
    assert new_assessment(LADDER, SAMPLE, TODAY, target="principal", identity="sample").target == "principal"
    assert new_assessment(LADDER, SAMPLE, TODAY, identity="sample").target == "junior"
    assert new_assessment(LADDER, SAMPLE, TODAY, "senior", "junior", identity="sample").target == "junior"


@pytest.mark.parametrize(("current", "target"), [("x", None), ("x", "junior"), (None, "x")])
def test_that_a_new_one_knows_its_levels(current: str | None, target: str | None) -> None:
    with pytest.raises(UnknownName, match="no level “x”"):
        new_assessment(LADDER, SAMPLE, TODAY, current, target, identity="sample")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "2026 H1"),
        (date(2026, 6, 30), "2026 H1"),
        (date(2026, 7, 1), "2026 H2"),
        (date(2026, 12, 31), "2026 H2"),
    ],
)
def test_that_a_cycle_is_named_for_its_half_year(day: date, name: str) -> None:
    assert cycle_name(day) == name


@pytest.mark.parametrize("given", [{}, {"step": 3, "not_applicable": "no"}, {"carried": True}])
def test_that_a_rating_is_a_step_or_not_applicable(given: dict[str, object]) -> None:
    assert faults_in(lambda: Rating.model_validate(given)) == {
        (): "A rating is either a step or not_applicable with a reason, one of the two."
    }


def test_that_not_applicable_may_still_lack_its_reason() -> None:
    assert not Rating(not_applicable="").applies
    assert Rating(step=0).applies


@given(assessments(), st.data())
def test_that_rating_gives_a_copy_and_leaves_the_original(file: Assessment, data: st.DataObject) -> None:
    names = ids_of(file.role)
    assume(names)
    name = data.draw(st.sampled_from(names))
    before = file.model_dump()
    rating = data.draw(ratings_of(file.role, [name])).get(name)
    after = file.rated(name, rating)
    assert file.model_dump() == before
    assert after.cycle.ratings.get(name) == rating
    assert {key: r for key, r in after.cycle.ratings.items() if key != name} == {
        key: r for key, r in file.cycle.ratings.items() if key != name
    }
    assert after.cycles[:-1] == file.cycles[:-1]
    assert after.model_copy(update={"cycles": file.cycles}) == file
    assert after.rated(name, file.cycle.ratings.get(name)) == file


@given(assessments())
def test_that_an_assessment_survives_being_written_down(file: Assessment) -> None:
    assert Assessment.model_validate(file.model_dump()) == file
    assert Assessment.model_validate_json(file.model_dump_json()) == file


def test_that_a_new_rating_carries_no_mark() -> None:
    file = assessment(LADDER, {"a": Rating(step=3, carried=True, check_again=True)})
    assert file.rated("a", Rating(step=3)).cycle.ratings["a"] == Rating(step=3)


def test_that_only_what_the_role_has_can_be_rated() -> None:
    file = assessment(LADDER)
    with pytest.raises(UnknownName, match="no criterion “z”"):
        file.rated("z", Rating(step=1))
    with pytest.raises(UnknownName, match="no criterion “z”"):
        file.rated("z", None)
    with pytest.raises(UnknownName, match="The scale goes from 0 to 4; 5 is not on it"):
        file.rated("a", Rating(step=5))
    assert file.rated("a", Rating(step=4)).rated("b", na()).cycle.ratings == rated(a=4, b=None)


def test_that_nothing_of_a_file_can_be_set() -> None:
    file = assessment(LADDER, rated(a=3))
    with pytest.raises(ValidationError, match="frozen"):
        file.target = "junior"
    with pytest.raises(ValidationError, match="frozen"):
        file.cycle.ratings["a"].step = 4
    with pytest.raises(ValidationError, match="frozen"):
        file.cycle.closed = TODAY


def test_that_a_note_is_kept_and_an_empty_one_removed() -> None:
    file = assessment(LADDER).noted("a", "Ask for feedback.")
    assert file.cycle.notes == {"a": "Ask for feedback."}
    assert file.noted("a", "").cycle.notes == {}
    assert file.noted("b", "").cycle.notes == {"a": "Ask for feedback."}
    with pytest.raises(UnknownName):
        file.noted("z", "No.")


def test_that_evidence_is_added_replaced_in_place_and_removed() -> None:
    file = assessment(LADDER).with_evidence(proof("one", "a")).with_evidence(proof("two", "a", "b"))
    changed = file.with_evidence(proof("one", "c"))
    assert [(e.id, e.criteria) for e in changed.cycle.evidence] == [("one", ("c",)), ("two", ("a", "b"))]
    assert [e.id for e in changed.without_evidence("one").cycle.evidence] == ["two"]
    assert changed.without_evidence("zero") == changed
    assert file.cycle.evidenced() == {"a", "b"}


def test_that_evidence_comes_newest_first() -> None:
    days = [date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1)]
    items = [Evidence(id=f"e{i}", date=day, text="T", criteria=("a",)) for i, day in enumerate(days)]
    cycle = assessment(LADDER, evidence=[*items, proof("other", "b")]).cycle
    assert [e.id for e in cycle.evidence_for("a")] == ["e1", "e2", "e0"]
    assert cycle.evidence_for("c") == ()


def test_that_actions_are_added_replaced_in_place_and_removed() -> None:
    one_, two = Action(id="one", text="T", criteria=("a",)), Action(id="two", text="T", criteria=("b", "a"))
    file = assessment(LADDER).with_action(one_).with_action(two)
    changed = file.with_action(one_.model_copy(update={"text": "Other."}))
    assert [(a.id, a.text) for a in changed.cycle.actions] == [("one", "Other."), ("two", "T")]
    assert [a.id for a in changed.cycle.actions_for("a")] == ["one", "two"]
    assert [a.id for a in changed.without_action("two").cycle.actions] == ["one"]
    assert file.cycle.actions_for("c") == ()


def test_that_evidence_and_actions_are_about_criteria_that_are_or_were() -> None:
    file = assessment(LADDER).model_copy(update={"retired": (one("old"),)})
    assert file.with_evidence(proof("e", "old", "a")).cycle.evidenced() == {"old", "a"}
    assert file.with_action(Action(id="x", text="T", criteria=("old",))).cycle.actions_for("old")
    with pytest.raises(UnknownName, match="no criterion “z”"):
        file.with_evidence(proof("e", "a", "z"))
    with pytest.raises(UnknownName, match="no criterion “z”"):
        file.with_action(Action(id="x", text="T", criteria=("z",)))


def test_that_the_profile_changes_as_a_whole() -> None:
    other = Person(name="Other Engineer")
    file = assessment(LADDER).with_profile(other, "junior", "principal")
    assert (file.person, file.current, file.target) == (other, "junior", "principal")
    assert file.with_profile(other, None, "junior").current is None
    for current, target in (("x", "junior"), ("junior", "x")):
        with pytest.raises(UnknownName, match="no level “x”"):
            file.with_profile(other, current, target)


def test_that_several_fields_of_the_cycle_change_at_once() -> None:
    file = assessment(LADDER).with_cycle(agreed={"a": Agreed(text="Lead the next one.")}, name="2027 H1")
    assert (file.cycle.name, file.cycle.agreed["a"].text) == ("2027 H1", "Lead the next one.")
