"""The tree of a role on screen, moved through and changed from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from ladder_app.domain.role import Kind
from ladder_app.domain.role_editing import Place

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ladder_app.gui.role_editor.tree_model import RoleTreeModel
    from ladder_app.gui.theme import Theme


class RoleTreeView(QTreeView):
    """Shows a `RoleTreeModel`: Alt+arrows move what is current, Delete removes it, Return leads to its words."""

    place_wanted = Signal(object)
    """The person went to a `Place`, or to the role itself (None)."""
    step_wanted = Signal(int)
    """What is current is to go one place up (-1) or down (1)."""
    aside_wanted = Signal(int)
    """The current criterion is to go to the level before (-1) or after (1)."""
    removal_wanted = Signal()
    words_wanted = Signal()

    def __init__(self, theme: Theme, model: RoleTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._folded: set[tuple[int, Kind | None]] = set()
        self._goes_by_itself = True
        self.setObjectName("role")
        self.setAccessibleName("Levels and criteria")
        self.setFont(theme.font())
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.px(16))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.expandToDepth(1)
        self._goes_by_itself = False

    def show_place(self, place: Place | None) -> None:
        """Make a place the current one, and bring it into view."""
        index = self._model.index_of(place)
        if self._model.place_of(self.currentIndex()) == place and self.currentIndex().isValid():
            return
        self._goes_by_itself = True
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._goes_by_itself = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._goes_by_itself and current.isValid():
            self.place_wanted.emit(self._model.place_of(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The words of what is dragged go along beside the pointer, where they hide no place to drop it."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        drag.setPixmap(self.viewport().grab(self.visualRect(index).adjusted(0, 0, -1, 0)))
        drag.setHotSpot(QPoint(-self._theme.px(14), -self._theme.px(10)))
        drag.exec(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if has_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif has_alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.aside_wanted.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.words_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        """Which levels and lists are folded."""
        self._folded = {
            (level, kind)
            for level in range(self._model.rowCount() - 1)
            for kind in (None, *Kind)
            if not self.isExpanded(
                self._model.index_of(Place(level)) if kind is None else self._model.group_index(level, kind)
            )
        }
        self._goes_by_itself = True

    def _restore(self) -> None:
        self.expandToDepth(1)
        for level, kind in self._folded:
            if level < self._model.rowCount() - 1:
                index = self._model.index_of(Place(level)) if kind is None else self._model.group_index(level, kind)
                self.collapse(index)
        self._goes_by_itself = False
