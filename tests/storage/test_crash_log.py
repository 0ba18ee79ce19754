import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app import __version__
from ladder_app.errors import UnknownName
from ladder_app.storage import crash_log
from ladder_app.storage.crash_log import FaultLog, faults_left, log, log_file, logs_folder, report_of
from ladder_app.storage.life import Life
from ladder_app.storage.yaml_reading import PlainDocument
from tests.storage.people import EMPTY

PERSONAL = "Nobody may know this"


def write_down(error: BaseException) -> str:
    """Add an error to the log; gives the report."""
    report = report_of(error)
    log(report)
    return report


def caught() -> BaseException:
    """An error from inside Ladder that speaks of something personal."""
    try:
        EMPTY.noted(PERSONAL, "x")
    except UnknownName as error:
        return error
    raise AssertionError


def test_that_a_report_says_what_and_where_in_ladder_and_in_which_versions() -> None:
    first, kind, *places = report_of(caught()).splitlines()
    assert first.startswith(f"Ladder {__version__}, Python 3.")
    assert kind == "ladder_app.errors.UnknownName"
    assert places[0] == "  (1 elsewhere)"
    assert places[1].startswith("  ladder_app/domain/assessment.py:")
    assert places[-1].startswith("  ladder_app/domain/role.py:")
    assert places[-1].endswith(" criterion")


def test_that_nothing_personal_is_in_a_report() -> None:
    try:
        try:
            PlainDocument(f"{PERSONAL}: [")
        except Exception as error:
            raise OSError(2, PERSONAL, f"/home/{PERSONAL}/x") from error
    except OSError as error:
        report = report_of(error)
    assert PERSONAL not in report
    assert str(Path.home()) not in report
    assert "after ladder_app.storage.yaml_reading.SyntaxFault" in report
    assert "after yaml." in report
    assert report.rstrip().endswith("elsewhere)")


def test_that_causes_that_go_in_a_circle_or_were_put_aside_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert report_of(first).count("Error") == 2
    third, put_aside = ValueError(), KeyError()
    third.__context__, third.__suppress_context__ = put_aside, True
    assert "KeyError" not in report_of(third)
    third.__suppress_context__ = False
    assert "KeyError" in report_of(third)


def test_that_errors_are_written_one_after_the_other_for_the_person_alone() -> None:
    reports = [write_down(caught()), write_down(UnknownName("x"))]
    text = log_file().read_text()
    assert text.index(reports[0]) < text.rindex(reports[1])
    if os.name != "nt":
        assert stat.S_IMODE(log_file().stat().st_mode) == 0o600
        assert stat.S_IMODE(logs_folder().stat().st_mode) == 0o700


def test_that_the_log_makes_room_and_the_oldest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "_LARGEST_LOG_BYTES", 10)
    for name in ("A", "B", "C", "D", "E", "F"):
        write_down(type(name, (Exception,), {})())
    logs = [log_file(), *(log_file().with_name(f"ladder.log.{number}") for number in (1, 2, 3))]
    assert [log.read_text().splitlines()[1].rpartition(".")[2] for log in logs] == ["F", "E", "D", "C"]
    assert sorted(logs_folder().iterdir()) == sorted(logs)


def test_that_an_error_is_reported_where_no_log_can_be_written() -> None:
    logs_folder().write_text("a file")
    assert "UnknownName" in write_down(caught())


BREAKS = """
import faulthandler, sys
from ladder_app.storage.crash_log import FaultLog
from ladder_app.storage.life import Life
log = FaultLog(Life())
log.start()
print(flush=True)
sys.stdin.read(1)
if sys.argv[1] == "break":
    faulthandler._sigsegv()
log.end()
"""


def run(how: str) -> None:
    outcome = subprocess.run([sys.executable, "-c", BREAKS, how], input=b"x", capture_output=True, check=False)
    assert (outcome.returncode == 0) == (how == "end")


def test_that_a_breakdown_is_told_once_at_the_next_start_without_folders() -> None:
    run("break")
    (told,) = faults_left()
    assert "Segmentation fault" in told or "access violation" in told
    assert 'File "<string>"' in told
    assert str(Path.home()) not in told
    assert told in log_file().read_text(encoding="utf-8")
    assert faults_left() == ()
    assert list(logs_folder().iterdir()) == [log_file()]


def test_that_the_place_in_ladder_is_kept_and_folders_of_others_are_not() -> None:
    own = Path(crash_log.__file__)
    logs_folder().mkdir()
    (logs_folder() / "fault-dead.txt").write_text(
        f'Fatal\n  File "{own}", line 1 in x\n  File "/home/me/lib/yaml/reader.py", line 2 in y\n'
    )
    assert faults_left() == (
        'Fatal\n  File "ladder_app/storage/crash_log.py", line 1 in x\n  File "reader.py", line 2 in y\n',
    )


def test_that_an_end_in_peace_leaves_nothing_to_tell() -> None:
    run("end")
    assert list(logs_folder().iterdir()) == []


def test_that_a_kill_leaves_nothing_to_tell() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BREAKS, "kill"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert faults_left() == ()
        assert len(list(logs_folder().iterdir())) == 1
        process.kill()
    assert faults_left() == ()
    assert list(logs_folder().iterdir()) == []


def test_that_the_program_runs_without_a_fault_log() -> None:
    logs_folder().write_text("a file")
    log = FaultLog(Life())
    log.start()
    log.end()
    assert faults_left() == ()


def test_that_the_log_of_a_running_ladder_is_its_own_business() -> None:
    life = Life()
    logs_folder().mkdir()
    (logs_folder() / f"fault-{life.token}.txt").write_text("still running")
    assert faults_left() == ()
    life.end()
    assert faults_left() == ("still running",)


def test_that_a_fault_log_ends_as_often_as_one_likes() -> None:
    import faulthandler

    was_enabled = faulthandler.is_enabled()
    log = FaultLog(Life())
    try:
        log.start()
        log.end()
        log.end()
        assert list(logs_folder().iterdir()) == []
    finally:
        if was_enabled:
            faulthandler.enable(sys.__stderr__ or 2)
