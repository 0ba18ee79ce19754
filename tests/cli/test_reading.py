import json
from pathlib import Path

import pytest

from ladder_app.domain.readiness import readiness
from ladder_app.storage.assessments import sample_assessment
from ladder_app.storage.places import resources_folder, roles_folder
from ladder_app.storage.roles import shipped_roles
from tests.cli.conftest import Ladder


def test_that_roles_lists_every_shipped_role_and_its_levels(ladder: Ladder) -> None:
    outcome = ladder("roles")
    assert outcome.status == 0
    for file in shipped_roles():
        assert file.id in outcome.out
        assert file.title in outcome.out
        assert all(level.id in outcome.out for level in file.load().levels)


def test_that_check_finds_no_faults_in_what_we_ship(ladder: Ladder) -> None:
    files = [*sorted(roles_folder().glob("*.yaml")), *sorted(resources_folder().glob("*.yaml"))]
    outcome = ladder("check", *files)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == f"{len(files)} files, no faults.\n"


def test_that_check_says_every_fault_of_every_file_with_its_place(ladder: Ladder, tmp_path: Path) -> None:
    one, other = tmp_path / "one.role.yaml", tmp_path / "other.role.yaml"
    one.write_text("format: ladder-role/1\nid: one\ntitel: One\nlevels:\n  - {id: a, title: A, grade: high}\n")
    other.write_text("format: ladder-role/1\n  oh: no\n")
    outcome = ladder("check", one, sample_path(tmp_path), other)
    assert outcome.status == 1
    assert outcome.out == ""
    lines = outcome.err.splitlines()
    assert any(line.startswith(f"{one}:3:1: ") and "title" in line for line in lines)
    assert any(line.startswith(f"{one}:5:") and "grade" in line for line in lines)
    assert any(line.startswith(f"{other}:2:") for line in lines)
    assert all(line.startswith((f"{one}:", f"{other}:")) for line in lines)


def test_that_check_says_nothing_but_places_and_messages_file_by_file(ladder: Ladder, tmp_path: Path) -> None:
    one, other = tmp_path / "one.role.yaml", tmp_path / "other.role.yaml"
    one.write_text("format: ladder-role/1\nid: x\ntitle: X\nlevels: [{id: a, title: A}, {id: b, title: A}]\n")
    other.write_text("format: ladder-role/1\nid: x y\ntitle: X\nlevels: [{id: a, title: A}, {id: a, title: A}]\n")
    outcome = ladder("check", one, other)
    assert (outcome.status, outcome.out) == (1, "")
    places = [line.partition(": ")[0] for line in outcome.err.splitlines()]
    assert places == [f"{one}:4:44", f"{other}:2:5", f"{other}:4:34"]


def sample_path(folder: Path) -> Path:
    path = folder / "good.assessment.yaml"
    path.write_bytes((resources_folder() / "sample.assessment.yaml").read_bytes())
    return path


def test_that_readiness_says_verdict_figures_and_gaps(ladder: Ladder, sample: Path) -> None:
    outcome = ladder("readiness", sample)
    found = readiness(sample_assessment())
    assert (outcome.status, outcome.err) == (0, "")
    assert "Sample Engineer" in outcome.out
    assert "Not ready for grade 9 yet." in outcome.out
    assert f"{found.figures.rated} of {found.figures.required} rated" in outcome.out
    told = " ".join(outcome.out.split())
    assert all(gap.criterion.text in told for gap in found.gaps)
    assert "\x1b" not in outcome.out


def test_that_readiness_as_json_has_exactly_the_promised_keys(ladder: Ladder, sample: Path) -> None:
    outcome = ladder("readiness", sample, "--json")
    figures = json.loads(outcome.out)
    found = readiness(sample_assessment())
    assert set(figures) == {
        "level", "rater", "shown", "possible", "met", "rated", "required",
        "verdict", "blockers", "no_evidence", "sections", "criteria",
    }  # fmt: skip
    assert all(set(s) == {"name", "shown", "possible", "met", "rated", "required"} for s in figures["sections"])
    assert all(set(c) == {"id", "weight", "rating", "score"} for c in figures["criteria"])
    assert figures["shown"] == found.figures.shown
    assert figures["verdict"] == "not_ready"
    assert figures["blockers"] == [gap.criterion.id for gap in found.gaps]
    assert len(figures["criteria"]) == 24


@pytest.mark.parametrize("name", ["engineering-manager", "8", "grade 8"])
def test_that_a_level_can_be_named_by_id_or_grade(ladder: Ladder, sample: Path, name: str) -> None:
    assert json.loads(ladder("readiness", sample, "--level", name, "--json").out)["level"] == "engineering-manager"


def test_that_a_level_that_is_not_there_gets_the_ids_and_grades_that_are(ladder: Ladder, sample: Path) -> None:
    outcome = ladder("readiness", sample, "--level", "10")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.endswith("It has: engineering-manager (grade 8), senior-engineering-manager (grade 9).\n")


def test_that_a_title_of_two_levels_is_not_taken_for_one_of_them(ladder: Ladder, tmp_path: Path) -> None:
    role, file = tmp_path / "cook.role.yaml", tmp_path / "mine.assessment.yaml"
    role.write_text(
        "format: ladder-role/1\nid: cook\ntitle: Cook\n"
        "levels: [{id: a, title: Cook, grade: 1}, {id: b, title: cook, grade: 2}]\n"
    )
    outcome = ladder("new", "--role", role, "--person", "Z", "--target", "Cook", "-o", file)
    assert (outcome.status, outcome.err) == (1, "“Cook” could be any of a, b; give the id.\n")


def test_that_readiness_is_told_for_each_rater(ladder: Ladder, sample: Path) -> None:
    shown = {
        rater: json.loads(ladder("readiness", sample, "--rater", rater, "--json").out)["shown"]
        for rater in ("self", "agreed", "Sample Manager")
    }
    assert len(set(shown.values())) == 3


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--level", "senior-enginering-manager", "senior-engineering-manager"),
        ("--rater", "Sample Manger", "Sample Manager"),
    ],
)
def test_that_a_name_typed_wrongly_gets_the_right_one(
    ladder: Ladder, sample: Path, option: str, typed: str, meant: str
) -> None:
    outcome = ladder("readiness", sample, option, typed)
    assert (outcome.status, outcome.out) == (1, "")
    assert f"Did you mean “{meant}”?" in outcome.err


def test_that_a_role_is_not_taken_for_an_assessment(ladder: Ladder) -> None:
    role = shipped_roles()[0].path
    outcome = ladder("readiness", role)
    assert outcome.status == 1
    assert outcome.err.startswith(f"{role}:1:")
    assert "role" in outcome.err


def test_that_reading_changes_no_file(ladder: Ladder, sample: Path) -> None:
    before = sample.read_bytes(), sample.stat().st_mtime_ns
    ladder("check", sample)
    ladder("readiness", sample)
    ladder("readiness", sample, "--json")
    assert (sample.read_bytes(), sample.stat().st_mtime_ns) == before
