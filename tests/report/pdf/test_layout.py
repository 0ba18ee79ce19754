"""Where things stand on the pages, measured on the finished document."""

import pytest

from ladder_app.report.content import report
from ladder_app.report.parts import Preset, Report
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import DAY, assessed, hard_report, plain_report, reported
from tests.report.pdf.reading import lines, outline, packed, page_texts, part

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


@pytest.mark.parametrize(
    "report",
    [
        hard_report(),
        hard_report(Preset.CONVERSATION),
        hard_report(Preset.PROMOTION),
        plain_report(40),
        reported(sample_assessment()),
        reported(sample_assessment(), Preset.CONVERSATION),
        reported(sample_assessment(), Preset.PROMOTION),
    ],
)
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
    assert {head.strip() for head in heads} == {"The criterion with the long evidence. (continued)"}


def test_that_the_head_over_what_goes_on_has_few_enough_words_to_be_no_sentence() -> None:
    evidence = [" ".join(f"word{i}" for i in range(1500))]
    text = " ".join(f"criterion{i}" for i in range(40))
    content = pdf_bytes(reported(assessed([text], evidence=evidence)), paper="a4")
    head = next(line for page in range(3, 6) for line in lines(content, page) if "(continued)" in line.text)
    assert head.text == "criterion0 criterion1 criterion2 criterion3 criterion4 criterion5… (continued)"


def unrated() -> Report:
    """The report of somebody who has not rated anything yet."""
    nothing: dict[str, object] = {"ratings": {}, "agreed": {}, "notes": {}}
    nothing |= dict.fromkeys(("evidence", "reviews", "actions", "indicators"), ())
    begun = sample_assessment().with_cycle(**nothing)
    return report(begun.model_copy(update={"cycles": begun.cycles[-1:]}), DAY)


@pytest.mark.parametrize("paper", list(heights()))
@pytest.mark.parametrize("report", [unrated(), plain_report(16), plain_report(17), reported(sample_assessment())])
def test_that_no_page_but_the_first_and_the_last_stands_nearly_empty(report: Report, paper: Paper) -> None:
    content = pdf_bytes(report, paper=paper)
    for page in range(1, len(page_texts(content)) - 1):
        body = [line for line in lines(content, page) if line.bottom > FOOTER]
        assert min(line.bottom for line in body) < 0.72 * heights()[paper]


def test_that_nothing_below_the_bar_and_no_actions_is_one_sentence() -> None:
    content = pdf_bytes(unrated(), paper="a4")
    text = packed("".join(page_texts(content)))
    assert packed("No criterion is rated below the bar, and no actions have been agreed yet.") in text
    assert len(page_texts(content)) == 5


@pytest.mark.parametrize("count", range(4, 24))
def test_that_the_word_that_there_are_no_actions_stays_with_the_gaps(count: int) -> None:
    made = assessed(["Text."] * count, steps=(2,)).with_cycle(actions=())
    content = pdf_bytes(reported(made), paper="a4")
    texts = page_texts(content)
    (page,) = [i for i, text in enumerate(texts) if "No actions have been agreed yet." in text]
    assert "2 Growing" in texts[page].split("No actions")[0]


def test_that_a_short_list_stays_together_and_a_long_one_goes_on_under_its_heading() -> None:
    title = "Rated as met, with no evidence yet"
    gone_on = 0
    for count in range(12, 42, 3):
        content = pdf_bytes(reported(assessed(["Text."] * count, steps=(3, 3, 1))), paper="a4")
        texts = page_texts(content)
        pages = [i for i in part(content, "Gaps and actions") if title.removesuffix(" yet") in texts[i]]
        begun = [line for line in lines(content, pages[0]) if title in line.text]
        below = [line for line in lines(content, pages[0]) if "3 Meets" in line.text and line.top < begun[0].bottom]
        if len(pages) > 1:
            assert len(below) >= 2
            assert "Rated as met, with no evidence… (continued)" in texts[pages[1]]
            gone_on += 1
    assert gone_on
