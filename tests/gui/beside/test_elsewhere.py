"""An assessment that is saved or copied elsewhere, or gets another name, on a disk that does not answer."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment, save_assessment
from tests.gui.beside.seen import BUDGET, rate
from tests.gui.far import FrozenFolder, nobody_held, notice, notices
from tests.gui.hands import click, is_saved, pressable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


def test_that_edits_go_on_while_it_is_saved_elsewhere_and_follow_it_there(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, sample_file: Path
) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    other = frozen.folder / "other.assessment.yaml"
    assert not opened.files.save_to(other)
    notice(qtbot, opened, "Saving")
    rate(opened, 4)
    assert is_saved(opened.saver)
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
    assert opened.windowTitle() == "mine.assessment.yaml – Ladder"
    frozen.thaw()
    qtbot.waitUntil(lambda: opened.windowTitle() == "other.assessment.yaml – Ladder")
    assert opened.document.undo_stack.undoText() == "rating 4"
    qtbot.waitUntil(lambda: opened.saver is not None and opened.saver.state is SaveState.SAVED)
    assert load_assessment(other) == opened.document.assessment
    rate(opened, 2)
    assert is_saved(opened.saver)
    assert load_assessment(other).cycle.ratings[BUDGET].step == 2
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4


def test_that_another_document_is_not_moved_by_what_was_saved_for_the_last(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, tmp_path: Path, sample: Assessment
) -> None:
    next_file = tmp_path / "next.assessment.yaml"
    save_assessment(next_file, sample)
    opened.files.save_to(frozen.folder / "other.assessment.yaml")
    notice(qtbot, opened, "Saving")
    opened.open_path(next_file)
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("next"))
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.waiting == 0)
    QApplication.processEvents()
    assert opened.document is not None
    assert opened.document.path == next_file
    assert opened.windowTitle().startswith("next")
    assert not notices(opened)


def test_that_a_copy_for_the_last_document_is_written_nevertheless(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, tmp_path: Path, sample: Assessment
) -> None:
    next_file = tmp_path / "next.assessment.yaml"
    save_assessment(next_file, sample)
    opened.files.copy_to(frozen.folder / "copy.assessment.yaml")
    notice(qtbot, opened, "Saving a copy")
    opened.open_path(next_file)
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("next"))
    (slow,) = notices(opened)
    under = opened.childAt(slow.geometry().center())
    assert under is not None
    assert slow is under or slow.isAncestorOf(under)
    frozen.thaw()
    notice(qtbot, opened, "A copy is in “copy")
    assert frozen.files() == ["copy.assessment.yaml"]


def test_that_a_file_is_renamed_slowly_and_edits_made_meanwhile_go_to_its_new_name(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.saver is not None
    with nobody_held():
        assert not opened_far.files.renaming.rename_to("yours")
    slow = notice(qtbot, opened_far, "Renaming “mine.assessment.yaml”…")
    rate(opened_far, 4)
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.FAILED)
    assert "does not answer" in opened_far.saver.words
    assert slow.isVisible()
    frozen.thaw()
    qtbot.waitUntil(lambda: opened_far.windowTitle() == "yours.assessment.yaml – Ladder")
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert frozen.files() == ["yours.assessment.yaml"]
    assert load_assessment(frozen.folder / "yours.assessment.yaml").cycle.ratings[BUDGET].step == 4


def test_that_a_renaming_that_is_given_up_leaves_the_name_and_saving_goes_on(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.saver is not None
    opened_far.files.renaming.rename_to("yours")
    click(pressable(notice(qtbot, opened_far, "Renaming"), "Cancel"))
    told = notice(qtbot, opened_far, "Ladder goes on with “mine.assessment.yaml”.")
    assert "an older state may be there under the new name" in told.accessibleName()
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.waiting == 0)
    rate(opened_far, 4)
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 4
    assert opened_far.windowTitle() == "mine.assessment.yaml – Ladder"


def test_that_a_file_whose_last_edits_wait_is_renamed_once_they_are_there(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    with nobody_held():
        opened_far.files.renaming.rename_to("yours")
    notice(qtbot, opened_far, "Saving “mine.assessment.yaml”…")
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.files() == ["yours.assessment.yaml"])
    assert load_assessment(frozen.folder / "yours.assessment.yaml").cycle.ratings[BUDGET].step == 4
