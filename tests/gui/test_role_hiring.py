"""The hiring steps on the Role page: recorded, changed, taken away, and kept when the role loses them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import HiringRecord
from ladder_app.domain.hiring import hiring_steps, with_record
from ladder_app.gui.document import Document
from ladder_app.gui.hiring_dialog import HiringDialog
from ladder_app.gui.role_hiring import HiringCard
from ladder_app.gui.role_page import RolePage
from ladder_app.gui.theme import Theme
from ladder_app.report.sharing import shared
from tests.gui.hands import click, cut_texts, pressable, texts, write
from tests.gui.staging import TODAY, sample_document


def shown_page(qtbot: QtBot, theme: Theme, document: Document, width: int = 848) -> RolePage:
    page = RolePage(document, theme)
    qtbot.addWidget(page)
    page.resize(width, 582)
    with qtbot.waitExposed(page):
        page.show()
    return page


def card(page: RolePage) -> HiringCard:
    return [made for made in page.findChildren(HiringCard) if made.isVisibleTo(page)][-1]


def open_dialog(page: RolePage, words: str) -> HiringDialog:
    pressable(card(page), words).click()
    dialog = [made for made in page.window().findChildren(HiringDialog) if made.isVisible()][-1]
    assert isinstance(dialog, HiringDialog)
    return dialog


def test_that_a_step_is_recorded_changed_and_taken_away_each_as_one_edit(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    first = hiring_steps(document.assessment.role)[0]
    page = shown_page(qtbot, theme, document)
    dialog = open_dialog(page, "Record it")
    write(dialog.with_whom, "Sample Recruiter")
    write(dialog.outcome, "passed")
    click(pressable(dialog, "Keep"))
    QApplication.processEvents()
    assert document.assessment.hiring == (
        HiringRecord(step=first, date=TODAY, with_whom="Sample Recruiter", outcome="passed"),
    )
    assert "23 Nov 2026 · with Sample Recruiter · passed" in texts(card(page))
    assert document.undo_stack.undoText() == "record hiring step"
    again = open_dialog(page, "Change")
    assert again.outcome.text() == "passed"
    again.has_day.setChecked(False)
    again.outcome.clear()
    again.with_whom.clear()
    click(pressable(again, "Keep"))
    QApplication.processEvents()
    assert not document.assessment.hiring
    document.undo_stack.undo()
    QApplication.processEvents()
    assert "23 Nov 2026 · with Sample Recruiter · passed" in texts(card(page))


@pytest.mark.parametrize("width", [848, 420])
def test_that_what_the_role_lost_stays_readable_and_nothing_is_cut(qtbot: QtBot, theme: Theme, width: int) -> None:
    document = sample_document()
    gone = HiringRecord(step="A test " * 60, date=date(2026, 5, 4), with_whom="somebody " * 30, outcome="قيد النظر")
    document.edit("record hiring step", with_record(document.assessment, gone), ())
    page = shown_page(qtbot, theme, document, width)
    said = texts(card(page))
    assert "No longer in the role" in said
    assert any("قيد النظر" in words for words in said)
    assert cut_texts(page) == []


def test_that_a_read_only_document_records_nothing(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    document.forbid_edits("closed")
    page = shown_page(qtbot, theme, document)
    assert not any("Record it" in words for words in texts(page))
    document.edit("record hiring step", with_record(document.assessment, HiringRecord(step="x", outcome="y")), ())
    assert not document.assessment.hiring


def test_that_what_is_recorded_goes_along_with_private_notes_only() -> None:
    document = sample_document()
    document.edit("record hiring step", with_record(document.assessment, HiringRecord(step="x", outcome="y")), ())
    assert shared(document.assessment).hiring == ()
    assert shared(document.assessment, with_notes=True).hiring == document.assessment.hiring
