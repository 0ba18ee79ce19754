"""The window's few line icons, drawn on a square of 16 units."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Icon(Enum):
    """What an icon stands for."""

    ASSESS = "assess"
    EVIDENCE = "evidence"
    READINESS = "readiness"
    PLAN = "plan"
    CONVERSATION = "conversation"
    HISTORY = "history"
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


def _evidence() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(2.5, 1.5, 11, 13), 1.5, 1.5)
    for top, right in ((5.0, 11.0), (8.0, 11.0), (11.0, 8.5)):
        path.moveTo(5, top)
        path.lineTo(right, top)
    return path


def _plan() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(3.5, 14.5)
    path.lineTo(3.5, 1.5)
    path.lineTo(12.5, 4.5)
    path.lineTo(3.5, 8)
    return path


def _conversation() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(4, 11)
    path.lineTo(4, 14.2)
    path.lineTo(7.4, 11)
    path.lineTo(13, 11)
    path.quadTo(14.5, 11, 14.5, 9.5)
    path.lineTo(14.5, 3.5)
    path.quadTo(14.5, 2, 13, 2)
    path.lineTo(3, 2)
    path.quadTo(1.5, 2, 1.5, 3.5)
    path.lineTo(1.5, 9.5)
    path.quadTo(1.5, 11, 3, 11)
    path.closeSubpath()
    return path


def _history() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 6.4, 6.4)
    path.moveTo(8, 4.2)
    path.lineTo(8, 8)
    path.lineTo(10.8, 9.6)
    return path


_PATHS = {
    Icon.ASSESS: _assess,
    Icon.EVIDENCE: _evidence,
    Icon.READINESS: _readiness,
    Icon.PLAN: _plan,
    Icon.CONVERSATION: _conversation,
    Icon.HISTORY: _history,
    Icon.ROLE: _role,
}
