"""Recent files on the welcome page."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.background import Background
from ladder_app.gui.clamped_label import ClampedLabel
from ladder_app.gui.elided_label import ElidedLabel
from ladder_app.gui.parts import text_label
from ladder_app.gui.pressing import Cross
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, MEDIUM, SMALL_PX, Theme
from ladder_app.markup import isolated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.storage.versions import Version

_GONE = "not there any more"
_AT_ONCE_MS = 100
_TOGETHER = "\u00a0"


class _Seen(NamedTuple):
    """Whether a file is there, and, where it is not, the last version that was kept of it."""

    is_there: bool
    version: Version | None = None


class RecentFile(QWidget):
    """One recent file to open; where it is gone, the last version kept of it, or only to forget."""

    opened = Signal(object)
    """The file's `Path`."""
    kept_wanted = Signal(object)
    """The `Version` kept last of the file, which is gone."""
    forgotten = Signal(str)
    """The file's name as the settings hold it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._path = Path(name)
        self._theme = theme
        self._title = title = self._path.name.removesuffix(".yaml").removesuffix(".assessment")
        where = str(self._path.parent)
        self._opener = opener = RowButton(theme, f"{isolated(title)}, {isolated(where)}", parent=self)
        words = QVBoxLayout(opener)
        words.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        words.setSpacing(theme.px(1))
        self._name_label = ClampedLabel(theme, title, BODY_PX, MEDIUM, parent=opener)
        self._where_label = ElidedLabel(theme, where, SMALL_PX, tone="muted", parent=opener)
        words.addWidget(self._name_label)
        words.addWidget(self._where_label)
        self._words = words
        self._version: Version | None = None
        forget = Cross(theme, f"Take {isolated(title)} off the list", "Take off the list; the file stays", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(opener, 1)
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        opener.clicked.connect(self._open)
        forget.clicked.connect(self._forget)

        # Beside the window: the disk of one file may be far away, and the others are not to wait for it.
        self._looking: Background[_Seen] = Background(self._show_seen, self)
        self._looking.start(partial(_look, name))

    def wait(self, patience_ms: int) -> bool:
        """Wait until it is known whether the file is there; False where that takes longer."""
        return self._looking.wait(patience_ms)

    def _show_seen(self, seen: _Seen) -> None:
        if seen.is_there:
            return
        self._where_label.show_text(_GONE)
        self._version = seen.version
        if seen.version is None:
            self._opener.setEnabled(False)
            self._opener.say(f"{isolated(self._title)}, {_GONE}")
            self._name_label.show_colour(self._theme.colour("muted"))
        else:
            from ladder_app.gui.versions_dialog import when

            offer, moment = "Open the last kept version,", f"from {when(seen.version.saved)}"
            self._opener.say(f"{isolated(self._title)}, {_GONE}. {offer} {moment}")
            offer = f"{offer} {moment.replace(' ', _TOGETHER)}"
            self._words.addWidget(ClampedLabel(self._theme, offer, SMALL_PX, tone="accent", parent=self._opener))

    def _open(self) -> None:
        if self._version is None:
            self.opened.emit(self._path)
        else:
            self.kept_wanted.emit(self._version)

    def _forget(self) -> None:
        self.forgotten.emit(self._name)
        self.hide()


class RecentFiles(QWidget):
    """The files that were open last, newest first."""

    opened = Signal(object)
    kept_wanted = Signal(object)
    forgotten = Signal(str)

    def __init__(self, theme: Theme, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for name in names:
            file = RecentFile(theme, name, self)
            file.opened.connect(self.opened)
            file.kept_wanted.connect(self.kept_wanted)
            file.forgotten.connect(self.forgotten)
            column.addWidget(file)
        patience_ms = _AT_ONCE_MS
        for file in self.findChildren(RecentFile):
            patience_ms = patience_ms if file.wait(patience_ms) else 0
        if not column.count():
            column.addWidget(text_label(theme, "What you open will be listed here.", 12, tone="muted"))


def _look(name: str) -> _Seen:
    if os.path.isfile(name):  # noqa: PTH113 – asks without raising, whatever a name may be
        return _Seen(True)
    from ladder_app.storage.versions import last_version_of

    return _Seen(False, last_version_of(Path(name)))
