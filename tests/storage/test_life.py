import os
import stat
from pathlib import Path

from ladder_app.storage.life import Life, is_running, tidy_lives
from ladder_app.storage.places import data_folder
from tests.storage.failing_disk import FailingDisk
from tests.storage.people import another_ladder


def traces() -> list[Path]:
    return sorted((data_folder() / "running").iterdir())


def test_that_a_ladder_runs_until_it_ends() -> None:
    life, other = Life(), Life()
    assert life.token != other.token
    assert life.held
    assert is_running(life.token)
    if os.name != "nt":
        assert [stat.S_IMODE(path.stat().st_mode) for path in traces()] == [0o600, 0o600]
    for _ in range(2):
        life.end()
    assert not is_running(life.token)
    assert is_running(other.token)
    other.end()
    assert traces() == []


def test_that_a_killed_ladder_does_not_run(tmp_path: Path) -> None:
    with another_ladder(tmp_path / "a.assessment.yaml") as token:
        assert is_running(token)
    assert not is_running(token)


def test_that_a_made_up_token_belongs_to_nobody(tmp_path: Path) -> None:
    (tmp_path / "outside.lock").write_bytes(b"")
    for token in ("", "none", "../../outside", str(tmp_path / "outside")):
        assert not is_running(token)


def test_that_without_a_data_folder_the_program_runs_and_nobody_can_tell() -> None:
    life = Life(FailingDisk("make_folder"))
    assert not life.held
    assert not is_running(life.token)
    life.end()


def test_that_what_the_killed_left_long_ago_is_tidied_away(tmp_path: Path) -> None:
    life = Life()
    with another_ladder(tmp_path / "a.assessment.yaml"):
        pass
    assert len(traces()) == 2
    tidy_lives()
    assert len(traces()) == 2
    for path in traces():
        os.utime(path, (0, 0))
    tidy_lives()
    assert [path.stem for path in traces()] == [life.token]
    life.end()


def test_that_a_life_that_begins_later_is_held_from_then_on() -> None:
    life = Life(at_once=False)
    assert not life.held
    life.begin()
    assert is_running(life.token)
    life.end()
