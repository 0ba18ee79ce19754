"""The list of the Conversation page: rows of any height, a current one, and ticks on the agenda."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from ladder_app.gui.conversation_columns import Columns
from ladder_app.gui.conversation_delegate import ConversationDelegate
from ladder_app.gui.conversation_model import ConversationModel
from ladder_app.gui.kept_current import KeptCurrent
from ladder_app.gui.row_list import RowList
from ladder_app.gui.theme import Theme

_LEAST_PX = 132


class ConversationView(RowList):
    """Shows a `ConversationModel`, as high as its rows where there is room."""

    columns_changed = Signal(object)
    """The rows are painted into other `Columns`."""
    tick_toggled = Signal(str)
    """The tick of a criterion was pressed."""
    details_wanted = Signal()
    """Return was pressed: the person wants to write about the current criterion."""

    def __init__(self, theme: Theme, model: ConversationModel, parent: QWidget | None = None) -> None:
        delegate = ConversationDelegate(theme)
        super().__init__(model, delegate, "Criteria to talk about", parent)
        delegate.setParent(self)
        self._theme = theme
        self._model = model
        self._delegate = delegate
        self.setObjectName("talk")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        model.modelReset.connect(self.fit)
        KeptCurrent(self, model)

    def fit(self) -> None:
        """Be no higher than the rows; the columns follow what the tab lists."""
        columns = Columns(self._theme, self._room(), self._model.tab.name == "AGENDA")
        if columns != self._delegate.columns:
            self._delegate.show_columns(columns)
            self.columns_changed.emit(columns)
            self.scheduleDelayedItemsLayout()
        option = QStyleOptionViewItem()
        rows = (self._delegate.sizeHint(option, self._model.index(place)) for place in range(self._model.rowCount()))
        height = sum(size.height() for size in rows) + self._theme.px(8)
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
            self.setMinimumHeight(min(height, self._theme.px(_LEAST_PX)))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), min(self._theme.px(_LEAST_PX), self.maximumHeight()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.has_focus = True
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.has_focus = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and current is not None:
            self.tick_toggled.emit(current)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        name = self._model.key_at(index)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if name is not None and is_left and self._delegate.tick_at(point, self.visualRect(index)):
            self.tick_toggled.emit(name)

    def _room(self) -> int:
        """As wide as the rows can be: a scroll bar keeps its place, so that nothing moves when it comes."""
        return max(self.width() - self._theme.px(10), 0)
