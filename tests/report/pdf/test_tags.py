"""The document as a screen reader meets it."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from ladder_app.domain.history import next_cycle
from ladder_app.markup import plain_spans
from ladder_app.report.parts import Preset, Report
from ladder_app.report.pdf.export import pdf_bytes
from ladder_app.storage.assessments import sample_assessment
from tests.report.pdf.material import assessed, hard_report, plain_report, reported
from tests.report.pdf.reading import packed
from tests.report.pdf.tagged import Element, TaggedDocument


def of(report: Report) -> TaggedDocument:
    return TaggedDocument(pdf_bytes(report, paper="a4", attachment=b"format: ladder-assessment/1\n"))


def linked_report() -> Report:
    texts = ["See [the docs](https://example.com/docs) and `code` or [mail](mailto:a@example.com), at length. " * 6]
    return reported(assessed(texts * 20, evidence=["Done"]))


REPORTS: dict[str, Callable[[], Report]] = {
    "sample": lambda: reported(sample_assessment()),
    "summary": lambda: reported(sample_assessment(), Preset.SUMMARY),
    "fillable": lambda: reported(sample_assessment(), Preset.FILLABLE),
    "promotion": lambda: reported(sample_assessment(), Preset.PROMOTION),
    "hard promotion": lambda: hard_report(Preset.PROMOTION),
    "promotion of nothing": lambda: reported(assessed(["One", "Two"], steps=()), Preset.PROMOTION),
    "two cycles": lambda: reported(next_cycle(sample_assessment(), "2027 H1", date(2026, 11, 23))),
    "conversation": lambda: reported(sample_assessment(), Preset.CONVERSATION),
    "hard conversation": lambda: hard_report(Preset.CONVERSATION),
    "unrated conversation": lambda: reported(assessed(["One", "Two"], steps=()), Preset.CONVERSATION),
    "hard fillable": lambda: hard_report(Preset.FILLABLE),
    "plain": lambda: plain_report(40),
    "hard": hard_report,
    "links": linked_report,
    "no criteria": lambda: reported(assessed([], current=False)),
    "unrated": lambda: reported(assessed(["One", "Two"], steps=())),
}


@pytest.mark.parametrize("name", list(REPORTS))
def test_that_tags_and_content_agree_both_ways(name: str) -> None:
    assert of(REPORTS[name]()).faults == []


def test_that_every_criterion_is_read_once_and_in_order_with_its_rating_next() -> None:
    report = plain_report(60)
    document = of(report)
    (part,) = [e for e in document.root.kids if isinstance(e, Element) and e.text().startswith("Every criterion")]
    paragraphs = [packed(e.text()) for e in part.all() if e.tag == "P"]
    items = [item for section in report.sections for item in section.items]
    places = [paragraphs.index(packed(plain_spans(item.text))) for item in items]
    assert places == sorted(places)
    assert [paragraphs.count(packed(plain_spans(item.text))) for item in items] == [1] * len(items)
    assert [paragraphs[place + 1] for place in places] == [packed(item.rating) for item in items]


def test_that_headings_are_the_name_the_parts_and_their_sections() -> None:
    report = plain_report(30)
    headings = [(e.tag, e.text()) for e in of(report).root.all() if re.fullmatch("H[1-6]", e.tag)]
    assert headings[0] == ("H1", "Sample Engineer")
    assert [tag for tag, _ in headings].count("H1") == 1
    assert ("H2", "Every criterion") in headings
    assert all(("H3", section.heading) in headings for section in report.sections)


def test_that_charts_say_what_they_show_and_their_numbers_stand_beside_them() -> None:
    report = reported(sample_assessment())
    document = of(report)
    figures = [e for e in document.root.all() if e.tag == "Figure"]
    assert "72\u00a0% shown, 89\u00a0% possible" in figures[0].alternative
    rows = [e for e in document.root.all() if e.tag == "TR"]
    for bar in (*report.bars, *report.area_bars):
        assert any(
            bar.label in r.text() and packed(bar.percent) in packed(r.text()) and bar.note in r.text() for r in rows
        )


def test_that_a_paragraph_over_several_pages_is_one() -> None:
    words = [f"word{i}" for i in range(2500)]
    document = of(reported(assessed(["The criterion."], evidence=[" ".join(words)])))
    (long,) = [e for e in document.root.all() if e.tag == "P" and "word2000" in e.text()]
    assert len(long.kids) > 1
    assert long.text().split() == words


def test_that_headers_footers_and_the_digits_of_the_little_scale_are_not_read() -> None:
    report = plain_report(40)
    text = of(report).root.text()
    assert report.footer not in text
    assert report.title not in text
    assert "01234" not in text


def test_that_links_are_where_their_words_are() -> None:
    links = [e for e in of(linked_report()).root.all() if e.tag == "Link"]
    assert {e.text().strip() for e in links} >= {"the docs", "mail", "https://example.com/0"}


def test_that_an_address_longer_than_an_archive_may_hold_is_text() -> None:
    address = "https://example.com/" + "ü" * 9_000
    document = of(reported(assessed([f"See [the docs]({address}) and [more](https://example.com/more)."])))
    assert document.faults == []
    assert {e.text() for e in document.root.all() if e.tag == "Link"} == {"more"}
    assert any("the docs" in e.text() for e in document.root.all() if e.tag == "P")


def test_that_what_was_set_only_to_see_whether_it_fits_is_not_read() -> None:
    for preset in (Preset.SUMMARY, Preset.PROMOTION):
        first, *_ = [e for e in of(reported(sample_assessment(), preset)).root.all() if e.tag != "Sect"][1:]
        assert first.text().strip()


def test_that_fields_are_read_after_what_they_are_about_and_in_the_order_of_the_tabs() -> None:
    report = plain_report(8, Preset.FILLABLE)
    document = of(report)
    forms = [e for e in document.root.all() if e.tag == "Form"]
    fields = [str(field["/T"]) for field in document.pdf.Root["/AcroForm"]["/Fields"]]
    expected = [f"{what}_{number}" for number in range(1, 9) for what in ("rating", "comment")]
    assert fields == [*expected, "overall", "reviewer", "date"]
    assert len(forms) == len(fields)
    assert all(page["/Tabs"] == "/S" for page in document.pdf.pages)
    bodies = [e for e in document.root.all() if e.tag == "LBody" and any(k in forms for k in e.kids)]
    items = [item for section in report.sections for item in section.items]
    for body, item in zip(bodies, items, strict=True):
        tags = [kid.tag for kid in body.kids if isinstance(kid, Element)]
        assert packed(body.text()).startswith(packed(plain_spans(item.text)))
        assert tags[-4:] == ["P", "Form", "P", "Form"]
