"""Types into a form of the window and waits there, until it is killed. Started by test_typed with a file and a form."""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ladder_app.gui.application import start
from ladder_app.gui.pages import Page
from ladder_app.gui.role_indicators import IndicatorsCard
from tests.gui.hands import pressable

_ROUNDS = 20
_NAMES = {"link": "Link, if there is one", "profile": "Title", "cycle": "Name of the next cycle", "indicator": "Note"}


def main() -> None:
    """Open the form that is named, write into it, and leave it open."""
    path, form, words = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    application, window = start(path)
    window.show_page(Page.ASSESS)
    for _ in range(_ROUNDS):  # the list is painted first, and what is beside it filled right after
        application.processEvents()
    assert window.workspace is not None
    page = window.workspace.assess
    match form:
        case "evidence":
            page.add_evidence()
        case "action":
            page.add_action()
        case "reason":
            page.rate_not_applicable()
        case "link":
            page.add_evidence()
        case "profile":
            window.dialogs.edit_profile()
        case "cycle":
            window.dialogs.close_cycle()
        case "indicator":
            window.show_page(Page.ROLE)
            card = window.workspace.findChild(IndicatorsCard)
            assert card is not None
            pressable(card, "Add a value").click()
        case _:
            window.dialogs.log_evidence()
    for _ in range(_ROUNDS):
        application.processEvents()
    field = QApplication.focusWidget()
    if form in _NAMES:
        field = next(line for line in window.findChildren(QLineEdit) if line.accessibleName() == _NAMES[form])
    assert field is not None
    QTest.keyClicks(field, words)
    application.exec()


main()
