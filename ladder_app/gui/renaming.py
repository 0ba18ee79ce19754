"""Giving the file of the open document another name, beside the window's own work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ladder_app.gui.file_work import Renamed, renamed
from ladder_app.markup import isolated
from ladder_app.storage.assessments import ASSESSMENT_SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.errors import LadderError
    from ladder_app.gui.catching_up import CatchingUp
    from ladder_app.gui.document_window import DocumentWindow
    from ladder_app.gui.errand import Errand
    from ladder_app.gui.opened import Opened


_WIDTH_PX = 420


class Renaming(QObject):
    """Asks for the name, and takes it back where it does not work."""

    renamed = Signal(object, object)
    """What is open is in this file now: an `Opened` and its path."""

    def __init__(self, window: DocumentWindow, keeping: Errand, catching_up: CatchingUp, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._widget = parent
        self._keeping = keeping
        self._catching_up = catching_up

    def rename(self) -> None:
        """Ask for another name for the file."""
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        opened = self._window.opened
        if opened is None or opened.document.path is None:
            return
        dialog = QInputDialog(self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Rename")
        dialog.setLabelText("Name of the file")
        dialog.setTextValue(opened.document.path.name)
        dialog.setOkButtonText("Rename")
        dialog.textValueSelected.connect(self.rename_to)
        dialog.resize(self._window.theme.px(_WIDTH_PX), dialog.sizeHint().height())
        dialog.open()
        line = dialog.findChild(QLineEdit)
        if line is not None:
            # The ending stays, as in file browsers.
            line.setSelection(0, len(line.text()) - len(_ending(line.text())))

    def rename_to(self, name: str) -> bool:
        """Give the file another name. Says whether that has worked by now; if not, why is on screen, or will be."""
        opened = self._window.opened
        if opened is None or opened.document.path is None:
            return False
        self._window.keep_what_is_typed()
        name = name.strip()
        if not name.endswith((".yaml", ".yml")):
            name += ASSESSMENT_SUFFIX
        path = opened.document.path
        then, refused = partial(self._rename, opened, path, name), partial(self._on_not_caught_up, opened)
        self._catching_up.run(self._window.theme, opened.saver, path.name, then, refused)
        return opened.document.path.name == name

    def _rename(self, opened: Opened, path: Path, name: str) -> None:
        if self._keeping.is_busy:
            self._keeping.refuse()
            return
        # Nobody may write the old name anew while the file gets its new one.
        opened.saver.pause()
        work, then = partial(renamed, path, name), partial(self._on_renamed, opened, path)
        refused, given_up = partial(self._on_not_renamed, opened), partial(self._on_rename_given_up, opened, path)
        self._keeping.write(self._window.theme, f"Renaming “{isolated(path.name)}”…", work, then, refused, given_up)

    def _on_renamed(self, opened: Opened, before: Path, to: Renamed) -> None:
        # Under that name there is nothing to go on with.
        self._window.change_settings(self._window.settings.without_recent(before))
        opened.saver.moved_to(to.path, to.stamp)
        opened.saver.go_on()
        self.renamed.emit(opened, to.path)
        if self._keeping.took_long:
            self._keeping.tell(self._window.theme, f"It is called “{to.path.name}” now.", str(to.path.parent))

    def _on_not_renamed(self, opened: Opened, error: LadderError) -> None:
        opened.saver.go_on()
        self._window.show_trouble("The file keeps its name.", error.problems)

    def _on_rename_given_up(self, opened: Opened, path: Path) -> None:
        opened.saver.go_on()
        more = "If its disk was just finishing, an older state may be there under the new name."
        self._keeping.tell(self._window.theme, f"Ladder goes on with “{isolated(path.name)}”.", more)

    def _on_not_caught_up(self, opened: Opened) -> None:
        self._window.show_trouble("The file cannot be renamed now.", [opened.saver.words])


def _ending(name: str) -> str:
    return next((ending for ending in (ASSESSMENT_SUFFIX, ".yaml", ".yml") if name.endswith(ending)), "")
