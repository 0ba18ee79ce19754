"""Leaving a window whose disk does not answer: what waits, what is asked, and what is left for the next start."""

import os

import pytest
from pytestqt.qtbot import QtBot

from ladder_app.gui.fields import TextField
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.recovery import leftovers
from tests.gui.beside.seen import BUDGET, box, choose, rate
from tests.gui.far import FrozenFolder, nobody_held, notice
from tests.gui.hands import click, pressable, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


def test_that_closing_waits_for_the_last_edits_beside_the_window_and_closes_then(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    with nobody_held():
        assert not opened_far.close()
    notice(qtbot, opened_far, "Saving “mine.assessment.yaml”…")
    assert opened_far.isVisible()
    frozen.thaw()
    qtbot.waitUntil(lambda: not opened_far.isVisible())
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 4
    assert not leftovers().restorable


def test_that_what_is_typed_while_closing_waits_is_saved_before_it_closes(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    assert not opened_far.close()
    notice(qtbot, opened_far, "Saving")
    assert opened_far.workspace is not None
    opened_far.workspace.assess.go_to(BUDGET)
    inspector = opened_far.workspace.assess.inspector
    note = next(field for field in inspector.findChildren(TextField) if field.accessibleName() == "Note to yourself")
    note.clear()
    write(note, "One more word")
    frozen.thaw()
    qtbot.waitUntil(lambda: not opened_far.isVisible())
    cycle = load_assessment(frozen.folder / "mine.assessment.yaml").cycle
    assert (cycle.ratings[BUDGET].step, cycle.notes[BUDGET]) == (4, "One more word")


def test_that_edits_made_while_closing_saves_elsewhere_are_saved_there_before_it_closes(
    qtbot: QtBot, window: MainWindow, frozen: FrozenFolder
) -> None:
    window.opening.open_sample()
    rate(window, 4)
    assert not window.close()
    click(pressable(box(qtbot, window), "Save as…"))
    choose(qtbot, window, frozen.folder / "mine.assessment.yaml")
    notice(qtbot, window, "Saving “mine.assessment.yaml”…")
    rate(window, 2)
    frozen.thaw()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 2


def test_that_cancel_keeps_the_window_open(qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder) -> None:
    rate(opened_far, 4)
    opened_far.close()
    click(pressable(notice(qtbot, opened_far, "Saving"), "Cancel"))
    frozen.thaw()
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert opened_far.isVisible()


def test_that_what_a_disk_does_not_take_is_left_for_the_next_start(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    opened_far.close()
    question = box(qtbot, opened_far)
    assert question.text() == "Your last changes are not on disk."
    assert "does not answer" in question.informativeText()
    click(pressable(question, "Leave them for the next start"))
    assert not opened_far.isVisible()
    (found,) = leftovers().restorable
    assert found.path == frozen.folder / "mine.assessment.yaml"
    assert found.assessment.cycle.ratings[BUDGET].step == 4


def test_that_a_window_whose_edits_are_saved_closes_at_once_though_its_disk_went_away(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.opened is not None
    opened_far.opened.say_still_here()
    qtbot.waitUntil(lambda: frozen.waiting > 0)
    with nobody_held():
        assert opened_far.close()
    frozen.thaw()
    qtbot.waitUntil(lambda: not list(frozen.folder.glob(".ladder-*.lock")))


def test_that_closing_says_what_would_not_be_written(qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder) -> None:
    opened.files.copy_to(frozen.folder / "copy.assessment.yaml")
    notice(qtbot, opened, "Saving a copy")
    assert not opened.close()
    question = box(qtbot, opened)
    assert question.text() == "Saving a copy as “copy.assessment.yaml” is not done yet."
    click(pressable(question, "Close all the same"))
    assert not opened.isVisible()
