"""Painting the rows of a list: which is the current one, how wide they are, and cards that rows are parts of."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ladder_app.gui.painted import card_path
from ladder_app.gui.theme import SEMIBOLD, Theme

_RADIUS_PX = 8


class RowDelegate(QStyledItemDelegate):
    """Paints rows. The list says which one is the current one.

    (An option's state would say so, but its enumerations take Qt's bindings longer to make than the rest of a page.)
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.current: str | None = None


class CardDelegate(RowDelegate):
    """Paints headings, and rows that together are a card. The list says how wide they are, in pixels."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._head = theme.font(12, SEMIBOLD)
        self._note = theme.font(12)
        self._content_width = 0

    @property
    def content_width(self) -> int:
        return self._content_width

    @content_width.setter
    def content_width(self, width: int) -> None:
        if width != self._content_width:
            self._content_width = width
            self.forget()

    def forget(self) -> None:
        """What was laid out holds no more."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row into a rectangle as wide as the rows are."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect.left(), option.rect.top(), self._content_width, option.rect.height())
        self.paint_row(painter, rect, index)
        painter.restore()

    def paint_heading(self, painter: QPainter, line: QRect, text: str, note: str, *, indent_px: int = 0) -> None:
        """A heading on the lower edge of a line, in the pen's colour, with a note at its end."""
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.setFont(self._note)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, note)
        painter.setFont(self._head)
        painter.drawText(line.adjusted(indent_px, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | bottom, text)

    def paint_card(self, painter: QPainter, rect: QRect, *, first: bool, last: bool, is_current: bool) -> None:
        """The part of a card that a row is, framed where it is the current one."""
        theme, radius = self._theme, self._theme.px(_RADIUS_PX)
        box = QRectF(rect).adjusted(0.5, 0.5 if first else -0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawPath(card_path(box, radius, top=first, bottom=last))
        if is_current:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("tint"))
            inner = QRectF(rect).adjusted(1, 1, -1, -1)
            painter.drawPath(card_path(inner, radius - 1, top=first, bottom=last))
