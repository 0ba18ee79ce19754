"""The list of the Plan page as a Qt model."""

from typing import Any

from PySide6.QtCore import Qt

from ladder_app.gui.plan_rows import PartRow, Row, spoken
from ladder_app.gui.row_model import Index, ListedRows


class PlanModel(ListedRows[Row]):
    """The rows as they were last shown; the keyboard stops at all but the headings that do nothing."""

    def is_stop(self, row: Row) -> bool:
        return not isinstance(row, PartRow) or row.is_open is not None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
