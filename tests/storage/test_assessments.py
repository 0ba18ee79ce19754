import os
import stat
from datetime import date
from pathlib import Path

import pytest

from ladder_app.domain.assessment import Person, new_assessment
from ladder_app.domain.entries import Rating
from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.storage.assessments import (
    ASSESSMENT_SUFFIX,
    assessment_text,
    load_assessment,
    sample_assessment,
    save_assessment,
)
from ladder_app.storage.check import problems_in
from ladder_app.storage.file_stamp import FileStamp, file_stamp
from ladder_app.storage.places import resources_folder
from ladder_app.storage.roles import load_role, save_role

ROLE = Role(
    id="sample",
    title="Sample",
    levels=(Level(id="one", title="One", requirements=(Criterion(id="a", text="A"),)),),
)
EMPTY = new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), identity="sample")


def test_that_an_assessment_is_read_as_it_was_saved_and_is_the_persons_alone(tmp_path: Path) -> None:
    path = tmp_path / ("mine" + ASSESSMENT_SUFFIX)
    rated = EMPTY.rated("a", Rating(step=3))
    save_assessment(path, rated)
    assert load_assessment(path) == rated
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_that_saving_a_loaded_file_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / ("mine" + ASSESSMENT_SUFFIX)
    save_assessment(path, EMPTY)
    before = path.read_bytes()
    save_assessment(path, load_assessment(path))
    assert path.read_bytes() == before


def test_that_one_changed_rating_changes_one_line_of_the_file() -> None:
    before = assessment_text(EMPTY.rated("a", Rating(step=2))).splitlines()
    after = assessment_text(EMPTY.rated("a", Rating(step=3))).splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("        step: 2", "        step: 3")
    ]


def test_that_the_sample_comes_with_the_program() -> None:
    sample = sample_assessment()
    assert sample.person.name == "Sample Engineer"
    assert load_assessment(resources_folder() / "sample.assessment.yaml") == sample


def test_that_a_check_knows_a_role_from_an_assessment(tmp_path: Path) -> None:
    role, assessment, other = tmp_path / "role", tmp_path / "assessment", tmp_path / "other"
    save_role(role, ROLE)
    save_assessment(assessment, EMPTY)
    other.write_text("format: recipe/1\n")
    assert load_role(role) == ROLE
    assert problems_in(role) == problems_in(assessment) == ()
    assert [str(problem).split(": ")[0] for problem in problems_in(other)] == [f"{other}:1:9"]
    assert [problem.message for problem in problems_in(tmp_path / "none")] == ["There is no such file."]
    assessment.write_text(assessment_text(EMPTY).replace("target: one", "target: two"))
    assert [(problem.line, problem.column) for problem in problems_in(assessment)] == [(5, 9)]


def test_that_a_file_written_by_anybody_has_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert file_stamp(path) == FileStamp()
    save_assessment(path, EMPTY)
    first = file_stamp(path)
    assert first == file_stamp(path) != FileStamp()
    save_assessment(path, EMPTY.rated("a", Rating(step=1)))
    assert file_stamp(path) != first
    with pytest.raises(AttributeError):
        first.size = 0  # type: ignore[misc]
