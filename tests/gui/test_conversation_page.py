"""The Conversation page: both views, what is agreed, the agenda, and the whole."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ladder_app.charts.percent import percent
from ladder_app.domain.agenda import agenda
from ladder_app.domain.assessment import Assessment
from ladder_app.domain.comparison import compared, seen_differently
from ladder_app.domain.cycle import Agreed, Conversation, Review
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED
from ladder_app.domain.readiness import readiness
from ladder_app.gui.conversation_page import ConversationPage
from ladder_app.gui.conversation_rows import Tab
from ladder_app.gui.document import Document
from ladder_app.gui.main_window import MainWindow
from ladder_app.gui.pages import Page
from ladder_app.gui.theme import Theme
from tests.gui.conftest import TODAY
from tests.gui.hands import click, cut_texts, press, pressable, texts, write
from tests.gui.staging import long_document, unrated_document

MANAGER = "Sample Manager"


@pytest.fixture
def shown(window: MainWindow, sample: Assessment) -> MainWindow:
    window.activateWindow()
    QApplication.processEvents()
    window.show_document(sample, None)
    window.show_page(Page.CONVERSATION)
    return window


@pytest.fixture
def page(shown: MainWindow) -> ConversationPage:
    assert shown.workspace is not None
    found = shown.workspace.conversation
    assert found is not None
    return found


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def seen(widget: QWidget) -> list[str]:
    """What is said, once what was made just now is shown."""
    QApplication.processEvents()
    return texts(widget)


def alone(qtbot: QtBot, theme: Theme, document: Document) -> ConversationPage:
    made = ConversationPage(document, theme)
    qtbot.addWidget(made)
    made.resize(1100, 740)
    made.show()
    qtbot.waitExposed(made)
    return made


def reviewed_long_document(count: int) -> Document:
    before = long_document(count).assessment
    for criterion in before.role.levels[0].responsibilities:
        before = before.rated(criterion.id, Rating(step=3))
    theirs = {name: Rating(step=place % 3) for place, name in enumerate(before.cycle.ratings)}
    review = Review(reviewer=MANAGER, date=TODAY, ratings=theirs, comments=dict.fromkeys(theirs, "Let us talk. " * 9))
    return Document(before.with_cycle(reviews=(review,)), None, TODAY)


def test_that_the_tabs_list_what_the_domain_compares(shown: MainWindow, page: ConversationPage) -> None:
    document = document_of(shown)
    found = compared(document.target, document.assessment.cycle, MANAGER)
    assert page.model.row_keys() == [item.criterion.id for item in found.apart]
    assert pressable(page, f"Differences {len(found.apart)}").isChecked()
    seen = []
    for tab in (Tab.DIFFERENCES, Tab.SAME, Tab.NOT_REVIEWED):
        page.head.choose(tab)
        seen += page.model.row_keys()
    assert sorted(seen) == sorted(item.criterion.id for item in found.criteria)
    page.head.choose(Tab.AGENDA)
    points = agenda(document.assessment, document.readiness, TODAY).points
    assert page.model.row_keys() == [point.criterion.id for point in points]


def test_that_the_list_is_a_proper_model(page: ConversationPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call] # it has none
    page.head.choose(Tab.AGENDA)
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call] # it has none
    spoken = page.model.data(page.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert MANAGER in spoken
    assert "agreed:" in spoken


def test_that_the_sidebar_says_how_many_are_seen_differently(shown: MainWindow, page: ConversationPage) -> None:
    assert shown.workspace is not None
    document = document_of(shown)
    button = pressable(shown.workspace.sidebar, "Conversation")
    assert button.accessibleDescription() == str(len(seen_differently(document.target, document.assessment.cycle)))
    name = page.model.row_keys()[0]
    theirs = document.comparison(MANAGER).criteria
    document.rate(name, next(item.theirs for item in theirs if item.criterion.id == name))
    assert button.accessibleDescription() == "4"
    assert name not in page.model.row_keys()


def test_that_digits_record_what_is_agreed_and_every_edit_can_be_undone(
    shown: MainWindow, page: ConversationPage
) -> None:
    document = document_of(shown)
    name = page.current_criterion()
    assert name is not None
    before = document.assessment
    press(page.view, Qt.Key.Key_2)
    assert document.assessment.cycle.agreed[name] == Agreed(rating=Rating(step=2))
    assert document.undo_stack.undoText() == "agreed rating 2"
    assert page.model.row(0).agreed == "2 Growing"
    assert document.assessment.cycle.ratings == before.cycle.ratings
    press(page.view, Qt.Key.Key_N)
    assert not document.assessment.cycle.agreed[name].rating.applies  # type: ignore[union-attr] # recorded just now
    press(page.view, Qt.Key.Key_Backspace)
    assert name not in document.assessment.cycle.agreed
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.assessment == before
    assert page.model.row(0).agreed == "open"


def test_that_moving_goes_through_the_list_and_u_to_what_is_still_open(page: ConversationPage) -> None:
    ids = page.model.row_keys()
    press(page.view, Qt.Key.Key_J)
    assert page.current_criterion() == ids[1]
    assert page.card.criterion_id == ids[1]
    press(page.view, Qt.Key.Key_K)
    press(page.view, Qt.Key.Key_U)
    current = page.current_criterion()
    assert current != ids[0]
    row = next(page.model.row(place) for place, name in enumerate(ids) if name == current)
    assert not row.is_agreed


def test_that_what_was_agreed_is_written_and_kept_on_moving_on(shown: MainWindow, page: ConversationPage) -> None:
    document = document_of(shown)
    name = page.current_criterion()
    assert name is not None
    press(page.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "You run the next one, N of 2.")
    press(field, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    press(page.view, Qt.Key.Key_J)
    assert document.assessment.cycle.agreed[name] == Agreed(text="You run the next one, N of 2.")
    assert document.undo_stack.undoText() == "what was agreed"


def test_that_the_details_show_both_texts_and_no_private_note_before_it_is_asked_for(
    shown: MainWindow, page: ConversationPage
) -> None:
    document = document_of(shown)
    cycle = document.assessment.cycle
    name = next(name for name in page.model.row_keys() if name in cycle.notes)
    page.view.show_key(name)
    said = seen(page.card)
    assert any(words.startswith("Sample Engineer –") for words in said)
    assert any(words.startswith("Sample Manager –") for words in said)
    assert cycle.notes[name] not in said
    click(pressable(page.card, "Show the private note"))
    assert cycle.notes[name] in seen(page.card)
    page.step_by(1)
    page.view.show_key(name)
    assert cycle.notes[name] not in seen(page.card)


def test_that_readiness_is_shown_as_each_sees_it_and_follows_what_is_agreed(
    shown: MainWindow, page: ConversationPage
) -> None:
    document = document_of(shown)
    for rater in ("self", MANAGER, AGREED):
        figures = readiness(document.assessment, rater=rater).figures
        assert percent(figures.shown) in seen(page.views)
    press(page.view, Qt.Key.Key_3)
    figures = readiness(document.assessment, rater=AGREED).figures
    assert document.readiness_for(document.target.level.id, AGREED).figures == figures
    assert percent(figures.shown) in seen(page.views)


def test_that_points_of_the_agenda_are_ticked_off_with_space_and_with_the_mouse(
    shown: MainWindow, page: ConversationPage
) -> None:
    document = document_of(shown)
    page.head.choose(Tab.AGENDA)
    page.view.show_key(page.model.agenda.open[0].criterion.id)
    name = page.current_criterion()
    assert name is not None
    before = document.assessment.cycle.conversation.discussed
    open_before = len(page.model.agenda.open)
    press(page.view, Qt.Key.Key_Space)
    assert document.assessment.cycle.conversation.discussed == {**before, name: TODAY}
    assert document.undo_stack.undoText() == "tick off"
    assert pressable(page.head, "Agenda").text() == f"Agenda {open_before - 1}"
    assert page.current_criterion() == name
    click(pressable(page.card, "Talked about"))
    assert document.assessment.cycle.conversation.discussed == before


def test_that_the_whole_has_the_overall_comments_a_summary_and_the_day(
    shown: MainWindow, page: ConversationPage
) -> None:
    document = document_of(shown)
    document.adopt(document.assessment.with_cycle(conversation=Conversation()), "nothing yet")
    page.head.choose(Tab.WHOLE)
    overall = document.assessment.cycle.reviews[0].overall
    assert overall in seen(page.whole)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "One step up in spring.")
    click(pressable(page.whole, "The conversation was held on"))
    page.keep_everything()
    talk = document.assessment.cycle.conversation
    assert (talk.summary, talk.held) == ("One step up in spring.", TODAY)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.assessment.cycle.conversation.held is None
    assert document.assessment.cycle.conversation.summary is None


def test_that_the_buttons_take_in_a_review_and_export(shown: MainWindow, page: ConversationPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.taking_wanted):
        click(pressable(page.head, "Take in a review"))
    dialog = next(d for d in shown.findChildren(QFileDialog) if d.isVisible())
    dialog.reject()
    with qtbot.waitSignal(page.plan_wanted):
        click(pressable(page.views, "Open the plan"))
    assert shown.workspace is not None
    assert shown.workspace.page is not Page.CONVERSATION


def test_that_without_a_review_the_ways_to_one_are_explained(qtbot: QtBot, theme: Theme, sample: Assessment) -> None:
    page = alone(qtbot, theme, Document(sample.with_cycle(reviews=()), None, TODAY))
    assert page.ways.isVisible()
    with qtbot.waitSignal(page.export_wanted) as asked:
        click(pressable(page.ways, "Export the form"))
    assert asked.args == ["fillable"]
    with qtbot.waitSignal(page.taking_wanted):
        click(pressable(page.ways, "Take in a review"))
    assert not any("Rate the first" in button for button in seen(page.ways))
    page.head.choose(Tab.AGENDA)
    assert page.model.rowCount()
    assert not page.ways.isVisible()


def test_that_without_ratings_rating_comes_first(qtbot: QtBot, theme: Theme) -> None:
    page = alone(qtbot, theme, unrated_document())
    with qtbot.waitSignal(page.criterion_activated):
        click(pressable(page.ways, "Rate the first criterion"))
    page.head.choose(Tab.AGENDA)
    assert any("Nothing is on the agenda" in words for words in seen(page))


def test_that_a_review_without_differences_says_so(qtbot: QtBot, theme: Theme, sample: Assessment) -> None:
    review = Review(reviewer=MANAGER, date=TODAY, ratings=sample.cycle.ratings)
    page = alone(qtbot, theme, Document(sample.with_cycle(reviews=(review,)), None, TODAY))
    assert any("Nothing is seen differently." in words for words in seen(page))
    assert not page.view.isVisible()
    for width in (1100, 430):
        page.resize(width, 500)
        QApplication.processEvents()
        assert cut_texts(page) == []


def test_that_the_reviewer_is_chosen_where_there_are_several(qtbot: QtBot, theme: Theme, sample: Assessment) -> None:
    peer = Review(reviewer="Sample Peer", date=date(2026, 11, 1), ratings={"recruit-talent": Rating(step=0)})
    page = alone(qtbot, theme, Document(sample.with_cycle(reviews=(*sample.cycle.reviews, peer)), None, TODAY))
    assert page.model.review is not None
    assert page.model.review.reviewer == MANAGER
    page.head._reviewers.setCurrentIndex(1)
    page.head._reviewers.activated.emit(1)
    assert page.model.review.reviewer == "Sample Peer"
    assert page.model.row_keys() == ["recruit-talent"]
    assert any(words.startswith("Sample Manager –") for words in seen(page.card))


@pytest.mark.parametrize("count", [1, 24, 200])
def test_that_any_number_of_differences_is_shown_with_no_text_cut(qtbot: QtBot, theme: Theme, count: int) -> None:
    page = alone(qtbot, theme, reviewed_long_document(count))
    assert page.model.rowCount() == count
    for size in ((1100, 740), (850, 580), (430, 500)):
        page.resize(*size)
        QApplication.processEvents()
        assert cut_texts(page) == []
    assert page.view.maximumHeight() > 0


def test_that_a_row_says_that_there_is_a_comment_without_a_rating(
    qtbot: QtBot, theme: Theme, sample: Assessment
) -> None:
    review = Review(reviewer=MANAGER, date=TODAY, comments={"recruit-talent": "Seen twice."})
    page = alone(qtbot, theme, Document(sample.with_cycle(reviews=(review,), agreed={}), None, TODAY))
    page.head.choose(Tab.NOT_REVIEWED)
    place = page.model.row_keys().index("recruit-talent")
    said = [page.model.data(page.model.index(i), Qt.ItemDataRole.AccessibleTextRole) for i in (place, place - 1)]
    assert said[0].endswith(f"{MANAGER}: a comment, no rating")
    assert not said[1].endswith("a comment, no rating")


def test_that_a_read_only_file_takes_no_agreement(shown: MainWindow, page: ConversationPage) -> None:
    document = document_of(shown)
    before = document.assessment
    document.forbid_edits("looked at only")
    assert shown.workspace is not None
    again = shown.workspace.conversation
    assert again is not None
    again.rate_current(Rating(step=1))
    assert document.assessment is before
    assert page is not again


def test_that_a_read_only_file_without_a_review_offers_no_way_to_one(
    qtbot: QtBot, theme: Theme, sample: Assessment
) -> None:
    document = Document(sample.with_cycle(reviews=()), None, TODAY)
    document.forbid_edits("closed")
    page = alone(qtbot, theme, document)
    assert not [b for b in page.ways.findChildren(QPushButton) if b.isVisible()]
    assert not pressable(page.head, "Take in a review").isEnabled()
