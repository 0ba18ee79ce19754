"""What a level is not expected to do is no criterion; one level of a title that names several is asked about."""

import pytest

from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, role_of, rungs


@pytest.mark.parametrize("label", ["Not expected to:", "**Not expected to:**", "### Not yet expected", "### Non-goals"])
def test_that_what_is_not_expected_is_a_note(label: str) -> None:
    page = "# Bakery\n\n"
    for name in ("Junior Baker Engineer", "Senior Baker Engineer"):
        page += f"## {name}\n\nExpected to:\n\n- Bake as {name}\n- Sweep\n\n{label}\n\n- Set the strategy\n\n"
    assert [one.duties for one in rungs(page)] == [
        [f"Bake as {name}", "Sweep"] for name in ("Junior Baker Engineer", "Senior Baker Engineer")
    ]
    assert sum("Set the strategy" in note.text for note in role_of(page).notes) == 2


_BODY = "\n\n## Responsibilities\n\n- Bakes.\n\n## Requirements\n\n- Knows rye.\n"


@pytest.mark.parametrize(
    "title", ["Baker I/II", "Baker 1 to 3", "Junior/Senior Baker Engineer", "Baker I & II", "Baker I – III"]
)
def test_that_one_level_of_a_title_that_names_several_is_asked_about(title: str) -> None:
    asked = doubts(import_text(f"# {title}{_BODY}", "x"))
    assert [question.asks for question in asked] == [Asks.LEVELS]
    assert "speaks of several levels" in asked[0].message


@pytest.mark.parametrize(
    "title", ["Baker II", "Senior Baker", "Baker, Rye and Oats", "Tier 2 Agent", "Head to Head Baker"]
)
def test_that_other_titles_are_of_one_level(title: str) -> None:
    assert not doubts(import_text(f"# {title}{_BODY}", "x"))
