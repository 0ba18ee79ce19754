"""A page that scrolls when it is taller than the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.gui.theme import Theme

MARGIN_PX = 22
GAP_PX = 14
_WIDEST_PX = 1240


class Sheet(QWidget):
    """What scrolls: as high as its texts need at the width there is, and no higher.

    A layout asks for the height of its texts at a guessed width; the scroll area then adds room
    that nobody needs. Only the height for the real width counts here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class SheetArea(QScrollArea):
    """A part of a dialog that scrolls where the screen is too small for it, and otherwise just stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._sheet = Sheet()
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._sheet)

    def heightForWidth(self, width: int) -> int:
        height = self._sheet.heightForWidth(width)
        return height if height > 0 else self._sheet.sizeHint().height()

    def sizeHint(self) -> QSize:
        return self._sheet.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class ScrollPage(QScrollArea):
    """A column of whatever a page shows, with the margins of every page.

    The column is never wider than the page, so texts wrap instead of being cut, and not wider
    than reads well on a very wide window.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        widest_px: float = _WIDEST_PX,
        centred: bool = False,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._widest = theme.px(widest_px)
        self._centred = centred
        self.setObjectName("page")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self._next: Sheet | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def new_column(self) -> QVBoxLayout:
        """An empty column for the page; `show_column` puts it there.

        Parts are best created inside their parents: a part that moves into a parent afterwards is
        styled, and its texts measured, once more for every parent on the way.
        """
        self._next = Sheet(self.viewport())
        row = QHBoxLayout(self._next)
        margin = self.theme.px(MARGIN_PX)
        row.setContentsMargins(margin, self.theme.px(20), margin, margin)
        column = QWidget(self._next)
        column.setMaximumWidth(self._widest)
        if self._centred:
            row.addStretch(0)
        row.addWidget(column, 1)
        row.addStretch(0)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.theme.px(GAP_PX))
        return layout

    def show_column(self) -> None:
        """Put the new column on the page in place of the last one; what was scrolled to stays in view."""
        sheet, self._next = self._next, None
        if sheet is None:
            return
        scrolled_to = self.verticalScrollBar().value()
        had_focus = self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        sheet.resize(self.viewport().width(), sheet.height())
        self.setWidget(sheet)
        sheet.show()
        self.verticalScrollBar().setValue(scrolled_to)
        if had_focus:
            self.setFocus()


class SideBySide(QWidget):
    """Widgets beside each other, or one above the other where the row is narrower than `narrow_px`.

    The first of them is on top then, unless the last is what people come for.
    """

    def __init__(
        self,
        theme: Theme,
        narrow_px: float,
        *,
        gap_px: float = GAP_PX,
        last_on_top: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        down, up = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop
        self._stacked = up if last_on_top else down
        self._narrow = theme.px(narrow_px)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(gap_px))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget; the stretch says how much of the room it takes."""
        self._row.addWidget(widget, stretch)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest widget, since it can stack them."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return QSize(max((item.minimumSize().width() for item in items if item is not None), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._narrow
        direction = self._stacked if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
