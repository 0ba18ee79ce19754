"""Paints the cells of a team's table: names, bars of readiness, and the heat of areas."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ladder_app.domain.team import Standpoint
from ladder_app.gui.team_model import Cell, TeamModel
from ladder_app.gui.theme import BODY_PX, MEDIUM, SMALL_PX, Theme
from ladder_app.report.team.words import heat_step

ROW_HEIGHT_PX = 46
_PAD_PX = 10
_BAR_HEIGHT_PX = 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TeamDelegate(QStyledItemDelegate):
    """A cell says its words in one line; what is too long for it ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = theme.font(BODY_PX, MEDIUM)
        self._body = theme.font(BODY_PX)
        self._small = theme.font(SMALL_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(self._theme.px(80), self._theme.px(ROW_HEIGHT_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, TeamModel)  # noqa: S101 – the only one whose cells are painted here
        theme, rect = self._theme, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("tint" if selected else "panel"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        cell = model.cell(index)
        inner = rect.adjusted(theme.px(_PAD_PX), 0, -theme.px(_PAD_PX), -1)
        if cell.is_area:
            self._paint_heat(painter, rect, cell)
        elif cell.share is not None and cell.share.required:
            self._paint_share(painter, inner, cell.words, cell.share)
        else:
            self._paint_words(painter, inner, cell)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        theme = self._theme
        painter.setPen(theme.colour("warn" if cell.is_late else "text"))
        if not cell.under:
            self._write(painter, place, cell.words, self._body)
            return
        middle, left, width = place.center().y(), place.left(), place.width()
        self._write(painter, QRect(left, middle - theme.px(18), width, theme.px(19)), cell.words, self._name)
        painter.setPen(theme.colour("muted"))
        self._write(painter, QRect(left, middle + theme.px(1), width, theme.px(16)), cell.under, self._small)

    def _paint_share(self, painter: QPainter, place: QRect, words: str, share: Standpoint) -> None:
        theme = self._theme
        painter.setPen(theme.colour("text"))
        middle = place.center().y()
        self._write(painter, QRect(place.left(), middle - theme.px(17), place.width(), theme.px(18)), words, self._body)
        width, height = place.width(), theme.px(_BAR_HEIGHT_PX)
        top = middle + theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        for percent, token in ((100.0, "track"), (share.possible, "rating.1"), (share.shown, "rating.3")):
            painter.setBrush(theme.colour(token))
            bar = QRectF(place.left(), top, width * percent / 100, height)
            if bar.width() >= 1:
                painter.drawRoundedRect(bar, height / 2, height / 2)

    def _paint_heat(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = self._theme
        place = QRectF(rect).adjusted(2, 2, -2, -3)
        step = heat_step(cell.area)
        if step is None:
            painter.setPen(theme.colour("muted"))
        else:
            token = f"rating.{step}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(place, theme.px(5), theme.px(5))
            painter.setPen(theme.ink_on(token))
        painter.setFont(self._body)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cell.words)

    def _write(self, painter: QPainter, place: QRect, words: str, font: QFont) -> None:
        painter.setFont(font)
        cut = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, cut)
