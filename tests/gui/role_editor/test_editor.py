from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_app.domain.role import Kind, Role
from ladder_app.domain.role_editing import Place, blank_role, criterion_at
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk, read_for_editing
from ladder_app.gui.role_editor.tree_model import RoleTreeModel
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.theme import Theme
from ladder_app.storage.places import roles_folder
from ladder_app.storage.roles import load_role, role_text
from tests.gui.hands import click, cut_texts, press, pressable, write
from tests.gui.role_editor.seen import BAKER, BREAD, answer, checked, field, question


def test_that_the_tree_is_the_role(editor: RoleEditor) -> None:
    QAbstractItemModelTester(editor.model)

    def lines(parent: QModelIndex, depth: int = 0) -> Iterator[str]:
        for row in range(editor.model.rowCount(parent)):
            index = editor.model.index(row, 0, parent)
            yield f"{' ' * depth}{index.data()}"
            yield from lines(index, depth + 1)

    assert list(lines(QModelIndex())) == [
        "Role",
        "BAKER",
        " Responsibilities (1)",
        "  Bakes the daily bread.",
        " Requirements (1)",
        "  Two years at the oven.",
        "MASTER",
        " Responsibilities (1)",
        "  Bakes better bread.",
        " Requirements (0)",
    ]


def test_that_typing_changes_the_role_as_one_edit_and_undo_takes_it_back(editor: RoleEditor) -> None:
    editor.draft.look_at(BREAD)
    editor.focus_words()
    write(editor.criterion_form.words, "Bakes rolls")
    assert criterion_at(editor.draft.role, BREAD).text == "Bakes rolls"
    assert criterion_at(editor.draft.role, BREAD).id == "bread"
    assert editor.draft.undo_stack.count() == 1
    assert editor.draft.undo_stack.undoText() == "text"
    editor.draft.look_at(Place(1))
    editor.draft.look_at(BREAD)
    editor.focus_words()
    write(editor.criterion_form.words, "Bakes buns")
    editor.draft.undo_stack.undo()
    assert criterion_at(editor.draft.role, BREAD).text == "Bakes rolls"
    editor.draft.undo_stack.undo()
    assert editor.draft.role == BAKER
    assert editor.criterion_form.words.toPlainText() == "Bakes the daily bread."


def test_that_what_is_added_is_named_by_its_words_until_it_is_saved(
    editor: RoleEditor, qtbot: QtBot, file: Path
) -> None:
    editor.draft.look_at(BREAD)
    editor.edits.add_criterion(Kind.RESPONSIBILITY)
    assert checked(qtbot, editor) == ["No words yet: write what somebody does, or remove it."]
    write(editor.criterion_form.words, "Cleans the oven")
    place = Place(0, Kind.RESPONSIBILITY, 1)
    assert criterion_at(editor.draft.role, place).id == "cleans-the-oven"
    assert checked(qtbot, editor) != ["No words yet: write what somebody does, or remove it."]
    assert editor.files.save_to(file)
    editor.criterion_form.words.setFocus()
    write(editor.criterion_form.words, " well")
    assert criterion_at(editor.draft.role, place).id == "cleans-the-oven"
    assert load_role(file).levels[0].responsibilities[1].text == "Cleans the oven"


def test_that_alt_and_arrows_move_and_delete_removes(editor: RoleEditor) -> None:
    editor.tree.show_place(BREAD)
    editor.draft.look_at(BREAD)
    QTest.keyClick(editor.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.draft.place == Place(0, Kind.REQUIREMENT, 0)
    assert [c.id for c in editor.draft.role.levels[0].requirements] == ["bread", "oven"]
    press(editor.tree, Qt.Key.Key_Delete)
    assert [c.id for c in editor.draft.role.levels[0].requirements] == ["oven"]
    editor.draft.undo_stack.undo()
    editor.draft.undo_stack.undo()
    assert editor.draft.role == BAKER
    editor.draft.look_at(Place(1))
    editor.edits.step(-1)
    assert [one.id for one in editor.draft.role.levels] == ["master", "baker"]
    for _ in range(3):
        editor.draft.look_at(Place(0))
        editor.edits.remove()
    assert [one.id for one in editor.draft.role.levels] == ["baker"]


def test_that_things_are_dragged_where_they_belong(editor: RoleEditor) -> None:
    model = editor.model
    dragged: QMimeData = model.mimeData([model.index_of(BREAD)])
    target = model.group_index(1, Kind.RESPONSIBILITY)
    assert not model.canDropMimeData(dragged, Qt.DropAction.MoveAction, -1, 0, model.index_of(None))
    assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, target)
    assert [c.id for c in editor.draft.role.levels[1].responsibilities] == ["bread", "better"]
    dragged = model.mimeData([model.index_of(Place(1))])
    assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert [one.id for one in editor.draft.role.levels] == ["master", "baker"]
    editor.draft.undo_stack.undo()
    editor.draft.undo_stack.undo()
    dragged = model.mimeData([model.index_of(BREAD)])
    assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert [c.id for c in editor.draft.role.levels[1].responsibilities] == ["better", "bread"]
    assert not model.canDropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    better, bread = Place(1, Kind.RESPONSIBILITY, 0), Place(1, Kind.RESPONSIBILITY, 1)
    for one_place, other, order in ((better, bread, ["bread", "better"]), (bread, better, ["better", "bread"])):
        dragged = model.mimeData([model.index_of(one_place)])
        assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, model.index_of(other))
        assert [c.id for c in editor.draft.role.levels[1].responsibilities] == order
    for below in (model.index_of(Place(1)), QModelIndex()):
        names = [one.id for one in editor.draft.role.levels]
        dragged = model.mimeData([model.index_of(Place(0))])
        assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, below)
        assert [one.id for one in editor.draft.role.levels] == names[::-1]
    assert model.flags(model.index_of(BREAD)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(model.index_of(None)) & Qt.ItemFlag.ItemIsDragEnabled


def test_that_what_is_dragged_from_another_window_has_no_place_here(editor: RoleEditor, theme: Theme) -> None:
    other = RoleTreeModel(editor.draft, theme)
    dragged = other.mimeData([other.index_of(BREAD)])
    target = editor.model.group_index(1, Kind.RESPONSIBILITY)
    assert other.canDropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, target)
    assert not editor.model.canDropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, target)


def test_that_lists_offer_areas_and_what_may_be_refined(editor: RoleEditor) -> None:
    place = Place(1, Kind.RESPONSIBILITY, 0)
    editor.draft.look_at(place)
    form = editor.criterion_form
    assert [form.area.itemText(i) for i in range(form.area.count())] == ["None", "Craft"]
    assert [form.refines.itemData(i) for i in range(form.refines.count())] == [None, "bread"]
    form.refines.setCurrentIndex(0)
    form.refines.activated.emit(0)
    form.area.setCurrentIndex(0)
    form.area.activated.emit(0)
    found = criterion_at(editor.draft.role, place)
    assert (found.refines, found.area) == (None, None)
    form.kind.setCurrentIndex(1)
    form.kind.activated.emit(1)
    assert [c.id for c in editor.draft.role.levels[1].requirements] == ["better"]
    write(form.weight, "3")
    write(form.years, "5")
    write(form.of, "baking")
    click(form.plus)
    found = criterion_at(editor.draft.role, Place(1, Kind.REQUIREMENT, 0))
    assert (found.weight, found.plus) == (3, True)
    assert found.years is not None
    assert (found.years.minimum, found.years.of) == (5, "baking")


def test_that_ids_change_with_what_refers_to_them(editor: RoleEditor) -> None:
    editor.draft.look_at(BREAD)
    name = field(editor, "Id")
    name.setText("daily-bread")
    press(name, Qt.Key.Key_Return)
    assert editor.draft.role.levels[1].responsibilities[0].refines == "daily-bread"
    editor.draft.look_at(Place(0))
    name = field(editor, "Id")
    name.setText("journeyman")
    press(name, Qt.Key.Key_Return)
    assert editor.draft.role.levels[1].extends[0].level == "journeyman"


def test_that_levels_say_what_they_build_on(editor: RoleEditor) -> None:
    editor.edits.add_level()
    write(field(editor, "Title"), "Chief baker")
    assert editor.draft.role.levels[-1].id == "chief-baker"
    click(pressable(editor.level_form, "Build on another level"))
    assert editor.draft.role.levels[-1].extends[0].level == "master"
    click(pressable(editor.level_form, "its requirements"))
    assert editor.draft.role.levels[-1].extends[0].kinds == (Kind.RESPONSIBILITY,)
    click(pressable(editor.level_form, "its responsibilities"))
    assert editor.draft.role.levels[-1].extends[0].kinds == (Kind.RESPONSIBILITY,)
    write(field(editor, "Sentence that says so"), "All of it.")
    assert editor.draft.role.levels[-1].extends[0].text == "All of it."
    write(editor.level_form.grade, "3")
    assert editor.draft.role.levels[-1].grade == 3
    click(pressable(editor.level_form, "Remove"))
    assert editor.draft.role.levels[-1].extends == ()


def test_that_the_role_itself_is_written_in_its_form(editor: RoleEditor, qtbot: QtBot) -> None:
    form = editor.role_form
    editor.draft.look_at(Place(0))
    editor.draft.look_at(None)
    click(pressable(form, "Add an area"))
    write(field(editor, "Area 2"), "People")
    assert editor.draft.role.areas["craft"] == "Craft"
    assert list(editor.draft.role.areas.values()) == ["Craft", "People"]
    click(pressable(form, "Add a step"))
    write(field(editor, "Step 6"), "Beyond")
    assert editor.draft.role.scale.steps[-1].label == "Beyond"
    click(pressable(form, "Use the usual scale"))
    assert len(editor.draft.role.scale.steps) == 5
    click(pressable(form, "Add an indicator"))
    write(field(editor, "Indicator 1"), "Loaves a day")
    assert editor.draft.role.performance_indicators[0].text == "Loaves a day"
    click(pressable(form, "Add a note"))
    write(field(editor, "Text 1"), "Mind the oven.")
    write(field(editor, "Where it was published"), "The guild")
    write(field(editor, "Title"), "")
    assert editor.draft.role.source is not None
    form.near.clear()
    write(form.near, "80")
    assert editor.draft.role.readiness.near == 0.8
    checked(qtbot, editor)
    assert editor.draft.faults == ()
    assert Role.model_validate(editor.draft.role.model_dump()) == editor.draft.role


def test_that_f8_leads_to_what_is_wrong(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.draft.look_at(BREAD)
    editor.focus_words()
    editor.criterion_form.words.selectAll()
    press(editor.criterion_form.words, Qt.Key.Key_Backspace)
    assert checked(qtbot, editor) == ["No words yet: write what somebody does, or remove it."]
    assert str(editor.model.index_of(BREAD).data()).startswith("⚠")
    editor.draft.look_at(Place(1))
    editor.remarks.go_to_next()
    assert editor.draft.place == BREAD
    editor.files.save()
    assert "not saved" in question(editor).text()
    question(editor).close()


def test_that_what_is_saved_is_a_role_file_and_nothing_else_changes_it(editor: RoleEditor, file: Path) -> None:
    editor.draft.look_at(BREAD)
    editor.focus_words()
    write(editor.criterion_form.words, "Bakes.")
    assert file.read_text() == role_text(BAKER)
    editor.files.save()
    assert load_role(file) == editor.draft.role
    assert editor.draft.undo_stack.isClean()


def test_that_comments_and_changes_from_elsewhere_are_not_lost_unasked(
    qtbot: QtBot, theme: Theme, file: Path, tmp_path: Path
) -> None:
    text = role_text(BAKER).replace("      - id: oven", "      # the old one\n      - id: oven")
    file.write_text(f"# keep me\n{text}")
    editor = RoleEditor(read_for_editing(file), theme)
    editor.show()
    editor.draft.look_at(Place(0, Kind.REQUIREMENT, 0))
    editor.criterion_form.words.setPlainText("Three years at the oven.")
    editor.files.save()
    assert file.read_text() == f"# keep me\n{text}".replace("Two years", "Three years")
    editor.edits.remove()
    editor.files.save()
    assert "has comments that would be lost" in question(editor).text()
    assert "# the old one" in question(editor).informativeText()
    question(editor).close()
    assert "# the old one" in file.read_text()
    assert editor.files.save_to(tmp_path / "other.role.yaml")
    assert (tmp_path / "other.role.yaml").read_text().startswith("# keep me")
    other = tmp_path / "other.role.yaml"
    other.write_text(other.read_text() + "# and me\n")
    editor.edits.add_level()
    editor.files.save()
    assert editor.draft.undo_stack.isClean()
    assert "title: Level 3\n" in other.read_text()
    assert other.read_text().endswith("# and me\n")
    other.write_text(role_text(BAKER))
    editor.edits.add_level()
    editor.files.save()
    box = editor.findChildren(QMessageBox)[-1]
    assert "changed on disk" in box.text()
    box.close()
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    editor.close_for_good()


def test_that_closing_asks_about_what_is_not_saved(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.edits.add_level()
    assert not editor.close()
    assert editor.isVisible()
    assert "in no file yet" in question(editor).text()
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    answer(editor, "Save")
    qtbot.waitUntil(lambda: not editor.isVisible())


def test_that_a_role_that_comes_with_the_program_is_edited_as_a_copy() -> None:
    path = next(roles_folder().glob("*.role.yaml"))
    assert read_for_editing(path).path is None


def test_that_a_role_is_edited_and_then_started_with_from_the_main_window(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    editor = window.dialogs.roles.edit_file(file)
    assert editor is not None
    assert window.dialogs.roles.edit_file(file) is editor
    editor.start_assessment()
    assert window.document is None
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    editor.close()
    broken = file.with_name("broken.role.yaml")
    broken.write_text("format: ladder-role/1\n")
    assert window.dialogs.roles.edit_file(broken) is None
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()


@pytest.mark.parametrize("percent", [100, 200])
def test_that_no_text_is_cut_in_any_form(qtbot: QtBot, file: Path, percent: int) -> None:
    editor = RoleEditor(read_for_editing(file), Theme(text_size_percent=percent))
    editor.resize(1024, 640)
    editor.show()
    for place in (None, Place(1), BREAD):
        editor.draft.look_at(place)
        qtbot.waitUntil(lambda: cut_texts(editor) == [])
    editor.dress(Theme(dark=True, text_size_percent=percent))
    assert editor.draft.place == BREAD
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    editor.close_for_good()


def test_that_a_new_role_begins_with_one_level(qtbot: QtBot, theme: Theme) -> None:
    editor = RoleEditor(RoleOnDisk(blank_role()), theme)
    editor.show()
    write(field(editor, "Title"), " for bakers")
    assert checked(qtbot, editor) == []
    editor.close_for_good()


def test_that_a_criterion_is_moved_to_a_level_from_the_list_and_back(editor: RoleEditor) -> None:
    editor.draft.look_at(BREAD)
    choice = editor.criterion_form.level
    assert [choice.itemText(i) for i in range(choice.count())] == [level.title for level in BAKER.levels]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert [c.id for c in editor.draft.role.levels[1].responsibilities] == ["better", "bread"]
    assert editor.draft.place == Place(1, Kind.RESPONSIBILITY, 1)
    assert choice.currentIndex() == 1
    editor.draft.undo_stack.undo()
    assert editor.draft.role == BAKER


def test_that_a_criterion_added_behind_another_is_in_its_area(editor: RoleEditor) -> None:
    editor.draft.look_at(BREAD)
    editor.edits.add_criterion(Kind.RESPONSIBILITY)
    assert criterion_at(editor.draft.role, Place(0, Kind.RESPONSIBILITY, 1)).area == "craft"
    editor.edits.add_criterion(Kind.REQUIREMENT)
    assert criterion_at(editor.draft.role, Place(0, Kind.REQUIREMENT, 1)).area is None


def test_that_what_is_added_has_the_keyboard_wherever_that_was(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.focus_words()
    assert field(editor, "Title").hasFocus()
    editor.edits.add_level()
    assert editor.draft.place == Place(2)
    write(field(editor, "Title"), "Chief baker")
    editor.edits.add_criterion(Kind.REQUIREMENT)
    assert editor.criterion_form.words.hasFocus()
    assert editor.draft.place == Place(2, Kind.REQUIREMENT, 0)
    assert editor.draft.role.title == BAKER.title


def test_that_undo_is_that_of_the_role_wherever_the_keyboard_is(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.draft.look_at(BREAD)
    editor.edits.step(1)
    form = editor.criterion_form
    for made in (field(editor, "Id"), form.weight, form.words):
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.draft.role == BAKER
        QTest.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert editor.draft.role != BAKER
