"""The first rows of a sheet, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ladder_app.gui.tips import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ladder_app.importers.sheets import Grid

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_ROWS, _LONGEST = 100, 200


class SheetModel(QAbstractTableModel):
    """Cells as they are written."""

    def __init__(self, grid: Grid | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [cells for _, cells in grid.rows[:_MOST_ROWS]] if grid is not None else []
        self._width = max((len(cells) for cells in self._rows), default=0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cells = self._rows[index.row()] if index.isValid() else []
        text = cells[index.column()] if index.isValid() and index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text[:_LONGEST]
        if role == Qt.ItemDataRole.ToolTipRole and text:
            return tip(text)
        return None
