import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app.storage.assessments import sample_assessment, save_assessment

INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ladder_app.gui import application

def interrupt():
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))

def start(path, real=application.start):
    started = real(path)
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
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LADDER_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(path), name], env=environ, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
