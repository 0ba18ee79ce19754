"""Nothing of a document leaves the machine or its folders while it is open in the window."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app.storage.places import HOME_VARIABLE

ROOT = Path(__file__).parents[2]
CONFIGURATION = "of the account"
PERSONAL = b"Nobody may know this"


def life_in_the_window(folder: Path, *before: str) -> str:
    """What was seen of it; `before` is a command to run it in."""
    home = folder / "home"
    home.mkdir(mode=0o700)
    environment = {**os.environ, HOME_VARIABLE: str(home), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder)}
    environment["XDG_CONFIG_HOME"] = str(folder / CONFIGURATION)
    command = [*before, sys.executable, "-m", "tests.gui.privacy_child", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_that_the_window_opens_no_socket_and_writes_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    assert life_in_the_window(folder) == "done\n"
    assert not (folder / CONFIGURATION).exists()
    left = [path for path in folder.rglob("*") if path != folder / "home"]
    assert len(left) > 5
    if os.name != "nt":
        assert [path for path in left if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    logs = [path for path in (folder / "home" / "logs").iterdir() if path.suffix == ".log"]
    assert len(logs) == 1
    assert b"ValueError" in logs[0].read_bytes()
    assert PERSONAL not in logs[0].read_bytes()


def test_that_the_window_needs_no_network_at_all(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    how = [unshare or "", "--net", *([] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["--map-root-user"])]
    if unshare is None or subprocess.run([*how, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this account may not make a network of its own")
    folder = tmp_path / "watched"
    folder.mkdir()
    assert life_in_the_window(folder, *how) == "done\n"
