"""A whole row that can be pressed: with the mouse, Space or Enter."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_app.gui.pressing import PaintedButton
from ladder_app.gui.theme import Theme


class RowButton(PaintedButton):
    """A button that looks like what stands in it: lay out labels inside.

    It is tinted under the pointer and while it is checked, and outlined while it has the focus.
    Its text is its accessible name and is not drawn.
    """

    def __init__(self, theme: Theme, text: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = framed
        self.say(text)
        # A button's own policy would fix its height at a guess; here it follows from the texts.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str) -> None:
        """Name it for those who cannot see what stands in it."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, line = self._fill(), self._line()
        if not fill and not line:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thickness = 2 if self.hasFocus() else 1
        inset = thickness / 2
        painter.setPen(QPen(self._theme.colour(line), thickness) if line else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = self._theme.px(8 if self._framed else 4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()

    def _fill(self) -> str:
        if self.isChecked() or (self.isEnabled() and self.underMouse()):
            return "tint"
        return "panel" if self._framed else ""

    def _line(self) -> str:
        if self.hasFocus() or self.isChecked():
            return "accent"
        return "line" if self._framed else ""
