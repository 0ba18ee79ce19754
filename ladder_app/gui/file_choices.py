"""Asking the person for a file, without stopping the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

ASSESSMENTS = "Assessments (*.assessment.yaml)"
ROLES = "Roles (*.role.yaml)"
REVIEWS = "Filled forms and copies (*.pdf *.PDF *.assessment.yaml *.yaml *.yml)"
PDFS = "PDF (*.pdf)"
TABLES = "Tables (*.csv)"
READABLE = "Assessments, roles and PDFs (*.assessment.yaml *.role.yaml *.yaml *.yml *.pdf *.PDF)"


def choose_to_open(parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[Path], object]) -> None:
    """Ask for an existing file; `chosen` is called with it."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, chosen)


def choose_folder(parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], object]) -> None:
    """Ask for a folder; `chosen` is called with it."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _ask(dialog, chosen)


def choose_to_save(parent: QWidget, title: str, proposed: Path, kinds: str, chosen: Callable[[Path], object]) -> None:
    """Ask where to save, proposing a path; `chosen` is called with the answer."""
    dialog = QFileDialog(parent, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposed.name)
    _ask(dialog, chosen)


def _ask(dialog: QFileDialog, chosen: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_pass_on, chosen))
    dialog.open()


def _pass_on(chosen: Callable[[Path], object], name: str) -> None:
    chosen(Path(name))
