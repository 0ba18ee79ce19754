"""The lists under the gaps: what is unrated, met without evidence, a plus, or not applicable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.folded_list import FoldedList
from ladder_app.gui.parts import at_left, rule, text_label
from ladder_app.gui.readiness_rows import PlainRow
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, SEMIBOLD, SMALL_PX, Theme

_RATING_PX = 110
_NOTE_PX = 12


class CriterionButton(RowButton):
    """One criterion; pressing it goes there."""

    activated = Signal(str)
    """The criterion that the person wants to see."""

    def __init__(self, theme: Theme, row: PlainRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, row.text, parent=parent)
        self._criterion_id = row.criterion_id
        self.setAccessibleDescription(f"{row.rating}. {row.remark}".strip())
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        line.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(at_left(text_label(theme, row.text)))
        if row.remark:
            words.addWidget(text_label(theme, row.remark, SMALL_PX, tone="muted"))
        rating = text_label(theme, row.rating, tone="muted")
        rating.setFixedWidth(theme.px(_RATING_PX))
        line.addLayout(words, 1)
        line.addWidget(rating, 0, Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._activate)

    def _activate(self) -> None:
        self.activated.emit(self._criterion_id)


class CriteriaCard(QFrame):
    """A titled list of criteria with a note on what the list means."""

    activated = Signal(str)

    def __init__(
        self, theme: Theme, heading: str, note: str, rows: Sequence[PlainRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(16), theme.px(10), theme.px(10))
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
        head.setSpacing(theme.px(2))
        head.addWidget(text_label(theme, heading, BODY_PX, SEMIBOLD))
        head.addWidget(text_label(theme, note, _NOTE_PX, tone="muted"))
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(FoldedList(theme, rows, self._row, f"Show all {len(rows)}", first=5, parent=self))

    def _row(self, row: PlainRow, parent: QWidget) -> QWidget:
        made = CriterionButton(self._theme, row, parent)
        made.activated.connect(self.activated)
        return made
