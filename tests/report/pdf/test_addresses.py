"""Addresses in a text lead where they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.markup import Span, plain_spans
from ladder_app.report.pdf.addresses import with_addresses
from ladder_app.report.pdf.export import pdf_bytes
from tests.report.pdf.material import assessed, reported
from tests.report.pdf.tagged import TaggedDocument


def leading(text: str) -> list[tuple[str, str | None]]:
    return [(span.text, span.link) for span in with_addresses((Span(text),))]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.com/a?b=1#c, then go on.", "https://example.com/a?b=1#c"),
        ("(http://example.com/a_(b))", "http://example.com/a_(b)"),
        ("“https://example.com/x”", "https://example.com/x"),
        ("https://example.com/…", "https://example.com/"),
    ],
)
def test_that_an_address_is_a_link_without_what_follows_it(text: str, address: str) -> None:
    assert [found for found in leading(text) if found[1]] == [(address, address)]


def test_that_somebody_can_be_written_to() -> None:
    assert leading("Ask me@example.com.") == [
        ("Ask ", None),
        ("me@example.com", "mailto:me@example.com"),
        (".", None),
    ]


def test_that_code_and_what_leads_elsewhere_stay_as_they_are() -> None:
    spans = (Span("https://example.com", code=True), Span("https://example.com", link="https://example.org"))
    assert tuple(with_addresses(spans)) == spans


@given(st.text(alphabet=st.sampled_from("a@:/.h tps)(,\u05d0")) | st.text())
def test_that_no_character_is_lost(text: str) -> None:
    spans = (Span(text, bold=True),)
    assert plain_spans(with_addresses(spans)) == text


def test_that_an_address_in_evidence_is_a_link_of_the_document() -> None:
    about = assessed(["One"], evidence=["Written up at https://example.com/notes for all."])
    found = TaggedDocument(pdf_bytes(reported(about), paper="a4")).root.all()
    (link,) = [one for one in found if [kid.tag for kid in one.inside] == ["Span", "Link", "Span"]]
    assert link.text() == "Written up at https://example.com/notes for all."
