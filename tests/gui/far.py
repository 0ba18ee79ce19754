"""Disks that are far away: files that nobody can read, and folders that nobody can write to, before they answer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, Thread, current_thread, main_thread
from time import monotonic, sleep
from typing import BinaryIO

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ladder_app.gui.background import _Work
from ladder_app.gui.floating_notice import FloatingNotice
from ladder_app.storage.disk import Disk


def make_pipe(path: Path) -> None:
    """A file on which whoever reads waits, in the system and not in Python."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def answer(pipe: Path, text: str, *, within_s: float = 2) -> None:
    """What waits for the file reads this; nothing where none waits, nor comes to wait within that time.

    Who is said to wait may still be on the way to it.
    """
    end = monotonic() + within_s
    while True:
        try:
            descriptor = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            if monotonic() >= end:
                return
            sleep(0.001)
        else:
            break
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


class FrozenFolder:
    """A folder that can be looked into, and that takes nothing before it thaws.

    Whoever makes or renames a file in it waits in the system, on a pipe.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.waiting = 0
        self._lock = Lock()
        self._is_frozen = True
        self._pipe = folder.parent / f"{folder.name}.frozen"
        os.mkfifo(self._pipe)
        create, rename = Disk.create, Disk.rename

        def slow_create(disk: Disk, path: Path, mode: int) -> BinaryIO:
            self._wait(path)
            return create(disk, path, mode)

        def slow_rename(disk: Disk, old: Path, new: Path) -> None:
            self._wait(new)
            rename(disk, old, new)

        monkeypatch.setattr(Disk, "create", slow_create)
        monkeypatch.setattr(Disk, "rename", slow_rename)

    def freeze(self) -> None:
        """It takes nothing any more."""
        self._is_frozen = True

    def thaw(self) -> None:
        """It answers whoever waits, and everybody from now on."""
        self._is_frozen = False
        while self.waiting:
            answer(self._pipe, "", within_s=0)
            sleep(0.001)

    def files(self) -> list[str]:
        """What is in it, but for what only says who has a file open."""
        return sorted(path.name for path in self.folder.iterdir() if not path.name.endswith(".lock"))

    def _wait(self, path: Path) -> None:
        if path.parent != self.folder:
            return
        # Counted before it is known whether to wait, so that nobody is overlooked when it thaws.
        self._count(1)
        try:
            if self._is_frozen:
                with open(self._pipe, "rb"):  # noqa: PTH123 – until somebody writes to it
                    pass
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self.waiting += more


_BLINK_MS = 100


@contextmanager
def nobody_held() -> Iterator[None]:
    """Nothing in here waits longer in the window's thread than an eye blinks, as waiting is set for the tests."""
    held: list[float] = []
    within, join = _Work.ends_within, Thread.join

    def ends_within(work: "_Work[object]", patience_ms: int) -> bool:
        held.append(patience_ms)
        return within(work, min(patience_ms, _BLINK_MS))

    def joined(thread: Thread, timeout: float | None = None) -> None:
        if current_thread() is main_thread():
            held.append(float("inf") if timeout is None else timeout * 1000)
        join(thread, timeout)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Work, "ends_within", ends_within)
        patch.setattr(Thread, "join", joined)
        yield
    assert all(each <= _BLINK_MS for each in held), held


def notices(window: QWidget) -> list[FloatingNotice]:
    return [each for each in window.findChildren(FloatingNotice) if each.isVisible()]


def notice(qtbot: QtBot, window: QWidget, words: str = "") -> FloatingNotice:
    """What the window says, with these words, once it has waited for long."""
    found: list[FloatingNotice] = []

    def says() -> bool:
        found[:] = [each for each in notices(window) if words in each.accessibleName()]
        return bool(found)

    qtbot.waitUntil(says)
    return found[0]
