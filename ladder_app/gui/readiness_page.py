"""The Readiness page: how ready the person is for the level they aim for, why, and what stands in the way."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.domain.journal import stale
from ladder_app.domain.readiness import Readiness
from ladder_app.gui.document import Document
from ladder_app.gui.fresh_page import FreshPage
from ladder_app.gui.parts import button, card, text_label
from ladder_app.gui.readiness_explained import ExplainedCard
from ladder_app.gui.readiness_figures import BarsCard, GaugeCard
from ladder_app.gui.readiness_gaps import GapsCard
from ladder_app.gui.readiness_lists import CriteriaCard
from ladder_app.gui.readiness_rows import gap_rows, heading_of_gaps, heading_with_count, plain_rows
from ladder_app.gui.scroll_page import GAP_PX, SideBySide
from ladder_app.gui.theme import BODY_PX, BOLD, HEADING_PX, SEMIBOLD, TITLE_PX, Theme
from ladder_app.markup import isolated
from ladder_app.report.sentences import level_title, tells_enough
from ladder_app.report.verdict import verdict_sentence

_NARROW_PX = 620


class ReadinessPage(FreshPage):
    """Shows the document's readiness for its target; made anew when that has changed and somebody looks."""

    criterion_activated = Signal(str)
    """The person wants to see a criterion on the Assess page."""
    action_wanted = Signal(str)
    """The person wants to add an action for a criterion."""
    unrated_wanted = Signal(str)
    """The person wants to rate what is unrated of a level."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Readiness", parent)
        self._document = document
        self._explained = False
        self._explained_card: ExplainedCard | None = None
        self._opened = QTimer(self)
        self._opened.setSingleShot(True)
        self._opened.setInterval(0)
        self._opened.timeout.connect(self._show_explained)
        document.criteria_changed.connect(self.outdate)
        document.level_changed.connect(self.outdate)

    def fill(self, column: QVBoxLayout) -> None:
        readiness = self._document.readiness
        self._explained_card = None
        column.addLayout(self._head(readiness))
        if readiness.figures.rated:
            self._add_findings(column, readiness)
        else:
            column.addWidget(self._invitation(readiness, column.parentWidget()))
        self._add_lists(column, readiness)
        if readiness.figures.required:
            explained = ExplainedCard(self.theme, readiness, is_open=self._explained, parent=column.parentWidget())
            explained.toggled.connect(self._remember_explained)
            column.addWidget(explained)
            self._explained_card = explained

    def _head(self, readiness: Readiness) -> QVBoxLayout:
        assessment = self._document.assessment
        head = QVBoxLayout()
        head.setSpacing(self.theme.px(5))
        title = text_label(self.theme, f"Readiness for {isolated(level_title(readiness.level.level))}", TITLE_PX, BOLD)
        sentence = text_label(self.theme, verdict_sentence(readiness, assessment.current).text, BODY_PX, tone="muted")
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.addWidget(title)
        head.addWidget(sentence)
        return head

    def _add_findings(self, layout: QVBoxLayout, readiness: Readiness) -> None:
        assessment = self._document.assessment
        figures = SideBySide(self.theme, _NARROW_PX, parent=layout.parentWidget())
        shown = GaugeCard(self.theme, readiness, self._current(), figures)
        shown.unrated_wanted.connect(self.unrated_wanted)
        figures.add(shown)
        figures.add(BarsCard(self.theme, readiness, figures), 1)
        layout.addWidget(figures)
        rows = gap_rows(readiness, assessment, self._document.today, asking=self._document.takes_entries)
        gaps = GapsCard(self.theme, heading_of_gaps(readiness, assessment.current), rows, layout.parentWidget())
        gaps.activated.connect(self.criterion_activated)
        gaps.action_wanted.connect(self.action_wanted)
        layout.addWidget(gaps)

    def _current(self) -> Readiness | None:
        """The level the person is at, unless it is the one they aim for or too little of it is rated to tell."""
        assessment = self._document.assessment
        if assessment.current is None or assessment.current == assessment.target:
            return None
        found = self._document.readiness_for(assessment.current)
        return found if tells_enough(found.figures) else None

    def _invitation(self, readiness: Readiness, parent: QWidget | None) -> QFrame:
        """What the page says while nothing is rated."""
        frame = card(parent)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*[self.theme.px(28)] * 4)
        column.setSpacing(self.theme.px(10))
        if not readiness.unrated:
            column.addWidget(text_label(self.theme, "There is nothing to rate here.", HEADING_PX, SEMIBOLD))
            column.addWidget(text_label(self.theme, "No required criterion counts for this level.", tone="muted"))
            return frame
        column.addWidget(text_label(self.theme, "Nothing is rated yet", HEADING_PX, SEMIBOLD))
        column.addWidget(
            text_label(
                self.theme,
                "Readiness follows from your ratings. After the first few you see here what they show so far,"
                " what is still possible, and what stands in the way.",
                tone="muted",
            )
        )
        start = button(self.theme, "Rate the first criterion…", "primary")
        start.clicked.connect(self._rate_first)
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _rate_first(self) -> None:
        unrated = self._document.readiness.unrated
        if unrated:
            self.criterion_activated.emit(unrated[0].id)

    def _add_lists(self, layout: QVBoxLayout, readiness: Readiness) -> None:
        unrated = readiness.unrated if readiness.figures.rated else ()
        old = stale(readiness, self._document.assessment.cycle, self._document.today)
        for name, note, standings in (
            ("Still unrated", "They count neither for nor against; the hatched part of the bars is theirs.", unrated),
            ("Met, but no evidence yet", "Expect to be asked for an example.", readiness.no_evidence),
            ("Met, but nothing newer than a year", "Is it still so? A newer example says it best.", old),
            ("A plus", "Good to have; never moves readiness.", readiness.plus),
            ("Not applicable", "Left out of the sum, for the reason given.", readiness.not_applicable),
        ):
            if standings:
                rows = plain_rows(standings, readiness)
                heading = heading_with_count(name, len(rows))
                made = CriteriaCard(self.theme, heading, note, rows, layout.parentWidget())
                made.activated.connect(self.criterion_activated)
                layout.addWidget(made)

    def _remember_explained(self, is_open: bool) -> None:
        self._explained = is_open
        if is_open:
            self._opened.start()

    def _show_explained(self) -> None:
        """Bring what was opened into view: all of it, or its beginning where it is higher than the page."""
        card, sheet = self._explained_card, self.widget()
        if card is None or sheet is None:
            return
        margin = self.theme.px(GAP_PX)
        top = card.mapTo(sheet, QPoint(0, 0)).y() - margin
        bottom = top + card.height() + 2 * margin
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - self.viewport().height())))
