from hypothesis import given
from hypothesis import strategies as st

from ladder_app.charts.shapes import Line, Rectangle
from ladder_app.charts.sparkline import sparkline
from tests.charts.shapes_seen import of_kind


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_that_all_of_it_stays_on_the_sheet_and_rises_where_the_numbers_do(numbers: list[float]) -> None:
    chart = sparkline(numbers, "values")
    lines = of_kind(chart, Line)
    shown = numbers[-12:]
    assert len(lines) == max(len(shown) - 1, 0)
    for line, before, after in zip(lines, shown, shown[1:], strict=False):
        assert 0 <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= chart.height
        assert 0 <= line.x1 < line.x2 <= chart.width
        if after > before:
            assert line.y2 <= line.y1
    assert len(of_kind(chart, Rectangle)) == bool(numbers)
    assert chart.description == "values"
