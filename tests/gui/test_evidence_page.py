"""The journal of evidence and the quick entry as a person uses them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Change, Evidence
from ladder_app.gui.attach_form import AttachForm
from ladder_app.gui.document import Document
from ladder_app.gui.evidence_page import EvidencePage
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.journal_rows import EntryRow
from ladder_app.gui.log_dialog import LogDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.sidebar import PageButton
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, press, pressable, texts, write
from tests.gui.staging import TODAY, put_evidence, unrated_document

NEW = Evidence(id="new", date=TODAY, text="Recruited top talent for the team")
OLD = Evidence(id="old", date=date(2025, 10, 2), text="Planned the tooling budget", result="Under plan")


@pytest.fixture
def document(qapp: QApplication, sample: Assessment) -> Document:  # noqa: ARG001 – signals need an application
    return Document(sample.with_evidence(NEW).with_evidence(OLD), None, TODAY)


@pytest.fixture
def page(qtbot: QtBot, document: Document, theme: Theme) -> EvidencePage:
    made = EvidencePage(document, theme)
    made.resize(1104, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.focus_list()
    return made


def form_in(page: EvidencePage) -> AttachForm:
    QApplication.processEvents()
    return next(form for form in page.findChildren(AttachForm) if form.isVisible())


def criteria_of(document: Document, name: str) -> tuple[str, ...]:
    return next(entry.criteria for entry in document.assessment.cycle.evidence if entry.id == name)


def row(page: EvidencePage, name: str) -> EntryRow:
    found = page.model.row_at(page.model.index_of(name))
    assert isinstance(found, EntryRow)
    return found


def test_that_entries_stand_newest_first_by_month(page: EvidencePage, document: Document) -> None:
    assert page.model.rows[0].text == "November 2026"
    assert page.model.row_keys()[0] == "new"
    assert page.model.row_keys()[-1] == "old"
    assert len(page.model.row_keys()) == len(document.assessment.cycle.evidence)
    assert row(page, "new").about == "Not attached yet"


def test_that_filters_and_search_list_what_they_say(page: EvidencePage, qtbot: QtBot) -> None:
    click(pressable(page, "Not attached 2"))
    assert page.model.row_keys() == ["new", "old"]
    click(pressable(page, "Older than a year 1"))
    assert page.model.row_keys() == ["old"]
    click(pressable(page, "All"))
    write(page.search, "interviewers")
    qtbot.waitUntil(lambda: page.model.row_keys() == ["interviewers"])
    write(page.search, " zzz")
    qtbot.waitUntil(lambda: page.model.row_keys() == [])
    assert "No entry here has “interviewers zzz” in it." in texts(page)
    press(page.search, Qt.Key.Key_Escape)
    assert len(page.model.row_keys()) > 10


def test_that_a_number_takes_a_suggestion_and_nothing_else_does(page: EvidencePage, document: Document) -> None:
    page.view.show_key("new")
    suggested = row(page, "new").suggested
    assert "recruit-talent" in suggested
    assert criteria_of(document, "new") == ()
    press(page.view, Qt.Key(int(Qt.Key.Key_1) + suggested.index("recruit-talent")))
    assert criteria_of(document, "new") == ("recruit-talent",)
    assert document.undo_stack.undoText() == "attach evidence"
    assert row(page, "new").suggested == ()
    document.undo_stack.undo()
    assert criteria_of(document, "new") == ()


def test_that_several_are_attached_at_once_with_the_keyboard(page: EvidencePage, document: Document) -> None:
    for name in ("new", "old"):
        page.view.show_key(name)
        press(page.view, Qt.Key.Key_Space)
    assert "Two entries chosen" in texts(page)
    click(pressable(page, "Attach…"))
    form = form_in(page)
    write(form.search, "budget resources")
    assert form.model.rowCount() == 1
    press(form.search, Qt.Key.Key_Down)
    press(form.choices, Qt.Key.Key_Space)
    press(form.choices, Qt.Key.Key_Return)
    assert criteria_of(document, "new") == criteria_of(document, "old") == ("budget-and-resources",)
    assert document.undo_stack.undoText() == "attach 2 entries"
    document.undo_stack.undo()
    assert criteria_of(document, "old") == ()


def test_that_what_only_some_support_stays_unless_it_is_touched(page: EvidencePage, document: Document) -> None:
    page.model.toggle(["new", "interviewers"])
    page.attach_chosen()
    form = form_in(page)
    assert form.model.state("recruit-talent") is Qt.CheckState.PartiallyChecked
    form.keep()
    assert criteria_of(document, "new") == ()
    assert document.undo_stack.count() == 0
    page.attach_chosen()
    form = form_in(page)
    form.model.toggle(form.model.index(0))
    form.model.toggle(form.model.index(0))
    press(form.search, Qt.Key.Key_Return)
    assert criteria_of(document, "interviewers") == ()


def test_that_escape_leaves_the_chooser_with_nothing_changed(page: EvidencePage, document: Document) -> None:
    page.attach_chosen()
    form = form_in(page)
    form.model.toggle(form.model.index(0))
    write(form.search, "budget")
    press(form.search, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.search.text() == ""
    press(form.search, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert document.undo_stack.count() == 0


def test_that_an_entry_is_edited_beside_the_list(page: EvidencePage, document: Document) -> None:
    page.view.show_key("old")
    press(page.view, Qt.Key.Key_Return)
    QApplication.processEvents()
    form = next(f for f in page.findChildren(EvidenceForm) if f.isVisible())
    assert form.result.isVisible()
    form.result.setText("4 % under plan")
    press(form.result, Qt.Key.Key_Return)
    assert row(page, "old").outcome == "4 % under plan"
    assert document.undo_stack.undoText() == "change evidence"
    assert page.view.current_row() == row(page, "old")


def test_that_chosen_entries_are_deleted_as_one_edit(page: EvidencePage, document: Document) -> None:
    page.model.toggle(["new", "old"])
    page.remove_chosen()
    assert not {"new", "old"} & {entry.id for entry in document.assessment.cycle.evidence}
    assert document.undo_stack.undoText() == "remove 2 entries"
    assert not page.model.chosen
    document.undo_stack.undo()
    assert page.model.row_keys()[0] == "new"


def test_that_a_click_on_the_box_chooses_and_beside_it_does_not(page: EvidencePage) -> None:
    QApplication.processEvents()
    place = page.view.visualRect(page.model.index_of("new"))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(20, 18))
    assert page.model.chosen == ["new"]
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(120, 18))
    assert page.model.chosen == ["new"]


def test_that_an_empty_journal_says_how_to_begin(qtbot: QtBot, theme: Theme) -> None:
    page = EvidencePage(unrated_document(), theme)
    qtbot.addWidget(page)
    page.show()
    assert any("Ctrl+Shift+E" in text for text in texts(page))
    assert not page.search.isVisible()


@pytest.mark.parametrize("count", [0, 1, 24, 200])
def test_that_any_number_of_entries_is_listed(qtbot: QtBot, theme: Theme, sample: Assessment, count: int) -> None:
    entries = tuple(NEW.model_copy(update={"id": f"e{i}", "text": "long" * (i + 1)}) for i in range(count))
    page = EvidencePage(Document(sample.with_cycle(evidence=entries), None, TODAY), theme)
    qtbot.addWidget(page)
    page.resize(480, 400)
    page.show()
    assert len(page.model.row_keys()) == count


def test_that_the_quick_entry_shows_what_it_understood_and_keeps_it(
    qtbot: QtBot, theme: Theme, document: Document
) -> None:
    dialog = LogDialog(document, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    write(dialog.line, "yesterday moved the last team, build 40 min -> 9 min https://example.com/12")
    assert dialog.text.text() == "moved the last team"
    assert "22 Nov 2026 · build: 40 min\N{NO-BREAK SPACE}→ 9 min" in dialog.details.text()
    QTest.keyClick(dialog.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.line.text() == ""
    write(dialog.line, "Hired two")
    press(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    first, second = document.assessment.cycle.evidence[-2:]
    assert (first.text, first.date, first.link) == ("moved the last team", date(2026, 11, 22), "https://example.com/12")
    assert first.change == Change(of="build", before="40 min", after="9 min")
    assert (second.text, second.date, second.criteria) == ("Hired two", TODAY, ())
    assert document.undo_stack.undoText() == "add evidence"


def test_that_escape_leaves_the_quick_entry(qtbot: QtBot, theme: Theme, document: Document) -> None:
    dialog = LogDialog(document, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    write(dialog.line, "Hired two")
    press(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert all(entry.text != "Hired two" for entry in document.assessment.cycle.evidence)
    document.undo_stack.undo()
    assert document.assessment.cycle.evidence[-1].text == "Hired two"


def test_that_the_page_has_its_place_its_figure_and_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.opening.open_sample()
    document, workspace = window.document, window.workspace
    assert document is not None
    assert workspace is not None
    put_evidence(document, NEW)
    button = next(b for b in workspace.findChildren(PageButton) if b.text() == "Evidence")
    assert button.accessibleDescription() == "1"
    click(button)
    assert workspace.page is Page.EVIDENCE
    page = workspace.evidence
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    assert page.view.show_key("new")
    window.activateWindow()
    page.focus_list()
    qtbot.waitUntil(page.view.hasFocus)
    press(page.view, Qt.Key.Key_A)
    press(form_in(page).search, Qt.Key.Key_Escape)
    press(page.view, Qt.Key.Key_Delete)
    assert document.undo_stack.undoText() == "remove evidence"
    assert button.accessibleDescription() == ""
    window.stage.search()
    assert page.search.hasFocus()
    window.dialogs.log_evidence()
    dialog = next(d for d in window.findChildren(LogDialog) if d.isVisible())
    assert [label for label in dialog.findChildren(QLabel) if label.text() == "Log evidence"]
    dialog.reject()
