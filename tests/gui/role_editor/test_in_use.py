"""A role that somebody has rated with: what an edit means for them is said before it is made."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ladder_app.domain.role import Kind
from ladder_app.domain.role_editing import Place
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.storage.assessments import save_assessment
from tests.domain.builders import assessment, proof, rated
from tests.gui.hands import texts
from tests.gui.role_editor.seen import BAKER, BREAD, answer, checked, question

ASSESSMENT = assessment(BAKER, rated(bread=3), evidence=(proof("won", "bread"),))


def test_that_what_is_rated_says_so_and_is_removed_on_the_persons_word(editor: RoleEditor) -> None:
    editor.draft.assessed = lambda: ASSESSMENT
    editor.draft.look_at(BREAD)
    (said,) = [text for text in texts(editor.criterion_form) if "open assessment" in text]
    assert "has one rating and one entry of evidence for this" in said
    assert "reworded, it is to be checked again" in said
    editor.edits.remove()
    assert editor.draft.role == BAKER
    assert "is in use in the open assessment of" in question(editor).text()
    assert "One rating and one entry of evidence for it stay readable" in question(editor).informativeText()
    answer(editor, "Remove")
    assert editor.draft.role.levels[0].responsibilities == ()
    assert editor.draft.role.levels[1].responsibilities[0].refines is None
    editor.draft.undo_stack.undo()
    assert editor.draft.role == BAKER


def test_that_a_level_somebody_aims_for_is_removed_on_the_persons_word(editor: RoleEditor) -> None:
    editor.draft.assessed = lambda: ASSESSMENT
    editor.draft.look_at(Place(1))
    editor.edits.remove()
    assert "aims for" in question(editor).informativeText()
    question(editor).close()
    assert editor.draft.role == BAKER


def test_that_what_nobody_rated_is_removed_at_once(editor: RoleEditor) -> None:
    editor.draft.assessed = lambda: ASSESSMENT
    editor.draft.look_at(Place(0, Kind.REQUIREMENT, 0))
    assert not [text for text in texts(editor.criterion_form) if "open assessment" in text]
    editor.edits.remove()
    assert editor.draft.role.levels[0].requirements == ()


def test_that_the_assessment_of_the_main_window_counts_where_it_is_about_the_role(
    window: MainWindow, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, ASSESSMENT)
    editor = window.dialogs.roles.edit_file(file)
    assert editor is not None
    assert editor.draft.in_use() is None
    window.open_path(path)
    qtbot.waitUntil(lambda: window.document is not None)
    assert editor.draft.in_use() == ASSESSMENT
    checked(qtbot, editor)
    editor.close_for_good()
