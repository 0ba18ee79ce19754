"""What every dialog of the window shares: margins, a heading, buttons at the foot."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.parts import button, text_label
from ladder_app.gui.scroll_page import SheetArea
from ladder_app.gui.theme import BOLD, TITLE_PX, Theme


class PlainDialog(QDialog):
    """A dialog with a heading; `body` is filled by the dialog itself. Escape closes it.

    It is as high as its texts need, or `height_px`, and never larger than the screen it is on; what
    does not fit there scrolls.
    """

    def __init__(
        self, theme: Theme, title: str, width_px: float, parent: QWidget | None = None, *, height_px: float = 0
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._width = theme.px(width_px)
        self._height = theme.px(height_px)
        self.setWindowTitle(title)
        margin = theme.px(22)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(margin, theme.px(20), margin, theme.px(18))
        column.setSpacing(theme.px(14))
        column.addWidget(text_label(theme, title, TITLE_PX, BOLD))
        self.area = SheetArea(self)
        self.body = self.area.column
        self.body.setSpacing(theme.px(10))
        column.addWidget(self.area, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.px(8))
        self._foot.addStretch(1)
        column.addLayout(self._foot)

    def add_button(self, text: str, kind: str = "") -> QPushButton:
        """One more button at the foot, from left to right. The primary one is what Enter presses."""
        made = button(self.theme, text, kind)
        made.setAutoDefault(False)
        made.setDefault(kind == "primary")
        self._foot.addWidget(made)
        return made

    def leave_as_it_is(self) -> None:
        """Close for an end of the program: nobody has given up or agreed to what stands in it."""
        self.done(QDialog.DialogCode.Rejected)

    def grow(self) -> None:
        """Become high enough for what has come into the body; a size that the person gave it is not taken back."""
        if self.isVisible():
            self.area.updateGeometry()  # what scrolls does not say by itself that it has grown
            self.resize(self.size().expandedTo(self.sizeHint()))

    def showEvent(self, event: QShowEvent) -> None:
        # Qt would make it no larger than two thirds of the screen, and cut texts for it.
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        height = self._height or self.heightForWidth(self._width)
        wanted = QSize(self._width, height if height > 0 else super().sizeHint().height())
        screen = self.screen().availableGeometry().size()
        return wanted.boundedTo(QSize(screen.width() - 40, screen.height() - 60))
