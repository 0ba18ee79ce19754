import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
WANTED = dev.wanted_stamp()


def started(code: str) -> "subprocess.CompletedProcess[str]":
    """Runs dev.py from a Python program that first makes the world another one."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)


def test_that_python_3_6_can_read_the_file() -> None:
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 6))


def test_that_a_python_that_is_too_old_is_told_so_in_one_line() -> None:
    done = started(
        "import sys; sys.version_info = (3, 9, 2); sys.argv = ['dev.py', 'run'];"
        "exec(compile(open('dev.py').read(), 'dev.py', 'exec'), {'__name__': '__main__', '__file__': 'dev.py'})"
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Ladder needs Python 3.11 or newer; this is Python 3.9.")
    assert done.stderr.count("\n") == 1


def test_that_it_runs_without_a_command_as_far_as_its_help() -> None:
    for arguments, status in ((["--help"], 0), ([], 2)):
        done = subprocess.run([sys.executable, "dev.py", *arguments], capture_output=True, text=True, cwd=ROOT)  # noqa: PLW1510
        assert done.returncode == status
        assert all(f"dev.py {job}" in done.stdout for job in ("run", "test", "check", "bench", "screenshots"))


def test_that_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "run, test, check, bench, screenshots" in capsys.readouterr().err


def copy_of_what_the_stamp_is_of(folder: Path) -> Path:
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_that_the_stamp_changes_with_packages_python_and_place(tmp_path: Path) -> None:
    first = dev.wanted_stamp(copy_of_what_the_stamp_is_of(tmp_path), "3.11")
    assert dev.wanted_stamp(tmp_path, "3.11") == first
    assert dev.wanted_stamp(tmp_path, "3.12") != first
    moved = tmp_path / "moved"
    moved.mkdir()
    assert dev.wanted_stamp(copy_of_what_the_stamp_is_of(moved), "3.11") != first
    for name in ("pyproject.toml", "constraints.txt"):
        path = tmp_path / name
        before = path.read_bytes()
        path.write_bytes(before + b"# more\n")
        assert dev.wanted_stamp(tmp_path, "3.11") != first
        path.write_bytes(before.replace(b"\n", b"\r\n"))
        assert dev.wanted_stamp(tmp_path, "3.11") == first
        path.write_bytes(before)


@pytest.mark.parametrize(
    ("found", "python_is_there", "work"),
    [
        (WANTED, True, "nothing"),
        (WANTED, False, "make"),
        (None, True, "make"),
        (b"", True, "make"),
        (WANTED.splitlines()[0] + b"\nother packages\n", True, "update"),
        (b"Python 3.0 in elsewhere\n" + WANTED.splitlines()[1], True, "make"),
    ],
)
def test_that_no_more_is_done_than_needed(found: bytes | None, work: str, *, python_is_there: bool) -> None:
    assert dev.work_to_do(found, WANTED, python_is_there=python_is_there) == work


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which an environment would be made."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "STAMP", venv / "stamp")
    monkeypatch.setattr(dev, "PYTHON", venv / "bin" / "python")
    return venv


def test_that_a_broken_off_installation_is_made_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off() -> None:
        raise KeyboardInterrupt

    place.mkdir()
    dev.STAMP.write_bytes(WANTED)
    monkeypatch.setattr(dev, "make_venv", broken_off)
    with pytest.raises(KeyboardInterrupt):
        dev.prepare()
    assert not dev.STAMP.exists()
    made: list[str] = []
    monkeypatch.setattr(dev, "make_venv", lambda: made.append("venv"))
    monkeypatch.setattr(dev, "install", lambda: made.append("packages"))
    dev.prepare()
    assert made == ["venv", "packages"]
    assert dev.STAMP.read_bytes() == WANTED


def test_that_a_place_that_cannot_be_written_to_is_named(place: Path) -> None:
    place.parent.joinpath(".venv").write_text("in the way")
    with pytest.raises(dev.Stop) as stop:
        dev.prepare()
    assert f"Cannot write to {place}" in str(stop.value)


def test_that_a_python_without_venv_gets_the_one_command() -> None:
    done = started(
        "import importlib.util as u, sys, pathlib, dev; real = u.find_spec;"
        "u.find_spec = lambda name, *rest: None if name == 'ensurepip' else real(name, *rest);"
        "dev.VENV = pathlib.Path('nowhere');\n"
        "try: dev.make_venv()\n"
        "except dev.Stop as stop: sys.exit(str(stop))"
    )
    assert done.returncode == 1
    assert "ensurepip" in done.stderr
    assert "Traceback" not in done.stderr
    python = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    assert f"apt install {python}-venv" in dev.no_venv_message(on_apt=True)
    assert "apt" not in dev.no_venv_message(on_apt=False)


@pytest.mark.parametrize(
    ("output", "hint"),
    [
        ("Failed to establish a new connection: Temporary failure in name resolution", "no network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("error: something else", "failed."),
    ],
)
def test_that_the_likely_reason_of_a_failure_is_said(output: str, hint: str) -> None:
    assert hint in dev.why_it_failed(output, "It failed.")


def test_that_a_failed_command_shows_the_end_of_its_output() -> None:
    with pytest.raises(dev.Stop) as stop:
        dev.quietly([sys.executable, "-c", "print('one'); print('two'); raise SystemExit(3)"], "It failed.")
    assert str(stop.value) == "It failed.\n\n    one\n    two"


def names(rows: list[list[str]]) -> set[str]:
    return {row[0] for row in rows}


def test_that_only_the_display_in_use_decides_which_libraries_are_needed() -> None:
    bare = names(dev.needed_libraries({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}))
    x11 = names(dev.needed_libraries({"DISPLAY": ":0"})) - bare
    wayland = names(dev.needed_libraries({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"})) - bare
    assert "libEGL.so.1" in bare
    assert "libxcb-cursor.so.0" in x11
    assert "libwayland-client.so.0" in wayland
    assert not x11 & wayland


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Qt for Linux")
def test_that_every_library_qt_asks_the_system_for_is_in_the_tables() -> None:
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.submodule_search_locations
    qt = Path(spec.submodule_search_locations[0]) / "Qt"
    brought = {path.name for path in (qt / "lib").iterdir()}
    everywhere = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libpthread.so.0", "libdl.so.2"}
    for environ, files in (
        ({}, ["lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6"]),
        ({}, ["plugins/platforms/libqoffscreen.so"]),
        ({"DISPLAY": ":0"}, ["plugins/platforms/libqxcb.so", "lib/libQt6XcbQpa.so.6"]),
        ({"WAYLAND_DISPLAY": "w"}, ["plugins/platforms/libqwayland.so", "lib/libQt6WaylandClient.so.6"]),
    ):
        for file in files:
            asked = re.findall(rb"(?<=\0)lib[\w.+-]+\.so\.\d+(?=\0)", (qt / file).read_bytes())
            missing = {name.decode() for name in asked} - brought - everywhere - {Path(file).name}
            assert missing
            assert missing <= names(dev.needed_libraries(environ)), file


def test_that_missing_libraries_end_in_one_command_for_each_system() -> None:
    rows = dev.needed_libraries({"DISPLAY": ":0"})

    def loads(library: str) -> bool:
        return library not in ("libEGL.so.1", "libxcb-icccm.so.4", "libxcb-shape.so.0", "libxcb-sync.so.1")

    for installer, command in (
        ("apt-get", "apt-get install -y --no-install-recommends libegl1 libxcb-icccm4 libxcb-shape0 libxcb-sync1\n"),
        ("dnf", "dnf install libglvnd-egl libxcb xcb-util-wm\n"),
        ("pacman", "pacman -S --needed libglvnd libxcb xcb-util-wm\n"),
        ("zypper", "zypper install libEGL1 libxcb-icccm4 libxcb-shape0 libxcb-sync1\n"),
    ):
        message = dev.missing_libraries_message(rows, installer, loads)
        assert "libEGL.so.1, libxcb-icccm.so.4" in message
        assert message.endswith(command)
    assert "package manager" in dev.missing_libraries_message(rows, None, loads)


def test_that_a_library_that_is_not_there_does_not_load() -> None:
    assert not dev.can_load("libladder-is-no-library.so.0")


@pytest.mark.parametrize(
    ("environ", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_that_a_window_opens_only_where_it_can_be_seen(environ: dict[str, str], platform: str, *, seen: bool) -> None:
    assert dev.has_display(environ, platform) is seen


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
@pytest.mark.parametrize(("check", "test", "status"), [(0, 0, 0), (1, 0, 1), (0, 1, 1)])
def test_that_ci_checks_and_tests_and_fails_if_either_fails(tmp_path: Path, check: int, test: int, status: int) -> None:
    (tmp_path / ".ci").mkdir()
    script = shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    (tmp_path / "dev.py").write_text(
        f"import sys; print('did', sys.argv[1]); sys.exit({{'check': {check}, 'test': {test}}}[sys.argv[1]])"
    )
    done = subprocess.run(["bash", str(script)], capture_output=True, text=True, check=False, cwd="/")
    assert done.stdout == "did check\ndid test\n"
    assert done.returncode == status
