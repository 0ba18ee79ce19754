"""What a person does at a window whose disk does not answer, and what they see there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Rating
from ladder_app.gui.main_window import MainWindow

BUDGET = "budget-and-resources"


def rate(window: MainWindow, step: int) -> None:
    assert window.document is not None
    window.document.rate(BUDGET, Rating(step=step))


def boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def box(qtbot: QtBot, window: QWidget) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(boxes(window)))
    return boxes(window)[0]


def choose(qtbot: QtBot, window: QWidget, path: Path) -> None:
    """Answer the dialog that asks for a file."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()
