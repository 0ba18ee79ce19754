"""Where the window was on the screen and how large, from one time to the next."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from ladder_app.errors import CannotWrite
from ladder_app.gui.at_once import at_once
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.places import settings_folder

_SMALLEST = QSize(760, 480)
_SMALLEST_AT_DOUBLE_TEXT = QSize(1024, 640)
_LARGEST = 4096
_FRAME = QSize(8, 48)
"""What a system puts around a window, at most: how much it is, is known only once the window is shown."""


def smallest_size(window: QMainWindow, text_size_percent: int) -> QSize:
    """How small the window can be: less so with larger text, which needs its room; never beyond the screen."""
    grown = (text_size_percent - 100) / 100
    size = _SMALLEST + (_SMALLEST_AT_DOUBLE_TEXT - _SMALLEST) * grown
    return size.boundedTo(window.screen().availableGeometry().size())


def restore_place(window: QMainWindow, usual: QSize) -> None:
    """Put the window where it was; the first time it has its usual size, where the screen has that room."""
    stored = at_once(_stored, None)
    if stored is None or not window.restoreGeometry(stored):
        fit(window, usual)


def fit(window: QWidget, usual: QSize) -> None:
    """Give a window its usual size, where the screen has that room."""
    window.resize(usual.boundedTo(window.screen().availableGeometry().size() - _FRAME))


def store_place(window: QMainWindow, first: Callable[[], object]) -> None:
    """Remember where the window is, after `first`; a disk that does not answer holds nobody who closes it."""
    at_once(partial(_store, bytes(window.saveGeometry().data()), first), None)


def _stored() -> QByteArray | None:
    try:
        with _file().open("rb") as file:
            return QByteArray(file.read(_LARGEST))
    except OSError:
        return None


def _store(geometry: bytes, first: Callable[[], object]) -> None:
    first()
    with suppress(CannotWrite):
        make_private_folder(_file().parent)
        write_atomically(_file(), geometry, private=True, durable=False)


def _file() -> Path:
    # Not QSettings: it keeps all of Python waiting where its disk does not answer.
    return settings_folder() / "window.geometry"
