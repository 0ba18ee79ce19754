"""The list of the Evidence page: a current entry, boxes that choose, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ladder_app.gui.card_list import ValueList
from ladder_app.gui.journal_delegate import JournalDelegate
from ladder_app.gui.journal_model import JournalModel
from ladder_app.gui.journal_rows import EntryRow, Row
from ladder_app.gui.row_model import Index

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class JournalView(ValueList[Row]):
    """Shows a `JournalModel`; what keys and clicks mean is said in signals."""

    edit_wanted = Signal(object)
    """Return, or a double click: this entry is to be edited."""
    suggestion_taken = Signal(object, int)
    """A number was pressed: this entry supports the suggested criterion of that place, from 0."""

    def __init__(
        self, model: JournalModel, delegate: JournalDelegate, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, delegate, "Evidence", right_inset, parent)
        self._model = model
        self._delegate = delegate

    def dataChanged(
        self,
        first: Index,
        last: Index,
        roles: Sequence[int] = (),  # noqa: ARG002 – a chosen row is as high as it was; nothing is laid out anew
    ) -> None:
        for place in range(first.row(), last.row() + 1):
            self.update(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        key = event.key()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            self._model.toggle(self._model.row_keys())
        elif not isinstance(row, EntryRow) or not bare:
            super().keyPressEvent(event)
        elif key in _RETURN:
            self.edit_wanted.emit(row.entry)
        elif key == Qt.Key.Key_Space:
            self._model.toggle([row.key])
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(row.suggested):
            self.suggestion_taken.emit(row.entry, int(key) - int(Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._model.row_at(index)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and isinstance(row, EntryRow) and self._delegate.is_on_box(point, self.visualRect(index)):
            self._model.toggle([row.key])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._model.row_at(index)
        if isinstance(row, EntryRow) and not self._delegate.is_on_box(point, self.visualRect(index)):
            self.edit_wanted.emit(row.entry)
