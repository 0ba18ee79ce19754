"""Levels side by side whose headings differ in rank alone, whatever the heading around them is about."""

import pytest

from ladder_app.domain.role import Kind
from tests.importers.pages import role_of, rungs

_STEPS = (
    ("Junior Weaver", "Weaver", "Senior Weaver"),
    ("Junior Weaver (0–2 years)", "Weaver (2–5 years)", "Lead Weaver (5+ years)"),
    ("Trainee", "Junior", "Middle", "Senior", "Expert"),
    ("Novice", "Practitioner", "Master"),
    ("Weaver I", "Weaver II", "Senior Weaver"),
    ("Associate", "Principal"),
    ("Apprentice (1 year)", "Journeyman (2–4 years)", "Craftsman (5+ years)"),
)


def _page(top: str, names: tuple[str, ...], depth: int = 2) -> str:
    parts = [f"{'#' * depth} {name}\n\n- Weaves thing {i}.\n- Mends thing {i}.\n" for i, name in enumerate(names)]
    return f"{top}\n\nWhat this page is for.\n\n" + "\n".join(parts)


@pytest.mark.parametrize("names", _STEPS)
@pytest.mark.parametrize(
    "top",
    [
        "# Weaving",
        "# Competencies for weavers",
        "# Skills of our weavers",
        "# Expectations",
        "# Mill\n\n## Requirements",
    ],
)
def test_that_headings_that_differ_in_rank_are_levels(top: str, names: tuple[str, ...]) -> None:
    found = rungs(_page(top, names, top.count("#") + 1 if "##" not in top else 3))
    assert [level.title for level in found] == list(names)
    assert [level.duties + level.needs for level in found] == [
        [f"Weaves thing {i}.", f"Mends thing {i}."] for i in range(len(names))
    ]


def test_that_levels_under_a_kind_keep_it_and_their_areas() -> None:
    page = "# Mill\n\n## Requirements\n\n"
    for i, name in enumerate(("Junior Weaver", "Senior Weaver")):
        page += f"### {name}\n\n#### Looms\n\n- Sets up loom {i}.\n\n#### Yarn\n\n- Chooses yarn {i}.\n\n"
    role = role_of(page)
    assert [level.title for level in role.levels] == ["Junior Weaver", "Senior Weaver"]
    criteria = [pair for level in role.levels for pair in level.criteria()]
    assert [kind for kind, _ in criteria] == [Kind.REQUIREMENT] * 4
    assert [role.areas[c.area] for _, c in criteria if c.area] == ["Looms", "Yarn"] * 2


@pytest.mark.parametrize("top", ["# Mill Engineering Competencies", "# Skills of our engineers", "# Our expectations"])
def test_that_titles_under_the_name_of_a_page_are_levels(top: str) -> None:
    page = f"{top}\n\nHow we grow.\n\n1. Looms\n2. Yarn\n\n"
    for name in ("Mill Engineering Intern / Apprentice", "Mill Engineer"):
        page += f"## {name}\n\n### Looms\n\n- Sets up for {name}.\n\n### Yarn\n\n- Spins for {name}.\n\n"
    found = rungs(page)
    assert [level.title for level in found] == ["Mill Engineering Intern / Apprentice", "Mill Engineer"]
    assert [len(level.duties + level.needs) for level in found] == [2, 2]


@pytest.mark.parametrize(
    "heading", ["Skills needed for this level", "Expectations at this level", "Skills needed in it"]
)
def test_that_headings_of_this_level_are_no_headings_of_levels(heading: str) -> None:
    page = "# Weaver\n\n### Required skills\n\n#### Looms\n\nYou know looms.\n\n## The weaver's path\n\n"
    for name in ("Associate weaving designer", "Weaving designer I", "Senior weaving designer"):
        page += f"### {name}\n\nA {name} weaves.\n\n#### {heading}\n\n##### Looms\n\nYou set up for {name}.\n\n"
    found = rungs(page)
    assert [level.title for level in found][-2:] == ["Weaving designer I", "Senior weaving designer"]
    assert all("You set up for " + level.title + "." in level.duties + level.needs for level in found)


def test_that_names_of_the_same_rank_are_no_levels() -> None:
    page = _page("# Weaving", ("Looms", "Yarn", "Colours"))
    assert [level.title for level in rungs(page)] == ["Weaving"]
