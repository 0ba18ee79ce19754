"""Texts from right to left in the window's sentences."""

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ladder_app.domain.team import View, member
from ladder_app.errors import Problem
from ladder_app.gui.fault_words import fault_words, placed_fault_words
from ladder_app.gui.importing.found_words import in_its_file
from ladder_app.gui.parts import at_left, spans_label, text_label
from ladder_app.gui.team_rows import Column, TeamRow, VerdictFilter, cell_whole, listed
from ladder_app.gui.theme import Theme
from ladder_app.markup import Span, isolated
from ladder_app.report.sentences import level_title, step_name
from tests.report.pdf.material import DAY
from tests.report.pdf.test_isolates import LANGUAGES, about


def places(text: str, *wanted: str) -> list[float]:
    """Where the beginnings of these parts of a line stand, as Qt lays it out."""
    layout = QTextLayout(text, QFont())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    return [line.cursorToX(text.index(part))[0] for part in wanted]  # type: ignore[index]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_qt_sees_a_sentence_in_order(language: str) -> None:
    words = LANGUAGES[language]
    sentence = f"Reviewed by {isolated(words['reviewer'])}, 4 Nov, and 1 more"
    found = places(sentence, "Reviewed", words["reviewer"], "4", "Nov", "1 more")
    assert found == sorted(found)
    assert places(f"Reviewed by {words['reviewer']} 4 Nov", "4")[0] < found[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_step_and_a_level_are_isolated_where_they_are_part_of_more(language: str) -> None:
    words = LANGUAGES[language]
    role = about(words).role
    assert step_name(role.scale, 0) == f"0 \u2068{words['label']}\u2069"
    assert level_title(role.levels[0]) == words["level"]
    assert level_title(role.levels[0].model_copy(update={"grade": 5})) == f"\u2068{words['level']}\u2069, grade 5"


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_what_is_searched_has_no_isolates(language: str) -> None:
    words = LANGUAGES[language]
    one = TeamRow("a.assessment.yaml", member(about(words), DAY))
    assert "\u2068" in cell_whole(one, Column.WAY, View.SELF, DAY)
    assert listed([one], f"{words['level']} →", VerdictFilter.ALL, View.SELF) == [one]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_fault_reads_in_order_wherever_it_is_said(language: str) -> None:
    name = LANGUAGES[language]["person"]
    fault = Problem(f"“{name}” is no level; use 1 or 2.", f"{name}.yaml", 3, 14)
    assert fault_words([fault, fault], "\n") == "\n".join([f"“{isolated(name)}” is no level; use 1 or 2."] * 2)
    said = placed_fault_words(fault)
    found = places(said, name, "3", "14", "is no", "use", "1 or")
    assert found == sorted(found)
    assert placed_fault_words(Problem(fault.message)) == fault_words([fault])
    assert places(in_its_file(fault), "line 3") < places(in_its_file(fault), "is no level")


def inked(label: QLabel) -> tuple[int, int]:
    """From where to where something is drawn in a label."""
    image = label.grab().toImage()
    paper = image.pixel(image.width() - 1, image.height() - 1)
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in range(image.height()))]
    return columns[0], columns[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_name_or_title_from_right_to_left_stands_where_others_stand(
    qtbot: QtBot, theme: Theme, language: str
) -> None:
    name = LANGUAGES[language]["person"]
    linked = (Span(name), Span(" CI", bold=True))
    for label in (at_left(text_label(theme, name)), at_left(spans_label(theme, linked, None))):
        qtbot.addWidget(label)
        label.resize(400, 40)
        assert inked(label)[0] < 20
    paragraph = text_label(theme, name)
    qtbot.addWidget(paragraph)
    paragraph.resize(400, 40)
    assert inked(paragraph)[1] > 380
