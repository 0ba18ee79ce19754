"""The page of promises in CONTRIBUTING names the tests that hold them; they have to be there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_that_every_test_that_is_said_to_hold_a_promise_is_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("|") and "test" in line]
    assert len(rows) > 10
    here = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    for row in rows:
        promise, _, held_by = row.strip("| ").partition(" | ")
        named = re.findall(r"`([^`]*(?:test_\w+\.py|/))`", held_by)
        assert named, promise
        for name in named:
            assert name in here or (ROOT / name).exists() or (ROOT / "tests" / "storage" / "fuzz" / name).exists(), name
