import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ladder_app.domain.assessment import new_assessment
from ladder_app.domain.role import Role
from ladder_app.gui.document import Document
from ladder_app.gui.parts import LinkLabel
from ladder_app.gui.role_levels import LevelCard
from ladder_app.gui.role_page import RolePage
from ladder_app.gui.scroll_page import Sheet
from ladder_app.gui.theme import Theme
from ladder_app.storage.roles import find_role
from tests.gui.hands import click, cut_texts, press, pressable, texts
from tests.gui.staging import TODAY, document_with_everything, long_document, sample_document


def shown_page(qtbot: QtBot, document: Document, percent: int = 100) -> RolePage:
    page = RolePage(document, Theme(text_size_percent=percent))
    qtbot.addWidget(page)
    page.resize(848, 582)
    with qtbot.waitExposed(page):
        page.show()
    return page


def software_engineer(current: str | None, target: str) -> Document:
    role = find_role("software-engineer")
    sample = sample_document().assessment
    return Document(new_assessment(role, sample.person, TODAY, current, target, identity="sample"), None, TODAY)


def cards(page: QWidget) -> list[LevelCard]:
    return page.findChildren(LevelCard)


def test_that_current_and_target_stand_side_by_side(qtbot: QtBot) -> None:
    page = shown_page(qtbot, sample_document())
    lower, upper = cards(page)
    assert texts(lower)[0] == "Engineering Manager, Engineering Productivity"
    assert texts(upper)[0] == "Senior Engineering Manager, Engineering Productivity"
    assert lower.geometry().top() == upper.geometry().top()


def test_that_words_say_what_is_new_refined_and_carried_over(qtbot: QtBot) -> None:
    page = shown_page(qtbot, sample_document())
    lower, upper = cards(page)
    said = texts(upper)
    for heading in (
        "+ New at grade 9 (7)",
        "↑ Refined since grade 8 (1)",
        "= Carried over from grade 8 (9)",
        "+ New at grade 9 (3)",
        "↑ Refined since grade 8 (4)",
    ):
        assert heading in said
    assert "Before: “2+ years of experience leading and managing a team.”" in said
    assert "“All of the responsibilities listed for Engineering Productivity Team Manager.”" in said
    assert "People and teams · refined at grade 9" in texts(lower)
    assert "A plus · Delivery and tooling · not asked for at grade 9" in texts(lower)


def test_that_indicators_hiring_and_source_are_there_with_their_links(qtbot: QtBot) -> None:
    page = shown_page(qtbot, sample_document())
    said = texts(page)
    for heading in ("Performance indicators", "Hiring process", "Source", "Licence: CC BY-SA 4.0", "6."):
        assert heading in said
    links = " ".join(label.text() for label in page.findChildren(LinkLabel))
    assert 'href="https://handbook.gitlab.com/handbook/company/team/"' in links
    assert "GitLab.com Availability" in links
    assert any(text.startswith("Measure by tracking the percentage") for text in said)


def test_that_a_link_says_where_it_leads(qtbot: QtBot) -> None:
    page = shown_page(qtbot, sample_document())
    label = next(label for label in page.findChildren(LinkLabel) if "team page" in label.text().replace("\n", " "))
    label.linkHovered.emit("https://example.com/<b>team</b>")
    assert label.toolTip() == "<qt>https://example.com/&lt;b&gt;team&lt;/b&gt;</qt>"
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_that_two_levels_offer_no_choice_and_five_do(qtbot: QtBot) -> None:
    page = shown_page(qtbot, sample_document())
    assert not [box for box in page.findChildren(QComboBox) if box.isVisible()]
    page = shown_page(qtbot, software_engineer("engineer-2", "senior-engineer"))
    assert len([box for box in page.findChildren(QComboBox) if box.isVisible()]) == 2


def test_that_any_two_levels_can_be_compared(qtbot: QtBot) -> None:
    document = software_engineer("engineer-2", "senior-engineer")
    page = shown_page(qtbot, document)
    left, _right = page.findChildren(QComboBox)
    assert left.currentData() == "engineer-2"
    press(left, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(cards(page)) == 2)
    first_title = document.assessment.role.levels[0].title
    assert texts(cards(page)[0])[0] == first_title
    press(left, Qt.Key.Key_Down)
    press(left, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(cards(page)) == 1)


@pytest.mark.parametrize(("current", "target", "left"), [(None, "engineer", "engineer"), (None, "principal", "")])
def test_that_without_a_current_level_the_one_below_is_shown(
    qtbot: QtBot, current: str | None, target: str, left: str
) -> None:
    role = find_role("software-engineer")
    target = role.levels[-1].id if target == "principal" else target
    page = shown_page(qtbot, software_engineer(current, target))
    assert page.findChildren(QComboBox)[0].currentData() == (left or role.levels[-2].id)


def test_that_a_role_of_one_level_stands_alone(qtbot: QtBot) -> None:
    page = shown_page(qtbot, document_with_everything())
    assert len(cards(page)) == 1
    assert any("bread" in text and "&lt;i&gt;rolls&lt;/i&gt;" in text for text in texts(page))


def test_that_many_criteria_are_folded_until_asked_for(qtbot: QtBot) -> None:
    page = shown_page(qtbot, long_document())
    before = len(page.findChildren(QLabel))
    assert before < 60
    click(pressable(page, "Show all 200"))
    assert len(page.findChildren(QLabel)) > 200


def test_that_notes_of_the_source_are_not_dropped(qtbot: QtBot) -> None:
    role = Role.model_validate(
        {
            "id": "r",
            "title": "R",
            "levels": [{"id": "a", "title": "A", "summary": "Level *summary*", "grade_text": "Grade *seven*"}],
            "notes": [{"title": "Career ladder", "text": "The next step is elsewhere."}],
        }
    )
    person = sample_document().assessment.person
    said = texts(shown_page(qtbot, Document(new_assessment(role, person, TODAY, identity="sample"), None, TODAY)))
    assert "Career ladder" in said
    assert "The next step is elsewhere." in said
    assert any("summary" in text for text in said)
    assert any("seven" in text for text in said)


def test_that_the_page_follows_the_profile_once_it_is_looked_at(qtbot: QtBot) -> None:
    document = software_engineer("engineer", "engineer-2")
    page = shown_page(qtbot, document)
    page.hide()
    before = page.widget()
    document.change_profile(document.assessment.person, "engineer-2", "senior-engineer")
    assert page.widget() is before
    page.show()
    assert page.findChildren(QComboBox)[-1].currentData() == "senior-engineer"
    document.undo_stack.undo()
    assert page.findChildren(QComboBox)[-1].currentData() == "engineer-2"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_no_text_is_cut_at_any_text_size(qtbot: QtBot, percent: int) -> None:
    for document in (sample_document(), software_engineer("engineer-2", "senior-engineer")):
        page = shown_page(qtbot, document, percent)

        def everything_fits(page: RolePage = page) -> None:
            assert cut_texts(page) == []
            assert page.findChildren(Sheet)[0].width() == page.viewport().width()

        qtbot.waitUntil(everything_fits)


def test_that_a_word_without_end_is_broken_and_not_cut(qtbot: QtBot) -> None:
    endless = "https://example.com/" + "W" * 300
    level = {"id": "a", "title": endless, "responsibilities": [{"id": "c", "text": f"{endless} and **{endless}**"}]}
    role = Role.model_validate({"id": "r", "title": endless, "areas": {"x": endless}, "levels": [level]})
    person = sample_document().assessment.person
    page = shown_page(qtbot, Document(new_assessment(role, person, TODAY, identity="sample"), None, TODAY))

    def everything_fits() -> None:
        assert cut_texts(page) == []
        right = page.viewport().width()
        for label in page.findChildren(QLabel):
            assert label.minimumSizeHint().width() <= label.width()
            assert label.mapTo(page.viewport(), label.rect().topRight()).x() < right

    qtbot.waitUntil(everything_fits)
