"""Ladders written oddly: tight headings, counted ones, lines with colons, steps between levels, rows by grade."""

import pytest

from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, role_of, rungs, table


def _titles(page: str) -> list[str]:
    role = import_text(page, "x").role
    assert role is not None
    return [level.title for level in role.levels]


def test_that_headings_without_a_blank_are_headings() -> None:
    page = "#Ladder\n\n##Junior Weaver\n* Weaves\n* Asks\n\n##Senior Weaver\n* Draws designs\n* Answers\n"
    assert role_of(page).title == "Ladder"
    assert _titles(page) == ["Junior Weaver", "Senior Weaver"]


def test_that_a_word_behind_a_cross_is_text() -> None:
    page = "# Baker\n\n## Requirements\n\n- Knows rye.\n\n#baking\n"
    assert [one.title for one in rungs(page)] == ["Baker"]


@pytest.mark.parametrize("count", ["{n}. ", "3.{n} ", "{letter}. ", "{letter}) "])
def test_that_what_counts_a_heading_is_no_part_of_a_level_s_name(count: str) -> None:
    page = "# Mill\n\n"
    for n, name in enumerate(("Junior Miller", "Senior Miller"), 1):
        page += f"## {count.format(n=n, letter='AB'[n - 1])}{name}\n\n- Grinds as {name}.\n- Sweeps.\n\n"
    assert _titles(page) == ["Junior Miller", "Senior Miller"]


def test_that_prose_under_the_same_counted_heading_of_each_level_is_asked() -> None:
    page = "# Mill\n\n"
    for n, name in enumerate(("Junior", "Senior"), 1):
        page += f"## {n}. {name}\n\n### {n}.1 Knowledge\n\nKnows corn.\n\n### {n}.2 Work\n\nGrinds as {name}.\n\n"
    assert [one.duties for one in rungs(page)] == [["Grinds as Junior."], ["Grinds as Senior."]]


def test_that_lines_with_colons_under_a_heading_tell_of_levels() -> None:
    page = "# SDE levels\n\nSDE I: Works on small features under guidance.\n\n"
    page += "SDE II: Works on features of all sizes alone.\n\nSDE III: Leads projects and sets the direction.\n"
    assert _titles(page) == ["SDE I", "SDE II", "SDE III"]


@pytest.mark.parametrize("between", ["→", "->", "to"])
def test_that_steps_from_one_level_to_another_are_asked_about(between: str) -> None:
    page = f"# Paths\n\n## Engineer {between} Senior Engineer\n\n- Led a project.\n- Taught.\n\n"
    page += f"## Senior Engineer {between} Staff Engineer\n\n- Led several.\n- Changed the way we work.\n"
    asked = [question for question in doubts(import_text(page, "x")) if question.asks is Asks.LEVELS]
    assert len(asked) == 1
    assert "lead from one level to another" in asked[0].message


def test_that_rows_by_grade_are_levels_by_their_titles() -> None:
    rows = table(
        "Grade|Job title|Education|Key duties",
        "4|Office Assistant|Secondary school|Files the papers",
        "5|Office Manager|A degree in anything|Leads the office",
    )
    found = rungs(f"# Grade structure\n\n{rows}")
    assert [(one.title, one.grade, one.duties) for one in found] == [
        ("Office Assistant", 4, ["Files the papers"]),
        ("Office Manager", 5, ["Leads the office"]),
    ]


def test_that_a_table_of_levels_under_a_title_is_asked_about() -> None:
    page = "# Ladders\n\n"
    for name, code in (("Developer", "D"), ("Tech Lead", "T")):
        rows = table("Level|Technology|People", f"{code}|Adopts|Learns", f"{code}{code}|Creates|Leads")
        page += f"## {name}\n\n{rows}\n"
    asked = doubts(import_text(page, "x"))
    assert [question.asks for question in asked] == [Asks.LEVELS] * 2
    assert "headed by “Level”" in asked[0].message


def test_that_what_stands_over_a_table_of_levels_is_a_note() -> None:
    page = "# Behaviours\n\n"
    for area in ("Ownership", "Curiosity"):
        rows = table("Junior|Senior", f"{area} of tasks|{area} of systems", f"Shows {area}|Teaches {area}")
        page += f"## {area}\n\n*Is there for it.*\n\n{rows}\n"
    role = role_of(page)
    assert [len(list(level.criteria())) for level in role.levels] == [4, 4]
    assert not any("Is there" in c.text for level in role.levels for _, c in level.criteria())


@pytest.mark.parametrize("top", ["", "<h1>Mill</h1>\n"])
def test_that_a_document_without_a_heading_over_all_is_called_by_its_title(top: str) -> None:
    page = f"<!doctype html>\n<html><head>\n<title>Weavers &amp; more</title>\n</head><body>\n{top}"
    for name in ("Junior Weaver", "Senior Weaver"):
        page += f"<h2>{name}</h2>\n<ul><li>Weaves as {name}</li><li>Mends</li></ul>\n"
    found = import_text(page + "</body></html>\n", "x")
    assert found.role is not None
    assert found.role.title == ("Mill" if top else "Weavers & more")
    assert [level.title for level in found.role.levels] == ["Junior Weaver", "Senior Weaver"]
    assert not found.questions
