"""Labels of one line that give way: what does not fit becomes an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ladder_app.gui.theme import MEDIUM, Theme
from ladder_app.gui.tips import tip

_MENU_BAR_SHARE = 3


class OneLine(QLabel):
    """A label whose text is shortened where there is no room for it; `text()` is always the whole."""

    def __init__(
        self,
        theme: Theme,
        size_px: float,
        weight: int = 400,
        *,
        tone: str = "",
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size_px, weight))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if tone:
            self.setProperty("tone", tone)

    def full_width(self) -> int:
        """How wide it is where there is room."""
        margins = self.contentsMargins()
        return self.fontMetrics().horizontalAdvance(self.text()) + 1 + margins.left() + margins.right()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(self.full_width(), self.fontMetrics().height() + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class FileNameLabel(OneLine):
    """The name of the file that is open, in the corner of the menu bar; never wider than a third of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 12, MEDIUM, elide=Qt.TextElideMode.ElideMiddle, parent=parent)

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        bar = self.parentWidget()
        return wanted if bar is None else QSize(min(wanted.width(), bar.width() // _MENU_BAR_SHARE), wanted.height())

    def show_name(self, name: str, whole: str) -> None:
        """Show a name; the tooltip says the whole path, if there is one."""
        # A menu bar makes room for what stands in its corner only when that is shown.
        self.hide()
        self.setText(name)
        self.setToolTip(tip(whole))
        self.show()
