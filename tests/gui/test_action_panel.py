"""The form of an action: who helps, of which kind it is, when it was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Action, ActionKind, ActionStatus
from ladder_app.gui.action_panel import ActionForm, ActionPanel
from ladder_app.gui.document import Document
from ladder_app.gui.entry_card import EntryCard
from ladder_app.gui.theme import Theme
from tests.gui.hands import click, press, texts, write
from tests.gui.staging import put_action


@pytest.fixture
def panel(qtbot: QtBot, document: Document, theme: Theme) -> ActionPanel:
    made = ActionPanel(theme, document)
    qtbot.addWidget(made)
    made.resize(330, 500)
    made.show_criterion("presentations")
    made.show()
    return made


def form_in(panel: ActionPanel) -> ActionForm:
    QApplication.processEvents()
    return next(form for form in panel.findChildren(ActionForm) if form.isVisible())


def test_that_who_helps_and_how_are_asked_once_unfolded(panel: ActionPanel, document: Document) -> None:
    panel.add()
    form = form_in(panel)
    assert not form.helper.isVisible()
    click(form.more)
    assert form.helper.isVisible()
    write(form.text, "Ask a peer to listen.")
    write(form.helper, "Sample Peer")
    form.kind.setCurrentIndex(2)
    form.keep()
    added = document.assessment.cycle.actions[-1]
    assert (added.helper, added.kind) == ("Sample Peer", ActionKind.WITH_OTHERS)
    QApplication.processEvents()
    assert any("help: Sample Peer · with others" in text for text in texts(panel))


def test_that_an_action_done_in_the_form_keeps_the_day(panel: ActionPanel, document: Document) -> None:
    press(panel.findChildren(EntryCard)[0], Qt.Key.Key_Return)
    form = form_in(panel)
    assert not form.done_on.isVisible()
    form.status.setCurrentIndex(1)
    assert form.done_on.isVisible()
    form.keep()
    done = next(a for a in document.assessment.cycle.actions if a.id == "two-more-talks")
    assert (done.status, done.done_on) == (ActionStatus.DONE, document.today)
    assert done.kind is ActionKind.WITH_OTHERS
    QApplication.processEvents()
    assert any(text.startswith("Done on 23 Nov") for text in texts(panel))


def test_that_what_was_done_on_no_known_day_stays_so(qtbot: QtBot, theme: Theme, document: Document) -> None:
    done = Action(id="long-ago", text="Did it.", status=ActionStatus.DONE, criteria=("presentations",))
    put_action(document, done)
    form = ActionForm(theme, document, "presentations", done)
    qtbot.addWidget(form)
    form.begin()
    form.keep()
    assert document.assessment.cycle.actions[-1] == done
