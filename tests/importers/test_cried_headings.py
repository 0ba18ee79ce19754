"""Lines of capitals as headings, lines that stand alone under a title, and levels that are told of twice."""

import pytest

from ladder_app.domain.role import Kind
from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import Rung, doubts, places, role_of, rungs, table


def test_that_lines_of_capitals_name_levels_and_kinds() -> None:
    page = "# Bakery\n\n"
    for name in ("BAKER I", "BAKER II"):
        page += f"{name}\n\nDUTIES\n\n- Bakes for {name}.\n- Sweeps.\n\nREQUIREMENTS:\n\n- Knows {name}.\n\n"
    assert rungs(page) == [
        Rung(name, None, [f"Bakes for {name}.", "Sweeps."], [f"Knows {name}."]) for name in ("BAKER I", "BAKER II")
    ]


@pytest.mark.parametrize("line", ["NOTE WELL, BAKERS.", "CEO", "WE BAKE BREAD AND NOTHING ELSE HERE AT ALL EVER"])
def test_that_other_capitals_are_text(line: str) -> None:
    page = f"# Baker\n\n## Responsibilities\n\n- Bakes.\n\n{line}\n\n- Sweeps.\n"
    assert rungs(page)[0].duties == ["Bakes.", "Sweeps."]


def test_that_lines_over_lists_head_them_on_a_page_with_a_title_alone() -> None:
    page = "# Bakery ladder\n\nJunior Baker\n\nDuties\n\n- Bakes.\n\nSenior Baker\n\nDuties\n\n- Plans.\n"
    assert [(one.title, one.duties) for one in rungs(page)] == [
        ("Junior Baker", ["Bakes."]),
        ("Senior Baker", ["Plans."]),
    ]


def test_that_a_level_told_of_under_two_headings_by_its_number_is_one() -> None:
    page = "# Librarian I/II\n\n## Description\n\n"
    page += "ASSIGNMENT LEVEL I\n\nShelves what came back.\n\nASSIGNMENT LEVEL II\n\nRuns a branch of it.\n\n"
    page += "## Qualifications\n\nLEVEL I\n\nA degree in reading.\n\nLEVEL II\n\nTwo years of experience.\n"
    role = role_of(page)
    assert [level.title for level in role.levels] == ["ASSIGNMENT LEVEL I", "ASSIGNMENT LEVEL II"]
    assert [[(kind, c.text) for kind, c in level.criteria()] for level in role.levels] == [
        [(Kind.RESPONSIBILITY, "Shelves what came back."), (Kind.REQUIREMENT, "A degree in reading.")],
        [(Kind.RESPONSIBILITY, "Runs a branch of it."), (Kind.REQUIREMENT, "Two years of experience.")],
    ]


def _at_a_glance(*names: str) -> str:
    page = "# Roles of the guild\n\n## At a glance\n\n"
    return page + table("Role|Purpose", *(f"**{name}**|Helps the guild in its very own way" for name in names)) + "\n"


def test_that_headings_which_a_table_names_are_levels_and_those_without_one_are_asked_about() -> None:
    page = _at_a_glance("Helper", "Warden", "Elder")
    for name in ("Warden", "Elder"):
        page += f"## {name}\n\n{name}s look after the hall.\n\n### Responsibilities\n\n- Sweeps for the {name}.\n\n"
    found = import_text(page, "page")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Warden", "Elder"]
    assert [question.asks for question in doubts(found)] == [Asks.LEVELS]
    assert "“Helper”" in doubts(found)[0].message
    assert set(places(found)) == {n for n, line in enumerate(page.split("\n"), 1) if line.strip()}


_LONG = "This page tells of what is done in the hall by those who were asked to, and of what they know, " * 2


def test_that_lines_of_a_paragraph_are_statements_where_no_line_is_broken_for_being_full() -> None:
    needs = "Knows how to sweep the hall and the yard\nReads what hangs on the door"
    page = f"# Warden\n\n{_LONG}\n\n{_LONG}\n\n## Requirements\n\n{needs}\n"
    assert rungs(page)[0].needs == needs.split("\n")
    broken = f"# Warden\n\nWhat is done in the hall.\n\n## Requirements\n\n{needs}\n"
    assert rungs(broken)[0].needs == [needs.replace("\n", " ")]
