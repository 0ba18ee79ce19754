"""Asking what to do with changes that are in no file, before they are left."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Step = Callable[[], object]


def ask_to_leave(parent: QWidget, headline: str, reason: str, save: Step, leave: Step) -> QMessageBox:
    """A dialog that saves, leaves without saving, or stays. It does not block."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(headline)
    box.setInformativeText(reason)
    save_button = box.addButton("Save as…", QMessageBox.ButtonRole.AcceptRole)
    leave_button = box.addButton("Leave without them", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save_button)
    save_button.clicked.connect(partial(_go, save))
    leave_button.clicked.connect(partial(_go, leave))
    box.open()
    return box


def _go(step: Step, _checked: object = None) -> None:
    step()
