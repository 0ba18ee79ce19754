"""What is a level, and what only looks like one."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Place
from ladder_app.importers.sources import import_text
from ladder_app.importers.words import looks_like_title
from tests.importers.pages import places, role_of, rungs

_SECTIONS = "### Responsibilities\n- Does {}.\n### Requirements\n- Knows {}.\n"


def _level(title: str) -> str:
    return f"## {title}\n" + _SECTIONS.format(title, title)


@pytest.mark.parametrize("text", ["Lead a team of bakers and managers", "Be a leader in town", "Manage the bakers"])
def test_that_what_is_done_is_no_title(text: str) -> None:
    assert not looks_like_title(text)


def test_that_bold_lines_of_what_is_done_are_areas() -> None:
    page = "# Bakery\n## Levels\n### Manager\n#### Expectations\n**Lead a team of managers**\n\n- Leads.\n"
    page += "#### Requirements\n- Can.\n"
    page += "### Director\n#### Expectations\n- Directs.\n#### Requirements\n- Years.\n"
    assert [(level.title, level.duties, level.needs) for level in rungs(page)] == [
        ("Manager", ["Leads."], ["Can."]),
        ("Director", ["Directs."], ["Years."]),
    ]


def test_that_a_heading_with_the_grade_in_it_is_no_level() -> None:
    page = (
        "# Bakery\n## Levels\n### Head Baker\n#### Head Baker - Job Grade 8\nThe Head Baker is a grade 8.\n"
        "#### Head Baker - Responsibilities\n- Leads.\n### Director\n#### Director - Job Grade 9\n"
        "#### Responsibilities\n- Directs.\n"
    )
    assert [(level.title, level.duties) for level in rungs(page)] == [
        ("Head Baker", ["Leads."]),
        ("Director", ["Directs."]),
    ]
    assert rungs(page)[0].grade == 8


def test_that_a_longer_name_inside_an_empty_level_is_the_same_level() -> None:
    page = (
        "# Bakery\n## Levels\n### Field Baker\nReports to the Head Baker.\n#### Field Baker (Senior)\n"
        "The role is a [grade 11](/grades#grades).\n#### Field Baker (Senior) Responsibilities\n- Bakes afield.\n"
    )
    assert [(level.title, level.grade, level.duties) for level in rungs(page)] == [
        ("Field Baker", 11, ["Bakes afield."])
    ]


def test_that_the_heading_of_a_grade_can_begin_a_level_that_has_no_other() -> None:
    page = (
        "## Levels\n\n### Loom Helper (Associate)\n\n#### Loom Helper (Associate) Job Grade\n\nA grade 4.\n\n"
        "#### Loom Helper (Associate) Responsibilities\n\n- Cleans the looms\n\n"
        "#### Loom Weaver (Associate) Requirements\n\n- Likes cloth\n\n"
        "#### Loom Weaver (Intermediate) Job Grade\n\nA grade 5.\n\n"
        "#### Loom Weaver (Intermediate) Responsibilities\n\n- Sets up the looms\n\n"
        "#### Loom Weaver (Intermediate) Requirements\n\n- Knows every thread\n\n"
        "### Senior Loom Weaver\n\n#### Senior Loom Weaver Responsibilities\n\n"
        "- Extends that of the Loom Weaver (Intermediate) responsibilities\n- Plans the week\n"
    )
    helper, weaver, senior = role_of(page).levels
    assert [level.title for level in (helper, weaver)] == ["Loom Helper (Associate)", "Loom Weaver (Intermediate)"]
    found = [(level.grade, len(level.responsibilities), len(level.requirements)) for level in (helper, weaver)]
    assert found == [(4, 1, 1), (5, 1, 1)]
    assert [extends.level for extends in senior.extends] == [weaver.id]


def test_that_a_level_without_a_heading_of_its_own_is_named_by_its_sections() -> None:
    page = (
        "# Bakery\n## Levels\n### Senior Baker\n#### Senior Baker Responsibilities\n- Plans.\n"
        "#### Staff Baker Responsibilities\n- Extends Senior Baker responsibilities\n- Leads.\n"
        "#### Staff Baker Requirements\n- Years.\n### Manager\n#### Responsibilities\n- Manages.\n"
    )
    assert [(level.title, level.duties) for level in rungs(page)] == [
        ("Senior Baker", ["Plans."]),
        ("Staff Baker", ["Leads."]),
        ("Manager", ["Manages."]),
    ]
    assert places(import_markdown(page, "x"))[6] is Place.LEVEL


@pytest.mark.parametrize("heading", ["Role", "The Role", "Job Description", "Overview"])
def test_that_a_heading_that_any_page_could_have_is_no_level(heading: str) -> None:
    page = f"---\ntitle: Head Baker\n---\n## {heading}\n### Job Grade\nThe Head Baker is a grade 9.\n" + _SECTIONS
    assert [(level.title, level.grade) for level in rungs(page)] == [("Head Baker", 9)]


def test_that_the_word_role_is_no_part_of_a_level_s_name() -> None:
    page = "# Bakery\n" + _level("Rye Baker Role").replace("Baker", "Engineer") + _level("Senior Rye Engineer Role")
    assert [level.title for level in rungs(page)] == ["Rye Engineer", "Senior Rye Engineer"]


def test_that_a_level_above_the_heading_of_levels_is_one_if_it_reports_to_somebody() -> None:
    page = (
        "# Editors\n## Blog Editor\nThe Blog Editor reports to the Manager.\n"
        "### Responsibilities\n- Writes.\n## Levels\n### Senior Blog Editor\n#### Responsibilities\n- Plans.\n"
        "### Staff Blog Editor\n#### Responsibilities\n- Leads.\n"
    )
    assert [level.title for level in rungs(page)] == ["Blog Editor", "Senior Blog Editor", "Staff Blog Editor"]
    shared = rungs(page.replace("The Blog Editor reports to the Manager.\n", ""))
    assert [level.title for level in shared] == ["Senior Blog Editor", "Staff Blog Editor"]


def test_that_a_grade_in_another_section_of_a_level_is_its_grade() -> None:
    page = "# B\n## Head Baker\n### An overview of this role\nThe Head Baker is a [grade 11](/x/#grades).\n" + _SECTIONS
    assert rungs(page + _level("Director"))[0].grade == 11


def test_that_a_grade_among_other_things_is_the_page_s_if_it_names_it() -> None:
    page = "---\ntitle: Baker Intern\n---\n## Compensation\nIt is paid.\nThe Baker Intern is a grade 4.\n"
    assert rungs(page + _SECTIONS.replace("###", "##"))[0].grade == 4
    assert rungs(page.replace("The Baker Intern", "The Miller") + _SECTIONS.replace("###", "##"))[0].grade is None


def test_that_lines_of_grades_are_levels() -> None:
    page = (
        "---\ntitle: Engineers\n---\n### Job Grade\n\nThe Engineer is a [grade 6](/g#grades).\nThe "
        "Senior Engineer is a [grade 7](/g#grades).\n\n## Responsibilities\n- Builds.\n"
    )
    assert [(level.title, level.grade, level.duties) for level in rungs(page)] == [
        ("Engineer", 6, ["Builds."]),
        ("Senior Engineer", 7, []),
    ]
    found = import_markdown(page, "x")
    assert [line.level for line in found.account if line.place is Place.GRADE] == ["engineer", "senior-engineer"]


def test_that_a_page_of_a_role_without_criteria_is_a_level_that_is_asked_about() -> None:
    found = import_markdown("---\ntitle: Head Baker\n---\nLeads.\n## Performance Indicators\n- Bread.\n", "x")
    assert found.role is not None
    assert [level.title for level in found.role.levels] == ["Head Baker"]
    assert "No criteria were found" in found.questions[0].message


def test_that_a_section_that_says_so_is_a_specialty() -> None:
    page = "# B\n" + _level("Engineer") + _level("Senior Engineer")
    page += "## Partner and Channel\nThis specialty maps to the channel team of the bakery.\n"
    assert [level.title for level in rungs(page)] == ["Engineer", "Senior Engineer"]
    assert places(import_markdown(page, "x"))[12] is Place.SPECIALTY


def test_that_specialties_beside_their_heading_are_no_levels() -> None:
    page = (
        "# B\n## Levels\n### Clerk\n#### Responsibilities\n- Files.\n### Specialties\n#### Clerk (Rye)\nRye.\n"
        "### Clerk (Salt)\n#### Clerk (Salt) Requirements\n- Salt.\n#### Clerk (Salt) "
        "Performance Indicators\n- Grains.\n"
        "### Clerk (Wheat)\n#### Clerk (Wheat) Requirements\n- Wheat.\n## Career Ladder\nUp.\n"
    )
    assert [(level.title, level.needs) for level in rungs(page)] == [("Clerk", [])]
    assert "Wheat." in role_of(page).model_dump_json()


def test_that_a_level_is_none_the_less_one_if_roles_follow_on_the_page() -> None:
    page = (
        "# B\n## Job Grades\n### Engineer\n#### Responsibilities\n- Builds.\n### Staff Engineer\n"
        "#### Responsibilities\n- Leads.\n## Specialties\n### Rye\nRye.\n## Management Roles at the Mill\nSee there.\n"
    )
    assert [level.title for level in rungs(page)] == ["Engineer", "Staff Engineer"]


def test_that_whom_a_level_reports_to_is_no_criterion() -> None:
    page = (
        "# B\n## Levels\n### Engineer\n- The Engineer reports to the [Head](#head)\n#### Responsibilities\n- Builds.\n"
    )
    assert rungs(page)[0].duties == ["Builds."]
    assert "reports to" in str(role_of(page).levels[0].summary)


@pytest.mark.parametrize("text", ["TBD", "To be defined", "WIP (see there)", "As defined by specialty", "N/A"])
def test_that_what_stands_for_nothing_is_no_criterion(text: str) -> None:
    page = f"# B\n## Engineer\n### Responsibilities\n- {text}\n- Builds.\n### Performance Indicators\n- {text}\n"
    role = role_of(page)
    assert [c.text for c in role.levels[0].responsibilities] == ["Builds."]
    assert (role.performance_indicators, len(role.notes)) == ((), 2)


def test_that_a_title_that_is_a_level_too_leaves_it_its_heading() -> None:
    page = "# Engineer\n" + _level("Engineer") + _level("Senior Engineer")
    assert [level.title for level in rungs(page)] == ["Engineer", "Senior Engineer"]
    assert places(import_markdown(page, "x"))[1] is Place.TITLE


def test_that_a_level_of_prose_is_no_chapter_of_definitions() -> None:
    page = (
        "# B\n## Senior Manager\n### Job Grade\nThe Senior Manager is a [grade 9](/g#grades).\n"
        "### Responsibilities\nLeads.\n### Requirements\nYears.\n" + _level("Director")
    )
    assert [(level.title, level.grade) for level in rungs(page)] == [("Senior Manager", 9), ("Director", None)]


def test_that_tracks_with_levels_inside_are_no_levels() -> None:
    page = "# B\n"
    for track in ("Analysis", "Manager of Ovens"):
        page += f"## {track}\n### Responsibilities\n- Does {track}.\n### Requirements\n- Knows {track}.\n### Levels\n"
        for rank in ("", "Senior "):
            page += f"### {rank}Engineer, {track}\n#### Requirements\n- {rank}years.\n"
    assert [level.title for level in rungs(page)] == [
        "Engineer, Analysis",
        "Senior Engineer, Analysis",
        "Engineer, Manager of Ovens",
        "Senior Engineer, Manager of Ovens",
    ]


@pytest.mark.parametrize("top", ["# Weaver's skills\n\n## Cloth\n\n### Looms\n", "# Looms\n", "# Weavers\n### Looms\n"])
def test_that_lists_of_names_and_texts_under_headings_are_a_page_not_yaml(top: str) -> None:
    page = top + "- L1: You weave with help.\n- L2: You weave alone.\n\n### Yarn\n- L1: You spin.\n- L2: You dye it.\n"
    role = import_text(page, "mill").role
    assert role is not None
    assert [(level.title, [c.text for _, c in level.criteria()]) for level in role.levels] == [
        ("L1", ["You weave with help.", "You spin."]),
        ("L2", ["You weave alone.", "You dye it."]),
    ]


def test_that_lists_of_yaml_with_comments_stay_yaml() -> None:
    text = "# Our levels\n- name: Junior Weaver\n  skills:\n    - Weaves with help\n"
    text += "- name: Senior Weaver\n  skills:\n    - Weaves alone\n"
    role = import_text(text, "mill").role
    assert role is not None
    assert [level.title for level in role.levels] == ["Junior Weaver", "Senior Weaver"]
