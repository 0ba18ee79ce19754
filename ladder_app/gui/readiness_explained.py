"""“How is this computed?”: the sum behind the percentages, with this person's numbers, opened when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ladder_app.domain.readiness import Readiness
from ladder_app.gui.parts import button, rule, text_label
from ladder_app.gui.theme import BODY_PX, MEDIUM, SEMIBOLD, SMALL_PX, Theme
from ladder_app.report.computation import COLUMNS, TermRow, computation


class ExplainedCard(QFrame):
    """A question that opens into its answer; the answer is computed when it is opened."""

    toggled = Signal(bool)
    """Whether the person has it open."""

    def __init__(self, theme: Theme, readiness: Readiness, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._readiness = readiness
        self._answer: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        self._column.setSpacing(theme.px(10))
        self._question = button(theme, "", "link")
        self._question.setFont(theme.font(BODY_PX, SEMIBOLD))
        self._question.setCheckable(True)
        self._question.setChecked(is_open)
        self._column.addWidget(self._question, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(is_open)
        self._question.toggled.connect(self._show)
        self._question.toggled.connect(self.toggled)

    def _show(self, is_open: bool) -> None:
        self._question.setText(f"{'▾' if is_open else '▸'}  How is this computed?")
        self._question.setAccessibleName(f"How is this computed? {'Shown' if is_open else 'Hidden'}")
        if is_open and self._answer is None:
            self._answer = Answer(self._theme, self._readiness, self)
            self._column.addWidget(self._answer)
        if self._answer is not None:
            self._answer.setVisible(is_open)


class Answer(QWidget):
    """The rule in sentences, the sum by rating and by section, the results and the verdict's reason."""

    def __init__(self, theme: Theme, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        found = computation(readiness)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(4))
        self._column.setSpacing(theme.px(6))
        self._add_sentences(found.intro)
        self._add_table("By rating", found.by_step, found.total)
        self._add_table("By section", found.by_section, found.total)
        self._column.addSpacing(theme.px(8))
        for line in found.results:
            self._column.addWidget(self._selectable(text_label(theme, line, BODY_PX, MEDIUM)))
        self._column.addSpacing(theme.px(6))
        self._add_sentences(found.verdict)

    def _add_sentences(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self._column.addWidget(self._selectable(text_label(self._theme, sentence)))

    def _add_table(self, name: str, rows: Sequence[TermRow], total: TermRow) -> None:
        if not rows:
            return
        table = QWidget(self)
        table.setAccessibleName(f"The sum, {name[:1].lower()}{name[1:]}")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, self._theme.px(10), 0, 0)
        grid.setHorizontalSpacing(self._theme.px(14))
        grid.setVerticalSpacing(self._theme.px(5))
        grid.setColumnStretch(0, 1)
        self._add_row(grid, COLUMNS, name=name, is_head=True)
        for row in rows:
            self._add_row(grid, row)
        grid.addWidget(rule(), grid.rowCount(), 0, 1, -1)
        self._add_row(grid, total, is_total=True)
        self._column.addWidget(table)

    def _add_row(
        self, grid: QGridLayout, row: TermRow, *, name: str = "", is_head: bool = False, is_total: bool = False
    ) -> None:
        line = grid.rowCount()
        size = SMALL_PX if is_head else 12
        weight = SEMIBOLD if is_total else 400
        cells = (name or row.name, row.criteria, row.weight, row.score, row.earned, row.unrated, row.points)
        for place, text in enumerate(cells):
            label = text_label(self._theme, text, size, weight, tone="muted" if is_head else "")
            if place:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
                label.setMinimumWidth(self._theme.px(58))
            grid.addWidget(label, line, place)

    @staticmethod
    def _selectable(label: QLabel) -> QLabel:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
