"""The sample assessment: complete enough that every page and the PDF show something real."""

from datetime import date

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import ActionStatus
from ladder_app.domain.raters import AGREED, SELF, ratings_by, same_view
from ladder_app.domain.readiness import Verdict, readiness
from ladder_app.domain.years import suggest_from_years
from ladder_app.storage.assessments import sample_assessment
from ladder_app.storage.roles import load_role
from tests.roles.places import MANAGER_ROLE

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def sample() -> Assessment:
    return sample_assessment()


def test_that_it_holds_the_shipped_role(sample: Assessment) -> None:
    assert sample.role == load_role(MANAGER_ROLE)


def test_that_it_is_about_the_step_from_grade_8_to_grade_9_in_2026(sample: Assessment) -> None:
    assert sample.person.name == "Sample Engineer"
    assert sample.current is not None
    assert sample.role.level(sample.current).grade == 8
    assert sample.role.level(sample.target).grade == 9
    assert sample.person.in_role_since == date(2024, 3, 1)
    assert (sample.cycle.name, sample.cycle.opened, sample.cycle.closed) == ("2026 H2", date(2026, 7, 1), None)


def test_that_fourteen_are_met_six_are_below_and_four_are_unrated(sample: Assessment) -> None:
    now = readiness(sample)
    assert (now.figures.met, now.figures.rated, now.figures.required) == (14, 20, 24)
    assert len(now.gaps) == 6
    assert [gap.criterion.id for gap in now.gaps if gap.standing.steps_to_go == 2] == [
        "budget-and-resources",
        "budgets",
    ]
    assert [standing.id for standing in now.standings if standing.step == 4] == ["represent-the-team"]
    assert now.verdict is Verdict.NOT_READY
    assert now.figures.shown == pytest.approx(100 * (14 + 4 * 2 / 3 + 2 / 3) / 24)
    assert now.figures.possible == pytest.approx(now.figures.shown + 100 * 4 / 24)
    assert now.no_evidence


def test_that_every_section_and_area_has_something_rated(sample: Assessment) -> None:
    assert len(readiness(sample).sections) == 7
    assert all(section.figures.rated for section in readiness(sample).sections)


def test_that_grade_8_is_all_but_met_with_one_not_applicable(sample: Assessment) -> None:
    now = readiness(sample, sample.current)
    assert now.verdict is Verdict.NEARLY
    assert now.figures.shown > 95
    (standing,) = now.not_applicable
    assert standing.rating is not None
    assert standing.rating.not_applicable


def test_that_the_years_asked_for_lie_ahead_and_the_ratings_follow_them(sample: Assessment) -> None:
    found = {}
    for name in ("eight-years-in-engineering", "five-years-leading"):
        suggestion = suggest_from_years(sample.role.criterion(name), sample.person, sample.role.scale, TODAY)
        assert suggestion is not None
        found[name] = suggestion
    engineering, leading = found.values()
    assert (engineering.months, engineering.step, engineering.met_on) == (6 * 12 + 9, 2, date(2028, 2, 1))
    assert (leading.months, leading.step, leading.met_on) == (4 * 12 + 5, 2, date(2027, 6, 1))
    assert sample.cycle.ratings["eight-years-in-engineering"].step == engineering.step


def test_that_evidence_is_dated_in_its_cycle_and_some_supports_two_criteria(sample: Assessment) -> None:
    assert len(sample.cycle.evidence) == 18
    assert any(len(item.criteria) > 1 for item in sample.cycle.evidence)
    for cycle in sample.cycles:
        for item in cycle.evidence:
            assert cycle.opened <= item.date <= (cycle.closed or TODAY)
            assert item.criteria
            assert item.link is None or item.link.startswith("https://example.com/")


def test_that_actions_are_due_and_say_what_shows_that_they_are_done(sample: Assessment) -> None:
    actions = sample.cycle.actions
    assert [action.status for action in actions] == [ActionStatus.OPEN] * 3 + [ActionStatus.DONE]
    assert all(action.due and action.done_when and action.criteria for action in actions)
    gaps = {gap.criterion.id for gap in readiness(sample).gaps}
    addressed = {name for action in actions if action.status is ActionStatus.OPEN for name in action.criteria}
    assert addressed < gaps


def test_that_the_manager_sees_five_things_differently(sample: Assessment) -> None:
    (review,) = sample.cycle.reviews
    assert (review.reviewer, review.date) == ("Sample Manager", date(2026, 11, 3))
    assert review.overall
    own = ratings_by(sample.cycle, SELF)
    both = [name for name in review.ratings if name in own]
    differing = [name for name in both if not same_view(own[name], review.ratings[name])]
    assert (len(both), len(differing)) == (19, 5)
    assert set(differing) >= {"recruit-talent", "represent-the-team", "presentations", "budgets"}
    assert set(review.comments) <= set(review.ratings)


def test_that_some_differences_are_agreed_and_some_are_still_open(sample: Assessment) -> None:
    agreed = ratings_by(sample.cycle, AGREED)
    assert agreed["represent-the-team"].step == 4
    assert agreed["presentations"].step == 3
    assert "recruit-talent" not in agreed
    assert all(entry.text for entry in sample.cycle.agreed.values())


def test_that_two_performance_indicators_have_values(sample: Assessment) -> None:
    assert {item.indicator for item in sample.cycle.indicators} == {"project-completion", "stakeholder-satisfaction"}


def test_that_the_cycle_before_is_closed_and_some_ratings_are_carried_from_it(sample: Assessment) -> None:
    before = sample.cycles[0]
    assert before.closed is not None
    assert before.closed < sample.cycle.opened
    carried = [name for name, rating in sample.cycle.ratings.items() if rating.carried]
    assert carried
    assert all(before.ratings[name].step == sample.cycle.ratings[name].step for name in carried)
