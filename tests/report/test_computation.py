import re

import pytest
from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.readiness import Verdict, readiness, readiness_of
from ladder_app.report.computation import Computation, TermRow, computation
from tests.domain.builders import evidence_required, level, one, proof, rated, role, scale
from tests.report.samples import graded, of_steps, ready, sample, views


def told(*steps: int | None) -> Computation:
    return computation(ready(*steps))


def test_that_the_samples_sum_can_be_checked_by_hand() -> None:
    found = computation(readiness(sample()))
    assert [(row.name, row.criteria, row.score, row.earned, row.unrated) for row in found.by_step] == [
        ("3 Meets or above", "14", "1", "14", "0"),
        ("2 Growing", "4", "2 ÷ 3", "2.67", "0"),
        ("1 Starting", "2", "1 ÷ 3", "0.67", "0"),
        ("Not rated", "4", "", "0", "4"),
    ]
    assert [(row.name, row.criteria, row.earned, row.unrated) for row in found.by_section] == [
        ("Responsibilities, new at grade 9", "8", "5.67", "1"),
        ("Responsibilities, carried over", "9", "8.67", "0"),
        ("Requirements", "7", "3", "3"),
    ]
    assert found.total == TermRow("Together", "24", "24", "", "17.33", "4", "72.2")
    assert [line.replace("\u00a0", " ") for line in found.results] == [
        "shown = 100 × 17.33 ÷ 24 = 72.2 %",
        "possible = 72.2 % + 100 × 4 ÷ 24 = 88.9 %",
    ]


@given(views())
def test_that_the_lines_of_the_sum_add_up(view: tuple[Assessment, str, str]) -> None:
    found = readiness(*view)
    told = computation(found)
    for rows in (told.by_step, told.by_section):
        assert sum(int(row.criteria) for row in rows) == int(told.total.criteria) == found.figures.required
        assert sum(float(row.points) for row in rows) == pytest.approx(found.figures.shown, abs=0.06 * len(rows) + 1e-6)
    assert float(told.total.points) == pytest.approx(found.figures.shown, abs=0.051)
    assert bool(told.intro) == bool(told.verdict) == (found.verdict is not Verdict.NO_CRITERIA)


@given(views())
def test_that_the_results_end_in_the_domains_percentages(view: tuple[Assessment, str, str]) -> None:
    found = readiness(*view)
    if not found.figures.required:
        return
    results = [re.search(r"([\d.]+)\u00a0%$", line) for line in computation(found).results]
    numbers = [float(match[1]) for match in results if match]
    expected = [found.figures.shown] + ([found.figures.possible] if found.figures.unrated else [])
    assert numbers == pytest.approx(expected, abs=0.051)


def test_that_a_level_with_nothing_to_rate_says_so() -> None:
    found = told(-1)
    assert found.results == ("There is nothing to sum.",)
    assert found.by_step == found.by_section == ()
    assert found.total.points == "0"


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ((3, 3), "Ready: all 2 are rated and meet the bar."),
        ((3,), "Ready: it meets the bar."),
        (
            (3,) * 9 + (2,),
            "Nearly ready: all are rated, none is more than one step below the bar, and 9 of 10 (90 %) meet,"
            " at least the 90 % that “nearly ready” asks for.",
        ),
        (
            (3, None, None),
            "Still open: no rating is more than one step below the bar, and with the two not rated yet all could meet.",
        ),
        (
            (3,) * 18 + (2, None),
            "Still open: no rating is more than one step below the bar, and with the one not rated yet 19 of 20 (95 %)"
            " could meet, at least the 90 % that “nearly ready” asks for.",
        ),
        ((None, None), "Still open: nothing is rated yet."),
        ((2,), "Not ready yet: its only criterion is one step below the bar."),
        ((0,), "Not ready yet: its only criterion is two or more steps below the bar."),
        (
            (2, 2),
            "Not ready yet: neither of the 2 meets the bar, less than the 90 % that “nearly ready” asks for.",
        ),
        (
            (0, 1, 2),
            "Not ready yet: two criteria are two or more steps below the bar; one is enough."
            " None of the 3 meets the bar, less than the 90 % that “nearly ready” asks for.",
        ),
        ((3,) * 19 + (1,), "Not ready yet: one criterion is two or more steps below the bar; one is enough."),
        (
            (3, 2),
            "Not ready yet: only 1 of 2 (50 %) meets, less than the 90 % that “nearly ready” asks for.",
        ),
        (
            (2, 2, None),
            "Not ready yet: even if all that is not rated met, 1 of 3 (33.3 %) would meet,"
            " less than the 90 % that “nearly ready” asks for.",
        ),
        (
            (3, 0),
            "Not ready yet: one criterion is two or more steps below the bar; one is enough."
            " Only 1 of 2 (50 %) meets, less than the 90 % that “nearly ready” asks for.",
        ),
    ],
)
def test_that_the_rule_that_decided_is_named(steps: tuple[int | None, ...], reason: str) -> None:
    assert told(*steps).verdict[-1].replace("\u00a0", " ") == reason


@given(views())
def test_that_a_verdict_always_has_a_reason(view: tuple[Assessment, str, str]) -> None:
    found = readiness(*view)
    for sentence in computation(found).verdict:
        assert sentence.endswith(".")
        assert not sentence.endswith(": .")
    if found.verdict is not Verdict.NO_CRITERIA:
        assert len(computation(found).verdict[-1].split(": ", 1)[1]) > 10


def test_that_weights_plus_and_what_does_not_apply_are_explained() -> None:
    about = role(level("only", [one("a", weight=2), "b", one("c", plus=True), "d"]))
    found = readiness_of(effective_level(about, "only"), rated(a=3, b=1, d=None), frozenset({"a"}))
    assert computation(found).intro[1:] == (
        "The weights go from 1 to 2.",
        "One criterion does not apply and left the sum.",
        "One criterion is a plus: listed, and never counted.",
    )
    assert [(row.name, row.weight, row.earned) for row in computation(found).by_step] == [
        ("3 Meets or above", "2", "2"),
        ("1 Starting", "1", "0.33"),
    ]


def test_that_missing_evidence_is_explained_as_the_role_wants_it() -> None:
    assert told(3, 3).intro[-1] == (
        "Two ratings at the bar or above have no evidence yet; that is said, and takes nothing away."
    )
    strict = graded(1, readiness=evidence_required())
    assert computation(readiness(of_steps(4, about=strict))).intro[-1] == (
        "One rating at the bar or above has no evidence; this role requires it,"
        " so until there is some it counts as 2 Growing."
    )


def test_that_the_sum_says_what_counts_less_for_want_of_evidence() -> None:
    made = of_steps(4, 3, 2, about=graded(3, readiness=evidence_required())).with_evidence(proof("e", "b"))
    found = computation(readiness(made))
    assert [(row.name, row.criteria, row.score) for row in found.by_step] == [
        ("3 Meets or above, with evidence", "1", "1"),
        ("2 Growing (one for want of evidence)", "2", "2 ÷ 3"),
    ]


def test_that_a_scale_of_two_steps_is_explained_simply() -> None:
    about = graded(2, scale=scale(2, 1))
    found = computation(readiness(of_steps(1, 0, about=about)))
    assert found.intro[0] == "A criterion scores 1 if its rating reaches the bar, 1 Step 1, and 0 below."
    assert [(row.name, row.score) for row in found.by_step] == [("1 Step 1", "1"), ("0 Step 0", "0")]
