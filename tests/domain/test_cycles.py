from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycles import carry_over, earlier_cycle, is_cycle_name_free, next_cycle_name
from ladder_app.domain.entries import Action, ActionStatus, Rating
from ladder_app.domain.history import next_cycle
from tests.domain.builders import TODAY, assessment, level, one, proof, rated, role
from tests.domain.strategies import assessments, days


@given(assessments(), days)
def test_that_the_suggested_name_is_free_and_no_half_year_between_is(file: Assessment, today: date) -> None:
    name = next_cycle_name(file, today)
    assert is_cycle_name_free(file, name)
    assert (int(name[:4]), int(name[-1])) >= (today.year, 1 if today.month <= 6 else 2)


def test_that_the_next_half_year_is_suggested_where_this_one_has_its_cycle() -> None:
    file = assessment(role(level("l", ["a"])))  # its cycle is 2026 H2
    assert next_cycle_name(file, TODAY) == "2027 H1"
    assert next_cycle_name(file, date(2027, 2, 1)) == "2027 H1"
    assert next_cycle_name(next_cycle(file, "2027 H1", TODAY), TODAY) == "2027 H2"
    assert next_cycle_name(file, date(2026, 3, 1)) == "2026 H1"


def test_that_a_name_that_differs_in_spaces_or_case_only_is_taken_and_an_empty_one_is_none() -> None:
    file = assessment(role(level("l", ["a"])))
    assert not is_cycle_name_free(file, " 2026  h2 ")
    assert not is_cycle_name_free(file, "  ")
    assert is_cycle_name_free(file, "2026 H2b")


@given(assessments())
def test_that_what_goes_along_and_what_stays_is_all_there_is(file: Assessment) -> None:
    carry, last = carry_over(file, TODAY), file.cycle
    assert carry.ratings + carry.left_ratings == len(last.ratings)
    assert carry.open_actions + carry.settled_actions == len(last.actions)
    assert carry.ratings == len(next_cycle(file, "next", TODAY).cycle.ratings)
    rest = (carry.evidence, carry.notes, carry.reviews, carry.agreed, carry.indicators)
    assert rest == tuple(len(each) for each in (last.evidence, last.notes, last.reviews, last.agreed, last.indicators))


def test_that_ratings_of_retired_criteria_and_settled_actions_stay_behind() -> None:
    done = Action(id="a1", text="Do it.", status=ActionStatus.DONE)
    file = assessment(role(level("l", ["a"])), rated(a=2), actions=[done], evidence=[proof("e1", "a")])
    file = file.model_copy(update={"retired": (one("gone"),)})
    file = file.with_cycle(ratings={**file.cycle.ratings, "gone": Rating(step=1)})
    carry = carry_over(file, TODAY)
    assert (carry.ratings, carry.left_ratings, carry.open_actions, carry.settled_actions, carry.evidence) == (
        1,
        1,
        0,
        1,
        1,
    )


@given(assessments(), st.data())
def test_that_an_earlier_cycle_is_looked_back_at_as_it_was(file: Assessment, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(file.cycles) - 1))
    then = earlier_cycle(file, number)
    assert then.cycle == file.cycles[number]
    assert then.model_copy(update={"cycles": file.cycles}) == file


@given(assessments(), st.data())
def test_that_confirming_takes_the_marks_off_one_rating_and_changes_nothing_else(
    file: Assessment, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([*file.cycle.ratings, "nothing-of-the-kind"]))
    after = file.confirmed(name)
    if name not in file.cycle.ratings or not file.cycle.ratings[name].is_marked:
        assert after is file
        return
    before = file.cycle.ratings[name]
    assert not after.cycle.ratings[name].is_marked
    assert after.cycle.ratings[name] == before.model_copy(update={"carried": False, "check_again": False})
    assert after.rated(name, before) == file
