"""A grade that no button offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.importing.words import Answer
from ladder_app.gui.parts import button
from ladder_app.importers.decisions import Says
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.gui.theme import Theme

_HIGHEST = 999


class GradeField(QWidget):
    """A number, and of which level it is where that is open."""

    given = Signal(object)
    """An `Answer`."""

    def __init__(self, theme: Theme, levels: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels = levels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.level = Choice(theme, "Level that the grade is of", fits=True)
        self.level.addItems([title for _, title in levels])
        self.level.setVisible(len(levels) > 1)
        self.level.setMaximumWidth(theme.px(320))
        self.number = QLineEdit()
        self.number.setFont(theme.font())
        self.number.setPlaceholderText("Another grade")
        self.number.setAccessibleName("Another grade")
        self.number.setValidator(QIntValidator(0, _HIGHEST, self))
        self.number.setFixedWidth(theme.px(130))
        self.number.returnPressed.connect(self._give)
        self.number.textChanged.connect(self._show)
        self._give_button = button(theme, "Give it", "chip")
        self._give_button.setEnabled(False)
        self._give_button.clicked.connect(self._give)
        for part in (self.number, self.level, self._give_button):
            row.addWidget(part)

    def _show(self) -> None:
        self._give_button.setEnabled(self.number.hasAcceptableInput())

    def _give(self) -> None:
        name, title = self._levels[max(self.level.currentIndex(), 0)]
        number = int(self.number.text())
        at = f" for {isolated(title)}" if len(self._levels) > 1 else ""
        self.given.emit(Answer(f"Grade {number}{at}", Says.GRADE, f"{name}:{number}"))
