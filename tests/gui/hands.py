"""What a person's hands do, and what their eyes see."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ladder_app.gui.saver import Saver


def click(widget: QWidget) -> None:
    """Press the left button in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key while a widget has the focus."""
    QTest.keyClick(widget, key)


def write(widget: QWidget, text: str) -> None:
    """Type a text into a widget."""
    QTest.keyClicks(widget, text)


def texts(widget: QWidget) -> list[str]:
    """All that labels say, from top to bottom as they were made."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def pressable(widget: QWidget, text: str) -> QAbstractButton:
    """The first button whose words hold a text."""
    buttons = [button for button in widget.findChildren(QAbstractButton) if button.isVisibleTo(widget)]
    found = [button for button in buttons if text in button.text()]
    assert found, f"nothing to press says “{text}”, only {[button.text() for button in buttons]}"
    return found[0]


def is_saved(saver: Saver, within_ms: int = 60_000) -> bool:
    """Wait until all that was edited is on disk, or it is known that it will not be."""
    return saver.catch_up(within_ms)


def cut_texts(widget: QWidget) -> list[str]:
    """What labels say that are lower than their wrapped text needs."""
    labels = (label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
