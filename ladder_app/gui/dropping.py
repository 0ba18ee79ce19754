"""What is dropped onto the window: a file of any kind that opens, several of a ladder, or a folder."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ladder_app.gui.at_once import at_once
from ladder_app.gui.errand import Errand
from ladder_app.gui.importing.kinds import FOREIGN_OR_OURS, IMPORTABLE, is_ladder
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
        paths = _local(event.mimeData().urls())
        if len(paths) > 1 and all(is_ladder(path) for path in paths):
            event.acceptProposedAction()
        if len(paths) != 1:
            return
        path = paths[0]
        if path.suffix.lower() in _KNOWN or at_once(partial(os.path.isdir, path), otherwise=True):
            event.acceptProposedAction()

    def take(self, event: QDropEvent) -> None:
        """It was let go there."""
        paths = _local(event.mimeData().urls())
        if len(paths) > 1:
            event.acceptProposedAction()
            self._window.dialogs.gathering.take(paths)
        for path in paths if len(paths) == 1 else ():
            event.acceptProposedAction()
            look, then = partial(os.path.isdir, path), partial(self._open, path)
            self._looking.read(self._window.theme, f"Opening “{isolated(path.name)}”…", look, then, _refuse)

    def _open(self, path: Path, is_folder: bool) -> None:
        if is_folder:
            self._window.dialogs.gathering.take_folder(path)
        elif is_ladder(path):
            self._window.dialogs.imports.read(path)
        else:
            self._window.open_path(path)


def _local(urls: list[QUrl]) -> list[Path]:
    """The files and folders among these, where all of them are on a disk."""
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def _refuse(_error: LadderError) -> None:
    """Looking whether it is a folder says yes or no, whatever is there."""
