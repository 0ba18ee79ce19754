"""What the first rows of a sheet come to, worked out beside the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ladder_app.errors import LadderError
from ladder_app.gui.background import Background
from ladder_app.gui.fault_words import fault_words
from ladder_app.importers.columns import first_rows, import_columns

if TYPE_CHECKING:
    from ladder_app.importers.columns import Columns
    from ladder_app.importers.result import Imported
    from ladder_app.importers.sheets import Grid

MOST_ROWS = 200
_AT_ONCE_MS = 150


class SheetPreview(QObject):
    """Reads the first rows as the person says; of what is said meanwhile, the last counts."""

    read = Signal(object, str)
    """The `Imported`, or none and why."""

    def __init__(self, grids: list[Grid], name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grids = first_rows(grids, MOST_ROWS)
        self._name = name
        self.is_whole = all(len(grid.rows) <= MOST_ROWS for grid in grids)
        self._wanted: Columns | None = None
        self._work: Background[tuple[Imported | None, str]] = Background(self._on_read, self)

    def show(self, columns: Columns) -> None:
        """Read it like this."""
        if self._work.is_busy:
            self._wanted = columns
            return
        self._work.start(partial(_read, self._grids, self._name, columns))
        self._work.wait(_AT_ONCE_MS)

    def stop(self) -> None:
        """Want nothing any more."""
        self._wanted = None
        self._work.give_up()

    def _on_read(self, outcome: tuple[Imported | None, str]) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show(wanted)
        else:
            self.read.emit(*outcome)


def _read(grids: list[Grid], name: str, columns: Columns) -> tuple[Imported | None, str]:
    try:
        return import_columns(grids, name, columns), ""
    except LadderError as error:
        return None, fault_words(error.problems[:1])
