import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app.storage.assessments import load_assessment, sample_assessment, save_assessment
from ladder_app.storage.drafts import left_drafts

INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ladder_app.gui import application

def type_into(window):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit
    getattr(window.dialogs, sys.argv[3])()
    fields = window.findChildren(QLineEdit)
    QTest.keyClicks(next(field for field in fields if field.accessibleName() == sys.argv[4]), "half a word")

def interrupt():
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))

def start(path, real=application.start):
    started = real(path)
    if len(sys.argv) > 3:
        type_into(started[1])
    QTimer.singleShot(0, interrupt)
    return started

application.start = start
sys.exit(application.run(Path(sys.argv[1])))
"""


@pytest.mark.skipif(os.name != "posix", reason="about POSIX signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_that_an_interrupted_window_closes_quietly(tmp_path: Path, name: str) -> None:
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, sample_assessment())
    run_until_interrupted(tmp_path, path, name)


@pytest.mark.skipif(os.name != "posix", reason="about POSIX signals")
@pytest.mark.parametrize(
    ("dialog", "field"),
    [
        ("log_evidence", "What you achieved, in a line"),
        ("edit_profile", "Title"),
        ("close_cycle", "Name of the next cycle"),
    ],
)
def test_that_what_stands_in_a_dialog_then_is_neither_given_up_nor_agreed_to(
    tmp_path: Path, dialog: str, field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.assessment.yaml"
    sample = sample_assessment()
    save_assessment(path, sample)
    run_until_interrupted(tmp_path, path, "SIGTERM", dialog, field)
    monkeypatch.setenv("LADDER_HOME", str(tmp_path / "home"))
    if dialog == "log_evidence":
        assert any("half a word" in entry.text for entry in load_assessment(path).cycle.evidence)
    else:
        assert load_assessment(path) == sample
        assert any("half a word" in values[field] for values in left_drafts(sample.id).drafts.values())


def run_until_interrupted(tmp_path: Path, path: Path, *more: str) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LADDER_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", INTERRUPTED, str(path), *more]
    done = subprocess.run(command, env=environ, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
