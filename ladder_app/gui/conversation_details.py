"""What the Conversation page shows of the current criterion: both texts, and what is agreed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ladder_app.gui.evidence_panel import short_link
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.kept_field import KeptField
from ladder_app.gui.parts import at_left, button, rule, spans_label, text_label
from ladder_app.gui.scroll_page import Sheet, SideBySide
from ladder_app.gui.step_cells import StepCells
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.tick import Tick
from ladder_app.markup import Span, inline, safe_link
from ladder_app.report.conversation_words import agreed_hint, talked_words, whose
from ladder_app.report.words import day

if TYPE_CHECKING:
    from ladder_app.domain.comparison import Compared
    from ladder_app.domain.entries import Evidence
    from ladder_app.gui.conversation_model import ConversationModel
    from ladder_app.gui.document import Document
    from ladder_app.gui.talking import Talking

_NARROW_PX = 300


class TalkCard(QFrame):
    """One criterion, ready to be talked about. What is written is kept before another is shown."""

    finished = Signal()
    """Something was written to its end: the keyboard may go back to the list."""
    criterion_activated = Signal(str)
    """The person wants to see the criterion on the Assess page."""

    def __init__(
        self, theme: Theme, document: Document, model: ConversationModel, talking: Talking, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._document = document
        self._model = model
        self._talking = talking
        self._criterion_id: str | None = None
        self._shows_note = False
        self._said: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        column.setSpacing(theme.px(8))
        self._texts = QScrollArea(self)
        self._texts.setWidgetResizable(True)
        self._texts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts.setAccessibleName("Both views")
        column.addWidget(self._texts, 1)
        column.addWidget(rule())
        self._fill_foot(column)

    def _fill_foot(self, column: QVBoxLayout) -> None:
        theme = self._theme
        head = FlowLayout(theme.px(12), theme.px(4))
        head.addWidget(text_label(theme, "Agreed in the conversation", 12, SEMIBOLD, tone="muted", wrap=False))
        self._hint = text_label(theme, "", 12, wrap=False)
        self._hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self._hint)
        self._ticked = Tick(theme, talked_words(None))
        self._ticked.setFont(theme.font(12))
        self._ticked.setToolTip("Space in the agenda")
        self._ticked.clicked.connect(self._on_ticked)
        head.addWidget(self._ticked)
        column.addLayout(head)
        row = FlowLayout(theme.px(10), theme.px(6))
        self._cells = StepCells(theme, self._document.assessment.role.scale, "Agreed", self)
        self._cells.chosen.connect(self._on_agreed)
        row.addWidget(self._cells)
        self._words = KeptField(theme, self._document.being_typed, "What we agreed", "What we agreed…", 1, self)
        self._words.setMinimumWidth(theme.px(150))
        self._words.most_lines = 4
        self._words.written.connect(self._on_written)
        self._words.submitted.connect(self.finished)
        self._words.abandoned.connect(self.finished)
        row.addWidget(self._words)
        column.addLayout(row)

    def be_read_only(self) -> None:
        """Offer nothing that would change what is recorded."""
        for part in (self._cells, self._ticked):
            part.setEnabled(False)
        self._words.setReadOnly(True)
        self._words.setPlaceholderText("")

    @property
    def criterion_id(self) -> str | None:
        return self._criterion_id

    def show_criterion(self, criterion_id: str | None) -> None:
        """Show a criterion of the target level, from its top."""
        self._words.keep()
        if criterion_id != self._criterion_id:
            self._shows_note = False
            self._criterion_id = criterion_id
        if criterion_id is not None:
            self.refresh_texts()
            self.refresh()

    def refresh(self) -> None:
        """Show what is agreed as it is now."""
        name = self._criterion_id
        if name is None:
            return
        item = self._model.compared(name)
        cycle, scale = self._document.assessment.cycle, self._document.assessment.role.scale
        recorded = cycle.agreed.get(name)
        self._cells.show_rating(recorded.rating if recorded is not None else None)
        self._hint.setText(agreed_hint(scale, recorded, item.agreed))
        words = (recorded.text or "") if recorded is not None else ""
        self._words.show_text(words)
        on = cycle.conversation.discussed.get(name)
        self._ticked.setChecked(on is not None)
        self._ticked.show_words(talked_words(on))

    def refresh_texts(self) -> None:
        """Show both texts as they are now; where nothing of them changed they stay as far as they were scrolled."""
        if self._criterion_id is None:
            return
        item, cycle = self._model.compared(self._criterion_id), self._document.assessment.cycle
        said = (
            (item.criterion, item.own, item.theirs, item.comment, self._model.comparison.reviewer),
            (self._others(item), self._shows_note, cycle.notes.get(self._criterion_id)),
            cycle.evidence_for(self._criterion_id),
        )
        if said != self._said:
            self._said = said
            self._show_texts(item)

    def keep_everything(self) -> None:
        """Put what is being written into the document."""
        self._words.keep()

    def write(self) -> None:
        """Put the cursor where it is written what was agreed."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_texts(self, item: Compared) -> None:
        theme, assessment = self._theme, self._document.assessment
        sheet = Sheet()
        sheet.setObjectName("panel")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(10))
        column.addWidget(at_left(spans_label(theme, inline(item.criterion.text), assessment.role, BODY_PX, BOLD)))
        sides = SideBySide(theme, _NARROW_PX, gap_px=18, parent=sheet)
        sides.add(self._own_side(item), 1)
        if self._model.review is not None:
            sides.add(self._their_side(item), 1)
        column.addWidget(sides)
        others = self._others(item)
        if others:
            column.addWidget(text_label(theme, others, SMALL_PX, tone="muted"))
        more = button(theme, "Open it on the Assess page", "link")
        more.setFont(theme.font(SMALL_PX))
        more.clicked.connect(self._on_more)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._texts.setWidget(sheet)

    def _own_side(self, item: Compared) -> QWidget:
        theme, assessment = self._theme, self._document.assessment
        side, column = self._side(whose(assessment.person.name, item.own, assessment.role.scale))
        evidence = assessment.cycle.evidence_for(item.criterion.id)
        for piece in evidence:
            column.addWidget(spans_label(theme, inline(piece.text), None))
            column.addWidget(spans_label(theme, _where(piece), None, SMALL_PX, tone="muted"))
        if not evidence:
            column.addWidget(text_label(theme, "No evidence yet.", tone="muted"))
        note = assessment.cycle.notes.get(item.criterion.id)
        if note and self._shows_note:
            column.addWidget(text_label(theme, "Private note", SMALL_PX, SEMIBOLD, tone="muted"))
            column.addWidget(text_label(theme, note))
        elif note:
            offer = button(theme, "Show the private note", "link")
            offer.setFont(theme.font(SMALL_PX))
            offer.clicked.connect(self._on_note_wanted)
            column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return side

    def _their_side(self, item: Compared) -> QWidget:
        theme = self._theme
        reviewer = self._model.comparison.reviewer
        side, column = self._side(whose(reviewer, item.theirs, self._document.assessment.role.scale))
        if item.comment:
            column.addWidget(spans_label(theme, inline(item.comment), None))
        else:
            column.addWidget(text_label(theme, "No comment.", tone="muted"))
        column.addStretch(1)
        return side

    def _side(self, words: str) -> tuple[QWidget, QVBoxLayout]:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(text_label(self._theme, words, 12, SEMIBOLD, tone="muted"))
        return side, column

    def _others(self, item: Compared) -> str:
        """What further reviewers gave, in a line."""
        scale, shown = self._document.assessment.role.scale, self._model.review
        reviews = [review for review in self._document.assessment.cycle.reviews if review is not shown]
        return " · ".join(
            whose(review.reviewer, review.ratings[item.criterion.id], scale)
            for review in reviews
            if item.criterion.id in review.ratings
        )

    def _on_note_wanted(self) -> None:
        self._shows_note = True
        self.refresh_texts()

    def _on_more(self) -> None:
        if self._criterion_id is not None:
            self.criterion_activated.emit(self._criterion_id)

    def _on_agreed(self, rating: object) -> None:
        if self._criterion_id is not None:
            self._talking.agree(self._criterion_id, rating)  # type: ignore[arg-type] # a Rating or None
            self.refresh()

    def _on_written(self, text: str) -> None:
        if self._criterion_id is not None:
            self._talking.write_agreed(self._criterion_id, text)

    def _on_ticked(self) -> None:
        if self._criterion_id is not None:
            self._talking.tick_off(self._criterion_id, is_discussed=self._ticked.isChecked())
            self.refresh()


def _where(piece: Evidence) -> list[Span]:
    spans = [Span(day(piece.date))]
    if piece.link:
        spans += [Span(" · "), Span(short_link(piece.link), link=safe_link(piece.link))]
    return spans
