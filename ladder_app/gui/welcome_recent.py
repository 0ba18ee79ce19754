"""Recent files on the welcome page."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ladder_app.gui.clamped_label import ClampedLabel
from ladder_app.gui.elided_label import ElidedLabel
from ladder_app.gui.parts import text_label
from ladder_app.gui.pressing import Cross
from ladder_app.gui.row_button import RowButton
from ladder_app.gui.theme import BODY_PX, MEDIUM, SMALL_PX, Theme

_GONE = "not there any more"


class RecentFile(QWidget):
    """One recent file to open, or, where it is gone, only to forget."""

    opened = Signal(object)
    """The file's `Path`."""
    forgotten = Signal(str)
    """The file's name as the settings hold it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._path = Path(name)
        is_there = self._path.is_file()
        title = self._path.name.removesuffix(".yaml").removesuffix(".assessment")
        where = str(self._path.parent) if is_there else _GONE
        opener = RowButton(theme, f"{title}, {where}", parent=self)
        opener.setEnabled(is_there)
        words = QVBoxLayout(opener)
        words.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6))
        words.setSpacing(theme.px(1))
        tone = "text" if is_there else "muted"
        words.addWidget(ClampedLabel(theme, title, BODY_PX, MEDIUM, tone=tone, parent=opener))
        words.addWidget(ElidedLabel(theme, where, SMALL_PX, tone="muted", parent=opener))
        forget = Cross(theme, f"Take {title} off the list", "Take off the list; the file stays", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(opener, 1)
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        opener.clicked.connect(self._open)
        forget.clicked.connect(self._forget)

    def _open(self) -> None:
        self.opened.emit(self._path)

    def _forget(self) -> None:
        self.forgotten.emit(self._name)
        self.hide()


class RecentFiles(QWidget):
    """The files that were open last, newest first."""

    opened = Signal(object)
    forgotten = Signal(str)

    def __init__(self, theme: Theme, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for name in names:
            file = RecentFile(theme, name, self)
            file.opened.connect(self.opened)
            file.forgotten.connect(self.forgotten)
            column.addWidget(file)
        if not column.count():
            column.addWidget(text_label(theme, "What you open will be listed here.", 12, tone="muted"))
