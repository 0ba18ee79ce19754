import json
from math import fsum

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.readiness import readiness, readiness_of
from ladder_app.report.content import report
from ladder_app.report.json_export import json_text, readiness_json, report_json
from tests.domain.builders import assessment as made_of
from tests.domain.builders import level, one, rated, role
from tests.report.samples import DAY, sample, sample_report, views

KEYS = [
    "level",
    "rater",
    "shown",
    "possible",
    "met",
    "rated",
    "required",
    "verdict",
    "blockers",
    "no_evidence",
    "sections",
    "criteria",
]


def test_that_the_keys_are_the_promised_ones() -> None:
    found = json.loads(json_text(readiness_json(readiness(sample()))))
    assert list(found) == KEYS
    assert list(found["sections"][0]) == ["name", "shown", "possible", "met", "rated", "required"]
    assert list(found["criteria"][0]) == ["id", "weight", "rating", "score"]
    assert (found["level"], found["rater"], found["verdict"]) == ("senior-engineering-manager", "self", "not_ready")
    assert (found["met"], found["rated"], found["required"], len(found["criteria"])) == (14, 20, 24, 24)
    assert found["blockers"][:2] == ["budget-and-resources", "budgets"]
    assert [section["name"] for section in found["sections"][:3]] == [
        "own responsibilities",
        "inherited responsibilities",
        "requirements",
    ]


def test_that_ratings_are_steps_or_what_stands_for_none() -> None:
    about = role(level("top", ["a", "b", "c", one("d", weight=2, plus=True)]))
    found = readiness_json(readiness_of(effective_level(about, "top"), rated(a=2, b=None, d=3)))
    assert found["criteria"] == [
        {"id": "a", "weight": 1, "rating": 2, "score": pytest.approx(2 / 3)},
        {"id": "b", "weight": 1, "rating": "not_applicable", "score": None},
        {"id": "c", "weight": 1, "rating": None, "score": None},
        {"id": "d", "weight": 0, "rating": 3, "score": 1},
    ]


@given(views())
def test_that_the_sum_can_be_redone_from_the_criteria(view: tuple[Assessment, str, str]) -> None:
    found = json.loads(json_text(readiness_json(readiness(*view))))
    counted = [entry for entry in found["criteria"] if entry["rating"] != "not_applicable"]
    total = fsum(entry["weight"] for entry in counted)
    if total:
        earned = fsum(entry["weight"] * entry["score"] for entry in counted if entry["score"] is not None)
        unrated = fsum(entry["weight"] for entry in counted if entry["rating"] is None)
        assert found["shown"] == pytest.approx(100 * earned / total)
        assert found["possible"] == pytest.approx(100 * (earned + unrated) / total)
    else:
        assert found["verdict"] == "no_criteria"


@given(views())
def test_that_any_report_can_be_exported(view: tuple[Assessment, str, str]) -> None:
    made, level_id, rater = view
    found = report_json(report(made, DAY, level=level_id, rater=rater), readiness(made, level_id, rater))
    assert json.loads(json_text(found)) == found


def test_that_a_whole_report_is_in_words() -> None:
    found = json.loads(json_text(report_json(sample_report(), readiness(sample()))))
    assert found["format"] == "ladder-report/1"
    assert (found["preset"], found["verdict"], found["day"]) == ("full", "not_ready", "2026-11-23")
    first = found["sections"][0]["items"][0]
    assert first["text"].startswith("Develop and lead")
    assert first["mark"] == "met"
    assert first["reason"] == ""
    assert first["refined"] == []
    assert found["readiness"]["met"] == 14


def test_that_links_stand_beside_their_text() -> None:
    one_link, other = "https://example.org", "https://example.com"
    about = role(level("top", [one("a", f"See [this]({one_link}), [that]({other}) and [this]({one_link}).")]))
    made = made_of(about)
    (section,) = json.loads(json_text(report_json(report(made, DAY), readiness(made))))["sections"]
    assert section["items"][0]["text"] == "See this, that and this."
    assert section["items"][0]["text_links"] == ["https://example.org", "https://example.com"]
