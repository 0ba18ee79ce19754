import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.charts.gauge import gauge
from ladder_app.charts.shapes import Band, Label
from tests.charts.shapes_seen import NOTHING, figures_of, of_kind


def bands(shown: float, possible: float) -> list[tuple[str, float, float]]:
    chart = gauge(figures_of(shown, possible))
    return [(band.fill, band.start_degrees, band.end_degrees) for band in of_kind(chart, Band)]


@given(st.floats(0, 100), st.floats(0, 100), st.floats(40, 600))
def test_that_every_shape_lies_on_the_sheet(one: float, other: float, width: float) -> None:
    chart = gauge(figures_of(min(one, other), max(one, other)), width, note="up to it")
    for band in of_kind(chart, Band):
        assert 0 <= band.start_degrees < band.end_degrees <= 180 or band.end_degrees < 1e-6
        assert band.cx - band.outer >= 0
        assert band.cx + band.outer <= chart.width
        assert band.cy - band.outer >= 0
        assert band.cy <= chart.height
    for label in of_kind(chart, Label):
        assert label.y - label.size > 0
        assert label.y <= chart.height


def test_that_the_ring_is_filled_to_what_is_shown_and_hatched_to_what_is_possible() -> None:
    assert bands(50, 75) == [("track", 0, 180), ("rating.2", 90, 135), ("rating.3", 0, 90)]
    assert [band.hatched for band in of_kind(gauge(figures_of(50, 75)), Band)] == [False, True, False]


def test_that_a_note_stands_under_the_ring() -> None:
    plain, noted = gauge(figures_of(64, 81)), gauge(figures_of(64, 81), note="up to 81 %")
    assert noted.height > plain.height
    note = of_kind(noted, Label)[-1]
    assert note.text == "up to 81 %"
    assert note.y - note.size > max(band.cy for band in of_kind(noted, Band))


def test_that_an_empty_a_full_and_a_finished_ring_have_no_piece_too_many() -> None:
    assert bands(0, 0) == [("track", 0, 180)]
    assert bands(100, 100) == [("track", 0, 180), ("rating.3", 0, 180)]
    assert bands(0, 100) == [("track", 0, 180), ("rating.2", 0, 180)]


@pytest.mark.parametrize(
    ("caption", "seen"),
    [(None, ["64 %", "shown so far"]), ("at least", ["64 %", "at least"]), ("", ["64 %"])],
)
def test_that_the_caption_can_be_said_otherwise(caption: str | None, seen: list[str]) -> None:
    labels = of_kind(gauge(figures_of(64, 81), caption=caption), Label)
    assert [label.text.replace("\u00a0", " ") for label in labels] == seen


def test_that_nothing_is_possible_beyond_what_is_shown_once_all_is_rated() -> None:
    labels = of_kind(gauge(figures_of(64, 64, 24, 24)), Label)
    assert [label.text for label in labels] == ["64\u00a0%", "shown"]


def test_that_a_level_without_criteria_has_an_empty_gauge() -> None:
    chart = gauge(NOTHING)
    assert [label.text for label in of_kind(chart, Label)] == ["–", "nothing to rate"]
    assert chart.description == "Nothing to rate."
