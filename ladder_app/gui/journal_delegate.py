"""Paints the rows of the Evidence page."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ladder_app.gui.assess_delegate import card_path, lay_out
from ladder_app.gui.journal_model import JournalModel
from ladder_app.gui.journal_rows import EntryRow, MonthRow
from ladder_app.gui.theme import BODY_PX, MEDIUM, SEMIBOLD, SMALL_PX, Theme

_PAD_X, _PAD_Y = 13, 11
_LINE, _SMALL_LINE, _GAP = 18, 16, 3
_BOX, _BOX_GAP = 16, 12
_HEADING_HEIGHT, _FIRST_HEADING_HEIGHT = 40, 28
_RADIUS = 8

Part = tuple[QTextLayout, float, str]


class JournalDelegate(QStyledItemDelegate):
    """Paints months and entries, and tells whether the box of an entry lies under a point.

    The view says how wide a row is in pixels and which row is the current one.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body = theme.font(BODY_PX, MEDIUM)
        self._small = theme.font(SMALL_PX)
        self._head = theme.font(12, SEMIBOLD)
        self._note = theme.font(12)
        self._known: dict[EntryRow, tuple[Part, ...]] = {}
        self._content_width = 0
        self.current = ""

    @property
    def content_width(self) -> int:
        return self._content_width

    @content_width.setter
    def content_width(self, width: int) -> None:
        if width != self._content_width:
            self._content_width = width
            self._known.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        px = self._theme.px
        row = _model(index).rows[index.row()]
        if isinstance(row, MonthRow):
            return QSize(0, px(_HEADING_HEIGHT if index.row() else _FIRST_HEADING_HEIGHT))
        if not self._content_width:
            return QSize(0, px(_HEADING_HEIGHT))
        return QSize(0, round(sum(height for _, height, _ in self._parts(row))) + 2 * px(_PAD_Y))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = _model(index)
        row = model.rows[index.row()]
        rect = QRect(option.rect.left(), option.rect.top(), self._content_width, option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, MonthRow):
            self._paint_heading(painter, rect, row)
        else:
            self._paint_card(painter, rect, row)
            paint_box(painter, self._theme, self._box(rect), is_chosen=model.is_chosen(row.key))
            left, top = rect.left() + self._theme.px(_PAD_X + _BOX + _BOX_GAP), float(rect.top())
            top += self._theme.px(_PAD_Y)
            for layout, height, tone in self._parts(row):
                painter.setPen(self._theme.colour(tone))
                layout.draw(painter, QPointF(left, top))
                top += height
        painter.restore()

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

    def _paint_heading(self, painter: QPainter, rect: QRect, row: MonthRow) -> None:
        px = self._theme.px
        line = rect.adjusted(px(2), 0, -px(2), -px(8))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._note)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, row.note)
        painter.setFont(self._head)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, row.text)

    def _paint_card(self, painter: QPainter, rect: QRect, row: EntryRow) -> None:
        theme = self._theme
        box = QRectF(rect).adjusted(0.5, 0.5 if row.first else -0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawPath(card_path(box, theme.px(_RADIUS), top=row.first, bottom=row.last))
        if row.key == self.current:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("tint"))
            inner = QRectF(rect).adjusted(1, 1, -1, -1)
            painter.drawPath(card_path(inner, theme.px(_RADIUS) - 1, top=row.first, bottom=row.last))


def paint_box(painter: QPainter, theme: Theme, box: QRectF, *, is_chosen: bool) -> None:
    """A box that chooses something, ticked or not."""
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.colour("accent" if is_chosen else "control"), 1))
    painter.setBrush(theme.colour("accent" if is_chosen else "panel"))
    painter.drawRoundedRect(inner, theme.px(4), theme.px(4))
    if is_chosen:
        shares = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.32))
        points = [QPointF(inner.left() + x * inner.width(), inner.top() + y * inner.height()) for x, y in shares]
        painter.setPen(QPen(theme.colour("accent_text"), inner.width() / 9, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))


def _model(index: QModelIndex | QPersistentModelIndex) -> JournalModel:
    model = index.model()
    assert isinstance(model, JournalModel)  # noqa: S101 – the only one whose rows are painted here
    return model
