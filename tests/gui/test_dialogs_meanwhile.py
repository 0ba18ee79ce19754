"""Another program changes the document while a dialog is open that looks at it, or holds what is no whole value yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QRadioButton, QWidget

from ladder_app.domain.assessment import Experience
from ladder_app.domain.cycle import IndicatorValue
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.hiring import tracked_steps
from ladder_app.domain.history import next_cycle, take_over
from ladder_app.domain.indicators import with_value
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.attach_form import AttachForm
from ladder_app.gui.closing import CloseCycleDialog
from ladder_app.gui.conflicts_dialog import ConflictsDialog
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.fields import TextField
from ladder_app.gui.git_dialog import GitDialog
from ladder_app.gui.hiring_dialog import HiringDialog
from ladder_app.gui.indicator_dialog import IndicatorDialog
from ladder_app.gui.pages import Page
from ladder_app.gui.presentation import Presentation
from ladder_app.gui.profile_dialog import OptionalDate, ProfileDialog
from ladder_app.gui.review_taking import ReviewDialog
from ladder_app.gui.role_update import RoleUpdateDialog
from ladder_app.gui.served_gaps import ServedGaps
from ladder_app.gui.side_choice import SideChoice
from ladder_app.gui.versions_dialog import VersionsDialog
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.storage.assessments import load_assessment, save_assessment
from tests.gui.hands import click, cut_texts, is_saved, press, pressable, texts, write
from tests.gui.staging import TODAY
from tests.gui.test_review_taking import filled
from tests.gui.test_role_update import look, without
from tests.importers.test_git_log import ME, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from pytestqt.qtbot import QtBot

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.document import Document
    from ladder_app.gui.main_window import MainWindow

    W = TypeVar("W", bound=QWidget)

BUDGET, TALENT = "budget-and-resources", "budgets"
INDICATOR = "stakeholder-satisfaction"


@pytest.fixture
def opened(window: MainWindow, sample_file: Path) -> MainWindow:
    window.activateWindow()
    window.open_path(sample_file)
    return window


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def came(window: MainWindow, path: Path, change: Callable[[Assessment], Assessment], qtbot: QtBot) -> None:
    """Write the file as another program would, and wait until it is taken over or merged here."""
    assert window.saver is not None
    assert is_saved(window.saver)
    document = document_of(window)
    before = document.assessment
    save_assessment(path, change(load_assessment(path)))
    qtbot.waitUntil(lambda: document.assessment is not before)
    QApplication.processEvents()


def shown(window: MainWindow, kind: type[W]) -> W:
    QApplication.processEvents()
    return next(found for found in window.findChildren(kind) if found.isVisible())


def question(window: MainWindow) -> ConflictsDialog:
    return shown(window, ConflictsDialog)


def is_asked(window: MainWindow) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(ConflictsDialog))


def decide(window: MainWindow, choice: str) -> None:
    asked = question(window)
    for button in asked.findChildren(QRadioButton):
        if button.text().startswith(choice):
            button.setChecked(True)
    click(pressable(asked, "Go on with these"))
    QApplication.processEvents()


# The profile


def with_experience(assessment: Assessment) -> Assessment:
    known = assessment.person.experience
    person = assessment.person.model_copy(update={"experience": (*known, Experience(of="baking", since=TODAY))})
    return assessment.with_profile(person, assessment.current, assessment.target)


def renamed(assessment: Assessment) -> Assessment:
    person = assessment.person.model_copy(update={"name": "From elsewhere"})
    return assessment.with_profile(person, assessment.current, assessment.target)


def test_that_experience_from_elsewhere_stands_in_the_profile_and_stays(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.edit_profile()
    dialog = shown(opened, ProfileDialog)
    write(dialog._title, " too")
    came(opened, sample_file, with_experience, qtbot)
    rows = [row for row in dialog.findChildren(OptionalDate) if row.isVisible() and row.value() == TODAY]
    assert len(rows) == 1
    assert cut_texts(dialog) == []
    click(pressable(dialog, "Keep"))
    person = document_of(opened).assessment.person
    assert Experience(of="baking", since=TODAY) in person.experience
    assert (person.title or "").endswith(" too")


def test_that_one_can_go_back_from_the_question_to_the_profile(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.edit_profile()
    dialog = shown(opened, ProfileDialog)
    dialog._name.setText("Typed here")
    came(opened, sample_file, renamed, qtbot)
    after = document_of(opened).assessment
    click(pressable(dialog, "Keep"))
    asked = question(opened)
    assert "Profile, name" in texts(asked)
    click(pressable(asked, "Back to the form"))
    QApplication.processEvents()
    assert document_of(opened).assessment is after
    assert dialog.isVisible()
    assert dialog._name.text() == "Typed here"
    click(pressable(dialog, "Keep"))
    decide(opened, "Mine")
    assert document_of(opened).assessment.person.name == "Typed here"
    document_of(opened).undo_stack.undo()
    assert document_of(opened).assessment.person.name == "From elsewhere"


def test_that_levels_of_another_version_of_the_role_can_be_chosen_in_the_profile(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.edit_profile()
    dialog = shown(opened, ProfileDialog)
    role = document_of(opened).assessment.role
    more = role.model_copy(
        update={"levels": (role.levels[0].model_copy(update={"id": "new", "title": "Newest"}).model_copy(
            update={"responsibilities": (), "requirements": ()}), *role.levels)}
    )  # fmt: skip
    came(opened, sample_file, lambda there: take_over(there, more), qtbot)
    target = document_of(opened).assessment.target
    assert dialog._target.currentData() == target
    dialog._target.setCurrentIndex(dialog._target.findData("new"))
    click(pressable(dialog, "Keep"))
    assert document_of(opened).assessment.target == "new"


def test_that_what_is_left_of_a_profile_is_what_was_typed_and_nothing_else(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.edit_profile()
    dialog = shown(opened, ProfileDialog)
    dialog._title.setText("Typed here")
    came(opened, sample_file, renamed, qtbot)
    qtbot.waitUntil(lambda: document_of(opened).drafts.kept == {"profile": {"Title": "Typed here"}})
    click(pressable(dialog, "Cancel"))
    assert document_of(opened).drafts.kept == {}


# Forms that hold something that is no whole value yet


def put_entry(assessment: Assessment) -> Assessment:
    return assessment.with_evidence(Evidence(id="edited", date=TODAY, text="As it was", criteria=(BUDGET,)))


def linked_elsewhere(assessment: Assessment) -> Assessment:
    entry = next(entry for entry in assessment.cycle.evidence if entry.id == "edited")
    return assessment.with_evidence(entry.model_copy(update={"link": "https://example.org/elsewhere"}))


def open_entry(window: MainWindow, path: Path) -> EvidenceForm:
    save_assessment(path, put_entry(load_assessment(path)))
    window.open_path(path)
    window.show_page(Page.EVIDENCE)
    assert window.workspace is not None
    page = window.workspace.evidence
    assert page is not None
    page._edit(next(e for e in document_of(window).assessment.cycle.evidence if e.id == "edited"))
    return shown(window, EvidenceForm)


@pytest.mark.parametrize("choice", ["Mine", "Theirs"])
def test_that_what_is_half_typed_meets_what_came_once_it_is_whole(
    window: MainWindow, sample_file: Path, qtbot: QtBot, choice: str
) -> None:
    form = open_entry(window, sample_file)
    form.text.clear()
    form.link.setText("https://example.org/here")
    came(window, sample_file, linked_elsewhere, qtbot)
    assert form.link.text() == "https://example.org/here"
    form.text.setPlainText("Whole by now")
    form.keep()
    asked = question(window)
    assert "Evidence, link" in texts(asked)
    assert form.isVisible()
    decide(window, choice)
    wanted = {"Mine": "https://example.org/here", "Theirs": "https://example.org/elsewhere"}[choice]
    assert form.link.text() == wanted
    form.keep()
    entry = next(e for e in document_of(window).assessment.cycle.evidence if e.id == "edited")
    assert (entry.text, entry.link) == ("Whole by now", wanted)


def test_that_cancelling_leaves_what_came_and_takes_back_what_was_typed(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    form = open_entry(window, sample_file)
    form.text.setPlainText("Typed here")
    came(window, sample_file, linked_elsewhere, qtbot)
    qtbot.waitUntil(lambda: form.link.text() == "https://example.org/elsewhere")
    form.abandon()
    entry = next(e for e in document_of(window).assessment.cycle.evidence if e.id == "edited")
    assert (entry.text, entry.link) == ("As it was", "https://example.org/elsewhere")


def test_that_an_entry_removed_elsewhere_is_not_there_again_unasked(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    form = open_entry(window, sample_file)
    came(window, sample_file, lambda there: there.without_evidence("edited"), qtbot)
    form.text.setPlainText("Typed after that")
    form.keep()
    decide(window, "Theirs")
    assert not any(e.id == "edited" for e in document_of(window).assessment.cycle.evidence)
    assert not any(form.isVisible() for form in window.findChildren(EvidenceForm))


def test_that_a_form_that_has_to_close_keeps_what_is_asked_about_as_a_draft(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    form = open_entry(window, sample_file)
    form.text.clear()
    form.link.setText("https://example.org/here")
    came(window, sample_file, linked_elsewhere, qtbot)
    form.text.setPlainText("Whole by now")
    window.keep_what_is_typed()
    assert document_of(window).drafts.kept["evidence edited"]["What you achieved"] == "Whole by now"
    click(pressable(question(window), "Back to the form"))


def test_that_a_value_added_here_and_elsewhere_for_one_period_is_asked_about(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    document = document_of(opened)
    indicator = next(p for p in document.assessment.role.performance_indicators if p.id == INDICATOR)
    show_dialog(IndicatorDialog(document, opened.theme, indicator, None, opened))
    dialog = shown(opened, IndicatorDialog)
    dialog.way.setCurrentIndex(0)
    period = dialog.period.text()
    theirs = IndicatorValue(indicator=INDICATOR, period=period, value="From elsewhere")
    came(opened, sample_file, lambda there: with_value(there, theirs), qtbot)
    dialog.value.setText("Typed here")
    click(pressable(dialog, "Keep"))
    assert "Indicator value, value" in texts(question(opened))
    decide(opened, "Theirs")
    values = [v.value for v in document.assessment.cycle.indicators if (v.indicator, v.period) == (INDICATOR, period)]
    assert values == ["From elsewhere"]
    click(pressable(dialog, "Cancel"))


def test_that_a_day_that_is_only_proposed_yields_to_what_was_recorded_elsewhere(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    from ladder_app.domain.assessment import HiringRecord
    from ladder_app.domain.hiring import with_record

    document = document_of(opened)
    step = next(step for step in tracked_steps(document.assessment) if step.record is None)
    show_dialog(HiringDialog(document, opened.theme, step, opened))
    dialog = shown(opened, HiringDialog)
    assert dialog.has_day.isChecked()
    came(opened, sample_file, lambda there: with_record(there, HiringRecord(step=step.text, outcome="passed")), qtbot)
    assert not dialog.has_day.isChecked()
    after = document.assessment
    click(pressable(dialog, "Keep"))
    assert document.assessment is after


@pytest.mark.parametrize("choice", ["Mine", "Theirs"])
def test_that_a_reason_typed_on_after_another_rating_came_is_asked_about(
    opened: MainWindow, sample_file: Path, qtbot: QtBot, choice: str
) -> None:
    assert opened.workspace is not None
    document = document_of(opened)
    document.rate(BUDGET, Rating(not_applicable="no budget"))
    opened.workspace.assess.go_to(BUDGET)
    QApplication.processEvents()
    fields = opened.workspace.findChildren(QLineEdit)
    reason = next(f for f in fields if f.accessibleName() == "Why it does not apply" and f.isVisible())
    reason.setFocus()
    came(opened, sample_file, lambda there: there.rated(BUDGET, Rating(step=2)), qtbot)
    assert QApplication.focusWidget() is reason
    write(reason, " here 1")
    press(reason, Qt.Key.Key_Return)
    said = [button.text() for button in question(opened).findChildren(QRadioButton)]
    assert any("no budget here 1" in words for words in said)
    decide(opened, choice)
    wanted = {"Mine": Rating(not_applicable="no budget here 1"), "Theirs": Rating(step=2)}[choice]
    assert document.cycle.ratings[BUDGET] == wanted
    assert reason.isVisible() == (choice == "Mine")


# What is asked


def test_that_what_is_written_while_one_is_asked_is_part_of_what_comes_of_it(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    document = document_of(opened)
    assert opened.saver is not None
    save_assessment(sample_file, document.assessment.rated(BUDGET, Rating(step=0)))
    document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: is_asked(opened))
    document.note(TALENT, "Written meanwhile")
    decide(opened, "Theirs")
    assert document.assessment.cycle.ratings[BUDGET] == Rating(step=0)
    assert document.assessment.cycle.notes[TALENT] == "Written meanwhile"


def test_that_what_clashes_only_since_one_was_asked_is_asked_about_too(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    document = document_of(opened)
    assert opened.saver is not None
    save_assessment(sample_file, document.assessment.rated(BUDGET, Rating(step=0)).noted(TALENT, "From elsewhere"))
    document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: is_asked(opened))
    document.note(TALENT, "Written meanwhile")
    decide(opened, "Theirs")
    assert is_asked(opened)
    assert document.assessment.cycle.notes[TALENT] == "Written meanwhile"
    decide(opened, "Mine")
    assert document.assessment.cycle.notes[TALENT] == "Written meanwhile"


def test_that_both_sides_of_a_question_can_be_read_whole(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    document = document_of(opened)
    long = "A long story, with a word that ends nowhere: " + "word" * 20
    save_assessment(sample_file, document.assessment.noted(BUDGET, f"{long}, theirs & others"))
    document.note(BUDGET, f"{long}, mine")
    qtbot.waitUntil(lambda: is_asked(opened))
    asked = question(opened)
    choices = asked.findChildren(SideChoice)
    said = [choice.accessibleName() for choice in choices]
    assert said == [f"Mine: {long}, mine", f"Theirs: {long}, theirs & others"]
    assert all(choice.height() >= choice.heightForWidth(choice.width()) for choice in choices)
    press(choices[0], Qt.Key.Key_Down)
    assert choices[1].isChecked()
    click(choices[0])
    assert choices[0].isChecked()
    click(choices[1])
    click(pressable(asked, "Go on with these"))
    assert document.cycle.notes[BUDGET].endswith("theirs & others")


# Dialogs that only look


def test_that_closing_a_cycle_says_what_goes_along_as_it_is_by_now(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.close_cycle()
    dialog = shown(opened, CloseCycleDialog)
    before = dialog._along.text()
    came(opened, sample_file, lambda there: there.with_cycle(ratings={}), qtbot)
    assert dialog._along.text() != before
    assert any("unrated and will begin so" in words for words in texts(dialog))
    assert cut_texts(dialog) == []


def test_that_a_cycle_that_was_closed_elsewhere_is_not_closed_again(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.dialogs.close_cycle()
    dialog = shown(opened, CloseCycleDialog)
    came(opened, sample_file, lambda there: next_cycle(there, "2027 H1", TODAY), qtbot)
    assert any("has closed this cycle meanwhile" in words for words in texts(dialog))
    assert cut_texts(dialog) == []
    after = document_of(opened).assessment
    assert not dialog._close_button.isVisible()
    press(dialog, Qt.Key.Key_Return)
    click(pressable(dialog, "Close"))
    assert document_of(opened).assessment is after


@pytest.fixture
def outdated(window: MainWindow, sample: Assessment, sample_file: Path) -> MainWindow:
    """The sample, about an older version of its role, with the dialog open that lists what is new."""
    before = without(sample.role, 1, "high-performing-team", text="Lead a high-performing team of engineers.")
    save_assessment(sample_file, sample.model_copy(update={"role": before}))
    window.open_path(sample_file)
    look(window)
    window.news.show_changes()
    return window


def test_that_taking_a_role_over_leaves_a_level_that_was_chosen_elsewhere(
    outdated: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    dialog = shown(outdated, RoleUpdateDialog)
    other = document_of(outdated).assessment.role.levels[0].id
    came(outdated, sample_file, lambda there: there.with_profile(there.person, None, other), qtbot)
    click(pressable(dialog, "Take it over"))
    after = document_of(outdated).assessment
    assert (after.current, after.target) == (None, other)
    assert after.role == outdated.news.found


def test_that_a_role_that_was_taken_over_elsewhere_is_not_taken_over_again(
    outdated: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    dialog = shown(outdated, RoleUpdateDialog)
    newer = outdated.news.found
    assert newer is not None
    came(outdated, sample_file, lambda there: take_over(there, newer), qtbot)
    assert not any(button.isVisible() for button in (dialog._take_button,))
    click(pressable(dialog, "Close"))
    assert not document_of(outdated).undo_stack.canUndo()


def test_that_taking_in_a_review_says_what_it_changes_by_now(
    opened: MainWindow, sample_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    form = filled(document_of(opened).assessment, tmp_path / "form.pdf")
    opened.files.take_review_from(form)
    dialog = shown(opened, ReviewDialog)
    assert pressable(dialog, "Take it over").isEnabled()

    def taken_elsewhere(there: Assessment) -> Assessment:
        from ladder_app.domain.reviewing import with_review

        for answers in dialog._found:
            there = with_review(there, answers.review, answers.asked)
        return there

    came(opened, sample_file, taken_elsewhere, qtbot)
    assert any("Nothing in it is new" in words for words in texts(dialog))
    click(pressable(dialog, "Close"))
    assert not document_of(opened).undo_stack.canUndo()


def test_that_a_kept_version_is_compared_with_what_there_is_by_now(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    document = document_of(opened)
    document.rate(BUDGET, Rating(step=1))
    assert opened.saver is not None
    assert is_saved(opened.saver)
    opened.files.reverting.begin()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in opened.findChildren(VersionsDialog)))
    dialog = shown(opened, VersionsDialog)
    qtbot.waitUntil(lambda: bool(dialog.findChild(QListWidget)) and dialog._shown is not None)
    before = texts(dialog)
    came(opened, sample_file, lambda there: there.noted(TALENT, "From elsewhere"), qtbot)
    qtbot.waitUntil(lambda: dialog._shown is not None and texts(dialog) != before)
    assert any("note" in words for words in texts(dialog) if words not in before)


def test_that_commits_logged_elsewhere_are_not_logged_again(
    opened: MainWindow, sample_file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.email", ME.address)
    for day in (1, 2):
        commit(folder, f"Step {day}", f"2026-08-0{day}")
    opened.dialogs.log_from_git(folder)
    dialog = shown(opened, GitDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    for place in (0, 1):
        dialog.model.toggle(dialog.model.index(place))
    first, second = dialog.model.chosen
    entry = Evidence(id="logged", date=TODAY, text="Logged elsewhere", source=first.source)
    came(opened, sample_file, lambda there: there.with_evidence(entry), qtbot)
    assert dialog.model.is_taken(first)
    assert dialog.model.chosen == [second]
    dialog.add()
    texts_there = [e.text for e in document_of(opened).assessment.cycle.evidence]
    assert texts_there[-2:] == ["Logged elsewhere", "Step 1"]


def test_that_what_was_attached_elsewhere_stays_attached(opened: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    document = document_of(opened)
    opened.show_page(Page.EVIDENCE)
    assert opened.workspace is not None
    page = opened.workspace.evidence
    assert page is not None
    page.view.step_by(0)
    row = page.view.current_row()
    assert row is not None
    entry = next(e for e in document.assessment.cycle.evidence if e.id == row.key)
    page.attach_chosen()
    form = shown(opened, AttachForm)
    mine, theirs = [name for name in page._names if name not in entry.criteria][:2]
    place = [form.model._listed.index(mine)]
    form.model.toggle(form.model.index(place[0]))
    attached = entry.model_copy(update={"criteria": (*entry.criteria, theirs)})
    came(opened, sample_file, lambda there: there.with_evidence(attached), qtbot)
    assert form.model.state(theirs) is Qt.CheckState.Checked
    form.keep()
    now = next(e for e in document.assessment.cycle.evidence if e.id == entry.id)
    assert set(now.criteria) == {*entry.criteria, mine, theirs}


def test_that_what_an_action_is_for_comes_from_both_sides(window: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    save_assessment(
        sample_file,
        load_assessment(sample_file).with_action(Action(id="edited", text="Ask for it", criteria=(BUDGET,))),
    )
    window.open_path(sample_file)
    document = document_of(window)
    window.show_page(Page.PLAN)
    assert window.workspace is not None
    plan = window.workspace.plan
    assert plan is not None

    def action() -> Action:
        return next(a for a in document.assessment.cycle.actions if a.id == "edited")

    plan.panel.edit(action())
    shown(window, ActionForm)
    served = shown(window, ServedGaps)
    others = [c.id for c in document.target.criteria if c.id != BUDGET][:2]
    theirs = action().model_copy(update={"criteria": (BUDGET, others[0])})
    came(window, sample_file, lambda there: there.with_action(theirs), qtbot)
    assert served.criteria == (BUDGET, others[0])
    served._change((*served.criteria, others[1]))
    plan.panel.keep_everything()
    assert action().criteria == (BUDGET, *others)


def words_of(presentation: Presentation) -> TextField:
    """The field that the keyboard is in; another one as soon as the letters are larger."""
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    assert presentation.isAncestorOf(field)
    return field


def test_that_a_presentation_goes_on_where_somebody_is_writing(
    opened: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    opened.show_page(Page.CONVERSATION)
    assert opened.workspace is not None
    assert opened.workspace.conversation is not None
    opened.workspace.conversation.present()
    shown_now = shown(opened, Presentation)
    shown_now.activateWindow()
    qtbot.waitUntil(lambda: shown_now._sheet is not None and not shown_now._settled.isActive())
    press(shown_now, Qt.Key.Key_Return)
    write(words_of(shown_now), "one ")
    name = shown_now.criterion_id

    def changed(there: Assessment) -> Assessment:
        return renamed(there).rated(name, Rating(step=0))

    came(opened, sample_file, changed, qtbot)
    assert shown_now.isVisible()
    assert any("0 Not yet" in words for words in texts(shown_now))
    write(words_of(shown_now), "two")
    press(words_of(shown_now), Qt.Key.Key_Escape)
    shown_now.close()
    agreed = document_of(opened).assessment.cycle.agreed[name]
    assert agreed.text == "one two"
