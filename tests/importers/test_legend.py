"""Levels that only a legend names; people who are listed by what they are called on a site."""

import pytest

from tests.importers.pages import rungs, table

_ROWS = table("Area|1|2", "Ovens|Heats one oven|Mends all of them", "Bread|Bakes a loaf|Bakes all of it")


@pytest.mark.parametrize(
    "legend",
    [
        "Legend: 1 = Junior, 2 = Senior",
        "1: Junior; 2: Senior",
        "- 1 – Junior\n- 2 – Senior",
        "| Step | Name |\n|---|---|\n| x | 1 = Junior, 2 = Senior |",
    ],
)
def test_that_levels_are_called_as_the_legend_does(legend: str) -> None:
    assert [rung.title for rung in rungs(f"# Bakers\n\n{legend}\n\n{_ROWS}")] == ["Junior", "Senior"]


@pytest.mark.parametrize("legend", ["1 = Junior", "1 = Junior, 2 = oven", "1 = Junior, 1 = Senior, 2 = Staff", "None"])
def test_that_a_legend_that_does_not_name_them_all_says_nothing(legend: str) -> None:
    assert [rung.title for rung in rungs(f"# Bakers\n\n{legend}\n\n{_ROWS}")] == ["Level 1", "Level 2"]


@pytest.mark.parametrize("person", ["Ada Byron (@{})", "[Ada Byron](https://github.com/{})", "@{}"])
def test_that_people_are_nothing_to_be_rated_by(person: str) -> None:
    people = "".join(f"- {person.format(name)}\n" for name in ("ada", "alan"))
    page = f"# Ladder\n\n## Reviewer\n\n- Tastes the bread of all.\n\n## Maintainer\n\nThese are:\n\n{people}"
    assert all("ada" not in text.casefold() for rung in rungs(page) for text in rung.duties)
