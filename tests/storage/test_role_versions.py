from pathlib import Path

import pytest

from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.role_versions import other_version, version_of
from ladder_app.storage.roles import find_role, save_role


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LADDER_HOME", str(tmp_path))


def test_that_a_role_that_says_what_the_shipped_one_says_has_no_other_version() -> None:
    assert other_version(find_role("software-engineer")) is None


def test_that_an_older_copy_finds_the_shipped_role_and_a_role_of_its_own_id_none() -> None:
    shipped = find_role("software-engineer")
    older = shipped.model_copy(update={"title": "Engineer of software"})
    assert other_version(older) == shipped
    assert other_version(older.model_copy(update={"id": "nobody-has-this"})) is None


def test_that_the_persons_own_folder_comes_first_and_what_cannot_be_read_is_passed_over() -> None:
    shipped = find_role("software-engineer")
    mine = shipped.model_copy(update={"title": "Ours"})
    own_roles_folder().mkdir(parents=True)
    (own_roles_folder() / "a.role.yaml").write_text("{ not yaml")
    (own_roles_folder() / "b.role.yaml").write_text("id: software-engineer\nlevels: 3\n")
    assert other_version(shipped) is None
    save_role(own_roles_folder() / "mine.role.yaml", mine)
    assert other_version(shipped) == mine
    assert other_version(mine) is None


def test_that_a_version_is_known_by_all_that_it_says() -> None:
    shipped = find_role("software-engineer")
    assert version_of(shipped) == version_of(find_role("software-engineer"))
    assert version_of(shipped) != version_of(shipped.model_copy(update={"title": "Ours"}))
    assert version_of(shipped).startswith("software-engineer ")
