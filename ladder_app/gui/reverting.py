"""Going back to a kept version: they are looked up, shown, and one is taken as an edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ladder_app.gui.catching_up import CatchingUp
from ladder_app.gui.errand import Errand

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ladder_app.domain.assessment import Assessment
    from ladder_app.errors import LadderError
    from ladder_app.gui.document_window import DocumentWindow
    from ladder_app.gui.opened import Opened
    from ladder_app.storage.versions import Version


class Reverting(QObject):
    """Offers the kept versions of the open document."""

    def __init__(self, window: DocumentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._catching_up = CatchingUp(parent)
        self._looking = Errand(parent)

    def begin(self) -> None:
        """Offer them; what is written by now is among them."""
        opened = self._window.opened
        if opened is not None and opened.document.path is not None:
            self._window.keep_what_is_typed()
            look = partial(self._look, opened)
            self._catching_up.run(self._window.theme, opened.saver, opened.document.path.name, look, look)

    def stop(self) -> None:
        """Another document is shown: want nothing of the one before."""
        self._catching_up.stop()
        self._looking.stop()

    def _look(self, opened: Opened) -> None:
        words, show = "Looking for kept versions…", partial(self._show, opened)
        self._looking.read(self._window.theme, words, opened.versions(), show, self._refuse)

    def _show(self, opened: Opened, versions: tuple[Version, ...]) -> None:
        from ladder_app.gui.met import whenever_met
        from ladder_app.gui.versions_dialog import VersionsDialog
        from ladder_app.gui.window_dialogs import show_dialog

        dialog = VersionsDialog(self._window.theme, opened.document.assessment, versions, self._widget)
        dialog.chosen.connect(partial(_take, opened))
        whenever_met(opened.document, dialog.meet, dialog)
        show_dialog(dialog)

    def _refuse(self, error: LadderError) -> None:
        self._window.show_trouble("The kept versions cannot be looked up.", error.problems)


def _take(opened: Opened, assessment: Assessment, name: str) -> None:
    opened.document.adopt(assessment, name)
