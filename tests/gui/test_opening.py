"""Files on a disk that does not answer: the window goes on, says so, and lets the person give up."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui import saver as saver_module
from ladder_app.gui.file_work import write_file
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.theme import Theme
from ladder_app.gui.welcome_page import WelcomePage
from ladder_app.gui.welcome_recent import RecentFile
from ladder_app.storage import recovery as recovery_module
from ladder_app.storage.assessments import assessment_text, load_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.lock import DocumentLock
from ladder_app.storage.recovery import Recovery, Restorable, leftovers
from ladder_app.storage.settings import Settings
from tests.gui.conftest import MakeFar
from tests.gui.far import answer, notice
from tests.gui.hands import click, is_saved, pressable, texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")

BUDGET = "budget-and-resources"
NAMES = ("far.assessment.yaml", "far.role.yaml", "far.pdf", "far")


@pytest.mark.parametrize("name", NAMES)
def test_that_a_file_whose_disk_does_not_answer_leaves_the_window_as_it_is(
    qtbot: QtBot, window: MainWindow, sample_file: Path, make_far: MakeFar, name: str
) -> None:
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    document = window.document
    assert not window.open_path(make_far(name))
    said = notice(qtbot, window)
    assert f"Opening “{name}”…" in texts(said)
    assert window.document is document
    assert document is not None
    document.rate(BUDGET, Rating(step=4))
    assert window.saver is not None
    assert is_saved(window.saver)
    click(pressable(said, "Cancel"))
    assert not said.isVisible()
    assert not window.opening.reading.is_busy
    assert window.document is document


def test_that_what_answers_late_opens_all_the_same(
    qtbot: QtBot, window: MainWindow, make_far: MakeFar, sample: Assessment
) -> None:
    far = make_far()
    window.open_path(far)
    notice(qtbot, window)
    answer(far, assessment_text(sample))
    qtbot.waitUntil(lambda: window.document is not None and window.document.assessment == sample)
    assert window.opening.reading.notice is None
    assert window.settings.recent_files == (str(far),)


def test_that_what_is_refused_late_is_explained(qtbot: QtBot, window: MainWindow, make_far: MakeFar) -> None:
    far = make_far()
    window.open_path(far)
    notice(qtbot, window)
    answer(far, "format: ladder-assessment/2\nnot: one\n")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert box.text() == "“far.assessment.yaml” cannot be opened."
    box.close()


def test_that_another_file_can_be_opened_meanwhile(
    qtbot: QtBot, window: MainWindow, make_far: MakeFar, sample_file: Path, sample: Assessment
) -> None:
    far = make_far()
    window.open_path(far)
    notice(qtbot, window)
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.opening.reading.notice is None
    answer(far, assessment_text(sample.rated(BUDGET, Rating(step=4))))
    QApplication.processEvents()
    assert window.document is not None
    assert window.document.path == sample_file


@pytest.fixture
def at_start(qtbot: QtBot, theme: Theme) -> Iterator[MainWindow]:
    """A window that nothing has been shown in."""
    made = MainWindow(Settings(), theme)
    qtbot.addWidget(made)
    yield made
    made.life.end()


def test_that_a_start_on_such_a_file_says_so_and_cancel_leads_to_the_welcome_page(
    qtbot: QtBot, at_start: MainWindow, make_far: MakeFar
) -> None:
    at_start.show_first(make_far())
    at_start.show()
    said = notice(qtbot, at_start)
    assert at_start.centralWidget() is None
    assert at_start.rect().contains(said.geometry())
    at_start.resize(at_start.minimumSize())
    assert at_start.rect().contains(said.geometry())
    assert not any(button.isHidden() for button in said.findChildren(QToolButton))
    click(pressable(said, "Cancel"))
    assert isinstance(at_start.centralWidget(), WelcomePage)


def test_that_the_window_closes_while_a_file_is_waited_for(qtbot: QtBot, window: MainWindow, make_far: MakeFar) -> None:
    window.open_path(make_far())
    notice(qtbot, window)
    assert window.close()
    assert not window.opening.reading.is_busy


PROGRAM = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from ladder_app.gui.application import start

application, window = start(Path(sys.argv[1]))
QTimer.singleShot(0, window.close)
sys.exit(application.exec())
"""


def test_that_the_program_ends_while_a_file_is_waited_for(make_far: MakeFar) -> None:
    command = [sys.executable, "-c", PROGRAM, str(make_far())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("impatient")
def test_that_the_note_of_who_has_it_open_is_not_waited_for(
    qtbot: QtBot, window: MainWindow, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    real = DocumentLock.take_over

    def hanging(lock: DocumentLock) -> None:
        answers.wait()
        real(lock)

    monkeypatch.setattr(DocumentLock, "take_over", hanging)
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    assert not list(sample_file.parent.glob(".ladder-*.lock"))
    window.close_document()
    assert window.document is None
    answers.set()


@pytest.mark.parametrize("gives_up", [True, False])
def test_that_what_was_left_of_such_a_file_is_offered_and_restored_nevertheless(
    qtbot: QtBot,
    window: MainWindow,
    make_far: MakeFar,
    sample: Assessment,
    monkeypatch: pytest.MonkeyPatch,
    gives_up: bool,
) -> None:
    monkeypatch.setattr(recovery_module, "_PATIENCE_S", 0.05)
    far = make_far()
    life = Life()
    Recovery(life, far).keep(sample.rated(BUDGET, Rating(step=4)))
    life.end()
    (found,) = leftovers().restorable
    assert found.path == far
    window.opening.restore(found)
    said = notice(qtbot, window)
    if gives_up:
        click(pressable(said, "Cancel"))
    else:
        answer(far, "no assessment")
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.document.path is None
    assert window.document.assessment.cycle.ratings[BUDGET].step == 4
    assert window.windowTitle() == "far.assessment.yaml – Ladder"


def test_that_what_is_edited_while_something_is_restored_is_saved_before_it_is_shown(
    qtbot: QtBot, window: MainWindow, sample_file: Path, make_far: MakeFar, sample: Assessment
) -> None:
    far = make_far()
    found = Restorable(far.with_name("kept"), far, datetime.now(UTC), None, sample.rated(BUDGET, Rating(step=4)))
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    window.opening.restore(found)
    notice(qtbot, window)
    assert window.document is not None
    window.document.rate(BUDGET, Rating(step=3))
    answer(far, assessment_text(sample))
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == far)
    assert window.document.undo_stack.undoText() == "restore unsaved edits"
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 3


@pytest.mark.usefixtures("impatient")
def test_that_recent_files_do_not_keep_the_welcome_page_waiting(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    real = os.path.isfile

    def hanging(path: str) -> bool:
        if path.endswith("far.assessment.yaml"):
            answers.wait()
            return False
        return real(path)

    monkeypatch.setattr(os.path, "isfile", hanging)
    there = tmp_path / "there.assessment.yaml"
    there.write_bytes(b"")
    window.change_settings(Settings(recent_files=(str(tmp_path / "far.assessment.yaml"), str(there))))
    window.show_welcome()
    far = window.findChildren(RecentFile)[-2]
    assert pressable(far, "far").isEnabled()
    answers.set()
    qtbot.waitUntil(lambda: not pressable(far, "far").isEnabled())
    assert "not there any more" in pressable(far, "far").accessibleName()
    assert pressable(window.findChildren(RecentFile)[-1], "there").isEnabled()


def test_that_an_edit_that_a_disk_keeps_waiting_is_said_and_can_be_saved_elsewhere(
    qtbot: QtBot, window: MainWindow, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    real = write_file

    def hanging(path: Path, *rest: object) -> object:
        if path == sample_file:
            answers.wait()
        return real(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(saver_module, "write_file", hanging)
    monkeypatch.setattr(saver_module, "_ANSWERS_WITHIN_MS", 300)
    window.open_path(sample_file)
    assert window.document is not None
    assert window.saver is not None
    saver = window.saver
    window.document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: saver.state is SaveState.FAILED)
    assert "does not answer" in saver.words
    assert "kept for the next start" in saver.words
    kept = tmp_path / "kept.assessment.yaml"
    assert window.files.save_to(kept)
    assert load_assessment(kept) == window.document.assessment
    assert saver.state is SaveState.SAVED
    answers.set()
    window.document.rate(BUDGET, Rating(step=2))
    assert is_saved(saver)
    assert load_assessment(kept).cycle.ratings[BUDGET].step == 2
