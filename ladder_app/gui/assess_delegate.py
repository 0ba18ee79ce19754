"""Paints the rows of the Assess page: text of any length, remarks, evidence, and the rating cells."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from ladder_app.domain.scale import Scale
from ladder_app.gui.assess_model import AssessModel
from ladder_app.gui.assess_rows import CriterionRow, Heading
from ladder_app.gui.painted import LaidOut, lay_out, tones
from ladder_app.gui.remark import Remark, joined
from ladder_app.gui.row_delegate import CardDelegate
from ladder_app.gui.theme import BODY_PX, BOLD, SMALL_PX, Theme
from ladder_app.gui.tokens import rating_token

_PAD_X, _PAD_Y = 13, 10
_LINE, _SMALL_LINE = 18, 17
_CELL_WIDTH, _NARROW_CELL_WIDTH, _CELL_HEIGHT = 35, 26, 27
_EVIDENCE_WIDTH, _GUTTER = 64, 12
_NARROW_PX, _STACKED_PX, _STACK_GAP = 600, 480, 4
_HEADING_HEIGHT, _FIRST_HEADING_HEIGHT = 38, 30


class AssessDelegate(CardDelegate):
    """Paints headings and criteria, and tells which rating cell lies under a point.

    The view says which cell lies under the pointer.
    """

    def __init__(self, theme: Theme, scale: Scale, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._scale = scale
        self._body = theme.font(BODY_PX)
        self._small = theme.font(SMALL_PX)
        self._digits = {chosen: theme.font(12, BOLD if chosen else 400) for chosen in (False, True)}
        self._layouts: dict[tuple[str, tuple[Remark, ...], int], LaidOut] = {}
        self._kept_heights: dict[str, float] = {}
        # A list asks for the size of every row whenever one has changed. A row is a value, so its size
        # holds as long as it is the same one.
        self._sizes: dict[str, tuple[CriterionRow, QSize]] = {}
        self.hovered: tuple[str, int] | None = None
        self.is_read_only = False
        wide = len(scale.steps) <= 6
        self._cell_width = theme.px(_CELL_WIDTH if wide else _NARROW_CELL_WIDTH)

    def forget(self) -> None:
        self._layouts.clear()
        self._kept_heights.clear()
        self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        row = _row(index)
        if isinstance(row, Heading):
            return QSize(0, self._theme.px(_HEADING_HEIGHT if index.row() else _FIRST_HEADING_HEIGHT))
        if not self._content_width:  # not on screen yet, and nothing to break lines by
            return QSize(0, self._theme.px(_CELL_HEIGHT + 2 * _PAD_Y))
        known = self._sizes.get(row.id)
        if known is not None and known[0] is row:
            return known[1]
        size = QSize(0, self._height(row))
        self._sizes[row.id] = (row, size)
        return size

    def _height(self, row: CriterionRow) -> int:
        text, small = self._text(row)[1], self._remarks_height(row)
        if self._is_stacked:
            small = max(small, self._theme.px(_CELL_HEIGHT)) + self._theme.px(_STACK_GAP)
        height = text + small + 2 * self._theme.px(_PAD_Y)
        return max(round(height), self._theme.px(_CELL_HEIGHT + 2 * _PAD_Y))

    def paint_row(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        row = _row(index)
        if isinstance(row, Heading):
            inset = self._theme.px(2)
            painter.setPen(self._theme.colour("muted"))
            line = rect.adjusted(inset, 0, -inset, -self._theme.px(7))
            self.paint_heading(painter, line, row.text, row.count)
        else:
            self.paint_card(painter, rect, first=row.first, last=row.last, is_current=row.id == self.current)
            self._paint_criterion(painter, rect, row)

    def cell_at(self, point: QPoint, rect: QRect) -> int | None:
        """The step whose cell lies under a point of a row, or None."""
        cells = self._cells(QRect(rect.left(), rect.top(), self._content_width, rect.height()))
        if self.is_read_only or not cells.contains(point):
            return None
        return min((point.x() - cells.left()) // self._cell_width, self._scale.highest)

    def _cells(self, row: QRect) -> QRect:
        width = self._cell_width * len(self._scale.steps)
        height = self._theme.px(_CELL_HEIGHT)
        left = row.right() + 1 - self._theme.px(_PAD_X) - width
        top = row.center().y() - height // 2
        if self._is_stacked:
            top = row.bottom() + 1 - self._theme.px(_PAD_Y) - height
        return QRect(left, top, width, height)

    def _paint_criterion(self, painter: QPainter, rect: QRect, row: CriterionRow) -> None:
        theme = self._theme
        text, text_height = self._text(row)
        remarks, remarks_height = self._remarks(row)
        left = rect.left() + theme.px(_PAD_X)
        if self._is_stacked:
            top = float(rect.top() + theme.px(_PAD_Y))
            below = rect.bottom() + 1 - theme.px(_PAD_Y) - max(remarks_height, self._cells(rect).height())
            below += max(0.0, (self._cells(rect).height() - remarks_height) / 2)
        else:
            top = rect.top() + (rect.height() - text_height - remarks_height) / 2
            below = top + text_height
        painter.setPen(theme.colour("text"))
        text.draw(painter, QPointF(left, top))
        painter.setPen(theme.colour("muted"))
        remarks.draw(painter, QPointF(left, below))
        cells = self._cells(rect)
        if not self._is_narrow:
            self._paint_evidence(painter, rect, cells, row)
        self._paint_cells(painter, cells, row)

    def _paint_evidence(self, painter: QPainter, rect: QRect, cells: QRect, row: CriterionRow) -> None:
        width = self._theme.px(_EVIDENCE_WIDTH)
        place = QRect(cells.left() - self._theme.px(_GUTTER) - width, rect.top(), width, rect.height())
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._small)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.evidence or "–")

    def _paint_cells(self, painter: QPainter, cells: QRect, row: CriterionRow) -> None:
        theme = self._theme
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(cells).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
        painter.setBrush(theme.colour("window" if self.is_read_only else "panel"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(frame)
        if row.not_applicable:
            painter.setPen(theme.colour("muted"))
            painter.setFont(self._small)
            painter.drawText(cells, Qt.AlignmentFlag.AlignCenter, "Not applicable")
            return
        for step in range(len(self._scale.steps)):
            cell = QRect(cells.left() + step * self._cell_width, cells.top(), self._cell_width, cells.height())
            chosen = step == row.step
            ink = theme.colour("muted")
            if chosen:
                token = rating_token(step, self._scale.highest)
                _fill(painter, cell, theme.colour(token), inside=frame)
                ink = theme.ink_on(token)
            elif self.hovered == (row.id, step):
                _fill(painter, cell.adjusted(1, 1, -1, -1), theme.colour("tint"), inside=frame)
                ink = theme.colour("accent")
            if step:
                painter.setPen(QPen(theme.colour("line"), 1))
                painter.drawLine(QPointF(cell.left() + 0.5, cell.top() + 1), QPointF(cell.left() + 0.5, cell.bottom()))
            painter.setPen(ink)
            painter.setFont(self._digits[chosen])
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(step))

    @property
    def _is_narrow(self) -> bool:
        """Whether there is too little room for a column of its own for the evidence."""
        return self._content_width < self._theme.px(_NARROW_PX)

    @property
    def _is_stacked(self) -> bool:
        """Whether the rating cells stand under the text, beside the remarks."""
        return self._content_width < self._theme.px(_STACKED_PX)

    def _text_width(self) -> float:
        """How wide the text is where the cells stand beside it; the remarks have that width always."""
        theme = self._theme
        used = 2 * _PAD_X + _GUTTER + (0 if self._is_narrow else _GUTTER + _EVIDENCE_WIDTH)
        return max(80.0, self._content_width - theme.px(used) - self._cell_width * len(self._scale.steps))

    def _text(self, row: CriterionRow) -> LaidOut:
        width = self._content_width - 2 * self._theme.px(_PAD_X) if self._is_stacked else self._text_width()
        return self._laid_out(row.text, (), self._body, _LINE, width)

    def _remarks(self, row: CriterionRow) -> LaidOut:
        remarks = row.remarks
        if self._is_narrow and row.evidence:
            remarks = (*remarks, Remark(row.evidence))
        if not remarks:
            return _NO_LAYOUT
        return self._laid_out(joined(remarks), remarks, self._small, _SMALL_LINE, self._text_width())

    def _remarks_height(self, row: CriterionRow) -> float:
        """Room for what is said under a criterion now, and for what a rating may make of it.

        So rows keep their places while the person rates: a row never grows under the pointer, and
        once it has been high it stays so until the list is laid out anew.
        """
        expected = row.longest_remarks + (f" · {row.evidence}" if self._is_narrow and row.evidence else "")
        reserved = self._laid_out(expected, (), self._small, _SMALL_LINE, self._text_width())[1]
        height = max(self._remarks(row)[1], reserved, self._kept_heights.get(row.id, 0.0))
        self._kept_heights[row.id] = height
        return height

    def _laid_out(self, text: str, remarks: tuple[Remark, ...], font: QFont, line_px: int, width: float) -> LaidOut:
        key = (text, remarks, line_px)
        known = self._layouts.get(key)
        if known is None:
            formats = list(tones(remarks, self._theme))
            known = self._layouts[key] = lay_out(text, font, width, self._theme.px(line_px), formats)
        return known


def _row(index: QModelIndex | QPersistentModelIndex) -> Heading | CriterionRow:
    # Straight from the model: through Qt it takes five times as long, and a relayout asks for every row.
    model = index.model()
    assert isinstance(model, AssessModel)  # noqa: S101 – the only one whose rows are painted here
    return model.row(index.row())


_NO_LAYOUT: LaidOut = (QTextLayout(), 0.0)


def _fill(painter: QPainter, cell: QRect, colour: QColor, *, inside: QPainterPath) -> None:
    """A rectangle of one colour, as far as it lies inside a path."""
    painter.save()
    painter.setClipPath(inside)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(cell)
    painter.restore()
