"""When a synced folder, Git or an editor changes the file that is open."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.conflicts_dialog import ConflictsDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.file_stamp import file_stamp
from ladder_app.storage.places import data_folder
from ladder_app.storage.versions import Versions
from tests.gui.hands import click, is_saved, pressable, texts

BUDGET, TALENT = "budget-and-resources", "budgets"


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.open_path(sample_file)
    return window


def test_that_what_was_not_edited_here_is_reloaded_quietly(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    assert opened.document is not None
    theirs = opened.document.assessment.rated(BUDGET, Rating(step=4))
    save_assessment(sample_file, theirs)
    qtbot.waitUntil(lambda: opened.document is not None and opened.document.assessment == theirs)
    assert opened.saver is not None
    assert opened.saver.state is SaveState.SAVED
    assert not opened.document.undo_stack.canUndo()  # it is nobody's edit here


def test_that_a_file_of_which_only_the_bytes_or_the_time_changed_is_not_written(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.saver is not None
    text = sample_file.read_bytes() + b"# by hand\n"
    sample_file.write_bytes(text)
    os.utime(sample_file, (1000, 1000))
    stamp = file_stamp(sample_file)
    qtbot.waitUntil(lambda: opened.saver is not None and opened.saver.stamp == stamp)
    assert opened.saver.state is SaveState.SAVED
    assert opened.saver.catch_up(60_000)
    assert (sample_file.read_bytes(), file_stamp(sample_file)) == (text, stamp)


def test_that_edits_of_different_criteria_merge_by_themselves(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    base = opened.document.assessment
    save_assessment(sample_file, base.noted(TALENT, "theirs").rated(TALENT, Rating(step=3)))
    opened.document.rate(BUDGET, Rating(step=4))
    merged = base.noted(TALENT, "theirs").rated(TALENT, Rating(step=3)).rated(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: load_assessment(sample_file) == merged)
    assert opened.document.assessment == merged


def test_that_closing_the_window_merges_what_came_meanwhile(opened: MainWindow, sample_file: Path) -> None:
    assert opened.document is not None
    base = opened.document.assessment
    save_assessment(sample_file, base.rated(TALENT, Rating(step=3)))
    opened.document.rate(BUDGET, Rating(step=4))
    assert opened.close()
    assert load_assessment(sample_file) == base.rated(TALENT, Rating(step=3)).rated(BUDGET, Rating(step=4))


@pytest.mark.parametrize("is_kept", [True, False])
def test_that_both_versions_are_said_to_be_kept_only_where_they_are(
    window: MainWindow, sample_file: Path, qtbot: QtBot, is_kept: bool
) -> None:
    if not is_kept:
        (data_folder() / "versions").write_text("")  # where a folder would have to be made
    window.open_path(sample_file)
    assert window.document is not None
    assert window.opened is not None
    base = window.document.assessment
    said: list[str] = []
    window.opened.reconciler.taken_over.connect(lambda _, more: said.append(more))
    save_assessment(sample_file, base.rated(TALENT, Rating(step=3)))
    qtbot.waitUntil(lambda: bool(said))
    assert ("could not be kept" in said[0]) is not is_kept
    save_assessment(sample_file, base.rated(BUDGET, Rating(step=0)))
    window.document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: window.findChild(ConflictsDialog) is not None)
    dialog = window.findChild(ConflictsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert any("could not be kept" in words for words in texts(dialog)) is not is_kept
    click(pressable(dialog, "Go on with these"))
    assert window.saver is not None
    assert is_saved(window.saver)


@pytest.mark.parametrize(("choice", "step"), [("Mine", 4), ("Theirs", 0)])
def test_that_the_person_decides_where_both_changed_the_same(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, choice: str, step: int
) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    base = opened.document.assessment
    theirs = base.rated(BUDGET, Rating(step=0)).noted(TALENT, "theirs")
    save_assessment(sample_file, theirs)
    opened.document.rate(BUDGET, Rating(step=4))
    mine = opened.document.assessment
    assert not is_saved(opened.saver)
    dialog = opened.findChild(ConflictsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    chosen = next(b for b in dialog.findChildren(QRadioButton) if b.text().startswith(choice))
    chosen.setChecked(True)
    click(pressable(dialog, "Go on with these"))
    QApplication.processEvents()
    assert is_saved(opened.saver)
    saved = load_assessment(sample_file)
    assert saved.cycle.ratings[BUDGET].step == step
    assert saved.cycle.notes[TALENT] == "theirs"
    kept = [version.read() for version in Versions(base.id).newest_first()]
    assert mine in kept
    assert theirs in kept


def test_that_deciding_later_leaves_both_alone(opened: MainWindow, sample_file: Path) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    theirs = opened.document.assessment.rated(BUDGET, Rating(step=0))
    save_assessment(sample_file, theirs)
    opened.document.rate(BUDGET, Rating(step=4))
    assert not is_saved(opened.saver)
    dialog = opened.findChild(ConflictsDialog)
    assert dialog is not None
    click(pressable(dialog, "Decide later"))
    assert opened.saver.state is SaveState.CHANGED_ON_DISK
    assert load_assessment(sample_file) == theirs
    opened.files.settling.resolve()
    dialog = next(d for d in opened.findChildren(ConflictsDialog) if d.isVisible())
    click(pressable(dialog, "Go on with these"))
    assert is_saved(opened.saver)
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
