"""Whatever goes to a disk that does not answer: the window goes on, says so, lets the person give up, and tells."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.gui import git_dialog as git_dialog_module
from ladder_app.gui.document import Document
from ladder_app.gui.export_dialog import ExportDialog
from ladder_app.gui.fields import TextField
from ladder_app.gui.git_dialog import GitDialog
from ladder_app.gui.importing.draft import ImportDraft
from ladder_app.gui.importing.understanding import understood
from ladder_app.gui.importing.window import ImportWindow
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.role_on_disk import read_for_editing
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.role_update import RoleUpdateDialog
from ladder_app.gui.save_state import SaveState
from ladder_app.gui.team_window import TeamWindow
from ladder_app.gui.theme import Theme
from ladder_app.gui.versions_dialog import VersionsDialog
from ladder_app.gui.welcome_start import NewAssessment
from ladder_app.importers.sources import import_text
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.places import documents_folder
from ladder_app.storage.recovery import leftovers
from ladder_app.storage.roles import find_role, load_role, role_text, save_role
from ladder_app.storage.team import TeamReader
from ladder_app.storage.versions import Versions
from tests.gui.conftest import MakeFar
from tests.gui.far import FrozenFolder, answer, make_pipe, nobody_held, notice, notices
from tests.gui.hands import click, cut_texts, pressable, texts, write
from tests.importers.test_deciding import PAGE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")

BUDGET = "budget-and-resources"


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, sample_file: Path) -> MainWindow:
    """A window with an assessment whose disk answers."""
    window.open_path(sample_file)
    qtbot.waitUntil(lambda: window.document is not None)
    return window


@pytest.fixture
def goes_on(qtbot: QtBot) -> Callable[[], None]:
    """Whether the window still does what comes next."""

    def check() -> None:
        came: list[bool] = []
        QTimer.singleShot(0, lambda: came.append(True))
        qtbot.waitUntil(lambda: bool(came))

    return check


def rate(window: MainWindow, step: int) -> None:
    assert window.document is not None
    window.document.rate(BUDGET, Rating(step=step))


def boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def box(qtbot: QtBot, window: QWidget) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(boxes(window)))
    return boxes(window)[0]


def choose(qtbot: QtBot, window: QWidget, path: Path) -> None:
    """Answer the dialog that asks for a file."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


# Whatever is written where the person says


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
        editor.add_level()
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


# Save as


def test_that_edits_go_on_while_it_is_saved_elsewhere_and_follow_it_there(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, sample_file: Path
) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    other = frozen.folder / "other.assessment.yaml"
    assert not opened.files.save_to(other)
    notice(qtbot, opened, "Saving")
    rate(opened, 4)
    assert opened.saver.flush()
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4
    assert opened.windowTitle() == "mine.assessment.yaml – Ladder"
    frozen.thaw()
    qtbot.waitUntil(lambda: opened.windowTitle() == "other.assessment.yaml – Ladder")
    assert opened.document.undo_stack.undoText() == "rating 4"
    qtbot.waitUntil(lambda: opened.saver is not None and opened.saver.state is SaveState.SAVED)
    assert load_assessment(other) == opened.document.assessment
    rate(opened, 2)
    assert opened.saver.flush()
    assert load_assessment(other).cycle.ratings[BUDGET].step == 2
    assert load_assessment(sample_file).cycle.ratings[BUDGET].step == 4


def test_that_another_document_is_not_moved_by_what_was_saved_for_the_last(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, tmp_path: Path, sample: Assessment
) -> None:
    next_file = tmp_path / "next.assessment.yaml"
    save_assessment(next_file, sample)
    opened.files.save_to(frozen.folder / "other.assessment.yaml")
    notice(qtbot, opened, "Saving")
    opened.open_path(next_file)
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("next"))
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.waiting == 0)
    QApplication.processEvents()
    assert opened.document is not None
    assert opened.document.path == next_file
    assert opened.windowTitle().startswith("next")
    assert not notices(opened)


def test_that_a_copy_for_the_last_document_is_written_nevertheless(
    qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder, tmp_path: Path, sample: Assessment
) -> None:
    next_file = tmp_path / "next.assessment.yaml"
    save_assessment(next_file, sample)
    opened.files.copy_to(frozen.folder / "copy.assessment.yaml")
    notice(qtbot, opened, "Saving a copy")
    opened.open_path(next_file)
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("next"))
    (slow,) = notices(opened)
    under = opened.childAt(slow.geometry().center())
    assert under is not None
    assert slow is under or slow.isAncestorOf(under)
    frozen.thaw()
    notice(qtbot, opened, "A copy is in “copy")
    assert frozen.files() == ["copy.assessment.yaml"]


# Its own name


@pytest.fixture
def opened_far(qtbot: QtBot, window: MainWindow, frozen: FrozenFolder, sample: Assessment) -> MainWindow:
    """A window with an assessment in a folder that takes nothing any more."""
    frozen.thaw()
    path = frozen.folder / "mine.assessment.yaml"
    save_assessment(path, sample)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.document is not None)
    qtbot.waitUntil(lambda: window.opened is not None and window.opened.wait())
    frozen.freeze()
    return window


def test_that_a_file_is_renamed_slowly_and_edits_made_meanwhile_go_to_its_new_name(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.saver is not None
    with nobody_held():
        assert not opened_far.files.rename_to("yours")
    slow = notice(qtbot, opened_far, "Renaming “mine.assessment.yaml”…")
    rate(opened_far, 4)
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.FAILED)
    assert "does not answer" in opened_far.saver.words
    assert slow.isVisible()
    frozen.thaw()
    qtbot.waitUntil(lambda: opened_far.windowTitle() == "yours.assessment.yaml – Ladder")
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert frozen.files() == ["yours.assessment.yaml"]
    assert load_assessment(frozen.folder / "yours.assessment.yaml").cycle.ratings[BUDGET].step == 4


def test_that_a_renaming_that_is_given_up_leaves_the_name_and_saving_goes_on(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.saver is not None
    opened_far.files.rename_to("yours")
    click(pressable(notice(qtbot, opened_far, "Renaming"), "Cancel"))
    told = notice(qtbot, opened_far, "Ladder goes on with “mine.assessment.yaml”.")
    assert "an older state may be there under the new name" in told.accessibleName()
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.waiting == 0)
    rate(opened_far, 4)
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 4
    assert opened_far.windowTitle() == "mine.assessment.yaml – Ladder"


def test_that_a_file_whose_last_edits_wait_is_renamed_once_they_are_there(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    with nobody_held():
        opened_far.files.rename_to("yours")
    notice(qtbot, opened_far, "Saving “mine.assessment.yaml”…")
    frozen.thaw()
    qtbot.waitUntil(lambda: frozen.files() == ["yours.assessment.yaml"])
    assert load_assessment(frozen.folder / "yours.assessment.yaml").cycle.ratings[BUDGET].step == 4


# Leaving


def test_that_closing_waits_for_the_last_edits_beside_the_window_and_closes_then(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    with nobody_held():
        assert not opened_far.close()
    notice(qtbot, opened_far, "Saving “mine.assessment.yaml”…")
    assert opened_far.isVisible()
    frozen.thaw()
    qtbot.waitUntil(lambda: not opened_far.isVisible())
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 4
    assert not leftovers().restorable


def test_that_what_is_typed_while_closing_waits_is_saved_before_it_closes(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    assert not opened_far.close()
    notice(qtbot, opened_far, "Saving")
    assert opened_far.workspace is not None
    opened_far.workspace.assess.go_to(BUDGET)
    inspector = opened_far.workspace.assess.inspector
    note = next(field for field in inspector.findChildren(TextField) if field.accessibleName() == "Note to yourself")
    note.clear()
    write(note, "One more word")
    frozen.thaw()
    qtbot.waitUntil(lambda: not opened_far.isVisible())
    cycle = load_assessment(frozen.folder / "mine.assessment.yaml").cycle
    assert (cycle.ratings[BUDGET].step, cycle.notes[BUDGET]) == (4, "One more word")


def test_that_edits_made_while_closing_saves_elsewhere_are_saved_there_before_it_closes(
    qtbot: QtBot, window: MainWindow, frozen: FrozenFolder
) -> None:
    window.opening.open_sample()
    rate(window, 4)
    assert not window.close()
    click(pressable(box(qtbot, window), "Save as…"))
    choose(qtbot, window, frozen.folder / "mine.assessment.yaml")
    notice(qtbot, window, "Saving “mine.assessment.yaml”…")
    rate(window, 2)
    frozen.thaw()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert load_assessment(frozen.folder / "mine.assessment.yaml").cycle.ratings[BUDGET].step == 2


def test_that_cancel_keeps_the_window_open(qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder) -> None:
    rate(opened_far, 4)
    opened_far.close()
    click(pressable(notice(qtbot, opened_far, "Saving"), "Cancel"))
    frozen.thaw()
    qtbot.waitUntil(lambda: opened_far.saver is not None and opened_far.saver.state is SaveState.SAVED)
    assert opened_far.isVisible()


def test_that_what_a_disk_does_not_take_is_left_for_the_next_start(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    rate(opened_far, 4)
    opened_far.close()
    question = box(qtbot, opened_far)
    assert question.text() == "Your last changes are not on disk."
    assert "does not answer" in question.informativeText()
    click(pressable(question, "Leave them for the next start"))
    assert not opened_far.isVisible()
    (found,) = leftovers().restorable
    assert found.path == frozen.folder / "mine.assessment.yaml"
    assert found.assessment.cycle.ratings[BUDGET].step == 4


def test_that_a_window_whose_edits_are_saved_closes_at_once_though_its_disk_went_away(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    assert opened_far.opened is not None
    opened_far.opened.say_still_here()
    qtbot.waitUntil(lambda: frozen.waiting > 0)
    with nobody_held():
        assert opened_far.close()
    frozen.thaw()
    qtbot.waitUntil(lambda: not list(frozen.folder.glob(".ladder-*.lock")))


def test_that_closing_says_what_would_not_be_written(qtbot: QtBot, opened: MainWindow, frozen: FrozenFolder) -> None:
    opened.files.copy_to(frozen.folder / "copy.assessment.yaml")
    notice(qtbot, opened, "Saving a copy")
    assert not opened.close()
    question = box(qtbot, opened)
    assert question.text() == "Saving a copy as “copy.assessment.yaml” is not done yet."
    click(pressable(question, "Close all the same"))
    assert not opened.isVisible()


# What is read


@pytest.mark.usefixtures("impatient")
def test_that_kept_versions_are_looked_at_beside_the_window(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.document is not None
    assert opened.saver is not None
    earlier = opened.document.assessment
    rate(opened, 4)
    assert opened.saver.flush()
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
            answer(far, "no review")  # it is looked into more than once
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


# The role editor


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, frozen: FrozenFolder) -> Iterator[RoleEditor]:
    """A role that was edited, in a folder that takes nothing."""
    frozen.thaw()
    path = frozen.folder / "mine.role.yaml"
    save_role(path, find_role("software-engineer"))
    frozen.freeze()
    made = RoleEditor(read_for_editing(path), theme)
    made.show()
    qtbot.waitExposed(made)
    made.add_level()
    yield made
    if isValid(made):
        qtbot.waitUntil(lambda: made.draft.is_checked)
        made.close_for_good()


def test_that_what_is_edited_while_a_role_is_saved_is_not_called_saved(
    qtbot: QtBot, editor: RoleEditor, frozen: FrozenFolder
) -> None:
    first = editor.draft.role
    with nobody_held():
        editor.files.save()
    notice(qtbot, editor, "Saving “mine.role.yaml”…")
    editor.add_level()
    frozen.thaw()
    qtbot.waitUntil(lambda: not editor.files.pending)
    assert load_role(frozen.folder / "mine.role.yaml") == first
    assert "not saved" in editor.windowTitle()
    editor.draft.undo_stack.undo()
    editor.files.save()
    qtbot.waitUntil(lambda: "not saved" not in editor.windowTitle())


def test_that_closing_a_role_that_is_being_saved_asks(qtbot: QtBot, editor: RoleEditor) -> None:
    editor.files.save()
    notice(qtbot, editor, "Saving")
    assert not editor.close()
    question = box(qtbot, editor)
    assert question.text() == "Saving “mine.role.yaml” is not done yet."
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    click(pressable(question, "Close all the same"))
    qtbot.waitUntil(lambda: not isValid(editor) or not editor.isVisible())


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


def test_that_a_folder_is_shown_once_its_disk_answers(
    qtbot: QtBot, opened: MainWindow, sample_file: Path, make_far: MakeFar, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = make_far("hangs")
    real = os.path.exists
    shown: list[QUrl] = []

    def hanging(path: object) -> bool:
        if path == sample_file.parent:
            pipe.read_bytes()
        return real(path)  # type: ignore[arg-type]

    monkeypatch.setattr(os.path, "exists", hanging)
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    with nobody_held():
        opened.files.show_in_folder()
    notice(qtbot, opened, "Opening")
    assert not shown
    answer(pipe, "")
    qtbot.waitUntil(lambda: len(shown) == 1)


# What another program changed


def test_that_both_versions_are_kept_beside_the_window_before_one_is_gone_on_with(
    qtbot: QtBot, opened_far: MainWindow, frozen: FrozenFolder
) -> None:
    path = frozen.folder / "mine.assessment.yaml"
    assert opened_far.saver is not None
    assert opened_far.document is not None
    path.write_text("format: ladder-assessment/2\nnot: an assessment\n", encoding="utf-8")
    rate(opened_far, 4)
    assert not opened_far.saver.flush()
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


# Other folders


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


# Where dialogs begin, and more than one at a time


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
