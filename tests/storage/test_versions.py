import os
import stat
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.errors import FileError
from ladder_app.storage.places import HOME_VARIABLE, data_folder
from ladder_app.storage.versions import Version, Versions, worth_keeping
from tests.storage.failing_disk import FailingDisk
from tests.storage.people import EMPTY

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def state(number: int) -> Assessment:
    """One of many states, each another."""
    return EMPTY.noted("a", f"State {number}")


def kept(versions: Versions) -> list[datetime]:
    return [version.saved for version in versions.newest_first()]


def test_that_there_are_none_at_first() -> None:
    assert Versions(EMPTY.id).newest_first() == ()
    Versions(EMPTY.id).thin_out(NOON)
    assert not (data_folder() / "versions").exists()


def test_that_a_version_reads_as_it_was_and_says_when(tmp_path: Path) -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON)
    versions.keep(state(2), NOON.astimezone(timezone(timedelta(hours=5))) + timedelta(hours=1))
    newest, first = versions.newest_first()
    assert (newest.read(), newest.saved) == (state(2), NOON + timedelta(hours=1))
    assert (first.read(), first.saved) == (state(1), NOON)
    if os.name != "nt":
        assert stat.S_IMODE(first.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(first.file.parent.stat().st_mode) == 0o700
    assert list(tmp_path.glob("*.yaml")) == []
    first.file.unlink()
    with pytest.raises(FileError):
        first.read()


def test_that_versions_are_found_by_the_id_alone() -> None:
    Versions(EMPTY.id).keep(state(1), NOON)
    assert len(Versions(EMPTY.id).newest_first()) == 1
    assert Versions("another").newest_first() == ()


def test_that_the_same_content_is_kept_once_and_listed_with_its_last_time() -> None:
    versions = Versions(EMPTY.id)
    for minutes, number in ((0, 1), (10, 1), (20, 2), (30, 1)):
        versions.keep(state(number), NOON + timedelta(minutes=minutes))
    assert kept(versions) == [NOON + timedelta(minutes=30), NOON + timedelta(minutes=20)]
    assert len(list((data_folder() / "versions").rglob("*.yaml"))) == 3


def test_that_the_state_before_a_sessions_first_edit_is_kept_however_old_it_is() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(0), NOON - timedelta(days=900))
    for seconds in range(0, 60, 2):
        versions.keep(state(seconds + 1), NOON + timedelta(seconds=seconds))
    assert kept(versions) == [NOON + timedelta(seconds=58), NOON, NOON - timedelta(days=900)]


def test_that_a_long_day_leaves_minutes_of_the_last_hour_hours_of_the_day_and_days_of_the_month() -> None:
    versions = Versions(EMPTY.id)
    moments = [NOON + timedelta(minutes=20 * number) for number in range(3 * 24 * 40)]
    found = [Version(Path(f"{number}"), moment, str(number)) for number, moment in enumerate(moments)]
    now = moments[-1]
    ages = sorted({now - version.saved for version in worth_keeping(reversed(found), now)})
    hours = [age for age in ages if timedelta(hours=1) < age <= timedelta(days=1)]
    days = [age for age in ages if timedelta(days=1) < age <= timedelta(days=31)]
    assert len([age for age in ages if age <= timedelta(hours=1)]) == 4
    assert 22 <= len(hours) <= 24
    assert 30 <= len(days) <= 31
    assert len([age for age in ages if age > timedelta(days=31)]) == 1
    assert max(late - early for early, late in pairwise(days)) <= timedelta(days=1)
    assert versions.newest_first() == ()


@given(st.lists(st.integers(0, 60 * 24 * 70), unique=True, min_size=1, max_size=60))
def test_that_the_newest_always_stays_and_thinning_twice_is_thinning_once(minutes: list[int]) -> None:
    found = [Version(Path(str(minute)), NOON - timedelta(minutes=minute), str(minute)) for minute in sorted(minutes)]
    wanted = set(worth_keeping(found, NOON))
    assert found[0] in wanted
    assert set(worth_keeping([each for each in found if each in wanted], NOON)) == wanted


def test_that_files_of_others_are_nobodys_business() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(1), NOON)
    other = versions.newest_first()[0].file.with_name("notes.txt")
    other.write_text("mine")
    versions.keep(state(2), NOON + timedelta(days=2))
    assert other.read_text() == "mine"
    assert len(versions.newest_first()) == 2


def test_that_a_version_that_cannot_be_removed_stays_listed() -> None:
    versions = Versions(EMPTY.id, FailingDisk("remove"))
    for minutes in range(3):
        versions.keep(state(minutes), NOON + timedelta(minutes=minutes))
    assert len(versions.newest_first()) == 3


def test_that_another_home_has_other_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Versions(EMPTY.id).keep(EMPTY.rated("a", Rating(step=1)), NOON)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    assert Versions(EMPTY.id).newest_first() == ()


def test_that_a_pinned_version_outlives_what_comes_soon_after_it() -> None:
    versions = Versions(EMPTY.id)
    versions.keep(state(0), NOON)
    versions.keep(state(1), NOON + timedelta(seconds=1), pinned=True)
    for number in range(2, 6):
        versions.keep(state(number), NOON + timedelta(seconds=number))
    assert [version.read() for version in versions.newest_first()] == [state(5), state(1), state(0)]
    assert [version.pinned for version in versions.newest_first()] == [False, True, False]
    versions.thin_out(NOON + timedelta(days=30))
    assert state(1) in [version.read() for version in versions.newest_first()]
    for number in range(6, 20):
        versions.keep(state(number), NOON + timedelta(days=40 + number))
    assert [version.read() for version in versions.newest_first()] == [state(n) for n in (*range(19, 5, -1), 5)]


@pytest.mark.parametrize("away", [timedelta(days=200), timedelta(days=4000)])
def test_that_half_a_year_without_an_edit_or_a_clock_that_ran_ahead_leaves_enough_to_go_back_to(
    away: timedelta,
) -> None:
    versions = Versions(EMPTY.id)
    moments = [NOON + timedelta(minutes=10 * number) for number in range(20)]
    for number, moment in enumerate(moments):
        versions.keep(state(number), moment)
    before = kept(versions)
    versions.keep(state(99), NOON + away)
    assert kept(versions) == [NOON + away, *before[:9]]
    versions.keep(state(98), moments[-1] + timedelta(minutes=10))
    assert moments[-1] in kept(versions)


def test_that_of_what_is_older_than_a_month_one_version_of_each_month_stays() -> None:
    found = [Version(Path(f"{day}"), NOON - timedelta(days=day), str(day)) for day in range(400)]
    old = [version for version in worth_keeping(found, NOON) if NOON - version.saved > timedelta(days=31)]
    assert 11 <= len(old) <= 13
