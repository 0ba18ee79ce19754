"""The list of the Evidence page: a current entry, boxes that choose, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ladder_app.gui.journal_delegate import JournalDelegate
from ladder_app.gui.journal_model import JournalModel
from ladder_app.gui.journal_rows import EntryRow

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class JournalView(QListView):
    """Shows a `JournalModel`; what keys and clicks mean is said in signals."""

    edit_wanted = Signal(object)
    """Return, or a double click: this entry is to be edited."""
    suggestion_taken = Signal(object, int)
    """A number was pressed: this entry supports the suggested criterion of that place, from 0."""

    def __init__(
        self, model: JournalModel, delegate: JournalDelegate, right_inset: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._right_inset = right_inset
        self.setObjectName("criteria")
        self.setAccessibleName("Evidence")
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.setModel(model)

    def current_row(self) -> EntryRow | None:
        """The entry that keys act on."""
        row = self._model.row_at(self.currentIndex())
        return row if isinstance(row, EntryRow) else None

    def show_entry(self, key: str) -> bool:
        """Make an entry the current one and bring it into view; False where it is not listed."""
        index = self._model.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            if self.isVisible():
                self.scrollTo(index)
        return index.isValid()

    def step_by(self, steps: int) -> None:
        """Go so many entries down, or up if negative."""
        keys = self._model.entry_keys()
        row = self.current_row()
        if keys:
            place = keys.index(row.key) + steps if row is not None else 0
            self.show_entry(keys[min(max(place, 0), len(keys) - 1)])

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        self._delegate.current = "" if row is None else row.key

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),  # noqa: ARG002 – a chosen row is as high as it was; nothing is laid out anew
    ) -> None:
        for place in range(first.row(), last.row() + 1):
            self.update(self._model.index(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.content_width = self.width() - self._right_inset
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # Qt does so by itself only where the height changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        key = event.key()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            self._model.toggle(self._model.entry_keys())
        elif row is None or not bare:
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
