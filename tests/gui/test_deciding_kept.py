"""What is decided in an import is kept as it is decided, and the next import of the source begins with it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.gui.importing import keeping as keeping_module
from ladder_app.gui.importing.columns_dialog import ColumnsDialog
from ladder_app.gui.importing.draft import ImportDraft
from ladder_app.gui.importing.reading import read_source
from ladder_app.gui.importing.understanding import understood
from ladder_app.gui.importing.window import ImportWindow
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.theme import Theme
from ladder_app.importers.columns import Columns, Use, grids_of, import_columns
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.remembered import imports_folder, known_columns, known_decisions, remember_decisions
from ladder_app.importers.sources import import_text
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import save_role
from tests.gui.far import FrozenFolder, nobody_held, notice
from tests.gui.hands import click, pressable, texts
from tests.importers.test_deciding import PAGE

ROOT = Path(__file__).parents[2]
LINES = 300
LONG = "# Baker\n\n## Baker\n\n### Responsibilities\n\n" + "".join(f"- Bakes loaf {n}.\n" for n in range(LINES))
KEPT_FROZEN = "Keeping what you decided…"

Opened = Callable[[], ImportWindow]


@pytest.mark.parametrize("after", [1, 2, 3, 5])
def test_that_decisions_said_to_be_kept_survive_a_kill_and_begin_the_next_import(tmp_path: Path, after: int) -> None:
    page = tmp_path / "baker.md"
    page.write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "tests.gui.deciding_child", str(page)]
    kept = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(after):
            kept = int(child.stdout.readline() or kept)
        child.kill()
    assert kept
    known = known_decisions("baker")
    assert len(known) >= kept
    assert [decision.text for decision in known] == [f"- Bakes loaf {n}." for n in range(len(known))]
    now = read_source(page).now
    assert now is not None
    assert now.decisions == known
    assert now.role is not None
    assert len(now.role.levels[0].requirements) == len(known)
    assert not [file for file in imports_folder().iterdir() if file.stat().st_mode & 0o077]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Iterator[Opened]:
    """Opens a page in an import window."""
    made: list[ImportWindow] = []

    def open_page() -> ImportWindow:
        source = import_text(PAGE, "baker")
        window = ImportWindow(ImportDraft(Path("baker.md"), source, understood(source)), theme)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_page
    for window in made:
        if isValid(window):
            window.close()


def decide(window: ImportWindow, text: str, says: Says = Says.REQUIREMENT) -> None:
    window.draft.say("decide", says, [line for line in window.draft.found.account if text in line.text])


def says(name: str) -> list[Says]:
    return [decision.says for decision in known_decisions(name)]


def test_that_a_decision_is_kept_while_the_window_is_open_and_so_is_its_undoing(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    decide(window, "ovens")
    qtbot.waitUntil(lambda: says("baker") == [Says.REQUIREMENT])
    decide(window, "Cleans", Says.NOTE)
    qtbot.waitUntil(lambda: says("baker") == [Says.REQUIREMENT, Says.NOTE])
    window.draft.undo()
    qtbot.waitUntil(lambda: says("baker") == [Says.REQUIREMENT])
    window.draft.start_over()
    qtbot.waitUntil(lambda: says("baker") == [])
    assert window.isVisible()


def test_that_looking_alone_changes_nothing_that_was_kept(opened: Opened) -> None:
    earlier = (Decision(Says.NOTE, 1, "a line that is not on this page"),)
    remember_decisions("baker", earlier)
    window = opened()
    window.close()
    assert known_decisions("baker") == earlier


def baker(tmp_path: Path) -> Path:
    page = tmp_path / "baker.md"
    page.write_text(PAGE, encoding="utf-8")
    return page


def imported(window: MainWindow, page: Path) -> ImportWindow:
    window.dialogs.imports.read(page)
    return window.dialogs.imports.windows[-1]


def test_that_a_level_chosen_from_another_page_is_there_the_next_time_as_that_page_says_it_by_then(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, other = baker(tmp_path), tmp_path / "big.md"
    other.write_text("# Big Baker\n\n## Big Baker\n\n### Responsibilities\n\n- Bakes much.\n")
    review = imported(window, page)
    asked = review.questions.current
    assert asked is not None
    review.saying.take_page(asked, other)
    decide(review, "ovens")
    qtbot.waitUntil(lambda: says("baker") == [Says.ELSEWHERE, Says.REQUIREMENT])
    review.close()
    for text in ("Bakes much.", "Bakes very much."):
        other.write_text(f"# Big Baker\n\n## Big Baker\n\n### Responsibilities\n\n- {text}\n")
        role = imported(window, page).role
        assert role is not None
        assert [c.text for _, c in role.level("big-baker.big-baker").criteria()] == [text]
        assert [e.level for e in role.levels[-1].extends] == ["big-baker.big-baker"]
    other.unlink()
    review = imported(window, page)
    assert review.role is not None
    assert review.role.levels[-1].extends, "that page is gone; what was chosen from it is not"
    assert not review.draft.found.questions


def test_that_the_role_that_was_compared_with_is_there_the_next_time(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, mine = baker(tmp_path), tmp_path / "mine.role.yaml"
    role = import_text(PAGE, "baker").role
    assert role is not None
    save_role(mine, role.model_copy(update={"id": "our-baker"}))
    own_roles_folder().mkdir(parents=True)
    save_role(own_roles_folder() / "baker.role.yaml", role)
    review = imported(window, page)
    assert review.draft.now.earlier is not None
    review.compare_with(mine)
    qtbot.waitUntil(lambda: says("baker") == [Says.COMPARED])
    review.close()
    review = imported(window, page)
    assert review.role is not None
    assert review.role.id == "our-baker"
    review.draft.start_over()
    assert review.role.id == "our-baker", "that is no decision about the source"
    review.draft.compare_with(None)
    qtbot.waitUntil(lambda: [d.value for d in known_decisions("baker")] == [""])
    review.close()
    review = imported(window, page)
    assert review.draft.now.earlier is None
    review.compare_with(mine)
    qtbot.waitUntil(lambda: [d.value for d in known_decisions("baker")] == [str(mine)])
    review.close()
    mine.unlink()
    review = imported(window, page)
    assert review.draft.now.earlier == role, "that role is gone; the one in use is not"


@pytest.fixture
def far(frozen: FrozenFolder, monkeypatch: pytest.MonkeyPatch) -> FrozenFolder:
    """Where the decisions are kept is on a disk that takes nothing."""
    monkeypatch.setattr("ladder_app.importers.remembered.imports_folder", lambda: frozen.folder)
    monkeypatch.setattr(keeping_module, "_ANSWERS_WITHIN_MS", 20)
    return frozen


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")
def test_that_a_disk_that_does_not_answer_holds_no_window_and_closing_says_what_it_waits_for(
    opened: Opened, qtbot: QtBot, far: FrozenFolder
) -> None:
    window = opened()
    decide(window, "ovens")
    qtbot.waitUntil(lambda: any("not kept yet" in text for text in texts(window)))
    decide(window, "Cleans", Says.NOTE)
    with nobody_held():
        window.close()
    assert window.isVisible()
    assert "Closes once what you decided is kept." in texts(window)
    notice(qtbot, window, KEPT_FROZEN)
    with nobody_held():
        window.close()  # once more is not refused
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    with qtbot.waitSignal(window.closed, timeout=60_000):
        far.thaw()
    assert says("baker") == [Says.REQUIREMENT, Says.NOTE]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")
def test_that_who_does_not_wait_closes_and_nothing_comes_later(opened: Opened, qtbot: QtBot, far: FrozenFolder) -> None:
    window = opened()
    decide(window, "ovens")
    qtbot.waitUntil(lambda: far.waiting > 0)
    window.close()
    with qtbot.waitSignal(window.closed, timeout=60_000):
        click(pressable(notice(qtbot, window, KEPT_FROZEN), "Cancel"))
    far.thaw()
    qtbot.waitUntil(lambda: far.waiting == 0 and not far.files())
    assert known_decisions("baker") == ()


def test_that_what_cannot_be_kept_is_said_at_once_and_asked_about_at_closing(opened: Opened, qtbot: QtBot) -> None:
    imports_folder().parent.mkdir(parents=True, exist_ok=True)
    imports_folder().write_text("in the way")
    window = opened()
    decide(window, "ovens")
    qtbot.waitUntil(lambda: any("What you decided is not kept: " in text for text in texts(window)))

    def asked() -> list[QMessageBox]:
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    window.close()
    qtbot.waitUntil(lambda: bool(asked()))
    assert window.isVisible()
    (box,) = asked()
    assert box.text() == "What you decided could not be kept for the next time."
    with qtbot.waitSignal(window.closed):
        click(pressable(box, "Close all the same"))


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")
def test_that_chosen_columns_are_read_with_though_they_cannot_be_kept_by_now(
    window: MainWindow, qtbot: QtBot, far: FrozenFolder, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("Who;What;Sort\nBaker;Bakes bread;Responsibility\n;Knows rye;Requirement\n")
    columns = Columns(("Who", "What", "Sort"), False, (Use.LEVEL, Use.TEXT, Use.KIND))
    window.dialogs.imports.read(path)
    qtbot.waitUntil(lambda: window.findChild(ColumnsDialog) is not None)
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    grids = grids_of(path.read_bytes())
    with nobody_held():
        dialog.chosen.emit(columns, import_columns(grids, "sheet", columns))
    dialog.reject()
    click(pressable(notice(qtbot, window, "Keeping the columns of “sheet.csv”…"), "Cancel"))
    qtbot.waitUntil(lambda: bool(window.dialogs.imports.windows))
    (review,) = window.dialogs.imports.windows
    assert review.role is not None
    assert [level.title for level in review.role.levels] == ["Baker"]
    review.close()
    far.thaw()
    qtbot.waitUntil(lambda: far.waiting == 0 and not far.files())
    assert known_columns() == []
