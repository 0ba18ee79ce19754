import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ladder


@pytest.fixture(autouse=True)
def _wide_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


def test_that_team_lists_the_people_of_a_folder(ladder: Ladder, sample: Path) -> None:
    outcome = ladder("team", sample.parent)
    assert (outcome.status, outcome.err) == (0, "")
    assert "Sample Engineer" in outcome.out
    assert "grade 8 → 9" in outcome.out
    assert outcome.out.endswith("One person.\n")


def test_that_team_names_what_it_cannot_read_and_shows_the_rest(ladder: Ladder, sample: Path) -> None:
    broken = sample.with_name("broken.assessment.yaml")
    broken.write_text("format: ladder-assessment/99\n")
    outcome = ladder("team", sample.parent)
    assert outcome.status == 1
    assert "Sample Engineer" in outcome.out
    assert "one file cannot be read" in outcome.out
    assert outcome.err.startswith(f"{broken}:1:")


def test_that_team_gives_json_whole_or_line_by_line(ladder: Ladder, sample: Path) -> None:
    whole = json.loads(ladder("team", sample.parent, "--json").out)
    lines = ladder("team", sample.parent, "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == whole["members"]
    assert whole["members"][0]["person"] == "Sample Engineer"
    assert whole["unread"] == []
    assert ladder("team", sample.parent, "--json", "--jsonl").status == 2


def test_that_team_agrees_with_readiness(ladder: Ladder, sample: Path) -> None:
    member = json.loads(ladder("team", sample.parent, "--jsonl").out)
    for rater, seen in (("self", "self"), ("agreed", "agreed"), (member["review"]["rater"], "review")):
        alone = json.loads(ladder("readiness", sample, "--rater", rater, "--json").out)
        assert (member[seen]["shown"], member[seen]["verdict"]) == (alone["shown"], alone["verdict"])


def test_that_a_table_for_a_spreadsheet_replaces_nothing_unasked(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.csv"
    assert ladder("team", sample.parent, "--csv", out).status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfPerson,")
    assert ladder("team", sample.parent, "--csv", out).status == 1
    assert ladder("team", sample.parent, "--csv", out, "--force").status == 0


def test_that_a_folder_that_is_not_there_is_said(ladder: Ladder, tmp_path: Path) -> None:
    outcome = ladder("team", tmp_path / "nowhere")
    assert (outcome.status, outcome.out) == (1, "")
    assert "cannot be opened" in outcome.err


def test_that_a_pdf_of_the_team_is_written(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.pdf"
    assert ladder("team", sample.parent, "--pdf", out).status == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_that_a_pdf_that_carries_its_data_counts_too(ladder: Ladder, sample: Path) -> None:
    ladder("export", sample, "-o", sample.with_name("talk.pdf"))
    ladder("export", sample, "-o", sample.with_name("bare.pdf"), "--no-data")
    sample.unlink()
    outcome = ladder("team", sample.parent)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.endswith("One person.\n")
