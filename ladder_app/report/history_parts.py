"""The parts of a report that are about the cycles so far."""

from dataclasses import dataclass

from ladder_app.charts.timeline import Series
from ladder_app.report.summary_parts import Mention


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle: its name and days, a percentage or `–` for each view, and how much of the level the person met."""

    name: str
    days: str
    percents: tuple[str, ...]
    met: str


@dataclass(frozen=True, slots=True)
class MovedGroup:
    """What moved in one way, such as `Rose`; each remark reads like `2 Growing → 3 Meets · reached the bar`."""

    title: str
    moved: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Readiness over the cycles, oldest first, as lines and as a table under `views`; and what moved."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    views: tuple[str, ...]
    cycles: tuple[CycleRow, ...]
    heading: str
    sentence: str
    groups: tuple[MovedGroup, ...]
