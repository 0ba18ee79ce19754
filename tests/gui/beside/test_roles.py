"""Roles that are edited, and folders that are shown, on a disk that does not answer."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl  # noqa: TC002
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.role_on_disk import read_for_editing
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.theme import Theme
from ladder_app.storage.roles import find_role, load_role, save_role
from tests.gui.beside.seen import box
from tests.gui.conftest import MakeFar
from tests.gui.far import FrozenFolder, answer, nobody_held, notice
from tests.gui.hands import click, pressable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, frozen: FrozenFolder) -> Iterator[RoleEditor]:
    """A role that was edited, in a folder that takes nothing."""
    frozen.thaw()
    path = frozen.folder / "mine.role.yaml"
    save_role(path, find_role("software-engineer"))
    frozen.freeze()
    made = RoleEditor(read_for_editing(path), theme)
    made.show()
    qtbot.waitExposed(made)
    made.edits.add_level()
    yield made
    if isValid(made):
        qtbot.waitUntil(lambda: made.draft.is_checked)
        made.close_for_good()


def test_that_what_is_edited_while_a_role_is_saved_is_not_called_saved(
    qtbot: QtBot, editor: RoleEditor, frozen: FrozenFolder
) -> None:
    first = editor.draft.role
    with nobody_held():
        editor.files.save()
    notice(qtbot, editor, "Saving “mine.role.yaml”…")
    editor.edits.add_level()
    frozen.thaw()
    qtbot.waitUntil(lambda: not editor.files.pending)
    assert load_role(frozen.folder / "mine.role.yaml") == first
    assert "not saved" in editor.windowTitle()
    editor.draft.undo_stack.undo()
    editor.files.save()
    qtbot.waitUntil(lambda: "not saved" not in editor.windowTitle())


def test_that_closing_a_role_that_is_being_saved_asks(qtbot: QtBot, editor: RoleEditor) -> None:
    editor.files.save()
    notice(qtbot, editor, "Saving")
    assert not editor.close()
    question = box(qtbot, editor)
    assert question.text() == "Saving “mine.role.yaml” is not done yet."
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    click(pressable(question, "Close all the same"))
    qtbot.waitUntil(lambda: not isValid(editor) or not editor.isVisible())


def test_that_a_folder_is_shown_once_its_disk_answers(
    qtbot: QtBot, opened: MainWindow, sample_file: Path, make_far: MakeFar, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = make_far("hangs")
    real = os.path.exists
    shown: list[QUrl] = []

    def hanging(path: object) -> bool:
        if path == sample_file.parent:
            pipe.read_bytes()
        return real(path)  # type: ignore[arg-type]

    monkeypatch.setattr(os.path, "exists", hanging)
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    with nobody_held():
        opened.files.show_in_folder()
    notice(qtbot, opened, "Opening")
    assert not shown
    answer(pipe, "")
    qtbot.waitUntil(lambda: len(shown) == 1)
