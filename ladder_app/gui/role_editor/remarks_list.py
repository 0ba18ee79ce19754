"""What is wrong with a role and what deserves a look, under the forms; one click or Return leads to each."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ladder_app.domain.role_editing import criterion_at, place_at
from ladder_app.gui.one_line import OneLine
from ladder_app.gui.parts import button
from ladder_app.markup import isolated, isolated_quotations, plain
from ladder_app.report.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.role import Role
    from ladder_app.gui.theme import Theme
    from ladder_app.storage.role_drafts import Remark

_LINES = 7
_MOST_LETTERS = 48


class RemarksList(QWidget):
    """Says in a line how many remarks there are, and lists them when asked."""

    chosen = Signal(object)
    """The person wants to go to this `Remark`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: Sequence[Remark] = ()
        self._row = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(7), theme.px(14), theme.px(7))
        column.setSpacing(theme.px(4))
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        self._summary = OneLine(theme, 12, tone="muted", parent=self)
        self._unfold = button(theme, "Show all", "link")
        self._unfold.setFont(theme.font(12))
        self._unfold.clicked.connect(self._toggle)
        self._unfold.hide()
        line.addWidget(self._summary, 1)
        line.addWidget(self._unfold)
        column.addLayout(line)
        self._list = QListWidget(self)
        self._list.setObjectName("remarks")
        self._list.setFont(theme.font(12))
        self._list.setAccessibleName("Faults and warnings")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setFixedHeight(ceil(QFontMetricsF(self._list.font()).lineSpacing()) * _LINES + theme.px(4))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        column.addWidget(self._list)
        self._list.hide()

    def show_remarks(self, remarks: Sequence[Remark], role: Role) -> None:
        """Tell how many there are and the first of them; all where the person wants to see them."""
        self._remarks = remarks
        lines = [
            f"{'⚠' if remark.is_fault else '·'} {where(role, remark)}{isolated_quotations(remark.message)}"
            for remark in remarks
        ]
        self._list.clear()
        self._list.addItems(lines)
        self._summary.setText(f"{summary(remarks)}  {lines[0]}" if lines else summary(remarks))
        self._unfold.setVisible(len(remarks) > 1)
        if len(remarks) < 2:
            self._fold(is_folded=True)

    def _toggle(self) -> None:
        self._fold(is_folded=not self._list.isHidden())

    def _fold(self, *, is_folded: bool) -> None:
        self._list.setVisible(not is_folded)
        self._unfold.setText("Show all" if is_folded else "Hide")

    def go_to_next(self) -> None:
        """Go to the remark after the one that was gone to last, the first after the last."""
        if self._remarks:
            self._row = (self._row + 1) % len(self._remarks)
            self._list.setCurrentRow(self._row)
            self.chosen.emit(self._remarks[self._row])

    def _choose(self, _item: object = None) -> None:
        self._row = self._list.currentRow()
        if 0 <= self._row < len(self._remarks):
            self.chosen.emit(self._remarks[self._row])


def summary(remarks: Sequence[Remark]) -> str:
    """How many of each there are."""
    faults = sum(remark.is_fault for remark in remarks)
    if faults:
        return f"{counted(faults, 'fault', 'faults').capitalize()} to mend before it can be saved (F8 leads there):"
    if remarks:
        return f"No faults; {counted(len(remarks), 'thing deserves', 'things deserve')} a look (F8 leads there):"
    return "No faults, and nothing that deserves a look."


def where(role: Role, remark: Remark) -> str:
    """What a remark is about, as people know it."""
    place = place_at(remark.path)
    if place is None or place.level >= len(role.levels):
        return ""
    level = role.levels[place.level]
    words = criterion_at(role, place).text if place.kind is not None else level.title
    short = plain(words) or level.title
    return f"“{isolated(short if len(short) <= _MOST_LETTERS else short[:_MOST_LETTERS] + '…')}”: "
