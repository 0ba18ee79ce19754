"""The list of the Plan page: a current row, boxes to tick, and the keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ladder_app.gui.card_list import ValueList
from ladder_app.gui.plan_delegate import PlanDelegate
from ladder_app.gui.plan_model import PlanModel
from ladder_app.gui.plan_rows import Row


class PlanView(ValueList[Row]):
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
        super().__init__(model, delegate, "Plan", right_inset, parent)
        self._model = model
        self._delegate = delegate

    def show_key(self, key: str) -> bool:
        is_listed = super().show_key(key)
        if is_listed and self.isVisible() and key == self._model.row_keys()[0]:  # what stands above it belongs to it
            self.scrollToTop()
        return is_listed

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
