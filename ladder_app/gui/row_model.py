"""Lists as Qt models whose rows have keys: a key names what a row is about, however often the list is made anew."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """What a `RowList` shows."""

    def key_at(self, index: Index) -> str | None:
        """The key of a row; None outside the list, and for a heading that nothing can be done to."""
        raise NotImplementedError

    def index_of(self, key: str) -> QModelIndex:
        """Where a row is; invalid where it is not listed."""
        raise NotImplementedError

    def row_keys(self) -> list[str]:
        """The keys of the rows that the keyboard stops at, in order."""
        raise NotImplementedError

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.key_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Listed(Protocol):
    """A row that is a value."""

    @property
    def key(self) -> str: ...


R = TypeVar("R", bound=Listed)


class ListedRows(RowModel, Generic[R]):
    """The rows as they were last shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[R] = ()
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> Sequence[R]:
        return self._rows

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows)}
        self.endResetModel()

    def is_stop(self, row: R) -> bool:
        """Whether the keyboard stops at a row."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, index: Index) -> R | None:
        """The row under an index; None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def key_at(self, index: Index) -> str | None:
        row = self.row_at(index)
        return row.key if row is not None and self.is_stop(row) else None

    def index_of(self, key: str) -> QModelIndex:
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def row_keys(self) -> list[str]:
        return [row.key for row in self._rows if self.is_stop(row)]
