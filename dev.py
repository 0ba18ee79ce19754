#!/usr/bin/env python3
"""The one command for working on Ladder, or just trying it:

    python3 dev.py run [FILE]            open the window; without a display, report on the sample and write its PDF
    python3 dev.py test [ARGUMENTS]      the tests; arguments go to pytest
    python3 dev.py check                 ruff, mypy, import-linter
    python3 dev.py bench [WORD]          how fast it is, each figure against a baseline of the same run
    python3 dev.py screenshots FOLDER    a picture of every page

The first start makes a virtual environment in .venv and installs the pinned packages into it;
it is made anew when pyproject.toml, constraints.txt or the version of Python changes.
Needs Python 3.11 or newer and nothing else.
"""

# Every Python 3 must be able to read this file as far as the next check: no newer syntax anywhere in it.
import sys

OLDEST_PYTHON = (3, 11)
if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"Ladder needs Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer; this is Python {sys.version_info[0]}."
        f"{sys.version_info[1]}. Start it with a newer one, for example: python3.12 dev.py"
    )

import io
import os
import time
from pathlib import Path

TYPE_CHECKING = False  # the real one lies in typing, whose import costs every start
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
STAMP = VENV / "ladder-stamp.txt"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SAMPLE = ROOT / "resources" / "sample.assessment.yaml"

# What Qt loads from the system: the library, and its package for apt, dnf, pacman and zypper.
# Taken from the dynamic sections of Qt's own libraries and platform plugins.
QT_LIBRARIES = """
    libEGL.so.1              libegl1               libglvnd-egl        libglvnd           libEGL1
    libGL.so.1               libgl1                libglvnd-glx        libglvnd           libGL1
    libX11.so.6              libx11-6              libX11              libx11             libX11-6
    libxkbcommon.so.0        libxkbcommon0         libxkbcommon        libxkbcommon       libxkbcommon0
    libfontconfig.so.1       libfontconfig1        fontconfig          fontconfig         libfontconfig1
    libfreetype.so.6         libfreetype6          freetype            freetype2          libfreetype6
    libdbus-1.so.3           libdbus-1-3           dbus-libs           dbus               libdbus-1-3
    libglib-2.0.so.0         libglib2.0-0          glib2               glib2              libglib-2_0-0
    libgthread-2.0.so.0      libglib2.0-0          glib2               glib2              libgthread-2_0-0
    libzstd.so.1             libzstd1              libzstd             zstd               libzstd1
    libz.so.1                zlib1g                zlib                zlib               libz1
"""
X11_LIBRARIES = """
    libxcb-cursor.so.0       libxcb-cursor0        xcb-util-cursor     xcb-util-cursor    libxcb-cursor0
    libxcb-icccm.so.4        libxcb-icccm4         xcb-util-wm         xcb-util-wm        libxcb-icccm4
    libxcb-util.so.1         libxcb-util1          xcb-util            xcb-util           libxcb-util1
    libxcb-image.so.0        libxcb-image0         xcb-util-image      xcb-util-image     libxcb-image0
    libxcb-keysyms.so.1      libxcb-keysyms1       xcb-util-keysyms    xcb-util-keysyms   libxcb-keysyms1
    libxcb-render-util.so.0  libxcb-render-util0   xcb-util-renderutil xcb-util-renderutil libxcb-render-util0
    libxcb-randr.so.0        libxcb-randr0         libxcb              libxcb             libxcb-randr0
    libxcb-render.so.0       libxcb-render0        libxcb              libxcb             libxcb-render0
    libxcb-shape.so.0        libxcb-shape0         libxcb              libxcb             libxcb-shape0
    libxcb-shm.so.0          libxcb-shm0           libxcb              libxcb             libxcb-shm0
    libxcb-sync.so.1         libxcb-sync1          libxcb              libxcb             libxcb-sync1
    libxcb-xfixes.so.0       libxcb-xfixes0        libxcb              libxcb             libxcb-xfixes0
    libxcb-xkb.so.1          libxcb-xkb1           libxcb              libxcb             libxcb-xkb1
    libxcb.so.1              libxcb1               libxcb              libxcb             libxcb1
    libX11-xcb.so.1          libx11-xcb1           libX11-xcb          libx11             libX11-xcb1
    libxkbcommon-x11.so.0    libxkbcommon-x11-0    libxkbcommon-x11    libxkbcommon-x11   libxkbcommon-x11-0
"""
WAYLAND_LIBRARIES = """
    libwayland-client.so.0   libwayland-client0    libwayland-client   wayland            libwayland-client0
    libwayland-cursor.so.0   libwayland-cursor0    libwayland-cursor   wayland            libwayland-cursor0
    libwayland-egl.so.1      libwayland-egl1       libwayland-egl      wayland            libwayland-egl1
"""
INSTALLERS = (
    ("apt-get", "apt-get install -y --no-install-recommends"),
    ("dnf", "dnf install"),
    ("pacman", "pacman -S --needed"),
    ("zypper", "zypper install"),
)


class Stop(Exception):
    """Something that the person has to know or do before we can go on."""


class Step:
    """One line on standard error: what is being done, and how long it took."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.started = time.monotonic()

    def __enter__(self) -> None:
        sys.stderr.write(f"{self.text} ... ")
        sys.stderr.flush()

    def __exit__(self, kind: object, *error: object) -> None:
        seconds = time.monotonic() - self.started
        sys.stderr.write("stopped\n" if kind else f"{seconds:.1f} s\n")
        sys.stderr.flush()


# The environment


def wanted_stamp(root: Path = ROOT, version: str = PYTHON_VERSION) -> bytes:
    """What .venv must have been made for: the place and the Python on the first line, the packages on the second."""
    import hashlib

    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((root / name).read_bytes().replace(b"\r\n", b"\n"))
    return os.fsencode(f"Python {version} in {root}\n{digest.hexdigest()}\n")


def work_to_do(found: bytes | None, wanted: bytes, *, python_is_there: bool) -> str:
    """`nothing`, `update` (only the packages changed) or `make`, from the stamp found, None if there is none."""
    if found is None or not python_is_there or found.splitlines()[:1] != wanted.splitlines()[:1]:
        return "make"
    return "nothing" if found == wanted else "update"


def prepare() -> None:
    """Makes or renews .venv where that is needed. The stamp goes first and comes last, so a broken-off
    installation is made anew the next time."""
    wanted = wanted_stamp()
    try:
        found = STAMP.read_bytes()
    except OSError:
        found = None
    work = work_to_do(found, wanted, python_is_there=os.access(str(PYTHON), os.X_OK))
    if work == "nothing":
        return
    if Path(sys.prefix).resolve() == VENV.resolve() and work == "make":
        raise Stop("This Python lies inside .venv, which has to be made anew. Start dev.py with the system's Python.")
    try:
        STAMP.unlink(missing_ok=True)
        if work == "make":
            make_venv()
        install()
        STAMP.write_bytes(wanted)
    except OSError as error:
        raise Stop(
            f"Cannot write to {VENV}: {error.strerror or error}.\n"
            "Copy the project to a folder of your own with a few hundred megabytes free."
        ) from None


def make_venv() -> None:
    """An empty virtual environment in .venv, whatever was there."""
    import importlib.util
    import shutil

    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stop(no_venv_message(on_apt=shutil.which("apt-get") is not None))
    with Step(f"Making a virtual environment in .venv with Python {PYTHON_VERSION}"):
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        elif VENV.exists():
            shutil.rmtree(str(VENV))
        quietly([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")


def no_venv_message(*, on_apt: bool) -> str:
    """What to do where Python came without its `venv` or `ensurepip` module."""
    remedy = "Install the package of your system that brings them, or Python from python.org."
    if on_apt:
        remedy = f"Install them with:\n\n    {sudo()}apt install python{PYTHON_VERSION}-venv\n"
    return f"This Python {PYTHON_VERSION} lacks the venv and ensurepip modules that the first start needs. {remedy}"


def install() -> None:
    """The pinned build tools first, then the project with all it needs, built by exactly those.

    An editable installation writes the folder's name to a file that Python reads in the encoding of the
    locale. A name beyond ASCII could keep Python from starting, so the project is copied there instead;
    every job starts in the project's folder, where Python finds the original first.
    """
    how = ["-e"] if all(ord(character) < 128 for character in str(ROOT)) else []
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-c", "constraints.txt"]
    with Step("Installing the pinned packages (the first time takes a minute or two)"):
        quietly([*pip, "hatchling", "editables"], "The packages could not be installed.")
        quietly([*pip, "--no-build-isolation", *how, ".[dev]"], "The packages could not be installed.")


def quietly(command: list[str], failure: str) -> None:
    """Runs a command; its output is shown, with a plain word before it, only when it fails."""
    import subprocess

    env = dict(os.environ, PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUTF8="1")
    done = subprocess.run(
        command,
        check=False,
        cwd=str(ROOT),
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        output = done.stdout.decode("utf-8", "replace")
        raise Stop(f"{why_it_failed(output, failure)}\n\n{indented(output)}")


def why_it_failed(output: str, failure: str) -> str:
    """The likely reason in plain words, where the output of a failed command gives it away."""
    offline = ("name resolution", "NewConnectionError", "getaddrinfo", "Network is unreachable", "ConnectTimeout")
    if any(sign in output for sign in offline):
        return failure + " There seems to be no network; the first start needs it to fetch them."
    if "No space left" in output:
        return failure + " The disk is full."
    return failure


def indented(output: str, most: int = 25) -> str:
    """The last lines of some output, set off from our own words."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join("    " + line for line in lines[-most:])


# What Qt needs of a Linux system


def needed_libraries(environ: "Mapping[str, str]") -> list[list[str]]:
    """The library table for this session: what every window needs, and what its kind of display needs."""
    platform = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    table = QT_LIBRARIES
    if platform.startswith("wayland") or (not platform and environ.get("WAYLAND_DISPLAY")):
        table += WAYLAND_LIBRARIES
    elif platform == "xcb" or (not platform and environ.get("DISPLAY")):
        table += X11_LIBRARIES
    return [row.split() for row in table.splitlines() if row.strip()]


def can_load(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(rows: list[list[str]], installer: str, loads: "Callable[[str], bool]" = can_load) -> list[str]:
    """The packages, by this installer's names, of the libraries that do not load."""
    column = 1 + [name for name, _ in INSTALLERS].index(installer)
    return sorted({row[column] for row in rows if not loads(row[0])})


def provide_libraries(environ: "Mapping[str, str]") -> None:
    """Makes sure that Qt can load: installs what is missing as root on an apt system, else says how."""
    import shutil

    if not sys.platform.startswith("linux"):
        return
    rows = needed_libraries(environ)
    if not missing_packages(rows, "apt-get"):
        return
    installer = next((name for name, _ in INSTALLERS if shutil.which(name)), None)
    if installer == "apt-get" and os.geteuid() == 0:
        apt_install(missing_packages(rows, installer))
        if not missing_packages(rows, installer):
            return
    raise Stop(missing_libraries_message(rows, installer))


def missing_libraries_message(
    rows: list[list[str]], installer: str | None, loads: "Callable[[str], bool]" = can_load
) -> str:
    """Which libraries are missing, and the one command that installs them."""
    names = ", ".join(row[0] for row in rows if not loads(row[0]))
    text = f"The window needs these libraries of the system: {names}.\n"
    if installer is None:
        return text + "Install them with your system's package manager."
    packages = " ".join(missing_packages(rows, installer, loads))
    return f"{text}Install them with:\n\n    {sudo()}{dict(INSTALLERS)[installer]} {packages}\n"


def apt_install(packages: list[str]) -> None:
    """Installs Debian packages as root; refreshes the package lists only where that is needed."""
    failure = "The system's packages could not be installed."
    command = [*dict(INSTALLERS)["apt-get"].split(), *packages]
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    with Step("Installing what the window needs of the system: " + " ".join(packages)):
        try:
            quietly(command, failure)
        except Stop:
            quietly(["apt-get", "update"], failure)
            quietly(command, failure)


def sudo() -> str:
    """What a command that needs the system's administrator starts with here."""
    return "" if WINDOWS or os.geteuid() == 0 else "sudo "


# The jobs


def main(arguments: list[str]) -> int:
    """Does one job; gives its exit status."""
    jobs = {"run": run, "test": test, "check": check, "bench": bench, "screenshots": screenshots}
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(__doc__)
        return 0 if arguments else 2
    if arguments[0] not in jobs:
        sys.stderr.write(f"dev.py has no command {arguments[0]!r}. It has: {', '.join(jobs)}.\n")
        return 2
    return jobs[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    """Opens the window, or does its main job without one where there is no display."""
    if len(arguments) > 1:
        raise Stop("run takes one file at most.")
    prepare()
    file = [str(Path(arguments[0]).absolute())] if arguments else []
    if has_display(os.environ, sys.platform):
        provide_libraries(os.environ)
        return become("-m", "ladder_app", *file)
    return without_display(Path(file[0]) if file else SAMPLE)


def has_display(environ: "Mapping[str, str]", platform: str) -> bool:
    """Whether a window can be seen here."""
    if not platform.startswith("linux") or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    return environ.get("QT_QPA_PLATFORM", "") not in ("", "offscreen", "minimal")


def without_display(file: Path) -> int:
    """The readiness report on standard output, and the PDF into build/."""
    sys.stderr.write("There is no display here, so no window opens; this is the same on paper.\n\n")
    sys.stderr.flush()
    name = "Sample Engineer" if file == SAMPLE else file.name.split(".")[0]
    pdf = ROOT / "build" / (name + " - career conversation.pdf")
    status = call("-m", "ladder_app", "readiness", str(file))
    if status:
        return status
    pdf.parent.mkdir(exist_ok=True)
    sys.stdout.write("\n")
    sys.stdout.flush()
    return call("-m", "ladder_app", "export", str(file), "-o", str(pdf), "--force")


def test(arguments: list[str]) -> int:
    """The tests, drawn on no screen."""
    prepare()
    go_offscreen()
    # All of them on several processors; a few start faster on one.
    how = [str(Path(a).absolute()) if Path(a).exists() else a for a in arguments] or ["-n", workers()]
    return become("-m", "pytest", *how)


def workers() -> str:
    """How many tests to run at a time: one for each processor, as far as that helps."""
    return str(min(os.cpu_count() or 1, 4))


def check(arguments: list[str]) -> int:
    """Every check runs, so one look shows all that fails."""
    if arguments:
        raise Stop("check takes no arguments.")
    prepare()
    failed = [
        name
        for name, command in (
            ("ruff check", ("-m", "ruff", "check", ".")),
            ("ruff format", ("-m", "ruff", "format", "--check", ".")),
            ("mypy", ("-m", "mypy")),
            ("import-linter", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
        )
        if not passes(name, command)
    ]
    sys.stdout.write("\nAll checks pass.\n" if not failed else f"\nAt fault: {', '.join(failed)}.\n")
    return 1 if failed else 0


def passes(name: str, command: "tuple[str, ...]") -> bool:
    """Runs one check; shows what it found only if it found something."""
    import subprocess

    started = time.monotonic()
    done = subprocess.run(
        [str(PYTHON), *command], check=False, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    seconds = time.monotonic() - started
    sys.stdout.write(f"{name:14} {'FAIL' if done.returncode else 'ok':4} {seconds:5.1f} s\n")
    if done.returncode:
        sys.stdout.write(done.stdout.decode("utf-8", "replace").rstrip() + "\n\n")
    sys.stdout.flush()
    return not done.returncode


def bench(arguments: list[str]) -> int:
    """The figures, each a ratio against a baseline of the same run."""
    prepare()
    go_offscreen()
    provide_baselines()
    return become("-m", "tests.bench", *arguments)


def provide_baselines() -> None:
    """Installs what the PDF is measured against; where that cannot be, those figures are left out with a word."""
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["bench"]
    find = "import sys; from importlib.metadata import version; [version(n) for n in sys.argv[1:]]"
    names = [one.split("==")[0] for one in wanted]
    if passes_quietly("-c", find, *names):
        return
    try:
        with Step("Installing what the PDF is measured against"):
            pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
            quietly([*pip, "-c", "constraints.txt", *wanted], "It could not be installed.")
    except Stop as stop:
        sys.stderr.write(f"{str(stop).splitlines()[0]} Its figures are left out.\n")


def passes_quietly(*arguments: str) -> bool:
    """Whether the environment's Python does something without a fault."""
    import subprocess

    done = subprocess.run([str(PYTHON), *arguments], check=False, cwd=str(ROOT), stderr=subprocess.DEVNULL)
    return not done.returncode


def screenshots(arguments: list[str]) -> int:
    """A picture of every page into a folder."""
    if len(arguments) != 1:
        raise Stop("screenshots takes the folder to write the pictures to.")
    prepare()
    go_offscreen()
    return become("-m", "tests.screenshots", str(Path(arguments[0]).absolute()))


def go_offscreen() -> None:
    """Lets Qt draw into memory alone."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    provide_libraries(os.environ)


def call(*arguments: str) -> int:
    """Runs the environment's Python on the project; gives its exit status."""
    import subprocess

    return subprocess.call([str(PYTHON), *arguments], cwd=str(ROOT))


def become(*arguments: str) -> int:
    """As `call`, but in place of this process where the system can do that, so it costs nothing."""
    if not WINDOWS:
        sys.stdout.flush()
        os.chdir(str(ROOT))
        os.execv(str(PYTHON), [str(PYTHON), *arguments])
    return call(*arguments)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit("\n" + str(stop).rstrip())
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(130)
    except OSError as error:
        sys.exit(f"\nThe system says no: {error}.")
