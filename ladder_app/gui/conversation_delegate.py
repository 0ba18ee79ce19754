"""Paints the rows of the Conversation page: the criterion, both views on the scale, and what is agreed."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from ladder_app.charts.dumbbell import dumbbell
from ladder_app.gui.conversation_columns import PAD_PX, SCALE_ROW_PX, Columns
from ladder_app.gui.conversation_model import ConversationModel
from ladder_app.gui.conversation_rows import TalkRow
from ladder_app.gui.painted import LaidOut, lay_out, paint_box
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.row_delegate import RowDelegate
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme

_PAD_Y, _LINE, _SMALL_LINE, _BOX = 9, 18, 16, 16


class ConversationDelegate(RowDelegate):
    """Paints each row into the columns it is given; the view says which is the current one."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._body = theme.font(BODY_PX)
        self._small = theme.font(SMALL_PX)
        self._recorded = theme.font(12, SEMIBOLD)
        self._counts = theme.font(12)
        self._layouts: dict[tuple[str, bool, int], LaidOut] = {}
        self.has_focus = False
        self.columns = Columns(theme, 0, with_ticks=False)

    def show_columns(self, columns: Columns) -> None:
        """Paint into other columns from now on."""
        if columns != self.columns:
            self.columns = columns
            self._layouts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        row = _row(index)
        theme = self._theme
        text = self._text(row)[1] + (self._remark(row)[1] if row.remark else 0)
        agreed = self._agreed(row)[1]
        scale = max(theme.px(SCALE_ROW_PX), agreed)
        height = text + scale if self.columns.stacked else max(text, scale)
        return QSize(0, round(height + 2 * theme.px(_PAD_Y)))

    def tick_at(self, point: QPoint, rect: QRect) -> bool:
        """Whether a point of a row lies on its tick."""
        return self.columns.with_ticks and point.x() < rect.left() + self.columns.text_left

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, theme, columns = _row(index), self._theme, self.columns
        rect = QRect(option.rect.left(), option.rect.top(), columns.width, option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id == self.current:
            self._paint_current(painter, rect)
        elif index.row():
            pad = theme.px(PAD_PX)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(
                QPointF(rect.left() + pad, rect.top() + 0.5), QPointF(rect.right() - pad, rect.top() + 0.5)
            )
        text, text_height = self._text(row)
        remark_height = self._remark(row)[1] if row.remark else 0.0
        left, words = rect.left() + columns.text_left, text_height + remark_height
        top = float(rect.top() + theme.px(_PAD_Y))
        scale_top = top + words if columns.stacked else rect.top()
        scale_height = rect.bottom() + 1 - scale_top - (theme.px(_PAD_Y) if columns.stacked else 0)
        if not columns.stacked:
            top = rect.top() + (rect.height() - words) / 2
        painter.setPen(theme.colour("muted" if row.ticked else "text"))
        text.draw(painter, QPointF(left, top))
        if row.remark:
            painter.setPen(theme.colour("muted"))
            self._remark(row)[0].draw(painter, QPointF(left, top + text_height))
        if row.ticked is not None:
            self._paint_tick(painter, rect.left() + theme.px(PAD_PX), top, is_on=row.ticked)
        middle = scale_top + scale_height / 2
        painter.save()
        painter.translate(rect.left() + columns.scale_left, middle - theme.px(SCALE_ROW_PX) / 2)
        scale = theme.text_size_percent / 100
        paint_chart(painter, dumbbell(row.views, columns.scale_width / scale, SCALE_ROW_PX), theme, scale)
        painter.restore()
        agreed, agreed_height = self._agreed(row)
        painter.setPen(theme.colour("text" if row.is_recorded else "muted"))
        agreed.draw(painter, QPointF(rect.left() + columns.agreed_left, middle - agreed_height / 2))
        painter.restore()

    def _paint_current(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        inset = theme.px(6)
        box = QRectF(rect).adjusted(inset, 1.5, -inset, -1.5)
        painter.setBrush(theme.colour("tint"))
        painter.setPen(QPen(theme.colour("accent"), 2) if self.has_focus else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))

    def _paint_tick(self, painter: QPainter, left: float, top: float, *, is_on: bool) -> None:
        theme = self._theme
        size = theme.px(_BOX)
        box = QRectF(left, top + (theme.px(_LINE) - size) / 2, size, size)
        paint_box(painter, theme, box, is_chosen=is_on)

    def _text(self, row: TalkRow) -> LaidOut:
        return self._laid_out(row.text, self._body, _LINE, self.columns.text_width)

    def _remark(self, row: TalkRow) -> LaidOut:
        return self._laid_out(row.remark, self._small, _SMALL_LINE, self.columns.text_width)

    def _agreed(self, row: TalkRow) -> LaidOut:
        font = self._recorded if row.is_recorded else self._counts
        return self._laid_out(row.agreed, font, _SMALL_LINE, self.columns.agreed_width)

    def _laid_out(self, text: str, font: QFont, line_px: int, width: int) -> LaidOut:
        key = (text, font is self._recorded, line_px)
        known = self._layouts.get(key)
        if known is None:
            known = self._layouts[key] = lay_out(text, font, max(width, 40), self._theme.px(line_px))
        return known


def _row(index: QModelIndex | QPersistentModelIndex) -> TalkRow:
    # Straight from the model: through Qt it takes five times as long, and a relayout asks for every row.
    model = index.model()
    assert isinstance(model, ConversationModel)  # noqa: S101 – the only one whose rows are painted here
    return model.row(index.row())
