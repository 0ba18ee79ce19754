"""What a report says about the conversation: agenda, both views side by side, what was agreed, the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.charts.percent import percent
from ladder_app.domain.agenda import agenda
from ladder_app.domain.comparison import Outcome, compared
from ladder_app.domain.plan import plan
from ladder_app.domain.raters import AGREED, SELF, raters, ratings_by
from ladder_app.domain.readiness import readiness
from ladder_app.markup import isolated, shown
from ladder_app.report.conversation_words import point_remark
from ladder_app.report.plan_words import focus_effect, nothing_planned, serves_words, waiting_words, why_words
from ladder_app.report.sentences import SEPARATOR, rated_of, rating_words
from ladder_app.report.summary_parts import Bar, Mention
from ladder_app.report.talk_parts import AgendaLine, AgreedLine, Comments, PlanLine, PlanPart, SideBySide, Talk, View
from ladder_app.report.words import capitalised, counted, day, number, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.comparison import Compared
    from ladder_app.domain.effective import EffectiveCriterion
    from ladder_app.domain.readiness import Readiness
    from ladder_app.markup import Spans
    from ladder_app.report.material import Material

_MOST_POINTS = 12
_MOST_WAITING = 8
_MOST_LATER = 8
_MOST_IDLE = 8
_MOST_REMARKS = 8


def talk(material: Material) -> Talk:
    """All about the conversation on the level that the material is about."""
    level = material.readiness.level.level.id
    own = material.readiness if material.readiness.rater == SELF else readiness(material.assessment, level)
    lines = tuple(_agenda(material, own))
    sides = tuple(_sides(material))
    same = tuple(_same(material))
    remarks = tuple(_remarks(material, {side.criterion_id for side in sides}))
    conversation = material.cycle.conversation
    return Talk(
        views=tuple(_views(material, level)),
        agenda=lines[:_MOST_POINTS],
        agenda_more=_more(len(lines) - _MOST_POINTS) if lines else _nothing_to_talk_about(own),
        sides=sides,
        sides_note=_sides_note(material, len(sides), len(same)),
        same=same,
        overall=tuple(overall(material)),
        remarks=remarks[:_MOST_REMARKS],
        remarks_more=_remarks_more(len(remarks) - _MOST_REMARKS),
        agreed=tuple(_agreed(material)),
        agreed_note=_agreed_note(material),
        held="" if conversation.held is None else day(conversation.held),
        summary=material.own_text(conversation.summary or ""),
        plan=_plan(material, own),
    )


def _nothing_to_talk_about(own: Readiness) -> str:
    if not own.figures.rated:
        return "Nothing is rated yet; what to talk about follows from the ratings."
    return "Nothing is seen differently, and nothing lacks an action or evidence."


def _views(material: Material, level: str) -> Iterator[Bar]:
    """Readiness as each of them sees it; what nobody has agreed on yet is not there."""
    names = {SELF: material.person, AGREED: "As agreed"}
    for rater in raters(material.cycle):
        figures = readiness(material.assessment, level, rater).figures
        if rater == SELF or figures.rated:
            yield Bar(names.get(rater, shown(rater)), figures, percent(figures.shown), rated_of(figures))


def _agenda(material: Material, own: Readiness) -> Iterator[AgendaLine]:
    for rank, point in enumerate(agenda(material.assessment, own, material.today).points, start=1):
        yield AgendaLine(
            rank,
            point.criterion.id,
            material.role_text(point.criterion.text),
            point_remark(point),
            "" if point.discussed is None else f"talked about on {day(point.discussed)}",
        )


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return f"{capitalised(counted(count, 'more point is', 'more points are'))} on the Conversation page."


def _waiting_more(count: int) -> str:
    if count <= 0:
        return ""
    return f"{capitalised(counted(count, 'more gap has', 'more gaps have'))} no action; the Plan page lists them."


def _actions_more(count: int, where: str) -> str:
    if count <= 0:
        return ""
    verb = "more action is" if count == 1 else "more actions are"
    return f"{capitalised(counted(count, verb, verb))} {where}; the Plan page lists {'it' if count == 1 else 'them'}."


def _by_criterion(material: Material) -> dict[str, list[tuple[str, Compared]]]:
    """Each criterion in both views, for every reviewer."""
    found: dict[str, list[tuple[str, Compared]]] = {}
    for review in material.cycle.reviews:
        for item in compared(material.readiness.level, material.cycle, review.reviewer).criteria:
            found.setdefault(item.criterion.id, []).append((review.reviewer, item))
    return found


_APART = (Outcome.DIFFERENT, Outcome.ONE_DOES_NOT_APPLY)


def _sides(material: Material) -> Iterator[SideBySide]:
    """What at least one reviewer sees differently, the largest difference first, then in role order."""
    found = []
    for views in _by_criterion(material).values():
        if any(item.outcome in _APART for _, item in views):
            apart = max(abs(item.steps or 0) for _, item in views)
            steps = f"{counted(apart, 'step', 'steps')} apart" if apart else "applies for one of you only"
            found.append((-apart, _side(material, views, steps)))
    found.sort(key=_largest)
    for _, side in found:
        yield side


def _largest(found: tuple[int, SideBySide]) -> int:
    return found[0]


def _side(material: Material, views: list[tuple[str, Compared]], remark: str) -> SideBySide:
    criterion = views[0][1].criterion
    scale = material.scale
    seen = [View(material.person, rating_words(scale, views[0][1].own), _own_words(material, criterion))]
    for reviewer, item in views:
        if item.theirs is not None or item.comment:
            words = item.comment or ("" if item.theirs is None else item.theirs.not_applicable or "")
            seen.append(View(shown(reviewer), rating_words(scale, item.theirs), material.own_text(words)))
    return SideBySide(criterion.id, material.role_text(criterion.text), capitalised(remark), tuple(seen))


def overall(material: Material) -> Iterator[Comments]:
    """What the reviewers say about the whole."""
    for review in material.cycle.reviews:
        if review.overall:
            yield Comments(shown(review.reviewer), day(review.date), material.own_text(review.overall))


def _remarks(material: Material, elsewhere: set[str]) -> Iterator[SideBySide]:
    """What reviewers say about criteria that are not seen differently, in role order; their views alone."""
    order = {criterion.id: place for place, criterion in enumerate(material.readiness.level.criteria)}
    found = _by_criterion(material)
    for name in sorted(found.keys() - elsewhere, key=order.__getitem__):
        views = found[name]
        if any(item.comment for _, item in views):
            same = all(item.outcome is Outcome.SAME for _, item in views)
            side = _side(material, views, "seen the same" if same else "no rating to compare")
            yield replace(side, views=tuple(view for view in side.views[1:] if view.text))


def _remarks_more(count: int) -> str:
    if count <= 0:
        return ""
    verb = "more criterion has" if count == 1 else "more criteria have"
    return f"{capitalised(counted(count, verb, verb))} a comment; the full document has it."


def _own_words(material: Material, criterion: EffectiveCriterion) -> Spans:
    """What the person says for it: their reason, their note where notes are shown, else their newest evidence."""
    rating = material.cycle.ratings.get(criterion.id)
    if rating is not None and rating.not_applicable:
        return material.own_text(rating.not_applicable)
    note = material.cycle.notes.get(criterion.id, "") if material.with_notes else ""
    if note:
        return material.own_text(note)
    evidence = material.evidence.get(criterion.id, []) if material.with_evidence else []
    return material.own_text(evidence[0].text) if evidence else ()


def _same(material: Material) -> Iterator[Mention]:
    """What the person and every reviewer who rated it see the same."""
    for name, views in _by_criterion(material).items():
        outcomes = {item.outcome for _, item in views if item.theirs is not None}
        if outcomes == {Outcome.SAME}:
            criterion = views[0][1].criterion
            yield Mention(name, material.role_text(criterion.text), rating_words(material.scale, views[0][1].own))


def _sides_note(material: Material, different: int, same: int) -> str:
    reviewers = [shown(review.reviewer) for review in material.cycle.reviews]
    if not reviewers:
        return f"Nobody has reviewed {isolated(material.cycle.name)} yet."
    if not different + same:
        return "Nothing has been rated by both sides yet."
    both = counted(different + same, "criterion", "criteria")
    if not different:
        which = "criterion rated by both sides is" if same == 1 else "criteria rated by both sides are"
        return f"No difference: the {number(same)} {which} seen the same."
    if not same:
        which = {1: "The one criterion", 2: "Both criteria"}.get(different, f"All {number(different)} criteria")
        return f"{which} rated by both sides {'is' if different == 1 else 'are'} seen differently."
    verb = "is" if different == 1 else "are"
    return f"Of {both} rated by both sides, {number(different)} {verb} seen differently."


def _agreed(material: Material) -> Iterator[AgreedLine]:
    """What was recorded in the conversation, in role order; what the level does not ask for comes last."""
    order = {criterion.id: place for place, criterion in enumerate(material.readiness.level.criteria)}
    recorded = sorted(material.cycle.agreed.items(), key=lambda entry: order.get(entry[0], len(order)))
    for name, entry in recorded:
        rating = "" if entry.rating is None else rating_words(material.scale, entry.rating)
        text = material.role_text(material.criteria[name].text)
        yield AgreedLine(name, text, rating, material.own_text(entry.text or ""))


def _agreed_note(material: Material) -> str:
    recorded = {name for name, entry in material.cycle.agreed.items() if entry.rating is not None}
    asked = {criterion.id for criterion in material.readiness.level.criteria}
    without = len((ratings_by(material.cycle, AGREED).keys() & asked) - recorded)
    if not without:
        return ""
    verb = "counts as agreed because you rated it" if without == 1 else "count as agreed because you rated them"
    more = " more" if material.cycle.agreed else ""
    return f"{capitalised(number(without))}{more} {'criterion' if without == 1 else 'criteria'} {verb} the same."


def _plan(material: Material, own: Readiness) -> PlanPart:
    found = plan(material.assessment, own, material.today)
    nothing = nothing_planned(found)
    if nothing is None and not (found.focus or found.later):
        which = "The gap has no action" if len(found.waiting) == 1 else "None of the gaps has an action"
        nothing = ("No action for a gap yet" if found.idle else "No actions yet", f"{which}.")
    return PlanPart(
        effect=focus_effect(found),
        now=found.readiness.figures.shown,
        then=found.once_focus_is_done.shown,
        focus=tuple(
            PlanLine(material.action_entry(item.planned.action, about=True), why_words(item, material.today))
            for item in found.focus
        ),
        later=tuple(PlanLine(material.action_entry(item.action, about=True), "") for item in found.later[:_MOST_LATER]),
        later_more=_actions_more(len(found.later) - _MOST_LATER, "later"),
        idle=tuple(
            PlanLine(
                material.action_entry(item.action, about=True), f"{capitalised(serves_words(item.serves, found))}."
            )
            for item in found.idle[:_MOST_IDLE]
        ),
        idle_more=_actions_more(len(found.idle) - _MOST_IDLE, "for no gap"),
        waiting=tuple(
            Mention(
                item.gap.standing.id,
                material.role_text(item.gap.criterion.text),
                f"{points(item.gap.adds_points)}{SEPARATOR}{waiting_words(item)}",
            )
            for item in found.waiting[:_MOST_WAITING]
        ),
        waiting_more=_waiting_more(len(found.waiting) - _MOST_WAITING),
        nothing="" if nothing is None else f"{nothing[0]}. {nothing[1]}",
    )
