"""The inspector as a person uses it."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import ActionStatus, Change, Rating
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.evidence_panel import EvidenceForm, short_link
from ladder_app.gui.fields import TextField
from ladder_app.gui.inspector import Inspector
from ladder_app.gui.rating_choice import StepRow
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, press, write

Form = TypeVar("Form", EvidenceForm, ActionForm)
BUDGET = "budget-and-resources"
YEARS = "years-in-software-engineering"


@pytest.fixture
def inspector(qtbot: QtBot, document: Document, theme: Theme) -> Inspector:
    made = Inspector(document, theme)
    made.resize(371, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_criterion(BUDGET)
    return made


def words(inspector: Inspector) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisibleTo(inspector))


def row(inspector: Inspector, name: str) -> StepRow:
    return next(r for r in inspector.findChildren(StepRow) if r.accessibleName() == name)


def card(inspector: Inspector, text: str) -> EntryCard:
    QApplication.processEvents()
    return next(c for c in inspector.findChildren(EntryCard) if text in c.accessibleName() and c.isVisible())


def form_in(inspector: Inspector, kind: type[Form]) -> Form:
    """The form that is open; one that was closed waits for its deletion."""
    QApplication.processEvents()
    return next(f for f in inspector.findChildren(kind) if f.isVisible())


def named(inspector: Inspector, name: str) -> QPushButton:
    return next(b for b in inspector.findChildren(QPushButton) if (b.accessibleName() or b.text()) == name)


def test_that_the_inspector_says_what_the_criterion_is_and_how_it_is_rated(inspector: Inspector) -> None:
    assert "Responsibility · new at grade 9 · Budget and resources" in words(inspector)
    assert "Manage the Engineering Productivity team's budget" in words(inspector)
    assert row(inspector, "1 Starting").isChecked()
    assert row(inspector, "1 Starting").accessibleDescription() == "with close guidance"


def test_that_a_click_on_a_step_rates_and_a_second_clears(inspector: Inspector, document: Document) -> None:
    QTest.mouseClick(row(inspector, "4 Exceeds"), Qt.MouseButton.LeftButton)
    assert document.assessment.cycle.ratings[BUDGET] == Rating(step=4)
    assert row(inspector, "4 Exceeds").isChecked()
    assert not row(inspector, "1 Starting").isChecked()
    QTest.mouseClick(row(inspector, "4 Exceeds"), Qt.MouseButton.LeftButton)
    assert BUDGET not in document.assessment.cycle.ratings
    assert not row(inspector, "4 Exceeds").isChecked()


def test_that_not_applicable_asks_why_and_keeps_the_answer(inspector: Inspector, document: Document) -> None:
    QTest.mouseClick(row(inspector, "N Not applicable"), Qt.MouseButton.LeftButton)
    reason = next(f for f in inspector.findChildren(QLineEdit) if f.accessibleName() == "Why it does not apply")
    assert reason.isVisible()
    QTest.keyClicks(reason, "No budget is given to teams here")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert document.assessment.cycle.ratings[BUDGET] == Rating(not_applicable="No budget is given to teams here")


def test_that_evidence_is_added_changed_removed_and_brought_back(inspector: Inspector, document: Document) -> None:
    inspector.add_evidence()
    form = form_in(inspector, EvidenceForm)
    QTest.keyClicks(form.text, "Ran the tooling budget on my own")
    QTest.keyClicks(form.link, "https://example.com/budget/27")
    QTest.keyClick(form.link, Qt.Key.Key_Return)
    made = document.assessment.cycle.evidence_for(BUDGET)
    assert [item.text for item in made] == ["Ran the tooling budget on my own"]
    assert made[0].link == "https://example.com/budget/27"
    assert made[0].date == document.today
    QTest.mouseClick(card(inspector, "on my own"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    form = form_in(inspector, EvidenceForm)
    form.text.setPlainText("Ran the tooling budget, 4 % under plan")
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    changed = document.assessment.cycle.evidence_for(BUDGET)
    assert [item.text for item in changed] == ["Ran the tooling budget, 4 % under plan"]
    cross = card(inspector, "4 % under plan").findChild(QToolButton)
    assert cross is not None
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not document.assessment.cycle.evidence_for(BUDGET)
    document.undo_stack.undo()
    assert document.assessment.cycle.evidence_for(BUDGET) == changed


def test_that_escape_leaves_an_evidence_form_without_a_change(inspector: Inspector, document: Document) -> None:
    before = document.assessment
    inspector.add_evidence()
    form = form_in(inspector, EvidenceForm)
    QTest.keyClicks(form.text, "On second thoughts")
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert document.assessment == before
    assert document.undo_stack.undoText() == "give up: add evidence"
    document.undo_stack.undo()
    assert [item.text for item in document.assessment.cycle.evidence_for(BUDGET)] == ["On second thoughts"]


def test_that_what_is_typed_in_a_form_is_in_the_document_at_a_pause_as_one_edit(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    inspector.add_evidence()
    form = form_in(inspector, EvidenceForm)
    for words in ("Cut the", " build time"):
        with qtbot.waitSignal(document.criteria_changed):
            QTest.keyClicks(form.text, words)
    assert [item.text for item in document.assessment.cycle.evidence_for(BUDGET)] == ["Cut the build time"]
    assert form.text.toPlainText() == "Cut the build time"
    assert document.undo_stack.count() == 1


def test_that_words_in_an_open_form_are_kept_when_another_criterion_is_shown(
    inspector: Inspector, document: Document
) -> None:
    inspector.add_evidence()
    QTest.keyClicks(form_in(inspector, EvidenceForm).text, "Not yet confirmed")
    inspector.show_criterion("recruit-talent" if "recruit-talent" in document.level.by_id else YEARS)
    assert [item.text for item in document.assessment.cycle.evidence_for(BUDGET)] == ["Not yet confirmed"]


def test_that_an_action_has_a_due_date_and_can_be_done(inspector: Inspector, document: Document) -> None:
    before = len(document.assessment.cycle.actions_for(BUDGET))
    inspector.add_action()
    form = form_in(inspector, ActionForm)
    QTest.keyClicks(form.text, "Draft next year's budget alone")
    QTest.keyClicks(form.done_when, "The director signs it off unchanged")
    QTest.mouseClick(named(inspector, "Add"), Qt.MouseButton.LeftButton)
    made = document.assessment.cycle.actions_for(BUDGET)
    assert len(made) == before + 1
    assert made[-1].due is not None
    assert made[-1].due > document.today
    assert "Draft next year's budget alone" in words(inspector)
    QTest.keyClick(card(inspector, "Draft next"), Qt.Key.Key_Return)
    QApplication.processEvents()
    form = form_in(inspector, ActionForm)
    form.status.setCurrentIndex(1)
    form.has_due.setChecked(False)
    form.keep()
    done = document.assessment.cycle.actions_for(BUDGET)[-1]
    assert done.status is ActionStatus.DONE
    assert done.due is None


def test_that_a_note_is_kept_after_a_pause_as_one_edit(inspector: Inspector, document: Document, qtbot: QtBot) -> None:
    note = next(f for f in inspector.findChildren(TextField) if f.accessibleName() == "Note to yourself")
    note.clear()
    inspector.keep_note()
    edits = document.undo_stack.count()
    QTest.keyClicks(note, "Ask for the numbers")
    qtbot.waitUntil(lambda: document.assessment.cycle.notes.get(BUDGET) == "Ask for the numbers")
    QTest.keyClicks(note, " again")
    inspector.keep_note()
    assert document.assessment.cycle.notes[BUDGET] == "Ask for the numbers again"
    assert document.undo_stack.count() <= edits + 1


def test_that_a_criterion_about_years_says_what_the_profile_says(inspector: Inspector, document: Document) -> None:
    asking = next(c for c in document.level.criteria if c.criterion.years and "software" in c.criterion.years.of)
    document.rate(asking.id, None)
    inspector.show_criterion(asking.id)
    assert "6 years 9 months of 8 years" in words(inspector)
    QTest.mouseClick(named(inspector, "Take 2 Growing from your profile"), Qt.MouseButton.LeftButton)
    assert document.assessment.cycle.ratings[asking.id] == Rating(step=2)


def test_that_a_refined_criterion_shows_what_it_grew_from(inspector: Inspector, document: Document) -> None:
    refining = next(c for c in document.level.criteria if c.refined and c.kind.value == "responsibility")
    inspector.show_criterion(refining.id)
    assert "Grows from grade 8" in words(inspector)
    assert "3 Meets there" in words(inspector)


def test_that_long_links_are_shortened_in_the_middle() -> None:
    assert short_link("https://www.example.com/a/") == "example.com/a"
    long = short_link("https://example.com/" + "x" * 90 + "/end")
    assert len(long) <= 44
    assert long.startswith("example.com/")
    assert long.endswith("/end")


def test_that_what_came_of_it_is_written_and_kept(inspector: Inspector, document: Document) -> None:
    click(named(inspector, "Add evidence"))
    form = form_in(inspector, EvidenceForm)
    write(form.text, "Cached the build")
    assert not form.result.isVisible()
    click(form.more)
    for field, text in ((form.result, "No more waiting"), (form.before, "40 min"), (form.after, "9 min")):
        write(field, text)
    press(form.result, Qt.Key.Key_Return)
    entry = document.assessment.cycle.evidence_for(BUDGET)[0]
    assert (entry.result, entry.change) == ("No more waiting", Change(before="40 min", after="9 min"))
    assert "40 min\N{NO-BREAK SPACE}→ 9 min · No more waiting" in words(inspector)
    press(card(inspector, "Cached the build"), Qt.Key.Key_Return)
    again = form_in(inspector, EvidenceForm)
    again.after.clear()
    press(again.result, Qt.Key.Key_Return)
    assert document.assessment.cycle.evidence_for(BUDGET)[0].result == "No more waiting 40 min"
    assert document.assessment.cycle.evidence_for(BUDGET)[0].change is None
