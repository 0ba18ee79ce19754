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
from ladder_app.gui.entry_panel import EntryForm
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.indicator_dialog import IndicatorDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.profile_dialog import ProfileDialog
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.drafts import DraftFile, drafts_folder
from ladder_app.storage.life import Life
from tests.gui.hands import click, press, pressable, texts, write
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


def test_that_what_others_left_of_it_leads_to_its_page(
    window: MainWindow, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    life = Life()
    DraftFile(life, sample.id).keep({"action gone": {"What you will do": "", "Who helps": "A colleague"}})
    life.end()
    window.open_path(sample_file)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: any("What you were typing is kept: an action" in words for words in texts(workspace)))
    click(pressable(workspace, "Go on typing"))
    assert workspace.page.name == "PLAN"
