"""Pages that list something, and show what is edited beside it, or in its place where there is little room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.theme import Theme

MARGIN_PX = 22
RIGHT_INSET_PX = MARGIN_PX - 6
"""What is free at the right of the rows: the list ends at the window's edge, where its scroll bar is."""
_FOLDED_PX, _LOW_PX = 760, 420


class SidePage(QWidget):
    """Made anew when something has changed and somebody looks."""

    def __init__(self, theme: Theme, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side_px = side_px
        self._outdated = True
        self.setObjectName("page")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._left = QWidget(self)
        self._column = QVBoxLayout(self._left)
        self._column.setContentsMargins(theme.px(MARGIN_PX), theme.px(18), theme.px(6), 0)
        self._row.addWidget(self._left, 1)

    def put_side(self, side: QWidget) -> None:
        """What stands beside the list while something is edited."""
        self._side = side
        side.hide()
        self._row.addWidget(side)

    @property
    def is_low(self) -> bool:
        """Whether there is little height for more than the list."""
        return self.height() < self._theme.px(_LOW_PX)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written beside the list."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def show_sides(self) -> None:
        """The list, what is edited beside it, or that alone."""
        is_folded = self.width() < self._theme.px(_FOLDED_PX)
        self._left.setVisible(not (self.is_busy and is_folded))
        if is_folded:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.maximumWidth())
        else:
            self._side.setFixedWidth(self._theme.px(self._side_px))
        self._side.setVisible(self.is_busy)

    def outdate(self) -> None:
        """What the page shows has changed."""
        self._outdated = True
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Show what there is now, where that is something else."""
        if self._outdated:
            self._outdated = False
            self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(1104), self._theme.px(740))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(160))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bring_up_to_date()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_sides()
