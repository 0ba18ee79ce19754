from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ladder_app.domain.cycle import IndicatorValue, ProjectRow, SurveyAnswer
from ladder_app.domain.history import next_cycle
from ladder_app.domain.indicators import number, quarter, share, survey, values_of, with_value, without_value
from tests.domain.builders import TODAY, assessment, level, role

projects = st.lists(
    st.builds(ProjectRow, name=st.just("P"), on_time=st.booleans(), within_budget=st.booleans()),
    min_size=1,
    max_size=20,
)
answers = st.lists(
    st.builds(SurveyAnswer, by=st.sampled_from(["A", "b", " B "]), score=st.floats(-1e6, 1e6)), min_size=1, max_size=20
)


def said(value: str, period: str = "2026 Q3") -> IndicatorValue:
    return IndicatorValue(indicator="rate", period=period, value=value)


@given(projects)
def test_that_the_share_counts_what_is_both_on_time_and_within_budget(rows: list[ProjectRow]) -> None:
    found = share(rows)
    assert found.of == len(rows)
    assert found.done == len([row for row in rows if row.on_time and row.within_budget])
    assert 0 <= found.percent <= 100
    better = [row.model_copy(update={"on_time": True}) for row in rows]
    assert share(better).percent >= found.percent
    assert share(reversed(rows)) == found


@given(answers)
def test_that_the_mean_lies_among_the_scores_and_people_are_counted_once(rows: list[SurveyAnswer]) -> None:
    found = survey(rows)
    assert min(row.score for row in rows) <= found.mean <= max(row.score for row in rows)
    assert found.answers == len(rows)
    assert found.people == len({row.by.strip().casefold() for row in rows})


@pytest.mark.parametrize(
    ("words", "expected"),
    [("88 %", 88), ("4.3 of 5", 4.3), ("4,3", 4.3), ("\u22122", -2), ("about -2", -2), ("good", None)],
)
def test_that_the_first_number_of_a_written_value_counts(words: str, expected: float | None) -> None:
    assert number(said(words)) == expected


def test_that_the_number_of_rows_is_what_they_come_to() -> None:
    done = ProjectRow(name="a", on_time=True, within_budget=True)
    late = ProjectRow(name="b", on_time=False, within_budget=True)
    assert number(IndicatorValue(indicator="rate", period="Q1", projects=(done, late))) == 50
    scores = tuple(SurveyAnswer(by="A", question=q, score=s) for q, s in (("one", 4), ("two", 5)))
    assert number(IndicatorValue(indicator="rate", period="Q1", answers=scores)) == 4.5


def test_that_a_value_is_written_or_follows_from_one_kind_of_rows() -> None:
    row = ProjectRow(name="a", on_time=True, within_budget=True)
    for wrong in (
        {},
        {"value": "1", "projects": (row,)},
        {"projects": (row,), "answers": (SurveyAnswer(by="A", score=1),)},
    ):
        with pytest.raises(ValidationError):
            IndicatorValue(indicator="rate", period="Q1", **wrong)


def test_that_values_are_put_replaced_by_period_or_by_choice_and_taken_away() -> None:
    file = assessment(role(level("l"), performance_indicators=[{"id": "rate", "text": "Rate"}]))
    file = with_value(with_value(file, said("1", "Q1")), said("2", "Q2"))
    assert [v.value for v in file.cycle.indicators] == ["1", "2"]
    file = with_value(file, said("3", "Q1"))
    assert [(v.period, v.value) for v in file.cycle.indicators] == [("Q1", "3"), ("Q2", "2")]
    file = with_value(file, said("4", "Q9"), replacing=said("3", "Q1"))
    assert [(v.period, v.value) for v in file.cycle.indicators] == [("Q9", "4"), ("Q2", "2")]
    after = with_value(next_cycle(file, "2027 H1", TODAY), said("5", "Q10"))
    found = values_of(after, "rate")
    assert [(v.value.value, v.cycle, v.is_current) for v in found] == [
        ("4", "2026 H2", False),
        ("2", "2026 H2", False),
        ("5", "2027 H1", True),
    ]
    assert values_of(after, "other") == ()
    assert without_value(after, said("5", "Q10")).cycle.indicators == ()


def test_that_a_day_falls_into_its_quarter() -> None:
    days = [date(2026, month, 1) for month in (1, 3, 4, 12)]
    assert [quarter(day) for day in days] == ["2026 Q1", "2026 Q1", "2026 Q2", "2026 Q4"]
