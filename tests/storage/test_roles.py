from pathlib import Path

import pytest

from ladder_app.domain.role import Criterion, Level, Role, Source
from ladder_app.errors import InvalidFile, UnknownName, UnreadableFile
from ladder_app.storage import roles
from ladder_app.storage.addresses import is_same_page
from ladder_app.storage.places import own_roles_folder
from ladder_app.storage.roles import ROLE_SUFFIX, find_role, load_role, own_roles, role_in_use, save_role, shipped_roles

ROLE = Role(
    id="sample",
    title="2026",
    levels=(Level(id="one", title="One", grade=1, requirements=(Criterion(id="8", text="No", weight=2),)),),
)


def test_that_a_role_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "sample.role.yaml"
    save_role(path, ROLE)
    assert load_role(path) == ROLE


def test_that_the_shipped_roles_are_listed_by_title_with_what_a_list_shows() -> None:
    found = shipped_roles()
    assert [file.title for file in found] == sorted(file.title for file in found)
    manager = next(file for file in found if file.id == "engineering-productivity-manager")
    assert (manager.title, manager.levels) == ("Engineering Productivity Manager", 2)
    assert manager.description
    assert manager.load().id == manager.id


def test_that_a_role_file_that_cannot_be_listed_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.role.yaml").write_text("id: [")
    (tmp_path / "notes.txt").write_text("id: notes")
    (tmp_path / "odd.role.yaml").write_text("title:\nlevels: none of that\n")
    save_role(tmp_path / "sample.role.yaml", ROLE)
    monkeypatch.setattr(roles, "roles_folder", lambda: tmp_path)
    assert [(file.id, file.title, file.description, file.levels) for file in shipped_roles()] == [
        ("sample", "2026", "", 1),
        ("odd", "odd", "", 0),
    ]


def test_that_a_role_is_found_by_its_id_and_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_role("engineering-productivity-manager").title == "Engineering Productivity Manager"
    monkeypatch.chdir(tmp_path)
    save_role(Path("mine"), ROLE)
    for name in ("mine", "./mine", str(tmp_path / "mine")):
        assert find_role(name) == ROLE


def test_that_a_role_nobody_knows_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Did you mean “software-engineer”"):
        find_role("software-enginer")


def test_that_a_path_that_leads_nowhere_is_told_as_one() -> None:
    for name in ("none.yaml", "none" + ROLE_SUFFIX, "no/such"):
        with pytest.raises(UnreadableFile, match="There is no such file"):
            find_role(name)


def test_that_an_id_that_is_a_folder_here_is_still_an_unknown_role(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownName):
        find_role("folder")
    with pytest.raises(UnknownName):
        find_role("")
    Path("x.yaml").write_text("format: ladder-assessment/1\n")
    with pytest.raises(InvalidFile, match="not a role file"):
        find_role("x.yaml")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/jobs/baker/", "http://example.org/jobs/baker", True),
        ("https://example.org/jobs/baker/index.html?x=1#top", "https://example.org/jobs/baker/", True),
        ("/jobs/baker/", "https://example.org/jobs/baker", True),
        ("https://example.org/jobs/baker", "https://example.com/jobs/baker", False),
        ("https://example.org/jobs/baker", "https://example.org/jobs/cook", False),
        ("", "https://example.org", False),
    ],
)
def test_that_addresses_are_compared_as_a_person_would(one: str, other: str, *, same: bool) -> None:
    assert is_same_page(one, other) is same
    assert is_same_page(other, one) is same


def test_that_a_role_in_use_is_known_by_its_address_its_id_or_its_title() -> None:
    folder = own_roles_folder()
    folder.mkdir(parents=True)
    published = ROLE.model_copy(update={"source": Source(title="Jobs", url="https://example.org/jobs/baker/")})
    save_role(folder / "a.role.yaml", ROLE)
    save_role(folder / "b.role.yaml", published.model_copy(update={"id": "baker", "title": "Baker"}))
    assert role_in_use("sample") == folder / "a.role.yaml"
    assert role_in_use("sample", "2026", "http://example.org/jobs/baker") == folder / "b.role.yaml"
    assert role_in_use("master-baker", "baker") == folder / "b.role.yaml"
    assert role_in_use("nobody") is None
    save_role(folder / "c.role.yaml", ROLE.model_copy(update={"id": "other", "title": "Baker"}))
    assert role_in_use("master-baker", "baker") is None


def test_that_roles_of_ones_own_are_listed_by_title_and_go_by_their_path(tmp_path: Path) -> None:
    assert own_roles() == ()
    shipped = shipped_roles()[0].load()
    folder = own_roles_folder()
    folder.mkdir(parents=True)
    for name, title in (("b", "Zoo keeper"), ("a", "Baker")):
        save_role(folder / f"{name}.role.yaml", shipped.model_copy(update={"id": name, "title": title}))
    found = own_roles()
    assert [file.title for file in found] == ["Baker", "Zoo keeper"]
    assert [file.id for file in found] == [str(folder / "a.role.yaml"), str(folder / "b.role.yaml")]
    assert found[0].load().title == "Baker"
    assert not list(tmp_path.glob("*.role.yaml"))
