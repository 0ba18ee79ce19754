"""Several things at once that wait for a disk, and where a dialog begins while one does."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ladder_app.gui.main_window import MainWindow
from ladder_app.storage.assessments import load_assessment
from tests.gui.beside.seen import box, boxes, rate
from tests.gui.conftest import MakeFar
from tests.gui.far import FrozenFolder, answer, make_pipe, nobody_held, notice, notices
from tests.gui.hands import click, is_saved, pressable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


def test_that_both_versions_are_kept_beside_the_window_before_one_is_gone_on_with(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    path = frozen.folder / "mine.assessment.yaml"
    assert opened_far.saver is not None
    assert opened_far.document is not None
    path.write_text("format: ladder-assessment/2\nnot: an assessment\n", encoding="utf-8")
    rate(opened_far, 4)
    assert not is_saved(opened_far.saver)
    with nobody_held():
        opened_far.files.settling.resolve()
    with nobody_held():
        click(pressable(box(qtbot, opened_far), "Go on with the other"))
    notice(qtbot, opened_far, "Keeping both versions of “mine.assessment.yaml”…")
    rate(opened_far, 3)
    mine = opened_far.document.assessment
    frozen.thaw()
    qtbot.waitUntil(lambda: bool(boxes(opened_far)))
    kept = [load_assessment(each) for each in frozen.folder.glob("mine (mine*")]
    assert mine in kept
    boxes(opened_far)[0].close()


@pytest.mark.usefixtures("impatient")
def test_that_a_dialog_begins_where_a_disk_answers(
    qtbot: QtBot, opened: MainWindow, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = sample_file.with_name("hangs")
    make_pipe(pipe)
    real = os.path.exists

    def hanging(path: object) -> bool:
        if path == sample_file.parent:
            pipe.read_bytes()
        return real(path)  # type: ignore[arg-type]

    monkeypatch.setattr(os.path, "exists", hanging)
    with nobody_held():
        opened.files.save_as()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in opened.findChildren(QFileDialog)))
    (dialog,) = opened.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) != sample_file.parent
    dialog.close()
    answer(pipe, "")


def test_that_what_is_said_at_the_same_time_stands_one_above_the_other(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, make_far: MakeFar
) -> None:
    opened.files.copy_to(frozen.folder / "copy.assessment.yaml")
    first = notice(qtbot, opened, "Saving a copy")
    opened.open_path(make_far())
    second = notice(qtbot, opened, "Opening")
    for _ in range(2):
        assert not first.geometry().intersects(second.geometry())
        assert all(opened.rect().contains(each.geometry()) for each in (first, second))
        opened.resize(opened.minimumSize())
    where = first.geometry()
    click(pressable(first, "Cancel"))
    told = notice(qtbot, opened, "was given up")
    assert second.geometry().bottom() == where.bottom()
    assert not told.geometry().intersects(second.geometry())
    click(pressable(second, "Cancel"))
    frozen.thaw()
    opened.files.plan.write_to(".md", frozen.folder / "plan.md")
    notice(qtbot, opened, "The plan is in “plan.md”.")
    assert len(notices(opened)) == 1
    click(pressable(notices(opened)[0], "Close"))
    assert not notices(opened)
