"""A role: a job family with its levels and their criteria.

A `Role` that exists is consistent: every reference in it leads somewhere and no
`extends` or `refines` goes in a circle, so nothing downstream has to check again.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from ladder_app.domain.role_integrity import role_faults
from ladder_app.domain.scale import DEFAULT_SCALE, Scale
from ladder_app.domain.values import CONTRADICTIONS_ALLOWED, Fault, Flag, Frozen, Id, Number, Text, Whole, refuse
from ladder_app.errors import UnknownName, did_you_mean

Weight = Annotated[Number, Field(ge=1e-6, le=1e6)]
"""How much a criterion counts. Bounded so that sums of weights neither vanish nor overflow."""


class Kind(Enum):
    """The two kinds of criterion."""

    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"


class EvidencePolicy(Enum):
    """Whether a rating that meets the bar must be backed by evidence."""

    EXPECTED = "expected"
    REQUIRED = "required"


class Years(Frozen):
    """At least `minimum` years `of` something."""

    minimum: Annotated[Number, Field(gt=0, le=100)]
    of: Text


class Criterion(Frozen):
    """One requirement or one responsibility of a level."""

    id: Id
    text: Text
    area: str | None = None
    weight: Weight | None = None
    years: Years | None = None
    plus: Flag = False
    refines: str | None = None


class Extends(Frozen):
    """Takes over the criteria of another level; `text` is the sentence that says so."""

    level: str
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)] = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)
    text: str | None = None


class Level(Frozen):
    """One rung of a role."""

    id: Id
    title: Text
    grade: Whole | None = None
    grade_text: str | None = None
    grade_url: str | None = None
    summary: str | None = None
    extends: tuple[Extends, ...] = ()
    responsibilities: tuple[Criterion, ...] = ()
    requirements: tuple[Criterion, ...] = ()

    def criteria(self) -> Iterator[tuple[Kind, Criterion]]:
        """The level's own criteria in file order: responsibilities, then requirements."""
        for criterion in self.responsibilities:
            yield Kind.RESPONSIBILITY, criterion
        for criterion in self.requirements:
            yield Kind.REQUIREMENT, criterion

    @property
    def short_name(self) -> str:
        """`grade 9` where there is a grade, else the title."""
        return self.title if self.grade is None else f"grade {self.grade}"


class Weights(Frozen):
    """The weight of a criterion that names none of its own, by kind."""

    requirement: Weight = 1
    responsibility: Weight = 1

    def of(self, kind: Kind) -> float:
        return self.requirement if kind is Kind.REQUIREMENT else self.responsibility


class ReadinessPolicy(Frozen):
    """How a role judges readiness; see `readiness` for the rules."""

    near: Annotated[Number, Field(ge=0, le=1)] = 0.9
    evidence: EvidencePolicy = EvidencePolicy.EXPECTED
    weights: Weights = Weights.model_construct()


class Source(Frozen):
    """Where a role was published, and under which licence."""

    title: Text
    url: str | None = None
    licence: str | None = None


class IndicatorKind(Enum):
    """What the figure of an indicator is worked out from."""

    PROJECTS = "projects"
    """The share of projects that were done on time and within budget."""
    SURVEY = "survey"
    """The mean of the scores that people gave."""


class PerformanceIndicator(Frozen):
    """A figure the role is measured by; `measure` says how in words, `kind` what it is worked out from."""

    id: Id
    text: Text
    url: str | None = None
    measure: str | None = None
    kind: IndicatorKind | None = None


class HiringProcess(Frozen):
    """What a candidate can expect, in order."""

    intro: str | None = None
    steps: tuple[Text, ...] = ()
    outro: str | None = None


class Note(Frozen):
    """Anything else the source says; nothing is dropped."""

    title: str
    text: Text


class Role(Frozen):
    """A job family: title, summary, levels, performance indicators, hiring process."""

    format: Literal["ladder-role/1"] = "ladder-role/1"
    id: Id
    title: Text
    description: str | None = None
    summary: str | None = None
    source: Source | None = None
    base_url: str | None = None
    scale: Scale = DEFAULT_SCALE
    readiness: ReadinessPolicy = ReadinessPolicy.model_construct()
    areas: Mapping[Id, Text] = {}
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    performance_indicators: tuple[PerformanceIndicator, ...] = ()
    hiring_process: HiringProcess | None = None
    notes: tuple[Note, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self, info: ValidationInfo) -> Self:
        if info.context is not CONTRADICTIONS_ALLOWED:
            refuse(role_faults(self))
        return self

    def contradictions(self) -> list[Fault]:
        return role_faults(self)

    def level(self, level_id: str) -> Level:
        """The level of that id. Raises `UnknownName`, naming the nearest."""
        for level in self.levels:
            if level.id == level_id:
                return level
        hint = did_you_mean(level_id, (level.id for level in self.levels))
        levels = (f"{x.id} (grade {x.grade})" if x.grade is not None else x.id for x in self.levels)
        raise UnknownName(f"“{self.title}” has no level “{level_id}”.{hint} It has: {', '.join(levels)}.")

    def next_level(self, level_id: str | None) -> Level:
        """The level after this one; the last if there is none above; the first from nowhere."""
        if level_id is None:
            return self.levels[0]
        position = self.levels.index(self.level(level_id))
        return self.levels[min(position + 1, len(self.levels) - 1)]

    def criteria(self) -> Iterator[tuple[Level, Kind, Criterion]]:
        """Every criterion of every level, in file order."""
        for level in self.levels:
            for kind, criterion in level.criteria():
                yield level, kind, criterion

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of that id. Raises `UnknownName`, naming the nearest."""
        known = {criterion.id: criterion for _, _, criterion in self.criteria()}
        if criterion_id not in known:
            raise UnknownName(f"“{self.title}” has no criterion “{criterion_id}”.{did_you_mean(criterion_id, known)}")
        return known[criterion_id]

    def link(self, target: str) -> str:
        """A link of the source as an absolute address, where `base_url` allows it."""
        if target.startswith("/") and self.base_url:
            return self.base_url.rstrip("/") + target
        return target
