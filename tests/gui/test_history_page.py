"""Closing a cycle, the marks on what is carried, the History page, and looking back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ladder_app.charts.percent import percent
from ladder_app.domain.entries import Rating
from ladder_app.domain.history import next_cycle
from ladder_app.domain.trend import Movement, movements, trend
from ladder_app.gui.assess_page import AssessPage
from ladder_app.gui.closing import CloseCycleDialog
from ladder_app.gui.document import Document
from ladder_app.gui.history_page import HistoryPage
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import load_assessment
from tests.gui.hands import click, cut_texts, is_saved, press, pressable, texts, write
from tests.gui.staging import TODAY, long_document, sample_document, unrated_document


def shown_page(qtbot: QtBot, theme: Theme, document: Document, size: tuple[int, int] = (1104, 740)) -> HistoryPage:
    page = HistoryPage(document, theme)
    page.resize(*size)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def cell(assess: AssessPage, criterion_id: str, step: int | None) -> QPoint:
    """Where the rating cell of a step lies."""
    rect = assess.view.visualRect(assess.model.index_of(criterion_id))
    delegate = assess.view.itemDelegate()
    places = (QPoint(x, y) for y in range(rect.top(), rect.bottom()) for x in range(rect.left(), rect.right(), 4))
    return next(place for place in places if delegate.cell_at(place, rect) == step) + QPoint(4, 4)  # type: ignore[attr-defined]


def close_by_hand(window: MainWindow) -> None:
    window.dialogs.close_cycle()
    dialog = window.findChild(CloseCycleDialog)
    assert dialog is not None
    click(pressable(dialog, "Close it"))
    QApplication.processEvents()


def test_that_with_one_cycle_the_page_offers_to_close_it(qtbot: QtBot, theme: Theme) -> None:
    page = shown_page(qtbot, theme, unrated_document())
    assert any("is the first cycle" in words for words in texts(page))
    with qtbot.waitSignal(page.close_wanted):
        click(pressable(page, "Close this cycle"))


def test_that_every_figure_of_the_page_is_the_domains(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    page = shown_page(qtbot, theme, document)
    said = "\n".join(texts(page))
    for point in trend(document.assessment):
        assert point.cycle.name in said
        for readiness in point.views.values():
            assert f"{percent(readiness.figures.shown)} · {readiness.figures.met} of" in said
    first, last = document.assessment.cycles
    counts = movements(document.assessment, first, last).counts
    for movement in Movement:
        heading = f"{movement.value.capitalize()} {counts[movement]}"
        assert (heading in texts(page)) == bool(counts[movement])


def test_that_other_cycles_and_views_can_be_compared_and_stay_chosen_while_rating(qtbot: QtBot, theme: Theme) -> None:
    document = sample_document()
    document.adopt(next_cycle(document.assessment, "2027 H1", TODAY), "close")
    page = shown_page(qtbot, theme, document)
    assert page.moves is not None
    page.moves.before.setCurrentIndex(0)
    page.moves.after.setCurrentIndex(1)
    before = page.moves.chosen
    document.rate("budget-and-resources", Rating(step=4))
    assert page.moves.chosen == before
    page.moves.view.setCurrentIndex(1)
    assert "Nothing is rated in either of the two." not in texts(page)
    page.moves.before.setCurrentIndex(2)
    page.moves.after.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "Nothing is rated in either of the two." in texts(page))


def test_that_a_criterion_of_the_list_leads_to_it(qtbot: QtBot, theme: Theme) -> None:
    page = shown_page(qtbot, theme, sample_document())
    with qtbot.waitSignal(page.criterion_activated) as said:
        click(pressable(page, "high-performing"))
    assert said.args == ["high-performing-team"]


@pytest.mark.parametrize("size", [(1104, 740), (700, 500)])
def test_that_nothing_is_cut_with_two_hundred_criteria_and_six_cycles_of_long_names(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    document = long_document()
    assessment = document.assessment
    for place in range(5):
        assessment = next_cycle(assessment, f"سنة {place} " + "after the reorganisation of the department " * 2, TODAY)
    document.adopt(assessment, "close")
    page = shown_page(qtbot, theme, document, size)
    assert cut_texts(page) == []
    inside = page.widget()
    assert inside is not None
    assert inside.width() <= page.viewport().width()


def test_that_closing_is_one_edit_with_a_name_and_reaches_the_file(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    QApplication.processEvents()
    document = window.document
    assert document is not None
    before = document.assessment
    close_by_hand(window)
    assert [cycle.name for cycle in document.assessment.cycles] == ["2026 H1", "2026 H2", "2027 H1"]
    assert document.undo_stack.undoText() == "close 2026 H2"
    assert window.saver is not None
    assert is_saved(window.saver)
    assert load_assessment(sample_file) == document.assessment
    document.undo_stack.undo()
    assert document.assessment == before


def test_that_a_name_that_is_taken_or_empty_cannot_be_given(qtbot: QtBot, theme: Theme) -> None:
    dialog = CloseCycleDialog(sample_document(), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.name.text() == "2027 H1"
    confirm = pressable(dialog, "Close it")
    for name, why in (("2026 h1", "already"), ("  ", "needs a name")):
        dialog.name.setText(name)
        assert not confirm.isEnabled()
        assert any(why in words for words in texts(dialog))
    dialog.name.clear()
    write(dialog.name, "Winter")
    assert confirm.isEnabled()
    dialog.reject()


def test_that_carried_ratings_are_marked_and_filtered_and_a_key_a_click_or_a_rating_takes_the_mark_off(
    window: MainWindow, sample_file: Path
) -> None:
    window.open_path(sample_file)
    QApplication.processEvents()
    close_by_hand(window)
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    assess = workspace.assess
    chip = next(c for c in assess.findChildren(QPushButton) if c.text().startswith("Carried"))
    assert chip.text() == "Carried 20"
    click(chip)
    ids = assess.model.row_keys()
    assert len(ids) == 20
    steps = {name: document.assessment.cycle.ratings[name].step for name in ids}
    window.activateWindow()
    QApplication.processEvents()
    assess.focus_list()
    assess.view.show_key(ids[0])
    press(assess.view, Qt.Key.Key_C)
    assert document.undo_stack.undoText() == "confirm rating"
    assess.view.show_key(ids[1])
    QApplication.processEvents()
    QTest.mouseClick(assess.view.viewport(), Qt.MouseButton.LeftButton, pos=cell(assess, ids[1], steps[ids[1]]))
    assess.view.show_key(ids[2])
    press(assess.view, Qt.Key(Qt.Key.Key_0.value + (steps[ids[2]] or 0)))
    assess.view.show_key(ids[3])
    assess.show_details()
    click(pressable(assess.inspector, "Confirm it"))
    for name in ids[:4]:
        assert document.assessment.cycle.ratings[name] == Rating(step=steps[name])
    assert chip.text() == "Carried 16"
    row = assess.model.data(assess.model.index_of(ids[5]), Qt.ItemDataRole.AccessibleTextRole)
    assert "carried" in row


def test_that_the_filter_for_carried_ratings_is_not_there_without_any(qtbot: QtBot, theme: Theme) -> None:
    page = AssessPage(unrated_document(), theme)
    qtbot.addWidget(page)
    chips = [c for c in page.findChildren(QPushButton) if c.text().startswith(("Carried", "Check again"))]
    assert [c.isVisibleTo(page) for c in chips] == [False, False]


def test_that_an_earlier_cycle_is_looked_at_read_only_with_the_reason_and_a_way_back(
    window: MainWindow, sample_file: Path
) -> None:
    window.open_path(sample_file)
    QApplication.processEvents()
    window.show_page(Page.HISTORY)
    assert window.workspace is not None
    click(pressable(window.workspace.page_widget(Page.HISTORY), "Look at it"))
    document, earlier = window.document, window.workspace
    assert document is not None
    before = document.assessment
    assert any("2026 H1 was closed on 30 Jun 2026" in words for words in texts(earlier))
    assert earlier.document.assessment.cycle == before.cycles[0]
    earlier.assess.view.step_by(0)
    press(earlier.assess.view, Qt.Key.Key_4)
    earlier.assess.add_evidence()
    earlier.document.rate("budget-and-resources", Rating(step=4))
    window.dialogs.close_cycle()
    window.dialogs.edit_profile()
    assert document.assessment is before
    assert earlier.document.assessment.cycle == before.cycles[0]
    window.show_page(Page.READINESS)
    assert window.workspace is earlier
    click(pressable(earlier, "Back to 2026 H2"))
    assert window.workspace.document is document
    assert window.workspace.page is Page.HISTORY
    document.rate("budget-and-resources", Rating(step=4))
    assert document.assessment is not before


def test_that_the_history_page_is_the_way_back_as_well_and_what_is_gone_is_not_looked_at(
    window: MainWindow, sample_file: Path
) -> None:
    window.open_path(sample_file)
    QApplication.processEvents()
    window.stage.look_back(1)  # the one that is being worked on
    assert window.workspace is not None
    assert window.workspace.document is window.document
    window.stage.look_back(0)
    window.show_page(Page.HISTORY)
    assert window.workspace.document is window.document
    window.stage.look_back(0)
    document = window.document
    assert document is not None
    only = document.assessment.model_copy(update={"cycles": document.assessment.cycles[1:]})
    document.put(only.model_copy(update={"role": only.role.model_copy(update={"title": "x"})}), None, revisiting=False)
    assert window.workspace.document is document


def test_that_on_no_page_of_an_earlier_cycle_anything_can_be_changed_or_taken_in(
    window: MainWindow, sample_file: Path, tmp_path: Path
) -> None:
    window.open_path(sample_file)
    document = window.document
    assert document is not None
    close_by_hand(window)
    window.stage.look_back(1)
    before, earlier = document.assessment, window.workspace
    assert earlier is not None
    looked_at = earlier.document.assessment
    for page in Page:
        if page is not Page.HISTORY:
            window.show_page(page)
            QApplication.processEvents()
            words = [b.text() for b in earlier.page_widget(page).findChildren(QAbstractButton) if b.isVisible()]
            assert not [said for said in words if said in ("Add an action…", "Add a value…", "Record it…")], page
    taking = pressable(earlier.page_widget(Page.CONVERSATION), "Take in a review")
    assert not taking.isEnabled()
    window.files.take_review_from(sample_file)
    window.dialogs.log_evidence()
    window.dialogs.close_cycle()
    assert QApplication.activeModalWidget() is None
    assert window.files.plan.write_to(".md", tmp_path / "plan.md")
    assert "budget" in (tmp_path / "plan.md").read_text()
    assert (document.assessment, earlier.document.assessment) == (before, looked_at)
