"""The whole: what the reviewers say overall, what was agreed as a whole, and the day of the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ladder_app.gui.fields import DateField
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.kept_field import KeptField
from ladder_app.gui.parts import empty, rule, spans_label, text_label
from ladder_app.gui.theme import SEMIBOLD, Theme
from ladder_app.gui.tick import Tick
from ladder_app.gui.typed_edit import TypingPause
from ladder_app.markup import inline, isolated
from ladder_app.report.words import day

if TYPE_CHECKING:
    from ladder_app.gui.document import Document
    from ladder_app.gui.talking import Talking


class WholeCard(QFrame):
    """What is about no single criterion."""

    finished = Signal()

    def __init__(self, theme: Theme, document: Document, talking: Talking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._document = document
        self._talking = talking
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(18))
        column.setSpacing(theme.px(8))
        self._reviews = QVBoxLayout()
        self._reviews.setSpacing(theme.px(6))
        column.addLayout(self._reviews)
        column.addSpacing(theme.px(4))
        column.addWidget(rule())
        column.addSpacing(theme.px(4))
        column.addWidget(text_label(theme, "What we agreed as a whole", 12, SEMIBOLD, tone="muted"))
        hint = "In a few sentences: where this leaves us, and what comes next"
        self._summary = KeptField(theme, document.being_typed, "What we agreed as a whole", hint, 4, self)
        self._summary.written.connect(talking.summarise)
        self._summary.submitted.connect(self.finished)
        self._summary.abandoned.connect(self.finished)
        column.addWidget(self._summary)
        held = FlowLayout(theme.px(8), theme.px(6))
        self._is_held = Tick(theme, "The conversation was held on")
        self._is_held.clicked.connect(self._on_held)
        self._day = DateField(theme, "Day of the conversation", document.today)
        self._pause = TypingPause(document.being_typed, self._on_held, self)
        self._day.dateChanged.connect(self._pause.typed)
        self._day.editingFinished.connect(self._pause.now)
        held.addWidget(self._is_held)
        held.addWidget(self._day)
        column.addLayout(held)
        column.addStretch(1)

    def be_read_only(self) -> None:
        """Offer nothing that would change what is recorded."""
        self._is_held.setEnabled(False)
        self._day.setReadOnly(True)
        self._summary.setReadOnly(True)
        self._summary.setPlaceholderText("")

    def refresh(self) -> None:
        """Show it as it is now."""
        cycle = self._document.assessment.cycle
        theme = self._theme
        empty(self._reviews)
        for review in cycle.reviews:
            head = f"{isolated(review.reviewer)}, {day(review.date)}"
            self._reviews.addWidget(text_label(theme, head, 12, SEMIBOLD, tone="muted"))
            if review.overall:
                self._reviews.addWidget(spans_label(theme, inline(review.overall), None))
            else:
                self._reviews.addWidget(text_label(theme, "Nothing about the whole.", tone="muted"))
        if not cycle.reviews:
            self._reviews.addWidget(text_label(theme, "Nobody has reviewed this cycle yet.", tone="muted"))
        talk = cycle.conversation
        self._summary.show_text(talk.summary or "")
        self._is_held.setChecked(talk.held is not None)
        self._day.setEnabled(talk.held is not None)
        on = talk.held or self._document.today
        if self._day.value() != on and not self._pause.isActive():
            self._day.blockSignals(True)
            self._day.show_value(on)
            self._day.blockSignals(False)

    def keep_everything(self) -> None:
        """Put what is being written into the document."""
        self._summary.keep()
        self._pause.now()

    def take_focus(self) -> None:
        """Put the cursor into the summary."""
        self._summary.setFocus()

    def _on_held(self) -> None:
        self._pause.stop()
        self._talking.hold(self._day.value() if self._is_held.isChecked() else None)
