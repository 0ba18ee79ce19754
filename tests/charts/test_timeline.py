from hypothesis import given
from hypothesis import strategies as st

from ladder_app.charts.shapes import Label, Line, Rectangle
from ladder_app.charts.timeline import Series, mark, timeline
from tests.charts.shapes_seen import of_kind

NAMES = ("2025 H2", "2026 H1", "2026 H2")


def lines_of(series: Series) -> list[Line]:
    return [line for line in of_kind(timeline(NAMES, [series]), Line) if line.fill == series.fill]


def test_that_a_rise_goes_up_and_a_cycle_without_the_view_leaves_a_gap() -> None:
    (first, second) = lines_of(Series("Self", "accent", "dot", (20, 60, 50)))
    assert first.y2 < first.y1
    assert second.y2 > second.y1
    assert first.x1 < first.x2 == second.x1 < second.x2
    assert lines_of(Series("Self", "accent", "dot", (20, None, 50))) == []


def test_that_the_description_says_from_where_to_where_and_the_first_view_is_written_at_its_points() -> None:
    chart = timeline(
        NAMES, [Series("Self", "accent", "dot", (20, 60, 50)), Series("Agreed", "good", "ring", (None, 40, 70))]
    )
    assert (
        "Self: from 20 % in 2025 H2 to 50 % in 2026 H2; Agreed: from 40 % in 2026 H1 to 70 % in 2026 H2."
        in chart.description.replace("\u00a0", " ")
    )
    bold = [label.text.replace("\u00a0", " ") for label in of_kind(chart, Label) if label.bold]
    assert bold == ["20 %", "60 %", "50 %"]


def test_that_one_known_number_is_described_as_that_and_none_as_nothing() -> None:
    chart = timeline(
        NAMES, [Series("Self", "accent", "dot", (None, 60, None)), Series("Agreed", "good", "ring", (None,) * 3)]
    )
    assert "Self: 60 % in 2026 H1; Agreed: nothing yet." in chart.description.replace("\u00a0", " ")


def test_that_the_forms_of_the_points_tell_the_views_apart_without_colour() -> None:
    dot, square, ring = (
        of_kind(mark(Series("x", "accent", form, ())), Rectangle) for form in ("dot", "square", "ring")
    )
    assert (len(dot), len(square), len(ring)) == (1, 1, 2)
    assert dot[0].radius > 0 == square[0].radius


def test_that_a_long_name_is_shortened_in_the_picture_and_whole_in_the_description() -> None:
    name = "The round of the winter after the reorganisation " * 3
    chart = timeline([name] * 6, [Series("Self", "accent", "dot", (1,) * 6)])
    assert all(len(label.text) < 30 for label in of_kind(chart, Label))
    assert name in chart.description


@given(st.lists(st.none() | st.floats(0, 100), min_size=1, max_size=40))
def test_that_whatever_the_history_all_of_it_stays_on_the_sheet(percents: list[float | None]) -> None:
    names = [f"cycle {place}" for place in range(len(percents))]
    chart = timeline(names, [Series("Self", "accent", "dot", tuple(percents))])
    for shape in of_kind(chart, Rectangle):
        assert 0 <= shape.x <= chart.width - shape.width
        assert 0 <= shape.y <= chart.height - shape.height
    for line in of_kind(chart, Line):
        assert all(0 <= x <= chart.width for x in (line.x1, line.x2))
        assert all(0 <= y <= chart.height for y in (line.y1, line.y2))


def test_that_a_name_at_the_edge_stands_on_the_sheet_and_a_short_one_under_its_point() -> None:
    def placed(*names: str) -> list[tuple[float, str]]:
        made = timeline(names, [Series("Self", "accent", "dot", (20.0,) * len(names))])
        return [(label.x, label.anchor) for label in of_kind(made, Label) if label.text in names]

    assert [anchor for _, anchor in placed(*NAMES)] == ["middle"] * 3
    assert placed("First half of 2026", "Second half of 2026") == [(0, "start"), (620, "end")]
