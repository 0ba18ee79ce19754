"""The list of the Evidence page as a Qt model, and which of its entries are chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ladder_app.gui.journal_rows import EntryRow, Row, spoken

Index = QModelIndex | QPersistentModelIndex


class JournalModel(QAbstractListModel):
    """The rows as they were last shown. An entry stays chosen until it is gone or let go."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[str, int] = {}
        self._chosen: set[str] = set()

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen entries that are listed, in order."""
        return [key for key in self._places if key in self._chosen]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows)}
        self.endResetModel()
        self.chosen_changed.emit()

    def toggle(self, keys: Sequence[str]) -> None:
        """Choose these entries, or let them go if all of them are chosen."""
        wanted = set(keys)
        if wanted <= self._chosen:
            self._chosen -= wanted
        else:
            self._chosen |= wanted
        for key in keys:
            place = self.index_of(key)
            self.dataChanged.emit(place, place)
        self.chosen_changed.emit()

    def let_go(self) -> None:
        """Choose nothing."""
        self.toggle(self.chosen)

    def entry_keys(self) -> list[str]:
        """The ids of all listed entries, in order."""
        return [row.key for row in self._rows if isinstance(row, EntryRow)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return spoken(row, self._chosen) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(self.row_at(index), EntryRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row_at(self, index: Index) -> Row | None:
        """The row under an index; None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a row is; invalid where it is not listed."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def is_chosen(self, key: str) -> bool:
        return key in self._chosen
