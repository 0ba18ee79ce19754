from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ladder_app.domain.assessment import Experience
from ladder_app.domain.entries import Action, Rating
from ladder_app.domain.role import Criterion, Years
from ladder_app.domain.values import Fault, Inconsistent, refuse
from tests.domain.builders import faults_in, one


def test_that_a_value_cannot_be_changed() -> None:
    criterion = one("a")
    with pytest.raises(ValidationError, match="frozen"):
        criterion.text = "Another."
    assert criterion.text == "Text of a."


def test_that_an_unknown_key_is_refused_by_name() -> None:
    assert faults_in(lambda: one("a", wieght=2)) == {("wieght",): "Extra inputs are not permitted"}


@pytest.mark.parametrize("name", ["a", "7", "ab", "lead-a-team", "v1.2_b", "überblick", "計画", "x" * 100])
def test_that_an_id_is_letters_and_digits_of_any_script(name: str) -> None:
    assert one(name, "T").id == name


@pytest.mark.parametrize("name", ["", "-a", "a-", ".", "a b", "a/b", "a\n", "a\nb", "é!", "x" * 101])
def test_that_anything_else_is_no_id(name: str) -> None:
    assert ("id",) in faults_in(lambda: one(name, "T"))


@given(st.text(min_size=1))
def test_that_text_is_kept_as_it_is(text: str) -> None:
    assert one("a", text).text == text


def test_that_an_empty_text_is_refused() -> None:
    assert ("text",) in faults_in(lambda: Criterion(id="a", text=""))


@pytest.mark.parametrize("day", [date(2024, 2, 29), "2024-02-29"])
def test_that_a_day_is_a_date_or_written_as_one(day: object) -> None:
    assert Experience.model_validate({"of": "x", "since": day}).since == date(2024, 2, 29)


NUMBERS = [0, 86400, 2019, 1.5, True, None]
NO_DAYS = ["86400", "2019", "20240229", "2023-02-29", "2024-2-029", "2024-W09-4", "2024-02-29T00:00:00", ""]


@pytest.mark.parametrize("not_a_day", [*NUMBERS, *NO_DAYS, datetime(2024, 2, 29), [2024, 2, 29]])
def test_that_nothing_else_is_taken_for_a_day(not_a_day: object) -> None:
    faults = faults_in(lambda: Experience.model_validate({"of": "x", "since": not_a_day}))
    assert list(faults) == [("since",)]
    assert faults["since",].startswith("A day of the calendar is written as 2026-04-30, not “")


def test_that_a_day_may_be_left_out_where_it_is_optional() -> None:
    assert Action(id="a", text="T", due=None).due is None


@pytest.mark.parametrize("weight", [0, -1, 1e-7, 1.1e6, float("inf"), float("nan"), True, "2"])
def test_that_a_weight_is_a_number_that_can_be_summed(weight: object) -> None:
    assert ("weight",) in faults_in(lambda: one("a", weight=weight))


@pytest.mark.parametrize("minimum", [0, -2, 100.5, float("inf"), float("nan"), True, "5"])
def test_that_years_are_more_than_none_and_at_most_a_hundred(minimum: object) -> None:
    assert ("minimum",) in faults_in(lambda: Years.model_validate({"minimum": minimum, "of": "x"}))


@pytest.mark.parametrize("plus", [1, 0, "yes", "true", None])
def test_that_a_flag_is_true_or_false(plus: object) -> None:
    assert ("plus",) in faults_in(lambda: one("a", plus=plus))


@pytest.mark.parametrize("step", [True, "3", 3.0, -1, 10])
def test_that_a_step_is_a_digit(step: object) -> None:
    assert ("step",) in faults_in(lambda: Rating.model_validate({"step": step}))


def test_that_a_refusal_carries_every_fault() -> None:
    faults = [Fault(("a", 0), "One."), Fault((), "Two.")]
    with pytest.raises(Inconsistent, match=r"One\.; Two\.") as caught:
        refuse(faults)
    assert caught.value.faults == tuple(faults)


def test_that_without_faults_nothing_is_refused() -> None:
    refuse([])


def test_that_a_value_without_parts_contradicts_nothing() -> None:
    assert one("a").contradictions() == []
