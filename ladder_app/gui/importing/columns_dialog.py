"""Which column of a sheet is what, with the role that comes of it beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from ladder_app.errors import LadderError
from ladder_app.gui.choice import Choice
from ladder_app.gui.importing.role_tree import RoleTree
from ladder_app.gui.importing.sheet_model import SheetModel
from ladder_app.gui.importing.words import counts
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD
from ladder_app.importers.columns import FIELDS, Columns, heads_of, import_columns
from ladder_app.importers.grid_heads import fields_of

if TYPE_CHECKING:
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid

_USUAL, _SMALLEST = QSize(1000, 620), QSize(820, 520)
_NAMES = {
    "level": "Level",
    "text": "Criterion",
    "kind": "Kind",
    "area": "Area",
    "grade": "Grade",
}
_NONE = "– no column –"


class ColumnsDialog(QDialog):
    """Asks how a sheet is to be read. Nothing is kept before the person says so."""

    chosen = Signal(object, object)
    """The `Columns`, and what the sheet was understood as with them."""

    def __init__(
        self, theme: Theme, grids: list[Grid], name: str, columns: Columns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._grids, self._name = theme, grids, name
        self._heads = heads_of(grids)
        self._found: Imported | None = None
        self.setWindowTitle(f"Columns of {name} – Ladder")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(text_label(theme, "Which column is what?", 18, BOLD))
        words = "Say it once: the next sheet with these heads is read the same way."
        column.addWidget(text_label(theme, words, tone="muted"))
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(20))
        sides.addLayout(self._left(theme), 1)
        sides.addLayout(self._right(theme), 1)
        column.addLayout(sides, 1)
        last = QHBoxLayout()
        self.said = text_label(theme, "", 12, tone="muted")
        last.addWidget(self.said, 1)
        cancel = button(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self.ok = button(theme, "Read it like this", "primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._say)
        last.addWidget(cancel)
        last.addWidget(self.ok)
        column.addLayout(last)
        self._guess(columns)
        for choice in (self.head, self.order, *self.fields.values()):
            choice.currentIndexChanged.connect(self._show)
        self.head.currentIndexChanged.connect(self._fill)
        self._show()

    def _left(self, theme: Theme) -> QVBoxLayout:
        left = QVBoxLayout()
        form = QFormLayout()
        form.setVerticalSpacing(theme.px(8))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.head = Choice(theme, "Row with the heads")
        for number, head in enumerate(self._heads, 1):
            self.head.addItem(f"{number}: " + " | ".join(cell for cell in head if cell)[:200])
        self.order = Choice(theme, "What a row is")
        self.order.addItems(["A row for each criterion", "A column for each level"])
        form.addRow(text_label(theme, "Heads", wrap=False), self.head)
        form.addRow(text_label(theme, "The sheet has", wrap=False), self.order)
        self.fields = {name: Choice(theme, _NAMES[name]) for name in FIELDS}
        for name, choice in self.fields.items():
            form.addRow(text_label(theme, _NAMES[name], wrap=False), choice)
        left.addLayout(form)
        left.addWidget(text_label(theme, "Sheet", BODY_PX, SEMIBOLD, wrap=False))
        table = QTableView()
        table.setObjectName("team")
        table.setAccessibleName("The first rows of the sheet")
        table.setFont(theme.font(12))
        table.setModel(SheetModel(next((grid for grid in self._grids if grid.rows), None), table))
        table.horizontalHeader().hide()
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        left.addWidget(table, 1)
        return left

    def _right(self, theme: Theme) -> QVBoxLayout:
        right = QVBoxLayout()
        right.addWidget(text_label(theme, "The role", BODY_PX, SEMIBOLD, wrap=False))
        self.tree = RoleTree(theme)
        right.addWidget(self.tree, 1)
        return right

    @property
    def columns(self) -> Columns:
        """What the person says now."""
        across = self.order.currentIndex() == 1
        wanted = {name: choice.currentIndex() - 1 for name, choice in self.fields.items()}
        number = max(self.head.currentIndex(), 0)
        head = self._heads[number] if self._heads else ()
        known = ("area",) if across else FIELDS
        return Columns(head, across, {name: n for name, n in wanted.items() if n >= 0 and name in known})

    def _guess(self, columns: Columns | None) -> None:
        if columns is not None and columns.head in self._heads:
            self.head.setCurrentIndex(self._heads.index(columns.head))
        self._fill()
        if columns is None:
            return
        self.order.setCurrentIndex(int(columns.across))
        for name, choice in self.fields.items():
            choice.setCurrentIndex(columns.fields.get(name, -1) + 1)

    def _fill(self) -> None:
        """The columns of the head that is chosen, and what their names say of them."""
        head = self._heads[self.head.currentIndex()] if self._heads else ()
        known = fields_of(head) or {}
        for name, choice in self.fields.items():
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(_NONE)
            choice.addItems([cell or f"Column {number}" for number, cell in enumerate(head, 1)])
            choice.setCurrentIndex(known.get(name, -1) + 1)
            choice.blockSignals(False)
        self._show()

    def _show(self) -> None:
        columns = self.columns
        for name, choice in self.fields.items():
            choice.setEnabled(not columns.across or name == "area")
        self._found = None
        words = "Say which column is the level, and which is the criterion."
        if columns.is_complete and columns.head:
            try:
                self._found = import_columns(self._grids, self._name, columns)
                words = counts(self._found)
            except LadderError as error:
                words = error.problems[0].message
        role = self._found.role if self._found is not None else None
        self.tree.show_role(role, {})
        self.said.setText(words)
        self.ok.setEnabled(role is not None)

    def _say(self) -> None:
        self.chosen.emit(self.columns, self._found)
        self.accept()

    def sizeHint(self) -> QSize:
        return _USUAL


def open_columns(dialog: ColumnsDialog) -> None:
    """Show the dialog without waiting for it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
