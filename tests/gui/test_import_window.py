"""Importing a role as a person does it: look, answer, say what lines are, save, start."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.gui.importing import draft as draft_module
from ladder_app.gui.importing import saying, understanding
from ladder_app.gui.importing.columns_dialog import ColumnsDialog
from ladder_app.gui.importing.draft import ImportDraft
from ladder_app.gui.importing.grade_field import GradeField
from ladder_app.gui.importing.split_dialog import SplitDialog
from ladder_app.gui.importing.understanding import understood
from ladder_app.gui.importing.window import ImportWindow
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.shortcuts_dialog import ShortcutsDialog
from ladder_app.gui.theme import Theme
from ladder_app.gui.welcome_page import WelcomePage
from ladder_app.importers.columns import Use
from ladder_app.importers.deciding import decided, with_decision
from ladder_app.importers.decisions import Decision, Says
from ladder_app.importers.remembered import known_decisions
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.sources import import_text
from ladder_app.markup import isolated
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import find_role, load_role, role_in_use, save_role
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.importers.test_deciding import PAGE, SHARED

Opened = Callable[..., ImportWindow]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Iterator[Opened]:
    """Opens a page in an import window."""
    made: list[ImportWindow] = []

    def open_page(text: str = PAGE, earlier: str = "") -> ImportWindow:
        known = import_text(earlier, "baker").role if earlier else None
        source = import_text(text, "baker")
        window = ImportWindow(ImportDraft(Path("baker.md"), source, understood(source, (), known)), theme)
        made.append(window)
        window.resize(1024, 640)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_page
    for window in made:
        if isValid(window):
            window.close()


def select(window: ImportWindow, text: str) -> None:
    line = next(line for line in window.draft.found.account if text in line.text)
    window.source.go_to(line.line)
    window.source.setFocus()


def criteria(window: ImportWindow) -> list[tuple[str, str, str]]:
    role = window.role
    assert role is not None
    return [(level.title, kind.value, c.text) for level, kind, c in role.criteria()]


def test_that_a_page_shows_its_counts_its_question_and_where_lines_went(opened: Opened) -> None:
    window = opened()
    QAbstractItemModelTester(window.model)
    assert "2 levels · 5 criteria" in texts(window)
    assert pressable(window, "1 question").isEnabled()
    assert not pressable(window, "unplaced").isEnabled()
    assert any("Question 1 of 1" in text for text in texts(window))
    row = window.model.row_of(8)
    words = window.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Line 8, responsibility: - Cleans the oven."
    assert not cut_texts(window)


def test_that_an_answer_is_one_press_and_can_be_undone_by_name(opened: Opened) -> None:
    window = opened()
    click(pressable(window, "Baker"))
    role = window.role
    assert role is not None
    assert [extends.level for extends in role.levels[1].extends] == ["baker"]
    assert not window.draft.found.questions
    assert any("Suggestion 1 of 2" in text for text in texts(window)), texts(window)
    assert window.draft.undo_stack.undoText() == "baker"
    window.draft.undo_stack.undo()
    assert len(window.draft.found.questions) == 1


def test_that_a_key_says_what_the_selected_lines_are(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    select(window, "ovens")
    press(window.source, Qt.Key.Key_Q)
    assert ("Baker", "requirement", "A word about our ovens.") in criteria(window)
    assert window.draft.undo_stack.undoText().startswith("requirement (line")
    select(window, "Cleans")
    press(window.source, Qt.Key.Key_N)
    assert not any("Cleans" in text for _, _, text in criteria(window))
    window.draft.undo_stack.undo()
    window.draft.undo_stack.undo()
    assert window.draft.found == import_text(PAGE, "baker")


def test_that_several_lines_are_one_edit(opened: Opened) -> None:
    window = opened()
    window.source.selectAll()
    click(window.foot.line_buttons_by_words["Requirement"])
    assert all(kind == "requirement" for _, kind, _ in criteria(window))
    assert window.draft.undo_stack.count() == 1


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_extends_asks_of_which_level(opened: Opened) -> None:
    window = opened()
    select(window, "Teaches")
    click(window.foot.line_buttons_by_words["Extends"])
    menu = window.saying.choices_menu
    assert menu is not None
    actions = menu.actions()
    assert [action.text() for action in actions] == ["Baker"]
    actions[0].trigger()
    menu.close()
    role = window.role
    assert role is not None
    assert role.levels[1].extends[0].text == "Teaches others."


def test_that_what_does_not_fit_is_said_and_changes_nothing(opened: Opened) -> None:
    window = opened("# Baker\n\n## Baker\n\n### Requirements\n\n- Bakes bread daily.\n")
    select(window, "## Baker")
    click(window.foot.line_buttons_by_words["Note"])
    assert window.draft.undo_stack.count() == 0
    assert any("changes nothing" in text for text in texts(window))


class Gate:
    """Decisions that take as long as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = Event()
        monkeypatch.setattr(understanding, "with_decision", self._decide)
        monkeypatch.setattr(draft_module, "_AT_ONCE_MS", 20)

    def open(self) -> None:
        self._open.set()

    def _decide(self, imported: Imported, decision: Decision) -> Imported | None:
        assert self._open.wait(20)
        return with_decision(imported, decision)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open()


def test_that_what_takes_long_holds_nothing_up_and_comes_in_the_order_it_was_said(
    opened: Opened, qtbot: QtBot, gate: Gate
) -> None:
    window = opened()
    for text, word in (("ovens", "Requirement"), ("Cleans", "Requirement"), ("Teaches", "Note")):
        select(window, text)
        click(window.foot.line_buttons_by_words[word])
    window.draft.undo()
    assert window.draft.found == import_text(PAGE, "baker")
    qtbot.waitUntil(window.foot.bar.isVisible)
    assert any("You can go on meanwhile" in text for text in texts(window))
    gate.open()
    qtbot.waitUntil(lambda: not window.draft.is_busy)
    assert not window.foot.bar.isVisible()
    assert window.draft.undo_stack.undoText() == "requirement (line 8)"
    assert window.draft.undo_stack.redoText() == "note (line 22)"
    assert ("Baker", "requirement", "Cleans the oven.") in criteria(window)
    assert ("Senior Baker", "responsibility", "Teaches others.") in criteria(window)


def test_that_closing_waits_for_what_was_said(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    window = opened()
    select(window, "ovens")
    click(window.foot.line_buttons_by_words["Requirement"])
    name = window.draft.name
    window.close()
    # A window that is there keeps the program from ending.
    assert window.isVisible()
    assert known_decisions(name) == ()
    with qtbot.waitSignal(window.closed):
        gate.open()
    assert [decision.says for decision in known_decisions(name)] == [Says.REQUIREMENT]


def test_that_what_is_only_a_note_is_one_edit_and_asked_no_more(opened: Opened) -> None:
    window = opened()
    click(pressable(window, "It is only a note"))
    assert not window.draft.found.questions
    assert window.draft.undo_stack.count() == 1
    window.draft.undo()
    assert window.draft.found == import_text(PAGE, "baker")


def test_that_a_criterion_is_split_at_the_cursor(opened: Opened) -> None:
    window = opened()
    select(window, "Cleans")
    click(window.foot.line_buttons_by_words["Two criteria"])
    dialog = window.findChild(SplitDialog)
    assert dialog is not None
    press(dialog.field, Qt.Key.Key_Home)
    assert not dialog.ok.isEnabled()
    for _ in range(7):
        press(dialog.field, Qt.Key.Key_Right)
    assert "Second: the oven." in texts(dialog)
    press(dialog.field, Qt.Key.Key_Return)
    assert [text for _, _, text in criteria(window)][1:3] == ["Cleans", "the oven."]
    assert window.draft.undo_stack.undoText() == "two criteria (line 8)"


def test_that_the_cursor_counts_characters_of_any_script(qtbot: QtBot, theme: Theme) -> None:
    dialog = SplitDialog(theme, "Bäckt 🥖🥐 daily, 焼く sells")
    qtbot.addWidget(dialog)
    assert "Second: 焼く sells" in texts(dialog)
    whole = SplitDialog(theme, "Bakes the daily bread.")
    qtbot.addWidget(whole)
    assert "Second: daily bread." in texts(whole)
    dialog.field.go_to(8)
    assert dialog.field.place == 8
    assert {"First: Bäckt 🥖🥐", "Second: daily, 焼く sells"} <= set(texts(dialog))


def test_that_a_grade_can_be_any_number(opened: Opened) -> None:
    window = opened("# Baker\n\n## Baker\n\nThe grade is 11 or 12.\n\n### Requirements\n\n- Bakes bread daily.\n")
    field = window.findChild(GradeField)
    assert field is not None, window.draft.found.questions
    write(field.number, "7x")
    press(field.number, Qt.Key.Key_Return)
    role = window.role
    assert role is not None
    assert role.levels[0].grade == 7
    assert not window.draft.found.questions


def test_that_a_level_of_another_page_is_extended(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    other = tmp_path / "big.md"
    other.write_text("# Big Baker\n\n## Big Baker\n\n### Responsibilities\n\n- Bakes much more bread.\n")
    assert pressable(window, "Choose the other page")
    asked = window.questions.current
    assert asked is not None
    window.saying.take_page(asked, other)
    assert ("Big Baker", "responsibility", "Bakes much more bread.") in criteria(window)
    role = window.role
    assert role is not None
    assert [(e.level, e.text) for e in role.levels[-1].extends] == [
        ("big-baker.big-baker", "Extends that of the Big Baker in town.")
    ]
    assert window.draft.undo_stack.undoText() == "Big Baker of another page"
    window.draft.undo()
    assert window.draft.found == import_text(PAGE, "baker")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_of_several_levels_of_another_page_one_is_chosen(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    other = tmp_path / "big.md"
    other.write_text(PAGE.replace("Baker", "Miller"))
    asked = window.questions.current
    assert asked is not None
    window.saying.take_page(asked, other)
    menu = window.saying.choices_menu
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Miller", "Senior Miller"]
    menu.actions()[0].trigger()
    menu.close()
    assert window.role is not None
    assert window.role.levels[-1].extends


def test_that_the_keys_are_listed(opened: Opened) -> None:
    window = opened()
    window.show_shortcuts()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    assert {"Level", "L", "Responsibility", "R", "Two criteria", "Next question"} <= set(texts(dialog))
    dialog.close()


def test_that_comparing_is_an_edit(opened: Opened, tmp_path: Path) -> None:
    role = import_text(PAGE, "baker").role
    assert role is not None
    save_role(tmp_path / "mine.role.yaml", role.model_copy(update={"id": "our-baker"}))
    window = opened()
    window.compare_with(tmp_path / "mine.role.yaml")
    window.draft.compare_with(None)
    assert window.draft.undo_stack.undoText() == "compare with none"
    assert window.role is not None
    assert window.role.id == "baker"
    window.draft.undo()
    window.draft.undo()
    assert window.draft.now.earlier is None


def test_that_suggestions_are_refused_all_at_once(opened: Opened) -> None:
    window = opened()
    window.first_suggestion()
    click(pressable(window, "Refuse all 2"))
    role = window.role
    assert role is not None
    assert not window.draft.found.suggestions
    assert not any(c.plus or c.years for _, _, c in role.criteria())
    assert window.draft.undo_stack.undoText() == "refuse all suggestions"


def test_that_a_choice_on_one_side_shows_the_other(opened: Opened) -> None:
    window = opened()
    select(window, "Cleans")
    assert window.tree.currentIndex().data() == "Cleans the oven."
    window.tree.chosen.emit(window.draft.found.account[-1].target)
    assert [line.text for line in window.source.selected_lines()] == ["- Teaches others."]


def test_that_the_role_is_gone_through_and_decided_about_with_keys(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    select(window, "Bakes")
    window.tree.setFocus()
    press(window.tree, Qt.Key.Key_Down)
    assert [line.text for line in window.source.selected_lines()] == ["- Cleans the oven."]
    press(window.tree, Qt.Key.Key_Q)
    assert ("Baker", "requirement", "Cleans the oven.") in criteria(window)
    assert window.tree.currentIndex().data() == "Cleans the oven."


def test_that_what_is_asked_is_answered_with_keys(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    select(window, "Cleans")
    QTest.keyClick(window.source, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    for text in ("Extends that", "3 years", "rye"):
        assert [text in line.text for line in window.source.selected_lines()] == [True]
        answer = window.focusWidget()
        assert answer is not None
        press(answer, Qt.Key.Key_Space)
        if text == "Extends that":
            # What comes now is of another sort, and is gone to on purpose.
            assert window.focusWidget() is window.source
            window.first_suggestion()
    assert window.questions.current is None
    assert window.focusWidget() is window.source
    window.draft.undo()
    window.first_suggestion()
    answer = window.focusWidget()
    assert answer is not None
    press(answer, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.source


def test_that_the_source_is_searched(opened: Opened) -> None:
    window = opened()
    window.focus_search()
    write(window.search_field, "OVEN")
    assert [line.line for line in window.source.selected_lines()] == [8]
    press(window.search_field, Qt.Key.Key_Return)
    assert "ovens" in window.source.selected_lines()[0].text
    write(window.search_field, "zzz")
    assert any("is not in the source" in text for text in texts(window))
    press(window.search_field, Qt.Key.Key_Escape)
    assert window.search_field.text() == ""
    assert not any("is not in the source" in text for text in texts(window))


def test_that_unplaced_lines_are_gone_to(opened: Opened) -> None:
    window = opened(PAGE + "\n<iframe src='x'></iframe>\n")
    assert pressable(window, "1 line unplaced").isEnabled()
    window.next_unplaced()
    assert window.source.selected_lines()[0].place is Place.UNPLACED


def test_that_a_saved_role_starts_an_assessment(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened()
    assert window.save_to(tmp_path / "mine")
    path = tmp_path / "mine.role.yaml"
    assert load_role(path) == window.role
    with qtbot.waitSignal(window.start_wanted) as wanted:
        click(pressable(window, "Start an assessment"))
    assert wanted.args == [path]


def test_that_starting_keeps_the_role_among_the_own_ones_without_asking_where(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    role = role_of(window)
    with qtbot.waitSignal(window.start_wanted) as wanted:
        window.start()
    path = own_roles_folder() / "baker.role.yaml"
    assert wanted.args == [path]
    assert load_role(path) == role
    again = opened()
    with qtbot.waitSignal(again.start_wanted) as wanted:
        again.start()
    assert wanted.args == [path], "the very same role is there already"


def test_that_starting_asks_where_to_if_another_role_of_that_name_is_there(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    own_roles_folder().mkdir(parents=True)
    other = role_of(opened(SHARED)).model_copy(update={"id": "baker"})
    save_role(own_roles_folder() / "baker.role.yaml", other)
    window = opened()
    window.start()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.start_wanted) as wanted:
        window.save_to(tmp_path / "mine.role.yaml")
    dialog.reject()
    assert wanted.args == [tmp_path / "mine.role.yaml"]
    assert load_role(own_roles_folder() / "baker.role.yaml") == other


def test_that_one_key_answers_wherever_the_keyboard_is_and_takes_no_suggestion_that_just_came_up(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.questions.ways == ["Baker", "It is only a note", "Leave it open", "Choose the other page…"]
    assert pressable(window, "It is only a note").text().endswith("Alt+2")
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(window.source, Qt.Key.Key_2, alt)
    assert not window.draft.found.questions
    assert window.draft.undo_stack.undoText() == "it is only a note"
    suggested = len(window.draft.found.suggestions)
    assert suggested
    QTest.keyClick(window.source, Qt.Key.Key_2, alt)
    assert len(window.draft.found.suggestions) == suggested, "it was looked at first"
    QTest.keyClick(window.questions, Qt.Key.Key_2, alt)
    assert len(window.draft.found.suggestions) < suggested
    assert window.draft.undo_stack.undoText() == "refuse it"


def test_that_a_newer_page_keeps_ids_and_says_what_is_different(opened: Opened) -> None:
    newer = PAGE.replace("- Cleans the oven.", "- Sweeps the yard.")
    window = opened(newer, earlier=PAGE)
    assert any("1 new, 0 reworded, 1 gone" in text for text in texts(window))
    earlier = import_text(PAGE, "baker").role
    assert earlier is not None
    assert window.role is not None
    assert {c.id for _, _, c in earlier.criteria()} - {c.id for _, _, c in window.role.criteria()} == {
        "cleans-the-oven"
    }


def test_that_differences_stand_in_the_role_and_one_key_goes_through_them(opened: Opened, qtbot: QtBot) -> None:
    newer = PAGE.replace("- Cleans the oven.\n", "").replace("3 years", "5 years")
    newer = newer.replace("Teaches others.", "Teaches others.\n- Sings.")
    window = opened(newer, earlier=PAGE)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert any("1 new, 1 reworded, 1 gone" in text for text in texts(window)), texts(window)
    seen = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        seen.append(window.tree.currentIndex().data())
    # From where the question is, and round.
    assert seen == [
        "new · Sings.",
        "reworded · 5 years of baking. [5 years]",
        "gone · Cleans the oven.",
        "new · Sings.",
    ]
    window.tree.go_to_next_difference()
    assert [line.text for line in window.source.selected_lines()] == ["- 5 years of baking."]
    inside = window.tree.currentIndex().model().index(0, 0, window.tree.currentIndex())
    assert inside.data() == "was · 3 years of baking."
    window.draft.compare_with(None)
    window.next_difference()
    assert "It is compared with no role." in texts(window)


def test_that_the_role_goes_on_into_the_editor(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    with qtbot.waitSignal(window.edit_wanted) as wanted:
        click(pressable(window, "Edit the role"))
    assert wanted.args == [window.role]


def test_that_another_look_keeps_what_was_said(opened: Opened) -> None:
    window = opened()
    select(window, "ovens")
    click(window.foot.line_buttons_by_words["Requirement"])
    window.dress(Theme(dark=True, text_size_percent=200))
    assert ("Baker", "requirement", "A word about our ovens.") in criteria(window)
    assert window.draft.undo_stack.canUndo()


@pytest.mark.parametrize("page", [PAGE, SHARED, "# Pitfalls\n\n- Burns the bread.\n"])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_text_is_cut_in_a_small_window_with_large_text(
    opened: Opened, size: tuple[int, int], percent: int, page: str
) -> None:
    window = opened(page)
    window.resize(*size)
    window.dress(Theme(dark=False, text_size_percent=percent))
    QApplication.processEvents()
    for _ in range(3):
        assert not cut_texts(window)
        window.questions.go_on()
        QApplication.processEvents()


def test_that_a_page_dropped_on_the_window_is_imported_and_ratable(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "baker.md"
    path.write_text(PAGE)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))
    (review,) = window.dialogs.imports.windows
    own_roles_folder().mkdir(parents=True)
    target = own_roles_folder() / "baker.role.yaml"
    review.save_to(target)
    click(pressable(review, "Start an assessment"))
    assert not window.dialogs.imports.windows
    page = window.centralWidget()
    assert isinstance(page, WelcomePage)
    assert pressable(page, "Baker").isChecked()


def test_that_no_ladder_is_refused_with_what_was_expected(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("roses are red\n")
    window.dialogs.imports.read(path)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "cannot be imported" in box.text()
    assert "Expected" in box.informativeText()
    with qtbot.waitSignal(box.destroyed):
        box.close()


def test_that_own_roles_are_on_the_welcome_page_and_known_by_id(window: MainWindow, tmp_path: Path) -> None:
    role = import_text(PAGE, "baker").role
    assert role is not None
    own_roles_folder().mkdir(parents=True)
    path = own_roles_folder() / "baker.role.yaml"
    save_role(path, role)
    assert role_in_use("baker") == path
    window.show_welcome()
    page = window.centralWidget()
    assert page is not None
    assert pressable(page, "Baker")
    path = tmp_path / "newer.md"
    path.write_text(PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    assert any("as in the role in use" in text for text in texts(review))
    window.dialogs.close_windows()


SHEET = "Who;What they are to do;Sort\nBaker;Bakes bread;Responsibility\nChief;Teaches;Requirement\n"


def use(dialog: ColumnsDialog, *words: str) -> None:
    for choice, word in zip(dialog.choices.choices, words, strict=True):
        choice.setCurrentText(word)


def workbook(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "About"
    first.append(["This is", "our bakery"])
    for name in ("People", "Mill"):
        sheet = book.create_sheet(name)
        for row in (["Who", "What to do"], [f"{name} one", f"Works in {name}"], [f"{name} two", "Teaches"]):
            sheet.append(row)
    book.save(path)
    return path


def test_that_of_a_workbook_the_sheet_is_chosen(window: MainWindow, tmp_path: Path) -> None:
    window.dialogs.imports.read(workbook(tmp_path / "bakery.xlsx"))
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    assert [dialog.sheet.itemText(i) for i in range(dialog.sheet.count())] == ["About", "People", "Mill"]
    assert dialog.sheet.currentText() == "People"
    dialog.sheet.setCurrentIndex(0)
    assert "This is" in dialog.head.currentText()
    dialog.sheet.setCurrentIndex(2)
    assert "Who" in dialog.head.currentText()
    use(dialog, "Level", "Criterion")
    assert any(text.startswith("4 levels · 4 criteria") for text in texts(dialog))
    click(dialog.ok)
    (review,) = window.dialogs.imports.windows
    assert review.role is not None
    assert any("our bakery" in note.text for note in review.role.notes)
    assert not list(review.draft.found.unplaced())
    window.dialogs.close_windows()


def test_that_the_first_rows_of_a_huge_sheet_are_looked_at_and_all_are_read(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET + "".join(f"Chief;Teaches number {n};\n" for n in range(300)))
    window.dialogs.imports.read(path)
    (read_by_itself,) = window.dialogs.imports.windows
    click(pressable(read_by_itself, "Columns"))
    dialog = read_by_itself.findChild(ColumnsDialog)
    assert dialog is not None
    use(dialog, "Level", "Criterion", "Kind")
    assert any("in the first 200 rows" in text for text in texts(dialog))
    click(dialog.ok)
    (review,) = window.dialogs.imports.windows
    assert len(criteria(review)) == 302
    window.dialogs.close_windows()


def test_that_columns_are_asked_once_and_known_the_next_time(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(SHEET)
    window.dialogs.imports.read(path)
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    assert any("guessed from what stands in the columns" in text for text in texts(dialog))
    use(dialog, "Level", "Only a note", "Only a note")
    assert not dialog.ok.isEnabled()
    assert "Say which column is the level, and which is the criterion." in texts(dialog)
    dialog.order.setFocus()
    for word in ("Level", "Criterion", "Kind"):
        now = dialog.focusWidget()
        assert now is not None
        press(now, Qt.Key.Key_Tab)
        now = dialog.focusWidget()
        assert now is not None
        write(now, word)
    assert "2 levels · 2 criteria" in texts(dialog)
    click(dialog.ok)
    (review,) = window.dialogs.imports.windows
    assert criteria(review)[0] == ("Baker", "responsibility", "Bakes bread")
    review.close()
    path.write_text(SHEET + "Chief;Bakes cake;\n")
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    assert len(criteria(review)) == 3
    click(pressable(review, "Columns"))
    again = review.findChild(ColumnsDialog)
    assert again is not None
    assert again.columns.uses == (Use.LEVEL, Use.TEXT, Use.KIND)
    again.order.setCurrentIndex(1)
    use(again, "Only a note", "A level, named", "A level, named")
    again.choices.names[1].setText("Everybody")
    assert again.tree.model().index(0, 0).data() == "Everybody"
    again.reject()
    window.dialogs.close_windows()


def test_that_decisions_hold_for_the_next_page_of_a_saved_role(window: MainWindow, tmp_path: Path) -> None:
    own_roles_folder().mkdir(parents=True)
    path = tmp_path / "baker.md"
    path.write_text(PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    select(review, "ovens")
    click(review.foot.line_buttons_by_words["Requirement"])
    review.save_to(own_roles_folder() / "baker.role.yaml")
    review.close()
    path.write_text("A new first line.\n\n" + PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    assert ("Baker", "requirement", "A word about our ovens.") in criteria(review)
    assert any("as in the role in use" in text for text in texts(review))
    window.dialogs.close_windows()


def test_that_closing_loses_no_decision_and_starting_over_is_an_edit(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "baker.md"
    path.write_text(PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    select(review, "ovens")
    click(review.foot.line_buttons_by_words["Requirement"])
    review.close()
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    assert ("Baker", "requirement", "A word about our ovens.") in criteria(review)
    assert any("1 decision from the last time holds" in text for text in texts(review))
    review.draft.start_over()
    assert review.draft.found == import_text(PAGE, "baker")
    assert review.draft.undo_stack.undoText() == "start over"
    window.dialogs.close_windows()


def test_that_the_person_says_which_role_it_is_a_newer_state_of(opened: Opened, tmp_path: Path) -> None:
    role = import_text(PAGE, "baker").role
    assert role is not None
    save_role(tmp_path / "mine.role.yaml", role.model_copy(update={"id": "our-baker"}))
    window = opened(PAGE.replace("Teaches others", "Teaches many"))
    window.compare_with(tmp_path / "mine.role.yaml")
    assert window.role is not None
    assert window.role.id == "our-baker"
    assert any("1 new, 0 reworded, 1 gone" in text for text in texts(window))


def test_that_more_lines_than_can_be_told_at_once_are_not_taken(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saying, "_MOST_AT_ONCE", 20)
    window = opened("# Baker\n\n## Requirements\n\n" + "".join(f"- Bakes bread number {i}.\n" for i in range(30)))
    window.source.selectAll()
    click(window.foot.line_buttons_by_words["Responsibility"])
    assert window.draft.undo_stack.count() == 0
    assert any("At most 20 lines" in text for text in texts(window))
    select(window, "## Requirements")
    click(window.foot.line_buttons_by_words["Responsibility"])
    assert {kind for _, kind, _ in criteria(window)} == {"responsibility"}


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))


def test_that_yaml_of_theirs_is_imported_and_ours_is_opened(
    window: MainWindow, tmp_path: Path, sample: Assessment
) -> None:
    theirs, ours = tmp_path / "ladder.yml", tmp_path / "mine.yaml"
    theirs.write_text(
        "levels:\n- {id: one, name: Baker}\n- {id: two, name: Chief Baker}\ncompetencies:\n"
        "- {level: one, summary: Bakes bread daily}\n- {level: two, summary: Teaches all the others}\n"
    )
    drop(window, theirs)
    (review,) = window.dialogs.imports.windows
    assert len(criteria(review)) == 2
    review.close()
    save_assessment(ours, sample)
    drop(window, ours)
    assert window.document is not None
    assert not window.dialogs.imports.windows


def test_that_a_level_is_not_offered_to_extend_itself(opened: Opened) -> None:
    window = opened(PAGE.replace("Big Baker in town", "Big Baker"))
    current = window.questions.current
    assert current is not None
    assert "Senior Baker" not in [answer.words for answer in current.answers]


def test_that_a_newer_page_is_known_by_its_address_under_another_title(window: MainWindow, tmp_path: Path) -> None:
    own_roles_folder().mkdir(parents=True)
    path = tmp_path / "baker.md"
    address = "---\ncanonical_url: https://example.org/baker/\n---\n\n"
    path.write_text(address + PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    select(review, "ovens")
    click(review.foot.line_buttons_by_words["Requirement"])
    review.save_to(own_roles_folder() / "baker.role.yaml")
    review.close()
    path = tmp_path / "people.md"
    path.write_text(address + PAGE.replace("# Baker\n\n## Baker", "# People Who Bake\n\n## Baker"))
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    assert any("as in the role in use, “Baker”" in text for text in texts(review))
    assert ("Baker", "requirement", "A word about our ovens.") in criteria(review)
    window.dialogs.close_windows()


def test_that_the_welcome_page_says_whose_a_role_is(window: MainWindow) -> None:
    own_roles_folder().mkdir(parents=True)
    save_role(own_roles_folder() / "ours.role.yaml", find_role("software-engineer"))
    window.show_welcome()
    page = window.centralWidget()
    assert page is not None
    assert {"5 levels · your own, ours.role.yaml", "5 levels · comes with Ladder"} <= set(texts(page))


def test_that_a_saved_role_is_on_the_welcome_page_at_once(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    own_roles_folder().mkdir(parents=True)
    path = tmp_path / "baker.md"
    path.write_text(PAGE)
    window.dialogs.imports.read(path)
    (review,) = window.dialogs.imports.windows
    review.save_to(own_roles_folder() / "baker.role.yaml")
    review.close()
    page = window.centralWidget()
    assert isinstance(page, WelcomePage)
    qtbot.waitUntil(lambda: any("your own, baker.role.yaml" in text for text in texts(page)))
    assert pressable(page, "Baker").isChecked()


def test_that_what_all_share_can_be_shared_alone_and_taken_back(opened: Opened) -> None:
    window = opened(SHARED)
    click(pressable(window, "No, only what is shared"))
    assert window.role is not None
    assert [level.title for level in window.role.levels] == ["Shared by all levels", "Miller", "Senior Miller"]
    name = window.draft.name
    window.close()
    assert [decision.says for decision in known_decisions(name)] == [Says.APART]


TWO_OPEN = PAGE.replace("### Responsibilities\n\n- Bakes", "The grade is 11 or 12.\n\n### Responsibilities\n\n- Bakes")


def test_that_after_the_last_question_the_first_open_one_comes_and_undo_goes_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened(TWO_OPEN)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.next_question()
    last = window.questions.current
    assert last is not None
    assert any("Question 2 of 2" in text for text in texts(window))
    click(pressable(window, "It is only a note"))
    assert any("Question 1 of 1" in text for text in texts(window))
    first = window.questions.current
    assert first is not None
    window.draft.undo()
    assert window.questions.current == last
    assert [line.line for line in window.source.selected_lines()] == [last.line]


def test_that_space_never_takes_a_suggestion_after_the_last_question(opened: Opened, qtbot: QtBot) -> None:
    window = opened()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.next_question()
    suggestions = len(window.draft.found.suggestions)
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Space)
    assert not window.draft.found.questions
    assert any("Suggestion 1 of" in text for text in texts(window))
    assert len(window.draft.found.suggestions) == suggestions
    assert QApplication.focusWidget() is window.source


def test_that_saving_says_which_questions_are_open(opened: Opened, tmp_path: Path) -> None:
    window = opened()
    window.save_to(tmp_path / "baker.role.yaml")
    assert any(text.endswith("1 question is open") for text in texts(window)), texts(window)


def test_that_a_list_of_anything_can_be_given_up_or_called_a_ladder(opened: Opened, qtbot: QtBot) -> None:
    page = "# Groceries\n\n- 2 loaves of bread\n- milk and butter\n- apples, pears\n- washing powder\n"
    window = opened(page)
    click(pressable(window, "Yes, it is"))
    assert not window.draft.found.questions
    window.draft.undo()
    with qtbot.waitSignal(window.closed):
        click(pressable(window, "No – close"))


def test_that_a_page_without_a_level_says_what_to_do_and_can_be_read_as_one(opened: Opened, qtbot: QtBot) -> None:
    window = opened("# Pitfalls\n\n- Burns the bread.\n- Wastes flour.\n")
    assert window.role is None
    assert any("import them together: File → Import" in text for text in texts(window)), texts(window)
    assert not cut_texts(window)
    click(pressable(window, "All of it is one level, “Pitfalls”"))
    assert criteria(window) == [
        ("Pitfalls", "responsibility", "Burns the bread."), ("Pitfalls", "responsibility", "Wastes flour."),
    ]  # fmt: skip
    assert window.draft.undo_stack.undoText() == "all of it is one level, “Pitfalls”"
    window.draft.undo()
    assert window.role is None
    with qtbot.waitSignal(window.closed):
        click(pressable(window, "There are no levels here – close"))


GRID = "Competency,Junior,Senior\nPlanning,Plans a day,Plans a quarter\nPeople,Helps others,Grows others\n"


def role_of(window: ImportWindow) -> Role:
    assert window.role is not None
    return window.role


def shown(window: ImportWindow, line: int) -> str:
    return str(window.model.index(window.model.row_of(line)).data(Qt.ItemDataRole.AccessibleTextRole))


def under(window: ImportWindow, *way: str) -> list[str]:
    """What stands in the role below these, from the level down."""
    model = window.tree.model()
    parent = QModelIndex()
    for words in way:
        rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
        parent = next(index for index in rows if str(index.data()).startswith(words))
    return [str(model.index(row, 0, parent).data()) for row in range(model.rowCount(parent))]


def test_that_a_row_of_a_sheet_says_at_once_what_it_was_said_to_be_and_when_it_is_opened_again(opened: Opened) -> None:
    window = opened(GRID)
    assert shown(window, 2).startswith("Line 2, requirement")
    select(window, "Planning")
    click(window.foot.line_buttons_by_words["Responsibility"])
    assert shown(window, 2).startswith("Line 2, responsibility")
    assert shown(window, 3).startswith("Line 3, requirement")
    again = decided(import_text(GRID, "baker"), window.draft.decisions).imported
    assert again.account == window.draft.found.account
    window.draft.undo()
    assert shown(window, 2).startswith("Line 2, requirement")


def test_that_the_role_names_the_competencies_of_a_sheet(opened: Opened) -> None:
    window = opened(GRID)
    assert under(window, "Junior", "Requirements") == ["Planning", "People"]
    assert under(window, "Senior", "Requirements", "People") == ["Grows others"]
    select(window, "Planning")
    click(window.foot.line_buttons_by_words["Responsibility"])
    assert under(window, "Senior", "Responsibilities", "Planning") == ["Plans a quarter"]


def test_that_rows_of_a_sheet_and_its_criteria_are_found_from_either_side(opened: Opened) -> None:
    window = opened(GRID)
    select(window, "People")
    assert window.tree.currentIndex().data() == "Helps others"
    window.tree.chosen.emit(next(c.id for _, _, c in role_of(window).criteria() if c.text == "Plans a quarter"))
    assert [line.line for line in window.source.selected_lines()] == [2]


def test_that_a_title_nobody_wrote_is_asked_about_and_can_be_given_at_once(opened: Opened) -> None:
    window = opened("## Junior\n\n### Requirements\n\n- Bakes.\n\n## Senior\n\n### Requirements\n\n- Bakes more.\n")
    assert any("is the name of the file" in text for text in texts(window))
    click(pressable(window, "Another title…"))
    give(window, "Pastry cook")
    assert role_of(window).title == "Pastry cook"
    assert not window.draft.found.questions
    assert window.draft.undo_stack.undoText() == f"title {isolated('Pastry cook')}"
    window.draft.undo()
    assert role_of(window).title == "baker"
    assert window.draft.found.questions


def test_that_title_and_levels_of_a_sheet_are_named_by_key_and_stay_so(opened: Opened, qtbot: QtBot) -> None:
    window = opened(GRID)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.source, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    give(window, "Cook")
    window.tree.show_target("senior")
    window.tree.setFocus()
    press(window.tree, Qt.Key.Key_F2)
    give(window, "Chef")
    assert (role_of(window).title, [level.title for level in role_of(window).levels]) == ("Cook", ["Junior", "Chef"])
    again = decided(import_text(GRID, "baker"), window.draft.decisions)
    assert again.imported == window.draft.found
    assert not again.unused
    window.source.setFocus()
    press(window.source, Qt.Key.Key_F2)
    assert window.naming.dialog is not None
    assert window.naming.dialog.field.text() == "Junior", "the level of the selected line, whatever the role shows"
    assert not window.naming.dialog.ok.isEnabled()
    window.naming.dialog.reject()


def give(window: ImportWindow, name: str) -> None:
    dialog = window.naming.dialog
    assert dialog is not None
    write(dialog.field, name)
    click(dialog.ok)
