"""Readiness: what follows from a level's effective criteria and one rater's ratings.

With R = the effective criteria that are neither *plus* nor *not applicable*, w = weight and
score(c) = min(rating, meets) / meets:

    shown    = 100 · Σ w·score over the rated of R / Σ w over R
    possible = shown + 100 · Σ w over the unrated of R / Σ w over R

The verdict looks at every criterion, so one strong area never buys a weak one; the percentages
are only the picture. Readiness is computed and never stored.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from math import fsum

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import EffectiveCriterion, EffectiveLevel, effective_level
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import SELF, ratings_by
from ladder_app.domain.role import EvidencePolicy, Kind


class Verdict(IntEnum):
    """What the ratings say about a level, rising; `NO_CRITERIA` stands outside the order."""

    NO_CRITERIA = -1
    NOT_READY = 0
    OPEN = 1
    NEARLY = 2
    READY = 3

    @property
    def word(self) -> str:
        """The verdict as files and scripts spell it: `not_ready`."""
        return self.name.lower()


class SectionKind(IntEnum):
    """The parts of a level that figures are given for."""

    OWN_RESPONSIBILITIES = 0
    INHERITED_RESPONSIBILITIES = 1
    REQUIREMENTS = 2
    AREA = 3


_SECTION_NAMES = {
    SectionKind.OWN_RESPONSIBILITIES: "own responsibilities",
    SectionKind.INHERITED_RESPONSIBILITIES: "inherited responsibilities",
    SectionKind.REQUIREMENTS: "requirements",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one effective criterion stands with one rater.

    `step` is the step that counts, which the evidence policy may have put below the rating;
    it is None while unrated and where the criterion does not apply. `score` is 0 to 1. It `counts`
    if it is of R: neither *plus* nor *not applicable*.
    """

    criterion: EffectiveCriterion
    rating: Rating | None
    step: int | None
    score: float | None
    steps_to_go: int
    without_evidence: bool
    counts: bool

    @property
    def id(self) -> str:
        return self.criterion.id

    @property
    def meets(self) -> bool:
        return self.step is not None and self.steps_to_go == 0

    @property
    def is_gap(self) -> bool:
        """A required criterion rated below the bar."""
        return self.counts and self.step is not None and self.steps_to_go > 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums over some criteria: percentages `shown` and `possible`, and counts of R."""

    shown: float
    possible: float
    met: int
    rated: int
    required: int

    @property
    def unrated(self) -> int:
        return self.required - self.rated


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a level with its own figures; `name` is an area's title or the kind in words."""

    kind: SectionKind
    name: str
    figures: Figures
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A required criterion below the bar; closing it adds `adds_points` percentage points to `shown`."""

    standing: Standing
    adds_points: float

    @property
    def criterion(self) -> EffectiveCriterion:
        return self.standing.criterion


@dataclass(frozen=True)
class Readiness:
    """Readiness of a level for one rater."""

    level: EffectiveLevel
    rater: str
    standings: tuple[Standing, ...]

    def updated(self, ratings: Mapping[str, Rating], evidenced: Set[str], changed: Iterable[str]) -> "Readiness":
        """As `readiness_of` with these ratings and evidence, where they differ for the `changed` criteria alone.

        Works out those again and keeps the others: what a window wants after every keystroke.
        """
        standings = list(self.standings)
        for criterion_id in changed:
            place = self.level.places.get(criterion_id)
            if place is not None:
                standings[place] = standing(
                    self.level,
                    self.level.criteria[place],
                    ratings.get(criterion_id),
                    has_evidence=criterion_id in evidenced,
                )
        return Readiness(self.level, self.rater, tuple(standings))

    @cached_property
    def figures(self) -> Figures:
        return figures(self.standings)

    @cached_property
    def by_id(self) -> dict[str, Standing]:
        return {standing.id: standing for standing in self.standings}

    @cached_property
    def verdict(self) -> Verdict:
        return verdict(self.standings, self.level.role.readiness.near)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return gaps(self.standings)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Own and inherited responsibilities, requirements, then each area; those with required criteria only."""
        return tuple(s for s in _sections(self.level, self.standings) if s.figures.required)

    @cached_property
    def no_evidence(self) -> tuple[Standing, ...]:
        """Required criteria rated as met that no evidence supports."""
        return tuple(s for s in self.standings if s.counts and s.without_evidence)

    @cached_property
    def unrated(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.counts and s.step is None)

    @cached_property
    def not_applicable(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.rating is not None and not s.rating.applies)

    @cached_property
    def plus(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.criterion.plus)


def readiness(assessment: Assessment, level_id: str | None = None, rater: str = SELF) -> Readiness:
    """Readiness of a level (the target unless named) for a rater, in the current cycle.

    Raises `UnknownName` for a level the role does not have or a rater who has not rated.
    """
    level = effective_level(assessment.role, assessment.target if level_id is None else level_id)
    cycle = assessment.cycle
    return readiness_of(level, ratings_by(cycle, rater), cycle.evidenced(), rater)


def readiness_of(
    level: EffectiveLevel,
    ratings: Mapping[str, Rating],
    evidenced: Set[str] = frozenset(),
    rater: str = SELF,
) -> Readiness:
    """Readiness of a level from ratings and the ids of the criteria that have evidence."""
    standings = (standing(level, c, ratings.get(c.id), has_evidence=c.id in evidenced) for c in level.criteria)
    return Readiness(level, rater, tuple(standings))


def standing(
    level: EffectiveLevel, criterion: EffectiveCriterion, rating: Rating | None, *, has_evidence: bool
) -> Standing:
    """How one criterion stands. Where the policy requires evidence, a rating that meets without
    any counts as the step just below *meets*; otherwise it is only flagged."""
    meets = level.role.scale.meets
    if rating is None or rating.step is None:
        counts = rating is None and not criterion.plus
        return Standing(criterion, rating, None, None, 0, without_evidence=False, counts=counts)
    step = rating.step
    without_evidence = step >= meets and not has_evidence
    if without_evidence and level.role.readiness.evidence is EvidencePolicy.REQUIRED:
        step = meets - 1
    return Standing(
        criterion,
        rating,
        step,
        score=min(step, meets) / meets,
        steps_to_go=max(meets - step, 0),
        without_evidence=without_evidence,
        counts=not criterion.plus,
    )


def figures(standings: Iterable[Standing]) -> Figures:
    """The sums of the module's formulas over some criteria; all zero where none counts.

    Each sum is exact before it is rounded, so the order of criteria changes nothing, and `possible`
    is to the last bit what `shown` becomes once all that is unrated meets.
    """
    weights, earned, unrated, met = [], [], [], 0
    for item in standings:
        if not item.counts:
            continue
        weight = item.criterion.weight
        weights.append(weight)
        if item.score is None:
            unrated.append(weight)
        else:
            earned.append(weight * item.score)
            met += item.steps_to_go == 0
    if not weights:
        return Figures(0.0, 0.0, 0, 0, 0)
    total = fsum(weights)
    return Figures(
        shown=_percent(fsum(earned), total),
        possible=_percent(fsum(earned + unrated), total),
        met=met,
        rated=len(earned),
        required=len(weights),
    )


def _percent(part: float, total: float) -> float:
    """Exactly 100 for the whole, and never more: the division alone may miss it by the last bit either way."""
    return 100.0 if part == total else min(100 * part / total, 100.0)


def verdict(standings: Sequence[Standing], near: float) -> Verdict:
    """The verdict on a level.

    `no_criteria` if R is empty; `ready` if every one of R is rated and meets; `not_ready` if some
    rated one is two or more steps below the bar, or the share met could not reach `near` even if
    all the unrated met, or all are rated and neither `ready` nor `nearly` holds; `nearly` if all
    are rated, none is more than one step below and the share met is at least `near`; else `open`.
    """
    required = [item for item in standings if item.counts]
    if not required:
        return Verdict.NO_CRITERIA
    met = sum(item.meets for item in required)
    unrated = sum(item.step is None for item in required)
    if met == len(required):
        return Verdict.READY
    far_below = any(item.steps_to_go >= 2 for item in required)
    if far_below or (met + unrated) / len(required) < near:
        return Verdict.NOT_READY
    return Verdict.OPEN if unrated else Verdict.NEARLY


def gaps(standings: Sequence[Standing]) -> tuple[Gap, ...]:
    """The gaps, ordered by what closing them adds to `shown`, then fewer steps to go, then role order."""
    total = fsum(item.criterion.weight for item in standings if item.counts)
    found = [
        Gap(item, 100 * item.criterion.weight * (1 - item.score) / total)
        for item in standings
        if item.is_gap and item.score is not None
    ]
    return tuple(sorted(found, key=lambda gap: (-round(gap.adds_points, 9), gap.standing.steps_to_go)))


def section_kind(criterion: EffectiveCriterion) -> SectionKind:
    """The part of a level that a criterion is listed in."""
    if criterion.kind is Kind.REQUIREMENT:
        return SectionKind.REQUIREMENTS
    return SectionKind.INHERITED_RESPONSIBILITIES if criterion.inherited else SectionKind.OWN_RESPONSIBILITIES


def _sections(level: EffectiveLevel, standings: Sequence[Standing]) -> Iterable[Section]:
    by_kind: dict[SectionKind, list[Standing]] = {kind: [] for kind in _SECTION_NAMES}
    by_area: dict[str | None, list[Standing]] = {area: [] for area in (None, *level.role.areas)}
    for item in standings:
        by_kind[section_kind(item.criterion)].append(item)
        by_area[item.criterion.criterion.area].append(item)
    for kind, name in _SECTION_NAMES.items():
        yield Section(kind, name, figures(by_kind[kind]))
    for area, title in level.role.areas.items():
        yield Section(SectionKind.AREA, title, figures(by_area[area]), area)
