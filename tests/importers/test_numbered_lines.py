"""Levels that lines of a paragraph count up, under competency after competency."""

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Place
from tests.importers.pages import places, rungs

_STEPS = "Level\tWhat it means\n0 - None\n1 - Follows\n{0} what others say\n2 - Leads\n{0} others\n{0} themselves\n"


def _page(*verbs: str) -> str:
    return "# Bakers\n\n" + "".join(f"# {verb}ing\nIt matters.\n\n{_STEPS.format(verb)}\n" for verb in verbs)


def test_that_lines_that_count_up_under_several_headings_are_levels() -> None:
    found = [(rung.title, rung.duties) for rung in rungs(_page("Heat", "Cool"))]
    assert found == [
        ("0 - None", []),
        ("1 - Follows", ["Heat what others say", "Cool what others say"]),
        ("2 - Leads", ["Heat others", "Heat themselves", "Cool others", "Cool themselves"]),
    ]


def test_that_every_line_of_them_goes_to_its_place() -> None:
    found = import_markdown(_page("Heat", "Cool"), "x")
    assert not list(found.unplaced())
    assert [places(found)[line] for line in (6, 7, 8, 9)] == [
        Place.NOTE,
        Place.LEVEL,
        Place.LEVEL,
        Place.RESPONSIBILITY,
    ]


def test_that_lines_that_count_up_once_are_none() -> None:
    found = import_markdown(_page("Heat"), "x")
    assert found.role is None or all("Follows" not in level.title for level in found.role.levels)
