"""What is asked about a source, one at a time, with the likely answers as buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.importing.grade_field import GradeField
from ladder_app.gui.parts import button, text_label
from ladder_app.gui.scroll_page import SheetArea
from ladder_app.gui.slots import bare
from ladder_app.gui.theme import MEDIUM
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from ladder_app.gui.importing.words import Answer, Asked
    from ladder_app.gui.theme import Theme

_LEAST_PX = 72
MOST_KEYS = 9
"""So many answers have a key of their own."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


def answer_keys(number: int) -> QKeySequence:
    """The keys that give an answer, from 1."""
    return QKeySequence(f"Alt+{number}")


class QuestionPanel(QFrame):
    """Shows the first of what is asked, or the one the person went on to."""

    answered = Signal(object, object)
    """The `Asked` and the `Answer`."""
    all_answered = Signal(bool)
    """All suggestions are to be taken (True) or refused."""
    page_wanted = Signal(object)
    """The level that is meant by the `Asked` stands on another page."""
    title_wanted = Signal()
    """The role is to be called something else."""
    close_wanted = Signal()
    """The source is no ladder; the import is given up."""
    abandoned = Signal()
    """Nothing is to be answered now: Escape was pressed, or what is left is of another sort."""
    shown = Signal(int)
    """What is asked now is about this line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._asked: tuple[Asked, ...] = ()
        self._number = 0
        self._goes_on = False
        self._is_new = True
        self._chips: list[QPushButton] = []
        self._is_met = False
        """Whether the person has come to suggestions of their own accord."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._column.setSpacing(theme.px(8))
        # Where the room is small it scrolls; no word of what is asked is ever cut.
        self._area = SheetArea(self)
        self._area.setMinimumHeight(theme.px(_LEAST_PX))
        self._column.addWidget(self._area)
        self._inside = QWidget()
        self._area.column.addWidget(self._inside)

    @property
    def current(self) -> Asked | None:
        """What is asked now."""
        return self._asked[self._number] if self._asked else None

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Ask these; the one that was shown stays if it is still among them."""
        now = self.current
        if tuple(asked) == self._asked and now is not None:
            return
        before, self._asked = {one.key for one in self._asked}, tuple(asked)
        back = None if self._goes_on or self._is_new else self._come_back(before)
        self._number = self._next_after(now) if back is None else back
        following = self.current
        is_other = following is not None and (now is None or following.key != now.key)
        is_other_sort = now is not None and following is not None and now.is_suggestion is not following.is_suggestion
        # Who pressed a key for a question must not take a suggestion with the next press.
        self._is_met = self._is_met and not is_other_sort
        self._fill(keep_focus=not is_other_sort)
        if following is not None and (back is not None or (self._goes_on and is_other)):
            self.shown.emit(following.line)
        self._goes_on = self._is_new = False

    def _come_back(self, before: set[tuple[int, str, bool]]) -> int | None:
        """What is asked again, as its answer was taken back."""
        only_questions = self._questions() > 0
        again = (i for i, one in enumerate(self._asked) if one.key not in before)
        return next((i for i in again if not (only_questions and self._asked[i].is_suggestion)), None)

    def _next_after(self, now: Asked | None) -> int:
        """Where the one shown stands; if it is answered, the next of its sort, round to the first, then the others."""
        keys = [one.key for one in self._asked]
        if now is not None and now.key in keys:
            return keys.index(now.key)
        questions = self._questions()
        if now is not None and now.is_suggestion:
            first = questions if questions < len(keys) else 0
            return self._number if first <= self._number < len(keys) else first
        return self._number if self._number < questions else 0

    def focus_answers(self) -> None:
        """Answer with the keyboard: arrows and Space."""
        self._is_met = True
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answer_number(self, number: int) -> None:
        """Give that answer (from 1), wherever the keyboard is; of suggestions that just came up, only look at them."""
        if self.current is not None and self.current.is_suggestion and not self._is_met:
            self.focus_answers()
        elif 0 < number <= len(self._chips):
            self._chips[number - 1].click()

    @property
    def ways(self) -> list[str]:
        """The words of all that can be answered, in the order of their keys."""
        return [chip.accessibleName() for chip in self._chips]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def go_on(self, step: int = 1) -> None:
        """Go to the next, after the last to the first."""
        if self._asked:
            self._is_met = True
            self._number = (self._number + step) % len(self._asked)
            self._fill()
            self.shown.emit(self._asked[self._number].line)

    def go_to_suggestions(self) -> None:
        """Go to the first suggestion."""
        number = next((i for i, one in enumerate(self._asked) if one.is_suggestion), None)
        if number is not None:
            self._number = number - 1
            self.go_on()

    def go_to_questions(self) -> None:
        """Go to the first question; from a question to the next."""
        now = self.current
        if now is not None and (now.is_suggestion or self._number + 1 >= self._questions()):
            self._number = -1
        self.go_on()

    def _questions(self) -> int:
        return sum(not one.is_suggestion for one in self._asked)

    def _fill(self, *, keep_focus: bool = True) -> None:
        theme, now = self._theme, self.current
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._inside.hide()
        self._area.column.removeWidget(self._inside)
        self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._area.column.addWidget(self._inside)
        self._chips = []
        if now is None:
            self.hide()
            if had_focus:
                self.abandoned.emit()
            return
        questions = self._questions()
        kind = "Suggestion" if now.is_suggestion else "Question"
        number, of = (
            (self._number - questions + 1, len(self._asked) - questions)
            if now.is_suggestion
            else (self._number + 1, questions)
        )
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        top.addWidget(text_label(theme, f"{kind} {number} of {of} · {isolated(now.at)}", 12, tone="muted", wrap=False))
        top.addStretch(1)
        for words, slot in (("Previous", partial(self.go_on, -1)), ("Next", partial(self.go_on, 1))):
            if len(self._asked) > 1:
                made = button(theme, words, "link")
                made.setAccessibleName(f"{words} question")
                made.clicked.connect(bare(slot))
                top.addWidget(made)
        column.addLayout(top)
        column.addWidget(text_label(theme, now.words, weight=MEDIUM))
        row = FlowLayout(theme.px(6), theme.px(6))
        for words, way in self._ways(now, of):
            row.addWidget(self._chip(words, way))
        if now.graded:
            grade = GradeField(theme, now.graded)
            grade.given.connect(self._answer)
            row.addWidget(grade)
        column.addLayout(row)
        if now.hint:
            column.addWidget(text_label(theme, now.hint, 12, tone="muted"))
        self._inside.show()
        self.show()
        self._area.updateGeometry()
        self._area.verticalScrollBar().setValue(0)
        if had_focus and keep_focus:
            self.focus_answers()
        elif had_focus:
            self.abandoned.emit()

    def _ways(self, now: Asked, of: int) -> Iterator[tuple[str, Callable[[], object]]]:
        """What can be answered, and what that does."""
        other_page = ("Choose the other page…", self._want_page)
        if now.page:
            yield other_page  # the source itself leads there
        for answer in now.answers:
            yield answer.words, partial(self._answer, answer)
        if now.is_elsewhere and not now.page:
            yield other_page
        if now.is_title:
            yield "Another title…", self._want_title
        if now.closing:
            yield now.closing, self.close_wanted.emit
        if now.is_suggestion and of > 1:
            yield f"Take all {of}", partial(self._all, True)
            yield f"Refuse all {of}", partial(self._all, False)

    def _chip(self, words: str, slot: Callable[[], object]) -> QPushButton:
        number = len(self._chips) + 1
        key = f"  {answer_keys(number).toString(_NATIVE)}" if number <= MOST_KEYS else ""
        made = button(self._theme, words.replace("&", "&&") + key, "chip")
        made.setAccessibleName(words)
        made.clicked.connect(bare(slot))
        self._chips.append(made)
        return made

    def _answer(self, answer: Answer) -> None:
        if self.current is not None:
            # What is asked next is looked at only if the person is answering, not while they go through lines.
            self._goes_on = True
            self.answered.emit(self.current, answer)

    def _want_page(self) -> None:
        if self.current is not None:
            self.page_wanted.emit(self.current)

    def _want_title(self) -> None:
        self._goes_on = True
        self.title_wanted.emit()

    def _all(self, take: bool) -> None:
        self.all_answered.emit(take)
