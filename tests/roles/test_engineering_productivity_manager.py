"""The role made from the handbook: everything the page says, word for word, and how its parts hang together."""

from collections import Counter

import pytest

from ladder_app.domain.effective import effective_level
from ladder_app.domain.role import Criterion, Kind, Role
from ladder_app.storage.roles import load_role
from tests.roles.handbook_page import page_lines
from tests.roles.places import MANAGER_ROLE, SOURCE_PAGE

LOWER = "engineering-manager"
UPPER = "senior-engineering-manager"


@pytest.fixture(scope="module")
def role() -> Role:
    return load_role(MANAGER_ROLE)


def test_that_the_page_can_be_set_again_from_the_role_line_by_line(role: Role) -> None:
    if not SOURCE_PAGE.exists():
        pytest.skip("the page that the role was made from is not here")
    page = SOURCE_PAGE.read_text(encoding="utf-8")
    assert page_lines(role) == [line for line in page.splitlines() if line.strip()]


def test_that_both_levels_have_their_criteria_and_the_sentence_that_extends(role: Role) -> None:
    lower, upper = role.levels
    assert (lower.id, upper.id) == (LOWER, UPPER)
    assert (len(lower.responsibilities), len(lower.requirements)) == (10, 7)
    assert (len(upper.responsibilities), len(upper.requirements)) == (8, 7)
    assert lower.extends == ()
    (extends,) = upper.extends
    assert (extends.level, extends.kinds) == (LOWER, (Kind.RESPONSIBILITY,))
    assert extends.text == "All of the responsibilities listed for Engineering Productivity Team Manager."


def test_that_the_grades_are_told_with_their_link(role: Role) -> None:
    for level, grade in zip(role.levels, (8, 9), strict=True):
        assert level.grade == grade
        assert level.grade_text == f"The role is a [grade {grade}]({level.grade_url})."
        assert level.grade_url is not None
        assert role.link(level.grade_url).startswith("https://handbook.gitlab.com/handbook/total-rewards/")


def test_that_the_second_level_asks_for_24_things(role: Role) -> None:
    criteria = effective_level(role, UPPER).criteria
    counts = Counter((criterion.kind, criterion.inherited) for criterion in criteria)
    assert counts == {
        (Kind.RESPONSIBILITY, False): 8,
        (Kind.RESPONSIBILITY, True): 9,
        (Kind.REQUIREMENT, False): 7,
    }
    assert "performance-reviews" not in {criterion.id for criterion in criteria}


def test_that_one_responsibility_and_four_requirements_refine_another(role: Role) -> None:
    refinements = {criterion.id: criterion.refines for _, _, criterion in role.criteria() if criterion.refines}
    assert refinements == {
        "performance-reviews-for-managers": "performance-reviews",
        "eight-years-in-engineering": "five-years-in-engineering",
        "five-years-leading": "two-years-leading",
        "solutions-at-scale": "solutions-for-efficiency",
        "communication-and-presentation": "communication",
    }


def test_that_the_years_say_what_they_are_years_of(role: Role) -> None:
    def years(criterion: Criterion) -> tuple[float, str] | None:
        return (criterion.years.minimum, criterion.years.of) if criterion.years else None

    found = [[years(criterion) for criterion in level.requirements if criterion.years] for level in role.levels]
    assert found == [
        [(5, "software engineering"), (2, "leading and managing a team")],
        [(8, "software engineering"), (5, "leading and managing a team")],
    ]
    for _, _, criterion in role.criteria():
        if criterion.years:
            assert criterion.text.startswith(f"{criterion.years.minimum:g}+ years of experience")


def test_that_tooling_experience_is_the_only_plus(role: Role) -> None:
    assert [criterion.text for _, _, criterion in role.criteria() if criterion.plus] == [
        "Experience with developer tooling and infrastructure is a plus."
    ]


def test_that_every_criterion_lies_in_an_area_and_no_area_of_the_second_level_is_empty(role: Role) -> None:
    assert list(role.areas.values()) == [
        "People and teams",
        "Strategy and influence",
        "Delivery and tooling",
        "Budget and resources",
    ]
    assert all(criterion.area in role.areas for _, _, criterion in role.criteria())
    counts = Counter(criterion.criterion.area for criterion in effective_level(role, UPPER).criteria)
    assert counts == {"people": 9, "strategy": 7, "delivery": 6, "budget": 2}


def test_that_two_indicators_are_linked_and_two_say_how_they_are_measured(role: Role) -> None:
    shape = [(bool(item.url), bool(item.measure)) for item in role.performance_indicators]
    assert shape == [(True, False), (True, False), (False, True), (False, True)]


def test_that_the_hiring_process_has_six_steps_between_its_first_and_last_words(role: Role) -> None:
    process = role.hiring_process
    assert process is not None
    assert len(process.steps) == 6
    assert "[screening call](/handbook/hiring/candidate-faq/#screening-call)" in process.steps[0]
    assert process.intro is not None
    assert process.intro.endswith("[team page](/handbook/company/team/).")
    assert process.outro is not None
    assert process.outro.endswith("[hiring page](/handbook/hiring/).")


def test_that_the_source_and_its_licence_are_named(role: Role) -> None:
    assert role.base_url == "https://handbook.gitlab.com"
    assert role.source is not None
    assert role.source.url is not None
    assert role.source.url.startswith(role.base_url)
    assert role.source.licence == "CC BY-SA 4.0"
