"""Values of performance indicators on the Role page: written as they are, or worked out from a small table."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ladder_app.domain.cycle import IndicatorValue, ProjectRow, SurveyAnswer
from ladder_app.domain.history import next_cycle
from ladder_app.domain.indicators import with_value
from ladder_app.domain.role import PerformanceIndicator
from ladder_app.gui.chart_view import ChartView
from ladder_app.gui.document import Document
from ladder_app.gui.indicator_dialog import IndicatorDialog
from ladder_app.gui.role_indicators import IndicatorsCard
from ladder_app.gui.role_page import RolePage
from ladder_app.gui.rows_table import RowsTable
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.gui.staging import TODAY, sample_document

PROJECTS, SURVEY = "project-completion", "stakeholder-satisfaction"


def indicator(document: Document, name: str) -> PerformanceIndicator:
    return next(p for p in document.assessment.role.performance_indicators if p.id == name)


def dialog_for(
    qtbot: QtBot, theme: Theme, document: Document, name: str, value: IndicatorValue | None = None
) -> IndicatorDialog:
    dialog = IndicatorDialog(document, theme, indicator(document, name), value)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(table: RowsTable, row: int, *cells: str) -> None:
    """Write into the cells of a row as somebody does who types."""
    for column, cell in enumerate(cells):
        if cell:
            table.setCurrentIndex(table.model().index(row, column))
            table.edit(table.currentIndex())
            field = next(made for made in table.findChildren(QLineEdit) if made.isVisible() and made.isEnabled())
            write(field, cell)
            press(field, Qt.Key.Key_Return)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()


def shown_page(qtbot: QtBot, theme: Theme, document: Document, width: int = 848) -> RolePage:
    page = RolePage(document, theme)
    qtbot.addWidget(page)
    page.resize(width, 582)
    with qtbot.waitExposed(page):
        page.show()
    return page


def card(page: RolePage) -> IndicatorsCard:
    found = [made for made in page.findChildren(IndicatorsCard) if made.isVisibleTo(page)]
    return found[-1]


def test_that_the_page_shows_the_values_with_their_trend_and_what_they_follow_from(qtbot: QtBot, theme: Theme) -> None:
    page = shown_page(qtbot, theme, sample_document())
    said = texts(card(page))
    assert "2026 Q3: 88\u00a0%" in said
    assert "14 of 16 projects on time and within budget" in said
    (trend,) = card(page).findChildren(ChartView)
    assert "2026 Q2: 79\u00a0%" in trend.accessibleName()
    assert cut_texts(page) == []


def test_that_projects_are_ticked_in_a_table_and_their_share_is_computed(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    dialog = dialog_for(qtbot, theme, document, PROJECTS)
    assert dialog.period.text() == "2026 Q4"
    assert dialog.project_table.isVisible()
    keep = pressable(dialog, "Keep")
    assert not keep.isEnabled()
    table = dialog.project_table
    for place, (name, on_time, budget) in enumerate((("Runners", True, True), ("Cache", True, False))):
        assert dialog.projects.setData(dialog.projects.index(place, 0), name)
        for column, is_so in ((1, on_time), (2, budget)):
            if is_so:
                table.setCurrentIndex(dialog.projects.index(place, column))
                press(table, Qt.Key.Key_Space)
    assert any(words.replace("\u00a0", " ").startswith("50 % – 1 of 2 projects") for words in texts(dialog))
    dialog.note.setText("A quiet quarter")
    click(keep)
    assert document.undo_stack.undoText() == "add indicator value"
    added = document.assessment.cycle.indicators[-1]
    assert added == IndicatorValue(
        indicator=PROJECTS,
        period="2026 Q4",
        note="A quiet quarter",
        projects=(
            ProjectRow(name="Runners", on_time=True, within_budget=True),
            ProjectRow(name="Cache", on_time=True, within_budget=False),
        ),
    )


def test_that_answers_can_be_pasted_from_a_spreadsheet_and_their_mean_is_computed(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    dialog = dialog_for(qtbot, theme, document, SURVEY)
    QApplication.clipboard().setText("Peer\tHelp\t4\nPeer\tSpeed\t5\n\tSpeed\t3,5\nLead\tHelp\tgood\n")
    QTest.keyClick(dialog.answer_table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "4.2 – mean of three answers by two people" in texts(dialog)
    press(dialog.answer_table, Qt.Key.Key_Delete)
    assert "4.2 – mean of two answers by two people" in texts(dialog)
    click(pressable(dialog, "Keep"))
    assert document.assessment.cycle.indicators[-1].answers == (
        SurveyAnswer(by="Peer", question="Speed", score=5),
        SurveyAnswer(by="Somebody", question="Speed", score=3.5),
    )


def test_that_a_cell_is_typed_into_and_what_is_no_number_is_no_score(qtbot: QtBot, theme: Theme) -> None:
    dialog = dialog_for(qtbot, theme, sample_document(), SURVEY)
    fill(dialog.answer_table, 0, "Peer", "", "4.5")
    assert dialog.answers.rows() == [("Peer", "", 4.5)]
    model = dialog.answers
    for wrong in ("nan", "1e99", "four"):
        assert not model.setData(model.index(0, 2), wrong)
    assert model.setData(model.index(0, 2), "")
    assert not pressable(dialog, "Keep").isEnabled()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Who: Peer"


def test_that_a_plain_value_can_be_written_changed_and_taken_away_again(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    page = shown_page(qtbot, theme, document)
    dialog = dialog_for(qtbot, theme, document, "availability")
    assert not dialog.project_table.isVisible()
    write(dialog.value, "99.95 %")
    click(pressable(dialog, "Keep"))
    QApplication.processEvents()
    assert "2026 Q4: 99.95 %" in texts(card(page))
    value = document.assessment.cycle.indicators[-1]
    again = dialog_for(qtbot, theme, document, "availability", value)
    again.value.setText("99.9 %")
    click(pressable(again, "Keep"))
    assert document.undo_stack.undoText() == "change indicator value"
    QApplication.processEvents()
    click(next(b for b in card(page).findChildren(type(pressable(page, "×"))) if "99.9" in b.accessibleName()))
    assert document.undo_stack.undoText() == "remove indicator value"
    document.undo_stack.undo()
    assert document.assessment.cycle.indicators[-1].value == "99.9 %"


def test_that_the_dialog_grows_with_a_table_to_fill_in(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    dialog = dialog_for(qtbot, theme, document, next(p.id for p in document.assessment.role.performance_indicators))
    for way in range(dialog.way.count()):
        dialog.way.setCurrentIndex(way)
        QApplication.processEvents()
        assert dialog.area.verticalScrollBar().maximum() == 0


def test_that_older_cycles_values_are_in_the_trend_and_cannot_be_changed(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    document.adopt(next_cycle(document.assessment, "2027 H1", TODAY), "close")
    page = shown_page(qtbot, theme, document)
    assert "2026 Q3: 88\u00a0%" in texts(card(page))
    assert not pressable(page, "2026 Q3: 88").isEnabled()
    assert not any("×" in b.text() for b in card(page).findChildren(type(pressable(page, "Add a value"))))


@pytest.mark.parametrize("width", [848, 420])
def test_that_nothing_is_cut_with_many_values_and_long_notes(qtbot: QtBot, theme: Theme, width: int) -> None:
    document = sample_document()
    for place in range(20):
        value = IndicatorValue(indicator=PROJECTS, period=f"Period {place}", value="9" * 30, note="long " * 40)
        document.edit("add indicator value", with_value(document.assessment, value), ())
    page = shown_page(qtbot, theme, document, width)
    assert cut_texts(page) == []
    pressable(card(page), "Show all").click()
    QApplication.processEvents()
    assert any("Period 0:" in words for words in texts(card(page)))


def test_that_a_read_only_document_offers_no_values(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    document.forbid_edits("closed")
    page = shown_page(qtbot, theme, document)
    assert not any("Add a value" in b.text() for b in page.findChildren(type(pressable(page, "88"))))
