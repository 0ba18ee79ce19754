"""Whatever is read from a disk that does not answer: said, given up, and nothing comes later."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.domain.assessment import Assessment
from ladder_app.gui import git_dialog as git_dialog_module
from ladder_app.gui.document import Document
from ladder_app.gui.git_dialog import GitDialog
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.role_update import RoleUpdateDialog
from ladder_app.gui.team_window import TeamWindow
from ladder_app.gui.theme import Theme
from ladder_app.gui.versions_dialog import VersionsDialog
from ladder_app.gui.welcome_start import NewAssessment
from ladder_app.storage.places import documents_folder
from ladder_app.storage.roles import find_role, role_text
from ladder_app.storage.team import TeamReader
from ladder_app.storage.versions import Versions
from tests.gui.beside.seen import BUDGET, box, boxes, rate
from tests.gui.conftest import MakeFar
from tests.gui.far import FrozenFolder, answer, make_pipe, nobody_held, notice, notices
from tests.gui.hands import click, is_saved, pressable, texts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


@pytest.mark.usefixtures("impatient")
def test_that_kept_versions_are_looked_at_beside_the_window(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    earlier = opened.document.assessment
    rate(opened, 4)
    assert is_saved(opened.saver)
    versions_kept = Versions(earlier.id)
    # What was opened is kept beside the window too, on a thread of its own.
    qtbot.waitUntil(lambda: len(versions_kept.newest_first()) == 2)
    slow = versions_kept.newest_first()[-1]
    text = slow.text()
    make_pipe(slow.file)
    with nobody_held():
        opened.files.reverting.begin()
    dialog = opened.findChild(VersionsDialog)
    assert dialog is not None
    versions = dialog.findChild(QListWidget)
    assert versions is not None
    with nobody_held():
        versions.setCurrentRow(1)
    said_so = notice(qtbot, dialog, "Opening what was saved")
    assert not pressable(dialog, "Revert to this").isEnabled()
    versions.setCurrentRow(0)
    qtbot.waitUntil(lambda: "Just as it is now." in texts(dialog))
    assert not isValid(said_so) or not said_so.isVisible()
    answer(slow.file, text)
    versions.setCurrentRow(1)
    notice(qtbot, dialog, "Opening what was saved")
    answer(slow.file, text)
    qtbot.waitUntil(lambda: pressable(dialog, "Revert to this").isEnabled())
    click(pressable(dialog, "Revert to this"))
    assert opened.document.assessment == earlier


@pytest.mark.parametrize("gives_up", [True, False])
def test_that_a_review_is_read_beside_the_window(
    qtbot: QtBot, opened: MainWindow, make_far: MakeFar, gives_up: bool
) -> None:
    far = make_far("review.pdf")
    with nobody_held():
        opened.files.take_review_from(far)
    slow = notice(qtbot, opened, "Opening “review.pdf”…")
    rate(opened, 4)
    if gives_up:
        click(pressable(slow, "Cancel"))
        answer(far, "no review")
        QApplication.processEvents()
        assert not boxes(opened)
    else:

        def is_told() -> bool:
            answer(far, "no review", within_s=0)  # it is looked into more than once
            return bool(boxes(opened))

        qtbot.waitUntil(is_told)
        assert "review.pdf" in box(qtbot, opened).text()
        box(qtbot, opened).close()
    assert opened.document is not None
    assert opened.document.assessment.cycle.ratings[BUDGET].step == 4


def test_that_a_newer_role_is_read_beside_the_window(
    qtbot: QtBot, opened: MainWindow, make_far: MakeFar, sample: Assessment
) -> None:
    far = make_far("newer.role.yaml")
    with nobody_held():
        opened.news.update_from(far)
    notice(qtbot, opened, "Opening “newer.role.yaml”…")
    rate(opened, 4)
    answer(far, role_text(sample.role.model_copy(update={"title": "Another title"})))
    qtbot.waitUntil(lambda: bool(opened.findChildren(RoleUpdateDialog)))
    opened.findChildren(RoleUpdateDialog)[0].close()


def test_that_a_role_to_edit_is_read_beside_the_window(
    qtbot: QtBot, opened: MainWindow, make_far: MakeFar, sample: Assessment
) -> None:
    far = make_far("far.role.yaml")
    assert opened.dialogs.roles.edit_file(far) is None
    click(pressable(notice(qtbot, opened, "Opening “far.role.yaml”…"), "Cancel"))
    assert not notices(opened)
    far = make_far("farther.role.yaml")
    with nobody_held():
        opened.dialogs.roles.edit_file(far)
    notice(qtbot, opened, "Opening")
    answer(far, role_text(sample.role))
    qtbot.waitUntil(lambda: any(isinstance(each, RoleEditor) for each in QApplication.topLevelWidgets()))
    (editor,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, RoleEditor)]
    assert editor.draft.role == sample.role
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    editor.close()


def test_that_a_new_assessment_is_made_beside_the_window(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    impatient: None,  # noqa: ARG001 – set before it
) -> None:
    documents = FrozenFolder(documents_folder(), monkeypatch)
    role = find_role("software-engineer")
    window.opening.start(NewAssessment(role.id, "Sample Engineer", None, role.levels[0].id))
    click(pressable(notice(qtbot, window, "Making the file…"), "Cancel"))
    notice(qtbot, window, "Making the file was given up.")
    documents.thaw()
    qtbot.waitUntil(lambda: documents.waiting == 0)
    QApplication.processEvents()
    assert window.document is None
    assert not list(documents.folder.glob("*.assessment.yaml"))
    window.opening.start(NewAssessment(role.id, "Sample Engineer", None, role.levels[0].id))
    qtbot.waitUntil(lambda: window.document is not None)


@pytest.mark.usefixtures("impatient")
def test_that_a_team_whose_disk_does_not_answer_is_given_up_at_once(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "hangs"
    make_pipe(pipe)
    folder = tmp_path / "team"
    folder.mkdir()
    real = TeamReader.read

    def hanging(reader: TeamReader, *arguments: Callable[..., bool]) -> object:
        pipe.read_bytes()
        return real(reader, *arguments)

    monkeypatch.setattr(TeamReader, "read", hanging)
    team = TeamWindow(folder, theme, lambda: "a4")
    qtbot.addWidget(team)
    team.show()
    with nobody_held():
        click(pressable(team, "Cancel"))
    assert "Reading was cancelled" in texts(team)
    answer(pipe, "")
    QApplication.processEvents()
    assert "Reading was cancelled" in texts(team)
    monkeypatch.undo()
    team.refresh()
    qtbot.waitUntil(lambda: not team.is_busy)
    assert "Reading was cancelled" not in texts(team)


@pytest.mark.usefixtures("impatient")
def test_that_a_repository_whose_disk_does_not_answer_is_given_up_at_once(
    qtbot: QtBot, theme: Theme, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "hangs"
    make_pipe(pipe)

    def hanging(*_: object) -> None:
        pipe.read_bytes()

    monkeypatch.setattr(git_dialog_module, "read_git_log", hanging)
    dialog = GitDialog(document, theme, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Reading the log…" in texts(dialog)
    with nobody_held():
        click(pressable(dialog, "Stop reading"))
    assert "Stopped. Choose another day to read again." in texts(dialog)
    answer(pipe, "")


def test_that_what_is_dropped_is_looked_at_beside_the_window(
    qtbot: QtBot, opened: MainWindow, sample_file: Path, make_far: MakeFar, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = make_far("hangs")
    real = os.path.isdir

    def hanging(path: object) -> bool:
        if path == sample_file:
            pipe.read_bytes()
        return real(path)  # type: ignore[arg-type]

    monkeypatch.setattr(os.path, "isdir", hanging)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    opened.close_document()
    with nobody_held():
        opened.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    notice(qtbot, opened, "Opening “mine.assessment.yaml”…")
    answer(pipe, "")
    qtbot.waitUntil(lambda: opened.document is not None)
