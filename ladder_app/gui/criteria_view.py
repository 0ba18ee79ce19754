"""The list of criteria: rows of any height, a current row, and rating cells to click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from ladder_app.gui.assess_delegate import AssessDelegate
from ladder_app.gui.assess_model import AssessModel


class CriteriaView(QListView):
    """Shows an `AssessModel`; moves with the keyboard from criterion to criterion."""

    current_changed = Signal(object)
    """Another criterion is the current one: its id, or None."""
    step_clicked = Signal(str, int)
    """The rating cell of a criterion was clicked."""

    details_wanted = Signal()
    """Return was pressed, or a criterion was clicked twice: the person wants to see all of it."""

    def __init__(
        self, model: AssessModel, delegate: AssessDelegate, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._right_inset = right_inset
        self.setObjectName("criteria")
        self.setAccessibleName("Criteria")
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        # Only now: with rows in it, each of the above would lay them all out at a width that is not the final one.
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember_current)
        model.modelReset.connect(self._restore_current)
        self._remembered: str | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._show_current)

    def current_criterion(self) -> str | None:
        """The id of the current criterion."""
        return self._model.criterion_at(self.currentIndex())

    def show_criterion(self, criterion_id: str) -> bool:
        """Make a criterion the current one and bring it into view; False where it is not listed."""
        index = self._model.index_of(criterion_id)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        if self.isVisible():  # else Qt does so when the list is shown, once it has its width
            self.scrollTo(index)
        return True

    def step_by(self, steps: int) -> None:
        """Go so many criteria down, or up if negative."""
        ids = self._model.criterion_ids()
        current = self.current_criterion()
        if ids:
            place = ids.index(current) + steps if current in ids else 0
            self.show_criterion(ids[min(max(place, 0), len(ids) - 1)])

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._delegate.current = self._model.criterion_at(current)
        self.current_changed.emit(self._delegate.current)

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        # For any change QListView lays out all of its rows anew; most changes leave a row as high as it was.
        if first == last and self._still_fits(first):
            self.update(first)
        else:
            super().dataChanged(first, last, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.content_width = self.width() - self._right_inset
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # Qt does so by itself only where the height changed
        self.keep_current_visible()

    def keep_current_visible(self) -> None:
        """Once the rows have their places, bring all of the current one into view."""
        if self.isVisible():
            self._settled.start()

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._cell_at(event.position().toPoint()) is None and self.indexAt(event.position().toPoint()).isValid():
            self.details_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self.step_clicked.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._cell_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _still_fits(self, row: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row is as high as the place it has."""
        below = self._model.index(row.row() + 1)
        place = self.visualRect(below).top() - self.visualRect(row).top()
        return below.isValid() and place == self._delegate.sizeHint(QStyleOptionViewItem(), row).height()

    def _hover(self, cell: tuple[str, int] | None) -> None:
        before = self._delegate.hovered
        if cell == before:
            return
        self._delegate.hovered = cell
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor)
        for place in (before, cell):
            if place is not None:
                self.update(self._model.index_of(place[0]))

    def _cell_at(self, point: QPoint) -> tuple[str, int] | None:
        index = self.indexAt(point)
        criterion_id = self._model.criterion_at(index)
        if criterion_id is None:
            return None
        step = self._delegate.cell_at(point, self.visualRect(index))
        return None if step is None else (criterion_id, step)

    def _remember_current(self) -> None:
        self._remembered = self.current_criterion() or self._remembered

    def _restore_current(self) -> None:
        ids = self._model.criterion_ids()
        if ids:
            self.show_criterion(self._remembered if self._remembered in ids else ids[0])
