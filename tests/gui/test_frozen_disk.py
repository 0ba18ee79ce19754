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
from ladder_app.gui.accidents import Breakdowns
from ladder_app.gui.kept_settings import SettingsRead
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.theme import Theme
from ladder_app.importers.decisions import Says
from ladder_app.importers.remembered import known_decisions
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.places import HOME_VARIABLE, own_roles_folder
from ladder_app.storage.recovery import leftovers
from ladder_app.storage.roles import find_role, save_role
from ladder_app.storage.settings import Settings, save_settings
from tests.gui.far import nobody_held, notice
from tests.gui.hands import click, pressable
from tests.importers.test_deciding import PAGE

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


@pytest.fixture
def frozen_home(disk: RealDisk, monkeypatch: pytest.MonkeyPatch) -> RealDisk:
    """The person's own folder, with settings and a role, on that disk, which answers no more."""
    monkeypatch.setenv(HOME_VARIABLE, str(disk.folder / "home"))
    save_settings(Settings(name="Sample Engineer"))
    own_roles_folder().mkdir()
    save_role(own_roles_folder() / "mine.role.yaml", find_role("software-engineer"))
    disk.freeze()
    return disk


def test_that_with_the_home_on_a_frozen_disk_all_goes_on_from_the_start_to_the_end(
    qtbot: QtBot, frozen_home: RealDisk, theme: Theme, tmp_path: Path, sample: Assessment
) -> None:
    path, page = tmp_path / "mine.assessment.yaml", tmp_path / "baker.md"
    save_assessment(path, sample)
    page.write_text(PAGE, encoding="utf-8")
    with nobody_held():
        window = MainWindow(SettingsRead().known or Settings(), theme)
        qtbot.addWidget(window)
        window.show_first(None)
        window.show()
        look_after_start(window)
    assert pressable(window, "Look at a sample")
    with nobody_held():
        window.open_path(path)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.saver is not None
    saver = window.saver
    with nobody_held():
        window.document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: load_assessment(path).cycle.ratings[BUDGET].step == 4)
    with nobody_held():
        window.change_settings(window.settings.model_copy(update={"text_size_percent": 110}))
        window.dialogs.imports.read(page)
    qtbot.waitUntil(lambda: bool(window.dialogs.imports.windows))
    (review,) = window.dialogs.imports.windows
    said = [line for line in review.draft.found.account if "ovens" in line.text]
    review.draft.say("requirement", Says.REQUIREMENT, said)
    qtbot.waitUntil(lambda: bool(review.draft.decisions))
    notice(qtbot, window, "Keeping your settings…")
    told: list[bool] = []
    with nobody_held():
        window.secure(told.append)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not saver.is_busy)
    with nobody_held():
        window.close()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    with nobody_held():
        click(pressable(window, "Close all the same"))
    qtbot.waitUntil(lambda: not window.isVisible())
    with nobody_held(), qtbot.waitSignal(review.closed):
        click(pressable(notice(qtbot, review, "Keeping what you decided…"), "Cancel"))
    frozen_home.thaw()
    qtbot.waitUntil(lambda: not list((frozen_home.folder / "home").rglob("*.tmp")))
    assert not known_decisions("baker")
    assert load_assessment(path).cycle.ratings[BUDGET].step == 4


def test_that_edits_are_not_said_to_be_kept_where_neither_disk_takes_them(
    qtbot: QtBot, frozen_home: RealDisk, theme: Theme, sample: Assessment
) -> None:
    """The file is on the disk of the home."""
    frozen_home.thaw()
    path = frozen_home.folder / "mine.assessment.yaml"
    save_assessment(path, sample)
    window = MainWindow(Settings(), theme)
    qtbot.addWidget(window)
    window.show_first(path)
    window.show()
    qtbot.waitUntil(lambda: window.opened is not None and window.opened.wait())
    frozen_home.freeze()
    assert window.document is not None
    assert window.saver is not None
    saver = window.saver
    with nobody_held():
        window.document.rate(BUDGET, Rating(step=4))
    qtbot.waitUntil(lambda: saver.state is SaveState.FAILED and saver.recovery.failed)
    assert "does not answer" in saver.words
    assert "kept for the next start" not in saver.words
    with nobody_held():
        assert not window.close()
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert pressable(box, "Leave without them")
    with nobody_held():
        click(pressable(box, "Leave without them"))
    assert not window.isVisible()
    frozen_home.thaw()


def look_after_start(window: MainWindow) -> None:
    """What comes after a start, but for what looks after all that is uncaught."""
    Breakdowns(window).look()
    window.opening.look_for_leftovers()
