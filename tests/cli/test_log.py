from datetime import date, timedelta
from pathlib import Path

from ladder_app.domain.assessment import Change
from ladder_app.storage.assessments import load_assessment
from tests.cli.conftest import Ladder


def test_that_a_line_becomes_evidence(ladder: Ladder, sample: Path) -> None:
    outcome = ladder("log", sample, "yesterday nightly build 40 min -> 9 min https://example.com/mr/12")
    assert (outcome.status, outcome.err) == (0, "")
    assert "nightly build (40 min\N{NO-BREAK SPACE}→ 9 min) https://example.com/mr/12, not attached yet" in outcome.out
    made = load_assessment(sample).cycle.evidence[-1]
    assert made.text == "nightly build"
    assert date.today() - made.date <= timedelta(days=2)
    assert (made.link, made.change) == ("https://example.com/mr/12", Change(before="40 min", after="9 min"))
    assert made.criteria == ()


def test_that_options_say_more_than_the_line(ladder: Ladder, sample: Path) -> None:
    options = ("--date", "2026-11-03", "--link", "https://example.com/2", "--result", "Nobody waits")
    about = ("--criterion", "recruit-talent", "--criterion", "maintain-tooling", "--criterion", "recruit-talent")
    outcome = ladder("log", sample, "Hired two https://example.com/1", *options, *about)
    assert outcome.out == (
        "3 Nov 2026: Hired two (Nobody waits) https://example.com/2, for recruit-talent and maintain-tooling\n"
    )
    made = load_assessment(sample).cycle.evidence[-1]
    assert (made.date, made.link, made.result) == (date(2026, 11, 3), "https://example.com/2", "Nobody waits")
    assert made.criteria == ("recruit-talent", "maintain-tooling")


def test_that_wrong_use_leaves_the_file(ladder: Ladder, sample: Path) -> None:
    before = sample.read_bytes()
    refused = ladder("log", sample, "Hired two", "--criterion", "recruit-talents")
    assert refused.status == 1
    assert "recruit-talent" in refused.err
    assert ladder("log", sample, "Hired", "--date", "3 Nov").status == 2
    assert ladder("log", sample, "  ").status == 2
    assert ladder("log", sample).status == 2
    assert sample.read_bytes() == before
