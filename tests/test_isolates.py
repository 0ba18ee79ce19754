"""Texts from right to left inside sentences of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.markup import Span, isolated, isolated_quotations, isolated_spans, plain_spans, shown, without_isolates

texts = st.text(st.sampled_from("ab 12.,אבجد٤\u2066\u2067\u2068\u2069\u202e\u200f"), max_size=20)


def depth(text: str) -> int:
    """How many isolates are open at the end; -1 where one is closed that was not begun."""
    open_ones = 0
    for character in text:
        open_ones += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        if open_ones < 0:
            return -1
    return open_ones


@pytest.mark.parametrize("text", ["", "Sample Engineer", "naïve Жизнь 名前 🎉", "see \u2068מנהל\u2069, 4 Nov"])
def test_that_what_turns_nothing_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize("text", ["מנהל", "مدير", "Sample مدير", "٤٠", "\u202egnol", "a\u200fb"])
def test_that_what_is_read_from_right_to_left_is_isolated(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"


@given(texts)
def test_that_no_isolate_of_a_text_reaches_beyond_it(text: str) -> None:
    found = isolated(text)
    assert depth(found) == 0 or found == text
    if depth(text) == 0:
        assert found in (text, f"\u2068{text}\u2069")


@given(texts)
def test_that_nothing_but_isolates_is_added_or_lost(text: str) -> None:
    assert without_isolates(isolated(text)) == without_isolates(shown(text))


@given(texts)
def test_that_what_is_isolated_is_isolated_once(text: str) -> None:
    assert isolated(isolated(text)) == isolated(text)


@given(texts, texts)
def test_that_a_sentence_of_isolated_texts_turns_nothing_in_another(one: str, other: str) -> None:
    sentence = f"{isolated(one)}, 4 Nov, and {isolated(other)}"
    assert isolated(sentence) == sentence


@given(st.lists(texts, max_size=3))
def test_that_spans_are_isolated_as_their_text_is(parts: list[str]) -> None:
    spans = tuple(Span(part, bold=bool(i % 2)) for i, part in enumerate(parts))
    found = isolated_spans(spans)
    assert depth(plain_spans(found)) == 0 or found == spans
    assert without_isolates(plain_spans(found)) == without_isolates(plain_spans(spans))


def test_that_what_a_fault_quotes_turns_nothing_of_it() -> None:
    said = "a.yaml:3:1: A second action has the id “שבת”; it extends “Plain” and “\u2068דג\u2069”."
    assert isolated_quotations(said) == (
        "a.yaml:3:1: A second action has the id “\u2068שבת\u2069”; it extends “Plain” and “\u2068דג\u2069”."
    )


@given(texts)
def test_that_quotations_are_isolated_once_and_lose_nothing(text: str) -> None:
    found = isolated_quotations(f"“{text}”")
    assert isolated_quotations(found) == found
    assert without_isolates(found) == without_isolates(f"“{text}”")
