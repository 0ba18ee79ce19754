"""A real disk that stops answering, as one does whose cable came off: frozen by the system, where that may be asked."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.recovery import leftovers
from tests.gui.far import nobody_held, notice
from tests.gui.hands import click, pressable

BUDGET = "budget-and-resources"
_SIZE_BYTES = 8_000_000


class RealDisk:
    """A file system in a file, which the system freezes and thaws."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def freeze(self) -> None:
        subprocess.run(["fsfreeze", "-f", str(self.folder)], check=True)

    def thaw(self) -> None:
        subprocess.run(["fsfreeze", "-u", str(self.folder)], check=False, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path, impatient: None) -> Iterator[RealDisk]:  # noqa: ARG001 – set before it
    """A disk that answers, so far; skips where this account may not mount one."""
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE_BYTES)
    for command in (["mkfs.ext4", "-q", str(image)], ["mount", "-o", "loop", str(image), str(folder)]):
        known = shutil.which(command[0], path="/usr/sbin:/sbin:/usr/bin:/bin")
        if known is None or subprocess.run([known, *command[1:]], capture_output=True, check=False).returncode:
            pytest.skip("mounting a disk takes an administrator")
    made = RealDisk(folder)
    yield made
    made.thaw()
    # Lazily: what waited for it may not have let go of it yet.
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, disk: RealDisk, sample: Assessment) -> MainWindow:
    """A window with an assessment on that disk, which answers no more."""
    path = disk.folder / "mine.assessment.yaml"
    save_assessment(path, sample)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.document is not None)
    qtbot.waitUntil(lambda: window.opened is not None and window.opened.wait())
    disk.freeze()
    return window


def test_that_what_a_frozen_disk_does_not_take_is_saved_elsewhere_and_nothing_given_up_comes_later(
    qtbot: QtBot, opened: MainWindow, disk: RealDisk, tmp_path: Path
) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    saver = opened.saver
    with nobody_held():
        opened.document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: saver.state is SaveState.FAILED)
    with nobody_held():
        opened.files.save_to(disk.folder / "other.assessment.yaml")
    click(pressable(notice(qtbot, opened, "Saving"), "Cancel"))
    with nobody_held():
        opened.files.copy_to(disk.folder / "copy.assessment.yaml")
    click(pressable(notice(qtbot, opened, "Saving a copy"), "Cancel"))
    elsewhere = tmp_path / "elsewhere.assessment.yaml"
    with nobody_held():
        opened.files.save_to(elsewhere)
    qtbot.waitUntil(lambda: saver.state is SaveState.SAVED)
    assert load_assessment(elsewhere) == opened.document.assessment
    disk.thaw()

    def only_what_was_there() -> bool:
        names = {path.name for path in disk.folder.iterdir()}
        return {name for name in names if not name.startswith(".ladder-")} == {"lost+found", "mine.assessment.yaml"}

    qtbot.waitUntil(only_what_was_there)
    qtbot.waitUntil(lambda: not list(disk.folder.glob(".ladder-*")))
    assert only_what_was_there()
    assert opened.document.path == elsewhere


def test_that_a_window_on_a_frozen_disk_closes_and_its_edit_is_offered_unless_the_disk_takes_it_after_all(
    qtbot: QtBot, opened: MainWindow, disk: RealDisk
) -> None:
    assert opened.document is not None
    opened.document.rate(BUDGET, Rating(step=4))
    with nobody_held():
        assert not opened.close()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in opened.findChildren(QMessageBox)))
    with nobody_held():
        click(pressable(opened, "Leave them for the next start"))
    assert not opened.isVisible()
    (found,) = leftovers().restorable
    assert found.assessment.cycle.ratings[BUDGET].step == 4
    disk.thaw()
    path = disk.folder / "mine.assessment.yaml"
    qtbot.waitUntil(lambda: load_assessment(path).cycle.ratings[BUDGET].step == 4)
    assert not leftovers().restorable
