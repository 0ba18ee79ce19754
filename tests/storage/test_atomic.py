import errno
import os
import random
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ladder_app.errors import CannotWrite
from ladder_app.storage.atomic import write_atomically
from tests.storage.failing_disk import FailingDisk

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, links or limits")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing in it."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refusal(path: Path, content: bytes = b"new") -> str:
    """The words with which a write is refused."""
    with pytest.raises(CannotWrite) as caught:
        write_atomically(path, content, private=True)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    return problem.message


@contextmanager
def small_files_only(most_bytes: int) -> Iterator[None]:
    """What a quota does: no file of this process may become larger."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of 64 kB at the folder; skips where this account may not mount one."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a disk takes an administrator")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("content", [b"", b"text\r\n\x00", b"x" * 1_000_000])
def test_that_the_file_holds_exactly_what_was_written_and_nothing_else_is_left(folder: Path, content: bytes) -> None:
    path = folder / "a.yaml"
    for _ in range(2):
        write_atomically(path, content, private=True)
        assert path.read_bytes() == content
        assert list(folder.iterdir()) == [path]


@posix
def test_that_a_new_private_file_is_the_persons_alone_and_another_follows_the_umask(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(folder / "private", b"", private=True)
        write_atomically(folder / "shared", b"", private=False)
    finally:
        os.umask(before)
    assert mode(folder / "private") == 0o600
    assert mode(folder / "shared") == 0o640


@posix
@pytest.mark.parametrize("private", [True, False])
def test_that_the_mode_of_a_file_that_was_there_is_kept(folder: Path, private: bool) -> None:
    path = folder / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o664)
    write_atomically(path, b"new", private=private)
    assert (path.read_bytes(), mode(path)) == (b"new", 0o664)


@posix
def test_that_a_link_stays_a_link_and_what_it_leads_to_is_written(folder: Path) -> None:
    (folder / "real").mkdir()
    target = folder / "real" / "a.yaml"
    link = folder / "link.yaml"
    link.symlink_to(Path("real") / "a.yaml")
    for content in (b"first", b"second"):
        write_atomically(link, content, private=True)
        assert link.is_symlink()
        assert target.read_bytes() == content
    assert sorted(path.name for path in folder.iterdir()) == ["link.yaml", "real"]


@posix
def test_that_a_link_in_a_circle_is_refused(folder: Path) -> None:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    assert "leads in a circle" in refusal(folder / "a")
    assert (folder / "a").is_symlink()


def test_that_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    assert "folder is not there" in refusal(folder / "gone" / "a.yaml")
    (folder / "file").write_bytes(b"")
    assert "folder is not there" in refusal(folder / "file" / "a.yaml")


def test_that_a_folder_of_that_name_is_told(folder: Path) -> None:
    assert "There is a folder of that name" in refusal(folder)


@posix
def test_that_a_name_too_long_and_an_impossible_one_are_told(folder: Path) -> None:
    assert "name is too long" in refusal(folder / ("x" * 300))
    assert "embedded null" in refusal(folder / "a\0b")


@posix
def test_that_the_longest_name_the_disk_takes_can_be_written(folder: Path) -> None:
    path = folder / ("x" * 255)
    write_atomically(path, b"new", private=True)
    assert path.read_bytes() == b"new"


def test_that_a_file_locked_against_writing_is_left_as_it_is(folder: Path) -> None:
    path = folder / "locked.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert "may only be read" in refusal(path)
    assert path.read_bytes() == b"old"
    path.chmod(0o644)


@posix
def test_that_a_device_is_never_replaced(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    assert "this is a device, not a file" in refusal(pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_that_the_old_file_stays_whole_when_the_new_one_may_not_be_so_large(folder: Path) -> None:
    path = folder / "a.yaml"
    path.write_bytes(b"old")
    with small_files_only(10_000):
        words = refusal(path, b"x" * 100_000)
    assert "larger than this disk or account allows" in words
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


@posix
def test_that_the_old_file_stays_whole_on_a_full_disk(folder: Path) -> None:
    with small_disk(folder / "disk"):
        path = folder / "disk" / "a.yaml"
        path.write_bytes(b"old")
        assert "The disk is full" in refusal(path, b"x" * 100_000)
        assert path.read_bytes() == b"old"
        assert list(path.parent.iterdir()) == [path]


@posix
def test_that_a_disk_that_can_only_be_read_is_told(folder: Path) -> None:
    with small_disk(folder / "disk"):
        subprocess.run(["mount", "-o", "remount,ro", str(folder / "disk")], check=True)
        assert "can only be read" in refusal(folder / "disk" / "a.yaml")


@posix
def test_that_a_folder_without_permission_is_told(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("an administrator may write everywhere")
    folder.chmod(0o500)
    try:
        assert "no permission" in refusal(folder / "a.yaml")
    finally:
        folder.chmod(0o700)


@posix
def test_that_a_program_killed_while_writing_leaves_one_version_whole(folder: Path) -> None:
    path = folder / "a.yaml"
    script = (
        "import sys, pathlib\n"
        "from ladder_app.storage.atomic import write_atomically\n"
        "while True:\n"
        "    for letter in (b'a', b'b'):\n"
        "        write_atomically(pathlib.Path(sys.argv[1]), letter * 300_000, private=True)\n"
        "        print('written', flush=True)\n"
    )
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(random.randint(1, 8)):  # noqa: S311 - any moment will do
                writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
        content = path.read_bytes()
        assert len(content) == 300_000
        assert len(set(content)) == 1


@posix
@pytest.mark.parametrize("error", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_that_a_disk_without_modes_is_written_to_and_what_is_there_is_the_persons_alone(
    folder: Path, error: int
) -> None:
    path = folder / "a.yaml"
    for content in (b"first", b"second"):
        write_atomically(path, content, private=True, disk=FailingDisk("set_mode", error))
        assert (path.read_bytes(), mode(path)) == (content, 0o600)
        assert list(folder.iterdir()) == [path]
