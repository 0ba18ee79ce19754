"""The Assess page as a person uses it: keys, clicks, filters, search."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui.assess_page import AssessPage
from ladder_app.gui.assess_rows import CriterionRow, Heading
from ladder_app.gui.document import Document
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, pressable
from tests.gui.staging import TODAY, put_evidence

BUDGET = "budget-and-resources"


@pytest.fixture
def page(qtbot: QtBot, document: Document, theme: Theme) -> AssessPage:
    made = AssessPage(document, theme)
    made.resize(1104, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(page: AssessPage) -> list[Heading | CriterionRow]:
    return [page.model.row(position) for position in range(page.model.rowCount())]


def chip(page: AssessPage, word: str) -> QPushButton:
    return next(c for c in page.findChildren(QPushButton) if c.text().startswith(word))


def test_that_the_page_lists_every_effective_criterion_under_its_section(page: AssessPage) -> None:
    headings = [row.text for row in rows(page) if isinstance(row, Heading)]
    assert headings == [
        "Responsibilities – new at grade 9",
        "Responsibilities – carried over from grade 8",
        "Requirements",
    ]
    assert len(page.model.row_keys()) == 24


def test_that_the_counts_on_the_chips_are_the_domains(page: AssessPage, document: Document) -> None:
    readiness = document.readiness
    chips = (c for c in page.findChildren(QPushButton) if c.isCheckable() and c.property("kind") == "chip")
    assert [c.text() for c in chips if c.isVisibleTo(page)] == [
        "All 24",
        f"Unrated {len(readiness.unrated)}",
        f"Gaps {len(readiness.gaps)}",
        f"No evidence {len(readiness.no_evidence)}",
        "Carried 2",
    ]


def test_that_a_click_on_a_cell_rates_and_a_second_click_clears(page: AssessPage, document: Document) -> None:
    page.go_to(BUDGET)
    index = page.model.index_of(BUDGET)
    rect = page.view.visualRect(index)
    delegate = page.view.itemDelegate()
    cells = [x for x in range(rect.width()) if delegate.cell_at(QPoint(x, rect.center().y()), rect) == 3]  # type: ignore[attr-defined]
    point = QPoint(cells[len(cells) // 2], rect.center().y())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert document.assessment.cycle.ratings[BUDGET] == Rating(step=3)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert BUDGET not in document.assessment.cycle.ratings


def test_that_a_click_on_the_text_only_makes_the_row_current(page: AssessPage, document: Document) -> None:
    before = document.assessment
    index = page.model.index_of(page.model.row_keys()[2])
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).topLeft() + QPoint(30, 20)
    )
    assert page.current_criterion() == page.model.row_keys()[2]
    assert document.assessment is before


def test_that_moving_skips_headings_and_stays_inside_the_list(page: AssessPage) -> None:
    ids = page.model.row_keys()
    page.view.show_key(ids[0])
    seen = []
    for _ in range(len(ids) + 2):
        seen.append(page.current_criterion())
        page.view.step_by(1)
    assert seen[: len(ids)] == ids
    assert page.current_criterion() == ids[-1]


def test_that_arrow_keys_move_from_criterion_to_criterion(page: AssessPage) -> None:
    ids = page.model.row_keys()
    page.view.show_key(ids[7])
    page.focus_list()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert page.current_criterion() == ids[8]
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.current_criterion() == ids[7]


def test_that_the_next_unrated_is_found_from_the_top_again(page: AssessPage, document: Document) -> None:
    unrated = [name for name in page.model.row_keys() if name in {s.id for s in document.readiness.unrated}]
    page.view.show_key(page.model.row_keys()[-1])
    seen = []
    for _ in unrated:
        page.go_to_next_unrated()
        seen.append(page.current_criterion())
    assert set(seen) == set(unrated)


def test_that_a_filter_lists_what_it_says_and_keeps_a_row_while_it_is_rated(
    page: AssessPage, document: Document
) -> None:
    QTest.mouseClick(chip(page, "Unrated"), Qt.MouseButton.LeftButton)
    unrated = [s.id for s in document.readiness.unrated]
    assert sorted(page.model.row_keys()) == sorted(unrated)
    page.rate_current(Rating(step=3))
    assert sorted(page.model.row_keys()) == sorted(unrated)
    assert chip(page, "Unrated").text() == f"Unrated {len(unrated) - 1}"


def test_that_search_finds_words_in_criteria_and_in_evidence(
    page: AssessPage, document: Document, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.search, "BUDGETS building")
    qtbot.waitUntil(lambda: len(page.model.row_keys()) < 24)
    assert page.model.row_keys() == ["budgets"]
    evidence = document.assessment.cycle.evidence[0]
    page.search.setText(evidence.text[:40])
    qtbot.waitUntil(lambda: page.model.row_keys() != ["budgets"])
    assert set(page.model.row_keys()) <= set(evidence.criteria)
    assert page.model.row_keys()


def test_that_an_empty_result_says_why(page: AssessPage, qtbot: QtBot) -> None:
    page.search.setText("nowhere to be found")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert "nowhere to be found" in page._nothing.text()
    assert page._nothing.isVisible()
    assert page.inspector.criterion_id is None
    page.search.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    assert page.view.isVisible()


def test_that_a_rating_tells_its_own_row_and_its_heading_only(page: AssessPage, document: Document) -> None:
    page.grab()
    told: list[int] = []
    page.model.dataChanged.connect(lambda first, last, _roles: told.extend(range(first.row(), last.row() + 1)))
    unrated = document.readiness.unrated[0].id
    document.rate(unrated, Rating(step=3))
    kinds = [type(page.model.row(position)) for position in told]
    assert kinds.count(CriterionRow) == 1
    assert kinds.count(Heading) == 1
    assert page.model.key_at(page.model.index(max(told))) == unrated


def test_that_long_text_is_laid_out_in_full(page: AssessPage) -> None:
    tall = page.view.sizeHintForIndex(page.model.index_of(page.model.row_keys()[0])).height()
    page.resize(340, 700)
    QApplication.processEvents()
    narrow = page.view.sizeHintForIndex(page.model.index_of(page.model.row_keys()[0])).height()
    assert narrow > tall
    for position in range(page.model.rowCount()):
        index = page.model.index(position)
        assert page.view.visualRect(index).height() == page.view.sizeHintForIndex(index).height()


def test_that_no_row_is_cut_where_only_the_width_changes(page: AssessPage) -> None:
    for width in (560, 900, 560):
        page.view.resize(width, page.view.height())
        QApplication.processEvents()
        for position in range(page.model.rowCount() - 1):
            index, below = page.model.index(position), page.model.index(position + 1)
            room = page.view.visualRect(below).top() - page.view.visualRect(index).top()
            assert room == page.view.sizeHintForIndex(index).height()


def test_that_a_row_that_outgrows_its_place_moves_the_rows_below(page: AssessPage, document: Document) -> None:
    unrated = document.readiness.unrated[0].id
    place = page.model.index_of(unrated)
    below = page.model.index(place.row() + 1)
    rooms = []
    for rating in (None, Rating(step=3), Rating(not_applicable="There is no such thing where I work. " * 20)):
        document.rate(unrated, rating)
        QApplication.processEvents()
        rooms.append(page.view.visualRect(below).top() - page.view.visualRect(place).top())
        assert rooms[-1] == page.view.sizeHintForIndex(place).height()
    assert rooms[0] == rooms[1] < rooms[2]


def test_that_another_level_can_be_rated(page: AssessPage, document: Document) -> None:
    document.show_level("engineering-manager")
    assert len(page.model.row_keys()) == 17
    assert next(row.text for row in rows(page) if isinstance(row, Heading)).startswith("Responsibilities")
    page.go_to(BUDGET)
    assert document.level.level.id == "senior-engineering-manager"
    assert page.current_criterion() == BUDGET


def test_that_undo_takes_the_person_to_what_it_changed(page: AssessPage, document: Document) -> None:
    document.rate(BUDGET, Rating(step=3))
    page.view.show_key(page.model.row_keys()[-1])
    document.undo_stack.undo()
    assert page.current_criterion() == BUDGET
    assert document.undo_stack.redoText() == "rating 3"


def test_that_a_screen_reader_hears_the_whole_row(page: AssessPage) -> None:
    spoken = page.model.data(page.model.index_of(BUDGET), Qt.ItemDataRole.AccessibleTextRole)
    assert "Manage the Engineering Productivity team's budget and resources." in spoken
    assert "rated 1 Starting" in spoken
    assert "two steps to Meets" in spoken


def test_that_old_evidence_is_a_filter_where_there_is_some(qtbot: QtBot, theme: Theme, sample: Assessment) -> None:
    entry = next(e for e in sample.cycle.evidence if e.id == "quarterly-report")
    old = sample.with_evidence(entry.model_copy(update={"date": date(2025, 11, 1)}))
    found = Document(old, None, TODAY)
    page = AssessPage(found, theme)
    qtbot.addWidget(page)
    page.show()
    old_chip = pressable(page, "Old evidence 1")
    click(old_chip)
    assert page.model.row_keys() == ["track-metrics"]
    put_evidence(found, entry)
    assert old_chip.isVisible()
    assert old_chip.text() == "Old evidence 0"
    click(pressable(page, "All"))
    assert not old_chip.isVisible()
