"""Performance indicators: what their values come to, over all cycles, and how they are written down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import fsum

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import IndicatorValue, ProjectRow, SurveyAnswer

_NUMBER = re.compile(r"[-\u2212]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some projects were done on time and within budget."""

    done: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.done / self.of


@dataclass(frozen=True, slots=True)
class Survey:
    """The mean of all scores, of how many answers, by how many people."""

    mean: float
    answers: int
    people: int


def share(projects: Iterable[ProjectRow]) -> Share:
    """The share of projects done both on time and within budget; there has to be one."""
    found = list(projects)
    return Share(sum(row.on_time and row.within_budget for row in found), len(found))


def survey(answers: Iterable[SurveyAnswer]) -> Survey:
    """What the answers come to; there has to be one. A person is the same however they are spaced or capitalised."""
    found = list(answers)
    people = {" ".join(answer.by.split()).casefold() for answer in found}
    scores = [answer.score for answer in found]
    # A mean lies among its values; the division alone may miss that by the last bit.
    mean = min(max(fsum(score / len(scores) for score in scores), min(scores)), max(scores))
    return Survey(mean, len(found), len(people))


def number(value: IndicatorValue) -> float | None:
    """The figure of a value: a percentage, a mean, or the first number that its words have, if any."""
    if value.projects:
        return share(value.projects).percent
    if value.answers:
        return survey(value.answers).mean
    found = _NUMBER.search(value.value or "")
    return None if found is None else float(found.group().replace(",", ".").replace("\u2212", "-"))


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value with the name of the cycle it was written in; only the current one's can be changed."""

    value: IndicatorValue
    cycle: str
    is_current: bool


def values_of(assessment: Assessment, indicator_id: str) -> tuple[DatedValue, ...]:
    """All values of an indicator, those of older cycles first, in the order they were written."""
    last = len(assessment.cycles) - 1
    return tuple(
        DatedValue(value, cycle.name, number == last)
        for number, cycle in enumerate(assessment.cycles)
        for value in cycle.indicators
        if value.indicator == indicator_id
    )


def with_value(assessment: Assessment, value: IndicatorValue, replacing: IndicatorValue | None = None) -> Assessment:
    """A copy whose current cycle has this value: in place of another one, else of that period's, else as the last."""
    values = assessment.cycle.indicators
    old = replacing if replacing in values else _of_period(values, value)
    kept = [value if one is old or one == old else one for one in values]
    return assessment.with_cycle(indicators=tuple(kept if old is not None else (*kept, value)))


def without_value(assessment: Assessment, value: IndicatorValue) -> Assessment:
    """A copy whose current cycle does not have that value."""
    return assessment.with_cycle(indicators=tuple(one for one in assessment.cycle.indicators if one != value))


def quarter(today: date) -> str:
    """The period that today falls in: `2026 Q4`."""
    return f"{today.year} Q{(today.month - 1) // 3 + 1}"


def _of_period(values: Iterable[IndicatorValue], wanted: IndicatorValue) -> IndicatorValue | None:
    at = (wanted.indicator, wanted.period)
    return next((one for one in values if (one.indicator, one.period) == at), None)
