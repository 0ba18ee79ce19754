"""Draws the shapes of a chart with Qt's painter."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ladder_app.charts.shapes import Band, Chart, Hatch, Label, Line, Rectangle, Shape
from ladder_app.gui.theme import BOLD, REGULAR, Theme

# Stripes inside a ring, in points of the chart.
_RING_STRIPES = 6.0


def paint_chart(painter: QPainter, chart: Chart, theme: Theme, scale: float = 1.0) -> None:
    """Draw a chart with its top left corner at the painter's origin, `scale` pixels to the point.

    Letters are set in the theme's typeface at their scaled size, so they stay as sharp as any other text.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in chart.shapes:
        _paint(painter, shape, theme, scale)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, theme: Theme, scale: float) -> None:
    colour = theme.colour(shape.fill)
    match shape:
        case Rectangle():
            painter.fillPath(_rounded(shape, scale), colour)
        case Hatch():
            outline = _rounded(shape, scale)
            painter.fillPath(_stripes(outline.boundingRect(), shape.spacing * scale).intersected(outline), colour)
        case Band():
            outline = _ring(shape, scale)
            if shape.hatched:
                outline = _stripes(outline.boundingRect(), _RING_STRIPES * scale).intersected(outline)
            painter.fillPath(outline, colour)
        case Line():
            painter.setPen(QPen(colour, shape.weight * scale, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(shape.x1, shape.y1) * scale, QPointF(shape.x2, shape.y2) * scale)
        case Label():
            painter.setPen(QPen(colour))
            _write(painter, shape, theme, scale)


def _rounded(shape: Rectangle | Hatch, scale: float) -> QPainterPath:
    path = QPainterPath()
    place = QRectF(shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
    path.addRoundedRect(place, shape.radius * scale, shape.radius * scale)
    return path


def _stripes(place: QRectF, spacing: float) -> QPainterPath:
    """Stripes that rise at 45 degrees over a rectangle, half as wide as they are apart."""
    path = QPainterPath()
    if spacing <= 0:
        return path
    height = place.height()
    left = place.left() - height
    while left < place.right():
        corners = (
            QPointF(left, place.bottom()),
            QPointF(left + height, place.top()),
            QPointF(left + height + spacing / 2, place.top()),
            QPointF(left + spacing / 2, place.bottom()),
        )
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
        left += spacing
    return path


def _ring(shape: Band, scale: float) -> QPainterPath:
    """The chart counts degrees clockwise from the left; Qt anticlockwise from the right."""
    start = 180 - shape.start_degrees
    sweep = shape.start_degrees - shape.end_degrees
    outer = _circle(shape, shape.outer * scale, scale)
    inner = _circle(shape, shape.inner * scale, scale)
    path = QPainterPath()
    path.arcMoveTo(outer, start)
    path.arcTo(outer, start, sweep)
    path.arcTo(inner, start + sweep, -sweep)
    path.closeSubpath()
    return path


def _circle(shape: Band, radius: float, scale: float) -> QRectF:
    return QRectF(shape.cx * scale - radius, shape.cy * scale - radius, 2 * radius, 2 * radius)


def _write(painter: QPainter, label: Label, theme: Theme, scale: float) -> None:
    # The scale holds the text size already; the theme must not apply it a second time.
    font = theme.font(label.size * scale * 100 / theme.text_size_percent, BOLD if label.bold else REGULAR)
    painter.setFont(font)
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    offset = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QPointF(label.x * scale - offset, label.y * scale), label.text)
