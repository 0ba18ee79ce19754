import concurrent.futures
import os
import stat
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from ladder_app.domain.entries import Rating
from ladder_app.errors import Problem, UnreadableFile
from ladder_app.storage import team
from ladder_app.storage.assessments import save_assessment
from ladder_app.storage.places import data_folder
from ladder_app.storage.team import TeamReader, team_files
from tests.storage.failing_disk import OPERATIONS, FailingDisk
from tests.storage.people import EMPTY


def person(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.assessment.yaml"
    save_assessment(
        path, EMPTY.model_copy(update={"id": name, "person": EMPTY.person.model_copy(update={"name": name})})
    )
    return path


def names(found: team.Team | None) -> list[str]:
    assert found is not None
    return [member.person for _, member in found.people]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ada", "bob", "eve"):
        person(tmp_path / "team", name)
    return tmp_path / "team"


def test_that_files_are_found_in_the_folders_inside_too_but_not_in_hidden_ones(folder: Path) -> None:
    person(folder / "more" / "and more", "zoe")
    person(folder / ".git", "hidden")
    person(folder, ".hidden")
    (folder / "notes.txt").write_text("no")
    assert [path.name.partition(".")[0] for path in team_files(folder)] == ["ada", "bob", "eve", "zoe"]


def test_that_a_second_look_reads_only_what_changed(folder: Path) -> None:
    first = TeamReader(folder).read()
    assert first is not None
    assert first.read_anew == 3
    again = TeamReader(folder).read()
    assert again is not None
    assert (again.read_anew, again.entries) == (0, first.entries)
    save_assessment(folder / "bob.assessment.yaml", EMPTY.rated("a", Rating(step=3)))
    changed = TeamReader(folder).read()
    assert changed is not None
    assert changed.read_anew == 1
    (folder / "eve.assessment.yaml").unlink()
    assert len(names(TeamReader(folder).read())) == 2


def test_that_what_cannot_be_read_is_listed_with_the_reason_and_stops_nothing(folder: Path) -> None:
    broken = folder / "broken.assessment.yaml"
    broken.write_text("format: ladder-assessment/2\nperson: {nam: X}\n")
    for _ in range(2):
        found = TeamReader(folder).read()
        assert found is not None
        assert names(found) == ["ada", "bob", "eve"]
        assert {problem.file for problem in found.problems} == {str(broken)}
        assert any(problem.line == 2 for problem in found.problems)
    save_assessment(broken, EMPTY)
    assert len(names(TeamReader(folder).read())) == 4


def test_that_a_file_that_goes_away_while_reading_is_one_that_cannot_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder / "gone.assessment.yaml"
    monkeypatch.setattr(team, "team_files", lambda *_: [gone])
    found = TeamReader(folder).read()
    assert found is not None
    assert [problem.message for problem in found.problems] == ["There is no such file."]


def test_that_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        TeamReader(tmp_path / "nowhere").read()
    with pytest.raises(UnreadableFile):
        team_files(Path("\0"))


def test_that_what_is_kept_is_for_the_person_alone(folder: Path) -> None:
    TeamReader(folder).read()
    (kept,) = (data_folder() / "teams").iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", ["", "{", '{"format": "ladder-team/0", "entries": []}'])
def test_that_what_was_kept_and_is_no_good_is_passed_over(folder: Path, content: str) -> None:
    TeamReader(folder).read()
    (kept,) = (data_folder() / "teams").iterdir()
    kept.write_text(content)
    found = TeamReader(folder).read()
    assert found is not None
    assert found.read_anew == 3


@pytest.mark.parametrize("operation", OPERATIONS)
def test_that_a_team_is_shown_whatever_the_disk_of_the_data_folder_does(folder: Path, operation: str) -> None:
    assert names(TeamReader(folder, disk=FailingDisk(operation)).read()) == ["ada", "bob", "eve"]


def test_that_progress_is_told_and_a_cancelled_look_keeps_what_it_has_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "_AT_A_TIME", 1)
    told: list[tuple[int, int]] = []
    stopped = TeamReader(folder).read(lambda done, of: told.append((done, of)), lambda: len(told) == 2)
    assert stopped is None
    assert told == [(0, 3), (1, 3)]
    found = TeamReader(folder).read()
    assert found is not None
    assert (len(found.people), found.read_anew) == (3, 2)


def test_that_cancelling_after_the_last_file_gives_the_team(folder: Path) -> None:
    assert names(TeamReader(folder).read(cancelled=lambda: True)) == ["ada", "bob", "eve"]


def test_that_several_processes_read_the_same_as_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = TeamReader(folder).read()
    assert alone is not None
    (data_folder() / "teams").joinpath(next((data_folder() / "teams").iterdir()).name).unlink()
    monkeypatch.setattr(team, "_AT_A_TIME", 1)
    monkeypatch.setattr(team, "_WORTH_A_PROCESS", 0)
    together = TeamReader(folder).read()
    assert together is not None
    assert together.entries == alone.entries


class _Dying:
    """A pool whose processes are ended by the system."""

    def __init__(self, *_: object, **__: object) -> None:
        self.shut = False

    def submit(self, *_: object) -> "Future[object]":
        future: Future[object] = Future()
        future.set_exception(BrokenProcessPool("ended"))
        return future

    def shutdown(self, **_: object) -> None:
        self.shut = True


def test_that_what_a_lost_process_left_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "_AT_A_TIME", 1)
    monkeypatch.setattr(team, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", _Dying)
    assert names(TeamReader(folder).read()) == ["ada", "bob", "eve"]


def taken_out(path: Path) -> str:
    """Stands for the reading of PDFs: the text of an assessment between two lines, or nothing."""
    text = path.read_text()
    if text == "locked":
        raise UnreadableFile(Problem("It is locked.", str(path)))
    return text.removeprefix("%PDF\n") if text.startswith("%PDF\n") else ""


def test_that_pdfs_count_as_what_they_carry(folder: Path) -> None:
    (folder / "Dan.PDF").write_text("%PDF\n" + (person(folder.parent, "dan")).read_text())
    (folder / "other.pdf").write_text("nothing of ours")
    (folder / "shut.pdf").write_text("locked")
    for read in (4 + 1 + 1, 1):
        found = TeamReader(folder, taken_out).read()
        assert names(found) == ["dan", "ada", "bob", "eve"]
        assert found is not None
        assert (found.unread, found.read_anew) == (1, read)
    assert names(TeamReader(folder).read()) == ["ada", "bob", "eve"]


def test_that_of_several_copies_the_newest_counts(folder: Path) -> None:
    older = person(folder / "old", "bob")
    newer = folder / "bob.assessment.yaml"
    for newest, oldest in ((newer, older), (older, newer)):
        os.utime(newest, ns=(2 * 10**18, 2 * 10**18))
        os.utime(oldest, ns=(10**18, 10**18))
        found = TeamReader(folder).read()
        assert found is not None
        assert sorted(names(found)) == ["ada", "bob", "eve"]
        assert str(newest) in [file for file, _ in found.people]
        assert found.older_copies == 1
