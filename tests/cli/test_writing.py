import difflib
import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from ladder_app.cli.paper import customary_paper
from ladder_app.domain.entries import Rating
from ladder_app.storage.assessments import load_assessment
from tests.cli.conftest import Ladder

ROLE = "engineering-productivity-manager"


def test_that_new_starts_an_assessment_for_the_next_level(ladder: Ladder, tmp_path: Path) -> None:
    file = tmp_path / "mine.assessment.yaml"
    outcome = ladder(
        "new", "--role", ROLE, "--person", "Sample Engineer", "--current", "engineering-manager", "-o", file
    )
    assert (outcome.status, outcome.err) == (0, "")
    made = load_assessment(file)
    assert (made.person.name, made.current, made.target) == (
        "Sample Engineer", "engineering-manager", "senior-engineering-manager"
    )  # fmt: skip
    assert made.role.id == ROLE
    assert made.cycle.opened == date.today()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_that_new_replaces_a_file_only_when_forced(ladder: Ladder, sample: Path) -> None:
    before = sample.read_bytes()
    refused = ladder("new", "--role", ROLE, "--person", "Z", "-o", sample)
    assert refused.status == 1
    assert str(sample) in refused.err
    assert "--force" in refused.err
    assert sample.read_bytes() == before
    assert ladder("new", "--role", ROLE, "--person", "Z", "-o", sample, "--force").status == 0
    assert load_assessment(sample).person.name == "Z"


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--role", "engineering-productivity-manger"], "engineering-productivity-manager"),
        (["--role", ROLE, "--current", "enginering-manager"], "engineering-manager"),
        (["--role", ROLE, "--target", "senior-engineer-manager"], "senior-engineering-manager"),
    ],
)
def test_that_new_writes_nothing_for_a_name_it_does_not_know(
    ladder: Ladder, tmp_path: Path, options: list[str], hint: str
) -> None:
    file = tmp_path / "mine.assessment.yaml"
    outcome = ladder("new", *options, "--person", "Z", "-o", file)
    assert outcome.status == 1
    assert f"“{hint}”" in outcome.err
    assert not file.exists()


def test_that_new_wonders_at_a_target_below_the_current_level(ladder: Ladder, tmp_path: Path) -> None:
    file = tmp_path / "mine.assessment.yaml"
    person = ("new", "--role", "software-engineer", "--person", "Z", "-o", file, "--force")
    outcome = ladder(*person, "--current", "staff-engineer", "--target", "engineer")
    assert outcome.status == 0
    assert outcome.err == "warning: the target, engineer, is a level below the current one, staff-engineer.\n"
    assert (load_assessment(file).current, load_assessment(file).target) == ("staff-engineer", "engineer")
    assert ladder(*person, "--current", "engineer", "--target", "engineer").err == ""


def test_that_a_person_needs_a_name(ladder: Ladder, tmp_path: Path) -> None:
    file = tmp_path / "mine.assessment.yaml"
    outcome = ladder("new", "--role", ROLE, "--person", "  ", "-o", file)
    assert outcome.status == 2
    assert "--person" in outcome.err
    assert not file.exists()


@pytest.mark.parametrize("step", ["3", "Meets", "meets", "3 Meets", " MEETS "])
def test_that_a_step_is_named_by_number_or_label(ladder: Ladder, sample: Path, step: str) -> None:
    assert ladder("rate", sample, "budgets", step).status == 0
    assert load_assessment(sample).cycle.ratings["budgets"] == Rating(step=3)


def test_that_rating_says_what_it_did(ladder: Ladder, sample: Path) -> None:
    assert ladder("rate", sample, "budgets", "2").out == "budgets: 2 Growing (was 1 Starting)\n"
    assert ladder("rate", sample, "budgets", "growing").out == "budgets: 2 Growing (as before)\n"
    assert (
        ladder("rate", sample, "budgets", "--not-applicable", "Held by\nfinance").out
        == "budgets: not applicable, Held by finance (was 2 Growing)\n"
    )
    assert (
        ladder("rate", sample, "budgets", "--clear").out == "budgets: unrated (was not applicable, Held by finance)\n"
    )
    assert ladder("rate", sample, "budgets", "--clear").out == "budgets: unrated (as before)\n"
    assert ladder("rate", sample, "budgets", "3").out == "budgets: 3 Meets (was unrated)\n"


def test_that_a_number_that_is_the_label_of_another_step_is_not_guessed_at(ladder: Ladder, tmp_path: Path) -> None:
    role, file = tmp_path / "cook.role.yaml", tmp_path / "mine.assessment.yaml"
    role.write_text(
        "format: ladder-role/1\nid: cook\ntitle: Cook\nscale: {meets: 1, steps: [{label: 1}, {label: 2}]}\n"
        "levels: [{id: a, title: Cook, requirements: [{id: soup, text: Soup}]}]\n"
    )
    assert ladder("new", "--role", role, "--person", "Z", "-o", file).status == 0
    outcome = ladder("rate", file, "soup", "1")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "“1” could be “0 1” or “1 2”; give the number and the label.\n"
    assert ladder("rate", file, "soup", "2").out == "soup: 1 2 (was unrated)\n"
    assert ladder("rate", file, "soup", "0 1").out == "soup: 0 1 (was 1 2)\n"


def test_that_rating_touches_nothing_else_in_the_file(ladder: Ladder, sample: Path) -> None:
    before = sample.read_text("utf-8").splitlines()
    assert ladder("rate", sample, "budgets", "4").status == 0
    changes = [
        line
        for line in difflib.unified_diff(before, sample.read_text("utf-8").splitlines(), n=0)
        if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))
    ]
    assert [line[0] + line[1:].strip() for line in changes] == ["-step: 1", "+step: 4"]


def test_that_a_rating_can_be_cleared(ladder: Ladder, sample: Path) -> None:
    assert ladder("rate", sample, "budgets", "--clear").status == 0
    assert "budgets" not in load_assessment(sample).cycle.ratings


def test_that_a_criterion_can_be_left_out_with_a_reason(ladder: Ladder, sample: Path) -> None:
    assert ladder("rate", sample, "budgets", "--not-applicable", "Held by finance").status == 0
    assert load_assessment(sample).cycle.ratings["budgets"] == Rating(not_applicable="Held by finance")


@pytest.mark.parametrize(
    ("criterion", "step", "hint"),
    [("budget", "3", "budgets"), ("budgets", "Meats", "Meets"), ("budgets", "5", "4 Exceeds"), ("budgets", "-1", "0")],
)
def test_that_a_criterion_or_step_typed_wrongly_changes_nothing(
    ladder: Ladder, sample: Path, criterion: str, step: str, hint: str
) -> None:
    before = sample.read_bytes()
    outcome = ladder("rate", sample, criterion, step)
    assert outcome.status == 1
    assert hint in outcome.err
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    "how", [[], ["3", "--clear"], ["3", "--not-applicable", "x"], ["--clear", "--not-applicable", "x"]]
)
def test_that_a_rating_is_one_of_three_things(ladder: Ladder, sample: Path, how: list[str]) -> None:
    outcome = ladder("rate", sample, "budgets", *how)
    assert outcome.status == 2
    assert "STEP, --clear or --not-applicable" in outcome.err


def test_that_export_writes_a_pdf(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    out = tmp_path / "talk.pdf"
    outcome = ladder("export", sample, "-o", out)
    assert (outcome.status, outcome.err) == (0, "")
    assert str(out) in outcome.out
    with PdfDocument(out) as document:
        assert "Sample Engineer" in document[0].get_textpage().get_text_range()
        full = len(document)
    assert ladder("export", sample, "-o", out, "--preset", "summary", "--paper", "letter", "--force").status == 0
    with PdfDocument(out) as document:
        assert len(document) == 1 < full
        assert document[0].get_size() == (612, 792)


def test_that_export_writes_markdown(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "talk.md"
    assert ladder("export", sample, "-o", out).status == 0
    assert out.read_text("utf-8").startswith("# Sample Engineer\n")


def test_that_export_writes_the_plan(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    calendar, listed = tmp_path / "plan.ics", tmp_path / "plan.md"
    assert ladder("export", sample, "-o", calendar).out == f"Wrote {calendar}\n"
    assert calendar.read_bytes().count(b"BEGIN:VEVENT") == 3
    assert ladder("export", sample, "-o", listed, "--preset", "plan", "--level", "8").status == 0
    assert listed.read_text(encoding="utf-8").startswith("# Plan for Engineering Manager, ")


@pytest.mark.parametrize(
    ("preset", "words"), [("conversation", "## To talk about"), ("promotion", "Promotion case · 2026 H2")]
)
def test_that_export_writes_the_shorter_documents(
    ladder: Ladder, sample: Path, tmp_path: Path, preset: str, words: str
) -> None:
    text, pdf = tmp_path / "out.md", tmp_path / "out.pdf"
    assert ladder("export", sample, "-o", text, "--preset", preset).status == 0
    assert words in text.read_text("utf-8")
    assert ladder("export", sample, "-o", pdf, "--preset", preset).status == 0
    assert pdf.read_bytes().startswith(b"%PDF")


def test_that_export_writes_json(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "talk.JSON"
    assert ladder("export", sample, "-o", out, "--level", "8", "--rater", "agreed").status == 0
    figures = json.loads(out.read_text("utf-8"))["readiness"]
    assert (figures["level"], figures["rater"]) == ("engineering-manager", "agreed")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["-o", "talk.doc"], ".pdf, .md, .json, .ics"),
        (["-o", "talk.md", "--paper", "a4"], "--paper"),
        (["-o", "plan.pdf", "--preset", "plan"], "--preset plan is for .md and .ics"),
        (["-o", "plan.ics", "--preset", "summary"], "nothing of --preset summary"),
        (["-o", "case.pdf", "--preset", "promotion", "--no-evidence"], "leave --no-evidence out"),
        (["-o", "talk.pdf", "--preset", "conversation", "--no-inherited"], "--no-inherited is not for"),
        ([], "-o"),
    ],
)
def test_that_an_export_must_make_sense(ladder: Ladder, sample: Path, arguments: list[str], hint: str) -> None:
    outcome = ladder("export", sample, *arguments)
    assert outcome.status == 2
    assert hint in outcome.err


def test_that_a_document_never_replaces_the_assessment(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(sample.read_bytes())
    outcome = ladder("export", file, "-o", file, "--force")
    assert outcome.status == 1
    assert f"{file}: This is the assessment itself" in outcome.err
    assert file.read_bytes() == sample.read_bytes()


def test_that_export_replaces_a_file_only_when_forced(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "talk.md"
    out.write_text("Mine.\n")
    outcome = ladder("export", sample, "-o", out)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == f"{out}: There is a file of that name; --force replaces it.\n"
    assert out.read_text() == "Mine.\n"
    assert ladder("export", sample, "-o", out, "--force").status == 0
    assert out.read_text("utf-8").startswith("# Sample Engineer\n")


def test_that_a_folder_that_is_not_there_is_said(ladder: Ladder, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "gone" / "talk.md"
    outcome = ladder("export", sample, "-o", out)
    assert outcome.status == 1
    assert outcome.err.startswith(f"{out}: ")


@pytest.mark.parametrize(
    ("environ", "paper"),
    [
        ({}, "a4"),
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "de_DE@euro"}, "a4"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "C.UTF-8", "LC_ALL": "fr_CA"}, "letter"),
    ],
)
def test_that_paper_is_what_the_country_uses(environ: dict[str, str], paper: str) -> None:
    assert customary_paper(environ) == paper
