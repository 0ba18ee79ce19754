"""Nothing of a document leaves the machine, or its folders."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app.storage.places import HOME_VARIABLE

ROOT = Path(__file__).parents[2]
PERSONAL = b"Nobody may know this"


def life_of_a_document(folder: Path, *before: str) -> str:
    """What was seen of it; `before` is a command to run it in."""
    home = folder / "home"
    environment = {**os.environ, HOME_VARIABLE: str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*before, sys.executable, "-m", "tests.storage.privacy_child", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_that_it_opens_no_socket_and_writes_nowhere_else(tmp_path: Path) -> None:
    assert life_of_a_document(tmp_path) == "done\n"


def test_that_the_watcher_sees_a_connection_and_a_stray_file(tmp_path: Path) -> None:
    script = (
        "import socket, tests.storage.privacy_child as child\n"
        "sys = child.sys; sys.addaudithook(child.watch)\n"
        "open('stray', 'w').close(); socket.socket().close()\n"
        "print(len(child.said))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "watched")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    seen = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert seen.stdout == "2\n"


def test_that_it_needs_no_network_at_all(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    how = [unshare or "", "--net", *([] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["--map-root-user"])]
    if unshare is None or subprocess.run([*how, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this account may not make a network of its own")
    assert life_of_a_document(tmp_path, *how) == "done\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_that_everything_it_leaves_is_the_persons_alone_and_logs_say_nothing_of_it(tmp_path: Path) -> None:
    life_of_a_document(tmp_path)
    left = [path for path in tmp_path.rglob("*") if path != tmp_path / "home"]
    modes = {path.relative_to(tmp_path): stat.S_IMODE(path.stat().st_mode) for path in left}
    assert len(modes) > 10
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
    logs = list((tmp_path / "home" / "logs").iterdir())
    assert len(logs) == 2
    for path in logs:
        content = path.read_bytes()
        assert PERSONAL not in content
        assert str(tmp_path).encode() not in content
        assert b"Sample Engineer" not in content
    assert any(PERSONAL in path.read_bytes() for path in (tmp_path / "home" / "recovery").iterdir())
