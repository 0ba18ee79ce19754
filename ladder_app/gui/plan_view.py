"""The list of the Plan page: a current row, boxes to tick, and the keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ladder_app.gui.plan_delegate import PlanDelegate
from ladder_app.gui.plan_model import PlanModel
from ladder_app.gui.plan_rows import Row


class PlanView(QListView):
    """Shows a `PlanModel`. What the hands do to a row is said in signals that carry it."""

    opened = Signal(object)
    """A row was pressed twice, or Return was: it is to be edited, or unfolded."""
    ticked = Signal(object)
    """The box of an action was clicked, or Space pressed."""
    offered = Signal(object)
    """What a gap offers was taken up."""

    def __init__(
        self, model: PlanModel, delegate: PlanDelegate, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._right_inset = right_inset
        self.setObjectName("criteria")
        self.setAccessibleName("Plan")
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.setModel(model)

    def current_row(self) -> Row | None:
        """The row that keys act on."""
        return self._model.row_at(self.currentIndex())

    def show_row(self, key: str) -> bool:
        """Make a row the current one and bring it into view; False where it is not listed."""
        index = self._model.index_of(key)
        if index.isValid():
            self._go_to(index)
        return index.isValid()

    def show_place(self, place: int) -> None:
        """Make the row nearest to a place the current one."""
        reachable = self._model.reachable()
        if reachable:
            self._go_to(self._model.index(min(reachable, key=lambda other: (abs(other - place), other))))

    def step_by(self, steps: int) -> None:
        """Go so many rows down, or up if negative."""
        reachable = self._model.reachable()
        if not reachable:
            return
        now = self.currentIndex().row()
        place = reachable.index(now) + steps if now in reachable else 0
        self._go_to(self._model.index(reachable[min(max(place, 0), len(reachable) - 1)]))

    def _go_to(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        if not self.isVisible():
            return
        if index.row() == self._model.reachable()[0]:  # what stands above it belongs to it
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        self._delegate.current = "" if row is None else row.key

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.content_width = self.width() - self._right_inset
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # Qt does so by itself only where the height changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self.ticked.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position().toPoint())

    def _press(self, point: QPoint) -> None:
        index = self.indexAt(point)
        row = self._model.row_at(index)
        if row is None:
            return
        place = self.visualRect(index)
        if self._delegate.is_on_box(point, place, row):
            self.ticked.emit(row)
        elif self._delegate.is_on_aside(point, place, row):
            self.offered.emit(row)
        elif row.key.startswith(("part", "more")):
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._model.row_at(index)
        if row is not None and row.key.startswith(("action", "gap")):
            place = self.visualRect(index)
            if not self._delegate.is_on_box(point, place, row) and not self._delegate.is_on_aside(point, place, row):
                self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._model.row_at(index)
        place = self.visualRect(index)
        is_hot = row is not None and (
            row.key.startswith(("part ENDED", "more"))
            or self._delegate.is_on_box(point, place, row)
            or self._delegate.is_on_aside(point, place, row)
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_hot else Qt.CursorShape.ArrowCursor)
