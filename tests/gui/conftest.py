"""The window's tests: a theme, the sample as a document, and a window as a person has it."""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.gui import file_work as file_work_module
from ladder_app.gui import main_window as main_window_module
from ladder_app.gui import opened as opened_module
from ladder_app.gui import opening as opening_module
from ladder_app.gui import recovery_keeper as recovery_keeper_module
from ladder_app.gui import saver as saver_module
from ladder_app.gui import waiting as waiting_module
from ladder_app.gui import welcome_recent as welcome_recent_module
from ladder_app.gui.document import Document
from ladder_app.gui.importing import draft as draft_module
from ladder_app.gui.importing import reading as importing_reading_module
from ladder_app.gui.importing import sheet_preview as sheet_preview_module
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.style import style_sheet
from ladder_app.gui.theme import Theme
from ladder_app.storage.assessments import sample_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.settings import Settings
from tests.gui.far import FrozenFolder, answer, make_pipe
from tests.gui.hands import is_saved

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _garbage_stays_in_this_thread() -> Iterator[None]:
    """As `Rubbish` does for the application: no thread of ours may collect, and so destroy, a widget of Qt's.

    It stays so for the rest of the session, since a thread may outlive its test.
    """
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def _disks_answer_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is, what is opened is there when a test goes on; for others see `hanging`."""
    monkeypatch.setattr(waiting_module, "AT_ONCE_MS", 20_000)
    monkeypatch.setattr(opened_module, "_AT_ONCE_MS", 20_000)
    monkeypatch.setattr(welcome_recent_module, "_AT_ONCE_MS", 20_000)
    monkeypatch.setattr(file_work_module, "_PATIENCE_S", 60)
    monkeypatch.setattr(saver_module, "_ANSWERS_WITHIN_MS", 60_000)
    monkeypatch.setattr(recovery_keeper_module, "_ANSWERS_WITHIN_MS", 60_000)
    monkeypatch.setattr(opened_module, "_PATIENCE_MS", 60_000)
    monkeypatch.setattr(importing_reading_module, "_OTHERS_WITHIN_S", 60)
    monkeypatch.setattr(draft_module, "_AT_ONCE_MS", 20_000)
    monkeypatch.setattr(sheet_preview_module, "_AT_ONCE_MS", 20_000)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, _disks_answer_at_once: None) -> None:
    """Half a second is over sooner."""
    monkeypatch.setattr(waiting_module, "AT_ONCE_MS", 20)
    monkeypatch.setattr(waiting_module, "SAID_AFTER_MS", 40)
    monkeypatch.setattr(opened_module, "_AT_ONCE_MS", 20)
    monkeypatch.setattr(opened_module, "_PATIENCE_MS", 50)
    monkeypatch.setattr(welcome_recent_module, "_AT_ONCE_MS", 20)
    monkeypatch.setattr(file_work_module, "_PATIENCE_S", 0.1)
    monkeypatch.setattr(saver_module, "_ANSWERS_WITHIN_MS", 1000)
    monkeypatch.setattr(recovery_keeper_module, "_ANSWERS_WITHIN_MS", 300)


MakeFar = Callable[..., Path]


@pytest.fixture
def make_far(tmp_path: Path, impatient: None) -> Iterator[MakeFar]:  # noqa: ARG001 – set before it
    """Makes files that nobody can read before somebody writes them."""
    made: list[Path] = []

    def make(name: str = "far.assessment.yaml") -> Path:
        path = tmp_path / name
        make_pipe(path)
        made.append(path)
        return path

    yield make
    for path in made:
        answer(path, "", within_s=0)


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, impatient: None) -> Iterator[FrozenFolder]:  # noqa: ARG001
    """A folder that takes nothing before it thaws."""
    folder = tmp_path / "far"
    folder.mkdir()
    made = FrozenFolder(folder, monkeypatch)
    yield made
    made.thaw()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at its usual size."""
    look = Theme()
    # Dressing costs a visit to every widget that is still there, so it is done when it changes something.
    if qapp.styleSheet() != style_sheet(look.tokens, look.px):
        qapp.setStyle("Fusion")
        look.apply(qapp)
    return look


@pytest.fixture
def life() -> Iterator[Life]:
    """A running Ladder, as far as others can tell."""
    made = Life()
    yield made
    made.end()


@pytest.fixture
def sample() -> Assessment:
    return sample_assessment()


@pytest.fixture
def document(qapp: QApplication, sample: Assessment) -> Document:  # noqa: ARG001 – signals need an application
    """The sample, kept in no file."""
    return Document(sample, None, TODAY)


@pytest.fixture
def sample_file(tmp_path: Path, sample: Assessment) -> Path:
    """The sample in a file of its own."""
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, sample)
    return path


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """An empty window on screen, on 23 November 2026."""
    monkeypatch.setattr(main_window_module, "today", lambda: TODAY)
    monkeypatch.setattr(opening_module, "today", lambda: TODAY)
    made = MainWindow(Settings(), theme)
    qtbot.addWidget(made, before_close_func=_close_dialogs)
    made.show_first(None)
    made.resize(1280, 800)  # whatever screen there is
    made.show()
    qtbot.waitExposed(made)
    yield made
    if made.saver is not None:
        is_saved(made.saver, within_ms=4000)  # a window that waits for this closes now
    if made.opened is not None:
        made.opened.close()
    made.life.end()


def _close_dialogs(window: QWidget) -> None:
    """What stays open would stand in front of the next test's window; its document ends with this one."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
