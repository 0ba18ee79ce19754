"""What a manager should see first: strengths, what to talk about, gaps and what will be done about them."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_app.domain.entries import ActionStatus, Rating
from ladder_app.domain.raters import AGREED, SELF, same_view
from ladder_app.domain.readiness import Gap, Standing
from ladder_app.markup import Span, isolated
from ladder_app.report.material import Material
from ladder_app.report.sentences import (
    counts_as,
    gap_remark,
    last_cycle,
    pieces_of_evidence,
    rating_short,
    rating_words,
    requires_evidence,
)
from ladder_app.report.summary_parts import GapLine, Mention, TalkingPoint
from ladder_app.report.words import capitalised, counted, day

_STRENGTHS = 3
_DIFFERENCES = 3
_NAMED = 3


def strengths(material: Material) -> tuple[Mention, ...]:
    """At most three of the criteria that are met: the highest rating first, then the level's own, then most evidence.

    What somebody else rates lower is for talking about. What no evidence supports is named only
    where nothing that is met has any.
    """

    def order(standing: Standing) -> tuple[int, bool, int]:
        return -(standing.step or 0), standing.criterion.inherited, -len(material.evidence.get(standing.id, ()))

    met = [
        item for item in material.readiness.standings if item.counts and item.meets and not _is_disputed(material, item)
    ]
    evidenced = [item for item in met if item.id in material.evidence]
    return tuple(
        Mention(
            item.id,
            material.role_text(item.criterion.text),
            f"{rating_words(material.scale, item.rating)}, "
            f"{pieces_of_evidence(len(material.evidence.get(item.id, ())))}",
        )
        for item in sorted(evidenced or met, key=order)[:_STRENGTHS]
    )


def _is_disputed(material: Material, standing: Standing) -> bool:
    """Whether somebody else rates it lower or says that it does not apply; once agreed, whether that is lower."""
    rating = standing.rating
    if material.readiness.rater == AGREED or rating is None or rating.step is None:
        return False
    agreed = material.cycle.agreed.get(standing.id)
    if agreed is not None and agreed.rating is not None:
        others = [agreed.rating]
    else:
        others = [ratings[standing.id] for _, ratings, _ in material.views if standing.id in ratings]
    return any(other.step is None or other.step < rating.step for other in others)


def without_evidence(material: Material) -> tuple[Mention, ...]:
    """All that is rated as met and that no evidence supports."""
    return tuple(
        Mention(item.id, material.role_text(item.criterion.text), _rating_as_counted(material, item))
        for item in material.readiness.no_evidence
    )


def _rating_as_counted(material: Material, standing: Standing) -> str:
    """`4 Exceeds`; with what it counts as until then where the role requires evidence."""
    words = rating_words(material.scale, standing.rating)
    lowered = counts_as(standing, material.scale)
    return f"{words}, {lowered}" if lowered else words


def gap_lines(material: Material) -> tuple[GapLine, ...]:
    """All gaps in their order, each with what it takes and what will be done about it."""
    return tuple(_gap_line(material, rank, gap) for rank, gap in enumerate(material.readiness.gaps, start=1))


def talking_points(material: Material) -> tuple[TalkingPoint, ...]:
    """Where two views differ most, then what the record is missing."""
    return (*_differences(material), *_one_sided(material), *_loose_ends(material))


def _gap_line(material: Material, rank: int, gap: Gap) -> GapLine:
    standing = gap.standing
    suggestion = material.years(standing)
    next_step = _next_action(material, standing.id)
    if next_step is None and suggestion is not None and suggestion.met_on > material.today:
        next_step = f"met on {day(suggestion.met_on)}"
    remark = gap_remark(gap, material.scale, has_evidence=standing.id in material.evidence, suggestion=suggestion)
    return GapLine(
        rank=rank,
        criterion_id=standing.id,
        text=material.role_text(standing.criterion.text),
        remark=remark,
        rating=rating_words(material.scale, standing.rating),
        counts_as=counts_as(standing, material.scale),
        step=standing.step or 0,
        next_step=next_step or "no action yet",
        has_next_step=next_step is not None,
    )


def _next_action(material: Material, criterion_id: str) -> str | None:
    for action in material.actions_by_criterion.get(criterion_id, ()):
        if action.status is ActionStatus.OPEN:
            if action.due is None:
                return "action, no date"
            return f"{'overdue' if material.is_overdue(action) else 'action'}, {day(action.due)}"
        if action.status is ActionStatus.DONE:
            return "action done"
    return None


def _differences(material: Material) -> Iterator[TalkingPoint]:
    found: list[tuple[int, TalkingPoint]] = []
    settled = {name for name, entry in material.cycle.agreed.items() if entry.rating is not None}
    for standing in material.readiness.standings:
        own = material.cycle.ratings.get(standing.id)
        if own is None or standing.id in settled:
            continue
        others = [(review.reviewer, review.ratings.get(standing.id)) for review in material.cycle.reviews]
        differing = [(name, theirs) for name, theirs in others if theirs is not None and not same_view(own, theirs)]
        if differing:
            apart = max(_apart(own, theirs) for _, theirs in differing)
            views = [f"{isolated(name)} {rating_short(theirs)}" for name, theirs in differing]
            remark = ", ".join([f"{SELF} {rating_short(own)}", *views])
            found.append((apart, TalkingPoint(material.role_text(standing.criterion.text), remark)))
    found.sort(key=lambda entry: -entry[0])
    for _, point in found[:_DIFFERENCES]:
        yield point
    more = len(found) - _DIFFERENCES
    if more > 0:
        yield _said(f"{counted(more, 'more rating differs', 'more ratings differ')}.")


def _apart(one: Rating, other: Rating) -> int:
    """How many steps lie between two ratings; one step where only one of them says that it applies."""
    return 1 if one.step is None or other.step is None else abs(one.step - other.step)


def _one_sided(material: Material) -> Iterator[TalkingPoint]:
    for review in material.cycle.reviews:
        alone = sum(
            item.id in review.ratings and item.id not in material.cycle.ratings for item in material.readiness.standings
        )
        if alone:
            yield _said(f"{counted(alone, 'criterion is', 'criteria are')} rated by {isolated(review.reviewer)} only.")


def _loose_ends(material: Material) -> Iterator[TalkingPoint]:
    standings = [item for item in material.readiness.standings if item.rating is not None]
    missing = len(material.readiness.no_evidence)
    if missing:
        foremost = sorted(material.readiness.no_evidence, key=_claim)[:_NAMED]
        named = tuple(material.role_text(item.criterion.text) for item in foremost)
        yield replace(_said(_without_evidence_words(material, missing)), about=named)
    reworded = sum(item.rating is not None and item.rating.check_again for item in standings)
    if reworded:
        verb = "was reworded after it was" if reworded == 1 else "were reworded after they were"
        yield _said(f"{counted(reworded, 'criterion', 'criteria')} {verb} rated.")
    carried = sum(item.rating is not None and item.rating.carried for item in standings)
    if carried:
        since = f"kept from {last_cycle(material.assessment)} and not looked at since"
        yield _said(f"{counted(carried, 'rating is', 'ratings are')} {since}.")
    overdue = sum(material.is_overdue(action) for action in material.cycle.actions)
    if overdue:
        yield _said(f"{counted(overdue, 'action is', 'actions are')} overdue.")


def _claim(standing: Standing) -> tuple[int, bool]:
    """What claims most comes first: the highest rating, then the level's own before inherited ones."""
    rated = standing.rating.step if standing.rating is not None else None
    return -(rated or 0), standing.criterion.inherited


def _without_evidence_words(material: Material, missing: int) -> str:
    if not requires_evidence(material.readiness):
        return f"{counted(missing, 'criterion rated as met shows', 'criteria rated as met show')} no evidence yet."
    waiting = counted(missing, "criterion rated as met waits", "criteria rated as met wait")
    return f"{waiting} for the evidence that this role requires."


def _said(sentence: str) -> TalkingPoint:
    return TalkingPoint((Span(capitalised(sentence)),))
