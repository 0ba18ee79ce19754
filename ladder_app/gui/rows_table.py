"""A small table to fill in: a few columns, and always one empty row at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ladder_app.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Row = tuple[Any, ...]
_ROW_PX, _HEIGHT_PX, _NARROW_PX = 30, 210, 118


class Kind(Enum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading."""

    name: str
    kind: Kind = Kind.TEXT

    @property
    def empty(self) -> Any:
        return {Kind.TEXT: "", Kind.NUMBER: None, Kind.FLAG: False}[self.kind]


class RowsModel(QAbstractTableModel):
    """The rows as they are filled in."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = [list(row) for row in rows]

    def rows(self) -> list[Row]:
        """What is filled in; a row without any text or number is none."""
        return [tuple(row) for row in self._rows if not self._is_blank(row)]

    def fill(self, rows: Sequence[Sequence[Any]]) -> None:
        """Have these rows in place of those before; what does not fit the columns is left out."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows if len(row) == len(self._columns)]
        self.endResetModel()
        self.dataChanged.emit(QModelIndex(), QModelIndex())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's names and defaults
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – as above
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._columns[section].name
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        value = self._rows[index.row()][index.column()] if index.row() < len(self._rows) else column.empty
        if column.kind is Kind.FLAG:
            if role == Qt.ItemDataRole.CheckStateRole and index.row() < len(self._rows):
                return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.DisplayRole and index.row() < len(self._rows):
                return "yes" if value else "no"
        elif role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if value is None else f"{value:g}" if isinstance(value, float) else value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.name}: {self.data(index)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self._columns[index.column()]
        if column.kind is Kind.FLAG:
            if role != Qt.ItemDataRole.CheckStateRole:
                return False
            taken: Any = Qt.CheckState(value) is Qt.CheckState.Checked
        elif column.kind is Kind.NUMBER:
            taken = _number(str(value))
            if taken is None and str(value).strip():
                return False
        else:
            taken = str(value).strip()
        if index.row() == len(self._rows):
            if taken == column.empty:
                return False
            self._append(index.row())
        self._rows[index.row()][index.column()] = taken
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self._columns) - 1))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._columns[index.column()].kind is not Kind.FLAG:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.row() < len(self._rows) else flags

    def remove(self, row: int) -> None:
        """Take a row away; the empty one stays."""
        if row < len(self._rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
            self.dataChanged.emit(QModelIndex(), QModelIndex())

    def paste(self, text: str, at: int) -> None:
        """Put rows of a spreadsheet, cells parted by tabs, in from a row on."""
        for offset, line in enumerate(line for line in text.splitlines() if line.strip()):
            for place, cell in enumerate(line.split("\t")[: len(self._columns)]):
                index = self.index(at + offset, place)
                if self._columns[place].kind is Kind.FLAG:
                    if at + offset < len(self._rows):
                        state = Qt.CheckState.Checked if _is_yes(cell) else Qt.CheckState.Unchecked
                        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)
                else:
                    self.setData(index, cell)

    def put_back(self, index: Index, value: str) -> None:
        """Have what stood in a cell before; a row that was begun with it goes again."""
        self.setData(index, value)
        if index.row() < len(self._rows) and self._is_blank(self._rows[index.row()]):
            self.remove(index.row())

    def _append(self, row: int) -> None:
        self.beginInsertRows(QModelIndex(), row + 1, row + 1)
        self._rows.append([column.empty for column in self._columns])
        self.endInsertRows()

    def _is_blank(self, row: Sequence[Any]) -> bool:
        pairs = zip(row, self._columns, strict=True)
        return all(value == column.empty for value, column in pairs if column.kind is not Kind.FLAG)


class _CellWriter(QStyledItemDelegate):
    """What is typed in a cell is in the table at once; Escape puts back what stood there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor: QLineEdit | None = None
        self._cell = QPersistentModelIndex()
        self._before = ""
        self.closeEditor.connect(self._on_closed)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            self._editor, self._cell = made, QPersistentModelIndex(index)
            self._before = str(index.data(Qt.ItemDataRole.EditRole))
            made.textEdited.connect(self._put)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Of what is being typed the table has the same, but for a blank at its end and where the cursor is.
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def _put(self, _text: str) -> None:
        if self._editor is not None:
            self.commitData.emit(self._editor)

    def _on_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        model = self._cell.model()
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache and isinstance(model, RowsModel):
            model.put_back(self._cell, self._before)
        self._editor, self._cell = None, QPersistentModelIndex()


class RowsTable(QTableView):
    """Shows a `RowsModel`. Typing edits, Space ticks, Delete takes a row away, Ctrl+V takes cells of a spreadsheet."""

    def __init__(self, theme: Theme, name: str, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = model
        self.setObjectName("rows")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_CellWriter(self))
        self.setFont(theme.font())
        self.horizontalHeader().setFont(theme.font(12))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW_PX))
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, model.columnCount()):
            self.setColumnWidth(column, theme.px(_NARROW_PX))
        self.setCurrentIndex(model.index(0, 0))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.rows.remove(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.rows.paste(QApplication.clipboard().text(), self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _number(text: str) -> float | None:
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < 1e12 else None  # nan compares as neither


def _is_yes(text: str) -> bool:
    return text.strip().casefold() in ("yes", "y", "true", "1", "x", "✓")
