import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Rating
from ladder_app.errors import CannotWrite
from ladder_app.storage.assessments import assessment_text, load_assessment, save_assessment
from ladder_app.storage.life import Life
from ladder_app.storage.recovery import Leftovers, Recovery, leftovers, recovery_folder
from tests.storage.failing_disk import FailingDisk
from tests.storage.people import EMPTY

ONE, TWO = EMPTY.rated("a", Rating(step=1)), EMPTY.rated("a", Rating(step=2))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, EMPTY)
    return path


def left_by_the_dead(path: Path | None, *states: Assessment) -> Recovery:
    """What a Ladder leaves that kept these states and ended before it saved them."""
    life = Life()
    recovery = Recovery(life, path)
    for state in states:
        recovery.keep(state)
    life.end()
    return recovery


def files() -> list[Path]:
    return sorted(recovery_folder().iterdir())


def test_that_there_is_nothing_to_restore_at_first() -> None:
    assert leftovers() == Leftovers()
    assert not recovery_folder().exists()


def test_that_the_last_edit_is_there_to_restore_after_the_end(path: Path) -> None:
    left_by_the_dead(path, ONE, TWO)
    (found,) = leftovers().restorable
    assert (found.path, found.name, found.assessment) == (path, "mine.assessment.yaml", TWO)
    assert abs(datetime.now(UTC) - found.kept) < timedelta(minutes=1)
    assert found.is_newer_than_file
    assert leftovers().restorable == (found,)
    found.discard()
    assert leftovers() == Leftovers()
    assert load_assessment(path) == EMPTY


def test_that_a_recovery_file_opens_by_hand_and_is_the_persons_alone(path: Path) -> None:
    left_by_the_dead(path, ONE)
    (file,) = files()
    assert load_assessment(file) == ONE
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_that_what_belongs_to_a_running_ladder_is_left_alone(path: Path) -> None:
    life = Life()
    recovery = Recovery(life, path)
    recovery.keep(ONE)
    assert leftovers() == Leftovers()
    assert len(files()) == 1
    life.end()
    assert len(leftovers().restorable) == 1


def test_that_what_was_saved_is_not_offered(path: Path) -> None:
    recovery = left_by_the_dead(path, ONE)
    assert recovery.is_needed
    recovery.saved(ONE)
    assert not recovery.is_needed
    assert files() == []
    left_by_the_dead(path, EMPTY)
    assert leftovers() == Leftovers()
    assert files() == []


def test_that_an_edit_made_while_saving_stays_kept(path: Path) -> None:
    recovery = left_by_the_dead(path, ONE, TWO)
    recovery.saved(ONE)
    assert recovery.is_needed
    assert [found.assessment for found in leftovers().restorable] == [TWO]
    recovery.saved(TWO.model_copy())
    assert leftovers() == Leftovers()


def test_that_a_document_in_no_file_is_offered_by_its_person() -> None:
    left_by_the_dead(None, ONE)
    (found,) = leftovers().restorable
    assert (found.path, found.file_changed, found.name) == (None, None, "Sample Engineer")
    assert found.is_newer_than_file


def test_that_it_is_told_when_the_file_was_written_since_or_is_gone(path: Path) -> None:
    left_by_the_dead(path, ONE)
    later = datetime.now(UTC).timestamp() + 60
    os.utime(path, (later, later))
    (found,) = leftovers().restorable
    assert not found.is_newer_than_file
    path.unlink()
    (found,) = leftovers().restorable
    assert (found.file_changed, found.is_newer_than_file) == (None, True)
    assert found.path == path


def test_that_the_latest_comes_first(path: Path) -> None:
    left_by_the_dead(path, ONE)
    left_by_the_dead(None, TWO)
    assert [found.assessment for found in leftovers().restorable] == [TWO, ONE]


def test_that_the_file_of_a_document_that_moved_is_named_as_it_is_now(path: Path) -> None:
    recovery = left_by_the_dead(path, ONE)
    recovery.path = path.with_name("new\udcff.assessment.yaml")
    recovery.keep(TWO)
    (found,) = leftovers().restorable
    assert found.path == recovery.path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# ladder-recovery/1 {\n" + assessment_text(ONE),
        "# ladder-recovery/1 []\n" + assessment_text(ONE),
        '# ladder-recovery/1 {"path": 3, "kept": "2026-11-23"}\n' + assessment_text(ONE),
        '# ladder-recovery/1 {"path": null, "kept": "yesterday"}\n' + assessment_text(ONE),
        assessment_text(ONE),
        '# ladder-recovery/1 {"path": null, "kept": "2026-11-23"}\nformat: ladder-assessment/2\n',
    ],
)
def test_that_a_broken_one_is_told_once_and_kept(text: str) -> None:
    recovery_folder().mkdir()
    (recovery_folder() / "dead-1.assessment.yaml").write_text(text)
    (aside,) = leftovers().unreadable
    assert aside.read_text() == text
    assert leftovers() == Leftovers()
    assert files() == [aside]


def test_that_one_that_cannot_be_put_aside_is_told_where_it_is() -> None:
    recovery_folder().mkdir()
    file = recovery_folder() / "dead-1.assessment.yaml"
    file.write_text("")
    aside = file.with_name(file.name + ".broken")
    aside.mkdir()
    assert leftovers().unreadable == (file,)


def test_that_one_of_a_newer_ladder_waits_for_it_and_other_files_are_nobodys_business() -> None:
    recovery_folder().mkdir()
    (recovery_folder() / "dead-1.assessment.yaml").write_text("format: ladder-assessment/99\n")
    (recovery_folder() / "dead.assessment.yaml").write_text("")
    (recovery_folder() / "notes.txt").write_text("")
    assert leftovers() == Leftovers()
    assert len(files()) == 3


def test_that_times_without_a_zone_and_impossible_paths_do_no_harm() -> None:
    recovery_folder().mkdir()
    said = json.dumps({"path": "a\0b", "origin": "", "kept": "2026-11-23T10:00:00"})
    (recovery_folder() / "dead-1.assessment.yaml").write_text(f"# ladder-recovery/1 {said}\n{assessment_text(ONE)}")
    left_by_the_dead(None, TWO)
    assert {found.file_changed for found in leftovers().restorable} == {None}
    assert len(leftovers().restorable) == 2


def test_that_an_edit_that_cannot_be_kept_is_told_and_the_one_before_stays(path: Path) -> None:
    disk = FailingDisk()
    life = Life()
    recovery = Recovery(life, path, disk)
    recovery.keep(ONE)
    disk.operation = "replace"
    with pytest.raises(CannotWrite):
        recovery.keep(TWO)
    life.end()
    assert [found.assessment for found in leftovers().restorable] == [ONE]


def test_that_keeping_waits_for_the_disk_only_when_asked(path: Path) -> None:
    disk = FailingDisk()
    recovery = Recovery(Life(), path, disk)
    recovery.keep(ONE)
    assert "flush" not in disk.done
    recovery.keep(TWO, durable=True)
    assert "flush" in disk.done


def test_that_one_that_cannot_be_removed_is_not_offered_if_it_was_saved(path: Path) -> None:
    disk = FailingDisk("remove")
    life = Life()
    recovery = Recovery(life, path, disk)
    recovery.keep(ONE)
    save_assessment(path, ONE)
    recovery.saved(ONE)
    life.end()
    assert len(files()) == 1
    assert leftovers() == Leftovers()
    assert files() == []


def test_that_an_older_state_is_not_offered_once_a_later_one_that_could_not_be_kept_was_saved(path: Path) -> None:
    disk = FailingDisk()
    life = Life()
    recovery = Recovery(life, path, disk)
    recovery.keep(ONE)
    disk.operation = "replace"
    with pytest.raises(CannotWrite):
        recovery.keep(TWO)
    assert recovery.is_needed
    save_assessment(path, TWO)
    recovery.saved(TWO)
    life.end()
    assert files() == []
