"""What the import window shows: the head, what is asked, the source beside the role, and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ladder_app.gui.importing.foot import ImportFoot
from ladder_app.gui.importing.head import ImportHead
from ladder_app.gui.importing.question_panel import QuestionPanel
from ladder_app.gui.importing.role_side import RoleSide
from ladder_app.gui.importing.source_side import SourceSide
from ladder_app.gui.importing.source_view import SourceView
from ladder_app.gui.parts import rule
from ladder_app.importers.result import Place
from ladder_app.importers.same_lines import line_that_says, said_on

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.importing.source_view import SourceModel
    from ladder_app.gui.theme import Theme

_SHORT_HINT = "F1 lists the keys."
_LOW_PX = 480
_HINT = "Every line is listed with where it went; select some and say what they are – F1 lists the keys."


class ReviewPage(QWidget):
    """Both sides of an import, kept in step: what is chosen on one is shown on the other."""

    def __init__(self, theme: Theme, draft: ImportDraft, model: SourceModel, *, is_sheet: bool) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._draft = draft
        self._said = self._usual = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ImportHead(theme, is_sheet=is_sheet)
        self.head.questions_wanted.connect(self.next_question)
        self.head.suggestions_wanted.connect(self.first_suggestion)
        self.head.unplaced_wanted.connect(self.next_unplaced)
        column.addWidget(self.head)
        self.questions = QuestionPanel(theme, self)
        self.questions.shown.connect(self._go_to)
        self.questions.abandoned.connect(self._focus_source)
        column.addWidget(self.questions)
        self.source_side = SourceSide(theme, model)
        self.source_side.told.connect(self.tell)
        self.source = self.source_side.view
        self.source.lines_selected.connect(self._on_selected)
        self._role_side = RoleSide(theme)
        self.tree = self._role_side.tree
        self.tree.chosen.connect(self._show_in_source)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(theme.px(6))
        self._split.addWidget(self.source_side)
        self._split.addWidget(self._role_side)
        column.addWidget(self._split, 1)
        column.addWidget(rule())
        self.foot = ImportFoot(theme, draft)
        column.addWidget(self.foot)

    def begin(self, width: int) -> None:
        """Stand where the person starts: at the first question."""
        self._split.setSizes([width * 3 // 5, width * 2 // 5])
        self._go_to(self.questions.current.line if self.questions.current else 1)
        self._focus_source()

    def show_state(self) -> None:
        """Show the draft as it is now."""
        now = self._draft.now
        self.source.source.show_account(now.found)
        self.questions.show_asked(now.asked)
        self.head.show_state(now)
        self._role_side.show_state(now)
        self._on_selected()
        self.fit()

    def tell(self, words: str) -> None:
        """Say this in the foot; nothing is what is always said there."""
        self._said = words
        self.foot.tell(words or self._usual or (_SHORT_HINT if self._is_low() else _HINT))

    def tell_usually(self, words: str) -> None:
        """Say this in the foot while there is nothing else to say; nothing is what can be done here."""
        self._usual = words
        self.tell(self._said)

    def fit(self) -> None:
        """Give the room that there is to what needs it most."""
        self.foot.fit(low=self._is_low())
        self.head.fit(self.width())
        self.tell(self._said)

    # Where the person goes

    def next_question(self) -> None:
        """Go to the next question."""
        self.questions.go_to_questions()
        self.questions.focus_answers()

    def first_suggestion(self) -> None:
        """Go to the suggestions."""
        self.questions.go_to_suggestions()
        self.questions.focus_answers()

    def next_unplaced(self) -> None:
        """Go to the next line that went nowhere."""
        if self.source.next_of(Place.UNPLACED):
            self._focus_source()
        else:
            self.tell("Every line has its place.")

    def next_difference(self) -> None:
        """Go to what is next different against the role in use."""
        if not self.tree.go_to_next_difference():
            self.tell("Nothing is different." if self._draft.now.earlier else "It is compared with no role.")

    def _go_to(self, line: int) -> None:
        self.source.go_to(line)

    def _focus_source(self) -> None:
        self.source.setFocus()

    def _on_selected(self) -> None:
        lines = self.source.selected_lines()
        if lines:
            now = self._draft.now
            self.tree.show_target(now.in_role(said_on(now.found, lines[-1])))

    def _show_in_source(self, name: str) -> None:
        found = line_that_says(self._draft.found, self._draft.now.in_source(name))
        if found is not None:
            self.source.go_to(found.line)

    def _is_low(self) -> bool:
        """Whether the lines need all the room there is: then keys and menus alone say what the chips do."""
        return self.window().height() < self._theme.px(_LOW_PX)

    def come_up(self) -> None:
        """It is shown: only now the lines are as high as they will be."""
        self.source.doItemsLayout()
        self.source.scrollTo(self.source.currentIndex(), SourceView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
