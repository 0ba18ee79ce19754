"""While a form or a dialog is open, another program changes what it is about: nothing is written over unasked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as PythonPath
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from shiboken6 import isValid

from ladder_app import gui
from ladder_app.domain.assessment import HiringRecord
from ladder_app.domain.conversation import with_agreed_text, with_summary
from ladder_app.domain.cycle import IndicatorValue, Review
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.hiring import hiring_steps, tracked_steps, with_record
from ladder_app.domain.indicators import with_value
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.conflicts_dialog import ConflictsDialog
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.hiring_dialog import HiringDialog
from ladder_app.gui.indicator_dialog import IndicatorDialog
from ladder_app.gui.overall_dialog import OverallDialog
from ladder_app.gui.pages import Page
from ladder_app.gui.presentation import Presentation
from ladder_app.gui.profile_dialog import ProfileDialog
from ladder_app.gui.window_dialogs import show_dialog
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.settings import Settings
from ladder_app.storage.versions import Versions
from tests.gui.hands import click, is_saved, pressable, write
from tests.gui.staging import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ladder_app.domain.assessment import Assessment
    from ladder_app.gui.document import Document
    from ladder_app.gui.main_window import MainWindow

BUDGET = "budget-and-resources"
POINT = "recruit-talent"
"""What is seen most differently in the sample: the Conversation page shows it first."""
INDICATOR = "stakeholder-satisfaction"
MANAGER = "Sample Manager"
THEIRS, MINE, OTHER = "From elsewhere", "Typed here", "Another thing from elsewhere"


@dataclass(frozen=True)
class Case:
    """A form: what is in the file before, how it is opened, its field, how it is kept; what others write and read."""

    before: Callable[[Assessment], Assessment]
    open: Callable[[MainWindow], QWidget]
    field: Callable[[QWidget], QLineEdit | QPlainTextEdit]
    keep: Callable[[QWidget], object]
    put: Callable[[Assessment, str], Assessment]
    read: Callable[[Assessment], str | None]
    put_other: Callable[[Assessment, str], Assessment]
    read_other: Callable[[Assessment], str | None]


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    return next(found for found in window.findChildren(kind) if found.isVisible())


def as_it_is(assessment: Assessment) -> Assessment:
    return assessment


def press_keep(dialog: QWidget) -> None:
    click(pressable(dialog, "Keep"))


# The profile


def open_profile(window: MainWindow) -> QWidget:
    window.dialogs.edit_profile()
    return shown(window, ProfileDialog)


def named(assessment: Assessment, name: str) -> Assessment:
    person = assessment.person.model_copy(update={"name": name})
    return assessment.with_profile(person, assessment.current, assessment.target)


def titled(assessment: Assessment, title: str) -> Assessment:
    person = assessment.person.model_copy(update={"title": title})
    return assessment.with_profile(person, assessment.current, assessment.target)


# A step of the hiring process


def open_hiring(window: MainWindow) -> QWidget:
    document = document_of(window)
    step = tracked_steps(document.assessment)[0]
    show_dialog(HiringDialog(document, window.theme, step, window))
    return shown(window, HiringDialog)


def record_of(assessment: Assessment) -> HiringRecord:
    found = [record for record in assessment.hiring if record.step == hiring_steps(assessment.role)[0]]
    return found[0] if found else HiringRecord(step=hiring_steps(assessment.role)[0])


def recorded(assessment: Assessment, field: str, words: str) -> Assessment:
    return with_record(assessment, record_of(assessment).model_copy(update={field: words}))


# A value of a performance indicator


def value_of(assessment: Assessment) -> IndicatorValue:
    return next(value for value in assessment.cycle.indicators if value.period == "2026 Q9")


def with_the_value(assessment: Assessment) -> Assessment:
    return with_value(assessment, IndicatorValue(indicator=INDICATOR, period="2026 Q9", value="As it was", note="So"))


def valued(assessment: Assessment, field: str, words: str) -> Assessment:
    before = value_of(assessment)
    return with_value(assessment, before.model_copy(update={field: words}), before)


def open_value(window: MainWindow) -> QWidget:
    document = document_of(window)
    indicator = next(p for p in document.assessment.role.performance_indicators if p.id == INDICATOR)
    show_dialog(IndicatorDialog(document, window.theme, indicator, value_of(document.assessment), window))
    return shown(window, IndicatorDialog)


# Evidence and actions

EVIDENCE = Evidence(id="edited", date=TODAY, text="As it was", criteria=(BUDGET,))
ACTION = Action(id="edited", text="As it was", criteria=(BUDGET,))


def evidence_of(assessment: Assessment) -> Evidence:
    return next(entry for entry in assessment.cycle.evidence if entry.id == "edited")


def action_of(assessment: Assessment) -> Action:
    return next(entry for entry in assessment.cycle.actions if entry.id == "edited")


def open_card(window: MainWindow, kind: str, form: type[QWidget]) -> QWidget:
    assert window.workspace is not None
    window.workspace.assess.go_to(BUDGET)
    QApplication.processEvents()
    cards = window.findChildren(EntryCard)
    found = (card for card in cards if card.isVisible() and "As it was" in card.accessibleName())
    next(card for card in found if card.accessibleName().startswith(kind)).edit_wanted.emit()
    return shown(window, form)


# Words of the conversation


def open_talk(window: MainWindow) -> QWidget:
    window.show_page(Page.CONVERSATION)
    assert window.workspace is not None
    page = window.workspace.conversation
    assert page is not None
    QApplication.processEvents()
    return page


def open_whole(window: MainWindow) -> QWidget:
    page = open_talk(window)
    assert window.workspace is not None
    assert window.workspace.conversation is not None
    window.workspace.conversation.head.choose(Tab.WHOLE)
    QApplication.processEvents()
    return page


def open_presentation(window: MainWindow) -> QWidget:
    open_talk(window)
    assert window.workspace is not None
    assert window.workspace.conversation is not None
    made = window.workspace.conversation.present()
    assert made is not None
    return shown(window, Presentation)


def agreed_words(assessment: Assessment) -> str | None:
    found = assessment.cycle.agreed.get(POINT)
    return found.text if found is not None else None


# The overall words of a reviewer


def open_overall(window: MainWindow) -> QWidget:
    window.reviewing._speak(MANAGER)
    window.reviewing.write_overall()
    return shown(window, OverallDialog)


def summed_up(assessment: Assessment, words: str) -> Assessment:
    return reviewed(assessment, overall=words)


def commented(assessment: Assessment, words: str) -> Assessment:
    return reviewed(assessment, comments={BUDGET: words})


def review_of(assessment: Assessment) -> Review:
    return next(review for review in assessment.cycle.reviews if review.reviewer == MANAGER)


def reviewed(assessment: Assessment, **changes: object) -> Assessment:
    changed = review_of(assessment).model_copy(update={"date": TODAY, **changes})
    others = (changed if each.reviewer == MANAGER else each for each in assessment.cycle.reviews)
    return assessment.with_cycle(reviews=tuple(others))


# The words of a promotion case


def open_case(window: MainWindow) -> QWidget:
    show_dialog(ExportDialog(document_of(window), window.theme, Settings(export_preset="promotion"), window))
    return shown(window, ExportDialog)


def called(name: str) -> Callable[[QWidget], QLineEdit | QPlainTextEdit]:
    def find(form: QWidget) -> QLineEdit | QPlainTextEdit:
        lines: list[QLineEdit | QPlainTextEdit] = [*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)]
        return next(line for line in lines if line.accessibleName() == name and line.isVisible())

    return find


def leave(form: QWidget) -> None:
    """Put the keyboard somewhere else."""
    form.setFocus()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def case_of(assessment: Assessment) -> tuple[str, str]:
    case = assessment.cycle.promotion
    return case.summary or "", case.justification or ""


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def open_note(window: MainWindow) -> QWidget:
    assert window.workspace is not None
    window.workspace.assess.go_to(BUDGET)
    QApplication.processEvents()
    return window.workspace.assess


CASES = {
    "profile": Case(
        as_it_is, open_profile, called("Name"), press_keep,
        named, lambda a: a.person.name, titled, lambda a: a.person.title,
    ),
    "hiring": Case(
        lambda a: recorded(a, "outcome", "As it was"), open_hiring, called("Outcome"), press_keep,
        lambda a, words: recorded(a, "outcome", words), lambda a: record_of(a).outcome,
        lambda a, words: recorded(a, "with_whom", words), lambda a: record_of(a).with_whom,
    ),
    "indicator": Case(
        with_the_value, open_value, called("Value"), press_keep,
        lambda a, words: valued(a, "value", words), lambda a: value_of(a).value,
        lambda a, words: valued(a, "note", words), lambda a: value_of(a).note,
    ),
    "evidence": Case(
        lambda a: a.with_evidence(EVIDENCE), lambda w: open_card(w, "Evidence", EvidenceForm),
        called("What you achieved"), lambda form: cast("EvidenceForm", form).keep(),
        lambda a, words: a.with_evidence(evidence_of(a).model_copy(update={"text": words})),
        lambda a: evidence_of(a).text,
        lambda a, words: a.with_evidence(evidence_of(a).model_copy(update={"link": words})),
        lambda a: evidence_of(a).link,
    ),
    "action": Case(
        lambda a: a.with_action(ACTION), lambda w: open_card(w, "Action", ActionForm),
        called("What you will do"), lambda form: cast("ActionForm", form).keep(),
        lambda a, words: a.with_action(action_of(a).model_copy(update={"text": words})),
        lambda a: action_of(a).text,
        lambda a, words: a.with_action(action_of(a).model_copy(update={"helper": words})),
        lambda a: action_of(a).helper,
    ),
    "note": Case(
        as_it_is, open_note, called("Note to yourself"), leave,
        lambda a, words: a.noted(BUDGET, words), lambda a: a.cycle.notes.get(BUDGET),
        lambda a, words: a.rated(BUDGET, Rating(not_applicable=words)),
        lambda a: a.cycle.ratings[BUDGET].not_applicable,
    ),
    "reason": Case(
        lambda a: a.rated(BUDGET, Rating(not_applicable="As it was")), open_note,
        called("Why it does not apply"), leave,
        lambda a, words: a.rated(BUDGET, Rating(not_applicable=words)),
        lambda a: a.cycle.ratings[BUDGET].not_applicable,
        lambda a, words: a.noted(BUDGET, words), lambda a: a.cycle.notes.get(BUDGET),
    ),
    "agreed": Case(
        as_it_is, open_talk, called("What we agreed"), leave,
        lambda a, words: with_agreed_text(a, POINT, words),
        agreed_words,
        with_summary, lambda a: a.cycle.conversation.summary,
    ),
    "whole": Case(
        as_it_is, open_whole, called("What we agreed as a whole"), leave,
        with_summary, lambda a: a.cycle.conversation.summary,
        lambda a, words: with_agreed_text(a, POINT, words),
        agreed_words,
    ),
    "presentation": Case(
        as_it_is, open_presentation, called("What we agreed"), leave,
        lambda a, words: with_agreed_text(a, POINT, words),
        agreed_words,
        named, lambda a: a.person.name,
    ),
    "overall": Case(
        as_it_is, open_overall, called("Overall comments"), lambda dialog: click(pressable(dialog, "Done")),
        summed_up, lambda a: review_of(a).overall,
        commented, lambda a: review_of(a).comments[BUDGET],
    ),
    "promotion": Case(
        as_it_is, open_case, called("Summary"), lambda dialog: click(pressable(dialog, "Close")),
        lambda a, words: a.with_promotion(words, case_of(a)[1]), lambda a: case_of(a)[0],
        lambda a, words: a.with_promotion(case_of(a)[0], words), lambda a: case_of(a)[1],
    ),
}  # fmt: skip


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.fixture
def form(case: Case, window: MainWindow, sample_file: Path) -> QWidget:
    save_assessment(sample_file, case.before(load_assessment(sample_file)))
    window.activateWindow()
    window.open_path(sample_file)
    return case.open(window)


def elsewhere(window: MainWindow, path: Path, put: Callable[[Assessment, str], Assessment], words: str) -> Assessment:
    """Write the file as another program would."""
    assert window.saver is not None
    assert is_saved(window.saver)
    changed = put(load_assessment(path), words)
    save_assessment(path, changed)
    return changed


def retype(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    write(field, words)


def asked(window: MainWindow) -> ConflictsDialog:
    found = [dialog for dialog in window.findChildren(ConflictsDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def is_asked(window: MainWindow) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(ConflictsDialog))


def test_that_a_form_in_which_nothing_is_typed_shows_what_came_and_writes_nothing(
    case: Case, form: QWidget, window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    field = case.field(form)
    field.setFocus()
    theirs = elsewhere(window, sample_file, case.put, THEIRS)
    document = document_of(window)
    qtbot.waitUntil(lambda: document.assessment == theirs)
    if field.accessibleName() != "Why it does not apply":  # it stays where it is until it is left
        assert text_of(field) == THEIRS
    case.keep(form)
    QApplication.processEvents()
    assert document.assessment == theirs
    assert not document.undo_stack.canUndo()
    assert not is_asked(window)


def test_that_what_is_typed_and_what_came_of_another_field_are_both_there(
    case: Case, form: QWidget, window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    document = document_of(window)
    field = case.field(form)
    elsewhere(window, sample_file, case.put_other, OTHER)
    retype(field, MINE)
    qtbot.waitUntil(lambda: case.read_other(document.assessment) == OTHER)
    case.keep(form)
    qtbot.waitUntil(lambda: case.read(document.assessment) == MINE)
    assert case.read_other(document.assessment) == OTHER
    assert not is_asked(window)
    after = document.assessment
    document.undo_stack.undo()
    assert case.read(document.assessment) != MINE
    assert case.read_other(document.assessment) == OTHER
    document.undo_stack.redo()
    assert document.assessment == after


@pytest.mark.parametrize("choice", ["Mine", "Theirs"])
def test_that_what_both_wrote_is_asked_about_and_both_are_kept(
    case: Case, form: QWidget, window: MainWindow, sample_file: Path, qtbot: QtBot, choice: str
) -> None:
    document = document_of(window)
    field = case.field(form)
    elsewhere(window, sample_file, case.put, THEIRS)
    retype(field, MINE)
    if isinstance(form, ProfileDialog):
        qtbot.waitUntil(lambda: case.read(document.assessment) == THEIRS)
        assert text_of(field) == MINE
        case.keep(form)
    qtbot.waitUntil(lambda: is_asked(window))
    question = asked(window)
    next(b for b in question.findChildren(QRadioButton) if b.text().startswith(choice)).setChecked(True)
    click(pressable(question, "Go on with these"))
    QApplication.processEvents()
    wanted = {"Mine": MINE, "Theirs": THEIRS}[choice]
    assert case.read(document.assessment) == wanted
    if isValid(form) and form.isVisible():
        assert text_of(field) == wanted
        case.keep(form)
    QApplication.processEvents()
    assert case.read(document.assessment) == wanted
    assert not is_asked(window)
    saver = window.saver
    assert saver is not None
    qtbot.waitUntil(lambda: is_saved(saver))
    versions = [case.read(version.read()) for version in Versions(document.assessment.id).newest_first()]
    assert {MINE, THEIRS} <= set(versions)
    if choice == "Theirs" and document.undo_stack.canUndo():
        document.undo_stack.undo()
        assert case.read(document.assessment) == MINE
        document.undo_stack.redo()
        assert case.read(document.assessment) == THEIRS


FORMS = {
    "ProfileDialog", "IndicatorDialog", "HiringDialog", "OverallDialog", "ExportDialog", "EvidenceForm", "ActionForm",
}  # fmt: skip
"""What is written in is in `CASES`."""
LOOKING = {"VersionsDialog", "RoleUpdateDialog", "ReviewDialog", "GitDialog", "CloseCycleDialog", "AttachForm"}
"""What shows the document, or begins from it, is in `test_dialogs_meanwhile.py`."""
APART = {
    "AboutDialog", "PassphraseDialog", "PreferencesDialog", "ShortcutsDialog", "RestoreDialog", "ConflictsDialog",
    "LogDialog", "StartForm", "DraftsDialog",
}  # fmt: skip
"""What has nothing of the open document, or adds what only it knows of."""


def test_that_every_dialog_and_form_of_the_window_is_among_those_that_are_tested() -> None:
    kinds = re.compile(r"^class (\w+(?:Dialog|Form))\((?:PlainDialog|QDialog|QWidget|EntryForm\[\w+\])\)", re.MULTILINE)
    folder = PythonPath(gui.__file__).parent
    found = {name for path in folder.glob("*.py") for name in kinds.findall(path.read_text("utf-8"))}
    assert found - {"PlainDialog"} == FORMS | LOOKING | APART, "a new one goes into one of the three, with its tests"
    assert {"profile", "indicator", "hiring", "overall", "promotion", "evidence", "action"} <= CASES.keys()


def test_that_a_document_that_is_looked_at_is_made_anew_of_what_came(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    window.open_path(sample_file)
    dialog = open_case(window)
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: dialog._exported is not None)
    before = dialog._exported
    theirs = elsewhere(window, sample_file, named, THEIRS)
    qtbot.waitUntil(lambda: document_of(window).assessment == theirs)
    qtbot.waitUntil(lambda: dialog._exported is not None and dialog._exported is not before)
    assert not dialog._is_outdated
