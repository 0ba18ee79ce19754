"""The menus of the import window."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ladder_app.gui.importing.question_panel import MOST_KEYS, answer_keys
from ladder_app.gui.importing.words import SAID
from ladder_app.gui.slots import bare
from ladder_app.importers.decisions import Says

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from ladder_app.gui.importing.draft import ImportDraft
    from ladder_app.gui.importing.window import ImportWindow
Keys = QKeySequence.StandardKey


class ImportMenus(QObject):
    """Every command with its key. Those about lines work where the lines are: letters can be written elsewhere."""

    def __init__(self, window: ImportWindow, draft: ImportDraft) -> None:
        super().__init__(window)
        self._window = window
        self._draft = draft
        bar = window.menuBar()
        file, edit, line, go, about = (bar.addMenu(name) for name in ("&File", "&Edit", "&Line", "&Go", "&Help"))
        self._add(file, "&Save role…", window.save, Keys.Save)
        self._start = self._add(file, "S&tart an assessment", window.start, "Ctrl+Return")
        self._add(file, "&Edit the role…", window.edit_role)
        self._add(file, "&Compare with a role…", window.browse_earlier)
        self._none = self._add(file, "Compare with &none", partial(draft.compare_with, None))
        self._add(file, "&Close", window.close, Keys.Close)
        self._undo = self._add(edit, "Undo", draft.undo, "Ctrl+Z")
        self._redo = self._add(edit, "Redo", draft.redo, "Ctrl+Shift+Z")
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._over = self._add(edit, "&Start over", draft.start_over)
        edit.addSeparator()
        self._add(edit, "&Title of the role…", window.naming.ask_title, "Ctrl+T")
        self._add(edit, "Name of the &level…", window.naming.ask_level, "F2")
        edit.addSeparator()
        self._add(edit, "&Find…", window.focus_search, Keys.Find)
        self._add(edit, "Find &next", window.search_on, Keys.FindNext)
        self.line_actions: dict[Says, QAction] = {}
        for says, (words, key) in SAID.items():
            action = self._add(line, words, partial(window.say, says), key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.line_actions[says] = action
        self._answers = self._made_answers(go)
        self._add(go, "Next &question", window.next_question, "Ctrl+J")
        self._add(go, "First &suggestion", window.first_suggestion, "Ctrl+K")
        self._add(go, "Next &unplaced line", window.next_unplaced, "Ctrl+U")
        self._next = self._add(go, "Next &difference", window.next_difference, "Ctrl+D")
        self._add(about, "Keyboard shortcuts", window.show_shortcuts, "F1")
        draft.busy_changed.connect(self._show)
        draft.changed.connect(self._show)
        self._show()

    def _made_answers(self, go: QMenu) -> list[QAction]:
        """An entry for each answer to what is asked; they say what it is when the menu is opened."""
        menu = go.addMenu("&Answer what is asked")
        self._answering = menu.menuAction()
        answer = self._window.answer
        made = [self._add(menu, "", partial(answer, n), answer_keys(n)) for n in range(1, MOST_KEYS + 1)]
        menu.aboutToShow.connect(self._name_answers)
        return made

    def _name_answers(self) -> None:
        ways = self._window.questions.ways
        for action, words in zip_longest(self._answers, ways[:MOST_KEYS], fillvalue=""):
            if isinstance(action, QAction):
                action.setText(words.replace("&", "&&"))
                action.setVisible(bool(words))

    def _show(self) -> None:
        stack, is_busy = self._draft.undo_stack, self._draft.is_busy
        for action, word, name, can in (
            (self._undo, "Undo", stack.undoText(), stack.canUndo()),
            (self._redo, "Redo", stack.redoText(), stack.canRedo()),
        ):
            action.setText(f"{word} {name}".strip().replace("&", "&&"))
            # What is said and not worked out yet can be taken back already.
            action.setEnabled(can or is_busy)
        is_decided = any(decision.says is not Says.COMPARED for decision in self._draft.decisions)
        self._over.setEnabled(is_decided or stack.canUndo() or is_busy)
        role = self._draft.now.role
        self._start.setEnabled(role is not None and any(True for _ in role.criteria()))
        for action in (self._none, self._next):
            action.setEnabled(self._draft.now.earlier is not None)
        self._answering.setEnabled(bool(self._draft.now.asked))

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], keys: str | Keys | QKeySequence = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(bare(slot))
        menu.addAction(action)
        return action
