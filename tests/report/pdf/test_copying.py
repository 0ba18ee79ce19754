"""What the viewers make of lines that are read in both directions, each by its own rules."""

import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.report.pdf.copying import given_text, is_backward_page, kept_order, mirrored

MIXED = st.text(st.sampled_from("abגדהجد12 .,()[]“”«»-%\u05b8\u064e\u0947!न"), max_size=40)
MARKS = {0x200E: None, 0x200F: None}


def pdfium_reads(kept: str) -> str:
    """As CFX_BidiString and CPDF_TextPage::CloseTempLine read what stands in one text object."""

    def kind(character: str) -> str:
        found = unicodedata.bidirectional(character)
        if found == "L":
            return "left"
        if found in ("R", "AL"):
            return "right"
        return "weak" if found in ("AN", "EN", "NSM", "CS", "ES", "ET", "BN") else "neutral"

    segments = [(which, "".join(part)) for which, part in groupby(kept, key=kind)]
    count = [which for which, _ in segments].count
    backwards = count("right") > count("left")
    read = ""
    for which, part in segments[::-1] if backwards else segments:
        if which == "right" or (which == "neutral" and backwards):
            backwards = True
            read += "".join(mirrored(character) for character in part[::-1])
        else:
            backwards = backwards and which == "weak"
            read += part
    return read


def poppler_reads(text: str, *, backward_page: bool) -> str:
    """As reorderText of TextOutputDev.cc reads what is given for a line."""

    def is_forward(character: str) -> bool:
        return unicodedata.bidirectional(character) in ("L", "AN", "EN", "CS", "ES", "ET")

    def is_backward(character: str) -> bool:
        return unicodedata.bidirectional(character) in ("R", "AL")

    rest, read = text[::-1] if backward_page else text, ""
    while rest:
        ends, turns = (is_forward, is_backward) if backward_page else (is_backward, is_forward)
        end = next((i for i, character in enumerate(rest) if ends(character)), len(rest))
        read, rest = read + rest[:end], rest[end:]
        end = next((i for i, character in enumerate(rest) if turns(character)), len(rest))
        read, rest = read + rest[:end][::-1], rest[end:]
    return read.translate(MARKS)


@given(MIXED)
def test_that_pdfium_reads_a_line_as_it_was_written(text: str) -> None:
    kept = "".join(mirrored(text[place]) if is_mirrored else text[place] for place, is_mirrored in kept_order(text))
    assert pdfium_reads(kept) == text


@given(MIXED)
def test_that_every_character_of_a_line_is_kept_once(text: str) -> None:
    assert sorted(place for place, _ in kept_order(text)) == list(range(len(text)))


@given(MIXED, st.booleans())
def test_that_poppler_reads_what_it_is_given_as_it_was_written(text: str, backward_page: bool) -> None:
    assert poppler_reads(given_text(text, backward_page=backward_page), backward_page=backward_page) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("only latin (words)", "only latin (words)"),
        ("the אבג דהו end", "the גבא והד end"),
        ("אבג דהו", "והד גבא"),
        ("אבג one two דהו וזח", "חזו והד two one גבא"),
        ("אבג (דהו)", "(והד) גבא"),
    ],
)
def test_that_the_glyphs_of_a_line_stand_in_this_order(text: str, kept: str) -> None:
    order = kept_order(text)
    assert "".join(mirrored(text[place]) if turned else text[place] for place, turned in order) == kept


def test_that_a_page_is_read_in_the_direction_of_most_of_its_letters() -> None:
    assert is_backward_page(["אבגד 123", "abc"])
    assert not is_backward_page(["אבג", "abc"])
    assert not is_backward_page([])
