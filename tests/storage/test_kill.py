"""Killed at any moment: every finished edit is in the file, or there to be restored."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.storage.assessments import load_assessment, save_assessment
from ladder_app.storage.recovery import leftovers, recovery_folder
from ladder_app.storage.versions import Versions
from tests.storage.people import EMPTY

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")

ROOT = Path(__file__).parents[2]
LONGEST_LIFE_S = 0.06


def test_that_no_finished_edit_is_lost_in_fifty_kills(tmp_path: Path) -> None:
    survive(tmp_path, kills=50)


@pytest.mark.long
def test_that_no_finished_edit_is_lost_in_a_thousand_kills(tmp_path: Path) -> None:
    survive(tmp_path, kills=1000)


def survive(folder: Path, kills: int) -> None:
    path = folder / "mine.assessment.yaml"
    save_assessment(path, EMPTY.noted("a", "Edit 0"))
    moments = random.Random(kills)  # noqa: S311 - any moments will do
    last = restored = 0
    for _ in range(kills):
        with editing(path, last) as (child, said):
            threading.Event().wait(moments.uniform(0, LONGEST_LIFE_S))
            child.send_signal(signal.SIGKILL)
        kept, saved = last_of(said, "kept", last), last_of(said, "saved", 0)
        in_file = number_in(load_assessment(path))
        assert in_file >= saved
        offered = leftovers()
        assert offered.unreadable == ()
        numbers = [number_in(found.assessment) for found in offered.restorable]
        assert all(found.path == path for found in offered.restorable)
        assert in_file not in numbers, "what was safely saved is offered"
        last = max([in_file, *numbers])
        assert last >= kept
        assert last <= kept + 1
        for found in offered.restorable:
            if number_in(found.assessment) == last:
                save_assessment(path, found.assessment)
                restored += 1
            found.discard()
        for version in Versions(EMPTY.id).newest_first():
            assert 0 < number_in(version.read()) <= last
        assert {each.suffix for each in folder.iterdir() if each.is_file()} <= {".yaml", ".tmp"}
    assert restored > 0
    assert last > kills
    assert list(recovery_folder().glob("*.assessment.yaml")) == []


@contextmanager
def editing(path: Path, last: int) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A child that edits, from its first edit on; what it said is complete once it has ended."""
    said: list[str] = []
    command = [sys.executable, "-m", "tests.storage.kill_child", str(path), str(last)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said.append(child.stdout.readline())
        yield child, said
        # A line that the kill cut short was never said.
        said.extend(line for line in child.stdout if line.endswith("\n"))


def last_of(said: list[str], word: str, otherwise: int) -> int:
    numbers = [int(line.split()[1]) for line in said if line.startswith(word)]
    return numbers[-1] if numbers else otherwise


def number_in(assessment: Assessment) -> int:
    """Which edit it is."""
    return int(assessment.cycle.notes["a"].split()[1])
