"""The person's own folder – settings, roles, kept versions – on a disk that does not answer: the window goes on."""

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui import file_work
from ladder_app.gui import kept_settings as kept_settings_module
from ladder_app.gui import recovery_keeper as recovery_keeper_module
from ladder_app.gui import saver as saver_module
from ladder_app.gui import securing as securing_module
from ladder_app.gui import waiting as waiting_module
from ladder_app.gui.kept_settings import SettingsRead, met
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.welcome_roles import RoleCard
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import find_role, role_text, shipped_roles
from ladder_app.storage.settings import Settings, load_settings, save_settings, settings_file
from ladder_app.storage.versions import Versions
from tests.gui.far import FrozenFolder, answer, make_pipe, nobody_held, notice, notices
from tests.gui.hands import click, pressable, texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")

BUDGET = "budget-and-resources"
KEEPING = "Keeping your settings…"


@pytest.fixture
def far_home(home: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch, impatient: None):  # type: ignore[no-untyped-def] # noqa: ARG001
    """The folder of the settings takes nothing any more."""
    made = FrozenFolder(home, monkeypatch)
    yield made
    made.thaw()
    window.kept_settings.give_up()


def named(window: MainWindow, name: str) -> Settings:
    return window.settings.model_copy(update={"name": name})


def test_that_settings_are_kept_beside_the_window_and_only_the_latest_of_what_waited(
    qtbot: QtBot, window: MainWindow, far_home: FrozenFolder
) -> None:
    with nobody_held():
        window.change_settings(named(window, "First"))
    notice(qtbot, window, KEEPING)
    with nobody_held():
        window.change_settings(named(window, "Second"))
        window.change_settings(named(window, "Third"))
    assert window.settings.name == "Third"
    assert not settings_file().exists()
    far_home.thaw()
    qtbot.waitUntil(lambda: not window.kept_settings.pending)
    assert load_settings().name == "Third"
    assert not notices(window)


def test_that_settings_that_are_given_up_are_not_written_later_and_the_next_are(
    qtbot: QtBot, window: MainWindow, far_home: FrozenFolder
) -> None:
    window.change_settings(named(window, "First"))
    click(pressable(notice(qtbot, window, KEEPING), "Cancel"))
    qtbot.waitUntil(lambda: far_home.waiting > 0)
    far_home.thaw()
    qtbot.waitUntil(lambda: far_home.waiting == 0 and not list(far_home.folder.glob(".ladder-*")))
    assert not settings_file().exists()
    window.change_settings(named(window, "Second"))
    qtbot.waitUntil(lambda: load_settings().name == "Second")


def test_that_settings_that_are_given_up_hold_no_longer(
    qtbot: QtBot, window: MainWindow, far_home: FrozenFolder
) -> None:
    window.remember(Path("/before.assessment.yaml"))
    notice(qtbot, window, KEEPING)
    far_home.thaw()
    qtbot.waitUntil(lambda: not window.kept_settings.pending)
    before = window.settings
    far_home.freeze()
    looks: list[str] = []
    window.settings_changed.connect(lambda: looks.append(window.settings.theme))
    window.change_settings(before.model_copy(update={"theme": "dark", "recent_files": ()}))
    click(pressable(notice(qtbot, window, KEEPING), "Cancel"))
    assert window.settings == before
    assert looks == ["dark", "system"]
    assert any(action.toolTip().endswith("before.assessment.yaml") for action in window.findChildren(QAction))


def test_that_closing_says_that_the_settings_are_not_kept_yet(
    qtbot: QtBot, window: MainWindow, far_home: FrozenFolder
) -> None:
    window.change_settings(named(window, "First"))
    notice(qtbot, window, KEEPING)
    with nobody_held():
        window.close()
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert box.text() == "Keeping your settings is not done yet."
    assert far_home.waiting
    with nobody_held():
        click(pressable(box, "Close all the same"))
    assert not window.isVisible()


def test_that_settings_that_cannot_be_kept_are_explained(window: MainWindow, qtbot: QtBot, home: Path) -> None:
    (home / "settings.yaml").mkdir()
    window.change_settings(named(window, "First"))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "Your settings could not be kept."
    box.close()


@pytest.mark.usefixtures("impatient")
def test_that_a_start_goes_on_without_settings_that_are_read_late_and_nothing_is_written_over_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "hangs"
    make_pipe(pipe)
    save_settings(Settings(name="Sample Engineer", theme="light", recent_files=("/a",)))

    def slow() -> Settings:
        pipe.read_bytes()
        return load_settings()

    monkeypatch.setattr(kept_settings_module, "load_settings", slow)
    with nobody_held():
        read = SettingsRead(window)
    assert read.known is None
    window.kept_settings.hold()
    read.found.connect(window.take_settings)
    window.change_settings(window.settings.model_copy(update={"theme": "dark"}))
    assert not window.kept_settings.pending
    assert load_settings().name == "Sample Engineer"
    answer(pipe, "")
    qtbot.waitUntil(lambda: window.settings.name == "Sample Engineer")
    assert window.settings.theme == "dark"
    assert window.settings.recent_files == ("/a",)
    qtbot.waitUntil(lambda: load_settings() == window.settings)


def test_that_what_was_chosen_since_the_start_counts_more_than_what_is_read_late() -> None:
    read = Settings(name="Sample Engineer", theme="dark", recent_files=("/a", "/b"))
    assert met(read, Settings()) == read
    now = Settings(text_size_percent=150, theme="light", recent_files=("/c", "/b"))
    after = met(read, now)
    assert (after.name, after.theme, after.text_size_percent) == ("Sample Engineer", "light", 150)
    assert after.recent_files == ("/c", "/b", "/a")


@pytest.mark.usefixtures("impatient")
def test_that_own_roles_follow_once_their_disk_answers(qtbot: QtBot, window: MainWindow) -> None:
    own_roles_folder().mkdir(parents=True)
    pipe = own_roles_folder() / "mine.role.yaml"
    make_pipe(pipe)
    with nobody_held():
        window.show_welcome()
    hint = "Your own roles follow once their disk answers."
    qtbot.waitUntil(lambda: hint in texts(window))
    role = find_role("software-engineer").model_copy(update={"title": "My own role"})
    answer(pipe, role_text(role))

    def cards() -> list[str]:
        return [card.accessibleName() for card in window.findChildren(RoleCard) if card.isVisible()]

    qtbot.waitUntil(lambda: cards()[-1:] == ["My own role"])
    assert hint not in texts(window)
    assert len(cards()) == len(shipped_roles()) + 1


def test_that_both_sides_of_what_another_program_wrote_are_kept_beside_the_window(
    qtbot: QtBot,
    window: MainWindow,
    sample: Assessment,
    sample_file: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.opened is not None
    opened = window.opened
    opened.versions()()  # the state that was opened is kept
    (folder,) = (home / "versions").iterdir()
    request.getfixturevalue("impatient")
    monkeypatch.setattr(waiting_module, "AT_ONCE_MS", 20)
    frozen = FrozenFolder(folder, monkeypatch)
    try:
        theirs = sample.rated(BUDGET, Rating(step=4))
        save_assessment(sample_file, theirs)
        qtbot.waitUntil(lambda: opened.document.assessment == theirs)
        qtbot.waitUntil(lambda: opened.saver.state is SaveState.SAVED)
    finally:
        frozen.thaw()
    read = opened.versions()
    states = [version.read() for version in read()]
    assert sample in states
    assert theirs in states
    assert {version.path for version in Versions(sample.id).newest_first()} == {sample_file}


def test_that_it_is_said_once_that_a_document_is_not_in_safety_where_no_disk_answers(
    qtbot: QtBot, window: MainWindow, sample_file: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.saver is not None
    saver = window.saver
    request.getfixturevalue("impatient")
    monkeypatch.setattr(securing_module, "_PATIENCE_MS", 50)
    answers = Event()
    write, keep = file_work.write_file, recovery_keeper_module._keep

    def slow_write(*arguments: object) -> object:
        answers.wait()
        return write(*arguments)  # type: ignore[arg-type]

    def slow_keep(*arguments: object, **more: object) -> bool:
        answers.wait()
        return keep(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(saver_module, "write_file", slow_write)
    monkeypatch.setattr(recovery_keeper_module, "_keep", slow_keep)
    told: list[bool] = []
    window.document.rate(BUDGET, Rating(step=4))
    try:
        with nobody_held():
            window.secure(told.append)
        qtbot.waitUntil(lambda: told == [False])
    finally:
        answers.set()
    qtbot.waitUntil(lambda: saver.state is SaveState.SAVED)
    assert told == [False]
    window.secure(told.append)
    qtbot.waitUntil(lambda: told == [False, True])
