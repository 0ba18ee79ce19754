"""Where things stand on the pages, measured on the finished document."""

import pytest

from ladder_app.report.parts import Report
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import assessed, hard_report, plain_report, reported
from tests.report.pdf.reading import lines, outline, packed, page_texts

FOOTER = 45.0
HEADER_FROM_TOP = 50.0


def heights() -> dict[Paper, float]:
    return {"a4": 841.89, "letter": 792.0}


@pytest.mark.parametrize("paper", list(heights()))
@pytest.mark.parametrize("count", [7, 12, 25, 33, 60])
def test_that_no_heading_is_the_last_thing_on_a_page(count: int, paper: Paper) -> None:
    content = pdf_bytes(plain_report(count), paper=paper)
    for _, title, page in outline(content)[1:]:
        placed = [line for line in lines(content, page) if line.bottom > FOOTER]
        body = [line for line in placed if line.top < heights()[paper] - HEADER_FROM_TOP]
        heading = next(line for line in body if packed(line.text) in packed(title) and line.top - line.bottom > 7)
        assert min(line.bottom for line in body) < heading.bottom - 10


@pytest.mark.parametrize("report", [hard_report(), plain_report(40), reported(sample_assessment())])
def test_that_nothing_stands_outside_the_margins(report: Report) -> None:
    content = pdf_bytes(report, paper="a4")
    for page in range(len(page_texts(content))):
        for line in lines(content, page):
            assert line.left > 53
            assert line.right < 595.28 - 53
            assert line.bottom > 30
            assert line.top < 842 - 25


def test_that_long_evidence_goes_on_over_the_page_under_the_head_of_its_criterion() -> None:
    evidence = [" ".join(f"word{i}" for i in range(1500))]
    content = pdf_bytes(reported(assessed(["The criterion with the long evidence."], evidence=evidence)), paper="a4")
    heads = [line.text for page in range(3, 6) for line in lines(content, page) if "(continued)" in line.text]
    assert heads
    assert all(head.startswith("The criterion with") for head in heads)
