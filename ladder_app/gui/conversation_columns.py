"""The columns of the Conversation page's list: text, scale and what is agreed, or the last two under the text."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_app.charts.dumbbell import disc, ring, step_place
from ladder_app.charts.shapes import Chart
from ladder_app.domain.scale import Scale
from ladder_app.gui.painters import paint_chart
from ladder_app.gui.theme import SMALL_PX, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated, plain

PAD_PX = 18
SCALE_ROW_PX = 30
_GAP_PX, _AGREED_PX, _NARROW_PX, _TICK_PX = 18, 118, 640, 28
_TEXT_SHARE = 0.44


@dataclass(frozen=True)
class Columns:
    """Where each part of a row lies at a width in pixels."""

    theme: Theme
    width: int
    with_ticks: bool

    @property
    def stacked(self) -> bool:
        """Whether there is no room for the scale beside the text."""
        return self.width < self.theme.px(_NARROW_PX)

    @property
    def text_left(self) -> int:
        return self.theme.px(PAD_PX + (_TICK_PX if self.with_ticks else 0))

    @property
    def text_width(self) -> int:
        room = self.width - self.text_left - self.theme.px(PAD_PX)
        return room if self.stacked else round((room - self._agreed_width) * _TEXT_SHARE)

    @property
    def scale_left(self) -> int:
        left = self.text_left if self.stacked else self.text_left + self.text_width + self.theme.px(_GAP_PX)
        # The track begins half a row inside its chart.
        return left - self.theme.px(SCALE_ROW_PX) // 2 if self.stacked else left

    @property
    def scale_width(self) -> int:
        return self.agreed_left - self.theme.px(_GAP_PX) - self.scale_left

    @property
    def agreed_left(self) -> int:
        return self.width - self.theme.px(PAD_PX) - self._agreed_width

    @property
    def agreed_width(self) -> int:
        return self._agreed_width

    @property
    def _agreed_width(self) -> int:
        return min(self.theme.px(_AGREED_PX), self.width // 3)


class ScaleHeader(QWidget):
    """Over the list: whose mark is which, and the steps of the scale."""

    def __init__(self, theme: Theme, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._names = ("", "")
        self._columns = Columns(theme, 0, with_ticks=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_names(self, person: str, reviewer: str) -> None:
        """Say whose marks there are; no reviewer where nobody has reviewed."""
        self._names = (person, reviewer)
        words = f"Disc: {isolated(person)}" + (f". Square: {isolated(reviewer)}" if reviewer else "")
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.update()

    def show_columns(self, columns: Columns) -> None:
        """Stand over these columns."""
        if columns != self._columns:
            self._columns = columns
            self.setFixedHeight(self._theme.px(50 if columns.stacked else 32))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, columns = self._theme, self._columns
        painter = QPainter(self)
        painter.setFont(theme.font(SMALL_PX))
        line = theme.px(32)
        self._paint_legend(painter, QRect(columns.text_left, 0, columns.text_width, line))
        top = self.height() - line + (theme.px(5) if columns.stacked else 0)
        self._paint_steps(painter, top, line)
        painter.setPen(theme.colour("muted"))
        agreed = QRect(columns.agreed_left, top, columns.agreed_width, line)
        painter.drawText(agreed, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "Agreed")
        painter.setPen(theme.colour("line"))
        pad = theme.px(PAD_PX)
        painter.drawLine(pad, self.height() - 1, columns.width - pad, self.height() - 1)
        painter.end()

    def _paint_legend(self, painter: QPainter, room: QRect) -> None:
        theme, metrics = self._theme, QFontMetrics(painter.font())
        names = [name for name in self._names if name]
        mark, gap = theme.px(16), theme.px(14)
        share = (room.width() - len(names) * mark - gap * (len(names) - 1)) // max(len(names), 1)
        left = room.left()
        for place, name in enumerate(names):
            height = SCALE_ROW_PX * 0.8
            shapes = (disc(6, height / 2, height),) if place == 0 else tuple(ring(6, height / 2, height))
            painter.save()
            painter.translate(left, room.center().y() - theme.px(height) / 2)
            paint_chart(painter, Chart(12, height, shapes, ""), theme, theme.text_size_percent / 100)
            painter.restore()
            left += mark
            words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, share)
            painter.setPen(theme.colour("muted"))
            width = metrics.horizontalAdvance(words) + 2
            painter.drawText(
                QRect(left, room.top(), width, room.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                words,
            )
            left += width + gap

    def _paint_steps(self, painter: QPainter, top: int, line: int) -> None:
        """Every number, with its label where there is room: the bar's first, then the lowest, then the others."""
        theme, columns, scale = self._theme, self._columns, self._scale
        metrics = QFontMetrics(painter.font())
        taken: list[QRectF] = []
        words = {step: str(step) for step in range(scale.highest + 1)}
        places = {
            step: columns.scale_left + step_place(step, scale.highest, columns.scale_width, theme.px(SCALE_ROW_PX))
            for step in words
        }

        def room_for(step: int, text: str) -> QRectF:
            width = metrics.horizontalAdvance(text)
            left = places[step] - width / 2
            left = min(max(left, columns.scale_left, columns.text_left), columns.agreed_left - theme.px(14) - width)
            return QRectF(left, top, width, line)

        order = [scale.meets, 0, *(step for step in words if step not in (0, scale.meets))]
        between = theme.px(8)
        for step in order:
            long = f"{step} {isolated(plain(scale.steps[step].label))}"
            others = [room_for(other, words[other]) for other in words if other != step]
            wanted = room_for(step, long).adjusted(-between, 0, between, 0)
            if not any(wanted.intersects(other) for other in (*taken, *others)):
                words[step] = long
                taken.append(room_for(step, long))
        for step, text in words.items():
            painter.setPen(theme.colour("good" if step == scale.meets else "muted"))
            painter.drawText(room_for(step, text), Qt.AlignmentFlag.AlignCenter, text)
