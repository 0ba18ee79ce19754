"""The window's few line icons, drawn on a square of 16 units."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Icon(Enum):
    """What an icon stands for."""

    ASSESS = "assess"
    READINESS = "readiness"
    ROLE = "role"


def draw_icon(painter: QPainter, icon: Icon, area: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(_PATHS[icon]())
    painter.restore()


def _assess() -> QPainterPath:
    path = QPainterPath()
    for top in (3.5, 8.0, 12.5):
        path.moveTo(1.5, top)
        path.lineTo(2.7, top + 1.2)
        path.lineTo(4.9, top - 1.4)
        path.moveTo(7.5, top)
        path.lineTo(14.5, top)
    return path


def _readiness() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(1.5, 3, 13, 13), 0)
    path.arcTo(QRectF(1.5, 3, 13, 13), 0, 180)
    path.moveTo(1.5, 9.5)
    path.moveTo(8, 10)
    path.lineTo(11, 6.4)
    path.addEllipse(QPointF(8, 10), 0.9, 0.9)
    return path


def _role() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(1.5, 14)
    for x, y in ((1.5, 10.5), (5.8, 10.5), (5.8, 6.5), (10.1, 6.5), (10.1, 2.5), (14.5, 2.5)):
        path.lineTo(x, y)
    path.lineTo(14.5, 14)
    path.closeSubpath()
    return path


_PATHS = {Icon.ASSESS: _assess, Icon.READINESS: _readiness, Icon.ROLE: _role}
