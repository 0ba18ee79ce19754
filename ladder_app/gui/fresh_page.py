"""A page of figures and texts that is always up to date where somebody looks, and costs nothing where nobody does."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ladder_app.gui.scroll_page import ScrollPage
from ladder_app.gui.theme import Theme


class FreshPage(ScrollPage):
    """Made anew when what it shows has changed: at once where it is on screen, else when it is looked at."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._is_outdated = True

    def fill(self, column: QVBoxLayout) -> None:
        """Put what there is to show into an empty column."""
        raise NotImplementedError

    def outdate(self) -> None:
        """What the page shows has changed."""
        self._is_outdated = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self._is_outdated:
            self._is_outdated = False
            column = self.new_column()
            self.fill(column)
            column.addStretch(1)
            self.show_column()
