"""Every way in which something is written, on a disk that fails at every step of it."""

import errno
import os
import stat
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ladder_app.domain.entries import Rating
from ladder_app.errors import CannotWrite
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.atomic import make_private_folder, write_atomically
from ladder_app.storage.disk import DISK, Disk
from ladder_app.storage.life import Life
from ladder_app.storage.places import HOME_VARIABLE, data_folder
from ladder_app.storage.recovery import Recovery
from ladder_app.storage.roles import load_role, save_role
from ladder_app.storage.settings import Settings, load_settings, save_settings
from ladder_app.storage.versions import Versions
from tests.storage.failing_disk import OPERATIONS, FailingDisk
from tests.storage.people import EMPTY, ROLE
from tests.storage.test_atomic import posix, small_disk

RATED = EMPTY.rated("a", Rating(step=3))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def assessment(folder: Path, disk: Disk, later: bool) -> Callable[[], object]:
    path = folder / "mine.assessment.yaml"
    save_assessment(path, RATED if later else EMPTY, disk)
    return lambda: load_assessment(path)


def role(folder: Path, disk: Disk, later: bool) -> Callable[[], object]:
    path = folder / "mine.role.yaml"
    save_role(path, ROLE.model_copy(update={"title": "Later"}) if later else ROLE, disk)
    return lambda: load_role(path)


def settings(_: Path, disk: Disk, later: bool) -> Callable[[], object]:
    save_settings(Settings(name="Later" if later else "Sample Engineer"), disk)
    return load_settings


def export(folder: Path, disk: Disk, later: bool) -> Callable[[], object]:
    path = folder / "talk.pdf"
    write_atomically(path, b"later" if later else b"first", private=True, disk=disk)
    return path.read_bytes


def version(_: Path, disk: Disk, later: bool) -> Callable[[], object]:
    versions = Versions(EMPTY.id, disk)
    versions.keep(RATED if later else EMPTY, NOON)
    return lambda: [each.read() for each in versions.newest_first()]


class Kept:
    """One document, whose first edit is kept and whose second cannot be."""

    def __init__(self) -> None:
        self.recovery: Recovery | None = None

    def __call__(self, folder: Path, disk: Disk, later: bool) -> Callable[[], object]:
        if self.recovery is None:
            life = Life()
            self.recovery = Recovery(life, folder / "mine.assessment.yaml", disk)
            life.end()
        recovery = self.recovery
        recovery.keep(RATED if later else EMPTY, durable=True)
        (file,) = (data_folder() / "recovery").glob("*.assessment.yaml")
        return lambda: load_assessment(file)


Way = Callable[[Path, Disk, bool], Callable[[], object]]
WAYS: dict[str, Callable[[], Way]] = {
    "assessment": lambda: assessment,
    "role": lambda: role,
    "settings": lambda: settings,
    "export": lambda: export,
    "version": lambda: version,
    "recovery": Kept,
}


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", WAYS)
def test_that_what_was_there_stays_whole_and_nothing_is_left_behind(
    tmp_path: Path, name: str, operation: str, error: int
) -> None:
    disk = FailingDisk()
    way = WAYS[name]()
    read = way(tmp_path, disk, False)
    before, value = files(tmp_path), read()
    disk.operation, disk.error = operation, error
    if operation not in disk.done:
        pytest.skip("this way does not need that")
    with pytest.raises(CannotWrite):
        way(tmp_path, disk, True)
    assert files(tmp_path) == before
    assert read() == value
    disk.operation = ""
    assert way(tmp_path, disk, True)() != value


def test_that_what_cannot_be_removed_hides_no_fault(tmp_path: Path) -> None:
    class Gone(FailingDisk):
        def remove(self, path: Path) -> None:
            raise PermissionError(errno.EACCES, str(path))

    with pytest.raises(CannotWrite, match="The disk is full"):
        save_assessment(tmp_path / "a.yaml", EMPTY, Gone("write", errno.ENOSPC))


def test_that_what_need_not_outlive_a_power_cut_is_not_waited_for(tmp_path: Path) -> None:
    disk = FailingDisk()
    write_atomically(tmp_path / "a", b"x", private=True, durable=False, disk=disk)
    assert "flush" not in disk.done
    write_atomically(tmp_path / "a", b"x", private=True, disk=disk)
    assert disk.done.count("flush") == (1 if os.name == "nt" else 2)


def test_that_a_folder_for_personal_things_is_the_persons_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    for _ in range(2):
        make_private_folder(folder)
    if os.name != "nt":
        assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)] == [0o700, 0o700]
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="folder cannot be made"):
        make_private_folder(tmp_path / "file" / "b")
    with pytest.raises(CannotWrite, match=r"folder cannot be made: .*null"):
        make_private_folder(tmp_path / "a\0b")


FULL, READ_ONLY, GONE = "is full", "can only be read", "folder"


@posix
@pytest.mark.parametrize("bad_day", [FULL, READ_ONLY, GONE])
@pytest.mark.parametrize("name", WAYS)
def test_that_a_real_disk_that_fails_leaves_what_was_there_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, bad_day: str
) -> None:
    with small_disk(tmp_path / "disk"):
        folder = tmp_path / "disk" / "home"
        monkeypatch.setenv(HOME_VARIABLE, str(folder))
        folder.mkdir()
        way = WAYS[name]()
        read = way(folder, DISK, False)
        before, value = files(folder), read()
        if bad_day == FULL:
            fill(folder.parent / "filler")
        elif bad_day == READ_ONLY:
            subprocess.run(["mount", "-o", "remount,ro", str(folder.parent)], check=True)
        else:
            folder.rename(folder.with_name("away"))
            folder.write_text("something else")
        with pytest.raises(CannotWrite, match=bad_day):
            way(folder, DISK, True)
        if bad_day == GONE:
            folder.unlink()
            folder.with_name("away").rename(folder)
        assert files(folder) == before
        assert read() == value


def fill(path: Path) -> None:
    """Take what is left of a disk."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 100)
