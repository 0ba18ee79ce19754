"""The window as a person uses it: from the welcome page to a rated file, with the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.settings import Settings, load_settings
from tests.gui.hands import is_saved


def action(window: MainWindow, text: str) -> QAction:
    return next(a for a in window.findChildren(QAction) if a.text().replace("&", "").rstrip("…") == text)


def rate(window: MainWindow, step: int) -> None:
    assert window.workspace is not None
    window.workspace.assess.rate_current(Rating(step=step))


def box(window: MainWindow) -> QMessageBox:
    return next(b for b in window.findChildren(QMessageBox) if b.isVisible())


def press(window: MainWindow, text: str) -> None:
    button = next(b for b in box(window).findChildren(QPushButton) if b.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_that_a_file_opens_on_the_assess_page(window: MainWindow, sample_file: Path) -> None:
    assert window.open_path(sample_file)
    assert window.workspace is not None
    assert window.workspace.page is Page.ASSESS
    assert window.windowTitle() == "mine.assessment.yaml – Ladder"
    assert load_settings().recent_files == (str(sample_file),)


def test_that_rating_everything_needs_only_the_keyboard(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    assert window.workspace is not None
    assert window.document is not None
    view = window.workspace.assess.view
    window.activateWindow()
    view.setFocus()
    for _ in window.workspace.assess.model.row_keys():
        QTest.keyClick(view, Qt.Key.Key_4)
        QTest.keyClick(view, Qt.Key.Key_J)
    ratings = window.document.assessment.cycle.ratings
    assert all(ratings[name] == Rating(step=4) for name in window.document.target.by_id)
    assert window.document.readiness.verdict.word == "ready"
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    last = window.workspace.assess.model.row_keys()[-1]
    assert last not in window.document.assessment.cycle.ratings
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.assessment.cycle.ratings[last] == Rating(step=4)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert last not in window.document.assessment.cycle.ratings


def test_that_every_edit_is_on_disk_when_the_window_closes(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    rate(window, 0)
    assert window.document is not None
    expected = window.document.assessment
    assert window.close()
    assert load_assessment(sample_file) == expected


def test_that_undo_names_what_it_undoes(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    rate(window, 0)
    assert "Undo rating 0" in [a.text() for a in window.findChildren(QAction)]


def test_that_the_pages_change_by_keys_and_rating_keys_rest_elsewhere(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    assert window.workspace is not None
    assert action(window, "3 Meets").isEnabled()
    for page in Page:
        action(window, page.value).trigger()
        assert window.workspace.page is page
    assert not action(window, "3 Meets").isEnabled()
    assert action(window, "Readiness").shortcut().toString() == "Ctrl+3"


def test_that_a_broken_file_is_explained_and_the_open_one_stays(
    window: MainWindow, sample_file: Path, tmp_path: Path
) -> None:
    window.open_path(sample_file)
    document = window.document
    broken = tmp_path / "broken.assessment.yaml"
    broken.write_text("format: ladder-assessment/1\npersn: {name: X}\n", encoding="utf-8")
    assert not window.open_path(broken)
    assert "broken.assessment.yaml" in box(window).text()
    assert "Line 2" in box(window).informativeText()
    assert window.document is document
    box(window).close()


def test_that_a_file_dropped_on_the_window_opens(window: MainWindow, sample_file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample_file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    assert window.document is not None
    assert window.document.path == sample_file
    refused = QMimeData()
    refused.setUrls([QUrl("https://example.com/x.yaml")])
    enter = QDragEnterEvent(QPoint(5, 5), copy, refused, left, none)
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_that_the_sample_is_left_without_a_question_unless_it_was_changed(window: MainWindow) -> None:
    window.opening.open_sample()
    window.close_document()
    assert window.document is None
    window.opening.open_sample()
    rate(window, 0)
    window.close_document()
    assert window.document is not None
    assert "in no file yet" in box(window).text()
    press(window, "Leave without them")
    assert window.document is None


def test_that_closing_the_changed_sample_asks_and_save_as_keeps_it(window: MainWindow, tmp_path: Path) -> None:
    window.opening.open_sample()
    rate(window, 0)
    assert not window.close()
    press(window, "Cancel")
    assert window.isVisible()
    assert window.files.save_to(tmp_path / "kept")
    assert window.document is not None
    assert load_assessment(tmp_path / "kept.assessment.yaml") == window.document.assessment
    assert window.close()


@pytest.mark.parametrize("choice", ["Go on with mine", "Go on with the other"])
def test_that_a_file_that_was_broken_by_another_program_is_asked_about(
    window: MainWindow, sample_file: Path, choice: str
) -> None:
    window.open_path(sample_file)
    assert window.document is not None
    broken = "format: ladder-assessment/2\nnot: an assessment\n"
    sample_file.write_text(broken, encoding="utf-8")
    rate(window, 0)
    mine = window.document.assessment
    assert window.saver is not None
    assert not is_saved(window.saver)
    assert window.saver.state is SaveState.CHANGED_ON_DISK
    window.files.settling.resolve()
    press(window, choice)
    kept = list(sample_file.parent.glob("mine (*"))
    assert len(kept) == 1
    if choice == "Go on with mine":
        assert is_saved(window.saver)
        assert load_assessment(sample_file) == mine
        assert kept[0].read_text(encoding="utf-8") == broken
    else:
        assert load_assessment(kept[0]) == mine
        assert sample_file.read_text(encoding="utf-8") == broken
    box(window).close() if choice != "Go on with mine" else None


def test_that_another_look_keeps_the_place(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    assert window.workspace is not None
    window.workspace.assess.go_to("budget-and-resources")
    window.dress(Theme(dark=True, text_size_percent=150))
    assert window.workspace.assess.current_criterion() == "budget-and-resources"
    window.show_page(Page.READINESS)
    window.dress(Theme())
    assert window.workspace.page is Page.READINESS


def test_that_text_size_is_kept_between_its_bounds(window: MainWindow) -> None:
    for _ in range(15):
        window.dialogs.change_text_size(10)
    assert window.settings.text_size_percent == 200
    assert load_settings().text_size_percent == 200
    for _ in range(15):
        window.dialogs.change_text_size(-10)
    assert window.settings.text_size_percent == 100


def test_that_the_window_opens_where_and_as_large_as_it_was(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(770, 600)
    window.close()
    again = MainWindow(window.settings, theme)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (770, 600)


@pytest.mark.parametrize(("percent", "smallest"), [(100, (760, 480)), (150, (892, 560)), (200, (1024, 640))])
def test_that_larger_text_keeps_the_window_large_enough_for_it(
    window: MainWindow, percent: int, smallest: tuple[int, int]
) -> None:
    screen = window.screen().availableGeometry()
    window.dress(Theme(text_size_percent=percent))
    window.resize(1, 1)
    expected = (min(smallest[0], screen.width()), min(smallest[1], screen.height()))
    assert (window.width(), window.height()) == expected


def test_that_the_first_window_fits_the_screen_with_its_frame(qtbot: QtBot, theme: Theme) -> None:
    made = MainWindow(Settings(), theme)
    qtbot.addWidget(made)
    room = made.screen().availableGeometry().size()
    assert made.width() < room.width()
    assert made.height() < room.height()
    made.life.end()
