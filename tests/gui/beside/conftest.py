"""Windows whose disks do not answer, and what they do meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.gui.main_window import MainWindow
from ladder_app.storage.assessments import save_assessment
from tests.gui.far import FrozenFolder


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, sample_file: Path) -> MainWindow:
    """A window with an assessment whose disk answers."""
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    return window


@pytest.fixture
def goes_on(qtbot: QtBot) -> Callable[[], None]:
    """Whether the window still does what comes next."""

    def check() -> None:
        came: list[bool] = []
        QTimer.singleShot(0, lambda: came.append(True))
        qtbot.waitUntil(lambda: bool(came))

    return check


@pytest.fixture
def opened_far(qtbot: QtBot, window: MainWindow, frozen: FrozenFolder, sample: Assessment) -> MainWindow:
    """A window with an assessment in a folder that takes nothing any more."""
    frozen.thaw()
    path = frozen.folder / "mine.assessment.yaml"
    save_assessment(path, sample)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.document is not None)
    qtbot.waitUntil(lambda: window.opened is not None and window.opened.wait())
    frozen.freeze()
    return window
