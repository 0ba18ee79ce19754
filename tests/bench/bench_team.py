"""What a look at a folder of 1,000 assessments costs, against PyYAML's C loader alone on the same files."""

import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

from ladder_app.domain.entries import Rating
from ladder_app.storage.assessments import assessment_text, sample_assessment
from ladder_app.storage.places import HOME_VARIABLE
from ladder_app.storage.team import TeamReader

_ROUNDS = 7
_PEOPLE = 1000


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at."""
    with TemporaryDirectory() as name:
        home, folder = Path(name, "home"), Path(name, "team")
        folder.mkdir()
        _write(folder)
        before = os.environ.get(HOME_VARIABLE)
        os.environ[HOME_VARIABLE] = str(home)
        try:
            first, second, plain = _medians(folder, home)
        finally:
            os.environ.pop(HOME_VARIABLE)
            if before is not None:
                os.environ[HOME_VARIABLE] = before
    return [
        ("team on 1,000 files ÷ PyYAML's C loader alone", first / plain, 1.0),
        ("a second look at them ÷ PyYAML's C loader alone", second / plain, 0.1),
    ]


def _write(folder: Path) -> None:
    sample = sample_assessment()
    names = sorted(sample.cycle.ratings)
    for number in range(_PEOPLE):
        one = sample.model_copy(update={"id": f"person-{number}"})
        rated = one.rated(names[number % len(names)], Rating(step=number % 5))
        (folder / f"{number:04}.assessment.yaml").write_text(assessment_text(rated), encoding="utf-8")


def _medians(folder: Path, home: Path) -> tuple[float, float, float]:
    def first() -> None:
        for kept in home.rglob("*.json"):
            kept.unlink()
        TeamReader(folder).read()

    def second() -> None:
        TeamReader(folder).read()

    def plain() -> None:
        for path in sorted(folder.iterdir()):
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    ways = (first, second, plain)
    times: list[list[float]] = [[], [], []]
    for _ in range(_ROUNDS):
        for way, spent in zip(ways, times, strict=True):
            start = perf_counter()
            way()
            spent.append(perf_counter() - start)
    return median(times[0]), median(times[1]), median(times[2])
