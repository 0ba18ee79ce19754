"""How fast the window is there, what it takes, and how fast it follows a rating."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.entries import Rating
from ladder_app.domain.role import Criterion, Level, Role
from tests.bench.window_start import BARE, LIST, PAGE, READY

_STARTS = 11
_RATINGS = 15
_FEW, _MANY = 24, 1000
_ROOT = Path(__file__).resolve().parents[2]
_SAMPLE = _ROOT / "resources" / "sample.assessment.yaml"


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at."""
    seconds, memory = _starts()
    found = [
        ("Start to the painted list of the sample ÷ a bare PySide6 window", seconds[LIST] / seconds[BARE], 1.5),
        ("Start to all of its page, the inspector too ÷ a bare window", seconds[PAGE] / seconds[BARE], 1.5),
    ]
    if memory[BARE]:
        found.append(("Peak memory of all of the page ÷ of the bare window", memory[PAGE] / memory[BARE], 1.5))
    found.append((f"One rating to all on screen, {_MANY:,} criteria ÷ {_FEW}", _rating_ratio(), 3.0))
    return found


def _starts() -> tuple[dict[str, float], dict[str, float]]:
    """Median wall time and peak memory of whole processes, in turns; the first of each warms up."""
    seconds: dict[str, list[float]] = {BARE: [], LIST: [], PAGE: []}
    memory: dict[str, list[int]] = {BARE: [], LIST: [], PAGE: []}
    with TemporaryDirectory() as folder:
        mine = Path(copy(_SAMPLE, folder))
        # What a person's environment is like: compiled modules are kept, and nothing else is asked of Python.
        usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        env = {**usual, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen", "LADDER_HOME": folder}
        for turn in range(_STARTS + 1):
            for what in (BARE, LIST, PAGE):
                spent, peak = _painted(what, mine, env)
                if turn:
                    seconds[what].append(spent)
                    memory[what].append(peak)
    return _medians(seconds), _medians(memory)


def _medians(figures: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {what: median(found) for what, found in figures.items()}


def _painted(what: str, path: Path, env: dict[str, str]) -> tuple[float, int]:
    """Seconds from before the process starts until it says that its window is painted, and its peak memory."""
    script = Path(__file__).with_name("window_start.py")
    start = perf_counter()
    with subprocess.Popen([sys.executable, str(script), what, str(path)], stdout=subprocess.PIPE, env=env) as child:
        assert child.stdout is not None
        words = child.stdout.readline().decode().split()
        spent = perf_counter() - start
    if words[:1] != [READY]:
        raise RuntimeError(f"The {what} window did not appear.")
    return spent, int(words[1])


def _rating_ratio() -> float:
    """From a rating until everything on screen shows it: 1,000 criteria against 24, in turns."""
    times: dict[int, list[float]] = {_FEW: [], _MANY: []}
    with TemporaryDirectory() as folder, _windows(Path(folder)) as windows:
        for turn in range(_RATINGS + 1):
            for count, window in windows.items():
                spent = window.rate(turn)
                if turn:
                    times[count].append(spent)
    return median(times[_MANY]) / median(times[_FEW])


@contextmanager
def _windows(folder: Path) -> Iterator[dict[int, "_RatedWindow"]]:
    before = {name: os.environ.get(name) for name in ("QT_QPA_PLATFORM", "LADDER_HOME")}
    os.environ.update(QT_QPA_PLATFORM="offscreen", LADDER_HOME=str(folder))
    try:
        yield {count: _RatedWindow(count, folder) for count in (_FEW, _MANY)}
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class _RatedWindow:
    """A window on an assessment with so many criteria, half of them rated, that rates one on screen."""

    def __init__(self, count: int, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from ladder_app.gui.application import make_application
        from ladder_app.gui.main_window import MainWindow
        from ladder_app.gui.theme import Theme, window_family
        from ladder_app.storage.assessments import save_assessment
        from ladder_app.storage.settings import Settings

        running = QApplication.instance()
        self._application = running if isinstance(running, QApplication) else make_application()
        theme = Theme(family=window_family())
        theme.apply(self._application)
        path = folder / f"{count}.assessment.yaml"
        save_assessment(path, half_rated(count))
        self._window = MainWindow(Settings(), theme)
        self._window.show_first(path)
        self._window.show()
        self._application.processEvents()

    def rate(self, turn: int) -> float:
        """Seconds from rating what is unrated until the window has nothing left to paint.

        That is the dearest rating: a remark appears under the criterion, and all rows below it move.
        """
        document = self._window.document
        assert document is not None
        name = document.level.criteria[1].id
        document.rate(name, None)
        self._application.processEvents()
        start = perf_counter()
        document.rate(name, Rating(step=turn % 5))
        self._application.processEvents()
        return perf_counter() - start


def half_rated(count: int) -> Assessment:
    """An assessment of a role with so many criteria in one level, every other one rated."""
    made = new_assessment(_role(count), Person(name="Sample Engineer"), date(2026, 11, 23), identity="sample")
    names = [criterion.id for _, _, criterion in made.role.criteria()]
    ratings = {name: Rating(step=number % 5) for number, name in enumerate(names) if number % 2}
    return made.with_cycle(ratings=ratings)


def _role(count: int) -> Role:
    sentence = "Plans, builds and reviews it with care and says early what is in the way."
    criteria = tuple(
        Criterion(id=f"criterion-{number}", text=f"Part {number} of the product. {sentence}", area="craft")
        for number in range(count)
    )
    half = count // 2
    level = Level(id="level", title="Level", responsibilities=criteria[:half], requirements=criteria[half:])
    return Role(id="large", title="Large", areas={"craft": "Craft"}, levels=(level,))
