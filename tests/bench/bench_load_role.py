"""What files cost at 1,000 criteria, against PyYAML's C loader and dumper alone on the same text in the same run."""

from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import yaml

from ladder_app.domain.assessment import Assessment, Person, new_assessment
from ladder_app.domain.entries import Rating
from ladder_app.domain.role import Criterion, Level, Role, Years
from ladder_app.storage.assessments import assessment_text
from ladder_app.storage.roles import role_from_text, role_text

_ROUNDS = 9
_LEVELS = 10
_AREAS = {"people": "People", "craft": "Craft", "delivery": "Delivery"}


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at."""
    role = large_role(1000)
    text = role_text(role)
    loading = _LoadedBothWays(text)
    ours, plain = _medians(loading.ours, loading.plain)
    saving = _OneRatingMore(role)
    write, dump = _medians(saving.ours, saving.plain)
    return [
        ("Loading a role of 1,000 criteria ÷ PyYAML's C loader alone", ours / plain, 3.0),
        ("Text to save after a rating at 1,000 ÷ PyYAML's C dumper", write / dump, 0.2),
    ]


def large_role(count: int) -> Role:
    """A role of so many criteria in ten levels, with areas, weights and years as real ones have them."""
    per_level = count // _LEVELS
    return Role(id="large", title="Large", areas=_AREAS, levels=tuple(_level(n, per_level) for n in range(_LEVELS)))


def _level(number: int, count: int) -> Level:
    criteria = tuple(_criterion(f"level-{number}-criterion-{i}", i) for i in range(count))
    half = count // 2
    return Level(
        id=f"level-{number}",
        title=f"Level {number}",
        grade=number,
        responsibilities=criteria[:half],
        requirements=criteria[half:],
    )


def _criterion(name: str, number: int) -> Criterion:
    sentence = "Plans, builds and reviews it with care and says early what is in the way. "
    return Criterion(
        id=name,
        text=f"Works with others on part {number} of the product – " + sentence * (1 + number % 2) + "Helps others.",
        area=tuple(_AREAS)[number % 3],
        weight=2 if number % 7 == 0 else None,
        years=Years(minimum=1 + number % 8, of="software engineering") if number % 10 == 0 else None,
    )


class _LoadedBothWays:
    """The same text read as a role with all its checks, and by PyYAML as plain values."""

    def __init__(self, text: str) -> None:
        self._text = text

    def ours(self) -> None:
        role_from_text(self._text)

    def plain(self) -> None:
        yaml.load(self._text, Loader=yaml.CSafeLoader)


class _OneRatingMore:
    """An assessment of 1,000 rated criteria to which a rating is given each time, and the text that is saved then."""

    def __init__(self, role: Role) -> None:
        self._names = [criterion.id for _, _, criterion in role.criteria()]
        self._step = 0
        self._assessment: Assessment = new_assessment(
            role, Person(name="Sample Engineer"), date(2026, 11, 23), identity="sample"
        )
        for name in self._names:
            self._assessment = self._assessment.with_cycle(
                ratings={**self._assessment.cycle.ratings, name: Rating(step=2)}
            )
        assessment_text(self._assessment)
        self._value = yaml.load(assessment_text(self._assessment), Loader=yaml.CSafeLoader)

    def ours(self) -> None:
        self._step = (self._step + 1) % 5
        self._assessment = self._assessment.rated(self._names[500], Rating(step=self._step))
        assessment_text(self._assessment)

    def plain(self) -> None:
        yaml.dump(self._value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _medians(one: Callable[[], None], other: Callable[[], None]) -> tuple[float, float]:
    """The median seconds of each, taken in turns so that a slow moment meets both; the first of each warms up."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_ROUNDS + 1):
        for way, spent in zip((one, other), times, strict=True):
            start = perf_counter()
            way()
            spent.append(perf_counter() - start)
    return median(times[0][1:]), median(times[1][1:])
