"""What the painter leaves on the canvas, pixel by pixel where it matters."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ladder_app.charts.bars import bar
from ladder_app.charts.gauge import gauge
from ladder_app.charts.shapes import Band, Chart, Hatch, Label, Rectangle, Shape
from ladder_app.domain.readiness import Figures
from ladder_app.gui.chart_view import BarView, ChartView
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.theme import Theme

HALF = Figures(shown=50, possible=75, met=2, rated=3, required=4)
PAPER = QColor("#ff00ff")


def painted(theme: Theme, *shapes: Shape, scale: float = 1.0) -> QImage:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    paint_chart(painter, Chart(200, 120, shapes, "a test"), theme, scale)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y) != PAPER}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_a_rectangle_fills_its_place_in_the_colour_of_its_token(theme: Theme, scale: float) -> None:
    image = painted(theme, Rectangle(10, 10, 40, 20, "accent"), scale=scale)
    assert image.pixelColor(round(30 * scale), round(20 * scale)) == theme.colour("accent")
    assert len(inked(image)) == 40 * 20 * scale * scale


def test_that_stripes_rise_from_the_bottom_left_and_stay_inside(theme: Theme) -> None:
    image = painted(theme, Hatch(20, 20, 60, 40, "accent", spacing=20))
    ink = inked(image)
    assert all(20 <= x < 80 and 20 <= y < 60 for x, y in ink)
    assert 0.3 < len(ink) / (60 * 40) < 0.7
    # Up one and right one is on the same stripe.
    x, y = next((x, y) for x, y in sorted(ink) if 40 < x < 60 and 40 < y < 50)
    assert all((x + step, y - step) in ink for step in range(10))


def test_that_stripes_without_a_spacing_are_nothing(theme: Theme) -> None:
    assert not inked(painted(theme, Hatch(20, 20, 60, 40, "accent", spacing=0)))


def test_that_a_band_runs_clockwise_from_the_left(theme: Theme) -> None:
    quarter = painted(theme, Band(100, 100, 60, 80, 0, 90, "accent"))
    accent = theme.colour("accent")
    assert quarter.pixelColor(51, 51) == accent  # up and left
    assert quarter.pixelColor(149, 51) == PAPER  # up and right
    assert quarter.pixelColor(100, 70) == PAPER  # inside the ring


def test_that_a_hatched_band_is_not_solid(theme: Theme) -> None:
    solid = len(inked(painted(theme, Band(100, 100, 60, 80, 0, 180, "accent"))))
    hatched = len(inked(painted(theme, Band(100, 100, 60, 80, 0, 180, "accent", hatched=True))))
    assert 0 < hatched < 0.8 * solid


def test_that_a_label_stands_before_around_or_after_its_place(theme: Theme) -> None:
    spans = {}
    for anchor in ("start", "middle", "end"):
        ink = [x for x, _ in inked(painted(theme, Label(100, 60, "64 %", 20, anchor=anchor)))]
        spans[anchor] = (min(ink), max(ink))
    assert spans["start"][0] >= 99
    assert spans["end"][1] <= 101
    assert spans["middle"][0] < 100 < spans["middle"][1]


def test_that_letters_are_scaled_once(qapp: QApplication) -> None:
    del qapp
    plain, large = Theme(), Theme(text_size_percent=200)
    heights = []
    for theme, scale in ((plain, 1.0), (large, 2.0)):
        ink = [y for _, y in inked(painted(theme, Label(10, 50, "H", 20), scale=scale))]
        heights.append(max(ink) - min(ink) + 1)
    assert abs(heights[1] - 2 * heights[0]) <= 2


def test_that_charts_show_at_the_text_size_and_say_what_they_show(theme: Theme) -> None:
    chart = gauge(HALF)
    view = ChartView(Theme(text_size_percent=200), chart)
    assert view.sizeHint().width() == 2 * chart.width
    assert view.accessibleName() == chart.description
    view.resize(100, 100)
    assert len(inked(view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))) > 0
    strip = BarView(theme, HALF)
    strip.resize(100, 12)
    image = strip.grab().toImage()
    assert image.pixelColor(20, 6) == theme.colour("rating.3")
    assert image.pixelColor(95, 6) == theme.colour("track")
    assert strip.accessibleName() == bar(HALF, 1, 1).description
