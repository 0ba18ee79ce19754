from pathlib import Path

import pytest

from ladder_app.errors import CannotWrite
from ladder_app.storage.atomic import write_atomically
from ladder_app.storage.renaming import rename_file
from ladder_app.storage.revocable import RevocableDisk


def test_that_it_is_a_disk_like_any_other_until_it_is_revoked(tmp_path: Path) -> None:
    disk = RevocableDisk()
    path = tmp_path / "mine"
    write_atomically(path, b"content", private=True, disk=disk)
    assert rename_file(path, "yours", disk).read_bytes() == b"content"


def test_that_what_is_revoked_leaves_the_file_that_was_there_and_nothing_else(tmp_path: Path) -> None:
    disk = RevocableDisk()
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "mine"
    path.write_bytes(b"before")
    disk.revoke()
    with pytest.raises(CannotWrite):
        write_atomically(path, b"content", private=True, disk=disk)
    with pytest.raises(CannotWrite):
        rename_file(path, "yours", disk)
    assert [(each.name, each.read_bytes()) for each in folder.iterdir()] == [("mine", b"before")]
