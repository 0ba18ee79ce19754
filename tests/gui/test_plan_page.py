"""The Plan page as a person uses it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ladder_app.domain.entries import Action, ActionStatus, Rating
from ladder_app.gui.action_panel import ActionForm
from ladder_app.gui.document import Document
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.plan_page import PlanPage
from ladder_app.gui.plan_rows import ActionRow, GapRow, MoreRow, Part, PartRow
from ladder_app.gui.served_gaps import ServedGaps
from ladder_app.gui.theme import Theme
from tests.gui.hands import cut_texts, press, pressable, texts, write
from tests.gui.staging import document_without_criteria, long_document, put_action, unrated_document

BUDGET = "budget-and-resources"
CULTURE = "continuous-improvement"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, document: Document) -> PlanPage:
    return shown(qtbot, theme, document)


def shown(qtbot: QtBot, theme: Theme, document: Document, width: int = 1100) -> PlanPage:
    made = PlanPage(document, theme)
    made.resize(width, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def keys(page: PlanPage) -> list[str]:
    return [row.key for row in page.model.rows]


def action_in(document: Document, action_id: str) -> Action:
    return next(action for action in document.assessment.cycle.actions if action.id == action_id)


def entry(window: MainWindow, words: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text().replace("&", "") == words)


def form_in(page: PlanPage) -> ActionForm:
    QApplication.processEvents()
    return next(form for form in page.findChildren(ActionForm) if form.isVisible())


def test_that_no_row_is_cut_where_only_the_width_changes(page: PlanPage) -> None:
    for width in (420, 900, 420):
        page.view.resize(width, page.view.height())
        QApplication.processEvents()
        for position in range(page.model.rowCount() - 1):
            index, below = page.model.index(position), page.model.index(position + 1)
            room = page.view.visualRect(below).top() - page.view.visualRect(index).top()
            assert room == page.view.sizeHintForIndex(index).height()


def test_that_the_page_says_what_the_focus_comes_to_and_why_each_is_in_it(page: PlanPage) -> None:
    assert any(text.startswith("72\u00a0% today, 78\u00a0% once these three are done") for text in texts(page))
    rows = [row for row in page.model.rows if isinstance(row, ActionRow)]
    assert [row.action.id for row in rows] == ["own-the-tooling-budget", "own-the-strategy", "two-more-talks"]
    assert rows[0].why == "Nothing else in the plan adds more: closing this gap adds 2.8 points to readiness."
    assert rows[0].effect == "72\u00a0%\u00a0→\u00a075\u00a0%"


def test_that_gaps_without_an_action_offer_one(page: PlanPage) -> None:
    gaps = {row.criterion_id: row for row in page.model.rows if isinstance(row, GapRow)}
    assert gaps[CULTURE].offers
    assert gaps[CULTURE].small[-1].text == "no action yet"
    years = next(row for row in gaps.values() if not row.offers)
    assert years.small[-1].text == "time closes it on 1 Feb 2028"


def test_that_an_action_is_added_for_a_gap_and_undone(page: PlanPage, document: Document) -> None:
    page.view.show_key(f"gap {CULTURE}")
    page.add_action()
    form = form_in(page)
    assert page.focusWidget() is form.text
    write(form.text, "Hold a review every month.")
    write(form.helper, "Sample Peer")
    form.keep()
    made = document.assessment.cycle.actions[-1]
    assert (made.criteria, made.helper) == ((CULTURE,), "Sample Peer")
    assert f"gap {CULTURE}" not in keys(page)
    current = page.view.current_row()
    assert current is not None
    assert current.key == f"action {made.id}"
    assert not page.panel.isVisible()
    document.undo_stack.undo()
    assert f"gap {CULTURE}" in keys(page)


def test_that_space_says_done_and_again_open(page: PlanPage, document: Document) -> None:
    page.view.show_key("action own-the-strategy")
    press(page.view, Qt.Key.Key_Space)
    done = action_in(document, "own-the-strategy")
    assert (done.status, done.done_on) == (ActionStatus.DONE, document.today)
    assert document.undo_stack.undoText() == "action done"
    assert "action own-the-strategy" not in keys(page)
    page.view.show_key("part ENDED")
    press(page.view, Qt.Key.Key_Return)
    assert "action own-the-strategy" in keys(page)
    page.view.show_key("action own-the-strategy")
    page.tick_current()
    assert action_in(document, "own-the-strategy").status is ActionStatus.OPEN
    assert action_in(document, "own-the-strategy").done_on is None


def test_that_return_edits_and_a_form_left_open_is_kept(page: PlanPage, document: Document) -> None:
    page.view.show_key("action two-more-talks")
    press(page.view, Qt.Key.Key_Return)
    form = form_in(page)
    form.text.setPlainText("Give three talks.")
    page.keep_everything()
    assert action_in(document, "two-more-talks").text == "Give three talks."
    press(page.view, Qt.Key.Key_Return)
    press(form_in(page).text, Qt.Key.Key_Escape)
    assert action_in(document, "two-more-talks").text == "Give three talks."
    QApplication.processEvents()
    assert page.focusWidget() is page.view


def test_that_an_action_is_removed_and_comes_back_as_the_current_one(page: PlanPage, document: Document) -> None:
    page.view.show_key("action own-the-strategy")
    page.remove_current()
    assert "action own-the-strategy" not in keys(page)
    document.undo_stack.undo()
    current = page.view.current_row()
    assert current is not None
    assert current.key == "action own-the-strategy"


def test_that_the_box_is_clicked_and_the_offer_too(page: PlanPage, document: Document) -> None:
    page.view.scrollToTop()
    place = page.view.visualRect(page.model.index_of("action own-the-tooling-budget"))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(20, 20))
    assert action_in(document, "own-the-tooling-budget").status is ActionStatus.DONE
    index = page.model.index_of(f"gap {CULTURE}")
    page.view.scrollTo(index)
    place = page.view.visualRect(index)
    middle = QPoint(place.left() + page.view.width() - 100, place.center().y())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert form_in(page).entry is None


def test_that_what_is_overdue_is_said_calmly(qtbot: QtBot, theme: Theme, document: Document) -> None:
    late = action_in(document, "two-more-talks").model_copy(update={"due": date(2026, 11, 3)})
    put_action(document, late)
    page = shown(qtbot, theme, document)
    first = page.model.rows[1]
    assert isinstance(first, ActionRow)
    assert first.action.id == "two-more-talks"
    assert (first.small[0].text, first.small[0].tone) == ("Was due 3 Nov", "warn")
    assert first.why.startswith("First because its day has passed;")


def test_that_an_action_whose_gap_is_closed_is_shown_as_such(page: PlanPage, document: Document) -> None:
    document.rate(BUDGET, Rating(step=3))
    row = next(row for row in page.model.rows if row.key == "action own-the-tooling-budget")
    assert isinstance(row, ActionRow)
    assert row.small[-1].text == "what it is about is met by now"
    assert Part.IDLE in [row.part for row in page.model.rows if isinstance(row, PartRow)]


def test_that_a_page_without_gaps_says_so(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme, unrated_document())
    assert "Nothing is rated yet" in texts(page)
    with qtbot.waitSignal(page.criterion_activated):
        pressable(page, "Rate the first criterion").click()
    empty = shown(qtbot, theme, document_without_criteria())
    assert "There is nothing to plan for" in texts(empty)
    assert empty.view.current_row() is None
    for act in (empty.edit_current, empty.tick_current, empty.add_action, empty.remove_current):
        act()


def test_that_two_hundred_criteria_and_as_many_actions_have_five_in_focus(qtbot: QtBot, theme: Theme) -> None:
    document = long_document()
    page = shown(qtbot, theme, document)
    more = page.model.rows[-1]
    assert isinstance(more, MoreRow)
    assert more.text == "Show all 80 gaps"
    page.view.show_key(more.key)
    press(page.view, Qt.Key.Key_Return)
    assert sum(isinstance(row, GapRow) for row in page.model.rows) == 80
    about = document.assessment
    for place in range(200):
        due = document.today + timedelta(days=40 * place)
        about = about.with_action(Action(id=f"a{place}", text="Do it.", due=due, criteria=(f"c{place}",)))
    document.adopt(about, "many")
    rows = page.model.rows
    parts = [place for place, row in enumerate(rows) if isinstance(row, PartRow)]
    assert parts[1] - parts[0] - 1 == 5


def test_that_a_narrow_page_shows_the_list_or_the_form(qtbot: QtBot, theme: Theme, document: Document) -> None:
    page = shown(qtbot, theme, document, width=560)
    page.edit_current()
    QApplication.processEvents()
    assert page.panel.width() == 560
    assert not page.view.isVisible()
    form_in(page).abandon()
    assert page.view.isVisible()
    assert cut_texts(page) == []


def test_that_nothing_is_changed_where_nothing_may_be(page: PlanPage, document: Document) -> None:
    document.forbid_edits("It is open elsewhere.")
    page.edit_current()
    page.add_action()
    page.tick_current()
    assert not page.panel.is_editing
    assert document.undo_stack.count() == 0


def test_that_keys_work_from_the_menu_on_this_page_alone(window: MainWindow, sample_file: Path, tmp_path: Path) -> None:
    window.open_path(sample_file)
    window.show_page(Page.PLAN)
    assert window.workspace is not None
    page = window.workspace.plan
    assert page is not None
    QApplication.processEvents()
    before = page.view.current_row()
    entry(window, "Next action or gap").trigger()
    after = page.view.current_row()
    assert before is not None
    assert after is not None
    assert before.key != after.key
    assert entry(window, "Remove action").isEnabled()
    entry(window, "Action done, or open again").trigger()
    assert window.document is not None
    assert window.document.undo_stack.undoText() == "action done"
    window.files.plan.write_to(".ics", tmp_path / "plan")
    assert (tmp_path / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    window.files.plan.write_to(".ics", tmp_path / "plan.md")
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("# Plan for")
    page.edit_current()
    form_in(page).text.setPlainText("Changed.")
    window.show_page(Page.READINESS)
    assert not entry(window, "Remove action").isEnabled()
    assert any(action.text == "Changed." for action in window.document.assessment.cycle.actions)


def test_that_every_row_is_spoken(page: PlanPage) -> None:
    said = [str(page.model.data(page.model.index(place), Qt.ItemDataRole.AccessibleTextRole)) for place in range(8)]
    assert said[0] == "In focus"
    assert said[1].startswith("Action: Plan the tooling budget")
    assert "For: Manage the Engineering Productivity team's budget and resources" in said[1]
    assert "Gap: Experience building and managing budgets." in said[5]
    last = page.model.index(page.model.rowCount() - 1)
    assert page.model.data(last, Qt.ItemDataRole.AccessibleTextRole) == "Done and dropped, one, folded"


def test_that_an_action_is_put_to_another_gap_too_and_taken_off_again(page: PlanPage, document: Document) -> None:
    page.view.show_key("action two-more-talks")
    page.edit_current()
    (served,) = page.panel.findChildren(ServedGaps)
    offered = [served.others.itemText(place) for place in range(served.others.count())]
    place = next(i for i, text in enumerate(offered) if text.startswith("Drive a culture"))
    served.others.setCurrentIndex(place)
    served.others.activated.emit(place)
    form_in(page).keep()
    assert action_in(document, "two-more-talks").criteria == ("presentations", CULTURE)
    assert f"gap {CULTURE}" not in keys(page)
    page.view.show_key("action two-more-talks")
    page.edit_current()
    (served,) = [each for each in page.panel.findChildren(ServedGaps) if each.isVisibleTo(page)]
    cross = next(c for c in served.findChildren(QAbstractButton) if c.accessibleName().startswith("Not for: Drive"))
    cross.click()
    form_in(page).keep()
    assert action_in(document, "two-more-talks").criteria == ("presentations",)
