import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.fuzz.harness import CORPUS

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit on memory is Linux's")

LONGEST_S = 3600
"""Where memory runs out in the libraries' own parts they may wait for ever."""
ROOT = Path(__file__).parents[3]


def read(folder: Path, first: int, count: int) -> str:
    """What the harness said; offenders are in the folder."""
    command = [sys.executable, "-m", "tests.storage.fuzz.harness", str(folder), str(first), str(count)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=LONGEST_S).stdout


def test_that_no_file_breaks_the_reader(tmp_path: Path) -> None:
    assert read(tmp_path, 1, 300) == "300 read\n"


def test_that_no_past_offender_breaks_it_again(tmp_path: Path) -> None:
    assert read(tmp_path, 0, 0) == f"{len(list(CORPUS.iterdir()))} read\n"


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_that_no_file_of_twenty_thousand_breaks_it(tmp_path: Path, part: int) -> None:
    assert read(tmp_path, 1_000_000 + part * 5000, 5000) == "5000 read\n"
