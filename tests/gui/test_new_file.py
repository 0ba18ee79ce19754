"""A new assessment has a file of its own, for the person alone."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from ladder_app.errors import CannotWrite
from ladder_app.gui.new_file import started
from ladder_app.gui.welcome_start import NewAssessment
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.disk import DISK
from ladder_app.storage.file_stamp import file_stamp
from ladder_app.storage.places import HOME_VARIABLE

WANTED = NewAssessment("engineering-productivity-manager", "Sample Engineer", None, "engineering-manager")
TODAY = date(2026, 11, 23)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_that_a_missing_folder_and_the_file_in_it_are_the_persons_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "new" / "documents"))
    before = os.umask(0)
    try:
        found = started(WANTED, TODAY, DISK)
    finally:
        os.umask(before)
    assert load_assessment(found.path) == found.assessment
    assert found.stamp == file_stamp(found.path)
    made = (tmp_path / "new", found.path.parent, found.path)
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o700, 0o700, 0o600]


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file" / "documents"))
    with pytest.raises(CannotWrite, match="folder cannot be made"):
        started(WANTED, TODAY, DISK)
