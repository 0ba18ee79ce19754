"""The bar: filled to what is shown, hatched up to what is possible, on a track."""

from collections.abc import Iterator

from ladder_app.charts.percent import figures_described
from ladder_app.charts.shapes import Chart, Fill, Hatch, Rectangle, Shape
from ladder_app.domain.readiness import Figures

_LARGEST_RADIUS = 3


def bar(figures: Figures, width: float, height: float, fill: Fill = "rating.3", hatch: Fill = "rating.2") -> Chart:
    """The bar of some figures, `width` by `height` points; an empty track where nothing counts."""
    return Chart(width, height, tuple(_shapes(figures, width, height, fill, hatch)), figures_described(figures))


def _shapes(figures: Figures, width: float, height: float, fill: Fill, hatch: Fill) -> Iterator[Shape]:
    radius = min(_LARGEST_RADIUS, height / 4, width / 2)
    shown = width * figures.shown / 100
    possible = width * figures.possible / 100
    yield Rectangle(0, 0, width, height, "track", radius)
    if possible > shown:
        # The hatch begins under the filled part, so that only its outer corners show as rounded.
        start = max(shown - 2 * radius, 0)
        rounded = radius if possible > width - radius or start == 0 else 0
        yield Hatch(start, 0, possible - start, height, hatch, min(rounded, (possible - start) / 2), spacing=height / 2)
    if shown > 0:
        yield Rectangle(0, 0, shown, height, fill, min(radius, shown / 2))
        if figures.shown < 100 and shown > radius:
            # Square at the inner end: what follows joins on without a notch.
            yield Rectangle(radius, 0, shown - radius, height, fill)
