"""The list of the Evidence page as a Qt model, and which of its entries are chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from ladder_app.gui.journal_rows import EntryRow, Row, spoken
from ladder_app.gui.row_model import Index, ListedRows


class JournalModel(ListedRows[Row]):
    """The rows as they were last shown. An entry stays chosen until it is gone or let go."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen: set[str] = set()

    def is_stop(self, row: Row) -> bool:
        return isinstance(row, EntryRow)

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen entries that are listed, in order."""
        return [key for key in self.row_keys() if key in self._chosen]

    def is_chosen(self, key: str) -> bool:
        return key in self._chosen

    def show_rows(self, rows: Sequence[Row]) -> None:
        super().show_rows(rows)
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return spoken(row, self._chosen) if role == Qt.ItemDataRole.AccessibleTextRole else None
