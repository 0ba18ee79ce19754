"""Whatever is written where the person says, to a disk that does not answer: said, given up, told."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.importing.draft import ImportDraft
from ladder_app.gui.importing.understanding import understood
from ladder_app.gui.importing.window import ImportWindow
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.role_on_disk import read_for_editing
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.team_window import TeamWindow
from ladder_app.gui.theme import Theme
from ladder_app.importers.sources import import_text
from ladder_app.storage.roles import find_role, save_role
from tests.gui.beside.seen import box, boxes, choose
from tests.gui.far import FrozenFolder, nobody_held, notice, notices
from tests.gui.hands import click, cut_texts, pressable, texts
from tests.importers.test_deciding import PAGE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")


@dataclass
class Way:
    """One way of writing: where it says so, what begins it, under which name, and what is said afterwards."""

    over: QWidget
    begin: Callable[[Path], object]
    name: str
    told: str


MakeWay = Callable[[], Way]


@pytest.fixture
def ways(qtbot: QtBot, opened: MainWindow, theme: Theme, tmp_path: Path) -> Iterator[dict[str, MakeWay]]:
    """All of them, each made ready when it is asked for."""
    made: list[QWidget] = []

    def showing(widget: QWidget) -> None:
        made.append(widget)
        widget.show()
        qtbot.waitExposed(widget)

    def chosen(ask: Callable[[], object]) -> Callable[[Path], object]:
        def begin(path: Path) -> None:
            ask()
            choose(qtbot, opened, path)

        return begin

    def export() -> Way:
        assert opened.document is not None
        dialog = ExportDialog(opened.document, theme, opened.settings, opened)
        showing(dialog)
        qtbot.waitUntil(lambda: pressable(dialog, "Save…").isEnabled())
        return Way(dialog, dialog.save_to, "talk.pdf", "Saved as “talk.pdf”.")

    def team() -> TeamWindow:
        window = TeamWindow(tmp_path, theme, lambda: "a4")
        showing(window)
        qtbot.waitUntil(lambda: not window.is_busy)
        return window

    def table() -> Way:
        window = team()
        return Way(window, window.write_csv, "team.csv", "Wrote")

    def team_document() -> Way:
        window = team()
        return Way(window, window.write_pdf, "team.pdf", "Wrote")

    def edited() -> RoleEditor:
        path = tmp_path / "mine.role.yaml"
        save_role(path, find_role("software-engineer"))
        editor = RoleEditor(read_for_editing(path), theme)
        showing(editor)
        editor.edits.add_level()
        qtbot.waitUntil(lambda: editor.draft.is_checked)
        return editor

    def role() -> Way:
        editor = edited()

        def begin(path: Path) -> None:
            editor.files.save_as()
            choose(qtbot, editor, path)

        return Way(editor, begin, "other.role.yaml", "Saved as “other.role.yaml”.")

    def imported() -> Way:
        source = import_text(PAGE, "baker")
        window = ImportWindow(ImportDraft(Path("baker.md"), source, understood(source)), theme)
        showing(window)
        return Way(window, window.save_to, "baker.role.yaml", "Saved as")

    files = opened.files
    yield {
        "save as": lambda: Way(opened, chosen(files.save_as), "other.assessment.yaml", "Saved as “other"),
        "copy": lambda: Way(opened, chosen(files.save_copy), "copy.assessment.yaml", "A copy is in “copy"),
        "calendar": lambda: Way(opened, chosen(files.plan.ask_for_calendar), "plan.ics", "The plan is in “plan.ics”."),
        "checklist": lambda: Way(opened, chosen(files.plan.ask_for_checklist), "plan.md", "The plan is in “plan.md”."),
        "export": export,
        "team table": table,
        "team document": team_document,
        "role": role,
        "imported role": imported,
    }
    for widget in made:
        if isinstance(widget, RoleEditor) and isValid(widget):
            widget.close_for_good()
        elif isValid(widget):
            widget.close()
            widget.close()  # what is still being written was given up by the first


WAYS = ("save as", "copy", "calendar", "checklist", "export", "team table", "team document", "role", "imported role")


def said(way: Way) -> str:
    """All that the window and what lies over it say."""
    return " ".join([*texts(way.over), *(each.accessibleName() for each in notices(way.over))])


@pytest.mark.parametrize("name", WAYS)
def test_that_what_is_written_slowly_is_said_and_told_when_it_is_there(
    qtbot: QtBot, ways: dict[str, MakeWay], frozen: FrozenFolder, goes_on: Callable[[], None], name: str
) -> None:
    way = ways[name]()
    with nobody_held():
        way.begin(frozen.folder / way.name)
    slow = notice(qtbot, way.over, "Sav")
    assert way.name in slow.accessibleName()
    assert not [text for text in cut_texts(slow) if way.name not in text]  # that line is shortened to fit
    assert way.told not in said(way)
    goes_on()
    assert frozen.files() == []
    frozen.thaw()
    qtbot.waitUntil(lambda: way.told in said(way))
    assert frozen.files() == [way.name]
    assert not isValid(slow) or not slow.isVisible()


@pytest.mark.parametrize("name", WAYS)
def test_that_what_is_given_up_is_not_written_any_more_and_nothing_false_is_said(
    qtbot: QtBot, opened: MainWindow, ways: dict[str, MakeWay], frozen: FrozenFolder, name: str
) -> None:
    way = ways[name]()
    title = way.over.windowTitle()
    document = opened.document
    assert document is not None
    path, assessment = document.path, document.assessment
    way.begin(frozen.folder / way.name)
    click(pressable(notice(qtbot, way.over, "Sav"), "Cancel"))
    assert "was given up" in said(way)
    qtbot.waitUntil(lambda: frozen.waiting > 0)
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.waiting == 0 and frozen.files() == [])
    QApplication.processEvents()
    assert way.told not in said(way)
    assert way.over.windowTitle() == title
    assert (document.path, document.assessment) == (path, assessment)
    assert not boxes(way.over)
    way.begin(frozen.folder / way.name)
    qtbot.waitUntil(lambda: frozen.files() == [way.name])


@pytest.mark.parametrize("name", WAYS)
def test_that_a_second_of_the_same_kind_is_refused_in_words(
    qtbot: QtBot, ways: dict[str, MakeWay], frozen: FrozenFolder, tmp_path: Path, name: str
) -> None:
    way = ways[name]()
    way.begin(frozen.folder / way.name)
    notice(qtbot, way.over, "Sav")
    if name == "export":
        assert not pressable(way.over, "Save…").isEnabled()
        return
    way.begin(tmp_path / f"second {way.name}")
    refusal = box(qtbot, way.over)
    assert f"{way.name}” is not done yet." in refusal.text()
    assert "cancel it first" in refusal.informativeText()
    refusal.close()
    assert not (tmp_path / f"second {way.name}").exists()
    frozen.thaw()
    qtbot.waitUntil(lambda: way.told in said(way))


@pytest.mark.parametrize("name", WAYS)
def test_that_what_is_refused_late_is_explained(
    qtbot: QtBot, ways: dict[str, MakeWay], frozen: FrozenFolder, name: str
) -> None:
    way = ways[name]()
    way.begin(frozen.folder / way.name)
    notice(qtbot, way.over, "Sav")
    frozen.folder.rmdir()
    frozen.thaw()
    explained = box(qtbot, way.over)
    assert "could not be written" in explained.text()
    assert "The folder is not there" in explained.informativeText()
    explained.close()
    assert way.told not in said(way)


def test_that_an_import_closes_once_its_role_is_saved(
    qtbot: QtBot, ways: dict[str, MakeWay], frozen: FrozenFolder
) -> None:
    way = ways["imported role"]()
    way.begin(frozen.folder / way.name)
    notice(qtbot, way.over, "Saving")
    assert not way.over.close()
    assert any("Closes once the role is saved." in text for text in texts(way.over))
    frozen.thaw()
    qtbot.waitUntil(lambda: not isValid(way.over) or not way.over.isVisible())
    assert frozen.files() == [way.name]
