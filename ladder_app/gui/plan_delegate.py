"""Paints the rows of the Plan page."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ladder_app.gui.painted import TICK, lay_out, paint_stroke, tones
from ladder_app.gui.plan_model import PlanModel
from ladder_app.gui.plan_rows import ActionRow, GapRow, MoreRow, PartRow, Row
from ladder_app.gui.remark import joined
from ladder_app.gui.row_delegate import CardDelegate
from ladder_app.gui.theme import BODY_PX, MEDIUM, SMALL_PX, Theme

_PAD_X, _PAD_Y = 13, 11
_LINE, _SMALL_LINE, _GAP = 18, 16, 3
_BOX, _BOX_GAP = 17, 12
_ASIDE_WIDTH, _GUTTER, _STACKED_PX = 118, 14, 520
_HEADING_HEIGHT, _FIRST_HEADING_HEIGHT, _MORE_HEIGHT = 40, 28, 38
_DASH = ((0.25, 0.5), (0.75, 0.5))


@dataclass(frozen=True)
class _Lines:
    """Laid-out texts under each other, each in a colour."""

    parts: tuple[tuple[QTextLayout, float, str], ...]

    @property
    def height(self) -> float:
        return sum(height for _, height, _ in self.parts)


class PlanDelegate(CardDelegate):
    """Paints headings, actions and gaps, and tells whether the box of an action lies under a point."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._fonts = {
            "body": theme.font(BODY_PX, MEDIUM),
            "small": theme.font(SMALL_PX),
            "link": theme.font(12, MEDIUM),
        }
        self._known: dict[Row, _Lines] = {}
        self.is_read_only = False

    def forget(self) -> None:
        self._known.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        px = self._theme.px
        row = _row(index)
        if isinstance(row, PartRow):
            return QSize(0, px(_HEADING_HEIGHT if index.row() else _FIRST_HEADING_HEIGHT))
        if isinstance(row, MoreRow):
            return QSize(0, px(_MORE_HEIGHT))
        if not self._content_width:
            return QSize(0, px(_MORE_HEIGHT))
        aside = px(_LINE) if self._is_stacked and self._aside(row) else 0
        return QSize(0, round(self._lines(row).height) + aside + 2 * px(_PAD_Y))

    def paint_row(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        row = _row(index)
        is_current = row.key == self.current
        if isinstance(row, PartRow):
            self._paint_part(painter, rect, row, is_current=is_current)
            return
        self.paint_card(painter, rect, first=row.first, last=row.last, is_current=is_current)
        if isinstance(row, MoreRow):
            self._paint_more(painter, rect, row)
        else:
            self._paint_body(painter, rect, row)

    def is_on_box(self, point: QPoint, rect: QRect, row: Row | None) -> bool:
        """Whether a point of a row is on the box that is ticked when an action is done."""
        if not isinstance(row, ActionRow):
            return False
        reach = self._theme.px(6)
        return self._box(rect).adjusted(-reach, -reach, reach, reach).contains(QPointF(point))

    def is_on_aside(self, point: QPoint, rect: QRect, row: Row | None) -> bool:
        """Whether a point of a row is on what a gap offers."""
        return isinstance(row, GapRow) and row.offers and self._aside_place(rect).contains(point)

    def _box(self, rect: QRect) -> QRectF:
        px = self._theme.px
        size = px(_BOX)
        return QRectF(rect.left() + px(_PAD_X), rect.top() + px(_PAD_Y) + (px(_LINE) - size) / 2, size, size)

    def _aside_place(self, rect: QRect) -> QRect:
        px = self._theme.px
        if self._is_stacked:
            left = rect.left() + px(_PAD_X + _BOX + _BOX_GAP)
            return QRect(left, rect.bottom() - px(_PAD_Y + _LINE), self._content_width - left, px(_LINE + _PAD_Y))
        right = rect.left() + self._content_width - px(_PAD_X)
        return QRect(right - px(_ASIDE_WIDTH), rect.top(), px(_ASIDE_WIDTH), rect.height())

    @property
    def _is_stacked(self) -> bool:
        """Whether what stands beside the text has no room there and goes under it."""
        return self._content_width < self._theme.px(_STACKED_PX)

    def _aside(self, row: ActionRow | GapRow) -> str:
        if isinstance(row, ActionRow):
            return row.effect
        return "Add an action   A" if row.offers and not self.is_read_only else ""

    def _text_width(self) -> float:
        used = 2 * _PAD_X + _BOX + _BOX_GAP + (0 if self._is_stacked else _ASIDE_WIDTH + _GUTTER)
        return max(80.0, self._content_width - self._theme.px(used))

    def _lines(self, row: ActionRow | GapRow) -> _Lines:
        known = self._known.get(row)
        if known is None:
            known = self._known[row] = _Lines(tuple(self._laid_out(row)))
        return known

    def _laid_out(self, row: ActionRow | GapRow) -> list[tuple[QTextLayout, float, str]]:
        px, width = self._theme.px, self._text_width()
        ended = isinstance(row, ActionRow) and not row.action.is_open
        body, height = lay_out(row.text, self._fonts["body"], width, px(_LINE))
        parts = [(body, height + px(_GAP), "muted" if ended else "text")]
        small = self._fonts["small"]
        about, why = (row.about, row.why) if isinstance(row, ActionRow) else ("", "")
        if about:
            parts.append((*lay_out(about, small, width, px(_SMALL_LINE)), "muted"))
        line, height = lay_out(joined(row.small), small, width, px(_SMALL_LINE), list(tones(row.small, self._theme)))
        parts.append((line, height, "muted"))
        if why:
            parts.append((*lay_out(why, small, width, px(_SMALL_LINE)), "text"))
        return parts

    def _paint_part(self, painter: QPainter, rect: QRect, row: PartRow, *, is_current: bool) -> None:
        px = self._theme.px
        line = rect.adjusted(px(2), 0, -px(2), -px(8))
        painter.setPen(self._theme.colour("accent" if is_current else "muted"))
        side = 0
        if row.is_open is not None:
            side = px(8)
            middle = line.bottom() - self._head.pixelSize() / 2 + 1
            painter.save()
            self._paint_arrow(painter, QPointF(line.left(), middle), side, is_open=row.is_open)
            painter.restore()
        self.paint_heading(painter, line, row.text, row.note, indent_px=side + px(7) if side else 0)

    def _paint_arrow(self, painter: QPainter, left_middle: QPointF, side: float, *, is_open: bool) -> None:
        x, y = left_middle.x(), left_middle.y()
        if is_open:
            points = (QPointF(x, y - side / 4), QPointF(x + side / 2, y + side / 4), QPointF(x + side, y - side / 4))
        else:
            points = (
                QPointF(x + side / 4, y - side / 2),
                QPointF(x + side * 3 / 4, y),
                QPointF(x + side / 4, y + side / 2),
            )
        painter.setPen(QPen(painter.pen().color(), 1.4))
        painter.drawPolyline(QPolygonF(points))

    def _paint_more(self, painter: QPainter, rect: QRect, row: MoreRow) -> None:
        px = self._theme.px
        painter.setPen(self._theme.colour("accent"))
        painter.setFont(self._fonts["link"])
        place = rect.adjusted(px(_PAD_X + _BOX + _BOX_GAP), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.text)

    def _paint_body(self, painter: QPainter, rect: QRect, row: ActionRow | GapRow) -> None:
        theme = self._theme
        if isinstance(row, ActionRow):
            self._paint_box(painter, self._box(rect), row)
        else:
            self._paint_open_gap(painter, self._box(rect))
        left = rect.left() + theme.px(_PAD_X + _BOX + _BOX_GAP)
        top = float(rect.top() + theme.px(_PAD_Y))
        for layout, height, tone in self._lines(row).parts:
            painter.setPen(theme.colour(tone))
            layout.draw(painter, QPointF(left, top))
            top += height
        aside = self._aside(row)
        if aside:
            is_gap = isinstance(row, GapRow)
            painter.setFont(self._fonts["link"] if is_gap else self._note)
            painter.setPen(theme.colour("accent" if is_gap else "muted"))
            place = self._aside_place(rect)
            if self._is_stacked:
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, aside)
            else:
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)

    def _paint_box(self, painter: QPainter, box: QRectF, row: ActionRow) -> None:
        theme = self._theme
        is_done = not row.action.is_open
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line" if is_done else "control"), 1))
        painter.setBrush(theme.colour("track" if is_done else "panel"))
        painter.drawRoundedRect(inner, theme.px(4), theme.px(4))
        if not is_done:
            return
        dropped = row.action.done_on is None and row.action.status.value == "dropped"
        pen = QPen(theme.colour("muted" if dropped else "good"), inner.width() / 9, c=Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        paint_stroke(painter, inner, _DASH if dropped else TICK)

    def _paint_open_gap(self, painter: QPainter, box: QRectF) -> None:
        """A ring that is still empty."""
        path = QPainterPath()
        path.addEllipse(box.adjusted(3, 3, -3, -3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("warn"), 1.6, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)


def _row(index: QModelIndex | QPersistentModelIndex) -> Row:
    model = index.model()
    assert isinstance(model, PlanModel)  # noqa: S101 – the only one whose rows are painted here
    return model.rows[index.row()]
