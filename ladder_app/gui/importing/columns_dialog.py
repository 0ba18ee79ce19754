"""Which column of a sheet is what, with the role that comes of it beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QSplitter, QTableView, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.column_choices import ColumnChoices
from ladder_app.gui.importing.role_tree import RoleTree
from ladder_app.gui.importing.sheet_model import SheetModel
from ladder_app.gui.importing.sheet_preview import MOST_ROWS, SheetPreview
from ladder_app.gui.importing.words import counts, left_out
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.scroll_page import SheetArea
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD
from ladder_app.gui.trouble import show_trouble
from ladder_app.importers.column_guesses import likely_columns, likely_head
from ladder_app.importers.columns import Columns, Use, guessed, heads_of, import_columns
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from ladder_app.errors import LadderError
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid

_USUAL, _SMALLEST = QSize(1080, 700), QSize(820, 520)
_NOTHING = "What comes of it is shown here as soon as you have said enough."
_SAMPLES = 3
"""So many different cells show what is in a column."""
_ROW_PX, _CELL_PX = 28, 140
_OTHERS = ("Read where their heads are understood", "Keep as notes")


class ColumnsDialog(QDialog):
    """Asks how a sheet is to be read. Nothing is kept before the person says so."""

    chosen = Signal(object, object)
    """The `Columns`, and what the sheet was understood as with them."""

    def __init__(
        self, theme: Theme, grids: list[Grid], name: str, columns: Columns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._grids, self._name = theme, grids, name
        self._sheets = [grid for grid in grids if heads_of(grid)]
        self._guessed: tuple[Use, ...] = ()
        self._reading = Errand(self)
        self._preview = SheetPreview(grids, name, self)
        self._preview.read.connect(self._on_preview)
        self.setWindowTitle(f"Columns of {isolated(name)} – Ladder")
        self.setMinimumSize(_SMALLEST)
        screen = self.screen().availableGeometry().size()
        self.resize(_USUAL.boundedTo(screen - QSize(40, 60)))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(text_label(theme, "Which column is what?", 18, BOLD))
        words = "Say it once: the next sheet with these heads is read the same way."
        column.addWidget(text_label(theme, words, tone="muted"))
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(20))
        sides.addWidget(self._left(theme), 3)
        sides.addLayout(self._right(theme), 2)
        column.addLayout(sides, 1)
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
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
        self._begin_with(columns)

    # Parts

    def _left(self, theme: Theme) -> QSplitter:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(theme.px(8))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.sheet = Choice(theme, "Sheet")
        for number, grid in enumerate(self._sheets, 1):
            self.sheet.addItem(grid.title or f"Sheet {number}")
        self.others = Choice(theme, "Other sheets")
        self.others.addItems(_OTHERS)
        self.head = Choice(theme, "Row with the heads")
        self.order = Choice(theme, "What a row is")
        self.order.addItems(["A row for each criterion", "A column for each level"])
        rows = [("Heads", self.head), ("The sheet has", self.order)]
        if len(self._grids) > 1:
            rows = [("Sheet", self.sheet), *rows, ("Other sheets", self.others)]
            self.others.setToolTip("Sheets with the same heads are read the same way.")
        for words, choice in rows:
            form.addRow(text_label(theme, words, wrap=False), choice)
        self.choices = ColumnChoices(theme)
        self.choices.changed.connect(self._show)
        self.table = QTableView()
        self.table.setObjectName("team")
        self.table.setAccessibleName("The first rows of the sheet")
        self.table.setFont(theme.font(12))
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().setFont(theme.font(12))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(_ROW_PX))
        self.table.horizontalHeader().setDefaultSectionSize(theme.px(_CELL_PX))
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        above, below = SheetArea(self), QWidget()
        above.column.setContentsMargins(0, 0, theme.px(10), 0)
        above.column.setSpacing(theme.px(10))
        above.column.addLayout(form)
        above.column.addWidget(self.choices)
        above.column.addStretch(1)
        bottom = QVBoxLayout(below)
        bottom.setContentsMargins(0, 0, 0, 0)
        bottom.addWidget(text_label(theme, "Sheet", BODY_PX, SEMIBOLD, wrap=False))
        bottom.addWidget(self.table, 1)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(theme.px(8))
        left.addWidget(above)
        left.addWidget(below)
        left.setSizes([600, 300])
        return left

    def _right(self, theme: Theme) -> QVBoxLayout:
        right = QVBoxLayout()
        right.addWidget(text_label(theme, "The role", BODY_PX, SEMIBOLD, wrap=False))
        self.tree = RoleTree(theme)
        self._nothing = text_label(theme, _NOTHING, tone="muted")
        right.addWidget(self._nothing)
        right.addWidget(self.tree, 1)
        return right

    # What is said

    @property
    def columns(self) -> Columns:
        """What the person says now."""
        uses, names = self.choices.uses, self.choices.level_names
        return Columns(self._head(), self._is_across(), uses, names, self.others.currentIndex() == 1)

    def _grid(self) -> Grid | None:
        number = max(self.sheet.currentIndex(), 0)
        return self._sheets[number] if number < len(self._sheets) else None

    def _length(self, number: int) -> int:
        return len(self._sheets[number].rows)

    def _head(self) -> tuple[str, ...]:
        grid = self._grid()
        heads = heads_of(grid) if grid is not None else []
        number = max(self.head.currentIndex(), 0)
        return heads[number] if number < len(heads) else ()

    def _is_across(self) -> bool:
        return self.order.currentIndex() == 1

    def _begin_with(self, columns: Columns | None) -> None:
        # The first is often about the others; what a ladder is stands in the longest.
        number = max(range(len(self._sheets)), key=self._length, default=0)
        if columns is not None:
            number = next((i for i, grid in enumerate(self._sheets) if columns.head in heads_of(grid)), number)
            self.order.setCurrentIndex(int(columns.across))
            self.others.setCurrentIndex(int(columns.alone))
        self.sheet.setCurrentIndex(number)
        self._show_sheet()
        grid = self._grid()
        heads = heads_of(grid) if grid is not None else []
        if columns is not None and columns.head in heads:
            self.head.setCurrentIndex(heads.index(columns.head))
            self._ask(columns)
        else:
            self._guess()
        self.sheet.currentIndexChanged.connect(self._on_sheet)
        self.head.currentIndexChanged.connect(self._guess)
        self.order.currentIndexChanged.connect(self._guess)
        self.others.currentIndexChanged.connect(self._show)

    def _on_sheet(self) -> None:
        self._show_sheet()
        self._guess()

    def _show_sheet(self) -> None:
        grid = self._grid()
        self.head.blockSignals(True)
        self.head.clear()
        heads = heads_of(grid) if grid is not None else []
        for number, head in enumerate(heads, 1):
            self.head.addItem(f"{number}: " + " | ".join(cell for cell in head if cell)[:200])
        self.head.setCurrentIndex(likely_head(heads) if heads else -1)
        self.head.blockSignals(False)
        self.table.setModel(SheetModel(grid, self.table))

    def _guess(self) -> None:
        head, is_across = self._head(), self._is_across()
        likely = likely_columns(head, self._rows(), across=is_across)
        self._guessed = likely.uses if likely != guessed(head, across=is_across) else ()
        self._ask(likely)

    def _rows(self) -> list[list[str]]:
        """The first rows below the heads."""
        grid, head = self._grid(), self._head()
        rows = [cells for _, cells in grid.rows[: MOST_ROWS + 1]] if grid is not None else []
        at = next((i for i, cells in enumerate(rows) if tuple(cells) == head), -1)
        return rows[at + 1 :]

    def _ask(self, columns: Columns) -> None:
        rows = self._rows()
        cells = [dict.fromkeys(row[n] for row in rows if n < len(row) and row[n]) for n in range(len(columns.head))]
        samples = [" · ".join(" ".join(cell.split()) for cell in list(some)[:_SAMPLES])[:200] for some in cells]
        self.choices.show_columns(columns, samples)
        before: QWidget = self.others if len(self._grids) > 1 else self.order
        for after in (*self.choices.in_order(), self.table):
            QWidget.setTabOrder(before, after)
            before = after
        self._show()

    # What comes of it

    def _show(self) -> None:
        columns = self.columns
        if columns.head and columns.is_complete:
            self._preview.show(columns)
            return
        self._preview.stop()
        missing = "Say which columns are levels."
        if not self._is_across():
            missing = "Say which column is the level, and which is the criterion."
        self._on_preview(None, missing)

    def _on_preview(self, found: Imported | None, why: str) -> None:
        role = found.role if found is not None else None
        self.tree.show_role(role)
        self._nothing.setVisible(role is None)
        self.ok.setEnabled(role is not None)
        if found is None:
            self.said.setText(why)
            return
        rest = "" if self._preview.is_whole else f" in the first {MOST_ROWS} rows"
        guess = " – guessed from what stands in the columns" if self.columns.uses == self._guessed else ""
        hidden = left_out(found)
        self.said.setText(f"{counts(found)}{rest}{guess}{f'. {hidden}' if hidden else ''}")

    def _say(self) -> None:
        columns = self.columns
        work = partial(import_columns, self._grids, self._name, columns)
        self._reading.read(
            self._theme, f"Reading “{isolated(self._name)}”…", work, partial(self._on_read, columns), self._refuse
        )

    def _on_read(self, columns: Columns, found: Imported) -> None:
        self.chosen.emit(columns, found)
        self.accept()

    def _refuse(self, error: LadderError) -> None:
        show_trouble(self, f"“{isolated(self._name)}” cannot be read like this.", error.problems)

    def done(self, result: int) -> None:
        self._preview.stop()
        self._reading.stop()
        super().done(result)

    def sizeHint(self) -> QSize:
        return _USUAL


def open_columns(dialog: ColumnsDialog) -> None:
    """Show the dialog without waiting for it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
