from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from ladder_app.gui.choice import Choice
from ladder_app.gui.theme import Theme
from ladder_app.gui.welcome_page import NewAssessment, WelcomePage
from ladder_app.gui.welcome_recent import RecentFile
from ladder_app.gui.welcome_roles import RoleCard
from ladder_app.storage.roles import find_role, save_role, shipped_roles
from ladder_app.storage.settings import Settings
from tests.gui.hands import click, cut_texts, press, pressable, texts, write


def shown_page(qtbot: QtBot, settings: Settings | None = None, percent: int = 100) -> WelcomePage:
    page = WelcomePage(Theme(text_size_percent=percent), settings or Settings(), shipped_roles())
    qtbot.addWidget(page)
    page.resize(1024, 612)
    with qtbot.waitExposed(page):
        page.show()
    return page


def levels(page: WelcomePage) -> tuple[QComboBox, QComboBox]:
    current, target = page.findChildren(Choice)
    return current, target


def test_that_two_clicks_start_for_somebody_who_was_here_before(qtbot: QtBot) -> None:
    page = shown_page(qtbot, Settings(name="Sample Engineer"))
    click(pressable(page, "Engineering Productivity Manager"))
    with qtbot.waitSignal(page.new_wanted) as wanted:
        click(pressable(page, "Start"))
    assert wanted.args == [
        NewAssessment(
            "engineering-productivity-manager", "Sample Engineer", "engineering-manager", "senior-engineering-manager"
        )
    ]


def test_that_the_keyboard_alone_is_enough(qtbot: QtBot) -> None:
    page = shown_page(qtbot)
    press(pressable(page, "Software Engineer"), Qt.Key.Key_Return)
    name = page.findChildren(QLineEdit)[0]
    write(name, "  Sample Engineer ")
    current, target = levels(page)
    press(current, Qt.Key.Key_Down)
    current.activated.emit(current.currentIndex())
    role = find_role("software-engineer")
    assert target.currentData() == role.levels[2].id
    with qtbot.waitSignal(page.new_wanted) as wanted:
        press(name, Qt.Key.Key_Return)
    assert wanted.args == [NewAssessment("software-engineer", "Sample Engineer", role.levels[1].id, role.levels[2].id)]


def test_that_start_waits_for_a_role_and_a_name_and_says_so(qtbot: QtBot) -> None:
    page = shown_page(qtbot)
    start = pressable(page, "Start")
    assert not start.isEnabled()
    assert "Pick a role first." in texts(page)
    click(pressable(page, "Software Engineer"))
    assert not start.isEnabled()
    assert "A name is missing." in texts(page)
    write(page.findChildren(QLineEdit)[0], "Sample Engineer")
    assert start.isEnabled()


def test_that_somebody_new_to_the_role_aims_for_its_first_level(qtbot: QtBot) -> None:
    page = shown_page(qtbot, Settings(name="Sample Engineer"))
    click(pressable(page, "Software Engineer"))
    current, target = levels(page)
    current.setCurrentIndex(current.findText("Not in this role yet"))
    current.activated.emit(0)
    first = find_role("software-engineer").levels[0].id
    assert target.currentData() == first
    with qtbot.waitSignal(page.new_wanted) as wanted:
        click(pressable(page, "Start"))
    assert wanted.args == [NewAssessment("software-engineer", "Sample Engineer", None, first)]


def test_that_a_target_of_ones_own_choice_stays(qtbot: QtBot) -> None:
    page = shown_page(qtbot, Settings(name="Sample Engineer"))
    click(pressable(page, "Software Engineer"))
    current, target = levels(page)
    target.setCurrentIndex(4)
    target.activated.emit(4)
    current.setCurrentIndex(2)
    current.activated.emit(2)
    assert target.currentIndex() == 4


def test_that_a_role_file_of_ones_own_can_be_used(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.role.yaml"
    save_role(path, find_role("software-engineer").model_copy(update={"id": "mine", "title": "My *own* role"}))
    page = shown_page(qtbot, Settings(name="Sample Engineer"))
    page.choose_role_file(path)
    card = page.findChildren(RoleCard)[-1]
    assert card.isChecked()
    assert card.accessibleName() == "My own role"
    with qtbot.waitSignal(page.new_wanted) as wanted:
        click(pressable(page, "Start"))
    assert isinstance(wanted.args[0], NewAssessment)
    assert wanted.args[0].role == str(path)


def test_that_a_broken_role_file_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.role.yaml"
    path.write_text("format: ladder-role/1\nid: broken\ntitel: Broken\n", encoding="utf-8")
    page = shown_page(qtbot)
    page.choose_role_file(path)
    box = page.findChildren(QMessageBox)[0]
    assert box.text() == "“broken.role.yaml” cannot be used."
    assert "titel" in box.informativeText()
    assert len(page.findChildren(RoleCard)) == len(shipped_roles())
    box.close()


def test_that_recent_files_open_and_missing_ones_can_only_be_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "Sample Engineer.assessment.yaml"
    there.write_text("x", encoding="utf-8")
    gone = str(tmp_path / "gone.assessment.yaml")
    page = shown_page(qtbot, Settings(recent_files=(str(there), gone)))
    with qtbot.waitSignal(page.open_wanted) as opened:
        click(pressable(page, "Sample Engineer"))
    assert opened.args == [there]
    missing = pressable(page, "not there any more")
    assert not missing.isEnabled()
    row = page.findChildren(RecentFile)[1]
    with qtbot.waitSignal(page.forget_wanted) as forgotten:
        click(row.findChildren(QToolButton)[0])
    assert forgotten.args == [gone]
    assert not row.isVisible()


def test_that_the_sample_and_other_files_are_one_click_away(qtbot: QtBot) -> None:
    page = shown_page(qtbot)
    with qtbot.waitSignal(page.sample_wanted):
        click(pressable(page, "Look at a sample"))
    with qtbot.waitSignal(page.browse_wanted):
        click(pressable(page, "Open…"))


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_text_is_cut_at_any_text_size(qtbot: QtBot, percent: int) -> None:
    page = shown_page(qtbot, Settings(name="Sample Engineer"), percent)

    def everything_fits() -> None:
        assert cut_texts(page) == []

    qtbot.waitUntil(everything_fits)
