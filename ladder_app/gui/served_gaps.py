"""What an action is for: one or several criteria, to which other gaps can be added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.choice import Choice
from ladder_app.gui.parts import empty, spans_label
from ladder_app.gui.pressing import Cross
from ladder_app.gui.theme import BODY_PX, HEADING_PX, MEDIUM, SEMIBOLD, Theme
from ladder_app.markup import inline, isolated, plain

if TYPE_CHECKING:
    from ladder_app.domain.role import Criterion
    from ladder_app.gui.document import Document

_INVITATION = "Also for another gap…"


class ServedGaps(QWidget):
    """Lists the criteria of an action; all but the last of them can be taken off."""

    changed = Signal(object)
    """The ids of the criteria, a tuple."""

    def __init__(
        self, theme: Theme, document: Document, criteria: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document = document
        self.criteria = criteria
        assessment = document.assessment
        self._known: dict[str, Criterion] = {criterion.id: criterion for criterion in assessment.retired}
        self._known.update((criterion.id, criterion) for _, _, criterion in assessment.role.criteria())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(7))
        self._listed = QVBoxLayout()
        self._listed.setSpacing(theme.px(5))
        column.addLayout(self._listed)
        self.others = Choice(theme, _INVITATION, self)
        self.others.activated.connect(self._add)
        column.addWidget(self.others)
        self._show()

    def show_criteria(self, criteria: tuple[str, ...]) -> None:
        """List others: another program changed them."""
        if criteria != self.criteria:
            self.criteria = criteria
            self._show()

    def _show(self) -> None:
        empty(self._listed)
        for name in self.criteria:
            self._listed.addWidget(self._row(name))
        self._offered = [
            gap.standing.id for gap in self._document.readiness.gaps if gap.standing.id not in self.criteria
        ]
        self.others.clear()
        self.others.addItems([_INVITATION, *(plain(self._known[name].text) for name in self._offered)])
        self.others.setVisible(bool(self._offered))

    def _row(self, name: str) -> QWidget:
        theme, text = self._theme, self._known[name].text
        several = len(self.criteria) > 1
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        size, weight = (BODY_PX, MEDIUM) if several else (HEADING_PX, SEMIBOLD)
        line.addWidget(spans_label(theme, inline(text), self._document.assessment.role, size, weight), 1)
        if several:
            cross = Cross(theme, f"Not for: {isolated(plain(text))}", "Not for this one", 15, row)
            cross.clicked.connect(partial(self._take_off, name))
            line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add(self, place: int) -> None:
        if place > 0:
            self._change((*self.criteria, self._offered[place - 1]))

    def _take_off(self, name: str, _checked: object = None) -> None:
        self._change(tuple(other for other in self.criteria if other != name))

    def _change(self, criteria: tuple[str, ...]) -> None:
        self.criteria = criteria
        self._show()
        self.changed.emit(criteria)
