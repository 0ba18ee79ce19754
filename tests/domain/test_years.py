from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Experience, Person
from ladder_app.domain.role import Years
from ladder_app.domain.scale import DEFAULT_SCALE, Scale
from ladder_app.domain.years import YearsSuggestion, matching_experience, months_later, suggest_from_years, whole_months
from tests.domain.builders import SAMPLE, one, scale
from tests.domain.strategies import scales

any_day = st.dates(date(1950, 1, 1), date(2100, 12, 31))
minimums = st.one_of(st.sampled_from([0.5, 1, 2, 2.5, 5, 8, 0.01, 100]), st.floats(min_value=0.05, max_value=60))


def suggestion(
    since: date, today: date, minimum: float = 8, on: Scale = DEFAULT_SCALE, of: str = "software engineering"
) -> YearsSuggestion:
    person = Person(name="Sample Engineer", experience=(Experience(of=of, since=since),))
    found = suggest_from_years(one("c", years=Years(minimum=minimum, of=of)), person, on, today)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("today", "months", "step"),
    [
        (date(2019, 10, 1), 0, 0),
        (date(2022, 5, 31), 31, 0),
        (date(2022, 6, 1), 32, 1),
        (date(2026, 7, 1), 81, 2),
        (date(2027, 9, 30), 95, 2),
        (date(2027, 10, 1), 96, 3),
        (date(2060, 1, 1), 483, 3),
    ],
)
def test_that_eight_years_since_october_2019_are_met_in_october_2027(today: date, months: int, step: int) -> None:
    """On a scale that meets at 3 a third of 96 months earns each step: 32, 64, 96; the last only when all is there."""
    found = suggestion(date(2019, 10, 1), today)
    assert (found.months, found.step, found.met_on) == (months, step, date(2027, 10, 1))
    assert found.minimum == 8


def test_that_half_years_count() -> None:
    found = suggestion(date(2024, 1, 15), date(2026, 7, 14), minimum=2.5)
    assert (found.months, found.step, found.met_on) == (29, 2, date(2026, 7, 15))


@pytest.mark.parametrize(
    ("since", "minimum", "met_on"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 8, 31), 0.5, date(2024, 2, 29)),
        (date(2022, 8, 31), 0.5, date(2023, 2, 28)),
        (date(2026, 5, 31), 0.25, date(2026, 8, 31)),
        (date(2026, 3, 31), 0.25, date(2026, 6, 30)),
    ],
)
def test_that_where_a_month_is_too_short_its_last_day_counts(since: date, minimum: float, met_on: date) -> None:
    assert suggestion(since, met_on, minimum).met_on == met_on
    assert suggestion(since, met_on, minimum).step == 3
    assert suggestion(since, met_on - timedelta(days=1), minimum).step < 3


def test_that_experience_that_lies_ahead_is_none_yet() -> None:
    found = suggestion(date(2030, 1, 1), date(2026, 7, 1), minimum=2)
    assert (found.months, found.step, found.met_on) == (0, 0, date(2032, 1, 1))


def test_that_a_minimum_shorter_than_half_a_month_still_takes_one() -> None:
    assert suggestion(date(2026, 7, 1), date(2026, 7, 31), minimum=0.01).step < 3
    assert suggestion(date(2026, 7, 1), date(2026, 8, 1), minimum=0.01).step == 3


def test_that_a_day_past_the_calendar_is_its_last() -> None:
    assert suggestion(date(9990, 1, 1), date(9999, 1, 1), minimum=100).met_on == date.max


def test_that_there_is_no_suggestion_without_years_or_experience() -> None:
    today = date(2026, 7, 1)
    assert suggest_from_years(one("c"), SAMPLE, DEFAULT_SCALE, today) is None
    asks = one("c", years=Years(minimum=2, of="leading a team"))
    assert suggest_from_years(asks, SAMPLE, DEFAULT_SCALE, today) is None
    other = Person(name="Sample Engineer", experience=(Experience(of="software engineering", since=today),))
    assert suggest_from_years(asks, other, DEFAULT_SCALE, today) is None


def test_that_subjects_match_whatever_their_case_and_outer_spaces() -> None:
    leading = Experience(of="  Leading a TEAM ", since=date(2020, 1, 1))
    person = Person(name="Sample Engineer", experience=(Experience(of="other", since=date(2020, 1, 1)), leading))
    assert matching_experience("leading a team", person) is leading


@given(any_day, any_day, minimums, scales())
def test_that_a_suggestion_never_exceeds_the_bar_and_reaches_it_on_the_day_told(
    since: date, today: date, minimum: float, any_scale: Scale
) -> None:
    found = suggestion(since, today, minimum, any_scale)
    assert 0 <= found.step <= any_scale.meets
    assert (found.step == any_scale.meets) == (today >= found.met_on)


@given(any_day, minimums)
def test_that_it_is_met_on_the_first_day_on_which_the_months_reach_the_minimum(since: date, minimum: float) -> None:
    met_on = suggestion(since, since, minimum).met_on
    needed = max(1, round(minimum * 12))
    assert whole_months(since, met_on) >= needed
    assert whole_months(since, met_on - timedelta(days=1)) < needed


@given(any_day, any_day, st.integers(0, 800), minimums, scales())
def test_that_time_that_passes_never_lowers_it(
    since: date, today: date, days: int, minimum: float, any_scale: Scale
) -> None:
    later = today + timedelta(days=days)
    assert suggestion(since, later, minimum, any_scale).step >= suggestion(since, today, minimum, any_scale).step


@given(any_day, any_day)
def test_that_whole_months_are_those_that_have_passed(since: date, today: date) -> None:
    months = whole_months(since, today)
    if today < since:
        assert months == 0
    else:
        assert months_later(since, months) <= today < months_later(since, months + 1)


@given(any_day, st.integers(0, 1200))
def test_that_so_many_months_later_is_in_the_month_so_many_later(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_that_the_scale_may_have_two_steps() -> None:
    assert suggestion(date(2020, 1, 1), date(2023, 1, 1), 5, scale(2, 1)).step == 0
    assert suggestion(date(2020, 1, 1), date(2025, 1, 1), 5, scale(2, 1)).step == 1
