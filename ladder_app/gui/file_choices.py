"""Asking the person for a file, without stopping the window.

Qt looks at the folder that a dialog begins in from the window's own thread. So none begins in one that does not answer,
as that of a file on a drive that went away.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog

from ladder_app.gui.at_once import at_once
from ladder_app.storage.places import documents_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ladder_app.gui.document import Document

ASSESSMENTS = "Assessments (*.assessment.yaml)"
ROLES = "Roles (*.role.yaml)"
REVIEWS = "Filled forms and copies (*.pdf *.PDF *.assessment.yaml *.yaml *.yml)"
PDFS = "PDF (*.pdf)"
TABLES = "Tables (*.csv)"
_NOWHERE = os.path.join(os.devnull, "nowhere")  # noqa: PTH118 – no folder, and none that could be made
READABLE = "Assessments, roles and PDFs (*.assessment.yaml *.role.yaml *.yaml *.yml *.pdf *.PDF)"


def folder_of(document: Document | None) -> Path:
    """Where what belongs to a document is looked for: in the folder of its file, or else among the documents."""
    return documents_folder() if document is None or document.path is None else document.path.parent


def choose_to_open(parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[Path], object]) -> None:
    """Ask for an existing file; `chosen` is called with it."""
    dialog = _dialog(parent, title, that_answers(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, chosen)


def choose_several(
    parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[list[Path]], object]
) -> None:
    """Ask for existing files; `chosen` is called with them."""
    dialog = _dialog(parent, title, that_answers(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(partial(_pass_all_on, chosen))
    dialog.open()


def choose_folder(parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], object]) -> None:
    """Ask for a folder; `chosen` is called with it."""
    dialog = _dialog(parent, title, that_answers(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _ask(dialog, chosen)


def choose_to_save(parent: QWidget, title: str, proposed: Path, kinds: str, chosen: Callable[[Path], object]) -> None:
    """Ask where to save, proposing a path; `chosen` is called with the answer."""
    dialog = _dialog(parent, title, that_answers(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposed.name)
    _ask(dialog, chosen)


def that_answers(folder: Path) -> Path:
    """This folder, or where its disk does not answer before anybody notices, another one to begin in."""
    for each in (folder, documents_folder(), Path.home()):
        # What it says is of no interest, only that it does.
        if at_once(partial(os.path.exists, each), None) is not None:
            return each
    return Path(Path.home().anchor)


def _dialog(parent: QWidget, title: str, folder: Path, kinds: str = "") -> QFileDialog:
    """A dialog of which nothing is remembered.

    By itself Qt notes which folders a person visited in a file that everybody may read, and waits for the disk of it.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _NOWHERE)
    return QFileDialog(parent, title, str(folder), kinds)


def _ask(dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_pass_on, chosen))
    dialog.open()


def _pass_all_on(chosen: Callable[[list[Path]], object], names: list[str]) -> None:
    chosen([Path(name) for name in names])


def _pass_on(chosen: Callable[[Path], object], name: str) -> None:
    chosen(Path(name))
