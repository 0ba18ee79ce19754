from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.chart_view import BarView, ChartView
from ladder_app.gui.document import Document
from ladder_app.gui.readiness_gaps import GapButton
from ladder_app.gui.readiness_lists import CriterionButton
from ladder_app.gui.readiness_page import ReadinessPage
from ladder_app.gui.scroll_page import Sheet
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, cut_texts, press, pressable, texts
from tests.gui.staging import (
    document_with_everything,
    document_without_criteria,
    long_document,
    sample_document,
    unrated_document,
)


def shown_page(qtbot: QtBot, document: Document, percent: int = 100) -> ReadinessPage:
    page = ReadinessPage(document, Theme(text_size_percent=percent))
    qtbot.addWidget(page)
    page.resize(848, 582)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def sample(qtbot: QtBot) -> Iterator[ReadinessPage]:
    document = sample_document()
    yield shown_page(qtbot, document)
    document.deleteLater()


def test_that_the_page_says_the_verdict_and_the_current_level(sample: ReadinessPage) -> None:
    said = texts(sample)
    assert said[0] == "Readiness for Senior Engineering Manager, Engineering Productivity, grade 9"
    assert said[1].startswith("Not ready for grade 9 yet.")
    assert any(text.startswith("current grade 8: ") for text in said)


def test_that_every_section_and_area_has_a_bar_with_a_name(sample: ReadinessPage) -> None:
    names = [bar.accessibleName() for bar in sample.findChildren(BarView)]
    assert len(names) == 7
    assert names[0].startswith("Responsibilities, new at grade 9: ")
    assert "rated" in sample.findChildren(ChartView)[0].accessibleName()


def test_that_gaps_are_listed_in_order_with_what_each_takes(sample: ReadinessPage) -> None:
    gaps = sample.findChildren(GapButton)
    assert [gap.accessibleName().split(":")[0] for gap in gaps] == [f"Gap {n}" for n in range(1, 7)]
    assert "two steps to Meets" in gaps[0].accessibleDescription()
    assert "no evidence yet" in gaps[0].accessibleDescription()
    assert pressable(gaps[0], "Action due 15 Mar 2027")
    assert pressable(sample, "Met on 1 Feb 2028")


def test_that_a_click_on_a_gap_goes_to_its_criterion(qtbot: QtBot, sample: ReadinessPage) -> None:
    gap = sample.findChildren(GapButton)[0]
    with qtbot.waitSignal(sample.criterion_activated) as went:
        click(gap)
    assert went.args == ["budget-and-resources"]


def test_that_a_gap_can_be_opened_from_the_keyboard(qtbot: QtBot, sample: ReadinessPage) -> None:
    gap = sample.findChildren(GapButton)[1]
    gap.setFocus()
    with qtbot.waitSignal(sample.criterion_activated) as went:
        press(gap, Qt.Key.Key_Return)
    assert went.args == ["budgets"]


def test_that_a_gap_without_an_action_offers_one(qtbot: QtBot, sample: ReadinessPage) -> None:
    with qtbot.waitSignal(sample.action_wanted) as wanted:
        click(pressable(sample, "Add an action…"))
    assert wanted.args == ["budgets"]


def test_that_a_gap_with_an_action_leads_to_it(qtbot: QtBot, sample: ReadinessPage) -> None:
    with qtbot.waitSignal(sample.criterion_activated) as went:
        click(pressable(sample, "Action due 15 Mar 2027"))
    assert went.args == ["budget-and-resources"]


def test_that_the_sum_is_shown_when_asked_for_and_stays_open(sample: ReadinessPage) -> None:
    assert not any("shown = 100" in text for text in texts(sample))
    click(pressable(sample, "How is this computed?"))
    assert any("shown = 100" in text for text in texts(sample))
    sample._document.rate("budgets", Rating(step=2))
    assert any("shown = 100" in text for text in texts(sample))
    click(pressable(sample, "How is this computed?"))
    assert not any("shown = 100" in text for text in texts(sample))


def test_that_unrated_and_unevidenced_criteria_are_listed(qtbot: QtBot, sample: ReadinessPage) -> None:
    assert "Still unrated – four" in texts(sample)
    assert "Met, but no evidence yet – four" in texts(sample)
    row = sample.findChildren(CriterionButton)[0]
    with qtbot.waitSignal(sample.criterion_activated) as went:
        click(row)
    assert went.args == ["performance-reviews-for-managers"]


def test_that_nothing_rated_invites_to_the_first_rating(qtbot: QtBot) -> None:
    page = shown_page(qtbot, unrated_document())
    assert "Nothing is rated yet" in texts(page)
    assert not page.findChildren(ChartView)
    with qtbot.waitSignal(page.criterion_activated) as went:
        click(pressable(page, "Rate the first criterion…"))
    assert went.args == ["high-performing-team"]


def test_that_plus_and_not_applicable_stand_beside_the_sum_and_texts_stay_texts(qtbot: QtBot) -> None:
    said = texts(shown_page(qtbot, document_with_everything()))
    assert "A plus – one" in said
    assert "Not applicable – one" in said
    assert "We bake by day" in said
    assert "Bakes bread & <i>rolls</i>." in said
    assert "Ovens & <b>heat</b>" in said


def test_that_a_hidden_page_waits_with_its_work(qtbot: QtBot) -> None:
    document = sample_document()
    page = shown_page(qtbot, document)
    before = page.widget()
    page.hide()
    document.rate("budgets", Rating(step=3))
    assert page.widget() is before
    page.show()
    assert page.widget() is not before
    assert "Gap 6" not in [gap.accessibleName().split(":")[0] for gap in page.findChildren(GapButton)]


def test_that_a_page_that_is_looked_at_follows_every_change(qtbot: QtBot) -> None:
    document = unrated_document()
    page = shown_page(qtbot, document)
    document.rate("overall-strategy", Rating(step=0))
    assert len(page.findChildren(GapButton)) == 1
    document.undo_stack.undo()
    assert "Nothing is rated yet" in texts(page)


def test_that_many_gaps_are_folded_until_asked_for(qtbot: QtBot) -> None:
    page = shown_page(qtbot, long_document())
    all_gaps = len(page._document.readiness.gaps)
    assert len(page.findChildren(GapButton)) == 8
    more = pressable(page, f"Show all {all_gaps} gaps")
    more.setFocus()
    press(more, Qt.Key.Key_Space)
    assert len(page.findChildren(GapButton)) == all_gaps
    assert page.focusWidget() is page.findChildren(GapButton)[8]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_text_is_cut_at_any_text_size(qtbot: QtBot, percent: int) -> None:
    for document in (sample_document(), long_document(30)):
        page = shown_page(qtbot, document, percent)

        def everything_fits(page: ReadinessPage = page) -> None:
            assert cut_texts(page) == []
            assert page.findChildren(Sheet)[0].width() == page.viewport().width()

        qtbot.waitUntil(everything_fits)


def test_that_every_control_has_a_name(sample: ReadinessPage) -> None:
    for control in sample.findChildren(QPushButton):
        assert control.accessibleName() or control.text()


def test_that_a_level_without_criteria_says_so(qtbot: QtBot) -> None:
    page = shown_page(qtbot, document_without_criteria())
    assert "There is nothing to rate here." in texts(page)
    assert "How is this computed?" not in " ".join(texts(page))


def test_that_the_keyboard_stays_on_the_page_when_it_is_made_anew(qtbot: QtBot) -> None:
    document = sample_document()
    page = shown_page(qtbot, document)
    page.findChildren(GapButton)[0].setFocus()
    document.rate("budgets", Rating(step=2))
    assert page.hasFocus()
    press(page, Qt.Key.Key_End)
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum() > 0
    press(page, Qt.Key.Key_Home)
    assert page.verticalScrollBar().value() == 0
