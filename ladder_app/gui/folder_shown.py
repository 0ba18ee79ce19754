"""Showing a folder in the desktop's file browser."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ladder_app.gui.errand import Errand
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ladder_app.errors import LadderError
    from ladder_app.gui.theme import Theme


class FolderShown(QObject):
    """Asks the desktop for it once its disk answers: some desktops look at it before they come back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._looking = Errand(parent)

    def show(self, theme: Theme, folder: Path) -> None:
        """Show this folder."""
        look = partial(os.path.exists, folder)
        self._looking.read(theme, f"Opening “{isolated(folder.name)}”…", look, partial(_show, folder), _refuse)


def _show(folder: Path, _is_there: bool) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _refuse(_error: LadderError) -> None:
    """Whether something is there is answered with yes or no, whatever it is."""
