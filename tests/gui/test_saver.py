"""Changes reach the disk by themselves, and nothing is written over what somebody else wrote."""

import resource
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment, Rating
from ladder_app.gui.document import Document
from ladder_app.gui.saver import Saver, SaveState
from ladder_app.storage.assessments import load_assessment, save_assessment
from tests.gui.conftest import TODAY


def state_of(saver: Saver) -> SaveState:
    """The state now; read through a function, since it changes between two looks."""
    return saver.state


BUDGET = "budget-and-resources"


@pytest.fixture
def document(qapp: object, sample: Assessment, sample_file: Path) -> Document:  # noqa: ARG001
    return Document(sample, sample_file, TODAY)


def test_that_a_change_is_on_disk_shortly_after(document: Document, sample_file: Path, qtbot: QtBot) -> None:
    saver = Saver(document)
    assert state_of(saver) is SaveState.SAVED
    document.rate(BUDGET, Rating(step=3))
    assert state_of(saver) is SaveState.PENDING
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


def test_that_undo_is_saved_too(document: Document, sample_file: Path, qtbot: QtBot) -> None:
    saver = Saver(document)
    before = document.assessment
    document.rate(BUDGET, Rating(step=3))
    assert saver.flush()
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == before


def test_that_a_document_without_a_file_is_kept_where_the_person_says(
    sample: Assessment,
    tmp_path: Path,
    qapp: object,  # noqa: ARG001
) -> None:
    document = Document(sample, None, TODAY)
    saver = Saver(document)
    document.rate(BUDGET, Rating(step=3))
    assert state_of(saver) is SaveState.NOT_KEPT
    assert not saver.flush()
    path = tmp_path / "kept.assessment.yaml"
    assert saver.save_to(path)
    assert document.path == path
    assert load_assessment(path) == document.assessment


def test_that_what_another_program_wrote_is_not_written_over(
    document: Document, sample_file: Path, sample: Assessment
) -> None:
    saver = Saver(document)
    theirs = sample.rated(BUDGET, Rating(step=4))
    save_assessment(sample_file, theirs)
    document.rate(BUDGET, Rating(step=3))
    assert not saver.flush()
    assert state_of(saver) is SaveState.CHANGED_ON_DISK
    assert load_assessment(sample_file) == theirs
    saver.overwrite()
    assert saver.flush()
    assert load_assessment(sample_file) == document.assessment


def test_that_a_file_that_was_taken_away_is_written_again(document: Document, sample_file: Path) -> None:
    saver = Saver(document)
    sample_file.unlink()
    document.rate(BUDGET, Rating(step=3))
    assert saver.flush()
    assert load_assessment(sample_file) == document.assessment


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_that_a_full_disk_is_said_and_overcome_when_there_is_room_again(
    document: Document, sample_file: Path, sample: Assessment, qtbot: QtBot
) -> None:
    saver = Saver(document)
    document.rate(BUDGET, Rating(step=3))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        assert not saver.flush()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert state_of(saver) is SaveState.FAILED
    assert "larger than this disk" in saver.words
    assert load_assessment(sample_file) == sample
    document.rate(BUDGET, Rating(step=2))
    qtbot.waitUntil(lambda: state_of(saver) is SaveState.SAVED)
    assert load_assessment(sample_file) == document.assessment


def test_that_a_folder_that_went_away_is_said(document: Document, sample_file: Path) -> None:
    saver = Saver(document)
    document.rate(BUDGET, Rating(step=3))
    moved = sample_file.parent / "elsewhere"
    gone = sample_file.parent / "gone" / "mine.assessment.yaml"
    document.path = gone
    assert not saver.flush()
    assert "folder" in saver.words
    assert not moved.exists()
    document.path = sample_file
    assert saver.flush()


def test_that_a_write_under_way_does_not_hide_what_another_program_wrote(
    document: Document, sample_file: Path, sample: Assessment
) -> None:
    saver = Saver(document)
    theirs = sample.rated(BUDGET, Rating(step=4))
    save_assessment(sample_file, theirs)
    document.rate(BUDGET, Rating(step=3))
    saver._write()
    assert not saver.flush()
    assert state_of(saver) is SaveState.CHANGED_ON_DISK
    assert load_assessment(sample_file) == theirs
