"""The left side of the import window: the source, and a search in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.importing.source_view import SourceView
from ladder_app.gui.parts import text_label
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.theme import BODY_PX, SEMIBOLD

if TYPE_CHECKING:
    from ladder_app.gui.importing.source_view import SourceModel
    from ladder_app.gui.theme import Theme


class SourceSide(QWidget):
    """The lines of the source under a search field."""

    told = Signal(str)

    def __init__(self, theme: Theme, model: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        top = QHBoxLayout()
        top.addWidget(text_label(theme, "Source", BODY_PX, SEMIBOLD, wrap=False))
        self.search_field = SearchField()
        self.search_field.setFont(theme.font())
        self.search_field.setPlaceholderText("Find in the source")
        self.search_field.setAccessibleName("Find in the source")
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self.search_on)
        self.search_field.abandoned.connect(self._back)
        top.addWidget(self.search_field, 1)
        top.addSpacing(theme.px(8))
        column.addLayout(top)
        self.view = SourceView(theme, model, self)
        # Lists scroll; words above them are never cut for them.
        self.view.setMinimumHeight(theme.px(24))
        column.addWidget(self.view, 1)

    def focus_search(self) -> None:
        """Search in the source."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def search_on(self) -> None:
        """Go to the next line that holds what is searched for."""
        self.view.search(self.search_field.text(), onward=True)

    def _search(self, words: str) -> None:
        is_there = not words or self.view.search(words)
        self.told.emit("" if is_there else f"“{words}” is not in the source.")

    def _back(self) -> None:
        self.view.setFocus()
