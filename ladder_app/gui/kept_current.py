"""Keeps the current row of a list that is made anew while somebody looks at it."""

from PySide6.QtCore import QObject

from ladder_app.gui.row_list import RowList
from ladder_app.gui.row_model import RowModel


class KeptCurrent(QObject):
    """Goes back to the row that was the current one, even if it was not listed for a while; else to the first."""

    def __init__(self, view: RowList, model: RowModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._remembered: str | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def _remember(self) -> None:
        self._remembered = self._view.current_key() or self._remembered

    def _restore(self) -> None:
        if self._remembered is None or not self._view.show_key(self._remembered):
            self._view.step_by(0)
