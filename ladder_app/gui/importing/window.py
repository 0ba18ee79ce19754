"""The import window: the source at the left, the role it comes to at the right, what is asked above them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from ladder_app.domain.history import role_difference
from ladder_app.errors import LadderError
from ladder_app.gui.flow_layout import FlowLayout
from ladder_app.gui.importing.question_panel import QuestionPanel
from ladder_app.gui.importing.role_tree import RoleTree
from ladder_app.gui.importing.source_view import SourceModel, SourceView
from ladder_app.gui.importing.words import SAID, asked, counts, many
from ladder_app.gui.parts import button, rule, text_label
from ladder_app.gui.reading import Reading
from ladder_app.gui.search_field import SearchField
from ladder_app.gui.theme import BODY_PX, BOLD, SEMIBOLD
from ladder_app.gui.trouble import show_trouble
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.renewal import keeping_ids
from ladder_app.importers.result import Place
from ladder_app.markup import plain
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import ROLE_SUFFIX, load_role, save_role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from ladder_app.domain.role import Role
    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.importing.words import Answer, Asked
    from ladder_app.gui.theme import Theme

_USUAL, _SMALLEST = QSize(1240, 760), QSize(760, 520)
_MOST_AT_ONCE = 200
Keys = QKeySequence.StandardKey


class ImportWindow(QMainWindow):
    """Shows an import and changes it as the person says. Nothing is written before they save."""

    start_wanted = Signal(object)
    """The person wants to start an assessment with the role in this `Path`."""
    edit_wanted = Signal(object)
    """The person wants to go on with this `Role` in the role editor."""
    saved = Signal(object)
    """The role is in this `Path` now."""
    columns_wanted = Signal(object)
    """The person wants to say anew which column is what; with this window."""
    closed = Signal(object)
    """This window, closed."""

    def __init__(self, draft: ImportDraft, theme: Theme, *, is_sheet: bool = False) -> None:
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        draft.setParent(self)
        self.draft = draft
        self.saved_to: Path | None = None
        kept = len(draft.decisions)
        hold = "holds" if kept == 1 else "hold"
        words = f"{many(kept, 'decision')} from the last time {hold}; Edit → Start over undoes that."
        self._said = words if kept else ""
        self._reading = Reading(self)
        self._is_sheet = is_sheet
        self.setWindowTitle(f"Import {draft.path.name} – Ladder")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self.model = SourceModel(self)
        self._line_actions: dict[Says, QAction] = {}
        self._menus()
        self.dress(theme)
        draft.changed.connect(self._on_changed)

    @property
    def role(self) -> Role | None:
        """The role as it would be saved: that in use keeps its ids."""
        role = self.draft.found.role
        if role is None or self.draft.earlier is None:
            return role
        return keeping_ids(role, self.draft.earlier)

    def dress(self, theme: Theme) -> None:
        """Make everything in this look."""
        self._theme = theme
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(theme))
        self.questions = QuestionPanel(theme, page)
        self.questions.answered.connect(self._answer)
        self.questions.all_answered.connect(self._answer_all)
        self.questions.shown.connect(self._go_to)
        column.addWidget(self.questions)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(6))
        split.addWidget(self._left(theme))
        split.addWidget(self._right(theme))
        split.setSizes([self.width() * 3 // 5, self.width() * 2 // 5])
        column.addWidget(split, 1)
        column.addWidget(rule())
        column.addWidget(self._foot(theme))
        self.setCentralWidget(page)
        for action in self._line_actions.values():
            self.source.addAction(action)
        self._show()
        self.source.go_to(self.questions.current.line if self.questions.current else 1)
        self.source.setFocus()

    # Parts

    def _head(self, theme: Theme) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = text_label(theme, "", 18, BOLD)
        self._counts = text_label(theme, "", 12, tone="muted")
        words.addWidget(self._title)
        words.addWidget(self._counts)
        row.addLayout(words, 1)
        self.columns_button = self._chip(theme, row, self._ask_columns)
        self.columns_button.setText("Columns…")
        self.columns_button.setVisible(self._is_sheet)
        self._asked_chip = self._chip(theme, row, self.next_question)
        self._suggested_chip = self._chip(theme, row, self.first_suggestion)
        self._unplaced_chip = self._chip(theme, row, self.next_unplaced)
        return head

    def _chip(self, theme: Theme, row: QHBoxLayout, slot: Callable[[], object]) -> QPushButton:
        made = button(theme, "", "chip")
        made.clicked.connect(partial(_without_checked, slot))
        row.addWidget(made)
        return made

    def _left(self, theme: Theme) -> QWidget:
        left = QWidget()
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(8), theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        top = QHBoxLayout()
        top.addWidget(text_label(theme, "Source", BODY_PX, SEMIBOLD, wrap=False))
        self.search_field = SearchField()
        self.search_field.setFont(theme.font())
        self.search_field.setPlaceholderText("Find in the source")
        self.search_field.setAccessibleName("Find in the source")
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self._search_on)
        self.search_field.abandoned.connect(self._back_to_source)
        top.addWidget(self.search_field, 1)
        top.addSpacing(theme.px(8))
        column.addLayout(top)
        self.source = SourceView(theme, self.model, left)
        self.source.lines_selected.connect(self._on_selected)
        column.addWidget(self.source, 1)
        return left

    def _right(self, theme: Theme) -> QWidget:
        right = QWidget()
        right.setObjectName("panel")
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.px(10), theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text_label(theme, "Role", BODY_PX, SEMIBOLD, wrap=False))
        self._difference = text_label(theme, "", 12, tone="accent")
        column.addWidget(self._difference)
        self.tree = RoleTree(theme, right)
        self.tree.chosen.connect(self._show_in_source)
        column.addWidget(self.tree, 1)
        return right

    def _foot(self, theme: Theme) -> QWidget:
        foot = QWidget()
        foot.setObjectName("panel")
        column = QVBoxLayout(foot)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(8))
        row = FlowLayout(theme.px(6), theme.px(6))
        self.line_buttons_by_words: dict[str, QPushButton] = {}
        for says, (words, key) in SAID.items():
            made = button(theme, f"{words}  {key}", "chip")
            made.setAccessibleName(f"The selected lines are: {words}, key {key}")
            made.clicked.connect(partial(_without_checked, partial(self.say, says)))
            self.line_buttons_by_words[words.rstrip("…")] = made
            row.addWidget(made)
        column.addLayout(row)
        last = QHBoxLayout()
        self._word = text_label(theme, "", 12, tone="muted")
        last.addWidget(self._word, 1)
        self.edit_button = button(theme, "Edit the role…")
        self.edit_button.clicked.connect(self._edit)
        self.save_button = button(theme, "Save role…", "primary")
        self.save_button.clicked.connect(self._save_or_start)
        last.addWidget(self.edit_button)
        last.addWidget(self.save_button)
        column.addLayout(last)
        return foot

    def _menus(self) -> None:
        file, edit, line, go = (self.menuBar().addMenu(name) for name in ("&File", "&Edit", "&Line", "&Go"))
        self._add(file, "&Save role…", self.save, Keys.Save)
        self._add(file, "&Edit the role…", self._edit)
        self._add(file, "&Compare with a role…", self._browse_earlier)
        self._add(file, "&Close", self.close, Keys.Close)
        undo = self.draft.undo_stack.createUndoAction(self, "Undo")
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = self.draft.undo_stack.createRedoAction(self, "Redo")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit.addActions([undo, redo])
        self._add(edit, "&Start over", self.draft.start_over)
        edit.addSeparator()
        self._add(edit, "&Find…", self.focus_search, Keys.Find)
        self._add(edit, "Find &next", self._search_on, Keys.FindNext)
        for says, (words, key) in SAID.items():
            action = self._add(line, words, partial(self.say, says), key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._line_actions[says] = action
        self._add(go, "Next &question", self.next_question, "Ctrl+J")
        self._add(go, "First &suggestion", self.first_suggestion, "Ctrl+K")
        self._add(go, "Next &unplaced line", self.next_unplaced, "Ctrl+U")

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], keys: str | Keys = "") -> QAction:
        action = QAction(self)
        action.setText(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(partial(_without_checked, slot))
        menu.addAction(action)
        return action

    # What the person says

    def say(self, says: Says) -> None:
        """Say this about the selected lines; for “extends”, ask of which level."""
        lines = self.source.selected_lines()
        if not lines:
            self._tell("Select a line of the source first.")
        elif len(lines) > _MOST_AT_ONCE:
            self._tell(f"At most {_MOST_AT_ONCE} lines at once; the heading above them says it for all below it.")
        elif says is Says.EXTENDS:
            self._ask_base()
        elif says is Says.SPLIT and len(lines) == 1 and self._ask_where(lines[0].target):
            return
        else:
            self._say(says)

    def _say(self, says: Says, value: str = "") -> None:
        lines = self.source.selected_lines()
        name = SAID[says][0].rstrip("…").casefold()
        named = f"{name} (line {lines[0].line})" if len(lines) == 1 else f"{name} ({len(lines)} lines)"
        fitted = self.draft.say(named, says, lines, value)
        if fitted < len(lines):
            rest = "This" if len(lines) == 1 else f"For {len(lines) - fitted} of {len(lines)} lines, this"
            self._tell(f"{rest} changes nothing, or would leave the role without a level or in a circle.")

    def _ask_base(self) -> None:
        role = self.draft.found.role
        own = self.source.selected_lines()[0].level
        others = [level for level in role.levels if level.id != own] if role else []
        if not others:
            self._tell("There is no other level that it could extend.")
            return
        self._menu_of([(plain(level.title), partial(self._say, Says.EXTENDS, level.id)) for level in others])

    def _ask_where(self, criterion: str | None) -> bool:
        from ladder_app.importers.wordings import ways_to_split

        role = self.draft.found.role
        text = next((c.text for _, _, c in role.criteria() if c.id == criterion), "") if role else ""
        ways = ways_to_split(text)
        if len(ways) < 2:
            return False
        self._menu_of([(f"… | {_short(plain(second))}", partial(self._say, Says.SPLIT, second)) for _, second in ways])
        return True

    def _menu_of(self, entries: list[tuple[str, Callable[[], object]]]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, slot in entries:
            self._add(menu, words.replace("&", "&&"), slot)
        at = self.source.visualRect(self.source.currentIndex()).bottomLeft()
        menu.popup(self.source.viewport().mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])
        self.choices_menu = menu

    def _answer(self, question: Asked, answer: Answer) -> None:
        line = next((line for line in self.draft.found.account if line.line >= question.line), None)
        name = answer.words[:1].casefold() + answer.words[1:]
        if line is not None and not self.draft.say(name, answer.says, [line], answer.value):
            self._tell("That answer does not fit any more.")
            return
        if answer.says is Says.NOTE and line is not None:
            self._settle_rest(line.line)

    def _settle_rest(self, number: int) -> None:
        open_ones = [q for q in self.draft.found.questions if q.line == number]
        line = next(line for line in self.draft.found.account if line.line == number)
        for question in open_ones:
            self.draft.say("question settled", Says.SETTLE, [line], question.asks.value)

    def _answer_all(self, take: bool) -> None:
        lines = {line.line: line for line in self.draft.found.account}
        says = Says.TAKE if take else Says.REFUSE
        wanted = [
            Decision(says, s.line, lines[s.line].text.strip(), s.field)
            for s in dict.fromkeys(self.draft.found.suggestions)
            if s.line in lines
        ]
        self.draft.say_all(f"{'take' if take else 'refuse'} all suggestions", wanted)

    # Where the person is

    def focus_search(self) -> None:
        """Search in the source."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def next_question(self) -> None:
        """Go to the next question."""
        self.questions.go_to_questions()

    def first_suggestion(self) -> None:
        """Go to the suggestions."""
        self.questions.go_to_suggestions()

    def next_unplaced(self) -> None:
        """Go to the next line that went nowhere."""
        if self.source.next_of(Place.UNPLACED):
            self.source.setFocus()
        else:
            self._tell("Every line has its place.")

    def _search(self, words: str) -> None:
        if words and not self.source.search(words):
            self._tell(f"“{words}” is not in the source.")

    def _search_on(self) -> None:
        self.source.search(self.search_field.text(), onward=True)

    def _back_to_source(self) -> None:
        self.source.setFocus()

    def _go_to(self, line: int) -> None:
        self.source.go_to(line)

    def _on_selected(self) -> None:
        lines = self.source.selected_lines()
        if lines:
            self.tree.show_target(lines[-1].target or lines[-1].level)

    def _show_in_source(self, name: str) -> None:
        account = self.draft.found.account
        found = next((a for a in account if a.target == name), None)
        found = found or next((a for a in account if a.level == name), None)
        if found is not None:
            self.source.go_to(found.line)

    # What is shown

    def _on_changed(self) -> None:
        self._said = ""
        self._show()

    def _tell(self, words: str) -> None:
        self._said = words
        self._word.setText(words)

    def _show(self) -> None:
        found, role = self.draft.found, self.role
        self.model.show_account(found)
        self.questions.show_asked(asked(found))
        self._title.setText(plain(role.title) if role else found.name)
        self._counts.setText(counts(found))
        unplaced = sum(1 for _ in found.unplaced())
        for chip, words, count in (
            (self._asked_chip, many(len(found.questions), "question"), len(found.questions)),
            (self._suggested_chip, many(len(found.suggestions), "suggestion"), len(found.suggestions)),
            (self._unplaced_chip, f"{many(unplaced, 'line')} unplaced", unplaced),
        ):
            chip.setText(words)
            chip.setEnabled(count > 0)
        marks: dict[str, str] = {}
        words = ""
        if role is not None and self.draft.earlier is not None:
            difference = role_difference(self.draft.earlier, role)
            marks = {c.id: "new" for c in difference.new} | {r.new.id: "reworded" for r in difference.reworded}
            gone = "".join(f"\n– gone: {_short(plain(c.text))}" for c in difference.gone[:5])
            words = (
                f"Against the role in use: {len(difference.new)} new, {len(difference.reworded)} reworded, "
                f"{len(difference.gone)} gone.{gone}"
                if not difference.is_empty
                else "Every criterion is as in the role in use."
            )
        self._difference.setText(words)
        self._difference.setVisible(bool(words))
        self.tree.show_role(role, marks)
        is_saved = self.saved_to is not None and self.draft.undo_stack.isClean()
        rated = role is not None and any(True for _ in role.criteria())
        self.save_button.setText("Start an assessment" if is_saved else "Save role…")
        self.save_button.setEnabled(rated)
        self.edit_button.setEnabled(role is not None)
        hint = "Every line is listed with where it went; select some and say what they are."
        self._word.setText(self._said or (f"Saved as {self.saved_to}" if is_saved else hint))

    # Saving

    def save(self) -> None:
        """Ask where to, and save the role."""
        from ladder_app.gui.file_choices import ROLES, choose_to_save

        role = self.role
        if role is not None:
            folder = own_roles_folder()
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            choose_to_save(self, "Save the role as", folder / f"{role.id}{ROLE_SUFFIX}", ROLES, self.save_to)

    def save_to(self, path: Path) -> bool:
        """Save the role in this file. Says whether that worked; if not, why is on screen."""
        role = self.role
        if role is None:
            return False
        path = path if path.name.endswith((".yaml", ".yml")) else path.with_name(path.name + ROLE_SUFFIX)
        try:
            save_role(path, role)
        except LadderError as error:
            show_trouble(self, f"“{path.name}” could not be written.", error.problems)
            return False
        self.saved_to = path
        self._remember()
        self.draft.undo_stack.setClean()
        self._on_changed()
        self.saved.emit(path)
        return True

    def _remember(self) -> None:
        """Keep what was decided, for the next time and for a newer page of this role."""
        from ladder_app.importers.remembered import remember_decisions

        try:
            remember_decisions(self.draft.name, self.draft.decisions)
        except LadderError as error:
            show_trouble(self, "What you decided could not be kept for the next time.", error.problems)

    def _save_or_start(self) -> None:
        if self.saved_to is not None and self.draft.undo_stack.isClean():
            self.start_wanted.emit(self.saved_to)
            self.close()
        else:
            self.save()

    def _browse_earlier(self) -> None:
        from ladder_app.gui.file_choices import ROLES, choose_to_open

        choose_to_open(self, "Compare with a role", own_roles_folder(), ROLES, self.compare_with)

    def compare_with(self, path: Path) -> None:
        """The source is a newer state of the role in this file: ids stay, and what is different is shown."""
        refused = partial(self._on_not_compared, path.name)
        words = f"Reading “{path.name}”…"
        self._reading.read(self._theme, words, partial(load_role, path), self.draft.compare_with, refused)

    def _on_not_compared(self, name: str, error: LadderError) -> None:
        show_trouble(self, f"“{name}” cannot be compared with.", error.problems)

    def _ask_columns(self) -> None:
        self.columns_wanted.emit(self)

    def _edit(self) -> None:
        if self.role is not None:
            self.edit_wanted.emit(self.role)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the lines are as high as they will be.
        self.source.doItemsLayout()
        self.source.scrollTo(self.source.currentIndex(), SourceView.ScrollHint.PositionAtCenter)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.draft.undo_stack.count():
            self._remember()
        self._reading.stop()
        super().closeEvent(event)
        self.closed.emit(self)


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69] + "…"


def _without_checked(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
