from datetime import date

from hypothesis import given

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.effective import effective_level
from ladder_app.domain.entries import Change, Evidence
from ladder_app.markup import plain_spans
from ladder_app.report.content import report
from ladder_app.report.markdown import markdown
from ladder_app.report.parts import Preset
from ladder_app.report.promotion_parts import Promotion
from ladder_app.report.sharing import shared
from ladder_app.storage.assessments import sample_assessment
from tests.domain.strategies import assessments

DAY = date(2026, 11, 23)


def case_of(about: Assessment, *, with_notes: bool = False) -> Promotion:
    found = report(about, DAY, preset=Preset.PROMOTION, with_notes=with_notes).promotion
    assert found is not None
    return found


@given(assessments())
def test_that_each_piece_of_evidence_is_told_once_and_every_evidenced_criterion_is_there(about: Assessment) -> None:
    found = case_of(about)
    asked = {criterion.id for criterion in effective_level(about.role, about.target).criteria}
    relevant = [item for item in about.cycle.evidence if not asked.isdisjoint(item.criteria)]
    assert found.pieces == len(relevant)
    listed = [criterion.criterion_id for group in found.groups for criterion in group.criteria]
    assert sorted(listed) == sorted(asked & about.cycle.evidenced())
    assert len(found.results) == sum(item.change is not None for item in relevant)


def test_that_the_case_is_what_the_person_wrote() -> None:
    about = sample_assessment()
    found = case_of(about)
    assert plain_spans(found.summary) == about.cycle.promotion.summary
    assert plain_spans(found.justification) == about.cycle.promotion.justification
    assert found.counts == "14 of 24 criteria of grade 9 are rated as met; 17 pieces of evidence in 2026 H2."
    assert found.missing == "Ten criteria have no evidence in this cycle."
    assert found.groups[0].heading == "Responsibilities – new at grade 9"
    assert [(plain_spans(r.of), r.before, r.after, r.date) for r in found.results] == [
        ("Median pipeline", "41 min", "19 min", "22 Sep 2026"),
        ("Calls outside working hours", "22 a month", "6 a month", "3 Sep 2026"),
    ]
    text = markdown(report(about, DAY, preset=Preset.PROMOTION))
    assert text.startswith("# Sample Engineer\n\nPromotion case · 2026 H2 · 23 November 2026")
    assert "| Median pipeline | 41 min | 19 min | 22 Sep 2026 |" in text
    assert "See also above: 8 Oct 2026, 5 Oct 2026" in text
    assert "Two very good hires" not in text


def test_that_notes_are_in_it_only_when_asked_for_and_a_figure_without_a_name_goes_by_its_evidence() -> None:
    change = Change(before="1", after="2")
    piece = Evidence(id="new", date=DAY, text="Doubled *it*.", change=change, criteria=("recruit-talent",))
    about = sample_assessment().noted("recruit-talent", "For my eyes.").with_evidence(piece)
    assert plain_spans(case_of(about).results[0].of) == "Doubled it."
    assert "For my eyes." not in markdown(report(about, DAY, preset=Preset.PROMOTION))
    assert "For my eyes." in markdown(report(about, DAY, preset=Preset.PROMOTION, with_notes=True))


def test_that_nothing_written_makes_no_headings() -> None:
    nothing = sample_assessment().with_cycle(evidence=()).with_promotion("", "")
    text = markdown(report(nothing, DAY, preset=Preset.PROMOTION))
    assert "##" not in text
    assert "24 criteria have no evidence in this cycle." in text
    assert report(sample_assessment(), DAY).promotion is None


def test_that_the_words_go_along_with_their_own_document_only() -> None:
    about = sample_assessment()
    assert shared(about).cycle.promotion.summary is None
    assert shared(about, with_promotion=True).cycle.promotion == about.cycle.promotion
