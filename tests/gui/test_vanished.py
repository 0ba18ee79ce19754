"""When the open file is taken away, or taken over by another window, and when that ends."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui import saver as saver_module
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.lock import DocumentLock
from ladder_app.storage.recovery import leftovers
from tests.gui.hands import click, is_saved, pressable, texts

BUDGET, TALENT = "budget-and-resources", "budgets"


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.open_path(sample_file)
    assert window.opened is not None
    assert window.opened.wait()
    return window


@pytest.fixture
def other(sample_file: Path) -> Iterator[DocumentLock]:
    """Another Ladder, which can take the file over."""
    life = Life()
    yield DocumentLock(sample_file, life)
    life.end()


def state_of(window: MainWindow) -> SaveState:
    assert window.saver is not None
    return window.saver.state


def step_in(path: Path) -> int | None:
    return load_assessment(path).cycle.ratings[BUDGET].step


def said(window: MainWindow) -> str:
    assert window.workspace is not None
    return " ".join(texts(window.workspace.status_bar))


def rate(window: MainWindow, step: int) -> None:
    assert window.document is not None
    window.document.rate(BUDGET, Rating(step=step))


def test_that_a_file_that_is_gone_is_said_and_written_again_by_itself(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    rate(opened, 4)
    qtbot.waitUntil(lambda: state_of(opened) is SaveState.SAVED)
    sample_file.unlink()
    qtbot.waitUntil(lambda: "The file is gone" in said(opened))
    qtbot.waitUntil(sample_file.exists)
    qtbot.waitUntil(lambda: "The file was gone and has been written again" in said(opened))
    assert step_in(sample_file) == 4
    rate(opened, 3)
    qtbot.waitUntil(lambda: "All changes saved" in said(opened))
    sample_file.unlink()
    qtbot.waitUntil(lambda: "The file is gone" in said(opened))


def test_that_closing_right_after_the_file_went_leaves_it_written(opened: MainWindow, sample_file: Path) -> None:
    sample_file.unlink()
    assert opened.close()
    assert step_in(sample_file) == 1


def test_that_a_file_that_comes_back_by_itself_is_no_question(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "_AGAIN_MS", 60_000)
    away = sample_file.with_name("away")
    sample_file.rename(away)
    qtbot.waitUntil(lambda: state_of(opened) is SaveState.GONE)
    away.rename(sample_file)
    qtbot.waitUntil(lambda: state_of(opened) is SaveState.SAVED)


def test_that_with_its_folder_gone_too_it_is_kept_for_the_next_start_and_written_once_the_folder_is_back(
    window: MainWindow, tmp_path: Path, sample_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "_AGAIN_MS", 10)
    monkeypatch.setattr(saver_module, "_RETRY_MS", 200)
    stick = tmp_path / "stick"
    stick.mkdir()
    path = sample_file.rename(stick / sample_file.name)
    window.open_path(path)
    shutil.rmtree(stick)
    qtbot.waitUntil(lambda: state_of(window) is SaveState.FAILED)
    assert "folder" in said(window)
    assert "kept for the next start" in said(window)
    window.close()
    question = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    assert pressable(question, "Leave them for the next start")
    question.close()
    stick.mkdir()
    qtbot.waitUntil(lambda: state_of(window) is SaveState.SAVED)
    assert step_in(path) == 1
    path.unlink()
    qtbot.waitUntil(lambda: state_of(window) is SaveState.GONE)


def test_that_a_file_taken_over_is_never_written_over_and_the_last_edit_is_kept(
    opened: MainWindow, sample_file: Path, other: DocumentLock
) -> None:
    before = sample_file.read_bytes()
    other.take_over()
    rate(opened, 4)
    assert opened.saver is not None
    is_saved(opened.saver)
    assert sample_file.read_bytes() == before
    assert "taken over by another window" in said(opened)
    assert opened.close()
    (left,) = leftovers().restorable
    assert left.assessment.cycle.ratings[BUDGET].step == 4


def test_that_a_file_taken_over_is_followed_and_edited_again_once_it_is_free(
    opened: MainWindow, sample_file: Path, other: DocumentLock, qtbot: QtBot
) -> None:
    other.take_over()
    qtbot.waitUntil(lambda: "taken over by another window" in said(opened))
    save_assessment(sample_file, load_assessment(sample_file).rated(BUDGET, Rating(step=3)))
    qtbot.waitUntil(lambda: opened.document is not None and opened.document.cycle.ratings[BUDGET].step == 3)
    rate(opened, 2)
    assert step_in(sample_file) == 3
    other.release()
    qtbot.waitUntil(lambda: "the other window has closed the file" in said(opened))
    assert opened.workspace is not None
    click(pressable(opened.workspace.status_bar, "Edit here again"))
    rate(opened, 2)
    qtbot.waitUntil(lambda: step_in(sample_file) == 2)
    qtbot.waitUntil(lambda: state_of(opened) is SaveState.SAVED)


def test_that_what_was_not_written_when_it_was_taken_over_is_brought_together_with_what_came(
    opened: MainWindow, sample_file: Path, other: DocumentLock, qtbot: QtBot
) -> None:
    theirs = load_assessment(sample_file).noted(TALENT, "theirs")
    other.take_over()
    rate(opened, 4)
    assert opened.saver is not None
    is_saved(opened.saver)
    save_assessment(sample_file, theirs)
    other.release()
    qtbot.waitUntil(lambda: "the other window has closed the file" in said(opened))
    assert opened.workspace is not None
    click(pressable(opened.workspace.status_bar, "Edit here again"))
    qtbot.waitUntil(lambda: load_assessment(sample_file) == theirs.rated(BUDGET, Rating(step=4)))


def test_that_what_is_only_looked_at_follows_its_file(
    window: MainWindow, sample_file: Path, other: DocumentLock, qtbot: QtBot
) -> None:
    other.take_over()
    window.open_path(sample_file)
    question = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    click(pressable(question, "Open read only"))
    save_assessment(sample_file, load_assessment(sample_file).rated(BUDGET, Rating(step=3)))
    qtbot.waitUntil(lambda: window.document is not None and window.document.cycle.ratings[BUDGET].step == 3)
    assert "Read only: open since" in said(window)
    other.release()
    qtbot.waitUntil(lambda: "the other window has closed the file" in said(window))
