"""The History page: readiness over the cycles, and what has moved from one to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from ladder_app.domain.trend import trend
from ladder_app.gui.document import Document
from ladder_app.gui.fresh_page import FreshPage
from ladder_app.gui.history_cycles import CyclesCard
from ladder_app.gui.history_moves import MovesCard
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.scroll_page import SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, HEADING_PX, SEMIBOLD, TITLE_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.history_words import cycle_days
from ladder_app.report.sentences import level_title
from ladder_app.report.words import counted

_NARROW_PX = 520


class HistoryPage(FreshPage):
    """Shows the cycles of the document; made anew when it has changed and somebody looks."""

    close_wanted = Signal()
    """The person wants to close the cycle and start the next."""
    earlier_wanted = Signal(int)
    """The cycle of this number, an earlier one, is to be looked at."""
    criterion_activated = Signal(str)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "History", parent)
        self._document = document
        self.moves: MovesCard | None = None
        document.criteria_changed.connect(self.outdate)
        document.level_changed.connect(self.outdate)

    def fill(self, column: QVBoxLayout) -> None:
        assessment = self._document.assessment
        chosen = self.moves.chosen if self.moves is not None else None
        parent = column.parentWidget()
        column.addWidget(self._head(parent))
        points = trend(assessment)
        if len(points) > 1:
            cycles = CyclesCard(self.theme, points, parent)
            cycles.earlier_wanted.connect(self.earlier_wanted)
            column.addWidget(cycles)
            self.moves = MovesCard(self.theme, assessment, points, chosen, parent)
            self.moves.activated.connect(self.criterion_activated)
            column.addWidget(self.moves)
        else:
            self.moves = None
            column.addWidget(self._invitation(parent))

    def _head(self, parent: QWidget | None) -> QWidget:
        assessment = self._document.assessment
        head = SideBySide(self.theme, _NARROW_PX, gap_px=8, parent=parent)
        words = QWidget(head)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(5))
        column.addWidget(text_label(self.theme, "History", TITLE_PX, BOLD))
        level = level_title(assessment.role.level(assessment.target))
        count = counted(len(assessment.cycles), "cycle", "cycles")
        now = assessment.cycle
        said = f"{isolated(level)} · {count} · now {isolated(now.name)}, {cycle_days(now)}"
        column.addWidget(text_label(self.theme, said, BODY_PX, tone="muted"))
        head.add(words, 1)
        if len(assessment.cycles) > 1:
            aside = QWidget(head)
            row = QVBoxLayout(aside)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self._close_button(""), 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            head.add(aside)
        return head

    def _close_button(self, kind: str) -> QPushButton:
        made = button(self.theme, "Close this cycle…", kind)
        made.setEnabled(not self._document.read_only)
        made.clicked.connect(self.close_wanted)
        return made

    def _invitation(self, parent: QWidget | None) -> QFrame:
        """What the page says with one cycle."""
        frame = card(parent)
        column = QVBoxLayout(frame)
        column.setDirection(QBoxLayout.Direction.TopToBottom)
        column.setContentsMargins(*[self.theme.px(28)] * 4)
        column.setSpacing(self.theme.px(10))
        name = self._document.assessment.cycle.name
        column.addWidget(text_label(self.theme, f"{isolated(name)} is the first cycle", HEADING_PX, SEMIBOLD))
        words = (
            "When this round is talked through, close it and start the next one. It begins with the ratings of today,"
            " marked as carried until you have looked at them, and this page then shows how readiness went on, and"
            " criterion by criterion what rose, what fell and what was new."
        )
        column.addWidget(text_label(self.theme, words, tone="muted"))
        column.addWidget(self._close_button("primary"), 0, Qt.AlignmentFlag.AlignLeft)
        return frame
