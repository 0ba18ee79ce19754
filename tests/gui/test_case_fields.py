"""The words of a promotion case, written in the export dialog."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ladder_app.gui.document import Document
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.theme import Theme
from ladder_app.report.parts import Preset
from ladder_app.storage.settings import Settings
from tests.gui.hands import write


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, document: Document) -> Iterator[ExportDialog]:
    made = ExportDialog(document, theme, Settings(export_preset="promotion"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.done(0)


def test_that_the_words_are_written_as_one_edit_and_shown(
    qtbot: QtBot, dialog: ExportDialog, document: Document
) -> None:
    case = dialog._form.case
    assert case.isVisible()
    assert dialog._form.options().preset is Preset.PROMOTION
    assert case.summary.toPlainText() == document.assessment.cycle.promotion.summary
    case.summary.clear()
    write(case.summary, "I lead it already.")
    qtbot.waitUntil(lambda: document.assessment.cycle.promotion.summary == "I lead it already.")
    write(case.justification, " Now.")
    case.keep()
    assert document.undo_stack.undoText() == "promotion case"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.assessment.cycle.promotion.summary != "I lead it already."
    case.summary.setPlainText(document.assessment.cycle.promotion.summary or "")
    case.justification.setPlainText(document.assessment.cycle.promotion.justification or "")
    case.keep()


def test_that_other_documents_ask_for_no_words(dialog: ExportDialog) -> None:
    dialog._form._preset.setCurrentIndex(0)
    assert not dialog._form.case.isVisible()


def test_that_nothing_is_written_where_nothing_may_be(qtbot: QtBot, theme: Theme, document: Document) -> None:
    document.forbid_edits("It is open elsewhere.")
    made = ExportDialog(document, theme, Settings(export_preset="promotion"))
    qtbot.addWidget(made)
    assert not made._form.case.isEnabled()
    made.done(0)
