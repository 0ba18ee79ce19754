"""Criteria that some of the levels share: said once, with the lowest of them, and taken over by the others."""

import pytest

from ladder_app.importers.audiences import Audiences
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Place
from tests.importers.pages import bases, places, role_of, rungs

_LADDER = (
    "# Baker\n\n## Junior Baker\n### Responsibilities\n- Bakes.\n\n"
    "## Senior Baker\n### Responsibilities\n- Plans.\n\n## Staff Baker\n### Responsibilities\n- Leads.\n\n"
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Senior and Staff", [1, 2]),
        ("Senior & Staff Bakers", [1, 2]),
        ("Senior/Staff", [1, 2]),
        ("Senior Baker, Staff Baker", [1, 2]),
        ("Junior, Senior, and Staff", [0, 1, 2]),
        ("Shared by Senior and Staff", [1, 2]),
        ("Junior to Senior", [0, 1]),
        ("Senior and above", [1, 2]),
        ("Senior+", [1, 2]),
        ("Staff Baker", [2]),
        ("L4", [1]),
        ("Senior and Miller", []),
        ("Head Baker", []),
        ("", []),
    ],
)
def test_that_a_text_names_levels_or_none(text: str, numbers: list[int]) -> None:
    assert Audiences(["Junior Baker", "Senior Baker (L4)", "Staff Baker"]).named(text) == numbers


def test_that_a_rank_that_two_levels_have_names_neither() -> None:
    assert Audiences(["Senior Baker", "Senior Miller", "Staff Baker"]).named("Senior and Staff") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Requirements for Senior and Staff",
        "Senior and Staff Requirements",
        "Senior/Staff Baker Requirements",
        "Requirements: Senior & Staff",
        "Requirements (Senior and Staff)",
        "Requirements for Senior and above",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_that_requirements_of_a_group_are_the_group_s(heading: str, is_first: bool) -> None:
    shared = f"## {heading}\n- Years at the oven.\n- Taught others.\n\n"
    page = _LADDER.replace("## Junior", shared + "## Junior") if is_first else _LADDER + shared
    junior, senior, staff = rungs(page)
    assert (junior.needs, staff.needs) == ([], [])
    assert senior.needs == ["Years at the oven.", "Taught others."]
    assert bases(page) == [("Staff Baker", "Senior Baker", ("requirement",))]
    assert import_markdown(page, "x").questions == ()


def test_that_what_a_group_takes_over_with_it_is_asked_where_the_lowest_has_its_own() -> None:
    page = _LADDER.replace("- Plans.", "- Plans.\n### Requirements\n- Rye.")
    found = import_markdown(page + "## Requirements for Senior and Staff\n- Years.\n", "x")
    assert [q.asks for q in found.questions] == [Asks.SHARED]
    assert "“Senior Baker”" in found.questions[0].message


def test_that_a_heading_of_several_names_is_no_level() -> None:
    page = _LADDER + "## Senior & Staff Bakers\n### Communication\n- Writes.\n### Requirements\n- Years.\n"
    assert [level.title for level in rungs(page)] == ["Junior Baker", "Senior Baker", "Staff Baker"]
    senior = rungs(page)[1]
    assert (senior.duties, senior.needs) == (["Plans.", "Writes."], ["Years."])


def test_that_a_title_with_and_in_it_is_a_level() -> None:
    page = _LADDER + "## Manager, Bread and Cake\n### Responsibilities\n- Leads bakers.\n"
    assert rungs(page)[-1].title == "Manager, Bread and Cake"


def test_that_what_a_group_extends_all_of_it_extends() -> None:
    page = _LADDER + "## Responsibilities for Senior and Staff\n- Extends the Junior Baker responsibilities\n- Sells.\n"
    assert bases(page)[:2] == [
        ("Senior Baker", "Junior Baker", ("responsibility",)),
        ("Staff Baker", "Junior Baker", ("responsibility",)),
    ]


def test_that_requirements_elsewhere_that_name_one_level_are_that_level_s() -> None:
    page = _LADDER.replace("## Junior", "## Requirements for Staff Bakers\n- Years.\n\n## Junior")
    assert [level.needs for level in rungs(page)] == [[], [], ["Years."]]


@pytest.mark.parametrize("heading", ["All levels", "Requirements (all levels)", "Expectations for every level"])
def test_that_what_is_for_all_levels_is_not_the_last_one_s(heading: str) -> None:
    page = _LADDER + f"## {heading}\n- Is kind.\n"
    assert "Is kind." not in [*rungs(page)[2].duties, *rungs(page)[2].needs]
    assert {base for _, base, _ in bases(page)} == {"Junior Baker"}


def test_that_a_sentence_said_for_all_levels_is_in_the_role() -> None:
    page = "# Baker\n## Requirements\n- Extends the Miller requirements\n- Early.\n" + _LADDER[9:]
    found = import_markdown(page, "x")
    assert [q.line for q in found.questions if q.asks is Asks.EXTENDS] == [3]
    assert "Extends the Miller requirements" in found.role.model_dump_json() if found.role else False


def test_that_a_level_has_each_base_once_for_each_kind() -> None:
    more = "### Responsibilities\n- Extends the Junior Baker responsibilities\n"
    more += "- All Junior Baker responsibilities, plus:\n"
    page = _LADDER.replace("## Senior Baker\n### Responsibilities\n", "## Senior Baker\n" + more)
    extends = role_of(page).levels[1].extends
    assert [(e.level, e.kinds) for e in extends] == [("junior-baker", extends[0].kinds)]
    assert extends[0].text == "Extends the Junior Baker responsibilities\nAll Junior Baker responsibilities, plus:"


def test_that_every_line_for_a_group_has_a_place() -> None:
    found = import_markdown(_LADDER + "## Requirements for Senior and Staff\n- Years.\n\nSaid in prose.\n", "x")
    assert not list(found.unplaced())
    assert places(found)[16] is Place.REQUIREMENT


_TRACKS = (
    "# Bakery\n\n## Bakers of Bread\n### Responsibilities\n- Kneads.\n### Levels\n### Engineer, Bread\n"
    "#### Requirements\n- Early.\n### Senior Engineer, Bread\n#### Requirements\n- Years.\n\n"
    "## Bakers of Cake\n### Responsibilities\n- Decorates.\n### Levels\n### Engineer, Cake\n"
    "#### Requirements\n- Sweet.\n### Senior Engineer, Cake\n#### Requirements\n- Ages.\n"
)


def test_that_what_stands_over_some_levels_is_shared_by_these() -> None:
    bread, senior_bread, cake, senior_cake = rungs(_TRACKS)
    assert (bread.duties, senior_bread.duties, cake.duties, senior_cake.duties) == (["Kneads."], [], ["Decorates."], [])
    assert bases(_TRACKS) == [
        ("Senior Engineer, Bread", "Engineer, Bread", ("responsibility",)),
        ("Senior Engineer, Cake", "Engineer, Cake", ("responsibility",)),
    ]


def test_that_a_section_of_higher_rank_behind_the_levels_is_for_all_of_them() -> None:
    page = (
        "# B\n## Levels\n### Engineer\n#### Requirements\n- Early.\n### Manager\n#### Requirements\n- Years.\n"
        "## Nice-to-haves\n- Rye.\n"
    )
    engineer, manager = rungs(page)
    assert (engineer.needs, manager.needs) == (["Early.", "Rye."], ["Years."])


def test_that_the_requirements_of_the_role_as_such_are_for_all_levels() -> None:
    page = "# B\n## Requirements for Oven Engineer roles\n- Early.\n## Levels\n### Oven Engineer (Intermediate)\n"
    page += "#### Responsibilities\n- Bakes.\n### Senior Oven Engineer\n#### Responsibilities\n- Plans.\n"
    assert bases(page) == [("Senior Oven Engineer", "Oven Engineer (Intermediate)", ("requirement",))]


def test_that_each_sentence_stands_with_the_kinds_it_says() -> None:
    page = _LADDER.replace(
        "## Senior Baker\n", "## Senior Baker\n\nThe role extends the Junior Baker role.\n\n"
    ).replace("- Plans.", "- Extends the Junior Baker responsibilities\n- Plans.")
    extends = role_of(page).levels[1].extends
    assert [len(e.kinds) for e in extends] == [2, 1]
    assert [e.text for e in extends] == [
        "The role extends the Junior Baker role.",
        "Extends the Junior Baker responsibilities",
    ]


def test_that_a_group_behind_the_last_level_is_no_level() -> None:
    page = _LADDER.replace("- Plans.", "- Plans.\n### Requirements\n- Rye.")
    page += "## Responsibilities for Senior Baker and Staff Baker\n- Sells.\n"
    assert [level.title for level in rungs(page)] == ["Junior Baker", "Senior Baker", "Staff Baker"]
    assert rungs(page)[1].duties == ["Plans.", "Sells."]


def test_that_a_level_for_which_it_does_not_hold_is_asked_about() -> None:
    page = (
        "# B\n## Requirements\n- Years.\n## Levels\n### Intern\nInterns are not required to meet the requirements.\n"
        "#### Responsibilities\n- Learns.\n### Engineer\n#### Responsibilities\n- Builds.\n"
    )
    found = import_markdown(page, "x")
    assert [(q.asks, q.level) for q in found.questions] == [(Asks.SHARED, "intern")]
    assert [level.needs for level in rungs(page)] == [[], ["Years."]]
    assert bases(page) == []
