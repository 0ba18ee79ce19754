"""Killed, opened twice, renamed, reverted, gone wrong: nothing is lost and nothing is hidden."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.accidents import Accidents, tell_accident
from ladder_app.gui.application import look_after
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.restoring import RestoreDialog
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.versions_dialog import VersionsDialog
from ladder_app.storage.assessments import load_assessment, sample_assessment, save_assessment
from ladder_app.storage.crash_log import log_file
from ladder_app.storage.life import Life
from ladder_app.storage.lock import DocumentLock
from ladder_app.storage.places import data_folder
from ladder_app.storage.recovery import Recovery, leftovers
from tests.gui.hands import click, is_saved, pressable, texts, write

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

BUDGET = "budget-and-resources"


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.open_path(sample_file)
    return window


def box(window: MainWindow) -> QMessageBox:
    return next(b for b in window.findChildren(QMessageBox) if b.isVisible())


def left_behind(path: Path | None) -> None:
    """An earlier Ladder ended without bringing an edit into the file."""
    life = Life()
    before = sample_assessment() if path is None else load_assessment(path)
    Recovery(life, path).keep(before.rated(BUDGET, Rating(step=4)))
    life.end()


def fail() -> None:
    raise IndexError


def test_that_a_killed_ladders_edits_are_offered_by_name_and_restored(window: MainWindow, sample_file: Path) -> None:
    left_behind(sample_file)
    window.opening.offer_leftovers(leftovers())
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    assert "mine.assessment.yaml" in texts(dialog)
    assert dialog.focusWidget() is pressable(dialog, "Restore")
    click(pressable(dialog, "Restore"))
    assert window.document is not None
    assert window.document.assessment.cycle.ratings[BUDGET].step == 4
    assert window.document.undo_stack.undoText() == "restore unsaved edits"
    assert window.saver is not None
    assert is_saved(window.saver)
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
    assert not leftovers().restorable


def test_that_of_several_that_were_left_each_is_restored_without_another_start(
    window: MainWindow, sample_file: Path, tmp_path: Path
) -> None:
    another = tmp_path / "another.assessment.yaml"
    save_assessment(another, sample_assessment())
    left_behind(another)
    left_behind(sample_file)
    window.opening.offer_leftovers(leftovers())
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    for path in (sample_file, another):
        click(pressable(dialog, "Restore"))
        assert window.document is not None
        assert window.document.path == path
        assert window.document.assessment.cycle.ratings[BUDGET].step == 4
        assert dialog.isVisible() is (path == sample_file)
    assert window.saver is not None
    assert is_saved(window.saver)
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
    assert load_assessment(another).cycle.ratings[BUDGET].step == 4
    assert not leftovers().restorable


def test_that_what_was_in_no_file_is_restored_and_asked_about(window: MainWindow) -> None:
    left_behind(None)
    window.opening.offer_leftovers(leftovers())
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    click(pressable(dialog, "Restore"))
    assert window.document is not None
    assert window.document.assessment.cycle.ratings[BUDGET].step == 4
    window.close_document()
    assert "in no file yet" in box(window).text()
    box(window).close()


def test_that_nothing_is_asked_where_all_was_saved(window: MainWindow, sample_file: Path) -> None:
    left_behind(sample_file)
    save_assessment(sample_file, load_assessment(sample_file).rated(BUDGET, Rating(step=4)))
    window.opening.offer_leftovers(leftovers())
    assert window.findChild(RestoreDialog) is None


def test_that_discarded_edits_are_gone_and_later_asks_again(window: MainWindow, sample_file: Path) -> None:
    left_behind(sample_file)
    window.opening.offer_leftovers(leftovers())
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    click(pressable(dialog, "Later"))
    assert len(leftovers().restorable) == 1
    window.opening.offer_leftovers(leftovers())
    dialog = next(d for d in window.findChildren(RestoreDialog) if d.isVisible())
    click(pressable(dialog, "Discard"))
    assert not leftovers().restorable


@pytest.fixture
def elsewhere(sample_file: Path) -> Iterator[DocumentLock]:
    """The same file is open in another Ladder."""
    life = Life()
    lock = DocumentLock(sample_file, life)
    assert lock.take() is None
    yield lock
    lock.release()
    life.end()


@pytest.mark.usefixtures("elsewhere")
def test_that_a_file_open_elsewhere_can_be_looked_at_but_not_changed(window: MainWindow, sample_file: Path) -> None:
    assert not window.open_path(sample_file)
    question = box(window)
    assert "already open" in question.text()
    assert "open since" in question.informativeText()
    click(pressable(question, "Open read only"))
    assert window.document is not None
    before = window.document.assessment
    window.document.rate(BUDGET, Rating(step=4))
    assert window.document.assessment is before
    assert window.saver is not None
    assert window.saver.state is SaveState.READ_ONLY
    assert "Read only: open since" in window.saver.words
    assert window.close()


def test_that_a_file_can_be_taken_over(window: MainWindow, sample_file: Path, elsewhere: DocumentLock) -> None:
    window.open_path(sample_file)
    click(pressable(box(window), "Take it over"))
    assert window.document is not None
    assert not window.document.read_only
    assert not elsewhere.still_here()


def test_that_the_lock_of_a_dead_process_is_no_question(window: MainWindow, sample_file: Path) -> None:
    life = Life()
    DocumentLock(sample_file, life).take()
    life.end()
    assert window.open_path(sample_file)


def test_that_a_window_whose_file_was_taken_over_stops_writing(opened: MainWindow, sample_file: Path) -> None:
    life = Life()
    DocumentLock(sample_file, life).take_over()
    assert opened.opened is not None
    opened.opened.wait()
    opened.opened.say_still_here()
    opened.opened.wait()
    assert opened.document is not None
    assert opened.document.read_only == "taken over by another window"
    life.end()


def test_that_a_file_is_renamed_and_its_old_name_gone(opened: MainWindow, sample_file: Path) -> None:
    assert opened.document is not None
    opened.document.rate(BUDGET, Rating(step=4))
    assert opened.files.renaming.rename_to("Übung 🪜")
    renamed = sample_file.with_name("Übung 🪜.assessment.yaml")
    assert not sample_file.exists()
    assert load_assessment(renamed) == opened.document.assessment
    assert opened.windowTitle().startswith("Übung 🪜")
    opened.document.rate(BUDGET, Rating(step=2))
    assert opened.saver is not None
    assert is_saved(opened.saver)
    assert load_assessment(renamed).cycle.ratings[BUDGET].step == 2
    assert opened.settings.recent_files == (str(renamed),)


@pytest.mark.parametrize("name", ["taken.assessment.yaml", "a/b.assessment.yaml", "n" * 300])
def test_that_a_name_that_cannot_be_is_refused_in_words(opened: MainWindow, sample_file: Path, name: str) -> None:
    sample_file.with_name("taken.assessment.yaml").write_text("other", encoding="utf-8")
    assert not opened.files.renaming.rename_to(name)
    assert "keeps its name" in box(opened).text()
    assert sample_file.exists()
    box(opened).close()


@pytest.mark.parametrize("name", ["🪜 Übung 👩‍💻", "n" * (255 - len(".assessment.yaml")), "ä" * 119])
def test_that_any_name_will_do_that_the_disk_takes(opened: MainWindow, tmp_path: Path, name: str) -> None:
    assert opened.files.save_to(tmp_path / name)
    path = tmp_path / f"{name}.assessment.yaml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert opened.document is not None
    opened.document.rate(BUDGET, Rating(step=4))
    opened.close_document()
    assert opened.open_path(path)
    assert opened.document.assessment.cycle.ratings[BUDGET].step == 4


def test_that_saving_under_a_name_that_is_too_long_is_refused_in_words(opened: MainWindow, sample_file: Path) -> None:
    assert not opened.files.save_to(sample_file.with_name("n" * 300))
    assert "too long" in box(opened).informativeText()
    box(opened).close()
    assert opened.document is not None
    assert opened.document.path == sample_file
    opened.document.rate(BUDGET, Rating(step=4))
    assert opened.saver is not None
    assert is_saved(opened.saver)


def test_that_its_folder_is_shown(opened: MainWindow, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    opened.files.show_in_folder()
    assert [Path(url.toLocalFile()) for url in shown] == [sample_file.parent]


def test_that_a_copy_leaves_the_document_where_it_is(opened: MainWindow, tmp_path: Path, sample_file: Path) -> None:
    assert opened.files.copy_to(tmp_path / "copy")
    assert opened.document is not None
    assert opened.document.path == sample_file
    assert load_assessment(tmp_path / "copy.assessment.yaml") == opened.document.assessment


def test_that_an_earlier_version_is_looked_at_and_taken(opened: MainWindow) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    assert opened.opened is not None
    assert opened.opened.wait()
    earlier = opened.document.assessment
    opened.document.rate(BUDGET, Rating(step=0))
    assert is_saved(opened.saver)
    opened.files.reverting.begin()
    dialog = opened.findChild(VersionsDialog)
    assert dialog is not None
    versions = dialog.findChild(QListWidget)
    assert versions is not None
    assert versions.count() == 2
    assert "Just as it is now." in texts(dialog)
    assert not pressable(dialog, "Revert to this").isEnabled()
    versions.setCurrentRow(1)
    QApplication.processEvents()
    assert any("1 Starting, now 0 Not yet" in text for text in texts(dialog))
    click(pressable(dialog, "Revert to this"))
    assert opened.document.assessment == earlier
    opened.document.undo_stack.undo()
    assert opened.document.assessment.cycle.ratings[BUDGET].step == 0


def test_that_an_unexpected_error_saves_first_then_tells_without_anything_personal(
    opened: MainWindow, sample_file: Path
) -> None:
    accidents = Accidents(opened.secure, opened)
    accidents.happened.connect(partial(tell_accident, opened))
    assert opened.document is not None
    opened.document.rate(BUDGET, Rating(step=4))
    accidents.take(ValueError("Sample Engineer's secret"))
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
    told = box(opened)
    assert "in safety" in told.informativeText()
    click(pressable(told, "Copy details"))
    copied = QGuiApplication.clipboard().text()
    assert "builtins.ValueError" in copied
    assert "secret" not in copied + log_file().read_text(encoding="utf-8")
    assert opened.isVisible()
    told.close()


def test_that_an_error_in_a_thread_is_told_too(opened: MainWindow, qtbot: QtBot) -> None:
    import threading

    accidents = Accidents(opened.secure, opened)
    accidents.happened.connect(partial(tell_accident, opened))
    hooks = sys.excepthook, threading.excepthook
    accidents.watch()
    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: any(b.isVisible() for b in opened.findChildren(QMessageBox)))
    finally:
        sys.excepthook, threading.excepthook = hooks
    box(opened).close()


def test_that_a_start_tidies_away_what_ladders_that_ended_long_ago_left(
    qtbot: QtBot, window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Accidents, "watch", lambda _: None)
    folder = data_folder() / "running"
    left = folder / "0123456789abcdef01234567.lock"
    left.write_bytes(b"")
    os.utime(left, (1, 1))
    look_after(qapp, window)
    qtbot.waitUntil(lambda: not left.exists())
    assert list(folder.glob("*.lock"))


def test_that_the_ending_stays_when_the_name_is_typed_over(opened: MainWindow) -> None:
    opened.files.renaming.rename()
    dialog = opened.findChild(QInputDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert line.selectedText() == "mine"
    write(line, "yours")
    assert line.text() == "yours.assessment.yaml"
    dialog.reject()
