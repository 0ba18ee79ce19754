"""The list of the Plan page as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ladder_app.gui.plan_rows import PartRow, Row, spoken

Index = QModelIndex | QPersistentModelIndex


class PlanModel(QAbstractListModel):
    """The rows as they were last shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows)}
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not is_reachable(self._rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row_at(self, index: Index) -> Row | None:
        """The row under an index; None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a row is; invalid where it is not listed."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def reachable(self) -> list[int]:
        """The places that the keyboard stops at."""
        return [place for place, row in enumerate(self._rows) if is_reachable(row)]


def is_reachable(row: Row) -> bool:
    """Whether the keyboard stops at a row: at all but the headings that do nothing."""
    return not isinstance(row, PartRow) or row.is_open is not None
