"""A small assessment, and other Ladders that run or have ended."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from ladder_app.domain.assessment import Person, new_assessment
from ladder_app.domain.role import Criterion, Level, Role

ROLE = Role(
    id="sample",
    title="Sample",
    levels=(
        Level(id="one", title="One", requirements=(Criterion(id="a", text="A"), Criterion(id="b", text="B"))),
        Level(id="two", title="Two", requirements=(Criterion(id="c", text="C"),)),
    ),
)
EMPTY = new_assessment(ROLE, Person(name="Sample Engineer"), date(2026, 11, 23), identity="f" * 32)

_SCRIPT = """
import sys
from pathlib import Path
from ladder_app.storage.life import Life
from ladder_app.storage.lock import DocumentLock
life = Life()
lock = DocumentLock(Path(sys.argv[1]), life)
assert lock.take() is None
print(life.token, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_ladder(file: object) -> Iterator[str]:
    """Another process that has the file open; gives its token. It is killed at the end, with all its traces left."""
    command = [sys.executable, "-c", _SCRIPT, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()
