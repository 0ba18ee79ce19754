"""The list of the Conversation page: rows of any height, a current one, and ticks on the agenda."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from ladder_app.gui.conversation_columns import Columns
from ladder_app.gui.conversation_delegate import ConversationDelegate
from ladder_app.gui.conversation_model import ConversationModel
from ladder_app.gui.theme import Theme

_LEAST_PX = 132


class ConversationView(QListView):
    """Shows a `ConversationModel`, as high as its rows where there is room."""

    current_changed = Signal(object)
    """Another criterion is the current one: its id, or None."""
    columns_changed = Signal(object)
    """The rows are painted into other `Columns`."""
    tick_toggled = Signal(str)
    """The tick of a criterion was pressed."""
    details_wanted = Signal()
    """Return was pressed: the person wants to write about the current criterion."""

    def __init__(self, theme: Theme, model: ConversationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._delegate = ConversationDelegate(theme, self)
        self._remembered: str | None = None
        self.setObjectName("talk")
        self.setAccessibleName("Criteria to talk about")
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().setSingleStep(24)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def current_criterion(self) -> str | None:
        """The id of the current criterion."""
        return self._model.criterion_at(self.currentIndex())

    def show_criterion(self, criterion_id: str) -> bool:
        """Make a criterion the current one and bring it into view; False where it is not listed."""
        index = self._model.index_of(criterion_id)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def step_by(self, steps: int) -> None:
        """Go so many criteria down, or up if negative."""
        last = self._model.rowCount() - 1
        if last >= 0:
            current = self.currentIndex()
            place = current.row() + steps if current.isValid() else 0
            index = self._model.index(min(max(place, 0), last))
            self.setCurrentIndex(index)
            self.scrollTo(index)

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

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._delegate.current = self._model.criterion_at(current)
        self.current_changed.emit(self._delegate.current)

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
        current = self.current_criterion()
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
        name = self._model.criterion_at(index)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if name is not None and is_left and self._delegate.tick_at(point, self.visualRect(index)):
            self.tick_toggled.emit(name)

    def _room(self) -> int:
        """As wide as the rows can be: a scroll bar keeps its place, so that nothing moves when it comes."""
        return max(self.width() - self._theme.px(10), 0)

    def _remember(self) -> None:
        self._remembered = self.current_criterion() or self._remembered

    def _restore(self) -> None:
        self.fit()
        if self._remembered is None or not self.show_criterion(self._remembered):
            self.step_by(0)
