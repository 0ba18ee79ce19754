"""Notices that another program wrote the open file."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ladder_app.gui.at_once import at_once

if TYPE_CHECKING:
    from pathlib import Path

_SETTLING_MS = 300


class FileWatch(QObject):
    """Says when a file may have changed. A sync program writes in several steps: they are told once."""

    touched = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = str(path)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_touched)
        self._watcher.directoryChanged.connect(self._on_touched)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self.touched)
        # A file that is replaced drops out of the watch; its folder tells when it is there again.
        self._watcher.addPath(str(path.parent))
        self._watch_file()

    def watch_again(self) -> None:
        """The file, and perhaps its folder, was gone and is there again."""
        self._watcher.addPath(os.path.dirname(self._path))  # noqa: PTH120 - as the watcher holds it
        self._watch_file()

    def _on_touched(self) -> None:
        self._watch_file()
        self._settling.start()

    def _watch_file(self) -> None:
        # The watcher looks at the disk in the window's thread; one that does not answer is left to the next change.
        is_there = partial(os.path.exists, self._path)
        if self._path not in self._watcher.files() and at_once(is_there, otherwise=False):
            self._watcher.addPath(self._path)
