"""The shipped files are written as the program writes them, so that saving one changes no byte of it."""

from pathlib import Path

import pytest

from ladder_app.storage.assessments import assessment_text, load_assessment
from ladder_app.storage.check import problems_in
from ladder_app.storage.roles import load_role, role_text, shipped_roles
from tests.roles.places import ENGINEER_ROLE, MANAGER_ROLE, REPOSITORY, SAMPLE

ROLES = sorted((REPOSITORY / "roles").glob("*.role.yaml"))


def test_that_both_roles_are_shipped_under_their_ids() -> None:
    assert {MANAGER_ROLE, ENGINEER_ROLE} <= set(ROLES)
    for file in shipped_roles():
        role = file.load()
        assert (role.id, role.title, len(role.levels)) == (file.id, file.title, file.levels)
        assert file.path.name == f"{role.id}.role.yaml"


@pytest.mark.parametrize("path", ROLES, ids=lambda path: path.name)
def test_that_a_shipped_role_is_written_as_the_program_writes_it(path: Path) -> None:
    assert path.read_bytes() == role_text(load_role(path)).encode()


def test_that_the_sample_is_written_as_the_program_writes_it() -> None:
    assert SAMPLE.read_bytes() == assessment_text(load_assessment(SAMPLE)).encode()


@pytest.mark.parametrize("path", [*ROLES, SAMPLE], ids=lambda path: path.name)
def test_that_a_shipped_file_has_no_problems(path: Path) -> None:
    assert problems_in(path) == ()
