"""What the views do to readiness: one bar for each, under each other, and what is still in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.charts.percent import percent
from ladder_app.domain.agenda import in_the_way
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.gui.chart_view import BarView
from ladder_app.gui.parts import button, empty, text_label
from ladder_app.gui.scroll_page import SheetArea
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD, Theme
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated
from ladder_app.report.conversation_words import in_the_way_heading, in_the_way_words

if TYPE_CHECKING:
    from ladder_app.domain.readiness import Figures
    from ladder_app.gui.conversation_model import ConversationModel
    from ladder_app.gui.document import Document

_FILLS = {SELF: ("rating.3", "rating.2"), AGREED: ("good", "good")}
_THEIR_FILLS = ("warn", "warn")
_NOTE_PX = 12


class ViewsCard(QFrame):
    """Readiness as the person, the reviewer and both together see it."""

    plan_wanted = Signal()

    def __init__(
        self, theme: Theme, document: Document, model: ConversationModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._document = document
        self._model = model
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(14), theme.px(12), theme.px(14))
        area = SheetArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.column.setContentsMargins(0, 0, theme.px(6), 0)
        area.column.setSpacing(theme.px(7))
        area.column.addWidget(text_label(theme, "What this does to readiness", BODY_PX, BOLD))
        self._bars = QVBoxLayout()
        self._bars.setSpacing(theme.px(4))
        area.column.addLayout(self._bars)
        area.column.addSpacing(theme.px(4))
        self._heading = text_label(theme, "", _NOTE_PX, SEMIBOLD, tone="muted")
        self._words = text_label(theme, "")
        area.column.addWidget(self._heading)
        area.column.addWidget(self._words)
        open_plan = button(theme, "Open the plan", "link")
        open_plan.clicked.connect(self.plan_wanted)
        area.column.addWidget(open_plan, 0, Qt.AlignmentFlag.AlignLeft)
        area.column.addStretch(1)
        column.addWidget(area)

    def refresh(self) -> None:
        """Show the figures as they are now."""
        document, review = self._document, self._model.review
        target = document.target.level.id
        rows = [(document.assessment.person.name, SELF)]
        if review is not None:
            rows.append((review.reviewer, review.reviewer))
        rows.append(("Agreed", AGREED))
        found = [(name, rater, document.readiness_for(target, rater).figures) for name, rater in rows]
        own = document.readiness
        theirs = own if review is None else document.readiness_for(target, review.reviewer)
        words = in_the_way_words(in_the_way(document.assessment, own, theirs), own.level, alone=review is None)
        if self._shown == (found, words):
            return
        self._shown = found, words
        self._show_bars(found)
        self._heading.setText(in_the_way_heading(own.level))
        self._words.setText(words)

    def _show_bars(self, rows: list[tuple[str, str, Figures]]) -> None:
        theme = self._theme
        empty(self._bars)
        for name, rater, figures in rows:
            fill, hatch = _FILLS.get(rater, _THEIR_FILLS)
            bar = BarView(theme, figures, 8, fill, hatch)
            bar.setAccessibleName(f"{isolated(name)}: {bar.accessibleName()}")
            bar.setToolTip(tip(bar.accessibleName()))
            line = QWidget()
            words = QHBoxLayout(line)
            words.setContentsMargins(0, 0, 0, 0)
            words.setSpacing(theme.px(8))
            words.addWidget(text_label(theme, name), 1)
            if figures.unrated:
                possible = f"up to {percent(figures.possible)}"
                words.addWidget(text_label(theme, possible, _NOTE_PX, tone="muted", wrap=False))
            share = percent(figures.shown) if figures.required else "–"
            words.addWidget(text_label(theme, share, BODY_PX, SEMIBOLD, wrap=False))
            self._bars.addWidget(line)
            self._bars.addWidget(bar)
            self._bars.addSpacing(theme.px(4))
