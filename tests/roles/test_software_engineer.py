"""Our own ladder: five levels that build on each other and can each be rated in one sitting."""

from collections import Counter

import pytest

from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.readiness import Verdict, readiness_of
from ladder_app.domain.role import Level, Role
from ladder_app.storage.roles import load_role
from tests.roles.places import ENGINEER_ROLE


@pytest.fixture(scope="module")
def role() -> Role:
    return load_role(ENGINEER_ROLE)


def test_that_it_climbs_from_engineer_to_principal(role: Role) -> None:
    assert [(level.grade, level.title) for level in role.levels] == [
        (1, "Software Engineer"),
        (2, "Software Engineer II"),
        (3, "Senior Software Engineer"),
        (4, "Staff Software Engineer"),
        (5, "Principal Software Engineer"),
    ]
    reached = [role.levels[0]]
    while (above := role.next_level(reached[-1].id)) != reached[-1]:
        reached.append(above)
    assert tuple(reached) == role.levels


def test_that_each_level_extends_the_one_before_and_says_so(role: Role) -> None:
    assert role.levels[0].extends == ()
    for below, level in zip(role.levels, role.levels[1:], strict=False):
        assert [extends.level for extends in level.extends] == [below.id]
        assert all(extends.text and below.title in extends.text for extends in level.extends)


def test_that_every_level_can_be_rated_in_one_sitting(role: Role) -> None:
    for level in role.levels:
        assert level.responsibilities
        assert level.requirements
        assert 14 <= len(effective_level(role, level.id).criteria) <= 22


def test_that_meeting_everything_makes_ready_at_every_level(role: Role) -> None:
    meets = Rating(step=role.scale.meets)
    for level in role.levels:
        effective = effective_level(role, level.id)
        reached = readiness_of(effective, {criterion.id: meets for criterion in effective.criteria})
        assert reached.verdict is Verdict.READY
        assert reached.figures.shown == pytest.approx(100)


def test_that_every_level_asks_for_something_in_every_area(role: Role) -> None:
    assert all(criterion.area in role.areas for _, _, criterion in role.criteria())
    for level in role.levels:
        required = (c.criterion.area for c in effective_level(role, level.id).criteria if not c.plus)
        assert set(required) == set(role.areas)


def test_that_refinements_sharpen_the_same_kind_of_a_lower_level(role: Role) -> None:
    places = {c.id: (role.levels.index(level), kind) for level, kind, c in role.criteria()}
    refinements = [(c.id, c.refines) for _, _, c in role.criteria() if c.refines]
    assert len(refinements) > 20
    for sharper, blunter in refinements:
        (level, kind), (lower, lower_kind) = places[sharper], places[blunter]
        assert lower < level
        assert kind is lower_kind


def test_that_no_criterion_is_refined_twice(role: Role) -> None:
    counts = Counter(c.refines for _, _, c in role.criteria() if c.refines)
    assert max(counts.values()) == 1


def test_that_years_only_grow_and_count_half(role: Role) -> None:
    def years(level: Level) -> dict[str, float]:
        return {c.years.of: c.years.minimum for _, c in level.criteria() if c.years}

    for below, level in zip(role.levels, role.levels[1:], strict=False):
        assert years(level)
        assert all(years(level)[subject] > minimum for subject, minimum in years(below).items())
    assert {c.weight for _, _, c in role.criteria() if c.years} == {0.5}


def test_that_no_text_is_said_twice_and_each_ends_as_a_sentence(role: Role) -> None:
    texts = [criterion.text for _, _, criterion in role.criteria()]
    assert len(set(texts)) == len(texts)
    assert all(text.endswith(".") and text == text.strip() for text in texts)


def test_that_levels_are_summed_up_and_the_rest_of_the_page_is_there(role: Role) -> None:
    assert all(level.summary for level in role.levels)
    assert any(criterion.plus for _, _, criterion in role.criteria())
    assert all(indicator.measure for indicator in role.performance_indicators)
    assert role.hiring_process is not None
    assert role.hiring_process.steps
    assert role.notes
    assert role.source is not None
    assert role.source.licence == "MIT"
