from hypothesis import given
from hypothesis import strategies as st

from ladder_app.charts.bars import bar
from ladder_app.charts.shapes import Hatch, Rectangle
from tests.charts.shapes_seen import NOTHING, figures_of, of_kind


@given(st.floats(0, 100), st.floats(0, 100), st.floats(1, 2000), st.floats(1, 40))
def test_that_every_shape_lies_on_the_bar(one: float, other: float, width: float, height: float) -> None:
    chart = bar(figures_of(min(one, other), max(one, other)), width, height)
    shapes: list[Rectangle | Hatch] = [*of_kind(chart, Rectangle), *of_kind(chart, Hatch)]
    for shape in shapes:
        assert shape.x >= 0
        assert shape.width >= 0
        assert shape.x + shape.width <= width * (1 + 1e-9)
        assert 0 <= shape.radius <= max(shape.width, 1e-9)
        assert (shape.y, shape.height) == (0, height)


@given(st.floats(0, 100), st.floats(0, 100))
def test_that_the_fill_ends_at_what_is_shown_and_the_hatch_at_what_is_possible(one: float, other: float) -> None:
    shown, possible = min(one, other), max(one, other)
    chart = bar(figures_of(shown, possible), 200, 10)
    filled = [shape.x + shape.width for shape in of_kind(chart, Rectangle) if shape.fill == "rating.3"]
    hatched = [shape.x + shape.width for shape in of_kind(chart, Hatch)]
    assert abs(max(filled, default=0) - 2 * shown) < 1e-9
    assert abs(max(hatched, default=2 * possible) - 2 * possible) < 1e-9


def test_that_an_empty_bar_is_its_track() -> None:
    assert [shape.fill for shape in of_kind(bar(NOTHING, 100, 8), Rectangle)] == ["track"]
    assert len(bar(NOTHING, 100, 8).shapes) == 1


def test_that_a_full_bar_is_filled_with_all_its_corners_rounded() -> None:
    track, full = of_kind(bar(figures_of(100, 100), 100, 8, fill="rating.2"), Rectangle)
    assert (full.fill, full.width, full.radius) == ("rating.2", 100, track.radius)


def test_that_a_bar_without_ratings_is_hatched_from_the_start() -> None:
    chart = bar(figures_of(0, 100, 0, 24), 100, 8)
    (hatch,) = of_kind(chart, Hatch)
    assert (hatch.x, hatch.width) == (0, 100)
    assert hatch.radius > 0


def test_that_a_bar_says_what_it_shows() -> None:
    assert bar(figures_of(64, 81), 100, 8).description.startswith("64\u00a0% shown")
