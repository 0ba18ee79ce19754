from datetime import date, timedelta
from pathlib import Path

import pytest

from ladder_app.domain.entries import Change
from ladder_app.storage.assessments import load_assessment
from tests.cli.conftest import Ladder
from tests.importers.test_git_log import ME, OTHER, commit, git


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


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "config", "user.email", ME.address)
    commit(folder, "Cache the build", "2026-08-01")
    commit(folder, "Review the plan", "2026-08-02", OTHER)
    return folder


def test_that_commits_are_listed_taken_and_known_again(ladder: Ladder, sample: Path, repository: Path) -> None:
    listed = ladder("log", sample, "--git", repository)
    assert (listed.status, listed.err) == (0, "")
    short, day, subject = listed.out.split(maxsplit=2)
    assert (day, subject) == ("2026-08-01", "Cache the build\n")
    taken = ladder("log", sample, "--git", repository, "--take", short, "--criterion", "maintain-tooling")
    assert taken.out == "1 Aug 2026: Cache the build, for maintain-tooling\n"
    made = load_assessment(sample).cycle.evidence[-1]
    assert made.sources[0].startswith(f"git:{short}")
    assert ladder("log", sample, "--git", repository).out.startswith(f"* {short}")
    before = sample.read_bytes()
    assert "is there already" in ladder("log", sample, "--git", repository, "--take", short).out
    assert sample.read_bytes() == before
    assert ladder("log", sample, "--git", repository, "--since", "2026-09-01").out == "No commits since then.\n"


def test_that_another_author_is_asked_for_by_name(ladder: Ladder, sample: Path, repository: Path) -> None:
    assert "Review the plan" in ladder("log", sample, "--git", repository, "--author", OTHER.name).out
    refused = ladder("log", sample, "--git", repository, "--author", "Nobody")
    assert refused.status == 1
    assert str(OTHER) in refused.err
    assert ladder("log", sample, "--git", repository, "--take", "zzz").status == 1
    assert ladder("log", sample, "--git", sample.parent / "none").status == 1


def test_that_text_and_git_do_not_mix(ladder: Ladder, sample: Path, repository: Path) -> None:
    for wrong in (
        ("Hired", "--git", repository),
        ("--git", repository, "--result", "x"),
        ("Hired", "--author", "x"),
        ("Hired", "--take", "x"),
    ):
        assert ladder("log", sample, *wrong).status == 2
