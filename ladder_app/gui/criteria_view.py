"""The list of criteria: rows of any height, a current row, and rating cells to click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ladder_app.gui.assess_delegate import AssessDelegate
from ladder_app.gui.assess_model import AssessModel
from ladder_app.gui.card_list import CardList
from ladder_app.gui.kept_current import KeptCurrent
from ladder_app.gui.row_model import Index


class CriteriaView(CardList):
    """Shows an `AssessModel`; moves with the keyboard from criterion to criterion."""

    step_clicked = Signal(str, int)
    """The rating cell of a criterion was clicked."""

    details_wanted = Signal()
    """Return was pressed, or a criterion was clicked twice: the person wants to see all of it."""

    def __init__(
        self, model: AssessModel, delegate: AssessDelegate, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, "Criteria", right_inset, parent)
        self._model = model
        self._delegate = delegate
        KeptCurrent(self, model)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._show_current)

    def dataChanged(
        self,
        first: Index,
        last: Index,
        roles: Sequence[int] = (),
    ) -> None:
        # For any change QListView lays out all of its rows anew; most changes leave a row as high as it was.
        if first == last and self._still_fits(first):
            self.update(first)
        else:
            super().dataChanged(first, last, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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

    def _still_fits(self, row: Index) -> bool:
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
        criterion_id = self._model.key_at(index)
        if criterion_id is None:
            return None
        step = self._delegate.cell_at(point, self.visualRect(index))
        return None if step is None else (criterion_id, step)
