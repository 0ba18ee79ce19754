"""A promotion case, made of what the person wrote: their summary, the evidence by criterion, results, their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.readiness import SectionKind, section_kind
from ladder_app.markup import isolated, plain, shown
from ladder_app.report.promotion_parts import CaseCriterion, CaseGroup, CaseResult, Promotion
from ladder_app.report.sentences import level_name, pieces_of_evidence, rating_words, section_heading
from ladder_app.report.words import capitalised, counted, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.entries import Evidence
    from ladder_app.report.material import Material

# What is new with the level comes first: that is what the case is about.
_SECTIONS = (SectionKind.OWN_RESPONSIBILITIES, SectionKind.REQUIREMENTS, SectionKind.INHERITED_RESPONSIBILITIES)


def promotion(material: Material) -> Promotion:
    """The case for the level that the material is about."""
    words = material.cycle.promotion
    groups = tuple(_groups(material))
    return Promotion(
        summary=material.own_text(words.summary or ""),
        counts=_counts(material),
        groups=groups,
        missing=_missing(material, groups),
        results=tuple(_results(material)),
        justification=material.own_text(words.justification or ""),
    )


def _counts(material: Material) -> str:
    """`14 of 24 criteria of grade 9 are rated as met; twelve pieces of evidence support them.`"""
    figures = material.readiness.figures
    asked = {standing.id for standing in material.readiness.standings}
    pieces = sum(not asked.isdisjoint(item.criteria) for item in material.cycle.evidence)
    level = isolated(level_name(material.readiness.level.level))
    verb = "is" if figures.met == 1 else "are"
    return (
        f"{figures.met} of {figures.required} criteria of {level} {verb} rated as met;"
        f" {pieces_of_evidence(pieces)} in {isolated(material.cycle.name)}."
    )


def _groups(material: Material) -> Iterator[CaseGroup]:
    told: dict[str, str] = {}
    for kind in _SECTIONS:
        found = []
        for standing in material.readiness.standings:
            if section_kind(standing.criterion) is not kind or not material.evidence.get(standing.id):
                continue
            items = material.evidence[standing.id]
            new = [item for item in items if item.id not in told]
            again = [told[item.id] for item in items if item.id in told]
            told.update((item.id, day(item.date)) for item in new)
            note = material.cycle.notes.get(standing.id, "") if material.with_notes else ""
            found.append(
                CaseCriterion(
                    standing.id,
                    material.role_text(standing.criterion.text),
                    rating_words(material.scale, standing.rating),
                    material.own_text(note),
                    tuple(material.evidence_entry(item) for item in new),
                    tuple(dict.fromkeys(again)),
                )
            )
        if found:
            yield CaseGroup(section_heading(material.readiness.level, kind), tuple(found))


def _missing(material: Material, groups: tuple[CaseGroup, ...]) -> str:
    """How many criteria of the level have no evidence: said, so that nobody has to look for them."""
    there = sum(len(group.criteria) for group in groups)
    without = len(material.readiness.standings) - there
    if not without:
        return ""
    return f"{capitalised(counted(without, 'criterion has', 'criteria have'))} no evidence in this cycle."


def _results(material: Material) -> Iterator[CaseResult]:
    """Every figure that moved, newest first; one without a name goes by the words of its evidence."""
    asked = {standing.id for standing in material.readiness.standings}
    found = [item for item in material.cycle.evidence if not asked.isdisjoint(item.criteria)]
    for item in sorted(found, key=_date, reverse=True):
        change = item.change
        if change is not None:
            of = change.of or plain(item.text)
            yield CaseResult(material.own_text(of), shown(change.before), shown(change.after), day(item.date))


def _date(item: Evidence) -> str:
    return item.date.isoformat()
