"""What readiness comes to in words: the sentences that the window, the terminal and the PDF share."""

from collections.abc import Sequence

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import EffectiveCriterion, EffectiveLevel
from ladder_app.domain.entries import Rating
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.readiness import Figures, Gap, Readiness, SectionKind, Standing, section_kind
from ladder_app.domain.role import EvidencePolicy, Level, Role
from ladder_app.domain.scale import Scale
from ladder_app.domain.years import YearsSuggestion
from ladder_app.markup import isolated, plain
from ladder_app.report.words import capitalised, counted, number, percent, points, series, years_so_far

SEPARATOR = " · "
"""Between the parts of a remark."""
EVERY_CRITERION = "Every criterion"
"""The part of a document that lists them all, and asks about each in one to fill in."""

_KIND_NAMES = {
    SectionKind.OWN_RESPONSIBILITIES: "Responsibilities",
    SectionKind.INHERITED_RESPONSIBILITIES: "Responsibilities",
    SectionKind.REQUIREMENTS: "Requirements",
}
# More levels than this are not listed one by one in a heading.
_MOST_LEVELS_NAMED = 3


def level_name(level: Level) -> str:
    """`grade 9` where there is a grade, else the title, without markup."""
    return plain(level.short_name)


def level_title(level: Level) -> str:
    """`Senior Engineering Manager, grade 9`."""
    title = plain(level.title)
    return title if level.grade is None else f"{isolated(title)}, grade {level.grade}"


def outlook(figures: Figures) -> str:
    """What beside the percentage: `up to 81 % once the last four are rated`, or how many are rated."""
    if not figures.required:
        return "nothing to rate"
    if not figures.unrated:
        return "all rated"
    if not figures.rated:
        return "nothing rated yet"
    last = "the last one is" if figures.unrated == 1 else f"the last {number(figures.unrated)} are"
    return f"up to {percent(figures.possible)} once {last} rated"


def gauge_note(figures: Figures) -> str:
    """What the hatched part of a gauge or a bar is: `up to 81 % once four are rated`; empty where all is rated."""
    if not figures.unrated:
        return ""
    those = "the last one is" if figures.unrated == 1 else f"{number(figures.unrated)} are"
    return f"up to {percent(figures.possible)} once {those} rated"


def gaps_heading(level: Level, current: str | None) -> str:
    """`What stands between here and grade 9`, or what is below the bar of the level one is at."""
    if level.id == current:
        return f"What is below the bar of {isolated(level_name(level))}"
    return f"What stands between here and {isolated(level_name(level))}"


def rated_of(figures: Figures) -> str:
    """`7 of 8 rated`."""
    return f"{figures.rated} of {figures.required} rated"


def tells_enough(figures: Figures) -> bool:
    """Whether at least half is rated: a percentage of less says more about what is unrated than about the person."""
    return figures.rated > 0 and 2 * figures.rated >= figures.required


def section_heading(level: EffectiveLevel, kind: SectionKind) -> str:
    """`Responsibilities – carried over from grade 8`."""
    return SECTION_DASH.join(_section_words(level, kind, where=True))


def section_label(level: EffectiveLevel, kind: SectionKind) -> str:
    """The same, short enough for the name of a bar: `Responsibilities, carried over`."""
    return ", ".join(_section_words(level, kind, where=False))


def left_out(criteria: Sequence[EffectiveCriterion]) -> str:
    """`Nine criteria carried over from grade 8 are left out here; every figure counts them.` Empty for none."""
    if not criteria:
        return ""
    homes = {criterion.level.id: criterion.level for criterion in criteria}
    is_one = len(criteria) == 1
    return (
        f"{capitalised(counted(len(criteria), 'criterion', 'criteria'))} carried over from"
        f" {_levels_named(list(homes.values()))} {'is' if is_one else 'are'} left out here;"
        f" every figure counts {'it' if is_one else 'them'}."
    )


SECTION_DASH = " – "


def step_name(scale: Scale, step: int) -> str:
    """`3 Meets`, without markup."""
    return f"{step} {isolated(plain(scale.steps[step].label))}"


def rating_words(scale: Scale, rating: Rating | None) -> str:
    """`3 Meets`, `not applicable` or `not rated`."""
    if rating is None:
        return "not rated"
    return "not applicable" if rating.step is None else step_name(scale, rating.step)


def rating_short(rating: Rating | None) -> str:
    """`3`, `not applicable` or `not rated`, for where two are set side by side."""
    if rating is None:
        return "not rated"
    return "not applicable" if rating.step is None else str(rating.step)


def gap_remark(
    gap: Gap, scale: Scale, *, has_evidence: bool, suggestion: YearsSuggestion | None = None, your: str = "the"
) -> str:
    """What a gap takes: `two steps to Meets · +2.7 points · no evidence yet`.

    A criterion about years says how many there are, `from the profile` (`your="your"` where the
    person is spoken to).
    """
    standing = gap.standing
    lowered = counts_as(standing, scale)
    if lowered:
        return f"{lowered}{SEPARATOR}{points(gap.adds_points)}"
    if suggestion is not None:
        return f"{years_so_far(suggestion)}, from {your} profile{SEPARATOR}{points(gap.adds_points)}"
    parts = [steps_to_bar(standing.steps_to_go, scale), points(gap.adds_points)]
    if not has_evidence:
        parts.append("no evidence yet")
    return SEPARATOR.join(parts)


def last_cycle(assessment: Assessment) -> str:
    """The name of the cycle that ratings were kept from: `2026 H1`, or `the last cycle` where the file has lost it."""
    before = assessment.cycles[-2:-1]
    return isolated(before[0].name) if before else "the last cycle"


def steps_to_bar(steps: int, scale: Scale) -> str:
    """`two steps to Meets`."""
    return f"{counted(steps, 'step', 'steps')} to {isolated(plain(scale.steps[scale.meets].label))}"


def requires_evidence(readiness: Readiness) -> bool:
    """Whether in this role only what is evidenced counts as met."""
    return readiness.level.role.readiness.evidence is EvidencePolicy.REQUIRED


def counts_as(standing: Standing, scale: Scale) -> str:
    """`counts as 2 Growing until there is evidence`; empty where the rating counts as it was given."""
    if not standing.counts or not standing.without_evidence or standing.meets or standing.step is None:
        return ""
    return f"counts as {step_name(scale, standing.step)} until there is evidence"


def rated_by(rater: str, person: str) -> str:
    """Whose ratings these are: `Rated by Sample Engineer`, `As Sample Manager sees it`, `As agreed …`."""
    if rater == SELF:
        return f"Rated by {isolated(person)}"
    return "As agreed in the conversation" if rater == AGREED else f"As {isolated(rater)} sees it"


def pieces_of_evidence(count: int) -> str:
    """`three pieces of evidence`, `no evidence yet`."""
    return counted(count, "piece of evidence", "pieces of evidence") if count else "no evidence yet"


def grades(role: Role, from_level: str | None, to_level: str) -> str | None:
    """`8 → 9`, `9`, or None where the level aimed for has no grade."""
    target = role.level(to_level).grade
    if target is None:
        return None
    current = None if from_level is None else role.level(from_level).grade
    return str(target) if current is None or current == target else f"{current} → {target}"


def _section_words(level: EffectiveLevel, kind: SectionKind, *, where: bool) -> list[str]:
    name = _KIND_NAMES[kind]
    homes = {c.level.id: c.level for c in level.criteria if section_kind(c) is SectionKind.INHERITED_RESPONSIBILITIES}
    if kind is SectionKind.REQUIREMENTS or not homes:
        return [name]
    if kind is SectionKind.INHERITED_RESPONSIBILITIES:
        return [name, f"carried over from {_levels_named(list(homes.values()))}" if where else "carried over"]
    at = "at" if level.level.grade is not None else "for"
    return [name, f"new {at} {isolated(level_name(level.level))}"]


def _levels_named(levels: list[Level]) -> str:
    if len(levels) > _MOST_LEVELS_NAMED:
        return f"{number(len(levels))} other levels"
    grades = [level.grade for level in levels]
    known = [grade for grade in grades if grade is not None]
    if len(levels) > 1 and len(known) == len(levels) == len(set(known)):
        return f"grades {series([str(grade) for grade in sorted(known)])}"
    return series([isolated(level_name(level)) for level in levels])
