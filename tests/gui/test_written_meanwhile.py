"""While a person writes, another program changes the file: the writing goes on, and undo is the person's own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.entries import Evidence, Rating
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.attach_form import AttachForm
from ladder_app.gui.conflicts_dialog import ConflictsDialog
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.evidence_page import EvidencePage
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.fields import TextField
from ladder_app.gui.floating_notice import FloatingNotice
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.plan_page import PlanPage
from ladder_app.gui.plan_rows import ActionRow, GapRow
from ladder_app.gui.workspace import Workspace
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.versions import Versions
from tests.gui.hands import click, cut_texts, is_saved, press, pressable, write

BUDGET, TALENT, OTHER = "budget-and-resources", "budgets", "analyze-processes"
Change = Callable[[Assessment], Assessment]


def another_rating(assessment: Assessment) -> Assessment:
    return assessment.rated(OTHER, Rating(step=0))


def another_name(assessment: Assessment) -> Assessment:
    person = Person(name="Sample Engineer Two", title=assessment.person.title, experience=assessment.person.experience)
    return another_rating(assessment).with_profile(person, assessment.current, assessment.target)


def this_rating(assessment: Assessment) -> Assessment:
    return assessment.rated(BUDGET, Rating(step=0)).noted(BUDGET, "by another")


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.open_path(sample_file)
    assert window.workspace is not None
    window.workspace.assess.go_to(BUDGET)
    window.workspace.assess.focus_list()
    return window


def change_outside(window: MainWindow, path: Path, change: Change, qtbot: QtBot) -> Assessment:
    """Write the file as another program would, and wait until it is taken over here."""
    assert window.document is not None
    assert window.saver is not None
    document, saver = window.document, window.saver
    assert is_saved(saver)
    before = document.assessment
    save_assessment(path, change(before))
    qtbot.waitUntil(lambda: document.assessment != before)
    return document.assessment


def focused(kind: type[QWidget], name: str) -> QWidget:
    field = QApplication.focusWidget()
    assert isinstance(field, kind), field
    assert field.accessibleName() == name
    return field


def ratings(window: MainWindow) -> dict[str, Rating]:
    assert window.document is not None
    return dict(window.document.cycle.ratings)


@pytest.mark.parametrize("change", [another_rating, this_rating, another_name])
@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_E, "What you achieved"), (Qt.Key.Key_A, "What you will do")])
def test_that_an_open_form_goes_on(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, key: Qt.Key, name: str, change: Change
) -> None:
    assert opened.workspace is not None
    press(opened.workspace.assess.view, key)
    field = focused(TextField, name)
    write(field, "build time went from 40 min to ")
    after = change_outside(opened, sample_file, change, qtbot)
    assert focused(TextField, name) is field
    write(field, "0 min, 1 team")
    assert isinstance(field, TextField)
    assert field.toPlainText() == "build time went from 40 min to 0 min, 1 team"
    assert ratings(opened) == after.cycle.ratings
    assert len(opened.document.assessment.cycle.evidence) == len(after.cycle.evidence)  # type: ignore[union-attr]


@pytest.mark.parametrize("change", [another_rating, another_name])
def test_that_a_reason_goes_on(opened: MainWindow, sample_file: Path, qtbot: QtBot, change: Change) -> None:
    assert opened.workspace is not None
    press(opened.workspace.assess.view, Qt.Key.Key_N)
    field = focused(QLineEdit, "Why it does not apply")
    write(field, "no budget ")
    change_outside(opened, sample_file, change, qtbot)
    assert focused(QLineEdit, "Why it does not apply") is field
    write(field, "here 1")
    press(field, Qt.Key.Key_Return)
    assert ratings(opened)[BUDGET] == Rating(not_applicable="no budget here 1")


@pytest.mark.parametrize("change", [another_rating, another_name])
def test_that_a_note_goes_on(opened: MainWindow, sample_file: Path, qtbot: QtBot, change: Change) -> None:
    assert opened.workspace is not None
    assert opened.document is not None
    note = next(f for f in opened.workspace.findChildren(TextField) if f.accessibleName() == "Note to yourself")
    note.setFocus()
    note.selectAll()
    write(note, "mine ")
    change_outside(opened, sample_file, change, qtbot)
    assert QApplication.focusWidget() is note
    write(note, "goes on 1")
    opened.workspace.assess.focus_list()
    assert opened.document.cycle.notes[BUDGET] == "mine goes on 1"


def test_that_a_note_that_is_only_looked_at_does_not_write_over_another(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    assert opened.document is not None
    note = next(f for f in opened.workspace.findChildren(TextField) if f.accessibleName() == "Note to yourself")
    note.setFocus()
    change_outside(opened, sample_file, this_rating, qtbot)
    opened.workspace.assess.focus_list()
    assert opened.document.cycle.notes[BUDGET] == "by another"
    assert note.toPlainText() == "by another"


def test_that_an_action_on_the_plan_goes_on(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    opened.workspace.show_page(Page.PLAN)
    plan = opened.workspace.plan
    assert plan is not None
    plan.view.step_by(1)
    plan.add_action()
    field = focused(TextField, "What you will do")
    write(field, "ask for ")
    change_outside(opened, sample_file, another_name, qtbot)
    assert focused(TextField, "What you will do") is field
    write(field, "1 more")
    assert isinstance(field, TextField)
    assert field.toPlainText() == "ask for 1 more"


def test_that_criteria_are_attached_to_an_entry_as_it_is_by_now(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    assert opened.document is not None
    opened.workspace.show_page(Page.EVIDENCE)
    page = opened.workspace.evidence
    assert page is not None
    page.view.step_by(0)
    row = page.view.current_row()
    assert row is not None
    entry = next(e for e in opened.document.assessment.cycle.evidence if e.id == row.key)
    page.attach_chosen()
    field = focused(QLineEdit, "Find criteria")
    reworded = entry.model_copy(update={"text": "Reworded elsewhere"})
    change_outside(opened, sample_file, lambda a: a.with_evidence(reworded), qtbot)
    assert focused(QLineEdit, "Find criteria") is field
    press(field, Qt.Key.Key_Return)
    now = next(e for e in opened.document.assessment.cycle.evidence if e.id == entry.id)
    assert now.text == "Reworded elsewhere"


def test_that_undo_takes_back_ones_own_edit_and_says_what_came(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    assert opened.document is not None
    assert opened.saver is not None
    own = ratings(opened)[BUDGET]
    press(opened.workspace.assess.view, Qt.Key.Key_4)
    after = change_outside(opened, sample_file, another_rating, qtbot)
    (notice,) = [each for each in opened.findChildren(FloatingNotice) if each.isVisible()]
    assert notice.accessibleName().startswith("Taken over from the disk: one rating by another program")
    assert cut_texts(notice) == []
    assert all(label.wordWrap() for label in notice.findChildren(QLabel))
    assert opened.document.undo_stack.undoText() == "rating 4"
    opened.document.undo_stack.undo()
    assert ratings(opened) == {**after.cycle.ratings, BUDGET: own}
    assert is_saved(opened.saver)
    assert load_assessment(sample_file).cycle.ratings[OTHER] == Rating(step=0)
    opened.document.undo_stack.redo()
    assert opened.document.assessment == after


def test_that_one_stretch_of_typing_does_not_swallow_what_came_between(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.document is not None
    opened.document.note(BUDGET, "one")
    change_outside(opened, sample_file, another_rating, qtbot)
    opened.document.note(BUDGET, "one two")
    opened.document.undo_stack.undo()
    opened.document.undo_stack.undo()
    assert ratings(opened)[OTHER] == Rating(step=0)


def test_that_a_change_of_what_one_edited_oneself_is_an_edit_of_its_own_name(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.document is not None
    first = ratings(opened)[BUDGET]
    opened.document.rate(BUDGET, Rating(step=4))
    change_outside(opened, sample_file, this_rating, qtbot)
    assert opened.document.undo_stack.undoText() == "take over changes on disk"
    opened.document.undo_stack.undo()
    assert ratings(opened)[BUDGET] == Rating(step=4)
    opened.document.undo_stack.undo()
    assert ratings(opened)[BUDGET] == first


EDITED = Evidence(id="edited", date=date(2026, 11, 2), text="As it was", criteria=(BUDGET,))


def open_form(window: MainWindow, path: Path) -> EvidenceForm:
    save_assessment(path, load_assessment(path).with_evidence(EDITED))
    window.open_path(path)
    assert window.workspace is not None
    window.workspace.assess.go_to(BUDGET)
    QApplication.processEvents()
    card = next(card for card in window.findChildren(EntryCard) if "As it was" in card.accessibleName())
    card.edit_wanted.emit()
    QApplication.processEvents()
    return next(form for form in window.findChildren(EvidenceForm) if form.isVisible())


def elsewhere(window: MainWindow, path: Path) -> None:
    assert window.saver is not None
    assert is_saved(window.saver)
    there = load_assessment(path)
    other = EDITED.model_copy(update={"text": "Reworded elsewhere"})
    save_assessment(path, there.with_evidence(other))


def test_that_a_form_in_which_nothing_is_typed_shows_what_came_and_writes_over_nothing(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    form = open_form(window, sample_file)
    elsewhere(window, sample_file)
    qtbot.waitUntil(lambda: form.text.toPlainText() == "Reworded elsewhere")
    form.keep()
    assert window.document is not None
    assert next(e for e in window.document.assessment.cycle.evidence if e.id == "edited").text == "Reworded elsewhere"


@pytest.mark.parametrize("choice", ["Mine", "Theirs"])
def test_that_the_same_entry_written_here_and_elsewhere_is_asked_about(
    window: MainWindow, sample_file: Path, qtbot: QtBot, choice: str
) -> None:
    form = open_form(window, sample_file)
    elsewhere(window, sample_file)
    form.text.setPlainText("Typed here")
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ConflictsDialog)))
    dialog = next(dialog for dialog in window.findChildren(ConflictsDialog) if dialog.isVisible())
    next(b for b in dialog.findChildren(QRadioButton) if b.text().startswith(choice)).setChecked(True)
    click(pressable(dialog, "Go on with these"))
    kept = {"Mine": "Typed here", "Theirs": "Reworded elsewhere"}[choice]
    assert form.text.toPlainText() == kept
    form.keep()
    document = window.document
    assert document is not None
    assert next(e for e in document.assessment.cycle.evidence if e.id == "edited").text == kept
    texts_kept = [version.text() for version in Versions(document.assessment.id).newest_first()]
    assert any("Typed here" in text for text in texts_kept)
    assert any("Reworded elsewhere" in text for text in texts_kept)


def test_that_a_note_written_here_and_elsewhere_is_asked_about(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    assert opened.saver is not None
    note = next(f for f in opened.workspace.findChildren(TextField) if f.accessibleName() == "Note to yourself")
    note.setFocus()
    assert is_saved(opened.saver)
    save_assessment(sample_file, this_rating(load_assessment(sample_file)))
    write(note, "mine ")
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in opened.findChildren(ConflictsDialog)))


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_E, "What you achieved"), (Qt.Key.Key_A, "What you will do")])
def test_that_another_version_of_the_role_leaves_page_form_text_and_cursor(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, key: Qt.Key, name: str
) -> None:
    assert opened.workspace is not None
    before = opened.workspace
    press(before.assess.view, key)
    write(focused(TextField, name), "build time went from ")
    role = load_assessment(sample_file).role.model_copy(update={"title": "Another title"})
    change_outside(opened, sample_file, lambda there: there.model_copy(update={"role": role}), qtbot)
    qtbot.waitUntil(lambda: opened.workspace is not before)
    qtbot.waitUntil(lambda: isinstance(opened.focusWidget(), TextField))
    field = opened.focusWidget()
    assert field is not None
    assert field.accessibleName() == name
    write(field, "9")
    assert isinstance(field, TextField)
    assert field.toPlainText().strip().startswith("build time went from")
    assert field.toPlainText().endswith("9")
    assert opened.workspace.page is Page.ASSESS
    assert opened.workspace.assess.current_criterion() == BUDGET


def another_role_comes(opened: MainWindow, path: Path, qtbot: QtBot) -> Workspace:
    """Another version of the role comes from elsewhere; the pages are new then."""
    before = opened.workspace
    role = load_assessment(path).role.model_copy(update={"title": "Another title"})
    change_outside(opened, path, lambda there: there.model_copy(update={"role": role}), qtbot)
    qtbot.waitUntil(lambda: opened.workspace is not before)
    assert opened.workspace is not None
    return opened.workspace


def in_view(page: PlanPage | EvidencePage) -> bool:
    """Whether the current row is to be seen."""
    view = page.view
    return view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def goes_on(opened: MainWindow, name: str, qtbot: QtBot) -> None:
    """The keyboard is behind what was typed in the field of this name."""
    qtbot.waitUntil(lambda: isinstance(opened.focusWidget(), TextField))
    field = opened.focusWidget()
    assert isinstance(field, TextField)
    assert field.accessibleName() == name
    write(field, "9")
    assert "build time goes from 9" in field.toPlainText()


@pytest.mark.parametrize("is_new", [True, False])
def test_that_another_version_of_the_role_leaves_the_plan_as_it_was(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, is_new: bool
) -> None:
    opened.resize(1024, 640)
    opened.show_page(Page.PLAN)
    assert opened.workspace is not None
    plan = opened.workspace.plan
    assert plan is not None
    wanted = GapRow if is_new else ActionRow
    row = [row for row in plan.model.rows if isinstance(row, wanted)][-1]
    plan.view.show_key(row.key)
    plan.add_action() if is_new else plan.edit_current()
    write(focused(TextField, "What you will do"), "build time goes from ")
    current = plan.view.current_key()
    workspace = another_role_comes(opened, sample_file, qtbot)
    assert workspace.page is Page.PLAN
    again = workspace.plan
    assert again is not None
    goes_on(opened, "What you will do", qtbot)
    qtbot.waitUntil(lambda: in_view(again))
    assert again.view.current_key() == (f"action {again.panel.writing}" if is_new else current)
    again.keep_everything()
    assert opened.document is not None
    actions = opened.document.assessment.cycle.actions
    assert sum("build time goes from 9" in action.text for action in actions) == 1


def test_that_a_plan_without_words_yet_is_there_again(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    opened.show_page(Page.PLAN)
    assert opened.workspace is not None
    plan = opened.workspace.plan
    assert plan is not None
    plan.view.show_key(next(row.key for row in plan.model.rows if isinstance(row, GapRow)))
    plan.add_action()
    form = next(form for form in plan.findChildren(ActionForm) if form.isVisible())
    write(form.helper, "A colleague")
    another_role_comes(opened, sample_file, qtbot)
    qtbot.waitUntil(
        lambda: any(
            form.isVisible() and form.helper.text() == "A colleague" for form in opened.findChildren(ActionForm)
        )
    )


def test_that_another_version_of_the_role_leaves_the_journal_as_it_was(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.resize(1024, 640)
    opened.show_page(Page.EVIDENCE)
    assert opened.workspace is not None
    page = opened.workspace.evidence
    assert page is not None
    chosen, last = page.model.row_keys()[0], page.model.row_keys()[-1]
    page.model.toggle([chosen])
    page.view.show_key(last)
    press(page.view, Qt.Key.Key_Return)
    write(focused(TextField, "What you achieved"), "build time goes from ")
    workspace = another_role_comes(opened, sample_file, qtbot)
    assert workspace.page is Page.EVIDENCE
    again = workspace.evidence
    assert again is not None
    goes_on(opened, "What you achieved", qtbot)
    qtbot.waitUntil(lambda: in_view(again))
    assert again.view.current_key() == last
    assert again.model.chosen == [chosen]


def test_that_criteria_that_are_being_chosen_stay_ticked(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    opened.show_page(Page.EVIDENCE)
    assert opened.workspace is not None
    page = opened.workspace.evidence
    assert page is not None
    page.view.step_by(0)
    key = page.view.current_key()
    page.search.setText("the")
    page.attach_chosen()
    form = page.findChild(AttachForm)
    assert form is not None
    form.model.toggle(form.model.index(form.model.rowCount() - 1))
    said = form.model.said
    workspace = another_role_comes(opened, sample_file, qtbot)
    again = workspace.evidence
    assert again is not None
    assert again.search.text() == "the"
    assert again.view.current_key() == key
    assert again.side.attaching == said
    click(pressable(again.side, "Attach"))
    assert not again.is_busy
