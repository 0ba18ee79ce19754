"""Names and figures are no criteria; headings of tables are one level however its number is written."""

import pytest

from ladder_app.importers.level_names import same_but_for_code
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.sources import import_text
from tests.importers.pages import places, rungs


def _texts(found: Imported) -> dict[str, list[str]]:
    assert found.role is not None
    return {level.title: [c.text for _, c in level.criteria()] for level in found.role.levels}


def test_that_a_list_of_the_areas_is_no_list_of_criteria() -> None:
    page = "# Weaving\n\n## What we expect: responsibilities\n\n- Looms\n- Yarn\n\n"
    page += "| Skill | Junior Weaver | Senior Weaver |\n|---|---|---|\n"
    page += "| Looms | Sets up looms | Builds looms |\n| Yarn | Spins the yarn | Dyes the yarn |\n"
    found = import_markdown(page, "mill")
    assert _texts(found) == {
        "Junior Weaver": ["Sets up looms", "Spins the yarn"], "Senior Weaver": ["Builds looms", "Dyes the yarn"],
    }  # fmt: skip
    assert found.role is not None
    assert "Looms\n\nYarn" in [note.text for note in found.role.notes]
    assert places(found)[5] is Place.NOTE
    assert not any(level.extends for level in found.role.levels)


def test_that_figures_beside_levels_are_no_criteria() -> None:
    text = "- role: Weaver's helper\n  desc: Carries the yarn to looms\n  height: 100\n"
    text += "- role: Master weaver\n  desc: Builds all of the looms\n  height: 140\n"
    found = import_text(text, "mill")
    assert not [text for texts in _texts(found).values() for text in texts if text.isdigit()]


def test_that_names_stay_where_nothing_else_is_there() -> None:
    page = "# Weaver\n\n## Responsibilities\n\n- 1\n- 2\n"
    assert [level.duties for level in rungs(page)] == [["1", "2"]]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("In the application process the following skills will be looked at, but do not worry", Topic.REQUIREMENT),
        ("You are good at it with the following experience in weaving or dyeing of yarn", Topic.REQUIREMENT),
        ("We grow. If you don't already have the following skills, you will learn them here", Topic.PLUS),
        ("At the mill you will take on the following duties and others as they come", Topic.RESPONSIBILITY),
        ("Will face one of this Test Task", Topic.HIRING),
        ("Take-home assignment", Topic.HIRING),
        ("Test cases", Topic.NAME),
        ("Following up", Topic.NAME),
    ],
)
def test_that_sentences_and_tests_as_headings_say_what_follows(heading: str, topic: Topic) -> None:
    assert meaning(heading).topic is topic


@pytest.mark.parametrize(
    ("name", "others", "found"),
    [
        ("Weaver L6", ["Weaver Level 6", "Weaver Level 7"], 0),
        ("Senior Weaver L8", ["Weaver Level 6", "Senior Weaver"], 1),
        ("Weaver L6", ["Weaver Level 7", "Weaver Level 8"], None),
        ("Weaver", ["Weaver 1", "Weaver 2"], None),
        ("Senior Weaver", ["Weaver"], None),
        ("L6", ["Level 6"], None),
    ],
)
def test_that_names_are_the_same_but_for_their_code(name: str, others: list[str], found: int | None) -> None:
    assert same_but_for_code(name, others) == found


@pytest.mark.parametrize(
    "heads", [("Weaver L6", "Weaver L7", "Senior Weaver L8"), ("Weaver 6", "Weaver 7", "Senior Weaver")]
)
def test_that_a_second_table_with_levels_written_otherwise_is_of_the_same_levels(heads: tuple[str, ...]) -> None:
    def table(names: tuple[str, ...], what: str) -> str:
        cells = " | ".join(f"{what} of kind {i}" for i in range(len(names)))
        return f"| | {' | '.join(names)} |\n|---|---|---|---|\n| 1 | {cells} |\n| 2 | {cells} too |\n\n"

    page = "# Weaving\n\n## Duties\n\n" + table(("Weaver Level 6", "Weaver Level 7", "Senior Weaver"), "Weaves cloth")
    found = import_markdown(page + "## Skills\n\n" + table(heads, "Knows looms"), "mill")
    assert found.role is not None
    assert [(level.title, len(list(level.criteria()))) for level in found.role.levels] == [
        ("Weaver Level 6", 4), ("Weaver Level 7", 4), ("Senior Weaver", 4),
    ]  # fmt: skip
    asked = [q.message for q in found.questions if "is it the same level?" in q.message]
    assert len(asked) == sum(" L" in head for head in heads)
    assert not found.role.areas


def test_that_a_heading_over_a_table_of_levels_is_no_level() -> None:
    page = "# Weaving\n\n## Individual Contributors\n\nWho weaves.\n\n### In short\n\n- Weaver 1: learns how to weave\n"
    page += "- Weaver 2: teaches others how to weave\n\n### Looms\n\n"
    page += (
        "| Loom | Weaver 1 | Weaver 2 |\n|---|---|---|\n| Use | Sets it up | Mends it well |\n\n## Managers\n\nNo.\n"
    )
    assert [level.title for level in rungs(page)] == ["Weaver 1", "Weaver 2"]


@pytest.mark.parametrize("before", ["Menu", "Appendix", "Table of contents", "Skip to main content"])
def test_that_the_title_is_not_taken_from_what_stands_around_a_page(before: str) -> None:
    page = f"<html><body><nav><h1>{before}</h1></nav><h1>Senior Weaver</h1><h2>Responsibilities</h2>"
    page += "<ul><li>Weaves cloth</li><li>Mends looms</li></ul></body></html>"
    found = import_markdown(page, "mill")
    assert found.role is not None
    assert found.role.title == "Senior Weaver"
