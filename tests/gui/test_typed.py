"""Killed while a form is open: what was typed in it is in the file, or offered."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ladder_app.storage.assessments import assessment_text, load_assessment, sample_assessment, save_assessment
from ladder_app.storage.drafts import drafts_folder, left_drafts
from ladder_app.storage.recovery import leftovers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")

ROOT = Path(__file__).parents[2]
WORDS = "Wrote this and went away"
TRIES = 600


@pytest.mark.parametrize("form", ["evidence", "action", "reason", "log"])
def test_that_what_was_typed_in_an_open_form_survives_a_kill(tmp_path: Path, form: str) -> None:
    path = tmp_path / "mine.assessment.yaml"
    save_assessment(path, sample_assessment())
    with subprocess.Popen([sys.executable, "-m", "tests.gui.typing_child", str(path), form, WORDS], cwd=ROOT) as child:
        for _ in range(TRIES):
            threading.Event().wait(0.05)
            if WORDS in path.read_text(encoding="utf-8") or child.poll() is not None:
                break
        child.kill()
    states = [load_assessment(path), *(found.assessment for found in leftovers().restorable)]
    assert any(WORDS in assessment_text(state) for state in states)


@pytest.mark.parametrize("form", ["link", "profile", "cycle", "indicator"])
def test_that_what_is_half_typed_survives_a_kill_and_is_in_no_assessment(tmp_path: Path, form: str) -> None:
    path = tmp_path / "mine.assessment.yaml"
    sample = sample_assessment()
    save_assessment(path, sample)
    with subprocess.Popen([sys.executable, "-m", "tests.gui.typing_child", str(path), form, WORDS], cwd=ROOT) as child:
        for _ in range(TRIES):
            threading.Event().wait(0.05)
            if child.poll() is not None or any(
                WORDS in file.read_text("utf-8") for file in drafts_folder().glob("*.json")
            ):
                break
        child.kill()
    assert any(WORDS in value for values in left_drafts(sample.id).drafts.values() for value in values.values())
    assert load_assessment(path) == sample
    assert not leftovers().restorable
