"""What hands do without thinking: Return on a button, Escape in a search, Tab through a form."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.assess_page import AssessPage
from ladder_app.gui.choice import Choice
from ladder_app.gui.criterion_sheet import CriterionSheet
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.parts import LinkLabel, breakable, button
from ladder_app.gui.rating_choice import StepRow
from ladder_app.gui.readiness_explained import ExplainedCard
from ladder_app.gui.readiness_page import ReadinessPage
from ladder_app.gui.theme import Theme
from ladder_app.gui.welcome_page import WelcomePage
from ladder_app.gui.welcome_recent import RecentFiles
from ladder_app.storage.roles import shipped_roles
from ladder_app.storage.settings import Settings
from tests.gui.hands import click, press, pressable, texts, write
from tests.gui.staging import put_action, put_evidence

BUDGET = "budget-and-resources"


@pytest.fixture
def page(qtbot: QtBot, document: Document, theme: Theme) -> AssessPage:
    made = AssessPage(document, theme)
    made.resize(1104, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.go_to(BUDGET)
    QApplication.processEvents()
    return made


Form = TypeVar("Form", EvidenceForm, ActionForm)


def opened(page: AssessPage, kind: type[Form]) -> Form:
    """The form that is open."""
    QApplication.processEvents()
    return next(form for form in page.findChildren(kind) if form.isVisible())


def tab_order(first: QWidget, count: int) -> list[str]:
    """What Tab reaches after a widget, by accessible name or words."""
    found: list[str] = []
    widget = first
    while len(found) < count:
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
        if reachable and widget.focusProxy() is None and not isinstance(widget.parentWidget(), Choice):
            name = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
            found.append(name)
    return found


def test_that_tab_goes_through_an_evidence_form_from_top_to_bottom(page: AssessPage) -> None:
    page.add_evidence()
    form = opened(page, EvidenceForm)
    order = [name for name in tab_order(form.text, 7) if name]
    assert order[:2] == ["Link, if there is one", "Date"]
    assert order[2].startswith("What came of it")
    assert order[3:5] == ["Add", "Cancel"]


def test_that_tab_goes_through_an_action_form_from_top_to_bottom(page: AssessPage, document: Document) -> None:
    put_action(document, Action(id="mine", text="Draft it", due=document.today, criteria=(BUDGET,)))
    card = next(c for c in page.findChildren(EntryCard) if "Draft it" in c.accessibleName())
    press(card, Qt.Key.Key_Return)
    form = opened(page, ActionForm)
    order = [name for name in tab_order(form.text, 9) if name]
    assert order[:4] == ["What will show it is done", "Due", "Due date", "Status"]
    assert order[4].startswith("Who helps")
    assert order[5:7] == ["Save", "Cancel"]


def test_that_tab_really_moves_from_field_to_field(page: AssessPage) -> None:
    page.add_evidence()
    form = opened(page, EvidenceForm)
    press(form.text, Qt.Key.Key_Tab)
    assert page.focusWidget() is form.link
    press(form.link, Qt.Key.Key_Tab)
    assert page.focusWidget() is form.date


def test_that_escape_leaves_a_form_from_any_of_its_fields(page: AssessPage, document: Document) -> None:
    before = document.assessment
    page.add_evidence()
    form = opened(page, EvidenceForm)
    write(form.text, "On second thoughts")
    press(form.link, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not [f for f in page.findChildren(EvidenceForm) if f.isVisible()]
    assert document.assessment == before


def test_that_escape_empties_the_search_and_goes_back_to_the_list(page: AssessPage, qtbot: QtBot) -> None:
    page.focus_search()
    write(page.search, "budgets building")
    qtbot.waitUntil(lambda: len(page.model.row_keys()) == 1)
    press(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(page.model.row_keys()) == 24
    assert page.focusWidget() is page.view


def test_that_the_list_has_the_keyboard_after_a_level_was_chosen(page: AssessPage, document: Document) -> None:
    chooser = next(c for c in page.findChildren(Choice) if c.accessibleName() == "Level to rate")
    chooser.setFocus()
    press(chooser, Qt.Key.Key_Up)
    assert document.level.level.id == "engineering-manager"
    assert page.focusWidget() is page.view


def test_that_return_presses_a_button_as_space_does(qtbot: QtBot, theme: Theme) -> None:
    made = button(theme, "Go")
    qtbot.addWidget(made)
    made.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(made.clicked):
            press(made, key)


def test_that_return_on_a_step_rates(page: AssessPage, document: Document) -> None:
    row = next(r for r in page.findChildren(StepRow) if r.accessibleName() == "4 Exceeds")
    press(row, Qt.Key.Key_Return)
    assert document.assessment.cycle.ratings[BUDGET] == Rating(step=4)


def test_that_return_on_the_cross_removes_and_does_not_edit(page: AssessPage, document: Document) -> None:
    put_evidence(document, Evidence(id="mine", date=document.today, text="Ran it", criteria=(BUDGET,)))
    cross = next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Remove Evidence: Ran it")
    press(cross, Qt.Key.Key_Return)
    assert not document.assessment.cycle.evidence_for(BUDGET)
    assert not [f for f in page.findChildren(EvidenceForm) if f.isVisible()]


def test_that_return_on_cancel_cancels_a_dialog(window: MainWindow, sample_file: Path) -> None:
    from ladder_app.gui.profile_dialog import ProfileDialog

    window.open_path(sample_file)
    assert window.document is not None
    before = window.document.assessment
    dialog = ProfileDialog(window.document, Theme(), window)
    dialog.open()
    next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Name").setText("Somebody Else")
    press(pressable(dialog, "Cancel"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.document.assessment is before


def test_that_return_starts_from_the_start_button(qtbot: QtBot, theme: Theme) -> None:
    welcome = WelcomePage(theme, Settings(name="Sample Engineer"), shipped_roles())
    qtbot.addWidget(welcome)
    welcome.show()
    click(pressable(welcome, "Software Engineer"))
    with qtbot.waitSignal(welcome.new_wanted):
        press(pressable(welcome, "Start"), Qt.Key.Key_Return)


def test_that_recent_files_come_first_where_the_page_is_narrow(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "Mine.assessment.yaml"
    there.write_text("x", encoding="utf-8")
    for recent, first in (((str(there),), True), ((), False)):
        theme = Theme(text_size_percent=200)
        welcome = WelcomePage(theme, Settings(recent_files=recent), shipped_roles())
        qtbot.addWidget(welcome)
        welcome.resize(1024, 612)
        welcome.show()
        qtbot.waitExposed(welcome)
        QApplication.processEvents()
        files = welcome.findChildren(RecentFiles)[0].mapTo(welcome, QPoint(0, 0)).y()
        role = pressable(welcome, "Software Engineer").mapTo(welcome, QPoint(0, 0)).y()
        assert (files < role) is first


def test_that_not_applicable_without_a_reason_is_kept_and_asked_about(page: AssessPage, document: Document) -> None:
    page.focus_list()
    page.rate_not_applicable()
    reason = next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == "Why it does not apply")
    hint = "Say why, in a few words."
    assert hint not in texts(page)
    press(reason, Qt.Key.Key_Return)
    assert document.assessment.cycle.ratings[BUDGET] == Rating(not_applicable="")
    assert hint in texts(page)
    spoken = page.model.data(page.model.index_of(BUDGET), Qt.ItemDataRole.AccessibleTextRole)
    assert "Not applicable, no reason yet" in spoken
    reason.setFocus()
    write(reason, "No budget here")
    page.focus_list()
    assert document.assessment.cycle.ratings[BUDGET] == Rating(not_applicable="No budget here")
    assert hint not in texts(page)


def test_that_evidence_and_actions_show_their_markdown_and_nothing_else(page: AssessPage, document: Document) -> None:
    text = "Cut **half** of [the cost](https://example.com/cost) <b>of</b> [x](javascript:1)"
    put_evidence(document, Evidence(id="mine", date=document.today, text=text, criteria=(BUDGET,)))
    card = next(c for c in page.findChildren(EntryCard) if "Cut half" in c.accessibleName())
    shown = card.findChildren(LinkLabel)[0].text()
    assert "<b>half</b>" in shown
    assert 'href="https://example.com/cost"' in shown
    assert "&lt;b&gt;of&lt;/b&gt;" in shown
    assert 'href="javascript' not in shown
    put_action(document, Action(id="act", text="Read **it**", due=None, criteria=(BUDGET,)))
    card = next(c for c in page.findChildren(EntryCard) if c.accessibleName() == "Action: Read it")
    assert "<b>it</b>" in card.findChildren(QLabel)[0].text()


def test_that_a_click_beside_a_link_edits_the_text_as_it_was_written(page: AssessPage, document: Document) -> None:
    text = "See [the page](https://example.com/page) about everything that was done there"
    put_evidence(document, Evidence(id="mine", date=document.today, text=text, criteria=(BUDGET,)))
    QApplication.processEvents()
    card = next(c for c in page.findChildren(EntryCard) if "See the page" in c.accessibleName())
    label = card.findChildren(LinkLabel)[0]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(3, label.height() - 4))
    form = opened(page, EvidenceForm)
    assert form.text.toPlainText() == text


def test_that_breaking_a_word_keeps_letters_and_their_marks_together() -> None:
    assert breakable("responsibilities") == "responsibilities"
    word = "e\u0301" * 40
    pieces = breakable(word).split("\u200b")
    assert "".join(pieces) == word
    assert len(pieces) > 3
    assert not any(piece.startswith("\u0301") for piece in pieces)


def test_that_the_bars_carry_their_percentages(qtbot: QtBot, document: Document, theme: Theme) -> None:
    readiness = ReadinessPage(document, theme)
    qtbot.addWidget(readiness)
    readiness.show()
    said = [text.replace("\u00a0", " ") for text in texts(readiness)]
    at = said.index("Responsibilities, new at grade 9")
    assert said[at + 1 : at + 3] == ["71 %", "7 of 8 rated"]


def test_that_how_it_is_computed_comes_into_view_when_opened(qtbot: QtBot, document: Document, theme: Theme) -> None:
    readiness = ReadinessPage(document, theme)
    qtbot.addWidget(readiness)
    readiness.resize(900, 500)
    readiness.show()
    qtbot.waitExposed(readiness)
    QApplication.processEvents()
    asked = readiness.findChildren(ExplainedCard)[0]
    click(asked.findChildren(QPushButton)[0])

    def begins_near_the_top() -> None:
        assert 0 <= asked.mapTo(readiness.viewport(), QPoint(0, 0)).y() < 60

    qtbot.waitUntil(begins_near_the_top)


def test_that_what_is_unrated_of_the_current_level_is_one_click_away(window: MainWindow, sample_file: Path) -> None:
    window.open_path(sample_file)
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    assert document.assessment.current is not None
    below = document.readiness_for(document.assessment.current)
    for standing in below.standings[:3]:
        document.rate(standing.id, None)
    window.show_page(Page.READINESS)
    QApplication.processEvents()
    now = document.readiness_for(document.assessment.current)
    rated = f"{now.figures.rated} of {now.figures.required} rated"
    link = next(b for b in workspace.findChildren(QPushButton) if b.text() == rated)
    click(link)
    assert workspace.page is Page.ASSESS
    assert document.level.level.id == document.assessment.current
    assert sorted(workspace.assess.model.row_keys()) == sorted(s.id for s in now.unrated)
    assert {s.id for s in below.standings[:3]} <= set(workspace.assess.model.row_keys())


def test_that_letters_the_typeface_does_not_have_are_no_warning(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str], theme: Theme
) -> None:
    from ladder_app.gui.parts import text_label
    from ladder_app.gui.theme import window_family

    label = text_label(Theme(family=window_family()), "नमस्ते")
    qtbot.addWidget(label)
    label.grab()
    assert "qt.text.font.db" not in capfd.readouterr().err
    assert theme.family == ""


def test_that_the_sheet_is_there_when_details_are_asked_for_first(
    qtbot: QtBot, document: Document, theme: Theme
) -> None:
    made = AssessPage(document, theme)
    made.resize(1104, 740)
    qtbot.addWidget(made)
    made.show_details()
    assert made.findChildren(CriterionSheet)
