"""The document for the room: short, complete, and right for any size of assessment."""

from dataclasses import fields

import pytest

from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import assessed, hard_report, reported
from tests.report.pdf.reading import page_texts


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_that_the_shipped_role_takes_at_most_three_pages(paper: str) -> None:
    found = reported(sample_assessment(), Preset.CONVERSATION)
    pages = page_texts(pdf_bytes(found, paper=paper))  # type: ignore[arg-type]
    assert len(pages) <= 3
    words = " ".join("\n".join(pages).split())
    for part in ("To talk about", "Side by side", "Agreed", "Plan", "Gaps without an action"):
        assert part in words
    assert "Two very good hires, for posts I had opened." in words


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
