"""Who never pauses is kept, too."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ladder_app.gui import typed_edit
from ladder_app.gui.being_typed import BeingTyped
from ladder_app.gui.kept_field import KeptField
from ladder_app.gui.theme import Theme
from ladder_app.gui.typed_edit import TypingPause
from tests.gui.hands import write


def test_that_what_is_typed_without_a_pause_is_kept(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_edit, "_PAUSE_MS", 10**8)
    monkeypatch.setattr(typed_edit, "_AT_LATEST_MS", 1)
    field = KeptField(theme, BeingTyped(), "Words", "")
    qtbot.addWidget(field)
    said: list[str] = []
    field.written.connect(said.append)

    def is_said_while_typing() -> bool:
        write(field, "a")
        QApplication.processEvents()
        return bool(said)

    qtbot.waitUntil(is_said_while_typing)


@pytest.mark.usefixtures("qapp")
def test_that_what_is_kept_by_hand_is_not_kept_twice() -> None:
    kept: list[bool] = []
    owner = QObject()
    being_typed = BeingTyped()
    pause = TypingPause(being_typed, lambda: kept.append(True), owner)
    pause.typed()
    assert being_typed.is_anything
    pause.now()
    pause.now()
    assert kept == [True]
    assert not being_typed.is_anything


def test_that_a_field_that_is_gone_is_not_said_to_be_typed_in() -> None:
    being_typed, owner = BeingTyped(), QObject()
    pause = TypingPause(being_typed, lambda: None, owner)
    pause.typed()
    delete(owner)
    assert not being_typed.is_anything
