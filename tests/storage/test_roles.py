from pathlib import Path

from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.storage.roles import load_role, save_role

ROLE = Role(
    id="sample",
    title="2026",
    levels=(Level(id="one", title="One", grade=1, requirements=(Criterion(id="8", text="No", weight=2),)),),
)


def test_that_a_role_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "sample.role.yaml"
    save_role(path, ROLE)
    assert load_role(path) == ROLE
