from datetime import date

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.role import PerformanceIndicator
from ladder_app.domain.values import Path
from tests.domain.builders import SAMPLE, TODAY, assessment, faults_in, level, one, role

LADDER = role(
    level("junior", [one("lead-a-team"), one("plan-work")]),
    level("senior"),
    performance_indicators=(PerformanceIndicator(id="completion", text="P"),),
)
CYCLE: Path = ("cycles", 0)


def faults_of(**cycle: object) -> dict[Path, str]:
    return faults_in(lambda: assessment(LADDER, None, **cycle))


def test_that_everything_wrong_is_told_at_once_with_its_place_and_the_nearest_name() -> None:
    wrong = {"lead-team": {"step": 3}}
    faults = faults_in(
        lambda: Assessment.model_validate(
            {
                "id": "sample",
                "person": SAMPLE,
                "role": LADDER,
                "current": "junor",
                "target": "seniour",
                "cycles": [
                    {
                        "name": "2026 H1",
                        "opened": TODAY,
                        "ratings": {**wrong, "plan-work": {"step": 7}},
                        "notes": {"lead-a-tem": "N"},
                        "evidence": [
                            {"id": "e", "date": TODAY, "text": "T", "criteria": ["plan-work", "plan-wrk"]},
                            {"id": "e", "date": TODAY, "text": "T"},
                        ],
                        "actions": [
                            {"id": "a", "text": "T", "criteria": ["zzz"]},
                            {"id": "a", "text": "T"},
                        ],
                        "indicators": [{"indicator": "completeness", "period": "Q1", "value": "1"}],
                        "reviews": [
                            {"reviewer": "M", "date": TODAY, "ratings": {**wrong, "plan-work": {"step": 5}}},
                            {"reviewer": "M", "date": TODAY, "comments": {"xxx": "C"}},
                        ],
                        "agreed": {"yyy": {}, "plan-work": {"rating": {"step": 9}}},
                    },
                    {"name": "2026 H2", "opened": TODAY},
                ],
            }
        )
    )
    lead = "The role has no criterion “lead-team”. Did you mean “lead-a-team”?"
    assert faults == {
        ("current",): "The role has no level “junor”. Did you mean “junior”?",
        ("target",): "The role has no level “seniour”. Did you mean “senior”?",
        (*CYCLE, "name"): "The cycle “2026 H1” must be closed: a later one follows it.",
        (*CYCLE, "ratings", "lead-team"): lead,
        (*CYCLE, "notes", "lead-a-tem"): "The role has no criterion “lead-a-tem”. Did you mean “lead-a-team”?",
        (*CYCLE, "agreed", "yyy"): "The role has no criterion “yyy”.",
        (*CYCLE, "reviews", 0, "ratings", "lead-team"): lead,
        (*CYCLE, "reviews", 1, "comments", "xxx"): "The role has no criterion “xxx”.",
        (*CYCLE, "evidence", 0, "criteria", 1): "The role has no criterion “plan-wrk”. Did you mean “plan-work”?",
        (*CYCLE, "actions", 0, "criteria", 0): "The role has no criterion “zzz”.",
        (*CYCLE, "indicators", 0, "indicator"): (
            "The role has no performance indicator “completeness”. Did you mean “completion”?"
        ),
        (*CYCLE, "ratings", "plan-work", "step"): "The scale goes from 0 to 4; 7 is not on it.",
        (*CYCLE, "agreed", "plan-work", "rating", "step"): "The scale goes from 0 to 4; 9 is not on it.",
        (*CYCLE, "reviews", 0, "ratings", "plan-work", "step"): "The scale goes from 0 to 4; 5 is not on it.",
        (*CYCLE, "evidence", 1, "id"): "A second entry has the id “e”; they must differ.",
        (*CYCLE, "actions", 1, "id"): "A second entry has the id “a”; they must differ.",
        (*CYCLE, "reviews", 1, "reviewer"): "A second entry has the reviewer “M”; they must differ.",
    }


@pytest.mark.parametrize("name", ["self", "agreed"])
def test_that_a_reviewer_has_a_name_of_their_own(name: str) -> None:
    faults = faults_of(reviews=[{"reviewer": name, "date": TODAY}])
    assert faults == {
        (*CYCLE, "reviews", 0, "reviewer"): (
            f"A reviewer cannot be called “{name}”: that word stands for other ratings."
        )
    }


def test_that_an_assessment_has_a_cycle() -> None:
    assert ("cycles",) in faults_in(
        lambda: Assessment(id="sample", person=SAMPLE, target="junior", cycles=(), role=LADDER)
    )


def test_that_what_is_retired_may_still_be_spoken_of() -> None:
    file = assessment(LADDER)
    cycle = Cycle.model_validate(
        {
            "name": "2026 H1",
            "opened": date(2026, 1, 1),
            "ratings": {"old": {"step": 2}},
            "indicators": [{"indicator": "sold", "period": "Q1", "value": "7"}],
        }
    )
    kept = Assessment(
        id="sample",
        person=SAMPLE,
        target="junior",
        cycles=(cycle,),
        retired=(one("old"),),
        retired_indicators=(PerformanceIndicator(id="sold", text="Sold"),),
        role=file.role,
    )
    assert kept.cycle is cycle


def test_that_what_is_retired_is_not_in_the_role_and_listed_once() -> None:
    sold = PerformanceIndicator(id="sold", text="Sold")
    faults = faults_in(
        lambda: Assessment(
            id="sample",
            person=SAMPLE,
            target="junior",
            cycles=(Cycle(name="2026 H1", opened=TODAY),),
            retired=(one("plan-work"), one("old"), one("old")),
            retired_indicators=(PerformanceIndicator(id="completion", text="P"), sold, sold),
            role=LADDER,
        )
    )
    rest = "is retired, yet the role or this list has that"
    assert faults == {
        ("retired", 0, "id"): f"“plan-work” {rest} criterion too.",
        ("retired", 2, "id"): f"“old” {rest} criterion too.",
        ("retired_indicators", 0, "id"): f"“completion” {rest} performance indicator too.",
        ("retired_indicators", 2, "id"): f"“sold” {rest} performance indicator too.",
    }


def test_that_faults_of_the_role_inside_are_told_from_the_root_of_the_file() -> None:
    faults = faults_in(
        lambda: Assessment.model_validate(
            {
                "id": "sample",
                "person": SAMPLE,
                "target": "l",
                "cycles": [{"name": "C", "opened": TODAY}],
                "role": {
                    "id": "r",
                    "title": "R",
                    "levels": [{"id": "l", "title": "L", "requirements": [{"id": "a", "text": "T", "refines": "b"}]}],
                },
            }
        )
    )
    assert faults == {("role", "levels", 0, "requirements", 0, "refines"): "No criterion has the id “b”."}
