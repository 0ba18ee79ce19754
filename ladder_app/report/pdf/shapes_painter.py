"""Draws a chart's shapes on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.shapes import Band, Chart, Hatch, Label, Line, Rectangle
from ladder_app.report.pdf.palette import colour
from ladder_app.report.pdf.setting import Setter, Style
from ladder_app.report.pdf.typefaces import Face

if TYPE_CHECKING:
    from ladder_app.report.pdf.sheet import Sheet


_ANY_WIDTH = 10_000.0


def paint_chart(sheet: Sheet, chart: Chart, x: float, top: float) -> None:
    """Draws the chart with its top left corner there."""
    for shape in chart.shapes:
        match shape:
            case Rectangle():
                fill = colour(shape.fill)
                sheet.rectangle(x + shape.x, top + shape.y, shape.width, shape.height, fill, shape.radius)
            case Hatch():
                sheet.hatch(
                    x + shape.x, top + shape.y, shape.width, shape.height,
                    colour(shape.fill), shape.radius, shape.spacing,
                )  # fmt: skip
            case Band():
                sheet.band(
                    x + shape.cx, top + shape.cy, shape.inner, shape.outer,
                    shape.start_degrees, shape.end_degrees, colour(shape.fill), hatched=shape.hatched,
                )  # fmt: skip
            case Line():
                start, end = (x + shape.x1, top + shape.y1), (x + shape.x2, top + shape.y2)
                sheet.stroke(start, end, colour(shape.fill), shape.weight)
            case Label():
                _label(sheet, shape, x, top)


def _label(sheet: Sheet, label: Label, x: float, top: float) -> None:
    face = Face.SEMIBOLD if label.bold else Face.REGULAR
    style = Style(face, label.size, label.size * 1.2, label.fill)
    text = Setter(sheet.typefaces).one_line(label.text, style, _ANY_WIDTH)
    width = text.width()
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    sheet.line(x + label.x - shift, top + label.y, text.lines[0], style)
