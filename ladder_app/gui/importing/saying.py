"""What the person says about lines, and what they answer: each becomes an edit of the draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.split_dialog import SplitDialog
from ladder_app.gui.importing.words import SAID
from ladder_app.gui.slots import bare
from ladder_app.gui.trouble import show_trouble
from ladder_app.importers.decisions import Decision, Says, decision_on
from ladder_app.importers.elsewhere import chosen
from ladder_app.importers.folder import level_meant
from ladder_app.importers.result import Asks
from ladder_app.importers.source_files import place_at
from ladder_app.importers.sources import import_file
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ladder_app.domain.role import Role
    from ladder_app.errors import LadderError
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.importing.source_view import SourceView
    from ladder_app.gui.importing.words import Answer, Asked
    from ladder_app.gui.theme import Theme
    from ladder_app.importers.result import AccountLine, Imported, Question

_MOST_AT_ONCE = 1000


class Saying(QObject):
    """Says it for the person; what cannot be said is told."""

    told = Signal(str)

    def __init__(self, draft: ImportDraft, window: QMainWindow) -> None:
        super().__init__(window)
        self._draft = draft
        self._window = window
        self._source: SourceView | None = None
        self._theme: Theme | None = None
        self._reading = Errand(window)
        self.choices_menu: QMenu | None = None
        draft.unfit.connect(self._on_unfit)

    def dress(self, theme: Theme, source: SourceView) -> None:
        """Ask in this look; what is said is about the lines selected there."""
        self._theme, self._source = theme, source

    def stop(self) -> None:
        """Want nothing of another page any more."""
        self._reading.stop()

    # About lines

    def say(self, says: Says) -> None:
        """Say this about the selected lines; for “extends”, ask of which level, and for two criteria, where."""
        lines = self._lines()
        if not lines:
            self.told.emit("Select a line of the source first.")
        elif len(lines) > _MOST_AT_ONCE:
            self.told.emit(f"At most {_MOST_AT_ONCE} lines at once; the heading above them says it for all below it.")
        elif says is Says.EXTENDS:
            self._ask_base(lines)
        elif says is Says.SPLIT and len(lines) == 1 and self._ask_where(lines[0]):
            return
        else:
            self._say(lines, says)

    def _say(self, lines: Sequence[AccountLine], says: Says, value: str = "") -> None:
        name = SAID[says][0].rstrip("…").casefold()
        at = place_at(self._draft.found.files, lines[0].line)
        named = f"{name} ({isolated(at)})" if len(lines) == 1 else f"{name} ({len(lines)} lines)"
        self._draft.say(named, says, lines, value)

    def _ask_base(self, lines: Sequence[AccountLine]) -> None:
        role = self._draft.found.role
        others = [level for level in role.levels if level.id != lines[0].level] if role else []
        if not others:
            self.told.emit("There is no other level that it could extend.")
            return
        say = partial(self._say, lines, Says.EXTENDS)
        self._choose([(plain(level.title), partial(say, level.id)) for level in others])

    def _ask_where(self, line: AccountLine) -> bool:
        role = self._draft.found.role
        text = next((c.text for _, _, c in role.criteria() if c.id == line.target), "") if role else ""
        if not text or self._theme is None:
            return False
        dialog = SplitDialog(self._theme, text, self._window)
        dialog.chosen.connect(partial(self._say, [line], Says.SPLIT))
        dialog.open()
        return True

    def _choose(self, entries: list[tuple[str, Callable[[], object]]]) -> None:
        menu = QMenu(self._window)
        for words, slot in entries:
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(bare(slot))
            menu.addAction(action)
        if self.choices_menu is not None:
            self.choices_menu.deleteLater()
        self.choices_menu = menu
        source = self._source
        if source is not None:
            at = source.visualRect(source.currentIndex()).bottomLeft()
            menu.popup(source.viewport().mapToGlobal(at))
            menu.setActiveAction(menu.actions()[0])

    # About what is asked

    def answer(self, question: Asked, answer: Answer) -> None:
        """Answer what was asked. What is only a note is asked about no more."""
        line = self._line_of(question.line)
        if line is None:
            return
        name = answer.words[:1].casefold() + answer.words[1:]
        also = []
        if answer.says is Says.NOTE:
            asks = {q.asks for q in self._draft.found.questions if q.line == line.line}
            also = [decision_on(line, Says.SETTLE, kind.value) for kind in Asks if kind in asks]
        self._draft.say_all(name, [decision_on(line, answer.says, answer.value)], also)

    def answer_all(self, take: bool) -> None:
        """Take or refuse all that is suggested, as one edit."""
        lines = {line.line: line for line in self._draft.found.account}
        says = Says.TAKE if take else Says.REFUSE
        wanted = [
            Decision(says, s.line, lines[s.line].text.strip(), s.field)
            for s in {(s.line, s.field): s for s in self._draft.found.suggestions}.values()
            if s.line in lines
        ]
        self._draft.say_all(f"{'take' if take else 'refuse'} all suggestions", wanted)

    def browse_page(self, asked: Asked) -> None:
        """Ask for the page that has the level which is meant."""
        from ladder_app.gui.file_choices import choose_to_open
        from ladder_app.gui.importing.kinds import KINDS

        folder = self._draft.path.absolute().parent
        choose_to_open(self._window, "The page with that level", folder, KINDS, partial(self.take_page, asked))

    def take_page(self, asked: Asked, path: Path) -> None:
        """Read that page; the level that is meant there is extended."""
        open_ones = self._draft.found.questions
        question = next((q for q in open_ones if q.line == asked.line and q.asks is Asks.EXTENDS), None)
        if question is None or self._theme is None:
            return
        then, refused = partial(self._on_page, question, path.absolute()), partial(self._refuse, path.name)
        self._reading.read(self._theme, f"Reading “{isolated(path.name)}”…", partial(import_file, path), then, refused)

    def _on_page(self, question: Question, path: Path, other: Imported) -> None:
        role = other.role
        if role is None:
            self.told.emit("That page holds no level.")
            return
        meant = level_meant(other, question.page or "")
        if meant is not None:
            self._take_level(question, path, role, meant.id)
        else:
            take = partial(self._take_level, question, path, role)
            self._choose([(plain(level.title), partial(take, level.id)) for level in role.levels])

    def _take_level(self, question: Question, path: Path, other: Role, level: str) -> None:
        line = self._line_of(question.line)
        if line is not None:
            name = f"{isolated(plain(other.level(level).title))} of another page"
            self._draft.say_all(name, [decision_on(line, Says.ELSEWHERE, chosen(path, other, level))])

    def _refuse(self, name: str, error: LadderError) -> None:
        show_trouble(self._window, f"“{isolated(name)}” cannot be read.", error.problems)

    def _lines(self) -> list[AccountLine]:
        return self._source.selected_lines() if self._source is not None else []

    def _line_of(self, number: int) -> AccountLine | None:
        return next((line for line in self._draft.found.account if line.line >= number), None)

    def _on_unfit(self, unfit: int, of: int) -> None:
        rest = "This" if of == 1 else f"For {unfit} of {of} lines, this"
        self.told.emit(f"{rest} changes nothing, or would leave the role without a level or in a circle.")
