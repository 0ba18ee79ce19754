"""What a report says: an assessment and a day in, every word and number of the document out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ladder_app.charts.gauge import gauge_caption
from ladder_app.domain import indicators
from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Review
from ladder_app.domain.raters import AGREED, SELF
from ladder_app.domain.readiness import Readiness, Section, SectionKind, readiness
from ladder_app.domain.role import Level
from ladder_app.markup import isolated, plain, safe_link, shown
from ladder_app.report.computation import computation
from ladder_app.report.form import asked, without_review
from ladder_app.report.highlights import gap_lines, strengths, talking_points, without_evidence
from ladder_app.report.history import history
from ladder_app.report.indicator_words import value_line
from ladder_app.report.items import item_sections, not_applicable, plus_section
from ladder_app.report.material import Material
from ladder_app.report.parts import IndicatorLine, Preset, Report, Signatures, SourceLine
from ladder_app.report.promotion import promotion
from ladder_app.report.sentences import (
    SEPARATOR,
    gaps_heading,
    gauge_note,
    grades,
    left_out,
    level_name,
    rated_by,
    rated_of,
    section_label,
    step_name,
    tells_enough,
)
from ladder_app.report.summary_parts import Bar, Fact, LevelName, ScaleStep
from ladder_app.report.talk import overall, talk
from ladder_app.report.verdict import verdict_sentence
from ladder_app.report.words import day_near, long_day, month, percent

_SIGNING = "A signature acknowledges the conversation, not agreement with every rating."
_MOST_VALUES = 6


def report(
    assessment: Assessment,
    today: date,
    *,
    level: str | None = None,
    rater: str = SELF,
    preset: Preset = Preset.FULL,
    with_evidence: bool = True,
    with_notes: bool = False,
    with_inherited: bool = True,
) -> Report:
    """The report of a level (the target unless named) by one rater's ratings, as of a day.

    `with_evidence` and `with_notes` say whether the texts of the evidence and the person's own
    notes are in it, `with_inherited` whether the criteria of the levels that this one extends are
    listed (and asked about); the figures count them in any case. Raises `UnknownName` for a level
    the role does not have or a rater who has not rated.
    """
    found = readiness(assessment, level, rater)
    material = Material(
        assessment, found, today, with_evidence=with_evidence, with_notes=with_notes, with_inherited=with_inherited
    )
    listed = [standing.criterion for standing in found.standings if material.lists(standing)]
    form = asked(assessment, found.rater, listed) if preset is Preset.FILLABLE else None
    others = material if form is None else replace(material, assessment=without_review(assessment, form.reviewer))
    role, person, cycle = assessment.role, material.person, shown(assessment.cycle.name)
    role_title = plain(role.title)
    full = preset in (Preset.FULL, Preset.FILLABLE)
    return Report(
        preset=preset,
        title=f"{_what(preset)}: {', '.join(map(isolated, (person, role_title, cycle)))}",
        kicker=_kicker(material, cycle, preset),
        what=_what(preset),
        footer=SEPARATOR.join(map(isolated, (person, role_title, cycle))),
        person=person,
        role_title=role_title,
        from_level=None if assessment.current is None else _level(role.level(assessment.current)),
        to_level=_level(found.level.level),
        cycle=cycle,
        date=long_day(today),
        day=today,
        rater=shown(rater),
        rated_by=rated_by(shown(rater), person),
        verdict=found.verdict,
        verdict_sentence=verdict_sentence(found, assessment.current),
        facts=tuple(_facts(material)),
        figures=found.figures,
        gauge_caption=gauge_caption(found.figures),
        gauge_note=gauge_note(found.figures),
        bars=tuple(_bar(found, section) for section in found.sections if section.kind is not SectionKind.AREA),
        area_bars=tuple(_bar(found, section) for section in found.sections if section.kind is SectionKind.AREA),
        current_bar=_current_bar(assessment, found),
        strengths=strengths(material),
        talking_points=talking_points(material),
        no_evidence=without_evidence(material),
        gaps_heading=gaps_heading(found.level.level, assessment.current),
        gaps=gap_lines(material),
        computation=computation(found),
        scale=tuple(_scale(material)),
        sections=item_sections(others) if full else (),
        plus=plus_section(others) if full else None,
        not_applicable=not_applicable(others) if full else (),
        actions=tuple(material.action_entry(action, about=True) for action in material.actions) if full else (),
        indicators=tuple(_indicators(material)) if full else (),
        comments=tuple(overall(others)) if full else (),
        source=_source(material),
        signatures=_signatures(material),
        form=form,
        history=history(material) if preset is Preset.FULL else None,
        promotion=promotion(material) if preset is Preset.PROMOTION else None,
        talk=talk(material) if preset in (Preset.FULL, Preset.CONVERSATION) else None,
        left_out=left_out([standing.criterion for standing in material.left_out]) if full else "",
    )


def _level(level: Level) -> LevelName:
    return LevelName(plain(level.title), None if level.grade is None else str(level.grade), level_name(level))


def _what(preset: Preset) -> str:
    return "Promotion case" if preset is Preset.PROMOTION else "Career conversation"


def _kicker(material: Material, cycle: str, preset: Preset) -> str:
    parts = [_what(preset), isolated(cycle), long_day(material.today)]
    rater = material.readiness.rater
    if rater != SELF:
        parts.insert(2, "as agreed" if rater == AGREED else f"as {isolated(rater)} sees it")
    if preset is Preset.FILLABLE:
        parts.append("to be answered")
    return SEPARATOR.join(parts)


def _facts(material: Material) -> Iterator[Fact]:
    assessment, found = material.assessment, material.readiness
    steps = grades(material.role, assessment.current, found.level.level.id)
    if steps is not None:
        yield Fact("Grade", steps)
    if assessment.person.in_role_since is not None:
        yield Fact("In role since", month(assessment.person.in_role_since))
    yield Fact("Rated", f"{found.figures.rated} of {found.figures.required} criteria")
    reviews = sorted(material.cycle.reviews, key=_review_date, reverse=True)
    if reviews:
        latest = f"{isolated(reviews[0].reviewer)}, {day_near(reviews[0].date, material.today)}"
        more = len(reviews) - 1
        yield Fact("Reviewed by", f"{latest}, and {more} more" if more else latest)


def _review_date(review: Review) -> date:
    return review.date


def _bar(found: Readiness, section: Section) -> Bar:
    name = plain(section.name) if section.kind is SectionKind.AREA else section_label(found.level, section.kind)
    return Bar(name, section.figures, percent(section.figures.shown), rated_of(section.figures))


def _current_bar(assessment: Assessment, found: Readiness) -> Bar | None:
    if assessment.current is None or assessment.current == found.level.level.id:
        return None
    current = readiness(assessment, assessment.current, found.rater)
    if not tells_enough(current.figures):
        return None
    level = current.level.level
    name = isolated(level_name(level))
    label = f"Current {name}" if level.grade is not None else f"Current level, {name}"
    return Bar(label, current.figures, percent(current.figures.shown), rated_of(current.figures))


def _scale(material: Material) -> Iterator[ScaleStep]:
    scale = material.scale
    for number, step in enumerate(scale.steps):
        yield ScaleStep(step_name(scale, number), plain(step.descriptor), number == scale.meets)


def _indicators(material: Material) -> Iterator[IndicatorLine]:
    for indicator in material.role.performance_indicators:
        values = [dated.value for dated in indicators.values_of(material.assessment, indicator.id)][-_MOST_VALUES:]
        if values:
            yield IndicatorLine(
                material.role_text(indicator.text),
                material.role_text(indicator.measure or ""),
                tuple(value_line(value) for value in values),
                tuple(found for value in values if (found := indicators.number(value)) is not None),
            )


def _source(material: Material) -> SourceLine | None:
    source = material.role.source
    if source is None:
        return None
    licence = f", {isolated(source.licence)}" if source.licence else ""
    link = None if source.url is None else safe_link(material.role.link(source.url))
    return SourceLine(f"The role: {isolated(plain(source.title))}{licence}", link)


def _signatures(material: Material) -> Signatures:
    reviewers = [shown(review.reviewer) for review in material.cycle.reviews]
    return Signatures(_SIGNING, (material.person, *(reviewers or ["Manager"])))
