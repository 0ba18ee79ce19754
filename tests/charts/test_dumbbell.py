import pytest

from ladder_app.charts.dumbbell import Views, dumbbell, step_place
from ladder_app.charts.shapes import Label, Rectangle


def labels(views: Views) -> list[str]:
    return [shape.text for shape in dumbbell(views, 300, 30).shapes if isinstance(shape, Label)]


def fills(views: Views) -> list[str]:
    return [shape.fill for shape in dumbbell(views, 300, 30).shapes if isinstance(shape, Rectangle)]


def test_that_both_views_say_their_step_and_a_line_joins_them() -> None:
    views = Views(own=3, theirs=1, meets=3, highest=4)
    assert sorted(labels(views)) == ["1", "3"]
    join = next(s for s in dumbbell(views, 300, 30).shapes if isinstance(s, Rectangle) and s.fill == "warn")
    assert join.x == step_place(1, 4, 300, 30)
    assert join.x + join.width == step_place(3, 4, 300, 30)


def test_that_the_same_view_is_one_number_in_both_marks() -> None:
    views = Views(own=2, theirs=2, meets=3, highest=4)
    assert labels(views) == ["2"]
    assert {"accent", "warn", "good"} <= set(fills(views))


def test_that_what_is_not_given_has_no_mark_and_the_bar_is_always_marked() -> None:
    assert labels(Views(own=None, theirs=2, meets=1, highest=2)) == ["2"]
    assert fills(Views(own=None, theirs=None, meets=1, highest=2)) == ["muted"] * 4 + ["good"]


@pytest.mark.parametrize("highest", [1, 4, 9])
def test_that_nothing_lies_outside_the_sheet(highest: int) -> None:
    for own in range(highest + 1):
        for shape in dumbbell(Views(own, highest - own, 1, highest), 300, 30).shapes:
            assert isinstance(shape, Rectangle | Label)
            assert 0 <= shape.x <= 300
            assert 0 <= shape.y <= 30
            if isinstance(shape, Rectangle):
                assert shape.x + shape.width <= 300
                assert shape.y + shape.height <= 30
