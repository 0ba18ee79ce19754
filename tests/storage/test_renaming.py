from pathlib import Path

import pytest

from ladder_app.errors import CannotWrite
from ladder_app.storage.renaming import rename_file


def test_that_a_file_has_its_new_name_and_its_content(tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text("content", encoding="utf-8")
    new = rename_file(old, "Neuer Name 🪜.yaml")
    assert new == tmp_path / "Neuer Name 🪜.yaml"
    assert new.read_text(encoding="utf-8") == "content"
    assert not old.exists()
    assert rename_file(new, new.name) == new


@pytest.mark.parametrize("name", ["", "a/b", "taken", "n" * 300, "nul\0"])
def test_that_a_name_that_cannot_be_changes_nothing(tmp_path: Path, name: str) -> None:
    old = tmp_path / "old.yaml"
    old.write_text("content", encoding="utf-8")
    (tmp_path / "taken").write_text("other", encoding="utf-8")
    with pytest.raises(CannotWrite):
        rename_file(old, name)
    assert old.read_text(encoding="utf-8") == "content"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "other"


def test_that_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="not there under its old name"):
        rename_file(tmp_path / "gone" / "old.yaml", "new.yaml")


@pytest.mark.parametrize(
    ("name", "to_do"), [("n" * 300, "choose a shorter one"), ("nul\0", "save it under that name somewhere else")]
)
def test_that_a_refusal_says_what_to_do(tmp_path: Path, name: str, to_do: str) -> None:
    old = tmp_path / "old.yaml"
    old.write_text("content", encoding="utf-8")
    with pytest.raises(CannotWrite, match=to_do):
        rename_file(old, name)
