"""Changes reach the disk by themselves, and nothing is written over what somebody else wrote."""

import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui import saver as saver_module
from ladder_app.gui.document import Document
from ladder_app.gui.file_work import FoundOnDisk, look_at, write_file, write_over
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.saver import Saver
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.disk import Disk
from ladder_app.storage.file_stamp import file_stamp
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import recovery_folder
from ladder_app.storage.versions import Versions
from tests.gui.conftest import TODAY
from tests.gui.hands import is_saved

BUDGET = "budget-and-resources"


def state_of(saver: Saver) -> SaveState:
    """The state now; read through a function, since it changes between two looks."""
    return saver.state


def recovery_files() -> list[Path]:
    return list(recovery_folder().glob("*.assessment.yaml"))


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process can grow beyond 1,000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")


@pytest.fixture
def document(qapp: QApplication, sample: Assessment, sample_file: Path) -> Document:  # noqa: ARG001
    return Document(sample, sample_file, TODAY)


@pytest.fixture
def saver(document: Document, life: Life) -> Iterator[Saver]:
    made = Saver(document, life)
    yield made
    made.recovery.discard()


class OvertakenDisk(Disk):
    """Another program writes each file the moment after it got its name."""

    def __init__(self, theirs: Assessment) -> None:
        self._theirs = theirs

    def replace(self, old: Path, new: Path) -> None:
        super().replace(old, new)
        save_assessment(new, self._theirs)


def test_that_what_another_program_writes_the_moment_after_is_met(sample: Assessment, sample_file: Path) -> None:
    theirs = sample.rated(BUDGET, Rating(step=0))
    written = write_over(sample_file, sample.rated(BUDGET, Rating(step=4)), OvertakenDisk(theirs))
    found = look_at(sample_file, written.stamp).found
    assert found is not None
    assert found.assessment == theirs


def test_that_the_stamp_of_what_was_written_is_that_of_the_file(sample: Assessment, sample_file: Path) -> None:
    written = write_over(sample_file, sample.rated(BUDGET, Rating(step=4)))
    assert written.stamp == file_stamp(sample_file)


@needs_limits
def test_that_looking_at_the_file_time_and_again_puts_off_no_other_try(
    saver: Saver, document: Document, sample_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "_RETRY_MS", 1000)
    with no_room():
        document.rate(BUDGET, Rating(step=3))
        qtbot.waitUntil(lambda: state_of(saver) is SaveState.FAILED)
    looking = QTimer()
    looking.timeout.connect(saver.look)
    looking.start(50)
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED, timeout=30_000)
    looking.stop()
    assert load_assessment(sample_file) == document.assessment
    assert recovery_files() == []


def test_that_a_change_is_on_disk_shortly_after(
    saver: Saver, document: Document, sample_file: Path, qtbot: QtBot
) -> None:
    assert state_of(saver) is SaveState.SAVED
    document.rate(BUDGET, Rating(step=3))
    assert state_of(saver) is SaveState.PENDING
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


@pytest.mark.usefixtures("saver")
def test_that_somebody_who_never_pauses_is_saved_too(document: Document, sample_file: Path, qtbot: QtBot) -> None:
    steps = iter(range(10_000))
    rating = QTimer()
    rating.timeout.connect(lambda: document.rate(BUDGET, Rating(step=next(steps) % 5)))
    rating.start(100)
    before = load_assessment(sample_file)
    qtbot.waitUntil(lambda: load_assessment(sample_file) != before)
    assert rating.isActive()
    rating.stop()


def test_that_undo_is_saved_too(saver: Saver, document: Document, sample_file: Path, qtbot: QtBot) -> None:
    before = document.assessment
    document.rate(BUDGET, Rating(step=3))
    assert is_saved(saver)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == before


def test_that_an_edit_is_in_the_recovery_file_until_it_is_saved(saver: Saver, document: Document, qtbot: QtBot) -> None:
    document.rate(BUDGET, Rating(step=3))
    qtbot.waitUntil(lambda: len(recovery_files()) == 1)
    assert load_assessment(recovery_files()[0]) == document.assessment
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED and not recovery_files())


def test_that_what_is_saved_is_among_the_versions(saver: Saver, document: Document) -> None:
    document.rate(BUDGET, Rating(step=3))
    assert is_saved(saver)
    assert [version.read() for version in Versions(document.assessment.id).newest_first()] == [document.assessment]


def test_that_a_document_without_a_file_is_kept_where_the_person_says(
    sample: Assessment,
    tmp_path: Path,
    life: Life,
    qapp: QApplication,  # noqa: ARG001
) -> None:
    document = Document(sample, None, TODAY)
    saver = Saver(document, life)
    document.rate(BUDGET, Rating(step=3))
    assert state_of(saver) is SaveState.NOT_KEPT
    assert not is_saved(saver)
    path = tmp_path / "kept.assessment.yaml"
    saver.go_on_in(path, write_over(path, document.assessment))
    assert document.path == path
    assert load_assessment(path) == document.assessment


def test_that_what_another_program_wrote_is_not_written_over(
    saver: Saver, document: Document, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    theirs = sample.rated(BUDGET, Rating(step=4))
    save_assessment(sample_file, theirs)
    document.rate(BUDGET, Rating(step=3))
    told: list[FoundOnDisk] = []
    saver.found_on_disk.connect(told.append)
    assert not is_saved(saver)
    assert state_of(saver) is SaveState.CHANGED_ON_DISK
    assert [found.assessment for found in told] == [theirs]
    assert load_assessment(sample_file) == theirs
    saver.overwrite()
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


def test_that_what_is_to_be_written_over_is_though_nothing_was_edited_since(
    saver: Saver, document: Document, sample_file: Path, qtbot: QtBot
) -> None:
    sample_file.write_text("format: ladder-assessment/2\nbroken: true\n", encoding="utf-8")
    saver.look()
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.CHANGED_ON_DISK)
    saver.overwrite()
    assert state_of(saver) is SaveState.PENDING
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


def test_that_a_write_under_way_does_not_hide_what_another_program_wrote(
    saver: Saver, document: Document, sample_file: Path, sample: Assessment
) -> None:
    theirs = sample.rated(BUDGET, Rating(step=4))
    save_assessment(sample_file, theirs)
    document.rate(BUDGET, Rating(step=3))
    saver._write()
    assert not is_saved(saver)
    assert state_of(saver) is SaveState.CHANGED_ON_DISK
    assert load_assessment(sample_file) == theirs


def test_that_a_file_that_was_taken_away_is_written_again(saver: Saver, document: Document, sample_file: Path) -> None:
    sample_file.unlink()
    document.rate(BUDGET, Rating(step=3))
    assert is_saved(saver)
    assert load_assessment(sample_file) == document.assessment


@needs_limits
def test_that_a_full_disk_is_said_and_overcome_when_there_is_room_again(
    saver: Saver, document: Document, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    document.rate(BUDGET, Rating(step=3))
    with no_room():
        assert not is_saved(saver)
    assert state_of(saver) is SaveState.FAILED
    assert "larger than this disk" in saver.words
    assert load_assessment(sample_file) == sample
    document.rate(BUDGET, Rating(step=2))
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


@needs_limits
def test_that_it_is_said_when_not_even_the_recovery_file_can_be_written(
    saver: Saver, document: Document, qtbot: QtBot
) -> None:
    with no_room():
        document.rate(BUDGET, Rating(step=3))
        qtbot.waitUntil(lambda: saver.recovery.failed)
        assert not is_saved(saver)
        assert "kept for the next start" not in saver.words
    document.rate(BUDGET, Rating(step=2))
    qtbot.waitUntil(lambda: not saver.recovery.failed)


def test_that_a_folder_that_went_away_is_said(saver: Saver, document: Document, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    path = stick / "mine.assessment.yaml"
    saver.go_on_in(path, write_over(path, document.assessment))
    document.rate(BUDGET, Rating(step=3))
    stick.rename(away)
    assert not is_saved(saver)
    assert "folder" in saver.words
    assert "kept for the next start" in saver.words
    away.rename(stick)
    assert is_saved(saver)
    assert load_assessment(stick / "mine.assessment.yaml") == document.assessment


def test_that_a_disk_that_does_not_answer_leaves_the_window_free(
    qtbot: QtBot, life: Life, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    real = write_file

    def hanging(*arguments: object) -> object:
        answers.wait()
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(saver_module, "write_file", hanging)
    monkeypatch.setattr(saver_module, "_ANSWERS_WITHIN_MS", 20)
    saver = Saver(document, life)
    document.rate(BUDGET, Rating(step=3))
    saver._write()
    assert not is_saved(saver, within_ms=50)
    qtbot.waitUntil(lambda: "does not answer" in saver.words)
    kept: list[bool] = []
    saver.recovery.secure(document.assessment, kept.append)
    qtbot.waitUntil(lambda: kept == [True])
    assert load_assessment(recovery_files()[0]) == document.assessment
    answers.set()
    assert is_saved(saver)


def test_that_a_document_that_is_read_only_is_never_written(
    saver: Saver, document: Document, sample_file: Path, sample: Assessment
) -> None:
    document.forbid_edits("open elsewhere")
    document.rate(BUDGET, Rating(step=3))
    assert document.assessment is sample
    assert is_saved(saver)
    assert saver.words == "Read only: open elsewhere"
    assert load_assessment(sample_file) == sample
