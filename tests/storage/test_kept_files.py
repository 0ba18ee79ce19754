"""Which file a kept version is of, and the last one of a file that is gone."""

import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.storage.kept_files import MOST_FILES, KeptFiles
from ladder_app.storage.places import data_folder
from ladder_app.storage.versions import Versions, last_version_of
from tests.storage.failing_disk import FailingDisk
from tests.storage.people import EMPTY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINE, YOURS = Path("/home/sample/mine.assessment.yaml"), Path("/home/sample/yours.assessment.yaml")
OTHER = EMPTY.model_copy(update={"id": "another"})


def state(number: int, of: Assessment = EMPTY) -> Assessment:
    return of.noted("a", f"State {number}")


def lists() -> list[Path]:
    return sorted((data_folder() / "versions").rglob("files.json"))


def test_that_a_version_says_which_file_it_is_a_state_of() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON)
    versions.keep(state(2), NOON + timedelta(seconds=1), MINE)
    versions.keep(state(3), NOON + timedelta(seconds=2), YOURS, pinned=True)
    assert [version.path for version in versions.newest_first()] == [YOURS, MINE, None]
    (file,) = lists()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_that_the_last_version_of_a_file_is_found_by_its_path_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert last_version_of(MINE) is None
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON, MINE)
    versions.keep(state(2), NOON + timedelta(minutes=1), MINE)
    versions.keep(state(3), NOON + timedelta(minutes=2), YOURS)
    found = last_version_of(MINE)
    assert found is not None
    assert (found.read(), found.path) == (state(2), MINE)
    assert last_version_of(tmp_path / "never.assessment.yaml") is None
    monkeypatch.chdir(tmp_path)
    versions.keep(state(4), NOON + timedelta(minutes=3), Path("here.assessment.yaml"))
    monkeypatch.chdir(tmp_path.parent)
    found = last_version_of(tmp_path / "here.assessment.yaml")
    assert found is not None
    assert found.read() == state(4)


def test_that_of_two_assessments_in_the_same_place_the_later_counts_and_neither_has_what_is_the_others() -> None:
    Versions(EMPTY.id).keep(state(1), NOON, MINE)
    Versions(OTHER.id).keep(state(2, OTHER), NOON + timedelta(seconds=1), MINE)
    Versions(OTHER.id).keep(state(3, OTHER), NOON + timedelta(seconds=2), YOURS)
    found = last_version_of(MINE)
    assert found is not None
    assert found.read() == state(2, OTHER)
    assert [version.read() for version in Versions(EMPTY.id).newest_first()] == [state(1)]
    Versions(EMPTY.id).keep(state(4), NOON + timedelta(seconds=3), MINE)
    found = last_version_of(MINE)
    assert found is not None
    assert found.read() == state(4)


def test_that_the_same_state_of_another_file_is_one_of_its_own() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON, MINE)
    versions.keep(state(1), NOON + timedelta(seconds=1), MINE)
    versions.keep(state(1), NOON + timedelta(seconds=2), YOURS)
    found = [last_version_of(path) for path in (MINE, YOURS)]
    assert [each.saved - NOON for each in found if each is not None] == [timedelta(0), timedelta(seconds=2)]
    assert [version.path for version in versions.newest_first()] == [YOURS]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([MINE, YOURS, None]), st.integers(1, 60 * 24 * 20)), max_size=15))
def test_that_however_files_take_turns_the_last_state_of_each_stays(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[Path | None, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LADDER_HOME", str(tmp_path_factory.mktemp("home")))
        versions, now, last = Versions(EMPTY.id), NOON, dict[Path, int]()
        for number, (path, minutes) in enumerate(turns):
            now += timedelta(minutes=minutes)
            versions.keep(state(number), now, path)
            if path is not None:
                last[path] = number
        for path in (MINE, YOURS):
            found = last_version_of(path)
            assert (None if found is None else found.read()) == (state(last[path]) if path in last else None)


def test_that_the_list_is_written_when_it_says_something_new_alone() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON, MINE)
    (file,) = lists()
    before = file.stat().st_ino
    for seconds in range(2, 60):
        versions.keep(state(seconds), NOON + timedelta(seconds=seconds), MINE)
    assert file.stat().st_ino == before
    versions.keep(state(60), NOON + timedelta(hours=1), MINE)
    assert KeptFiles(file.parent).seen() == {MINE: NOON + timedelta(hours=1)}


def test_that_only_the_latest_files_are_listed() -> None:
    versions = Versions(EMPTY.id)
    for number in range(MOST_FILES + 2):
        versions.keep(state(number), NOON + timedelta(minutes=number), Path(f"/{number}"))
    (file,) = lists()
    assert list(KeptFiles(file.parent).seen()) == [Path(f"/{number}") for number in range(MOST_FILES + 1, 1, -1)]
    assert last_version_of(Path("/1")) is None
    assert last_version_of(Path("/2")) is not None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1, 2]",
        '{"files": {"a": 1}}',
        '{"files": [["/a", "yesterday"], ["/b"], 7, [1, 2], ["/c", "9999-12-31T23:59:59-23:00"]]}',
        "[" * 100_000,
    ],
)
def test_that_a_spoiled_list_is_as_good_as_none(content: str) -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON, MINE)
    (file,) = lists()
    file.write_text(content, encoding="utf-8")
    assert last_version_of(MINE) is None
    (version,) = versions.newest_first()
    assert (version.read(), version.path) == (state(1), None)
    versions.keep(state(2), NOON + timedelta(seconds=1), MINE)
    assert json.loads(file.read_text(encoding="utf-8"))["files"] == [[str(MINE), "2026-11-23T12:00:01+00:00"]]
    assert [version.path for version in versions.newest_first()] == [MINE, MINE]


def test_that_a_version_is_kept_where_the_list_cannot_be_written() -> None:
    class Choosy(FailingDisk):
        def replace(self, old: Path, new: Path) -> None:
            if new.name == "files.json":
                raise OSError
            super().replace(old, new)

    Versions(EMPTY.id, Choosy("nothing")).keep(state(1), NOON, MINE)
    assert [version.read() for version in Versions(EMPTY.id).newest_first()] == [state(1)]
    assert last_version_of(MINE) is None
    assert not lists()
