import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.storage.identity import folder_name, new_identity, readable
from tests.storage.strategies import ids


def test_that_every_new_identity_is_another_and_needs_no_quotes() -> None:
    made = {new_identity() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(name) == 32 and name[0] in "abcdef" for name in made)
    assert readable("0" * 32) == "a" + "0" * 31


def test_that_a_made_identity_names_its_folder_itself() -> None:
    made = new_identity()
    assert folder_name(made) == made


@pytest.mark.parametrize("identity", ["con", "A" * 32, "ё" * 100, "a" * 31, "8"])
def test_that_any_other_gets_a_name_that_every_disk_takes(identity: str) -> None:
    name = folder_name(identity)
    assert len(name) == 32
    assert set(name) <= set("-0123456789abcdef")


@given(st.lists(ids, unique=True, min_size=2, max_size=5))
def test_that_two_identities_never_share_a_folder(names: list[str]) -> None:
    assert len({folder_name(name) for name in names}) == len(names)
