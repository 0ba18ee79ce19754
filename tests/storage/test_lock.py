import getpass
import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ladder_app.storage.life import Life
from ladder_app.storage.lock import DocumentLock
from ladder_app.storage.places import HOME_VARIABLE, data_folder
from tests.storage.failing_disk import FailingDisk
from tests.storage.people import another_ladder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.assessment.yaml"


def note_beside(path: Path) -> Path:
    """The note beside a file that is open."""
    (note,) = path.parent.glob(".ladder-*.lock")
    return note


def says(note: Path, **changes: Any) -> None:
    note.write_text(json.dumps({**json.loads(note.read_text()), **changes}))


def test_that_a_file_nobody_has_open_is_taken_and_released(path: Path) -> None:
    lock = DocumentLock(path, Life())
    assert lock.holder() is None
    assert lock.take() is None
    assert lock.taken
    if os.name != "nt":
        assert stat.S_IMODE(note_beside(path).stat().st_mode) == 0o600
    assert DocumentLock(path.with_name("other.assessment.yaml"), Life()).take() is None
    for _ in range(2):
        lock.release()
    assert not lock.taken
    assert DocumentLock(path, Life()).take() is None


def test_that_the_same_ladder_may_open_it_again(path: Path) -> None:
    life = Life()
    assert DocumentLock(path, life).take() is None
    assert DocumentLock(path, life).take() is None


def test_that_a_note_of_the_same_ladder_that_came_later_stays(path: Path) -> None:
    life = Life()
    first, second = DocumentLock(path, life), DocumentLock(path, life)
    first.take()
    second.take()
    first.release()
    assert note_beside(path).exists()
    second.release()
    assert not list(path.parent.glob(".ladder-*.lock"))


def test_that_another_running_ladder_is_named(path: Path) -> None:
    lock = DocumentLock(path, Life())
    with another_ladder(path) as token:
        holder = lock.take()
        assert holder is not None
        assert (holder.token, holder.user, holder.is_this_machine) == (token, getpass.getuser(), True)
        assert holder.machine == os.uname().nodename
        assert holder.process != os.getpid()
        assert holder.silent_for(datetime.now(UTC)) < timedelta(minutes=1)
        assert not lock.taken
        link = path.with_name("link.yaml")
        link.symlink_to(path)
        assert DocumentLock(link, Life()).holder() == holder


def test_that_what_a_dead_ladder_left_is_taken_over_without_a_question(path: Path) -> None:
    with another_ladder(path):
        pass
    assert note_beside(path).exists()
    lock = DocumentLock(path, Life())
    assert lock.take() is None
    assert lock.taken


def test_that_taking_over_is_noticed_by_the_other_and_survives_its_release(path: Path) -> None:
    first, second = DocumentLock(path, Life()), DocumentLock(path, Life())
    assert first.take() is None
    assert second.take() is not None
    assert first.still_here()
    second.take_over()
    first_again = DocumentLock(path, Life())
    assert first_again.holder() is not None
    assert not first.still_here()
    first.release()
    assert first_again.holder() is not None
    assert first.still_here()


def test_that_a_lock_whose_note_was_taken_over_removes_nothing(path: Path) -> None:
    first, second = DocumentLock(path, Life()), DocumentLock(path, Life())
    first.take()
    second.take_over()
    first.release()
    assert second.still_here()
    assert DocumentLock(path, Life()).holder() is not None


def test_that_staying_renews_when_it_was_last_seen_and_not_since_when(path: Path) -> None:
    lock = DocumentLock(path, Life())
    lock.take()
    before = json.loads(note_beside(path).read_text())
    assert lock.still_here()
    after = json.loads(note_beside(path).read_text())
    assert after["since"] == before["since"]
    assert after["seen"] > before["seen"]
    note_beside(path).unlink()
    assert lock.still_here()
    assert note_beside(path).exists()


def test_that_another_machine_is_believed_and_its_silence_told(path: Path) -> None:
    DocumentLock(path, Life()).take()
    seen = datetime.now(UTC) - timedelta(hours=3)
    says(note_beside(path), machine="elsewhere", home="", process=1, seen=seen.isoformat())
    holder = DocumentLock(path, Life()).take()
    assert holder is not None
    assert not holder.is_this_machine
    assert holder.silent_for(seen + timedelta(hours=3)) == timedelta(hours=3)


def test_that_a_ladder_with_another_home_on_this_machine_is_asked_for_by_its_process(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    DocumentLock(path, Life()).take()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    lock = DocumentLock(path, Life())
    assert lock.holder() is not None
    says(note_beside(path), process=2**22 + 1)
    assert lock.holder() is None
    says(note_beside(path), process=2**80)
    assert lock.holder() is not None


@pytest.mark.parametrize("text", ["", "[]", "{}", "\0", "[" * 4000, '{"user": 1}'])
def test_that_a_note_nobody_understands_counts_for_nothing(path: Path, text: str) -> None:
    lock = DocumentLock(path, Life())
    lock.take()
    note_beside(path).write_text(text)
    assert DocumentLock(path, Life()).take() is None
    assert not lock.still_here()


def test_that_a_pipe_or_a_link_in_place_of_the_note_neither_blocks_nor_leads_astray(path: Path, tmp_path: Path) -> None:
    DocumentLock(path, Life()).take()
    note = note_beside(path)
    note.unlink()
    os.mkfifo(note)
    lock = DocumentLock(path, Life())
    assert lock.take() is None
    lock.release()
    note.unlink()
    precious = tmp_path / "precious"
    precious.write_text("precious")
    note.symlink_to(precious)
    lock = DocumentLock(path, Life())
    assert lock.take() is None
    assert lock.taken
    assert precious.read_text() == "precious"


def test_that_a_file_in_a_folder_that_cannot_be_written_is_noted_with_the_persons_own_things(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    lock = DocumentLock(folder / "mine.assessment.yaml", Life())
    assert lock.take() is None
    assert lock.taken
    assert len(list((data_folder() / "locks").iterdir())) == 1
    assert DocumentLock(folder / "mine.assessment.yaml", Life()).holder() is not None
    lock.release()
    assert list((data_folder() / "locks").iterdir()) == []


def test_that_where_no_note_can_be_written_the_file_opens_all_the_same(path: Path) -> None:
    lock = DocumentLock(path, Life(), FailingDisk("create"))
    assert lock.take() is None
    assert not lock.taken
    assert lock.still_here()
    lock.release()


def test_that_a_note_that_cannot_be_removed_ends_with_its_ladder(path: Path) -> None:
    life = Life()
    lock = DocumentLock(path, life, FailingDisk("remove"))
    lock.take()
    lock.release()
    life.end()
    assert note_beside(path).exists()
    assert DocumentLock(path, Life()).take() is None


def test_that_an_account_without_a_name_can_open_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    lock = DocumentLock(path, Life())
    lock.take()
    holder = DocumentLock(path, Life()).holder()
    assert holder is not None
    assert holder.user == ""


def test_that_one_can_ask_whether_it_was_taken_over_without_saying_anything(path: Path) -> None:
    mine, theirs = DocumentLock(path, Life()), DocumentLock(path, Life())
    assert mine.is_ours()
    mine.take()
    said = note_beside(path).read_bytes()
    assert mine.is_ours()
    assert note_beside(path).read_bytes() == said
    theirs.take_over()
    assert not mine.is_ours()
    theirs.release()
    assert mine.is_ours()
