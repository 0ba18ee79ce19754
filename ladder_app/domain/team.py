"""A team: what a manager sees of each person's assessment, small enough to keep for a thousand of them."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import ActionStatus
from ladder_app.domain.raters import AGREED, SELF, ratings_by
from ladder_app.domain.readiness import Figures, Readiness, SectionKind, Verdict, readiness_of
from ladder_app.domain.role import Level
from ladder_app.domain.values import Frozen


class View(Enum):
    """Whose ratings a figure comes from."""

    SELF = "self"
    REVIEW = "review"
    AGREED = "agreed"


class AreaStanding(Frozen):
    """How an area of a level stands: percent `shown`, and counts of required criteria.

    Where a role has no areas, its kinds of criterion stand in for them.
    """

    name: str
    shown: float
    rated: int
    required: int


class Standpoint(Frozen):
    """Readiness of the level aimed for, as one rater sees it."""

    rater: str
    shown: float
    possible: float
    met: int
    rated: int
    required: int
    verdict: str
    areas: tuple[AreaStanding, ...] = ()

    @property
    def says(self) -> Verdict:
        return Verdict[self.verdict.upper()]


class LevelName(Frozen):
    """A level as a list names it."""

    id: str
    title: str
    grade: int | None = None


class Member(Frozen):
    """One person's assessment in a line.

    `review` is the newest one of the cycle, with its day in `reviewed`; `agreed` is there once there
    is a review or something agreed. `touched` is the day the file was last written.
    """

    assessment_id: str
    person: str
    title: str | None = None
    role_id: str
    role: str
    current: LevelName | None = None
    target: LevelName
    cycle: str
    closed: date | None = None
    own: Standpoint
    review: Standpoint | None = None
    reviewed: date | None = None
    reviewers: int = 0
    agreed: Standpoint | None = None
    open_actions: int = 0
    next_due: date | None = None
    touched: date

    def seen_by(self, view: View) -> Standpoint | None:
        """The figures of one view; None where nobody has that view yet."""
        return {View.SELF: self.own, View.REVIEW: self.review, View.AGREED: self.agreed}[view]

    def overdue(self, today: date) -> bool:
        """Whether an open action was due before today."""
        return self.next_due is not None and self.next_due < today


def member(assessment: Assessment, touched: date) -> Member:
    """What a manager sees of an assessment whose file was last written on the day `touched`."""
    role, cycle = assessment.role, assessment.cycle
    level = effective_level(role, assessment.target)
    evidenced = cycle.evidenced()
    newest = max(cycle.reviews, key=lambda review: review.date, default=None)

    def seen(rater: str) -> Standpoint:
        return _standpoint(readiness_of(level, ratings_by(cycle, rater), evidenced, rater))

    open_actions = [action for action in cycle.actions if action.status is ActionStatus.OPEN]
    current = None if assessment.current is None else _name(role.level(assessment.current))
    return Member(
        assessment_id=assessment.id,
        person=assessment.person.name,
        title=assessment.person.title,
        role_id=role.id,
        role=role.title,
        current=current,
        target=_name(level.level),
        cycle=cycle.name,
        closed=cycle.closed,
        own=seen(SELF),
        review=None if newest is None else seen(newest.reviewer),
        reviewed=None if newest is None else newest.date,
        reviewers=len(cycle.reviews),
        agreed=seen(AGREED) if newest is not None or cycle.agreed else None,
        open_actions=len(open_actions),
        next_due=min((action.due for action in open_actions if action.due is not None), default=None),
        touched=touched,
    )


def areas(members: Iterable[Member]) -> tuple[str, ...]:
    """The areas of all roles that the members have, each once, in the order they are first met."""
    found = {area.name: None for one in members for area in one.own.areas}
    return tuple(found)


def _standpoint(readiness: Readiness) -> Standpoint:
    figures = readiness.figures
    return Standpoint(
        rater=readiness.rater,
        shown=figures.shown,
        possible=figures.possible,
        met=figures.met,
        rated=figures.rated,
        required=figures.required,
        verdict=readiness.verdict.word,
        areas=tuple(_area(name, figures) for name, figures in _parts(readiness)),
    )


def _parts(readiness: Readiness) -> Iterable[tuple[str, Figures]]:
    has_areas = bool(readiness.level.role.areas)
    for section in readiness.sections:
        if (section.kind is SectionKind.AREA) == has_areas:
            yield section.name, section.figures


def _area(name: str, figures: Figures) -> AreaStanding:
    return AreaStanding(name=name, shown=figures.shown, rated=figures.rated, required=figures.required)


def _name(level: Level) -> LevelName:
    return LevelName(id=level.id, title=level.title, grade=level.grade)
