"""The role editor's menus and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from ladder_app.domain.role import Kind
from ladder_app.gui.slots import bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from ladder_app.gui.role_editor.window import RoleEditor

Keys = QKeySequence.StandardKey


def add_menus(editor: RoleEditor) -> list[QAction]:
    """Give the editor its menus; gives what the tree's own menu has of them."""
    file, edit = editor.menuBar().addMenu("&File"), editor.menuBar().addMenu("&Edit")
    add = partial(_add, editor, file)
    add("&Save", editor.files.save, Keys.Save)
    add("Save &as…", editor.files.save_as, "Ctrl+Shift+S")
    file.addSeparator()
    add("Start an &assessment with this role", editor.start_assessment)
    file.addSeparator()
    add("&Close", editor.close, Keys.Close)
    undo = editor.draft.undo_stack.createUndoAction(editor, "Undo")
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    redo = editor.draft.undo_stack.createRedoAction(editor, "Redo")
    redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    edit.addAction(undo)
    edit.addAction(redo)
    edit.addSeparator()
    known = len(edit.actions())
    add = partial(_add, editor, edit)
    add("Add a &responsibility", partial(editor.edits.add_criterion, Kind.RESPONSIBILITY), "Ctrl+N")
    add("Add a re&quirement", partial(editor.edits.add_criterion, Kind.REQUIREMENT), "Ctrl+Shift+N")
    add("Add a &level", editor.edits.add_level, "Ctrl+L")
    edit.addSeparator()
    add("Move &up (Alt+Up in the tree)", partial(editor.edits.step, -1))
    add("Move &down (Alt+Down in the tree)", partial(editor.edits.step, 1))
    add("To the level &before (Alt+Left in the tree)", partial(editor.edits.aside, -1))
    add("To the level a&fter (Alt+Right in the tree)", partial(editor.edits.aside, 1))
    add("Re&move (Delete in the tree)", editor.edits.remove)
    of_tree = edit.actions()[known:]
    edit.addSeparator()
    add("To the &tree", editor.focus_tree, "Esc")
    add("&Next fault or warning", editor.go_to_next_remark, "F8")
    return of_tree


def _add(editor: RoleEditor, menu: QMenu, words: str, slot: Callable[[], object], keys: str | Keys = "") -> None:
    entry = QAction(words, editor)
    if keys:
        entry.setShortcut(QKeySequence(keys))
    entry.triggered.connect(bare(slot))
    menu.addAction(entry)
