from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.role import Role
from ladder_app.storage.assessments import assessment_text, load_assessment
from ladder_app.storage.check import problems_in
from ladder_app.storage.migrations import ASSESSMENT, MIGRATIONS, ROLE, assessment_1_to_2, current_version, migrate
from ladder_app.storage.yaml_reading import PlainDocument

FORMATS = Path(__file__).parent / "formats"


def plain(kind: str, version: int) -> dict[str, Any]:
    """The stored example of a format as plain values."""
    return PlainDocument((FORMATS / f"{kind}-{version}.yaml").read_text(encoding="utf-8")).value


def test_that_what_is_written_now_is_the_last_format() -> None:
    assert f"{ASSESSMENT}/{current_version(ASSESSMENT)}" == Assessment.model_fields["format"].default
    assert f"{ROLE}/{current_version(ROLE)}" == Role.model_fields["format"].default


@pytest.mark.parametrize("version", range(1, current_version(ASSESSMENT)))
def test_that_each_step_makes_the_stored_example_of_the_next_format(version: int) -> None:
    value = plain("assessment", version)
    MIGRATIONS[ASSESSMENT][version - 1](value)
    assert {**value, "format": f"{ASSESSMENT}/{version + 1}"} == plain("assessment", version + 1)
    assert list(value) == list(plain("assessment", version + 1))


@pytest.mark.parametrize("version", range(1, current_version(ASSESSMENT) + 1))
def test_that_every_format_reads_as_the_same_assessment_and_is_left_as_it_is(version: int) -> None:
    path = FORMATS / f"assessment-{version}.yaml"
    before = path.read_bytes()
    assert problems_in(path) == ()
    newest = FORMATS / f"assessment-{current_version(ASSESSMENT)}.yaml"
    assert assessment_text(load_assessment(path)) == newest.read_text(encoding="utf-8")
    assert path.read_bytes() == before


def test_that_the_faults_of_an_older_file_are_told_where_it_has_them(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    text = (FORMATS / "assessment-1.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("target: senior", "target: señor"), encoding="utf-8")
    assert [(problem.line, problem.column) for problem in problems_in(path)] == [(11, 9)]


def test_that_an_id_that_is_there_already_stays() -> None:
    value = {"format": f"{ASSESSMENT}/1", "id": "mine", "target": "x"}
    migrate(value, ASSESSMENT, 1)
    assert value == {"format": f"{ASSESSMENT}/2", "id": "mine", "target": "x"}


def test_that_the_id_stays_while_the_work_goes_on_and_another_persons_differs() -> None:
    value = plain("assessment", 1)
    later, other = deepcopy(value), deepcopy(value)
    later["cycles"][1]["ratings"]["write-code"]["step"] = "4"
    later["target"] = "junior"
    other["person"]["name"] = "Other Engineer"
    for each in (value, later, other):
        assessment_1_to_2(each)
    assert value["id"] == later["id"] != other["id"]


junk = st.recursive(
    st.none() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "id", "opened"]), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["person", "role", "cycles", "target", "id"]), junk))
def test_that_a_step_leaves_what_it_does_not_understand_to_validation(value: dict[str, Any]) -> None:
    before = deepcopy(value)
    assessment_1_to_2(value)
    assert {key: value[key] for key in before} == before
    assert set(value) - set(before) <= {"id", "format"}
