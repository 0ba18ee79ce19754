import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ladder_app.gui.rubbish import Rubbish


class Cycle:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.me = self


def many() -> list[list[object]]:
    """More than the collector waits for."""
    return [[] for _ in range(2 * gc.get_threshold()[0])]


@pytest.fixture
def rubbish(qapp: object) -> Iterator[Rubbish]:  # noqa: ARG001 – timers need an application
    parent = QObject()
    yield Rubbish(parent)
    parent.deleteLater()


def test_that_no_other_thread_collects(rubbish: Rubbish) -> None:
    gone = weakref.ref(Cycle())
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    thread.start()
    thread.join()
    assert not gc.isenabled()
    assert gone() is not None
    kept = many()
    rubbish.collect()
    assert gone() is None
    assert kept


def test_that_it_collects_by_itself(rubbish: Rubbish, qtbot: QtBot) -> None:
    gone = weakref.ref(Cycle())
    kept: list[object] = []
    rubbish._timer.setInterval(10)

    def it_is_gone() -> bool:
        kept.extend(many())  # time and again: whatever else is let go of meanwhile is counted against them
        return gone() is None

    qtbot.waitUntil(it_is_gone)
