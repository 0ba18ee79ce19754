from datetime import date

import pytest

from ladder_app.domain.years import YearsSuggestion
from ladder_app.report import words


def test_that_days_read_in_three_lengths() -> None:
    day = date(2027, 3, 5)
    assert words.day(day) == "5 Mar 2027"
    assert words.long_day(day) == "5 March 2027"
    assert words.month(day) == "March 2027"


def test_that_the_year_is_left_out_within_the_year() -> None:
    assert words.day_near(date(2026, 11, 3), date(2026, 11, 23)) == "3 Nov"
    assert words.day_near(date(2025, 11, 3), date(2026, 11, 23)) == "3 Nov 2025"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "no criteria"), (1, "one criterion"), (2, "two criteria"), (13, "13 criteria")]
)
def test_that_counts_agree_with_their_noun(count: int, text: str) -> None:
    assert words.counted(count, "criterion", "criteria") == text


def test_that_a_sentence_begins_with_a_capital_and_is_else_untouched() -> None:
    assert words.capitalised("four for GitLab") == "Four for GitLab"
    assert words.capitalised("") == ""


def test_that_a_series_reads_as_one() -> None:
    assert [words.series(list(items)) for items in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(("value", "text"), [(2, "2"), (100, "100"), (0.666, "0.67"), (13.5, "13.5"), (0, "0")])
def test_that_numbers_have_no_needless_zeros(value: float, text: str) -> None:
    assert words.plain_number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.777, "+2.8 points"), (1, "+1.0 points"), (0.033, "+0.03 points"), (0.001, "under +0.01 points")],
)
def test_that_small_gains_keep_their_digits(value: float, text: str) -> None:
    assert words.points(value) == text


@pytest.mark.parametrize(
    ("months", "text"),
    [(0, "0 months"), (1, "1 month"), (12, "1 year"), (25, "2 years 1 month"), (81, "6 years 9 months")],
)
def test_that_durations_read_in_years_and_months(months: int, text: str) -> None:
    assert words.duration(months) == text


def test_that_years_so_far_name_the_minimum() -> None:
    assert words.years_so_far(YearsSuggestion(8.0, 81, 2, date(2028, 2, 1))) == "6 years 9 months of 8 years"
    assert words.years_so_far(YearsSuggestion(0.5, 2, 1, date(2028, 2, 1))) == "2 months of 6 months"
