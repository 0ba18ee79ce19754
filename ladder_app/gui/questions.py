"""Asking the person what to do, without stopping the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Step = Callable[[], object]


def ask(parent: QWidget, headline: str, words: str, *answers: tuple[str, Step]) -> QMessageBox:
    """A question with its answers and Cancel; the first answer is what Enter gives, Cancel changes nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(headline)
    box.setInformativeText(words)
    for place, (text, step) in enumerate(answers):
        made = box.addButton(text, QMessageBox.ButtonRole.AcceptRole)
        made.clicked.connect(partial(_go, step))
        if place == 0:
            box.setDefaultButton(made)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def _go(step: Step, _checked: object = None) -> None:
    step()
