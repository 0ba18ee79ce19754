"""What the tests look for in a chart."""

from typing import TypeVar

from ladder_app.charts.shapes import Chart, Shape
from ladder_app.domain.readiness import Figures

S = TypeVar("S", bound=Shape)


def of_kind(chart: Chart, kind: type[S]) -> list[S]:
    return [shape for shape in chart.shapes if isinstance(shape, kind)]


def figures_of(shown: float, possible: float, rated: int = 20, required: int = 24) -> Figures:
    return Figures(shown=shown, possible=possible, met=rated, rated=rated, required=required)


NOTHING = Figures(0.0, 0.0, 0, 0, 0)
