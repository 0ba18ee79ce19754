import os
import threading
from pathlib import Path

import pytest

from ladder_app.errors import NoAnswer, UnreadableFile
from ladder_app.storage.assessments import load_assessment
from ladder_app.storage.patience import answered
from tests.storage.test_atomic import posix

PATIENCE_S = 0.05


def test_that_what_the_work_gives_or_raises_comes_back() -> None:
    assert answered(lambda: 7, 60) == 7
    with pytest.raises(UnreadableFile):
        answered(lambda: load_assessment(Path("/no/such/file")), 60)


@posix
def test_that_a_disk_that_does_not_answer_is_waited_for_no_longer(tmp_path: Path) -> None:
    pipe = tmp_path / "far.assessment.yaml"
    os.mkfifo(pipe)
    with pytest.raises(NoAnswer, match="does not answer"):
        answered(pipe.read_bytes, PATIENCE_S)
    pipe.write_bytes(b"")


def test_that_what_was_left_alone_goes_on() -> None:
    go_on, done = threading.Event(), threading.Event()

    def work() -> None:
        go_on.wait()
        done.set()

    with pytest.raises(NoAnswer):
        answered(work, PATIENCE_S)
    go_on.set()
    assert done.wait(60)
