"""The table of a team on screen: sorted by its headings, opened by Return or a double click."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ladder_app.gui.team_delegate import ROW_HEIGHT_PX, TeamDelegate
from ladder_app.gui.team_model import TeamModel
from ladder_app.gui.team_rows import Column
from ladder_app.gui.theme import SEMIBOLD, SMALL_PX, Theme

_WIDTHS_PX = {
    Column.PERSON: 200,
    Column.WAY: 100,
    Column.SELF: 92,
    Column.REVIEW: 92,
    Column.AGREED: 92,
    Column.VERDICT: 112,
    Column.ACTIONS: 144,
    Column.TOUCHED: 98,
}
"""How wide each column is at least; what is left over they share in the same proportion."""
_AREA_PX = 106


class TeamView(QTableView):
    """Shows a `TeamModel`; the column of names stays as wide as reads well, and the others share the rest."""

    person_wanted = Signal(str)
    """The person wants to open this file."""

    def __init__(self, theme: Theme, model: TeamModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.setObjectName("team")
        self.setAccessibleName("People")
        self.setModel(model)
        self.setItemDelegate(TeamDelegate(theme, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT_PX))
        head = self.horizontalHeader()
        head.setFont(theme.font(SMALL_PX, SEMIBOLD))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(theme.px(60))
        # Switched on later than this, sorting would begin with the last name first.
        head.setSortIndicator(*model.sorting)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)
        self._wanted: str | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    @property
    def team_model(self) -> TeamModel:
        """Who is listed."""
        return self._model

    def current_name(self) -> str | None:
        """The name of the person that is selected."""
        index = self.currentIndex()
        return self._model.rows[index.row()].name if index.isValid() else None

    def current_file(self) -> str | None:
        """The file of the person that is selected."""
        index = self.currentIndex()
        return self._model.rows[index.row()].file if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            self._step(1 if event.key() == Qt.Key.Key_J else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Give each column its width."""
        wanted = [self._theme.px(width) for width in self._widths()]
        more = max(self.viewport().width() / sum(wanted), 1)
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, int(width * more))

    def _widths(self) -> list[int]:
        if not self._model.has_areas:
            return list(_WIDTHS_PX.values())
        return [_WIDTHS_PX[Column.PERSON], *[_AREA_PX] * (self._model.columnCount() - 1)]

    def _step(self, by: int) -> None:
        row = min(max(self.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.selectRow(row)

    def _open(self, index: QModelIndex) -> None:
        self.person_wanted.emit(self._model.rows[index.row()].file)

    def _remember(self) -> None:
        self._wanted = self.current_file() or self._wanted

    def _restore(self) -> None:
        self.share_room()
        column, order = self._model.sorting
        head = self.horizontalHeader()
        blocked = head.blockSignals(True)
        head.setSortIndicator(column, order)
        head.blockSignals(blocked)
        row = self._model.row_of(self._wanted) if self._wanted is not None else -1
        if self._model.rowCount():
            self.selectRow(max(row, 0))
