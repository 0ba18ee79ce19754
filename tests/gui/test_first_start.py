"""From the first start to the first rating, readiness and a PDF, as somebody new does it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.readiness_page import ReadinessPage
from ladder_app.gui.welcome_page import WelcomePage
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.settings import Settings, load_settings
from tests.gui.hands import click, press, pressable, texts, write


def test_that_a_new_person_gets_from_welcome_to_a_pdf(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    click(pressable(window, "Engineering Productivity Manager"))
    write(window.findChildren(QLineEdit)[0], "Sample Engineer")
    click(pressable(window, "Start"))
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    assert document.path is not None
    assert (document.assessment.current, document.assessment.target) == (
        "engineering-manager",
        "senior-engineering-manager",
    )
    assert load_settings().name == "Sample Engineer"

    window.show_page(Page.READINESS)
    page = workspace.page_widget(Page.READINESS)
    assert isinstance(page, ReadinessPage)
    qtbot.waitUntil(page.isVisible)
    click(pressable(page, "Rate the first criterion…"))
    assert workspace.page is Page.ASSESS
    press(workspace.assess.view, Qt.Key.Key_1)
    first = document.level.criteria[0].id
    assert document.assessment.cycle.ratings == {first: Rating(step=1)}

    window.show_page(Page.READINESS)
    assert any(text.startswith("Not ready for grade 9 yet.") for text in texts(page))
    click(pressable(page, "Add an action…"))
    assert workspace.page is Page.ASSESS
    assert workspace.assess.current_criterion() == first

    window.dialogs.export()
    dialog = window.findChildren(ExportDialog)[0]
    qtbot.waitUntil(lambda: pressable(dialog, "Save…").isEnabled())
    dialog.save_to(tmp_path / "talk.pdf")
    assert (tmp_path / "talk.pdf").read_bytes().startswith(b"%PDF-")
    dialog.reject()

    window.close()
    assert load_assessment(document.path) == document.assessment


def test_that_the_second_time_takes_two_clicks(qtbot: QtBot, window: MainWindow) -> None:
    window.change_settings(Settings(name="Sample Engineer"))
    window.show_welcome()
    qtbot.waitUntil(window.findChildren(WelcomePage)[-1].isVisible)
    click(pressable(window, "Software Engineer"))
    click(pressable(window, "Start"))
    assert window.document is not None
    assert window.workspace is not None
    press(window.workspace.assess.view, Qt.Key.Key_3)
    assert len(window.document.assessment.cycle.ratings) == 1
