"""Paints the rows of the Assess page: text of any length, remarks, evidence, and the rating cells."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ladder_app.domain.scale import Scale
from ladder_app.gui.assess_model import AssessModel
from ladder_app.gui.assess_rows import CriterionRow, Heading, Remark
from ladder_app.gui.theme import BODY_PX, BOLD, MEDIUM, SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tokens import rating_token

_PAD_X, _PAD_Y = 13, 10
_LINE, _SMALL_LINE = 18, 17
_CELL_WIDTH, _NARROW_CELL_WIDTH, _CELL_HEIGHT = 35, 26, 27
_EVIDENCE_WIDTH, _GUTTER = 64, 12
_NARROW_PX, _STACKED_PX, _STACK_GAP = 600, 480, 4
_HEADING_HEIGHT, _FIRST_HEADING_HEIGHT = 38, 30
_RADIUS = 8


class AssessDelegate(QStyledItemDelegate):
    """Paints headings and criteria, and tells which rating cell lies under a point.

    The view says how wide a row is in pixels, which criterion is the current one, and which cell lies
    under the pointer. (An option's state would say the first two, but its enumerations take Qt's
    bindings longer to make than the rest of a page.)
    """

    def __init__(self, theme: Theme, scale: Scale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._body = theme.font(BODY_PX)
        self._small = theme.font(SMALL_PX)
        self._digits = {chosen: theme.font(12, BOLD if chosen else 400) for chosen in (False, True)}
        self._section = theme.font(12, SEMIBOLD)
        self._count = theme.font(12)
        self._layouts: dict[tuple[str, tuple[Remark, ...], int], tuple[QTextLayout, float]] = {}
        self._kept_heights: dict[str, float] = {}
        # A list asks for the size of every row whenever one has changed. A row is a value, so its size
        # holds as long as it is the same one.
        self._sizes: dict[str, tuple[CriterionRow, QSize]] = {}
        self._content_width = 0
        self.current: str | None = None
        self.hovered: tuple[str, int] | None = None
        self.is_read_only = False
        wide = len(scale.steps) <= 6
        self._cell_width = theme.px(_CELL_WIDTH if wide else _NARROW_CELL_WIDTH)

    @property
    def content_width(self) -> int:
        return self._content_width

    @content_width.setter
    def content_width(self, width: int) -> None:
        if width != self._content_width:
            self._content_width = width
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

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = _row(index)
        rect = QRect(option.rect.left(), option.rect.top(), self._content_width, option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        else:
            self._paint_row(painter, rect, row, selected=row.id == self.current)
        painter.restore()

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

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        inset = self._theme.px(2)
        line = rect.adjusted(inset, 0, -inset, -self._theme.px(7))
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(self._count)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, row.count)
        painter.setFont(self._section)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, row.text)

    def _paint_row(self, painter: QPainter, rect: QRect, row: CriterionRow, *, selected: bool) -> None:
        theme = self._theme
        box = QRectF(rect).adjusted(0.5, 0.5 if row.first else -0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawPath(card_path(box, theme.px(_RADIUS), top=row.first, bottom=row.last))
        if selected:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("tint"))
            inner = QRectF(rect).adjusted(1, 1, -1, -1)
            painter.drawPath(card_path(inner, theme.px(_RADIUS) - 1, top=row.first, bottom=row.last))
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

    def _text(self, row: CriterionRow) -> tuple[QTextLayout, float]:
        width = self._content_width - 2 * self._theme.px(_PAD_X) if self._is_stacked else self._text_width()
        return self._laid_out(row.text, (), self._body, _LINE, width)

    def _remarks(self, row: CriterionRow) -> tuple[QTextLayout, float]:
        remarks = row.remarks
        if self._is_narrow and row.evidence:
            remarks = (*remarks, Remark(row.evidence))
        if not remarks:
            return _NO_LAYOUT
        text = " · ".join(r.text for r in remarks)
        return self._laid_out(text, remarks, self._small, _SMALL_LINE, self._text_width())

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

    def _laid_out(
        self, text: str, remarks: tuple[Remark, ...], font: QFont, line_px: int, width: float
    ) -> tuple[QTextLayout, float]:
        key = (text, remarks, line_px)
        known = self._layouts.get(key)
        if known is None:
            formats = self._formats(remarks)
            known = lay_out(text, font, width, self._theme.px(line_px), formats)
            self._layouts[key] = known
        return known

    def _formats(self, remarks: Sequence[Remark]) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for remark in remarks:
            if remark.tone != "muted":
                part = QTextLayout.FormatRange()
                part.start, part.length = start, len(remark.text.encode("utf-16-le")) // 2
                part.format = QTextCharFormat()
                part.format.setForeground(self._theme.colour(remark.tone))
                part.format.setFont(self._theme.font(SMALL_PX, MEDIUM))
                formats.append(part)
            start += len(remark.text.encode("utf-16-le")) // 2 + 3
        return formats


def _row(index: QModelIndex | QPersistentModelIndex) -> Heading | CriterionRow:
    # Straight from the model: through Qt it takes five times as long, and a relayout asks for every row.
    model = index.model()
    assert isinstance(model, AssessModel)  # noqa: S101 – the only one whose rows are painted here
    return model.row(index.row())


def lay_out(
    text: str, font: QFont, width: float, line_height: int, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout, float]:
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


_NO_LAYOUT: tuple[QTextLayout, float] = (QTextLayout(), 0.0)


def _fill(painter: QPainter, cell: QRect, colour: QColor, *, inside: QPainterPath) -> None:
    """A rectangle of one colour, as far as it lies inside a path."""
    painter.save()
    painter.setClipPath(inside)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(cell)
    painter.restore()


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
