"""The steps of a scale in a row, one of which is chosen; for what is agreed."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.domain.scale import Scale
from ladder_app.gui.pressing import PaintedButton
from ladder_app.gui.theme import BOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.gui.tokens import rating_token
from ladder_app.markup import isolated, plain

_HEIGHT_PX, _WIDTH_PX, _NARROW_WIDTH_PX, _WORDS_WIDTH_PX = 28, 36, 28, 44


class StepCell(PaintedButton):
    """One step, or `N/A`; filled with its colour while it is chosen."""

    def __init__(self, theme: Theme, words: str, name: str, width_px: float, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self._size = QSize(theme.px(width_px), theme.px(_HEIGHT_PX))
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = self.underMouse() and self.isEnabled()
        fill = self._token if self.isChecked() else "tint" if is_hovered else "panel"
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "line"), 2 if focused else 1))
        painter.setBrush(theme.colour(fill))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(5), theme.px(5))
        painter.setPen(theme.ink_on(self._token) if self.isChecked() else theme.colour("muted"))
        painter.setFont(theme.font(12, BOLD if self.isChecked() else 400))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class StepCells(QWidget):
    """A rating to be given with the mouse, or with Tab and Space; the digits do it from anywhere on the page."""

    chosen = Signal(object)
    """A `Rating`, or None to take it back."""

    def __init__(self, theme: Theme, scale: Scale, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: Rating | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(3))
        width = _WIDTH_PX if len(scale.steps) <= 6 else _NARROW_WIDTH_PX
        self._cells: list[StepCell] = []
        for number, step in enumerate(scale.steps):
            name = f"{what}: {number} {isolated(plain(step.label))}"
            cell = StepCell(theme, str(number), name, width, rating_token(number, scale.highest))
            cell.clicked.connect(partial(self._choose, Rating(step=number)))
            row.addWidget(cell)
            self._cells.append(cell)
        self._none = StepCell(theme, "N/A", f"{what}: not applicable", _WORDS_WIDTH_PX, "tint")
        self._none.clicked.connect(partial(self._choose, Rating(not_applicable="")))
        row.addWidget(self._none)

    def show_rating(self, rating: Rating | None) -> None:
        """Show this rating as the chosen one."""
        self._rating = rating
        for number, cell in enumerate(self._cells):
            cell.setChecked(rating is not None and rating.step == number)
        self._none.setChecked(rating is not None and not rating.applies)

    def _choose(self, rating: Rating, _checked: object = None) -> None:
        same = self._rating is not None and self._rating.step == rating.step
        self.chosen.emit(None if same else rating)
