"""The document for the room: short, complete, and right for any size of assessment."""

from dataclasses import fields

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.report.talk_parts import Talk
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import assessed, hard_report, reported
from tests.report.pdf.reading import page_texts


def talk_of(about: Assessment) -> Talk:
    found = reported(about, Preset.CONVERSATION).talk
    assert found is not None
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_that_the_shipped_role_takes_three_pages_and_says_where_one_stands_on_the_first(paper: Paper) -> None:
    about = sample_assessment()
    (review,) = about.cycle.reviews
    apart = {side.criterion_id for side in talk_of(about).sides}
    comments = {name: words for name, words in review.comments.items() if name in apart}
    brief = review.model_copy(update={"comments": comments, "overall": None})
    without = reported(about.with_cycle(reviews=(brief,)), Preset.CONVERSATION)
    assert len(page_texts(pdf_bytes(without, paper=paper))) <= 3
    pages = page_texts(pdf_bytes(reported(about, Preset.CONVERSATION), paper=paper))
    assert len(pages) <= (3 if paper == "a4" else 4)  # Letter is shorter
    assert "Not ready for grade 9 yet." in pages[0]
    words = " ".join("\n".join(pages).split())
    for part in ("To talk about", "Side by side", "Agreed", "Plan", "Gaps without an action"):
        assert part in words
    assert "Two very good hires, for posts I had opened." in words
    for said in ("A strong half-year.", "You know what the strategy needs."):
        assert said in words


def test_that_it_has_nothing_of_the_long_document() -> None:
    found = reported(sample_assessment(), Preset.CONVERSATION)
    empty = ("sections", "plus", "not_applicable", "actions", "indicators", "comments", "form")
    assert not any(getattr(found, one.name) for one in fields(found) if one.name in empty)


def test_that_any_size_is_set_and_the_same_each_time() -> None:
    many = reported(assessed([f"Criterion {i} in some words." for i in range(200)], reviewed=True), Preset.CONVERSATION)
    for found in (hard_report(Preset.CONVERSATION), many, reported(assessed([], current=False), Preset.CONVERSATION)):
        assert pdf_bytes(found, paper="a4") == pdf_bytes(found, paper="a4")
    words = " ".join("\n".join(page_texts(pdf_bytes(many, paper="a4"))).split())
    assert "more points are on the Conversation page." in words
