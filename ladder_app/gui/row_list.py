"""Lists whose rows are painted by a delegate, as high as each needs: a current row, and how to get to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from ladder_app.gui.row_delegate import RowDelegate
from ladder_app.gui.row_model import Index, RowModel


class RowList(QListView):
    """Shows a `RowModel`; moves from row to row, over all that is only a heading."""

    current_changed = Signal(object)
    """Another row is the current one: its key, or None."""

    def __init__(self, model: RowModel, delegate: RowDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._brush = delegate
        self.setObjectName("criteria")
        self.setAccessibleName(name)
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

    def current_key(self) -> str | None:
        """The key of the current row."""
        return self._rows.key_at(self.currentIndex())

    def show_key(self, key: str) -> bool:
        """Make a row the current one and bring it into view; False where it is not listed."""
        index = self._rows.index_of(key)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        if self.isVisible():  # else Qt does so when the list is shown, once it has its width
            self.scrollTo(index)
        return True

    def step_by(self, steps: int) -> None:
        """Go so many rows down, or up if negative."""
        keys, current = self._rows.row_keys(), self.current_key()
        if keys:
            place = keys.index(current) + steps if current in keys else 0
            self.show_key(keys[min(max(place, 0), len(keys) - 1)])

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._brush.current = self._rows.key_at(current)
        self.current_changed.emit(self._brush.current)
