"""“How is this computed?”: the sum behind the percentages and the verdict, with this person's numbers.

The formulas are those of `domain.readiness`; every number here can be checked by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import fsum

from ladder_app.domain.readiness import Readiness, SectionKind, Standing, Verdict, section_kind
from ladder_app.domain.scale import Scale
from ladder_app.report.sentences import requires_evidence, section_label, step_name
from ladder_app.report.verdict import verdict_word
from ladder_app.report.words import NO_BREAK_SPACE, capitalised, counted, number, plain_number

_SECTIONS = (SectionKind.OWN_RESPONSIBILITIES, SectionKind.INHERITED_RESPONSIBILITIES, SectionKind.REQUIREMENTS)


@dataclass(frozen=True, slots=True)
class TermRow:
    """One line of the sum; every column in words, as it is set.

    `criteria` counts those that count, `weight` is Σ w of them, `score` what each of them scores
    where all score the same (`2 ÷ 3`; empty where they differ), `earned` is Σ w·score over the
    rated, `unrated` Σ w over the unrated, and `points` what the line adds to `shown`.
    """

    name: str
    criteria: str
    weight: str
    score: str
    earned: str
    unrated: str
    points: str


COLUMNS = TermRow("", "Criteria", "Weight", "Score each", "Weight × score", "Weight unrated", "Points")
"""The headings of the columns."""


@dataclass(frozen=True, slots=True)
class Computation:
    """The explanation: what is summed, the lines of the sum twice over, the results, the verdict.

    `intro` says the rule in sentences. `by_step` splits the sum by rating and `by_section` by
    section; `total` is the last line of both. `results` are the two formulas with the numbers put
    in (`shown = 100 × 15.33 ÷ 24 = 63.9 %`). `verdict` says, in sentences, which rule decided.
    """

    intro: tuple[str, ...]
    by_step: tuple[TermRow, ...]
    by_section: tuple[TermRow, ...]
    total: TermRow
    results: tuple[str, ...]
    verdict: tuple[str, ...]


def computation(readiness: Readiness) -> Computation:
    """The explanation of one person's readiness for one level."""
    required = [item for item in readiness.standings if item.counts]
    total = fsum(item.criterion.weight for item in required)
    by_section = (
        _row(section_label(readiness.level, kind), items, total)
        for kind in _SECTIONS
        if (items := [item for item in required if section_kind(item.criterion) is kind])
    )
    return Computation(
        intro=tuple(_intro(readiness, required)),
        by_step=tuple(
            _by_step(required, total, readiness.level.role.scale, evidence_required=requires_evidence(readiness))
        ),
        by_section=tuple(by_section),
        total=_row("Together", required, total),
        results=tuple(_results(readiness, required, total)),
        verdict=tuple(_verdict(readiness)),
    )


def _earned(items: Iterable[Standing]) -> float:
    return fsum(item.criterion.weight * item.score for item in items if item.score is not None)


def _unrated(items: Iterable[Standing]) -> float:
    return fsum(item.criterion.weight for item in items if item.score is None)


def _row(name: str, items: list[Standing], total: float, score: str = "") -> TermRow:
    earned = _earned(items)
    return TermRow(
        name=name,
        criteria=str(len(items)),
        weight=plain_number(fsum(item.criterion.weight for item in items)),
        score=score,
        earned=plain_number(earned),
        unrated=plain_number(_unrated(items)),
        points=f"{100 * earned / total:.1f}" if total else "0",
    )


def _by_step(required: list[Standing], total: float, scale: Scale, *, evidence_required: bool) -> Iterator[TermRow]:
    met = [item for item in required if item.meets]
    if met:
        above = "" if scale.meets == scale.highest else " or above"
        how = ", with evidence" if evidence_required else ""
        yield _row(f"{step_name(scale, scale.meets)}{above}{how}", met, total, "1")
    for step in reversed(range(scale.meets)):
        rated = [item for item in required if item.step == step]
        if rated:
            held = sum(item.without_evidence for item in rated)
            why = f" ({number(held)} for want of evidence)" if held else ""
            yield _row(f"{step_name(scale, step)}{why}", rated, total, f"{step} ÷ {scale.meets}" if step else "0")
    unrated = [item for item in required if item.step is None]
    if unrated:
        yield _row("Not rated", unrated, total)


def _intro(readiness: Readiness, required: list[Standing]) -> Iterator[str]:
    if not required:
        return
    scale = readiness.level.role.scale
    bar = step_name(scale, scale.meets)
    if scale.meets == 1:
        yield f"A criterion scores 1 if its rating reaches the bar, {bar}, and 0 below."
    else:
        yield (
            f"A criterion scores its rating divided by {scale.meets}, and at most 1: "
            f"the bar is {bar}, and what lies above it earns nothing more."
        )
    yield _weights(required)
    yield from _left_aside(readiness)
    yield from _evidence(readiness, scale)


def _weights(required: list[Standing]) -> str:
    weights = {item.criterion.weight for item in required}
    if len(weights) == 1:
        return f"Every criterion has the weight {plain_number(weights.pop())}."
    return f"The weights go from {plain_number(min(weights))} to {plain_number(max(weights))}."


def _left_aside(readiness: Readiness) -> Iterator[str]:
    unrated, plus = len(readiness.unrated), len(readiness.plus)
    gone = sum(not item.criterion.plus for item in readiness.not_applicable)
    if unrated:
        verb = "is" if unrated == 1 else "are"
        yield (
            f"{capitalised(counted(unrated, 'criterion', 'criteria'))} {verb} not rated: neither zero nor left out, "
            "but the distance between what is shown and what is possible."
        )
    if gone:
        yield f"{capitalised(counted(gone, 'criterion does', 'criteria do'))} not apply and left the sum."
    if plus:
        yield f"{capitalised(counted(plus, 'criterion is', 'criteria are'))} a plus: listed, and never counted."


def _evidence(readiness: Readiness, scale: Scale) -> Iterator[str]:
    missing = len(readiness.no_evidence)
    if not missing:
        return
    rated = (
        f"{capitalised(counted(missing, 'rating', 'ratings'))} at the bar or above {'has' if missing == 1 else 'have'}"
    )
    if requires_evidence(readiness):
        below = step_name(scale, scale.meets - 1)
        counts = "it counts" if missing == 1 else "they count"
        yield f"{rated} no evidence; this role requires it, so until there is some {counts} as {below}."
    else:
        yield f"{rated} no evidence yet; that is said, and takes nothing away."


def _results(readiness: Readiness, required: list[Standing], total: float) -> Iterator[str]:
    if not required:
        yield "There is nothing to sum."
        return
    figures = readiness.figures
    weight, earned, unrated = (plain_number(value) for value in (total, _earned(required), _unrated(required)))
    yield f"shown = 100 × {earned} ÷ {weight} = {_exact(figures.shown)}"
    if figures.unrated:
        yield f"possible = {_exact(figures.shown)} + 100 × {unrated} ÷ {weight} = {_exact(figures.possible)}"


def _exact(percentage: float) -> str:
    return f"{plain_number(percentage, 1)}{NO_BREAK_SPACE}%"


def _verdict(readiness: Readiness) -> Iterator[str]:
    if readiness.verdict is Verdict.NO_CRITERIA:
        return
    yield "The verdict looks at every criterion and not at the percentage: one strong area never buys a weak one."
    yield f"{verdict_word(readiness.verdict)}: {' '.join(_reasons(readiness))}"


def _reasons(readiness: Readiness) -> Iterator[str]:
    figures, near = readiness.figures, readiness.level.role.readiness.near
    asked = f"the {_exact(100 * near)} that “nearly ready” asks for"
    reachable = figures.met + figures.unrated
    far = sum(gap.standing.steps_to_go > 1 for gap in readiness.gaps)
    match readiness.verdict:
        case Verdict.READY:
            yield f"all {figures.required} are rated and meet the bar." if figures.required > 1 else "it meets the bar."
        case Verdict.NEARLY:
            met = _share(figures.met, figures.required)
            yield f"all are rated, none is more than one step below the bar, and {met} meet, at least {asked}."
        case Verdict.OPEN if not figures.rated:
            yield "nothing is rated yet."
        case Verdict.OPEN:
            could = f"{_share(reachable, figures.required)} could meet, at least {asked}"
            if reachable == figures.required:
                could = "all could meet"
            yield (
                f"no rating is more than one step below the bar, and with the {number(figures.unrated)} not rated yet"
                f" {could}."
            )
        case _ if figures.required == 1:
            yield f"its only criterion is {'two or more steps' if far else 'one step'} below the bar."
        case _:
            reasons = []
            if far:
                some = counted(far, "criterion is", "criteria are")
                reasons.append(f"{some} two or more steps below the bar; one is enough.")
            if reachable / figures.required < near:
                if figures.unrated:
                    share = _share(reachable, figures.required)
                    reasons.append(f"even if all that is not rated met, {share} would meet, less than {asked}.")
                else:
                    reasons.append(_few_meet(figures.met, figures.required, asked))
            yield from (capitalised(reason) if i else reason for i, reason in enumerate(reasons))


def _few_meet(met: int, required: int, asked: str) -> str:
    if not met:
        return f"{'neither' if required == 2 else 'none'} of the {required} meets the bar, less than {asked}."
    return f"only {_share(met, required)} {'meets' if met == 1 else 'meet'}, less than {asked}."


def _share(some: int, required: int) -> str:
    """`19 of 20 (95 %)`."""
    return f"{some} of {required} ({_exact(100 * some / required)})"
