"""A recent file that is gone: the last version kept of it opens from the welcome page, in no file."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.versions import last_version_of
from tests.gui.far import answer, make_pipe, nobody_held, notice, notices
from tests.gui.hands import click, cut_texts, is_saved, press, pressable, texts

BUDGET = "budget-and-resources"
OFFER = "Open the last kept version, from "


@pytest.fixture
def welcomed(qtbot: QtBot, window: MainWindow, sample_file: Path) -> MainWindow:
    """A window back on the welcome page; its last file has been edited in it, and is gone."""
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.saver is not None
    window.document.rate(BUDGET, Rating(step=4))
    assert is_saved(window.saver)
    window.close_document()
    sample_file.unlink()
    window.show_welcome()
    qtbot.waitUntil(lambda: OFFER in pressable(window, "mine").text())
    return window


def test_that_the_last_version_of_a_file_that_is_gone_opens_in_no_file_and_says_what_to_do(
    qtbot: QtBot, welcomed: MainWindow, sample_file: Path, sample: Assessment
) -> None:
    offered = pressable(welcomed, OFFER)
    qtbot.waitUntil(offered.isVisible)
    assert offered.isEnabled()
    assert offered.accessibleName().startswith("mine, not there any more. ")
    assert not cut_texts(welcomed)
    press(offered, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: welcomed.document is not None)
    document, saver = welcomed.document, welcomed.saver
    assert document is not None
    assert saver is not None
    assert document.assessment == sample.rated(BUDGET, Rating(step=4))
    assert (document.path, document.origin) == (None, sample_file.name)
    assert saver.state is SaveState.NOT_KEPT
    said = notice(qtbot, welcomed, "as it was saved on").accessibleName()
    assert "This is “mine.assessment.yaml”" in said
    assert "Save as" in said
    qtbot.waitUntil(lambda: pressable(welcomed, "Save as…").isEnabled())
    document.rate(BUDGET, Rating(step=1))
    assert not sample_file.exists()
    kept = last_version_of(sample_file)
    assert kept is not None
    assert kept.read().cycle.ratings[BUDGET].step == 4
    welcomed.files.save_to(sample_file)
    qtbot.waitUntil(lambda: document.path == sample_file)
    assert load_assessment(sample_file) == document.assessment


def test_that_what_is_open_is_asked_about_before(qtbot: QtBot, welcomed: MainWindow, sample: Assessment) -> None:
    kept = last_version_of(Path(welcomed.settings.recent_files[0]))
    assert kept is not None
    opened = welcomed.show_document(sample, None)
    opened.document.rate(BUDGET, Rating(step=0))
    welcomed.opening.kept.open(kept)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in welcomed.findChildren(QMessageBox)))
    assert welcomed.document is opened.document
    click(pressable(welcomed, "Leave without them"))
    assert welcomed.document is not opened.document


def test_that_a_version_that_cannot_be_read_is_explained(qtbot: QtBot, welcomed: MainWindow, sample_file: Path) -> None:
    kept = last_version_of(sample_file)
    assert kept is not None
    kept.file.write_text("format: nothing\n", encoding="utf-8")
    click(pressable(welcomed, OFFER))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in welcomed.findChildren(QMessageBox)))
    (box,) = welcomed.findChildren(QMessageBox)
    assert box.text() == "The last kept version cannot be opened."
    assert welcomed.document is None
    box.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")
@pytest.mark.usefixtures("impatient")
def test_that_a_version_whose_disk_does_not_answer_can_be_given_up(
    qtbot: QtBot, welcomed: MainWindow, sample_file: Path
) -> None:
    kept = last_version_of(sample_file)
    assert kept is not None
    make_pipe(kept.file)
    with nobody_held():
        click(pressable(welcomed, OFFER))
    click(pressable(notice(qtbot, welcomed, "Opening what was saved"), "Cancel"))
    answer(kept.file, "")
    assert not notices(welcomed)
    assert welcomed.document is None
    assert "Go on with" in texts(welcomed)


def test_that_a_file_that_is_there_is_opened_itself(qtbot: QtBot, welcomed: MainWindow, sample_file: Path) -> None:
    kept = last_version_of(sample_file)
    assert kept is not None
    sample_file.write_text(kept.text(), encoding="utf-8")
    welcomed.show_welcome()
    qtbot.waitUntil(lambda: pressable(welcomed, "mine").isEnabled())
    click(pressable(welcomed, "mine"))
    qtbot.waitUntil(lambda: welcomed.document is not None)
    assert welcomed.document is not None
    assert welcomed.document.path == sample_file
