"""The conversation on a shared screen: one criterion at a time, with nothing private."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed
from ladder_app.domain.entries import Rating
from ladder_app.gui.conversation_page import ConversationPage
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.presentation import Presentation
from tests.gui.hands import click, press, pressable, texts, write
from tests.gui.staging import unrated_document


@pytest.fixture
def page(window: MainWindow, sample: Assessment) -> ConversationPage:
    window.activateWindow()
    window.show_document(sample, None)
    window.show_page(Page.CONVERSATION)
    assert window.workspace is not None
    assert window.workspace.conversation is not None
    return window.workspace.conversation


@pytest.fixture
def shown(page: ConversationPage, qtbot: QtBot) -> Presentation:
    made = page.present()
    assert made is not None
    qtbot.waitExposed(made)
    made.activateWindow()
    QApplication.processEvents()
    return made


def test_that_arrows_go_through_what_is_listed_and_escape_comes_back_to_it(
    page: ConversationPage, shown: Presentation
) -> None:
    ids = page.model.row_keys()
    assert shown.isFullScreen()
    assert shown.criterion_id == ids[0]
    assert f"1 of {len(ids)}" in texts(shown)
    press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_Left)
    assert shown.criterion_id == ids[1]
    press(shown, Qt.Key.Key_End)
    press(shown, Qt.Key.Key_Right)
    assert shown.criterion_id == ids[-1]
    click(pressable(shown, "Previous"))
    assert shown.criterion_id == ids[-2]
    press(shown, Qt.Key.Key_Escape)
    assert page.current_criterion() == ids[-2]


def test_that_what_is_agreed_is_recorded_there(page: ConversationPage, shown: Presentation, window: MainWindow) -> None:
    document = window.document
    assert document is not None
    name = shown.criterion_id
    before = document.assessment
    press(shown, Qt.Key.Key_2)
    press(shown, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "One more round.")
    press(field, Qt.Key.Key_Escape)
    press(shown, Qt.Key.Key_Right)
    assert document.assessment.cycle.agreed[name] == Agreed(rating=Rating(step=2), text="One more round.")
    press(shown, Qt.Key.Key_Left)
    assert "2 Growing" in texts(shown)
    press(shown, Qt.Key.Key_N)
    press(shown, Qt.Key.Key_Backspace)
    assert document.assessment.cycle.agreed[name] == Agreed(text="One more round.")
    for _ in range(4):
        shown.setFocus()
        press_with_control(shown, Qt.Key.Key_Z)
    assert document.assessment == before
    assert page.model.row(0).agreed == "open"


def press_with_control(widget: Presentation, key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)


def test_that_nothing_private_is_on_it(page: ConversationPage, shown: Presentation, window: MainWindow) -> None:
    assert window.document is not None
    notes = window.document.assessment.cycle.notes
    shown.close()
    page.head.choose(Tab.AGENDA)
    again = page.present()
    assert again is not None
    seen = []
    for _ in page.model.row_keys():
        QApplication.processEvents()
        seen += [label.text() for label in again.findChildren(QLabel)]
        press(again, Qt.Key.Key_Right)
    assert seen
    assert not [note for note in notes.values() if any(note[:30] in words for words in seen)]


def test_that_letters_grow_with_the_screen(shown: Presentation) -> None:
    shown.showNormal()
    shown.resize(800, 500)
    QApplication.processEvents()
    small = max(label.font().pixelSize() for label in shown.findChildren(QLabel))
    shown.resize(1920, 1080)
    QApplication.processEvents()
    assert max(label.font().pixelSize() for label in shown.findChildren(QLabel)) > 2 * small


def test_that_f11_presents_from_any_page(window: MainWindow, sample: Assessment) -> None:
    window.activateWindow()
    window.show_document(sample, None)
    assert window.workspace is not None
    press(window.workspace.assess.view, Qt.Key.Key_F11)
    assert window.workspace.page is Page.CONVERSATION
    found = window.findChild(Presentation)
    assert found is not None
    press(found, Qt.Key.Key_F11)


def test_that_with_nothing_to_talk_about_nothing_is_presented(window: MainWindow) -> None:
    window.show_document(unrated_document().assessment, None)
    window.stage.present()
    assert window.findChild(Presentation) is None
