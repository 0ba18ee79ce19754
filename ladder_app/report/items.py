"""Every criterion of a level with all that is known about it, by section."""

from collections.abc import Iterator

from ladder_app.domain.effective import EffectiveCriterion
from ladder_app.domain.raters import SELF, same_view
from ladder_app.domain.readiness import SectionKind, Standing, figures, section_kind
from ladder_app.domain.scale import Scale
from ladder_app.markup import Span, Spans, isolated, isolated_spans, plain, shown
from ladder_app.report.item_parts import Item, ItemSection, Mark, ReviewEntry
from ladder_app.report.material import Material
from ladder_app.report.sentences import (
    SEPARATOR,
    counts_as,
    last_cycle,
    level_name,
    rated_of,
    rating_short,
    rating_words,
    section_heading,
)
from ladder_app.report.words import counted, plain_number, years_so_far

_SECTIONS = (SectionKind.OWN_RESPONSIBILITIES, SectionKind.INHERITED_RESPONSIBILITIES, SectionKind.REQUIREMENTS)


def item_sections(material: Material) -> tuple[ItemSection, ...]:
    """The criteria that are not *plus*, by section, in role order; no section without any."""
    return tuple(_sections(material))


def plus_section(material: Material) -> ItemSection | None:
    """The *plus* criteria, or None where there are none."""
    standings = [item for item in material.readiness.plus if material.lists(item)]
    if not standings:
        return None
    return ItemSection("A plus", "listed, and never counted", tuple(_item(material, item) for item in standings))


def not_applicable(material: Material) -> tuple[Item, ...]:
    """What left the sum."""
    found = filter(material.lists, material.readiness.not_applicable)
    return tuple(_item(material, item) for item in found if not item.criterion.plus)


def _sections(material: Material) -> Iterator[ItemSection]:
    for kind in _SECTIONS:
        standings = [
            item
            for item in material.readiness.standings
            if section_kind(item.criterion) is kind and not item.criterion.plus and material.lists(item)
        ]
        if standings:
            inside = figures(standings)
            note = [rated_of(inside)] if inside.required else []
            gone = len(standings) - inside.required
            if gone:
                note.append(f"{counted(gone, 'does', 'do')} not apply")
            yield ItemSection(
                section_heading(material.readiness.level, kind),
                SEPARATOR.join(note),
                tuple(_item(material, item) for item in standings),
            )


def _item(material: Material, standing: Standing) -> Item:
    criterion = standing.criterion
    evidence = material.evidence.get(standing.id, ()) if material.with_evidence else ()
    actions = material.actions_by_criterion.get(standing.id, ())
    note = material.cycle.notes.get(standing.id, "") if material.with_notes else ""
    return Item(
        criterion_id=standing.id,
        text=material.role_text(criterion.text),
        details=SEPARATOR.join(_details(material, criterion)),
        refined=tuple(_refined(material, criterion)),
        mark=_mark(standing, material.scale),
        rating=rating_words(material.scale, standing.rating),
        step=None if standing.rating is None else standing.rating.step,
        remark=SEPARATOR.join(_remarks(material, standing)),
        reason=material.own_text(_reason(standing)),
        evidence=tuple(material.evidence_entry(item) for item in evidence),
        note=material.own_text(note),
        actions=tuple(material.action_entry(action, about=False) for action in actions),
        reviews=tuple(_reviews(material, standing)),
        agreed=_agreed(material, standing.id),
    )


def _mark(standing: Standing, scale: Scale) -> Mark:
    if standing.rating is None:
        return Mark.UNRATED
    if standing.rating.step is None:
        return Mark.NOT_APPLICABLE
    # A plus counts for nothing, so the want of evidence takes nothing from it either.
    meets = standing.meets if standing.counts else standing.rating.step >= scale.meets
    return Mark.MET if meets else Mark.BELOW


def _reason(standing: Standing) -> str:
    return "" if standing.rating is None else standing.rating.not_applicable or ""


def _details(material: Material, criterion: EffectiveCriterion) -> Iterator[str]:
    area = criterion.criterion.area
    weighs = criterion.criterion.weight is not None
    if area is not None:
        name = plain(material.role.areas[area])
        yield isolated(name) if weighs else name
    if weighs:
        yield f"weight {plain_number(criterion.weight)}"


def _refined(material: Material, criterion: EffectiveCriterion) -> Iterator[Spans]:
    for refined in criterion.refined:
        rating = material.ratings.get(refined.criterion.id)
        there = f"” – rated {rating_short(rating)} there" if rating is not None and rating.applies else "”"
        yield (
            Span(f"Grows from {isolated(level_name(refined.level))}: “"),
            *isolated_spans(material.role_text(refined.criterion.text)),
            Span(there),
        )


def _remarks(material: Material, standing: Standing) -> Iterator[str]:
    lowered = counts_as(standing, material.scale)
    if lowered:
        yield lowered
    elif standing.without_evidence:
        yield "no evidence yet"
    if standing.rating is not None and standing.rating.check_again:
        yield "reworded since it was rated"
    if standing.rating is not None and standing.rating.carried:
        yield f"kept from {last_cycle(material.assessment)}, not looked at since"
    suggestion = material.years(standing)
    if suggestion is not None:
        yield f"{years_so_far(suggestion)}, from the profile"


def _reviews(material: Material, standing: Standing) -> Iterator[ReviewEntry]:
    for name, ratings, comments in material.views:
        rating = ratings.get(standing.id)
        comment = comments.get(standing.id, "")
        if rating is not None or comment:
            yield ReviewEntry(
                reviewer=name,
                rating=None if rating is None else rating_words(material.scale, rating),
                comment=material.own_text(comment),
                differs=rating is not None and standing.rating is not None and not same_view(rating, standing.rating),
            )
    if material.readiness.rater != SELF:
        yield from _own_comment(material, standing)


def _own_comment(material: Material, standing: Standing) -> Iterator[ReviewEntry]:
    """The comment that belongs to the ratings shown, where they are a reviewer's."""
    for review in material.cycle.reviews:
        if review.reviewer == material.readiness.rater and review.comments.get(standing.id):
            comment = material.own_text(review.comments[standing.id])
            yield ReviewEntry(shown(review.reviewer), None, comment, differs=False)


def _agreed(material: Material, criterion_id: str) -> Spans:
    agreed = material.cycle.agreed.get(criterion_id)
    if agreed is None:
        return ()
    text = material.own_text(agreed.text or "")
    if agreed.rating is None:
        return text
    rating = rating_words(material.scale, agreed.rating)
    return (Span(f"{rating} – "), *isolated_spans(text)) if text else (Span(rating),)
