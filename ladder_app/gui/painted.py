"""What lists paint by hand: text broken into lines, corners of a card, a box with a tick."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF, QTextCharFormat, QTextLayout, QTextOption

from ladder_app.gui.remark import Remark
from ladder_app.gui.theme import MEDIUM, SMALL_PX, Theme
from ladder_app.report.sentences import SEPARATOR

TICK = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
"""The corners of a tick, in shares of its box."""

LaidOut = tuple[QTextLayout, float]
"""Text in lines, and its height in pixels."""


def lay_out(
    text: str, font: QFont, width: float, line_height: int, formats: Sequence[QTextLayout.FormatRange] = ()
) -> LaidOut:
    """Text broken into lines of at most `width` pixels, and its height; a long word breaks rather than being cut."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(list(formats))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
        height += line_height
    layout.endLayout()
    return layout, height


def tones(remarks: Sequence[Remark], theme: Theme) -> Iterator[QTextLayout.FormatRange]:
    """What sets the remarks of a `joined` line apart in their colours."""
    start = 0
    for remark in remarks:
        length = _units(remark.text)
        if remark.tone != "muted":
            part = QTextLayout.FormatRange()
            part.start, part.length = start, length
            part.format = QTextCharFormat()
            part.format.setForeground(theme.colour(remark.tone))
            part.format.setFont(theme.font(SMALL_PX, MEDIUM))
            yield part
        start += length + _units(SEPARATOR)


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def card_path(box: QRectF, radius: float, *, top: bool, bottom: bool) -> QPainterPath:
    """A rectangle whose upper and lower corners are rounded or not."""
    if not top and not bottom:
        path = QPainterPath()
        path.addRect(box)
        return path
    # Round on all sides, then cut off square beyond the row: the rows above and below go on with it.
    reach = box.adjusted(0, 0 if top else -2 * radius, 0, 0 if bottom else 2 * radius)
    rounded, row = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(reach, radius, radius)
    row.addRect(box)
    return rounded.intersected(row)


def paint_box(painter: QPainter, theme: Theme, box: QRectF, *, is_chosen: bool) -> None:
    """A box that chooses something, ticked or not."""
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.colour("accent" if is_chosen else "control"), 1))
    painter.setBrush(theme.colour("accent" if is_chosen else "panel"))
    painter.drawRoundedRect(inner, theme.px(4), theme.px(4))
    if is_chosen:
        painter.setPen(QPen(theme.colour("accent_text"), inner.width() / 9, c=Qt.PenCapStyle.RoundCap))
        paint_stroke(painter, inner, TICK)


def paint_stroke(painter: QPainter, box: QRectF, shares: Sequence[tuple[float, float]]) -> None:
    """A line through points that are given in shares of a box."""
    points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shares]
    painter.drawPolyline(QPolygonF(points))
