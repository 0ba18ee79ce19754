"""A folder or several files as a person imports them: asked what they are, read as one role or one by one."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import Assessment
from ladder_app.gui.importing.source_view import HEAD, LINE, NUMBER
from ladder_app.gui.importing.window import ImportWindow
from ladder_app.gui.main_window import MainWindow
from ladder_app.importers.decisions import Says
from ladder_app.importers.result import Asks
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import save_role
from tests.gui.conftest import MakeFar
from tests.gui.far import answer, notice
from tests.gui.hands import click, press, pressable, texts

_LEVELS = {
    "juniorweaver.md": "# Junior Weaver\n\n## Looms\n\n* Sets up looms\n* Cleans them\n\n## Yarn\n\n* Spins\n",
    "seniorweaver.md": "# Senior Weaver\n\n## Looms\n\n* Builds looms\n\n## Yarn\n\n* Dyes yarn\n* Buys it\n",
    "weaver.md": "# Weaver\n\n## Looms\n\n* Mends looms\n\n## Yarn\n\n* Chooses yarn\n",
}
_ROLES = {
    "baker.md": "# Baker\n\n## Junior Baker\n\n### Requirements\n\n- Bakes\n\n## Baker\n\n### Requirements\n\n- Rye\n",
    "nurse.md": "# Nurse\n\n## Nurse I\n\n### Requirements\n\n- A.\n\n## Nurse II\n\n### Requirements\n\n- Leads\n",
}


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "mill", _LEVELS)


def write_pages(folder: Path, pages: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))


def asked(window: MainWindow) -> QMessageBox:
    box = window.dialogs.gathering.question
    assert box is not None
    return box


def answers(box: QMessageBox) -> list[str]:
    return [button.text() for button in box.buttons() if button.text() != "Cancel"]


def one_role(window: MainWindow) -> ImportWindow:
    click(pressable(asked(window), "One role in"))
    (review,) = window.dialogs.imports.windows
    return review


def heads(review: ImportWindow) -> list[str]:
    rows = range(review.model.rowCount())
    return [name for row in rows if (name := review.model.index(row).data(HEAD))]


def titles(review: ImportWindow) -> list[str]:
    assert review.role is not None
    return [level.title for level in review.role.levels]


def test_that_a_dropped_folder_of_levels_is_asked_about_and_read_as_one_role(window: MainWindow, mill: Path) -> None:
    drop(window, mill)
    box = asked(window)
    assert answers(box) == ["One role in 3 files", "3 roles, one by one"]
    default = box.defaultButton()
    assert default is not None
    assert default.text() == "One role in 3 files"
    assert "hold a level each" in box.informativeText()
    review = one_role(window)
    assert titles(review) == ["Junior Weaver", "Weaver", "Senior Weaver"]
    assert heads(review) == ["juniorweaver.md", "weaver.md", "seniorweaver.md"]
    first = next(line for line in review.draft.found.account if line.text == "## Weaver")
    words = review.model.index(review.model.row_of(first.line)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "weaver.md" in words
    assert [q.asks for q in review.draft.found.questions][:1] == [Asks.TITLE]


def test_that_what_is_decided_in_a_folder_holds_the_next_time_and_what_changed_is_said(
    window: MainWindow, mill: Path
) -> None:
    drop(window, mill)
    review = one_role(window)
    line = next(line for line in review.draft.found.account if "Buys it" in line.text)
    review.source.go_to(line.line)
    review.say(Says.NOTE)
    review.naming.entitle("Weaver")
    review.draft.undo()
    review.draft.redo()
    assert review.role is not None
    own_roles_folder().mkdir(parents=True)
    save_role(own_roles_folder() / "mill.role.yaml", review.role)
    review.close()
    (mill / "weaver.md").write_text(_LEVELS["weaver.md"] + "* Sells yarn\n")
    drop(window, mill)
    again = one_role(window)
    assert again.role is not None
    assert again.role.title == "Weaver"
    assert not any("Buys it" in c.text for _, _, c in again.role.criteria())
    assert any("1 new, 0 reworded, 0 gone" in text for text in texts(again))


def test_that_lines_of_several_files_are_counted_as_each_file_does(window: MainWindow, mill: Path) -> None:
    (mill / "weaver.md").write_text(_LEVELS["weaver.md"] + "* Extends the Miller responsibilities\n")
    drop(window, mill)
    review = one_role(window)
    rows = [review.model.index(row) for row in range(review.model.rowCount())]
    numbers = [row.data(NUMBER) for row in rows]
    assert numbers[0] == "", "what all are called is in no file"
    assert numbers[1:3] == ["1", "3"]
    builds = next(row for row in rows if "Builds looms" in row.data())
    assert builds.data(NUMBER) == "5"
    assert builds.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Line 5, ")
    click(pressable(review, "Yes, as it is"))
    assert any("weaver.md, line 10" in text for text in texts(review)), texts(review)
    review.source.go_to(builds.data(LINE).line)
    review.say(Says.NOTE)
    assert review.draft.undo_stack.undoText() == "note (seniorweaver.md, line 5)"


def test_that_files_of_several_kinds_are_one_role(window: MainWindow, mill: Path) -> None:
    write_pages(
        mill, {"lead.csv": "Level,Area,Criterion\nLead Weaver,Looms,Designs looms\nLead Weaver,Yarn,Buys yarn\n"}
    )
    drop(window, mill)
    assert answers(asked(window))[0] == "One role in 4 files"
    review = one_role(window)
    assert titles(review) == ["Junior Weaver", "Weaver", "Senior Weaver", "Lead Weaver"]
    assert heads(review) == ["juniorweaver.md", "weaver.md", "seniorweaver.md", "lead.csv"]
    click(pressable(review, "Yes, as it is"))
    assert not [q for q in review.draft.found.questions if q.asks is Asks.TITLE]


def test_that_files_that_are_no_part_of_one_role_are_named_with_why(window: MainWindow, mill: Path) -> None:
    drop(window, mill)
    box = asked(window)
    (mill / "weaver.md").unlink()
    click(pressable(box, "One role in"))
    trouble = next(each for each in window.findChildren(QMessageBox) if each is not box)
    assert trouble.text() == "The files in “mill” cannot be read as one role."
    assert trouble.informativeText() == "“weaver.md”: No such file or directory"
    trouble.close()


def test_that_roles_of_a_folder_are_listed_and_imported_one_by_one(window: MainWindow, tmp_path: Path) -> None:
    drop(window, write_pages(tmp_path / "pages", _ROLES))
    assert answers(asked(window))[0] == "2 roles, one by one"
    click(pressable(asked(window), "one by one"))
    pages = window.dialogs.gathering.pages
    assert pages is not None
    press(pages.view, Qt.Key.Key_Down)
    click(pages.open_button)
    (review,) = window.dialogs.imports.windows
    assert titles(review) == ["Nurse I", "Nurse II"]
    assert pages.isVisible(), "the next one is chosen there"
    pages.reject()


def test_that_several_chosen_files_are_one_role_without_a_team(window: MainWindow, mill: Path) -> None:
    window.dialogs.gathering.take([mill / "weaver.md", mill / "juniorweaver.md"])
    assert answers(asked(window)) == ["One role in 2 files", "2 roles, one by one"]
    assert titles(one_role(window)) == ["Junior Weaver", "Weaver"]


def test_that_several_dropped_files_are_asked_about_and_one_is_imported_as_it_is(
    window: MainWindow, mill: Path
) -> None:
    drop(window, mill / "weaver.md", mill / "seniorweaver.md")
    asked(window).reject()
    assert not window.dialogs.imports.windows
    window.dialogs.gathering.take([mill / "weaver.md"])
    (review,) = window.dialogs.imports.windows
    assert titles(review) == ["Weaver"]


def test_that_a_folder_with_more_people_than_ladders_is_first_a_team(
    window: MainWindow, tmp_path: Path, sample: Assessment
) -> None:
    folder = write_pages(tmp_path / "team", {"baker.md": _ROLES["baker.md"]})
    for number in range(2):
        save_assessment(folder / f"{number}.assessment.yaml", sample)
    drop(window, folder)
    assert answers(asked(window)) == ["A team folder", "Import “baker.md”"]
    click(pressable(asked(window), "A team folder"))
    assert [team.folder for team in window.dialogs.teams.windows] == [folder]


def test_that_a_folder_of_assessments_alone_is_a_team_and_is_not_asked_about(
    window: MainWindow, tmp_path: Path, sample: Assessment
) -> None:
    folder = write_pages(tmp_path / "team", {"settings.json": "{", "poster.pdf": "%PDF-1.4 of nothing"})
    save_assessment(folder / "one.assessment.yaml", sample)
    drop(window, folder)
    assert window.dialogs.gathering.question is None
    assert [team.folder for team in window.dialogs.teams.windows] == [folder]


def test_that_pdfs_without_an_assessment_make_no_team_of_a_folder_with_ladders(
    window: MainWindow, tmp_path: Path
) -> None:
    posters = {f"{number}.pdf": "%PDF-1.4 of nothing" for number in range(3)}
    drop(window, write_pages(tmp_path / "pages", {**_ROLES, **posters}))
    assert answers(asked(window)) == ["2 roles, one by one", "One role in 2 files"]


@pytest.mark.parametrize("pages", [{}, {"poster.pdf": "%PDF-1.4 of nothing", "a.json": "{", "b.role.yaml": "{"}])
def test_that_a_folder_with_neither_is_refused_with_what_was_expected_and_why(
    window: MainWindow, tmp_path: Path, pages: dict[str, str]
) -> None:
    drop(window, write_pages(tmp_path / "folder", pages))
    assert not window.dialogs.teams.windows
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "There is no ladder in “folder”."
    said = box.informativeText()
    assert "Expected were pages, sheets or YAML" in said
    assert "assessments of a team" in said
    assert ("“a.json”: " in said) is bool(pages)
    assert ("1 role file in it can be opened" in said) is bool(pages)
    box.close()


def test_that_files_that_are_no_ladders_are_refused_each_with_its_reason(window: MainWindow, tmp_path: Path) -> None:
    pages = write_pages(tmp_path, {"a.json": "{", "b.json": "{"})
    window.dialogs.gathering.take([pages / "a.json", pages / "b.json"])
    box = window.findChild(QMessageBox)
    assert box is not None
    said = box.informativeText()
    assert "“a.json”: " in said
    assert "“b.json”: " in said
    assert "team" not in said
    box.close()


def test_that_pages_without_a_level_can_be_looked_at_all_the_same(window: MainWindow, tmp_path: Path) -> None:
    drop(window, write_pages(tmp_path / "pages", {"a.md": "# A\n\nText only.\n", "b.md": "# B\n\nText only.\n"}))
    box = asked(window)
    assert answers(box) == ["2 pages, one by one"]
    assert "No level was found in a.md, b.md" in box.informativeText()
    box.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among the files there")
def test_that_it_is_said_which_of_the_files_is_being_read(
    window: MainWindow, qtbot: QtBot, make_far: MakeFar, tmp_path: Path
) -> None:
    pages, far = write_pages(tmp_path, _LEVELS), make_far("juniorweaver.md")
    window.dialogs.gathering.take([pages / "weaver.md", far, pages / "seniorweaver.md"])
    shown = notice(qtbot, window, "Reading what is in")
    qtbot.waitUntil(lambda: any("2 of 3 – juniorweaver.md" in text for text in texts(shown)))

    def is_answered() -> bool:
        answer(far, _LEVELS["juniorweaver.md"], within_s=0)
        return window.dialogs.gathering.question is not None

    qtbot.waitUntil(is_answered)
    assert answers(asked(window))[0] == "One role in 3 files"
