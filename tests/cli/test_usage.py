import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_app import __version__
from ladder_app.cli import main
from ladder_app.cli.window import NO_DISPLAY, obstacle_to_a_window
from ladder_app.storage.places import resources_folder
from tests.cli.conftest import Ladder

SAMPLE = resources_folder() / "sample.assessment.yaml"
COMMANDS = ["roles", "new", "rate", "check", "readiness", "export", "merge"]


def start(*arguments: str | Path, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "ladder_app", *arguments],
        env={**os.environ, **environ},
        capture_output=True,
        check=False,
    )


def modules_after(*arguments: str | Path) -> set[str]:
    """The top-level modules that are loaded once a command is done."""
    code = (
        "import sys; from ladder_app.cli import main; main(sys.argv[1:]);"
        "sys.stderr.write('\\n'.join({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_that_no_command_needs_qt_and_only_the_pdf_needs_its_libraries(tmp_path: Path) -> None:
    new = ("new", "--role", "software-engineer", "--person", "Z", "-o", tmp_path / "z.assessment.yaml")
    for command in (
        ("roles",),
        ("check", SAMPLE),
        ("readiness", SAMPLE),
        ("readiness", SAMPLE, "--json"),
        new,
        ("rate", new[-1], "nothing-of-that-name", "3"),
        ("export", SAMPLE, "-o", tmp_path / "a.md"),
        ("export", SAMPLE, "-o", tmp_path / "a.json"),
    ):
        assert not modules_after(*command) & {"PySide6", "reportlab", "pikepdf", "pypdfium2"}, command
    loaded = modules_after("export", SAMPLE, "-o", tmp_path / "a.pdf")
    assert "reportlab" in loaded
    assert "PySide6" not in loaded


def test_that_the_way_to_the_window_loads_neither_domain_nor_storage() -> None:
    code = (
        "import sys; import ladder_app.cli.window; print(*sorted(m for m in sys.modules if m.startswith('ladder_app')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ladder_app", "ladder_app.cli", "ladder_app.cli.names", "ladder_app.cli.window"]


def test_that_the_version_is_told(ladder: Ladder) -> None:
    outcome = ladder("--version")
    assert (outcome.status, outcome.out) == (0, f"Ladder {__version__}\n")


def test_that_help_shows_every_command_and_examples(ladder: Ladder) -> None:
    outcome = ladder("--help")
    assert outcome.status == 0
    assert all(f"    {command}" in outcome.out for command in COMMANDS)
    assert "ladder-app export mine.assessment.yaml -o talk.pdf" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_has_help(ladder: Ladder, command: str) -> None:
    outcome = ladder(command, "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"usage: ladder-app {command}")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["exprot", "x"], "Did you mean “export”?"),
        (["redines"], "Did you mean “readiness”?"),
        (["frobnicate"], "The commands are roles, new,"),
        (["no-such-file.yaml", "x"], "no-such-file.yaml"),
        (["check"], "FILE"),
        (["--frobnicate"], "COMMAND"),
        (["readiness", "a", "b"], "b"),
    ],
)
def test_that_wrong_usage_is_said_in_two_lines(ladder: Ladder, arguments: list[str], hint: str) -> None:
    outcome = ladder(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert hint in outcome.err
    first, second = outcome.err.splitlines()
    assert first.startswith("ladder-app")
    assert second.endswith("--help.")


@pytest.mark.parametrize("name", ["no-such-file.yaml", "talk.pdf", "roles/none", "./check"])
def test_that_a_file_to_open_that_is_not_there_is_no_wrong_usage(ladder: Ladder, name: str) -> None:
    outcome = ladder(name)
    assert (outcome.status, outcome.out, outcome.err) == (1, "", f"{name}: There is no such file.\n")


def test_that_an_error_of_our_own_is_one_line_and_no_trace(ladder: Ladder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise KeyError("oh")

    monkeypatch.setattr("ladder_app.storage.roles.shipped_roles", broken)
    outcome = ladder("roles")
    assert outcome.status == 1
    assert "KeyError: 'oh'" in outcome.err
    assert "LADDER_DEBUG=1" in outcome.err
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("LADDER_DEBUG", "1")
    with pytest.raises(KeyError):
        main(["roles"])


def test_that_ctrl_c_is_quiet(ladder: Ladder, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ladder_app.storage.roles.shipped_roles", interrupted)
    outcome = ladder("roles")
    assert (outcome.status, outcome.out, outcome.err) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX pipe")
def test_that_a_reader_who_leaves_early_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "ladder_app", "roles"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_that_output_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ladder_app", "roles"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"The output could not be written: ")
    assert done.stderr.count(b"\n") == 1


def test_that_a_terminal_without_unicode_is_served(tmp_path: Path) -> None:
    for command in (("readiness", SAMPLE), ("roles",), ("check", tmp_path / "Größe.yaml"), ("nix–nix", "x")):
        done = start(*command, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert b"Traceback" not in done.stderr
        assert b"inside Ladder" not in done.stderr
        assert done.stdout or done.stderr
        assert (done.stdout + done.stderr).isascii()


def test_that_json_is_the_same_in_every_encoding() -> None:
    plain = start("readiness", SAMPLE, "--json", PYTHONIOENCODING="utf-8").stdout
    ascii_only = start("readiness", SAMPLE, "--json", PYTHONIOENCODING="ascii").stdout
    assert json.loads(plain) == json.loads(ascii_only)


def test_that_the_window_says_why_it_cannot_open() -> None:
    assert obstacle_to_a_window({}, "linux") == NO_DISPLAY
    assert obstacle_to_a_window({}, "darwin") is None
    assert obstacle_to_a_window({}, "win32") is None
    assert obstacle_to_a_window({"WAYLAND_DISPLAY": "wayland-0"}, "linux") is None
    assert obstacle_to_a_window({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


def test_that_without_a_display_one_line_says_what_works(ladder: Ladder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for arguments in ([], [SAMPLE]):
        outcome = ladder(*arguments)
        assert (outcome.status, outcome.out, outcome.err) == (1, "", NO_DISPLAY + "\n")


def test_that_a_qt_that_does_not_load_ends_in_one_line() -> None:
    code = "import sys; sys.modules['PySide6'] = None; from ladder_app.cli import main; sys.exit(main([]))"
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The window's library, Qt, does not load: ")
    assert "dev.py run" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about X11")
def test_that_a_display_out_of_reach_ends_in_one_line() -> None:
    environ = dict.fromkeys(("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = start(SAMPLE, DISPLAY=":4711", **environ)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b":4711" in done.stderr or b"Qt" in done.stderr
