"""What each column of a sheet is, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.one_line import OneLine
from ladder_app.gui.parts import empty
from ladder_app.gui.theme import BODY_PX
from ladder_app.gui.tips import tip
from ladder_app.importers.columns import ACROSS, Use
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.gui.theme import Theme
    from ladder_app.importers.columns import Columns

_DOWN_WORDS = {
    Use.NOTE: "Only a note",
    Use.LEVEL: "Level",
    Use.TEXT: "Criterion",
    Use.KIND: "Kind",
    Use.AREA: "Area or competency",
    Use.GRADE: "Grade",
}
_ACROSS_WORDS = {use: "A level, named" if use is Use.LEVEL else _DOWN_WORDS[use] for use in ACROSS}

_SAMPLE_PX = 12


class ColumnChoices(QWidget):
    """A choice for each column; where levels stand across, also a field for the name of each."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._across = False
        self.choices: list[Choice] = []
        self.names: list[QLineEdit] = []
        self._samples: list[OneLine] = []

    def show_columns(self, columns: Columns, samples: Sequence[str]) -> None:
        """Ask about these columns; a sample of what is in each helps where a head does not."""
        theme = self._theme
        empty(self.column)
        self._across = columns.across
        self.choices, self.names, self._samples = [], [], []
        inside = QWidget()
        table = QGridLayout(inside)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(theme.px(8))
        table.setVerticalSpacing(theme.px(6))
        table.setColumnStretch(0, 2)
        table.setColumnStretch(2, 2)
        words = _ACROSS_WORDS if columns.across else _DOWN_WORDS
        for number, head in enumerate(columns.head):
            title = head or f"Column {number + 1}"
            label = OneLine(theme, BODY_PX)
            label.setText(title)
            sample = samples[number] if number < len(samples) else ""
            label.setToolTip(tip(f"{isolated(title)}: {isolated(sample)}" if sample else title))
            choice = Choice(theme, f"What “{isolated(title)}” is", fits=True)
            choice.setAccessibleDescription(f"It holds {isolated(sample)}" if sample else "It is empty")
            choice.addItems(list(words.values()))
            choice.setCurrentIndex(list(words).index(columns.uses[number]))
            name = QLineEdit(columns.level_of(number))
            name.setFont(theme.font())
            name.setMinimumHeight(choice.sizeHint().height())
            name.setCursorPosition(0)
            name.setAccessibleName(f"Name of the level in “{isolated(title)}”")
            inside_it = OneLine(theme, _SAMPLE_PX, tone="muted")
            inside_it.setText(isolated(sample))
            inside_it.setToolTip(tip(sample))
            # What is in a column stands where a level that is one has its name.
            for place, part in enumerate((label, choice, name)):
                table.addWidget(part, number, place)
            table.addWidget(inside_it, number, 2)
            self._samples.append(inside_it)
            self.choices.append(choice)
            self.names.append(name)
            choice.currentIndexChanged.connect(self._on_changed)
            name.textChanged.connect(self._on_changed)
        self.column.addWidget(inside)
        self._show_names()

    @property
    def uses(self) -> tuple[Use, ...]:
        """What the columns are, as the person says."""
        known = list(_ACROSS_WORDS if self._across else _DOWN_WORDS)
        return tuple(known[choice.currentIndex()] for choice in self.choices)

    @property
    def level_names(self) -> tuple[str, ...]:
        """What the levels are called that stand across."""
        return tuple(name.text() for name in self.names) if self._across else ()

    def in_order(self) -> Iterator[QWidget]:
        """What is gone through with Tab."""
        for choice, name in zip(self.choices, self.names, strict=True):
            yield choice
            yield name

    def _on_changed(self) -> None:
        self._show_names()
        self.changed.emit()

    def _show_names(self) -> None:
        for name, sample, use in zip(self.names, self._samples, self.uses, strict=True):
            name.setVisible(self._across and use is Use.LEVEL)
            sample.setVisible(name.isHidden())
