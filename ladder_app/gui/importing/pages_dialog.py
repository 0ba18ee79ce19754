"""The files of a folder that hold a role each, to be looked at one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from ladder_app.gui.fault_words import fault_words
from ladder_app.gui.importing.words import counts, many
from ladder_app.gui.parts import text_label
from ladder_app.gui.plain_dialog import PlainDialog
from ladder_app.gui.tips import tip
from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.gui.theme import Theme
    from ladder_app.importers.folder import FromFile

_PATH = Qt.ItemDataRole.UserRole


class PagesDialog(PlainDialog):
    """Lists what was found; the one that is opened is imported in a window of its own, and the list stays."""

    chosen = Signal(object)
    """The `Path` of the file to import."""

    def __init__(self, theme: Theme, name: str, files: Sequence[FromFile], parent: QWidget | None = None) -> None:
        super().__init__(theme, f"Roles in {isolated(name)}", 620, parent, height_px=520)
        self.body.addWidget(text_label(theme, "Enter opens one in an import window; this list stays.", tone="muted"))
        self._model = QStandardItemModel(self)
        for file in files:
            self._model.appendRow(_item(file))
        self.view = QListView()
        self.view.setObjectName("importsource")
        self.view.setAccessibleName("Files with a role")
        self.view.setFont(theme.font())
        self.view.setModel(self._model)
        self.view.setSpacing(theme.px(3))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.activated.connect(self._open)
        self.body.addWidget(self.view, 1)
        self.add_button("Close").clicked.connect(self.reject)
        self.open_button = self.add_button("Import it", "primary")
        self.open_button.clicked.connect(self._open_current)
        first = next((row for row in range(self._model.rowCount()) if self._model.item(row).isEnabled()), 0)
        self.view.setCurrentIndex(self._model.index(first, 0))
        self.view.setFocus()

    def _open_current(self) -> None:
        self._open(self.view.currentIndex())

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        path = index.data(_PATH)
        if path is not None:
            self.chosen.emit(path)


def _item(file: FromFile) -> QStandardItem:
    """A file that holds no role can be opened too: a person may say where its levels are."""
    found = file.imported
    if found is None:
        words = "not read: " + fault_words(file.problems)[:160]
    elif found.role is None:
        words = "no level was found"
    else:
        asked = f" · {many(len(found.questions), 'question')}" if found.questions else ""
        words = f"{isolated(plain(found.role.title))} · {counts(found)}{asked}"
    item = QStandardItem(f"{isolated(file.path.name)} – {words}")
    item.setData(file.path, _PATH)
    item.setToolTip(tip(str(file.path)))
    item.setEnabled(found is not None)
    return item
