"""Paints the rows of the Evidence page."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ladder_app.gui.journal_model import JournalModel
from ladder_app.gui.journal_rows import EntryRow, MonthRow
from ladder_app.gui.painted import lay_out, paint_box
from ladder_app.gui.row_delegate import CardDelegate
from ladder_app.gui.theme import BODY_PX, MEDIUM, SMALL_PX, Theme

_PAD_X, _PAD_Y = 13, 11
_LINE, _SMALL_LINE, _GAP = 18, 16, 3
_BOX, _BOX_GAP = 16, 12
_HEADING_HEIGHT, _FIRST_HEADING_HEIGHT = 40, 28

Part = tuple[QTextLayout, float, str]


class JournalDelegate(CardDelegate):
    """Paints months and entries, and tells whether the box of an entry lies under a point."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._body = theme.font(BODY_PX, MEDIUM)
        self._small = theme.font(SMALL_PX)
        self._known: dict[EntryRow, tuple[Part, ...]] = {}

    def forget(self) -> None:
        self._known.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        px = self._theme.px
        row = _model(index).rows[index.row()]
        if isinstance(row, MonthRow):
            return QSize(0, px(_HEADING_HEIGHT if index.row() else _FIRST_HEADING_HEIGHT))
        if not self._content_width:
            return QSize(0, px(_HEADING_HEIGHT))
        return QSize(0, round(sum(height for _, height, _ in self._parts(row))) + 2 * px(_PAD_Y))

    def paint_row(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        model = _model(index)
        row = model.rows[index.row()]
        if isinstance(row, MonthRow):
            self._paint_month(painter, rect, row)
            return
        self.paint_card(painter, rect, first=row.first, last=row.last, is_current=row.key == self.current)
        paint_box(painter, self._theme, self._box(rect), is_chosen=model.is_chosen(row.key))
        left, top = rect.left() + self._theme.px(_PAD_X + _BOX + _BOX_GAP), float(rect.top())
        top += self._theme.px(_PAD_Y)
        for layout, height, tone in self._parts(row):
            painter.setPen(self._theme.colour(tone))
            layout.draw(painter, QPointF(left, top))
            top += height

    def is_on_box(self, point: QPoint, rect: QRect) -> bool:
        """Whether a point of an entry's row is on the box that chooses it."""
        reach = self._theme.px(6)
        return self._box(rect).adjusted(-reach, -reach, reach, reach).contains(QPointF(point))

    def _box(self, rect: QRect) -> QRectF:
        px = self._theme.px
        size = px(_BOX)
        return QRectF(rect.left() + px(_PAD_X), rect.top() + px(_PAD_Y) + (px(_LINE) - size) / 2, size, size)

    def _parts(self, row: EntryRow) -> tuple[Part, ...]:
        known = self._known.get(row)
        if known is None:
            known = self._known[row] = tuple(self._laid_out(row))
        return known

    def _laid_out(self, row: EntryRow) -> list[Part]:
        px = self._theme.px
        width = max(80.0, self._content_width - px(2 * _PAD_X + _BOX + _BOX_GAP))
        body, height = lay_out(row.text, self._body, width, px(_LINE))
        parts = [(body, height + px(_GAP), "text")]
        if row.outcome:
            parts.append((*lay_out(row.outcome, self._note, width, px(_LINE)), "text"))
        small = f"{row.small} · {row.about}"
        is_bare = not row.entry.criteria
        parts.append((*lay_out(small, self._small, width, px(_SMALL_LINE)), "warn" if is_bare else "muted"))
        if row.offers:
            offers = f"Could support:   {row.offers}"
            parts.append((*lay_out(offers, self._small, width, px(_SMALL_LINE)), "accent"))
        return parts

    def _paint_month(self, painter: QPainter, rect: QRect, row: MonthRow) -> None:
        px = self._theme.px
        painter.setPen(self._theme.colour("muted"))
        self.paint_heading(painter, rect.adjusted(px(2), 0, -px(2), -px(8)), row.text, row.note)


def _model(index: QModelIndex | QPersistentModelIndex) -> JournalModel:
    model = index.model()
    assert isinstance(model, JournalModel)  # noqa: S101 – the only one whose rows are painted here
    return model
