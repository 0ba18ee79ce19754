from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ladder_app import __version__
from ladder_app.domain.assessment import Experience
from ladder_app.domain.entries import Rating
from ladder_app.gui.about_dialog import AboutDialog
from ladder_app.gui.choice import Choice
from ladder_app.gui.document import Document
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.preferences_dialog import PreferencesDialog
from ladder_app.gui.profile_dialog import ProfileDialog
from ladder_app.gui.shortcuts_dialog import ShortcutsDialog
from ladder_app.gui.theme import Theme
from ladder_app.storage.settings import Settings
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.gui.staging import document_with_everything


def opened(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()


def choice(dialog: QDialog, name: str) -> Choice:
    return next(box for box in dialog.findChildren(Choice) if box.accessibleName() == name)


def field(dialog: QDialog, name: str) -> QLineEdit:
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)


def test_that_preferences_are_given_as_settings(qtbot: QtBot, theme: Theme) -> None:
    dialog = PreferencesDialog(Settings(name="Sample Engineer"), theme)
    opened(qtbot, dialog)
    choice(dialog, "Look").setCurrentIndex(2)
    press(choice(dialog, "Text size"), Qt.Key.Key_End)
    press(choice(dialog, "Paper"), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.settings_changed) as changed:
        click(pressable(dialog, "Apply"))
    assert changed.args == [Settings(name="Sample Engineer", theme="dark", text_size_percent=200, paper="a4")]
    assert not dialog.isVisible()


def test_that_preferences_given_up_change_nothing(qtbot: QtBot, theme: Theme) -> None:
    dialog = PreferencesDialog(Settings(text_size_percent=130), theme)
    opened(qtbot, dialog)
    assert choice(dialog, "Text size").currentData() == 130
    with qtbot.assertNotEmitted(dialog.settings_changed):
        press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_the_profile_changes_as_one_edit(qtbot: QtBot, theme: Theme, document: Document) -> None:
    dialog = ProfileDialog(document, theme)
    opened(qtbot, dialog)
    name = field(dialog, "Name")
    name.selectAll()
    write(name, "Another Sample")
    field(dialog, "Title").clear()
    choice(dialog, "Current level").setCurrentIndex(0)
    leading = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "leading and managing a team")
    press(leading, Qt.Key.Key_Space)
    dates = dialog.findChildren(QDateEdit)
    dates[0].setDate(QDate(2025, 5, 1))
    click(pressable(dialog, "Keep"))
    changed = document.assessment
    assert changed.person.name == "Another Sample"
    assert changed.person.title is None
    assert changed.person.in_role_since == date(2025, 5, 1)
    assert changed.person.experience == (Experience(of="software engineering", since=date(2020, 2, 1)),)
    assert changed.current is None
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.assessment.person.name == "Sample Engineer"


def test_that_a_profile_needs_a_name(qtbot: QtBot, theme: Theme, document: Document) -> None:
    dialog = ProfileDialog(document, theme)
    opened(qtbot, dialog)
    field(dialog, "Name").clear()
    assert not pressable(dialog, "Keep").isEnabled()
    press(dialog, Qt.Key.Key_Escape)
    assert document.undo_stack.count() == 0


def test_that_what_the_role_asks_years_of_is_offered(qtbot: QtBot, theme: Theme) -> None:
    document = document_with_everything()
    dialog = ProfileDialog(document, theme)
    opened(qtbot, dialog)
    baking = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "baking")
    since = dialog.findChildren(QDateEdit)[-1]
    assert not baking.isChecked()
    assert not since.isEnabled()
    press(baking, Qt.Key.Key_Space)
    click(pressable(dialog, "Keep"))
    assert document.assessment.person.experience == (Experience(of="baking", since=date(2025, 11, 23)),)


def test_that_the_shortcuts_are_those_of_the_menus(qtbot: QtBot, window: MainWindow, theme: Theme) -> None:
    window.opening.open_sample()
    assert window.document is not None
    window.document.rate(window.document.level.criteria[0].id, Rating(step=1))
    dialog = ShortcutsDialog(window, theme, has_pages=True)
    opened(qtbot, dialog)
    said = texts(dialog)
    assert {"Evidence: take a suggestion", "Plan: edit, or unfold", "Conversation: talked about"} <= set(said)
    found = set(pairwise(said))
    for words, keys in (("Not applicable", "N"), ("3 Meets", "3"), ("Readiness", "Ctrl+3"), ("Export", "Ctrl+E")):
        assert (words, keys) in found
    for words in ("Undo", "Redo"):
        assert words in said
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_about_says_version_licence_and_places(qtbot: QtBot, theme: Theme, home: Path) -> None:
    dialog = AboutDialog(theme)
    opened(qtbot, dialog)
    said = " ".join(texts(dialog))
    assert f"Version {__version__}" in said
    assert "MIT licence" in said
    # Long words carry invisible places to break at.
    assert str(home) in said.replace("\u200b", "")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_text_of_a_dialog_is_cut(qtbot: QtBot, document: Document, percent: int) -> None:
    look = Theme(text_size_percent=percent)
    for dialog in (AboutDialog(look), PreferencesDialog(Settings(), look), ProfileDialog(document, look)):
        opened(qtbot, dialog)
        assert cut_texts(dialog) == []
