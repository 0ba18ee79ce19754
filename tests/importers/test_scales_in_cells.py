"""Grids whose cells are but steps of a scale, and rows under the heads that say more about the levels."""

import pytest

from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, table


def _criteria(page: str) -> list[tuple[str, list[str]]]:
    role = import_text(page, "x").role
    assert role is not None
    return [(level.title, [c.text for _, c in level.criteria()]) for level in role.levels]


@pytest.mark.parametrize(
    "steps",
    [
        ("Basic", "Intermediate", "Advanced"),
        ("aware", "knows", "leads"),
        ("1", "3", "4+"),
        ("Low", "Medium", "High"),
        ("Novice", "Proficient", "Expert"),
    ],
)
def test_that_steps_of_a_scale_are_asked_about_and_are_no_criteria(steps: tuple[str, ...]) -> None:
    low, middle, high = steps
    page = "# Skills\n\n" + table(
        "Skill|Junior Baker|Senior Baker|Bakkery Guru|Head Baker",
        f"Dough|{low}|{middle}|{high}|{high}",
        f"Ovens||{low}|{middle}|{high}",
        f"People|{low}|{low}|{middle}|{high}",
    )
    assert _criteria(page) == [
        ("Junior Baker", ["Dough", "People"]),
        ("Senior Baker", ["Dough", "Ovens", "People"]),
        ("Bakkery Guru", ["Dough", "Ovens", "People"]),
        ("Head Baker", ["Dough", "Ovens", "People"]),
    ]
    found = import_text(page, "x")
    assert [question.asks for question in doubts(found)] == [Asks.LEVELS]
    assert found.role is not None
    assert f"Ovens |  | {low} | {middle} | {high}" in [note.text for note in found.role.notes]


def test_that_a_cell_with_a_sentence_makes_all_of_them_criteria() -> None:
    page = "# Skills\n\n" + table("Skill|Junior|Senior", "Dough|Basic|Kneads alone", "Ovens|Basic|Advanced")
    assert _criteria(page) == [("Junior", ["Basic", "Basic"]), ("Senior", ["Kneads alone", "Advanced"])]


def test_that_cells_of_html_heads_are_heads() -> None:
    def row(*cells: str) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"

    page = "# Skills\n\n<table>\n<thead>\n" + row("", "Junior", "Middel", "Senior") + "</thead>\n<tbody>\n"
    page += row("Rye", "Basic", "Basic", "Expert") + row("Oats", "Basic", "Advanced", "Expert") + "</tbody>\n</table>\n"
    assert [title for title, _ in _criteria(page)] == ["Junior", "Middel", "Senior"]


_ROWS = "Craft,Dough,Mixes it,Adapts it,Sets it\nCraft,Ovens,Runs one,Runs all,Plans them\n"


@pytest.mark.parametrize(
    ("heads", "titles"),
    [
        (
            ",,B1,B2,B3\nArea,Skill,Baker,Senior Baker,Head Baker\n",
            ["B1 – Baker", "B2 – Senior Baker", "B3 – Head Baker"],
        ),
        (",,Baker,Senior Baker,Head Baker\n,,L1,L2,L3\n", ["Baker – L1", "Senior Baker – L2", "Head Baker – L3"]),
        ("Area,Skill,Baker,Senior Baker,Head Baker\n", ["Baker", "Senior Baker", "Head Baker"]),
        (
            ",,Baker 1,Baker 2,Baker 3\n,,0-2 years,2–5 yrs,5+ years\n,,Baker,Senior Baker,Head Baker\n",
            ["Baker 1 – Baker", "Baker 2 – Senior Baker", "Baker 3 – Head Baker"],
        ),
    ],
)
def test_that_rows_under_the_heads_name_levels_and_give_years(heads: str, titles: list[str]) -> None:
    found = _criteria(heads + _ROWS)
    assert found == list(
        zip(titles, (["Mixes it", "Runs one"], ["Adapts it", "Runs all"], ["Sets it", "Plans them"]), strict=True)
    )


def test_that_years_under_the_heads_introduce_their_levels() -> None:
    role = import_text(",,Baker,Senior Baker\n,,0-2 years,at least 5 years\n" + _ROWS.replace(",Sets it", ""), "x").role
    assert role is not None
    assert [level.summary for level in role.levels] == ["0-2 years", "at least 5 years"]
