"""The first page: what it says, and what it leaves to the others."""

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.scale import Scale, Step
from ladder_app.markup import plain_spans
from ladder_app.report.content import report
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.domain.builders import assessment, evidence_required, rated
from tests.report.pdf.material import DAY, assessed, plain_report
from tests.report.pdf.reading import packed, page_texts
from tests.report.samples import graded


def first_page(made: Assessment, preset: Preset = Preset.SUMMARY, paper: Paper = "a4") -> str:
    return packed(page_texts(pdf_bytes(report(made, DAY, preset=preset), paper=paper))[0])


def test_that_the_sample_has_room_for_every_gap_and_names_what_shows_no_evidence() -> None:
    made = sample_assessment()
    text = first_page(made)
    for gap in report(made, DAY).gaps:
        assert packed(plain_spans(gap.text)) in text
    assert "more" not in text.replace("morethanone", "")
    assert packed("– Stay up-to-date on industry trends") in text
    assert packed("– Strong leadership skills") in text


def test_that_the_percentage_says_what_it_is_and_up_to_what_it_may_rise() -> None:
    text = first_page(sample_assessment())
    assert packed("shown so far") in text
    assert packed("up to 89 % once four are rated") in text


def test_that_what_is_left_out_is_counted_and_its_place_told() -> None:
    assert packed("more gaps, in the full document") in first_page(assessed(["Text."] * 60))
    full = packed(page_texts(pdf_bytes(plain_report(60), paper="a4"))[0])
    assert packed("more gaps, on the pages that follow") in full


def test_that_a_rating_that_lacks_required_evidence_says_what_it_counts_as() -> None:
    letters = Scale(meets=5, steps=tuple(Step(label=letter) for letter in "ABCDEFG"))
    about = graded(2, scale=letters, readiness=evidence_required())
    text = first_page(assessment(about, rated(a=6, b=3)))
    assert text.count(packed("counts as 4 E until there is evidence")) == 1
    assert packed("the bar is 5 F") in text


def test_that_a_name_of_three_hundred_characters_is_all_there() -> None:
    name = ("Maximiliane Theodora von und zu Hohenstein-Brandenburg " * 6)[:300].strip()
    content = pdf_bytes(report(assessed(["Text."], name=name), DAY), paper="a4")
    texts = page_texts(content)
    assert packed(name) in packed(texts[0])
    assert packed(name) in packed(texts[-1])
