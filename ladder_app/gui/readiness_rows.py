"""What the Readiness page says, row by row. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action, ActionStatus
from ladder_app.domain.readiness import Figures, Gap, Readiness, Section, SectionKind, Standing
from ladder_app.domain.years import suggest_from_years
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import (
    gap_remark,
    gaps_heading,
    level_name,
    outlook,
    rated_of,
    section_label,
    step_name,
)
from ladder_app.report.words import capitalised, day, number


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap in words; `has_action` says whether the next step is an action that somebody wrote down."""

    criterion_id: str
    rank: int
    text: str
    remark: str
    rating: str
    next_step: str
    asks_for_action: bool


@dataclass(frozen=True, slots=True)
class BarRow:
    """A labelled bar and the count beside it."""

    label: str
    figures: Figures
    count: str


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A criterion in one of the lists under the gaps, with a remark that may be empty."""

    criterion_id: str
    text: str
    remark: str
    rating: str


def gap_rows(readiness: Readiness, assessment: Assessment, today: date, *, asking: bool = True) -> tuple[GapRow, ...]:
    """Every gap, in the order of what closing it adds; `asking` for an action where there is none."""
    without = "Add an action…" if asking else "No action"
    evidenced = assessment.cycle.evidenced()
    return tuple(
        _gap_row(rank, gap, readiness, assessment, today, without, has_evidence=gap.standing.id in evidenced)
        for rank, gap in enumerate(readiness.gaps, start=1)
    )


def _gap_row(
    rank: int,
    gap: Gap,
    readiness: Readiness,
    assessment: Assessment,
    today: date,
    without: str,
    *,
    has_evidence: bool,
) -> GapRow:
    scale = readiness.level.role.scale
    suggestion = suggest_from_years(gap.criterion.criterion, assessment.person, scale, today)
    action = _open_action(assessment.cycle.actions_for(gap.standing.id))
    if action is not None:
        next_step = f"Action due {day(action.due)}" if action.due else "Action without a date"
    elif suggestion is not None and suggestion.met_on > today:
        next_step = f"Met on {day(suggestion.met_on)}"
    else:
        next_step = without
    return GapRow(
        criterion_id=gap.standing.id,
        rank=rank,
        text=plain(gap.criterion.text),
        remark=gap_remark(gap, scale, has_evidence=has_evidence, suggestion=suggestion, your="your"),
        rating=_rating(gap.standing, readiness),
        next_step=next_step,
        asks_for_action=next_step.endswith("…"),
    )


def _open_action(actions: Iterable[Action]) -> Action | None:
    """The open action that is due first; those without a date come last."""
    waiting = [action for action in actions if action.status is ActionStatus.OPEN]
    return min(waiting, key=_due, default=None)


def _due(action: Action) -> date:
    return action.due or date.max


def section_bars(readiness: Readiness) -> tuple[BarRow, ...]:
    """The bars of responsibilities and requirements."""
    return tuple(
        BarRow(section_label(readiness.level, section.kind), section.figures, rated_of(section.figures))
        for section in readiness.sections
        if section.kind is not SectionKind.AREA
    )


def area_bars(readiness: Readiness) -> tuple[BarRow, ...]:
    """The bars of the role's areas."""
    return tuple(
        BarRow(plain(section.name), section.figures, _items(section))
        for section in readiness.sections
        if section.kind is SectionKind.AREA
    )


def _items(section: Section) -> str:
    return "1 criterion" if section.figures.required == 1 else f"{section.figures.required} criteria"


def possible_line(figures: Figures) -> str:
    """`up to 81 % once the last four are rated`, or how many are met."""
    return outlook(figures) if figures.unrated else f"{figures.met} of {figures.required} met"


def heading_of_gaps(readiness: Readiness, current: str | None) -> str:
    """`What stands between you and grade 9`; about the level one is at, as the report has it."""
    level = readiness.level.level
    return (
        gaps_heading(level, current)
        if level.id == current
        else f"What stands between you and {isolated(level_name(level))}"
    )


def plain_rows(standings: Iterable[Standing], readiness: Readiness) -> tuple[PlainRow, ...]:
    """Criteria as they are listed under the gaps; why one does not apply is its remark."""
    return tuple(
        PlainRow(standing.id, plain(standing.criterion.text), _reason(standing), _rating(standing, readiness))
        for standing in standings
    )


def heading_with_count(name: str, count: int) -> str:
    """`Still unrated – four`."""
    return f"{name} – {number(count)}"


def _reason(standing: Standing) -> str:
    reason = standing.rating.not_applicable if standing.rating else None
    return capitalised(reason) if reason else ""


def _rating(standing: Standing, readiness: Readiness) -> str:
    if standing.rating is None:
        return "Not rated"
    if standing.rating.step is None:
        return "Not applicable"
    return step_name(readiness.level.role.scale, standing.rating.step)
