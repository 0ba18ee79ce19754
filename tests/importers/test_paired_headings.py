"""Headings that name a competency and a level in one; overviews beside the levels; what all of a job share."""

import pytest

from ladder_app.importers.result import Asks
from ladder_app.importers.sources import import_text
from tests.importers.pages import doubts, role_of, rungs, table

_SKILLS = ("Joinery", "Dealing with customers")
_STEPS = ("Apprentice", "Journeyman", "Master")


def _pairs(form: str, *, by_level: bool) -> str:
    pairs = [(skill, step) for skill in _SKILLS for step in _STEPS]
    pairs = sorted(pairs, key=lambda pair: _STEPS.index(pair[1])) if by_level else pairs
    return "# Carpenters\n\n" + "".join(
        f"## {form.format(skill=skill, step=step)}\n\n- {skill} as {step}.\n\n" for skill, step in pairs
    )


@pytest.mark.parametrize("by_level", [False, True])
@pytest.mark.parametrize("form", ["{skill} ({step})", "{skill} – {step}", "{step}: {skill}", "{step} - {skill}"])
def test_that_headings_of_pairs_are_levels_and_areas(form: str, by_level: bool) -> None:
    role = role_of(_pairs(form, by_level=by_level))
    assert [level.title for level in role.levels] == list(_STEPS)
    assert [[(c.text, role.areas[c.area or ""]) for _, c in level.criteria()] for level in role.levels] == [
        [(f"{skill} as {step}.", skill) for skill in _SKILLS] for step in _STEPS
    ]


def test_that_pairs_of_jobs_and_kinds_are_no_competencies() -> None:
    page = "# Carpenters\n\n"
    for job in ("Junior Carpenter", "Senior Carpenter"):
        page += f"## {job} - Duties\n\n- Saws as {job}.\n\n## {job} - Requirements\n\n- Knows wood as {job}.\n\n"
    assert [(len(one.duties), len(one.needs)) for one in rungs(page)] == [(1, 1), (1, 1)]


@pytest.mark.parametrize("heading", ["All bakers", "Every baker", "Common to all bakers", "Expected of all our bakers"])
def test_that_what_all_of_a_job_share_is_no_level(heading: str) -> None:
    page = f"# Bakery\n\n## {heading}\n\n- Washes hands.\n- Sweeps.\n\n## Baker Assistant\n\n- Kneads.\n\n"
    found = import_text(page.replace("baker", "technician") + "## Head Technician\n\n- Plans.\n", "x")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Baker Assistant", "Head Technician"]
    assert Asks.SHARED in [question.asks for question in doubts(found)]


def test_that_an_overview_of_numbers_is_no_second_ladder() -> None:
    page = "# Bakery\n\n## Steps\n\n- **Level 1**: Starts (0–2 years)\n- **Level 2**: Goes on\n- **Senior**: Stays\n\n"
    page += "## Level 1: Baker\n\n- Kneads dough.\n- Sweeps.\n\n## Level 2: Head Baker\n\n- Plans the week.\n- Hires.\n"
    assert [one.title for one in rungs(page)] == ["Level 1: Baker", "Level 2: Head Baker"]


@pytest.mark.parametrize("head", ["Titles", "Typical titles", "Also known as", "Example Titles"])
def test_that_other_titles_introduce_a_level(head: str) -> None:
    rows = table(
        f"Level|{head}|Scope|People",
        "**B1**|Junior Baker, Helper|One oven at a time|None expected",
        "**B2**|Baker|All ovens of the shop|Shows newcomers the ovens",
    )
    role = role_of(f"# Bakery\n\n{rows}")
    assert [level.summary for level in role.levels] == ["Junior Baker, Helper", "Baker"]
    assert [len(list(level.criteria())) for level in role.levels] == [1, 2]


def test_that_bullets_of_a_cell_beside_the_name_of_a_level_are_criteria_each() -> None:
    rows = table("Title|Expectations", "Baker 1|- Kneads dough<br>- Sweeps", "Baker 2|Shared: <br>- Plans<br>- Hires")
    role = role_of(f"# Bakery\n\n{rows}")
    assert [[c.text for _, c in level.criteria()] for level in role.levels] == [
        ["Kneads dough", "Sweeps"],
        ["Plans", "Hires"],
    ]


@pytest.mark.parametrize(
    ("title", "name"), [("Junior Baker.", "Junior Baker"), ("Senior Baker Jr.", "Senior Baker Jr.")]
)
def test_that_the_stop_behind_a_name_is_none_of_it(title: str, name: str) -> None:
    page = f"# Bakers\n\n**{title}** Kneads dough under supervision.\n\n**Head Baker.** Plans the week of all.\n"
    assert rungs(page)[0].title == name


def test_that_a_ladder_and_a_framework_are_no_levels() -> None:
    page = "# Engineer Career Ladder\n\nWhat we expect.\n\n## Junior Engineer Progression\n\n### Responsibilities\n\n"
    page += "- Promotions happen twice.\n\n## Engineer\n\n### Responsibilities\n\n- Mends.\n\n"
    page += "## Senior Engineer\n\n### Responsibilities\n\n- Plans.\n"
    assert [one.title for one in rungs(page)] == ["Engineer", "Senior Engineer"]
