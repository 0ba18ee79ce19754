"""The command line as a test drives it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ladder_app.cli import main
from ladder_app.storage.assessments import sample_assessment, save_assessment


class Outcome:
    """What one command came to: its exit status and what it wrote to both streams."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


Ladder = Callable[..., Outcome]


@pytest.fixture
def ladder(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ladder:
    """Runs a command in this process."""
    monkeypatch.delenv("LADDER_DEBUG", raising=False)

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        seen = capsys.readouterr()
        return Outcome(status, seen.out, seen.err)

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample assessment to work on."""
    path = tmp_path / "sample.assessment.yaml"
    save_assessment(path, sample_assessment())
    return path
