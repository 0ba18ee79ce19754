"""The promotion case is never longer than three pages, and says what it leaves out."""

from datetime import date

import pytest

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Change, Evidence
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import LONG_WORD, assessed, hard_report, reported
from tests.report.pdf.reading import page_texts

RTL = ("قاد فريقًا من خمسة مهندسين", "הוביל צוות של חמישה מהנדסים")


def words_of(about: Assessment) -> tuple[int, str]:
    pages = page_texts(pdf_bytes(reported(about, Preset.PROMOTION), paper="letter"))
    return len(pages), " ".join("\n".join(pages).split())


def full_of_evidence(criteria: int, pieces: int) -> Assessment:
    texts = [f"Criterion {i} asks for a certain kind of work, done well and on time." for i in range(criteria)]
    about = assessed(texts)
    items = tuple(
        Evidence(
            id=f"{i}-{j}",
            date=date(2026, 9, 1 + j),
            text=f"Piece {i}-{j}: shipped it with two others, and wrote the guide that the team now uses.",
            change=Change(before="4 h", after="2 h"),
            criteria=(f"c{i}",),
        )
        for i in range(criteria)
        for j in range(pieces)
    )
    return about.with_cycle(evidence=items)


def test_that_the_sample_fits_whole() -> None:
    count, words = words_of(sample_assessment())
    assert count <= 3
    assert "No room here" not in words
    for part in ("Evidence", "Results", "Justification", "What is left is the budget"):
        assert part in words


@pytest.mark.parametrize(("criteria", "pieces"), [(12, 5), (24, 8), (200, 2), (200, 12)])
def test_that_what_does_not_fit_is_said_and_three_pages_are_kept(criteria: int, pieces: int) -> None:
    count, words = words_of(full_of_evidence(criteria, pieces))
    assert count <= 3
    assert "No room here for" in words
    assert "the full document has them." in words


def test_that_texts_of_any_length_and_script_are_set_the_same_each_time() -> None:
    long = full_of_evidence(3, 1).with_promotion(LONG_WORD * 2, " ".join(RTL) * 200)
    count, words = words_of(long)
    assert count <= 3
    assert "shortened." in words
    hard = hard_report(Preset.PROMOTION)
    content = pdf_bytes(hard, paper="a4")
    assert len(page_texts(content)) <= 3
    assert content == pdf_bytes(hard, paper="a4")
    assert words_of(assessed(RTL, evidence=RTL))[0] == 1
