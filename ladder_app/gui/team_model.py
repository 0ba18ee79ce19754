"""The people of a team as a table: a column for each thing to know, or for each area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ladder_app.domain.team import AreaStanding, Standpoint, View
from ladder_app.gui.team_rows import (
    VIEWS,
    Column,
    TeamRow,
    VerdictFilter,
    area_names,
    area_of,
    area_whole,
    cell_whole,
    cell_words,
    in_area_order,
    in_order,
    listed,
)
from ladder_app.gui.tips import tip
from ladder_app.markup import plain
from ladder_app.report.team.words import area_percent

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = tuple(Column)
_HEADING_LETTERS = 14
_FALLS_FIRST = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted in a cell: its words, and what stands behind them where that is a share."""

    words: str
    under: str = ""
    share: Standpoint | None = None
    area: AreaStanding | None = None
    is_area: bool = False
    is_late: bool = False


class TeamModel(QAbstractTableModel):
    """Lists people by search, verdict and order; `shows_areas` turns the columns into areas.

    Sorted and searched as plain lists: a proxy would ask for every value through Qt.
    """

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._all: list[TeamRow] = []
        self._rows: list[TeamRow] = []
        self._areas: tuple[str, ...] = ()
        self._view = View.SELF
        self._words = ""
        self._verdict = VerdictFilter.ALL
        self._shows_areas = False
        self._sorted_by = 0
        self._order = Qt.SortOrder.AscendingOrder

    def show_team(self, rows: Sequence[TeamRow]) -> None:
        """List these people."""
        self.beginResetModel()
        self._all = list(rows)
        self._areas = area_names(rows)
        self._list()
        self.endResetModel()

    def show_view(self, view: View) -> None:
        """Show verdicts and areas as this rater sees them."""
        self.beginResetModel()
        self._view = view
        self._list()
        self.endResetModel()

    def show_areas(self, *, are_shown: bool) -> None:
        """A column for each area, or one for each thing to know."""
        self.beginResetModel()
        self._shows_areas = are_shown
        self._sorted_by, self._order = 0, Qt.SortOrder.AscendingOrder
        self._list()
        self.endResetModel()

    def search(self, words: str, verdict: VerdictFilter) -> None:
        """List those who hold these words and have that verdict."""
        self.beginResetModel()
        self._words, self._verdict = words, verdict
        self._list()
        self.endResetModel()

    @property
    def rows(self) -> tuple[TeamRow, ...]:
        """Who is listed, in the order on screen."""
        return tuple(self._rows)

    @property
    def has_areas(self) -> bool:
        """Whether the columns are areas."""
        return self._shows_areas

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder]:
        """The column that the rows are sorted by, and which way."""
        return self._sorted_by, self._order

    def row_of(self, file: str) -> int:
        """Where the person in a file is listed; -1 where they are not."""
        return next((number for number, row in enumerate(self._rows) if row.file == file), -1)

    def cell(self, index: Index) -> Cell:
        """What is painted there."""
        row = self._rows[index.row()]
        if self._shows_areas and index.column():
            area = area_of(row, self._areas[index.column() - 1], self._view)
            return Cell(area_percent(area), area=area, is_area=True)
        column = _COLUMNS[index.column()]
        words = cell_words(row, column, self._view, self._today)
        if column in VIEWS:
            return Cell(words, share=row.member.seen_by(VIEWS[column]))
        if column is Column.PERSON:
            return Cell(words, under=row.title)
        return Cell(words, is_late=column is Column.ACTIONS and row.member.overdue(self._today))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's own default
        if parent.isValid():
            return 0
        return 1 + len(self._areas) if self._shows_areas else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).words
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows[index.row()]
            if self._shows_areas and index.column():
                name = self._areas[index.column() - 1]
                return tip(area_whole(row, name, area_of(row, name, self._view)))
            return tip(cell_whole(row, _COLUMNS[index.column()], self._view, self._today))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        name = plain(self._areas[section - 1]) if self._shows_areas and section else _COLUMNS[section].value
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(wrap(name, _HEADING_LETTERS))
        return tip(name) if role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < self.columnCount():
            self.beginResetModel()
            self._sorted_by, self._order = column, order
            self._list()
            self.endResetModel()

    def _list(self) -> None:
        rows = listed(self._all, self._words, self._verdict, self._view)
        falling = self._order is _FALLS_FIRST
        if self._shows_areas and self._sorted_by:
            self._rows = in_area_order(rows, self._areas[self._sorted_by - 1], self._view, falling=falling)
        else:
            self._rows = in_order(rows, _COLUMNS[self._sorted_by], self._view, falling=falling)
