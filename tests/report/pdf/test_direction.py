"""The order of mixed scripts on a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.report.pdf.direction import in_order_of_sight, levels, reads_right_to_left


def seen(text: str) -> str:
    """The characters of a line from left to right; brackets as they are written, not as they look."""
    return "".join(text[i] for i in in_order_of_sight(levels(text)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain text", "plain text"),
        ("אבג", "גבא"),
        ("a אבג b", "a גבא b"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג: דהו", "והד :גבא"),
        ("אבג 123", "123 גבא"),
        ("אבג (abc) דהו", "והד )abc( גבא"),
        ("a (אבג) ,דהו", "a (גבא) ,והד"),
        ("אבג.", ".גבא"),
        ("by \u2068אבג\u2069 4 d", "by \u2068גבא\u2069 4 d"),
        ("\u2068אבג\u2069, 4 d", "\u2068גבא\u2069, 4 d"),
        ("0 \u2068אבג\u2069: \u2068abc\u2069", "0 \u2068גבא\u2069: \u2068abc\u2069"),
        ("a \u2068אב 12 cd\u2069 3", "a \u2068cd 12 בא\u2069 3"),
        ("א \u2066b ג\u2069 ד", "ד \u2069b ג\u2066 א"),
        ("a \u2068אבג 4", "a \u20684 גבא"),
        ("a\u2069 אבג 4 b", "a\u2069 4 גבא b"),
        ("a (\u2068אב)\u2069) 1", "a (\u2068)בא\u2069) 1"),
    ],
)
def test_that_a_line_is_seen_in_the_right_order(text: str, line: str) -> None:
    assert seen(text) == line


def test_that_the_first_letter_says_which_way_a_paragraph_runs() -> None:
    assert reads_right_to_left("12 – אבג abc")
    assert not reads_right_to_left("12 – abc אבג")
    assert not reads_right_to_left("123")


@given(st.text(st.sampled_from("ab אבجد12 .,()[]\u200d\u0301-\u2066\u2067\u2068\u2069"), max_size=40))
def test_that_every_character_is_seen_once(text: str) -> None:
    order = in_order_of_sight(levels(text))
    assert sorted(order) == list(range(len(text)))


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_that_text_without_such_scripts_stays_as_it_is(text: str) -> None:
    assert levels(text) == [0] * len(text)
