"""What is half typed is in no assessment, and in its form again the next time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import IndicatorValue
from ladder_app.gui import draft_keeper
from ladder_app.gui.closing import CloseCycleDialog
from ladder_app.gui.drafts_dialog import DraftsDialog
from ladder_app.gui.entry_panel import EntryForm
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.indicator_dialog import IndicatorDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.profile_dialog import ProfileDialog
from ladder_app.gui.theme import Theme
from ladder_app.gui.workspace import Workspace
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.drafts import DraftFile, drafts_folder
from ladder_app.storage.life import Life
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.gui.staging import sample_document

Make = Callable[[], PlainDialog]
LINK = "https://example.org/half"


def evidence_form(window: MainWindow) -> EvidenceForm:
    QApplication.processEvents()
    return next(form for form in window.findChildren(EvidenceForm) if form.isVisible())


def line(dialog: PlainDialog, name: str) -> QLineEdit:
    return next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == name)


def typed_half(window: MainWindow, path: Path) -> EvidenceForm:
    window.open_path(path)
    assert window.workspace is not None
    window.workspace.add_evidence_for("budget-and-resources")
    form = evidence_form(window)
    write(form.link, LINK)
    return form


def test_that_a_link_without_words_is_in_the_same_form_again_and_nowhere_else(
    window: MainWindow, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    typed_half(window, sample_file)
    window.close_document()
    qtbot.waitUntil(lambda: window.document is None)
    assert load_assessment(sample_file) == sample
    window.open_path(sample_file)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: any("What you were typing is kept: evidence" in words for words in texts(workspace)))
    click(pressable(workspace, "Go on typing"))
    form = evidence_form(window)
    assert form.link.text() == LINK
    assert "What you were typing" in texts(form)
    write(form.text, "Whole by now")
    form.keep()
    assert window.document is not None
    assert window.document.drafts.kept == {}
    assert any(e.link == LINK and e.text == "Whole by now" for e in window.document.assessment.cycle.evidence)


def test_that_what_is_given_up_does_not_come_again(window: MainWindow, sample_file: Path) -> None:
    form = typed_half(window, sample_file)
    form.write()
    assert window.document is not None
    assert window.document.drafts.kept
    press(form, Qt.Key.Key_Escape)
    assert window.document.drafts.kept == {}


def test_that_the_status_bar_does_not_say_that_what_is_half_typed_is_saved(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    form = typed_half(window, sample_file)
    assert window.workspace is not None
    labels = window.workspace.status_bar.findChildren(QLabel, "")
    state = next(label for label in labels if label.accessibleName() == "Where your changes are")
    assert state.text() == "Saving…"
    form.write()
    qtbot.waitUntil(lambda: state.text() == "Saved – what is half typed is kept as a draft")
    form.abandon()
    assert state.text() == "All changes saved"


def test_that_it_is_said_where_no_disk_takes_what_is_half_typed_until_one_does(
    window: MainWindow, sample_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "_RETRY_MS", 20)
    drafts_folder().parent.mkdir(parents=True, exist_ok=True)
    drafts_folder().write_text("in the way")
    form = typed_half(window, sample_file)
    form.write()
    qtbot.waitUntil(lambda: window.document is not None and "cannot be kept" in window.document.drafts.words)
    drafts_folder().unlink()
    qtbot.waitUntil(lambda: window.document is not None and "is kept as a draft" in window.document.drafts.words)


def test_that_a_page_that_is_left_keeps_what_is_half_typed(window: MainWindow, sample_file: Path) -> None:
    typed_half(window, sample_file)
    assert window.workspace is not None
    window.workspace.keep_everything()
    assert not [form for form in window.findChildren(EntryForm) if form.isVisible()]
    window.workspace.add_evidence_for("budget-and-resources")
    assert evidence_form(window).link.text() == LINK


def test_that_dialogs_have_what_was_typed_in_them_again(theme: Theme, qtbot: QtBot) -> None:
    document = sample_document()
    before = document.assessment
    indicator = before.role.performance_indicators[0]
    dialogs: tuple[tuple[str, str, Make], ...] = (
        ("Name", "profile", partial(ProfileDialog, document, theme)),
        ("Name of the next cycle", "cycle", partial(CloseCycleDialog, document, theme)),
        ("Note", f"indicator {indicator.id}", partial(IndicatorDialog, document, theme, indicator)),
    )
    for name, key, make in dialogs:
        first = make()
        qtbot.addWidget(first)
        line(first, name).setText("Half")
        qtbot.waitUntil(partial(document.drafts.kept.__contains__, key))
        again = make()
        qtbot.addWidget(again)
        assert line(again, name).text() == "Half"
        again.reject()
        assert key not in document.drafts.kept
    assert document.assessment == before


def test_that_the_rows_of_a_table_and_what_is_chosen_come_again(theme: Theme, qtbot: QtBot) -> None:
    document = sample_document()
    indicator = document.assessment.role.performance_indicators[0]
    first = IndicatorDialog(document, theme, indicator)
    qtbot.addWidget(first)
    first.way.setCurrentIndex(2)
    first.answers.fill([("Somebody", "How?", None)])
    qtbot.waitUntil(lambda: bool(document.drafts.kept))
    again = IndicatorDialog(document, theme, indicator)
    qtbot.addWidget(again)
    assert again.way.currentIndex() == 2
    assert again.answers.rows() == [("Somebody", "How?", None)]
    again.answers.fill([("Somebody", "How?", 4.0)])
    qtbot.waitUntil(lambda: not document.drafts.kept)
    assert any(isinstance(value, IndicatorValue) and value.answers for value in document.assessment.cycle.indicators)


def left_before(window: MainWindow, path: Path, qtbot: QtBot, drafts: dict[str, dict[str, str]]) -> Workspace:
    """Open a file of which another Ladder left these."""
    life = Life()
    DraftFile(life, load_assessment(path).id).keep(drafts)
    life.end()
    window.open_path(path)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: any("What you were typing is kept" in words for words in texts(workspace)))
    return workspace


def all_of_it(window: MainWindow) -> DraftsDialog:
    assert window.workspace is not None
    click(pressable(window.workspace, "Look at it…"))
    QApplication.processEvents()
    return next(dialog for dialog in window.findChildren(DraftsDialog) if dialog.isVisible())


def test_that_each_of_several_can_be_gone_on_with_and_what_is_left_is_said_again(
    window: MainWindow, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    entry, action = sample.cycle.evidence[0], sample.cycle.actions[0]
    indicator = sample.role.performance_indicators[0]
    drafts = {
        f"evidence {entry.id}": {"Result": "A"},
        f"action {action.id}": {"Who helps": "B"},
        f"indicator {indicator.id}": {"Note": "C"},
        "evidence budget-and-resources": {"Link, if there is one": "D"},
        "action budget-and-resources": {"Who helps": "E"},
        "profile": {"Title": "F"},
        "log": {"What you achieved, in a line": "G"},
        "cycle": {"Name of the next cycle": "H"},
    }
    left_before(window, sample_file, qtbot, drafts)
    for name, said in ((name, said) for values in drafts.values() for name, said in values.items()):
        dialog = all_of_it(window) if said != "H" else None
        found = dialog if dialog is not None else window.workspace
        assert found is not None
        click(pressable(found, "Go on typing"))
        QApplication.processEvents()
        fields = [field for field in window.findChildren(QLineEdit) if field.accessibleName() == name]
        assert any(field.text() == said and field.isVisibleTo(field.window()) for field in fields), name
        assert window.document is not None
        assert any(said in values.values() for values in window.document.drafts.kept.values())
        for beside in window.findChildren(PlainDialog):
            beside.leave_as_it_is()
    assert window.workspace is not None
    assert not any("What you were typing is kept" in words for words in texts(window.workspace))


def test_that_two_of_one_form_are_both_there(window: MainWindow, sample_file: Path, qtbot: QtBot) -> None:
    key, name = "evidence budget-and-resources", "Link, if there is one"
    for link in ("one", "two"):
        life = Life()
        DraftFile(life, load_assessment(sample_file).id).keep({key: {name: link}})
        life.end()
    left_before(window, sample_file, qtbot, {"log": {"What you achieved, in a line": "three"}})
    said = texts(all_of_it(window))
    assert {f"{name}: one", f"{name}: two"} <= set(said)
    click(pressable(window.findChildren(DraftsDialog)[-1], "Go on typing"))
    first = evidence_form(window)
    write(first.text, "Whole by now")
    first.keep()
    assert window.workspace is not None
    window.workspace.add_evidence_for("budget-and-resources")
    assert {first.link.text(), evidence_form(window).link.text()} == {"one", "two"}


def test_that_what_has_no_form_any_more_can_be_read_copied_and_thrown_away(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    values = {"What you will do": "", "Who helps": "A colleague", "Due date": "2027-01-01", "Status": "0"}
    workspace = left_before(window, sample_file, qtbot, {"action gone": values, "another kind": {"x": "y"}})
    dialog = all_of_it(window)
    assert "Who helps: A colleague" in texts(dialog)
    assert not cut_texts(dialog)
    click(pressable(dialog, "Copy"))
    assert QApplication.clipboard().text() == "Who helps: A colleague"
    click(pressable(dialog, "Throw away"))
    assert not dialog.isHidden()
    click(pressable(dialog, "Throw away"))
    assert dialog.isHidden()
    assert workspace.document.drafts.kept == {}
    assert not any("What you were typing is kept" in words for words in texts(workspace))
