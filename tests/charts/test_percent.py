import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.charts.percent import figures_described, percent, whole_percent
from tests.charts.shapes_seen import NOTHING, figures_of


@given(st.floats(0, 100))
def test_that_a_percentage_is_the_nearest_whole_one_and_never_claims_all_or_nothing(value: float) -> None:
    seen = whole_percent(value)
    assert abs(seen - value) < 1
    assert (1 <= value <= 99 and abs(seen - value) <= 0.5) or value < 1 or value > 99
    # What a sum of fractions leaves behind is less than half of the ninth place; near that half, either will do.
    assert seen == 0 or value > 4e-10
    assert seen > 0 or value < 6e-10
    assert seen == 100 or value < 100 - 4e-10
    assert seen < 100 or value > 100 - 6e-10


@given(st.floats(0, 100), st.floats(0, 100))
def test_that_a_higher_percentage_never_reads_lower(one: float, other: float) -> None:
    assert whole_percent(min(one, other)) <= whole_percent(max(one, other))


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0 %"), (0.2, "1 %"), (63.5, "64 %"), (99.7, "99 %"), (100 - 1e-13, "100 %")]
)
def test_that_percentages_read_as_in_print(value: float, text: str) -> None:
    assert percent(value) == text.replace(" ", "\u00a0")


def test_that_figures_are_described_in_a_sentence() -> None:
    assert figures_described(NOTHING) == "Nothing to rate."
    assert figures_described(figures_of(50, 50, 2, 2)).replace("\u00a0", " ") == "50 %; 2 of 2 criteria rated, 2 met."
    assert (
        figures_described(figures_of(64, 81)).replace("\u00a0", " ")
        == "64 % shown, 81 % possible; 20 of 24 criteria rated, 20 met."
    )
