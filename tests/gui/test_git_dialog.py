"""Taking commits as evidence, with real repositories."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_app.gui.document import Document
from ladder_app.gui.git_dialog import GitDialog
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, press
from tests.importers.test_git_log import ME, OTHER, commit, git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.email", ME.address)
    commit(folder, "Before the cycle", "2026-05-01")
    for day in range(1, 5):
        commit(folder, f"Step {day}", f"2026-08-0{day}")
        commit(folder, f"Other {day}", f"2026-08-0{day}", OTHER)
    return folder


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, document: Document, repository: Path) -> GitDialog:
    made = GitDialog(document, theme, repository)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_that_commits_are_chosen_with_space_and_known_again(dialog: GitDialog, document: Document) -> None:
    assert dialog.author.currentText() == str(ME)
    assert dialog.model.rowCount() == 4
    before = len(document.assessment.cycle.evidence)
    press(dialog.view, Qt.Key.Key_Space)
    press(dialog.view, Qt.Key.Key_Down)
    press(dialog.view, Qt.Key.Key_Space)
    assert dialog.count.text() == "Two commits chosen"
    press(dialog.view, Qt.Key.Key_Return)
    assert [entry.text for entry in document.assessment.cycle.evidence[before:]] == ["Step 4", "Step 3"]
    assert document.undo_stack.undoText() == "add 2 entries"
    assert dialog.isVisible()
    first = dialog.model.index(0)
    assert dialog.model.is_taken(dialog.model.commit(first))
    dialog.model.toggle(first)
    assert not dialog.model.chosen
    assert dialog.model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "logged already, Step 4, 4 Aug 2026"


def test_that_several_become_one_entry(dialog: GitDialog, document: Document) -> None:
    for place in (1, 3):
        dialog.model.toggle(dialog.model.index(place))
    click(dialog.as_one)
    dialog.add()
    entry = document.assessment.cycle.evidence[-1]
    assert entry.text == "Step 3\nStep 1"
    assert len(entry.sources) == 2
    assert document.undo_stack.undoText() == "add evidence"


def test_that_another_author_and_another_day_are_read(dialog: GitDialog, qtbot: QtBot) -> None:
    dialog.author.setCurrentIndex(1)
    dialog.author.activated.emit(1)
    assert dialog.model.data(dialog.model.index(0)) == "Other 4"
    dialog.since.setDate(dialog.since.date().addYears(-1))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 5)
    assert not dialog.progress.isVisible()


def test_that_what_cannot_be_read_is_said(qtbot: QtBot, theme: Theme, document: Document, tmp_path: Path) -> None:
    made = GitDialog(document, theme, tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "in no Git repository" in made.words.text())
    assert not made.stop.isVisible()


def test_that_reading_is_stopped(dialog: GitDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ladder_app.importers.git_log._TELL_EVERY", 1)
    dialog.read()
    click(dialog.stop)
    qtbot.waitUntil(lambda: not dialog.progress.isVisible())
    assert dialog.words.text().startswith("Stopped") or dialog.model.rowCount()
