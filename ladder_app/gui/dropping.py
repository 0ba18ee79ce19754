"""What is dropped onto the window: a file of any kind that opens, or the folder of a team."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ladder_app.gui.at_once import at_once
from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.imports import FOREIGN_OR_OURS, IMPORTABLE, is_ladder
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from ladder_app.errors import LadderError
    from ladder_app.gui.theme import Theme
    from ladder_app.gui.window_dialogs import WindowDialogs

_KNOWN = (*FOREIGN_OR_OURS, ".pdf", *IMPORTABLE)


class DroppedOnWindow(Protocol):
    """What dropping needs of the window."""

    @property
    def theme(self) -> Theme: ...
    @property
    def dialogs(self) -> WindowDialogs: ...
    def open_path(self, path: Path) -> object: ...


class Dropping:
    """Takes it, once its disk has said which of them it is."""

    def __init__(self, window: DroppedOnWindow, parent: QWidget) -> None:
        self._window = window
        self._looking = Errand(parent)

    def enter(self, event: QDragEnterEvent) -> None:
        """Something is held over the window."""
        path = _one_of(event.mimeData().urls())
        if path is None:
            return
        if path.suffix.lower() in _KNOWN or at_once(partial(os.path.isdir, path), otherwise=True):
            event.acceptProposedAction()

    def take(self, event: QDropEvent) -> None:
        """It was let go there."""
        path = _one_of(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            look, then = partial(os.path.isdir, path), partial(self._open, path)
            self._looking.read(self._window.theme, f"Opening “{isolated(path.name)}”…", look, then, _refuse)

    def _open(self, path: Path, is_folder: bool) -> None:
        if is_folder:
            self._window.dialogs.teams.show(path)
        elif is_ladder(path):
            self._window.dialogs.imports.read(path)
        else:
            self._window.open_path(path)


def _one_of(urls: list[QUrl]) -> Path | None:
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _refuse(_error: LadderError) -> None:
    """Looking whether it is a folder says yes or no, whatever is there."""
