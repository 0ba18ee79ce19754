"""What is written into the fields of the role editor, what is wrong with it, and where that is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.role import Kind, ReadinessPolicy
from ladder_app.domain.role_editing import Place, blank_role, criterion_at
from ladder_app.domain.scale import DEFAULT_SCALE
from ladder_app.gui.fields import TextField
from ladder_app.gui.role_editor.number_line import number_in
from ladder_app.gui.role_editor.role_on_disk import RoleOnDisk, read_for_editing
from ladder_app.gui.role_editor.window import RoleEditor
from ladder_app.gui.theme import Theme
from ladder_app.storage.roles import load_role
from tests.gui.hands import click, press, pressable, write
from tests.gui.role_editor.seen import BAKER, BREAD, checked, field, question


def said_under(qtbot: QtBot, editor: RoleEditor, name: str) -> str:
    """What is said about a field, once it is known."""
    checked(qtbot, editor)
    return next(
        f.accessibleDescription() for f in editor.findChildren(QWidget) if f.accessibleName() == name and f.isVisible()
    )


def fill(made: QLineEdit, text: str) -> None:
    made.selectAll()
    press(made, Qt.Key.Key_Backspace)
    write(made, text)


def pressed(editor: RoleEditor, name: str) -> None:
    """Press the button of that accessible name."""
    click(next(b for b in editor.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible()))


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), (" 3 ", 3), ("0,5", 0.5), ("0.", 0), ("many", "many"), ("inf", "inf"), ("1_0", "1_0"), ("1e3", 1000)],
)
def test_that_a_number_is_read_as_people_write_it(text: str, value: object) -> None:
    assert number_in(text) == value


def test_that_a_weight_is_a_number_and_says_so_at_its_field(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.draft.look_at(BREAD)
    weight = editor.criterion_form.weight
    fill(weight, "heavy")
    assert said_under(qtbot, editor, "Weight").startswith("⚠ A weight is a number above 0, such as 0.5 or 3.")
    assert weight.property("wrong")
    fill(weight, "0")
    assert "A weight is a number above 0" in said_under(qtbot, editor, "Weight")
    editor.files.save()
    assert "not saved" in question(editor).text()
    assert "A weight is a number above 0" in question(editor).informativeText()
    question(editor).close()
    fill(weight, "0,5")
    assert said_under(qtbot, editor, "Weight") == ""
    assert not weight.property("wrong")
    assert criterion_at(editor.draft.role, BREAD).weight == 0.5
    press(weight, Qt.Key.Key_Up)
    assert weight.text() == "1.5"
    fill(weight, "")
    assert criterion_at(editor.draft.role, BREAD).weight is None


def test_that_years_need_both_their_number_and_what_they_are_of(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.draft.look_at(BREAD)
    write(editor.criterion_form.of, "baking")
    assert "Years are a number above 0" in said_under(qtbot, editor, "Years asked for")
    write(editor.criterion_form.years, "2")
    assert said_under(qtbot, editor, "Years asked for") == ""
    fill(editor.criterion_form.of, "")
    assert "Say what the years are of" in said_under(qtbot, editor, "Years asked for")
    fill(editor.criterion_form.years, "")
    assert criterion_at(editor.draft.role, BREAD).years is None


def test_that_a_level_says_at_its_fields_what_is_wrong(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.draft.look_at(Place(0))
    fill(field(editor, "Title"), "")
    fill(field(editor, "Grade"), "seven")
    assert said_under(qtbot, editor, "Title") == "⚠ A level needs a title."
    assert "A grade is a whole number" in said_under(qtbot, editor, "Grade")
    fill(field(editor, "Grade"), "7")
    fill(field(editor, "Title"), "Baker")
    click(pressable(editor.level_form, "Build on another level"))
    qtbot.waitUntil(lambda: editor.draft.is_checked)
    words = "\n".join(label.text() for label in editor.level_form.findChildren(QLabel) if label.isVisible())
    assert "extend each other in a circle" in words


def test_that_what_is_wrong_leads_to_its_field(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.draft.look_at(None)
    fill(field(editor, "Step 3"), "")
    checked(qtbot, editor)
    editor.draft.look_at(BREAD)
    editor.go_to_next_remark()
    assert editor.draft.place is None
    assert field(editor, "Step 3").hasFocus()
    editor.draft.undo_stack.undo()
    click(pressable(editor.role_form, "Add an area"))
    checked(qtbot, editor)
    editor.draft.look_at(BREAD)
    editor.go_to_next_remark()
    assert field(editor, "Area 2").hasFocus()


def test_that_escape_leads_back_to_the_tree(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.draft.look_at(BREAD)
    for made in (editor.criterion_form.words, editor.criterion_form.weight, editor.criterion_form.area):
        made.setFocus()
        press(made, Qt.Key.Key_Escape)
        assert editor.tree.hasFocus()


def test_that_tab_goes_through_a_form_from_top_to_bottom(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.draft.look_at(Place(1))
    click(pressable(editor.level_form, "Build on another level"))
    click(pressable(editor.level_form, "Remove"))
    for place in (Place(1), None):
        editor.draft.look_at(place)
        editor.focus_words()
        form = editor.level_form if place else editor.role_form
        heights = []
        while (at := QApplication.focusWidget()) is not None and form.isAncestorOf(at):
            heights.append(at.mapTo(form, at.rect().bottomLeft()).y())
            QTest.keyClick(at, Qt.Key.Key_Tab)
        assert len(heights) > (8 if place else 40)
        assert all(height >= max(heights[: number + 1]) - 20 for number, height in enumerate(heights)), heights


def test_that_areas_are_named_moved_and_removed_with_their_criteria(editor: RoleEditor, qtbot: QtBot) -> None:
    draft = editor.draft
    click(pressable(editor.role_form, "Add an area"))
    assert "An area has no name yet" in said_under(qtbot, editor, "area")
    write(field(editor, "Area 2"), "People & teams")
    assert dict(draft.role.areas) == {"craft": "Craft", "people-teams": "People & teams"}
    fill(field(editor, "Area 1"), "Handwork")
    assert draft.role.areas["craft"] == "Handwork"
    pressed(editor, "Move area 2 up")
    assert list(draft.role.areas) == ["people-teams", "craft"]
    draft.undo_stack.undo()
    assert list(draft.role.areas) == ["craft", "people-teams"]
    draft.undo_stack.redo()
    assert "two criteria" in [label.text() for label in editor.role_form.findChildren(QLabel)]
    pressed(editor, "Remove area 2")
    assert list(draft.role.areas) == ["people-teams"]
    assert criterion_at(draft.role, BREAD).area is None
    assert not [message for message in checked(qtbot, editor) if "craft" in message]
    draft.undo_stack.undo()
    assert criterion_at(draft.role, BREAD).area == "craft"


def test_that_lines_move_with_alt_and_keep_the_keyboard(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.draft.look_at(None)
    made = field(editor, "Step 4")
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    scale = editor.draft.role.scale
    assert [step.label for step in scale.steps] == ["Not yet", "Starting", "Meets", "Growing", "Exceeds"]
    assert scale.steps[scale.meets].label == "Meets"
    assert field(editor, "Step 3").hasFocus()
    assert "keeps the number of each rating" in "\n".join(
        label.text() for label in editor.role_form.findChildren(QLabel) if label.isVisible()
    )
    for _ in range(3):
        QTest.keyClick(field(editor, "Step 1"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    pressed(editor, "Remove step 5")
    pressed(editor, "Remove step 4")
    scale = editor.draft.role.scale
    assert (len(scale.steps), scale.meets) == (3, 2)
    pressed(editor, "Remove step 3")
    pressed(editor, "Remove step 2")
    assert "A scale has 2 to 10 steps." in said_under(qtbot, editor, "step")
    while editor.draft.role != BAKER:
        editor.draft.undo_stack.undo()
    assert editor.draft.role.scale == DEFAULT_SCALE


def test_that_the_rules_say_what_they_may_be(editor: RoleEditor, qtbot: QtBot) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    form = editor.role_form
    form.near.setFocus()
    fill(form.near, "150")
    assert "from 0 to 100" in said_under(qtbot, editor, "Nearly ready from")
    fill(form.near, "")
    assert form.near.text() == ""
    assert editor.draft.role.readiness == ReadinessPolicy()
    write(form.near, "85")
    assert editor.draft.role.readiness.near == 0.85
    fill(field(editor, "Weight of a requirement"), "much")
    assert "A weight is a number" in said_under(qtbot, editor, "Weight of a requirement")


def test_that_indicators_and_steps_of_hiring_keep_their_order(editor: RoleEditor) -> None:
    form, draft = editor.role_form, editor.draft
    for number, words in ((1, "Loaves a day"), (2, "Guests")):
        click(pressable(form, "Add an indicator"))
        write(field(editor, f"Indicator {number}"), words)
    assert [one.id for one in draft.role.performance_indicators] == ["loaves-a-day", "guests"]
    pressed(editor, "Move indicator 1 down")
    assert [one.id for one in draft.role.performance_indicators] == ["guests", "loaves-a-day"]
    hiring = [b for b in form.findChildren(QAbstractButton) if b.text() == "Add a step"][1]
    click(hiring)
    write(form.findChildren(TextField)[2], "Come and see.")
    assert draft.role.hiring_process is not None
    assert draft.role.hiring_process.steps == ("",)
    assert draft.role.hiring_process.intro == "Come and see."


def test_that_a_new_role_is_called_by_its_title_until_it_is_saved(qtbot: QtBot, theme: Theme) -> None:
    editor = RoleEditor(RoleOnDisk(blank_role(), is_new=True), theme)
    editor.show()
    fill(field(editor, "Title"), "Master Baker")
    editor.draft.look_at(Place(0))
    fill(field(editor, "Title"), "Young")
    assert (editor.draft.role.id, editor.draft.role.levels[0].id) == ("master-baker", "young")
    checked(qtbot, editor)
    editor.close_for_good()


def test_that_alt_and_arrows_to_the_side_lead_to_other_levels(editor: RoleEditor) -> None:
    editor.draft.look_at(BREAD)
    QTest.keyClick(editor.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.draft.place == Place(1, Kind.RESPONSIBILITY, 1)
    QTest.keyClick(editor.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.draft.place == Place(1, Kind.RESPONSIBILITY, 1)
    QTest.keyClick(editor.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert editor.draft.role == BAKER


def test_that_spaces_at_the_ends_are_not_saved(editor: RoleEditor, qtbot: QtBot, file: Path) -> None:
    editor.draft.look_at(BREAD)
    editor.criterion_form.words.setPlainText("   ")
    assert checked(qtbot, editor) == ["No words yet: write what somebody does, or remove it."]
    editor.criterion_form.words.setPlainText(" Bakes. ")
    assert criterion_at(editor.draft.role, BREAD).text == " Bakes. "
    editor.files.save()
    assert criterion_at(load_role(file), BREAD).text == "Bakes."
    assert editor.criterion_form.words.toPlainText() == "Bakes."
    assert editor.draft.undo_stack.isClean()


def test_that_a_level_is_offered_to_build_on_what_makes_no_circle(editor: RoleEditor) -> None:
    editor.draft.look_at(Place(1))
    editor.edits.add_level()
    editor.draft.look_at(Place(0))
    click(pressable(editor.level_form, "Build on another level"))
    assert [one.level for one in editor.draft.role.levels[0].extends] == ["level-3"]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_line_is_cut_where_there_is_little_room(
    qtbot: QtBot, qapp: QApplication, file: Path, percent: int
) -> None:
    large = Theme(text_size_percent=percent)
    large.apply(qapp)
    editor = RoleEditor(read_for_editing(file), large)
    editor.resize(1024, 640)
    editor.show()

    def cut() -> list[str]:
        padding = 16 * percent // 100
        steps = (field(editor, f"Step {number}") for number in range(1, 6))
        return [f.text() for f in steps if f.fontMetrics().horizontalAdvance(f.text()) > f.width() - padding]

    qtbot.waitUntil(lambda: cut() == [])
    checked(qtbot, editor)
    editor.close_for_good()


def test_that_every_edit_is_undone_and_made_again_by_name(editor: RoleEditor) -> None:
    draft, edits = editor.draft, editor.edits
    draft.look_at(BREAD)
    write(editor.criterion_form.words, "More. ")
    fill(editor.criterion_form.weight, "3")
    fill(editor.criterion_form.years, "2")
    click(editor.criterion_form.plus)
    edits.step(1)
    edits.aside(1)
    edits.add_criterion(Kind.REQUIREMENT)
    edits.remove()
    draft.look_at(Place(1))
    write(field(editor, "Title"), "!")
    fill(field(editor, "Grade"), "9")
    click(pressable(editor.level_form, "its requirements"))
    click(pressable(editor.level_form, "Remove"))
    edits.add_level()
    edits.remove()
    draft.look_at(None)
    click(pressable(editor.role_form, "Add an area"))
    pressed(editor, "Move area 2 up")
    pressed(editor, "Remove area 1")
    fill(field(editor, "Step 2"), "Beginning")
    pressed(editor, "Move step 2 down")
    click(pressable(editor.role_form, "Use the usual scale"))
    fill(editor.role_form.near, "80")
    final, stack = draft.role, draft.undo_stack
    names = [stack.text(number) for number in range(stack.count())]
    assert all(names)
    assert {"text", "weight", "years", "plus", "move", "grade", "areas", "scale", "rules of readiness"} <= set(names)
    while stack.canUndo():
        stack.undo()
    assert draft.role == BAKER
    while stack.canRedo():
        stack.redo()
    assert draft.role == final


def test_that_what_is_saved_unchanged_keeps_every_byte(qtbot: QtBot, theme: Theme, file: Path) -> None:
    text = "# by hand\r\nformat: ladder-role/1\r\nid: 'x'\r\nlevels: [{title: A,   id: a}]\r\ntitle: X"
    file.write_bytes(text.encode())
    editor = RoleEditor(read_for_editing(file), theme)
    editor.files.save()
    assert file.read_bytes() == text.encode()
    checked(qtbot, editor)
    editor.close_for_good()
