"""What is typed and not in the document yet is not said to be saved, whatever field it is typed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ladder_app.gui import typed_edit
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.evidence_panel import EvidenceForm
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.presentation import Presentation
from ladder_app.gui.role_hiring import HiringCard
from ladder_app.gui.role_indicators import IndicatorsCard
from ladder_app.gui.rows_table import RowsTable
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.typed_edit import TypingPause
from ladder_app.gui.workspace import Workspace
from tests.gui.hands import click, press, pressable, write

BUDGET = "budget-and-resources"
NOT_EDITING = {"Search criteria and evidence", "Search evidence", "Passphrase", "Passphrase again"}
"""Fields that change nothing of the document."""

Open = Callable[[MainWindow], QWidget]


def place(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def visible_dialog(window: MainWindow) -> QWidget:
    QApplication.processEvents()
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def close_dialogs(window: MainWindow) -> None:
    """As long as there is a document that they are about."""
    for beside in (*window.findChildren(QDialog), *window.findChildren(Presentation)):
        beside.close()


def note(window: MainWindow) -> QWidget:
    place(window).assess.go_to(BUDGET)
    return place(window).assess.inspector


def reason(window: MainWindow) -> QWidget:
    place(window).assess.go_to(BUDGET)
    place(window).assess.rate_not_applicable()
    return place(window).assess.inspector


def comment(window: MainWindow) -> QWidget:
    assert window.document is not None
    assert window.document.path is not None
    window.change_settings(window.settings.model_copy(update={"reviewer_name": "Sample Peer"}))
    window.opening.open_to_review(window.document.path)
    assert window.document is not None
    assert window.document.voice.rater == "Sample Peer"
    return note(window)


def overall(window: MainWindow) -> QWidget:
    comment(window)
    window.reviewing.write_overall()
    return visible_dialog(window)


def new_evidence(window: MainWindow) -> QWidget:
    place(window).add_evidence_for(BUDGET)
    form = next(form for form in place(window).findChildren(EvidenceForm) if form.isVisible())
    click(form.more)
    return form


def new_action(window: MainWindow) -> QWidget:
    place(window).add_action_for(BUDGET)
    form = next(form for form in place(window).findChildren(ActionForm) if form.isVisible())
    click(form.more)
    return form


def evidence_page(window: MainWindow) -> QWidget:
    window.show_page(Page.EVIDENCE)
    page = place(window).evidence
    assert page is not None
    page.focus_list()
    press(page.view, Qt.Key.Key_Return)
    QApplication.processEvents()
    return page


def plan_page(window: MainWindow) -> QWidget:
    window.show_page(Page.PLAN)
    page = place(window).plan
    assert page is not None
    page.step_by(1)
    page.edit_current()
    QApplication.processEvents()
    return page


def agreed(window: MainWindow) -> QWidget:
    window.show_page(Page.CONVERSATION)
    page = place(window).conversation
    assert page is not None
    return page.card


def as_a_whole(window: MainWindow) -> QWidget:
    agreed(window)
    page = place(window).conversation
    assert page is not None
    page.head.choose(Tab.WHOLE)
    QApplication.processEvents()
    return page.whole


def presented(window: MainWindow) -> QWidget:
    agreed(window)
    page = place(window).conversation
    assert page is not None
    shown = page.present()
    assert shown is not None
    QApplication.processEvents()
    return shown


def log(window: MainWindow) -> QWidget:
    window.dialogs.log_evidence()
    return visible_dialog(window)


def profile(window: MainWindow) -> QWidget:
    window.dialogs.edit_profile()
    return visible_dialog(window)


def next_cycle(window: MainWindow) -> QWidget:
    window.dialogs.close_cycle()
    return visible_dialog(window)


def promotion(window: MainWindow) -> QWidget:
    window.dialogs.export("promotion")
    return visible_dialog(window)


def hiring(window: MainWindow) -> QWidget:
    window.show_page(Page.ROLE)
    card = next(card for card in place(window).page_widget(Page.ROLE).findChildren(HiringCard))
    pressable(card, "Record it").click()
    return visible_dialog(window)


def indicator(window: MainWindow) -> QWidget:
    window.show_page(Page.ROLE)
    card = next(card for card in place(window).page_widget(Page.ROLE).findChildren(IndicatorsCard))
    pressable(card, "Add a value").click()
    return visible_dialog(window)


PLACES: tuple[Open, ...] = (
    note,
    reason,
    comment,
    overall,
    new_evidence,
    new_action,
    evidence_page,
    plan_page,
    agreed,
    as_a_whole,
    presented,
    log,
    profile,
    next_cycle,
    promotion,
    hiring,
    indicator,
)


def said(window: MainWindow) -> str:
    labels = place(window).status_bar.findChildren(QLabel)
    return next(label.text() for label in labels if label.accessibleName() == "Where your changes are")


def fields_in(shown: QWidget) -> list[QLineEdit | QPlainTextEdit | QDateEdit]:
    """All that can be typed into."""
    found: tuple[QLineEdit | QPlainTextEdit | QDateEdit, ...] = (
        *shown.findChildren(QLineEdit),
        *shown.findChildren(QPlainTextEdit),
        *shown.findChildren(QDateEdit),
    )
    return [
        field
        for field in found
        if field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and not isinstance(field.parent(), QAbstractSpinBox)
        and field.accessibleName() not in NOT_EDITING
    ]


def type_into(field: QWidget) -> None:
    if isinstance(field, QDateEdit):
        press(field, Qt.Key.Key_Up if field.date() < field.maximumDate() else Qt.Key.Key_Down)
    else:
        write(field, "x")


@pytest.mark.parametrize("opened", PLACES, ids=lambda opened: opened.__name__)
def test_that_what_is_typed_is_not_said_to_be_saved_before_it_is(
    window: MainWindow, sample_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, opened: Open
) -> None:
    # Nobody pauses long enough here: what is typed is in no document when it is looked at.
    monkeypatch.setattr(typed_edit, "_PAUSE_MS", 10**8)
    monkeypatch.setattr(typed_edit, "_AT_LATEST_MS", 10**8)
    window.open_path(sample_file)
    shown = opened(window)
    qtbot.waitUntil(lambda: window.saver is not None and window.saver.state is SaveState.SAVED)
    names = [field.accessibleName() for field in fields_in(shown)]
    assert names
    for name in names:
        qtbot.waitUntil(lambda: said(window).startswith(("All changes saved", "Saved")))
        type_into(next(field for field in fields_in(shown) if field.accessibleName() == name))
        assert said(window) == "Saving…", f"{name} is said to be saved"
        for pause in window.findChildren(TypingPause):
            pause.now()
    qtbot.waitUntil(lambda: said(window).startswith(("All changes saved", "Saved")))
    qtbot.waitUntil(lambda: window.saver is not None and window.saver.state is SaveState.SAVED)
    close_dialogs(window)


def test_that_the_cell_of_a_table_is_in_the_document_while_it_is_typed(
    window: MainWindow, sample_file: Path, qtbot: QtBot
) -> None:
    window.open_path(sample_file)
    dialog = indicator(window)
    assert window.document is not None
    drafts = window.document.drafts
    way = next(made for made in dialog.findChildren(QWidget) if made.accessibleName() == "How it is measured")
    way.setCurrentIndex(2)  # type: ignore[attr-defined] # a choice
    table = next(made for made in dialog.findChildren(RowsTable) if made.isVisible())
    table.setCurrentIndex(table.model().index(0, 0))
    table.edit(table.currentIndex())
    cell = next(made for made in table.findChildren(QLineEdit) if made.isVisible())
    write(cell, "A colleague ")
    write(cell, "elsewhere")
    assert cell.text() == "A colleague elsewhere"
    assert table.rows.rows() == [("A colleague elsewhere", "", None)]
    qtbot.waitUntil(lambda: any("A colleague elsewhere" in v for d in drafts.kept.values() for v in d.values()))
    press(cell, Qt.Key.Key_Escape)
    assert table.rows.rows() == []
    assert table.model().rowCount() == 1
    close_dialogs(window)
