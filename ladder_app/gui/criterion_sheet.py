"""What the inspector shows of a criterion: all there is about it, to be read and changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import SectionKind, Standing, section_kind
from ladder_app.domain.role import Kind
from ladder_app.gui.action_panel import ActionPanel
from ladder_app.gui.document import Document
from ladder_app.gui.evidence_panel import EvidencePanel
from ladder_app.gui.fields import TextField
from ladder_app.gui.parts import card, empty, spans_label, text_label
from ladder_app.gui.rating_choice import RatingChoice
from ladder_app.gui.rating_mark import RatingMark
from ladder_app.gui.their_view import TheirView
from ladder_app.gui.theme import BOLD, HEADING_PX, SEMIBOLD, SMALL_PX, Theme
from ladder_app.gui.typed_edit import TypingPause
from ladder_app.gui.years_hint import YearsHint
from ladder_app.markup import inline, isolated
from ladder_app.report.sentences import last_cycle, level_name, rating_words

_NOTE = ("Note to yourself", "Only for you, unless you choose to export it")
_COMMENT = ("Your comment", "What you see, and what would take it further")


class CriterionSheet(QScrollArea):
    """Shows one criterion. What is being typed is kept before another criterion is shown."""

    profile_wanted = Signal()
    """The person wants to say since when they have been doing something."""
    finished = Signal()
    """Something was written to its end: the keyboard may go back to the list."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._document = document
        self._theme = theme
        self._criterion_id: str | None = None
        self._note_known = ""

        content = QWidget()
        content.setObjectName("panel")
        self.setWidget(content)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(theme.px(18), theme.px(18), theme.px(18), theme.px(22))
        layout.setSpacing(theme.px(7))

        self._head = QVBoxLayout()
        self._head.setSpacing(theme.px(6))
        layout.addLayout(self._head)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._caption("Your rating"))
        self._choice = RatingChoice(theme, document.assessment.role.scale, document.being_typed, content)
        self._choice.chosen.connect(self._rate)
        self._choice.finished.connect(self.finished)
        self._choice.overtaken.connect(self._on_overtaken)
        layout.addWidget(self._choice)
        self._mark = RatingMark(theme, content)
        self._mark.confirmed.connect(self._confirm)
        layout.addWidget(self._mark)
        self._years = YearsHint(document, theme, content)
        self._years.profile_wanted.connect(self.profile_wanted)
        self._years.taken.connect(self._rate)
        layout.addWidget(self._years)
        layout.addSpacing(theme.px(10))
        self._theirs = self._add_reviewers_parts(layout)
        layout.addWidget(self._caption("Evidence"))
        self._evidence = EvidencePanel(theme, document)
        self._evidence.finished.connect(self.finished)
        layout.addWidget(self._evidence)
        layout.addSpacing(theme.px(10))
        self._actions = ActionPanel(theme, document)
        self._actions.finished.connect(self.finished)
        if document.voice.is_own:
            layout.addWidget(self._caption("Action"))
            layout.addWidget(self._actions)
            self._add_note(layout)
        else:
            self._actions.setParent(content)
            self._actions.hide()
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.px(7))
        layout.addLayout(self._below)
        layout.addStretch(1)

        if document.read_only:
            self._be_read_only(layout)

        self._pause = TypingPause(document.being_typed, self.keep_note, self)
        document.about_to_meet.connect(self._pause.now)
        document.about_to_meet.connect(self._choice.keep_reason)
        document.criteria_changed.connect(self._on_criteria_changed)

    def _add_reviewers_parts(self, layout: QVBoxLayout) -> TheirView | None:
        """For a reviewer, right under the rating: their comment, and how the person rated it."""
        if self._document.voice.is_own:
            return None
        self._add_note(layout)
        layout.addSpacing(self._theme.px(10))
        layout.addWidget(self._caption("Their own rating"))
        theirs = TheirView(self._theme, self._document)
        layout.addWidget(theirs)
        layout.addSpacing(self._theme.px(10))
        return theirs

    def _add_note(self, layout: QVBoxLayout) -> None:
        name, placeholder = _NOTE if self._document.voice.is_own else _COMMENT
        layout.addSpacing(self._theme.px(10))
        layout.addWidget(self._caption(name))
        self._note = TextField(self._theme, name, placeholder)
        self._note.textChanged.connect(self._on_typing)
        self._note.left.connect(self.keep_note)
        self._note.abandoned.connect(self.finished)
        layout.addWidget(self._note)

    def _be_read_only(self, layout: QVBoxLayout) -> None:
        """Say why nothing can be changed, and offer nothing that would."""
        why = f"Read only: {self._document.read_only}."
        layout.insertWidget(0, text_label(self._theme, why, SMALL_PX, tone="warn"))
        for part in (self._choice, self._mark):
            part.setEnabled(False)
        self._note.setReadOnly(True)
        self._note.setPlaceholderText("")

    def show_criterion(self, criterion_id: str) -> None:
        """Show a criterion of the level on screen, from its top."""
        self.keep_everything()
        self._criterion_id = criterion_id
        self._show_head(self._standing)
        self._evidence.show_criterion(criterion_id)
        self._actions.show_criterion(criterion_id)
        self._show_changeable()
        self.verticalScrollBar().setValue(0)

    def show_anew(self) -> None:
        """Show the same criterion as it is now; leaves alone what is being written."""
        self._show_head(self._standing)
        self._show_changeable()
        self._evidence.refresh()
        self._actions.refresh()

    def leave(self) -> None:
        """Keep what is being typed; nothing is shown from now on."""
        self.keep_everything()
        self._criterion_id = None

    def keep_everything(self) -> None:
        """Keep what is being typed: the note, the reason and any open form."""
        self.keep_note()
        self._choice.keep_reason()
        self._evidence.keep_open_form()
        self._actions.keep_open_form()

    def keep_note(self) -> None:
        """Put the note as it stands into the document."""
        self._pause.stop()
        text = self._note.toPlainText().strip()
        if self._criterion_id is None:
            return
        if text != self._note_known:
            self._note_known = text
            self._document.note(self._criterion_id, text)

    def add_evidence(self) -> None:
        """Open an empty evidence form."""
        self._evidence.add()
        self.ensureWidgetVisible(self._evidence)

    def add_action(self) -> None:
        """Open an empty action form."""
        self._actions.add()
        self.ensureWidgetVisible(self._actions)

    def take_focus(self) -> None:
        """Put the keyboard on the rating."""
        self._choice.take_focus()

    def ask_reason(self) -> None:
        """Put the cursor where the reason for *not applicable* is written."""
        self._choice.ask_reason()

    @property
    def _standing(self) -> Standing:
        assert self._criterion_id is not None  # noqa: S101 – shown only with a criterion
        document = self._document
        return document.readiness_for(document.level.level.id).by_id[self._criterion_id]

    def _caption(self, text: str) -> QWidget:
        return text_label(self._theme, text, 12, SEMIBOLD, tone="muted")

    def _show_head(self, standing: Standing) -> None:
        empty(self._head)
        role = self._document.assessment.role
        self._head.addWidget(text_label(self._theme, self._place(standing), SMALL_PX, tone="muted"))
        title = spans_label(self._theme, inline(standing.criterion.text), role, HEADING_PX, BOLD)
        self._head.addWidget(title)

    def _place(self, standing: Standing) -> str:
        criterion = standing.criterion
        level = self._document.level
        kind = "Requirement" if criterion.kind is Kind.REQUIREMENT else "Responsibility"
        section = section_kind(criterion)
        parts = [kind]
        if section is SectionKind.INHERITED_RESPONSIBILITIES or criterion.inherited:
            parts.append(f"carried over from {isolated(level_name(criterion.level))}")
        elif criterion.refined:
            parts.append(f"raised at {isolated(level_name(level.level))}")
        else:
            parts.append(
                f"new at {isolated(level_name(level.level))}" if level.lower_levels else level_name(level.level)
            )
        area = criterion.criterion.area
        if area is not None:
            parts.append(isolated(level.role.areas[area]))
        if criterion.plus:
            parts.append("a plus")
        return " · ".join(parts)

    def _show_changeable(self) -> None:
        standing = self._standing
        self._choice.show_rating(standing.rating, while_writing=self._document.is_meeting)
        self._mark.show_rating(standing.rating, last_cycle(self._document.assessment))
        if self._document.is_meeting or not self._note.hasFocus():
            self._show_note()
        if self._document.takes_entries:
            self._years.show_standing(standing)
        if self._theirs is not None:
            self._theirs.show_criterion(standing.id)
        self._show_refined(standing)

    def _show_note(self) -> None:
        # By the id alone: what is left last may be no criterion of the level that is shown by now.
        note = self._document.cycle.notes.get(self._criterion_id or "", "")
        self._note_known = note.strip()
        if self._note.toPlainText().strip() != self._note_known:
            self._note.blockSignals(True)
            self._note.show_words(note)
            self._note.blockSignals(False)

    def _show_refined(self, standing: Standing) -> None:
        empty(self._below)
        role = self._document.assessment.role
        cycle = self._document.cycle
        for refined in standing.criterion.refined:
            self._below.addSpacing(self._theme.px(6))
            self._below.addWidget(self._caption(f"Grows from {isolated(level_name(refined.level))}"))
            frame = card()
            inside = QVBoxLayout(frame)
            margin = self._theme.px(11)
            inside.setContentsMargins(margin, self._theme.px(8), margin, self._theme.px(9))
            inside.addWidget(spans_label(self._theme, inline(refined.criterion.text), role))
            rating = rating_words(role.scale, cycle.ratings.get(refined.criterion.id))
            words = f"{rating[:1].upper()}{rating[1:]} there"
            inside.addWidget(text_label(self._theme, words, SMALL_PX, SEMIBOLD, tone="muted"))
            self._below.addWidget(frame)

    def _confirm(self) -> None:
        if self._criterion_id is not None:
            self._document.confirm(self._criterion_id)

    def _rate(self, rating: object) -> None:
        if self._criterion_id is not None:
            self._document.rate(self._criterion_id, rating)  # type: ignore[arg-type] # a Rating or None

    def _on_overtaken(self, before: Rating, mine: Rating) -> None:
        from ladder_app.gui.rating_basis import RatingThing

        if self._criterion_id is not None:
            RatingThing(self._document, self._criterion_id).bring(before, mine, self, self._show_changeable)

    def _on_typing(self) -> None:
        self._pause.typed()

    def _on_criteria_changed(self, touched: frozenset[str]) -> None:
        if self._criterion_id is None or self._criterion_id not in self._document.level.by_id:
            return
        refined = {r.criterion.id for r in self._document.level.by_id[self._criterion_id].refined}
        if self._criterion_id in touched or refined & touched:
            self._show_changeable()
            self._evidence.refresh()
            self._actions.refresh()
