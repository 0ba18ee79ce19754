"""Breaking text into lines: what is kept, where it breaks, and how it is cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.markup import Span, inline
from ladder_app.report.pdf.runs import line_width
from ladder_app.report.pdf.setting import Setter, SetText, Style
from ladder_app.report.pdf.typefaces import Face, Typefaces

BODY = Style(Face.REGULAR, 10, 14)
SETTER = Setter(Typefaces())

texts = st.text(st.sampled_from("aWi -–/.,\n\u00a0éЖ(&①"), max_size=120)


def written(text: SetText) -> list[str]:
    return ["".join(run.text for run in line) for line in text.lines]


@given(texts, st.floats(min_value=20, max_value=300))
def test_that_no_character_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = SETTER.text(text, BODY, width)
    assert "".join(written(lines)) == text.replace("\n", "")
    assert all(line_width(line, BODY.size) <= width + 0.001 for line in lines.lines)


@given(st.lists(st.tuples(texts, st.booleans(), st.booleans(), st.booleans()), max_size=6))
def test_that_spans_lose_nothing_either(parts: list[tuple[str, bool, bool, bool]]) -> None:
    spans = tuple(Span(text, bold=bold, italic=italic, code=code) for text, bold, italic, code in parts)
    lines = SETTER.spans(spans, BODY, 90)
    assert "".join(written(lines)) == "".join(span.text for span in spans).replace("\n", "")
    assert all(line_width(line, BODY.size) <= 90.001 for line in lines.lines)


@given(texts)
def test_that_plain_spans_break_as_plain_text_does(text: str) -> None:
    apart = SETTER.spans((Span(text, code=True), Span("")), BODY, 80)
    assert written(apart) == written(SETTER.text(text, BODY, 80))


def test_that_lines_break_at_spaces_which_hang_at_their_ends() -> None:
    assert written(SETTER.text("one two three", BODY, 45)) == ["one two ", "three"]


def test_that_a_non_breaking_space_holds() -> None:
    assert written(SETTER.text("about 64\u00a0% of it", BODY, 45)) == ["about ", "64\u00a0% of it"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("some cross-functional work", ["some cross-", "functional ", "work"]),
        ("so the 2026-27", ["so the ", "2026-27"]),
        ("a draft and/or plan", ["a draft and/", "or plan"]),
        ("a few values -52", ["a few values ", "-52"]),
    ],
)
def test_that_lines_break_inside_compounds_but_not_inside_numbers(text: str, lines: list[str]) -> None:
    assert written(SETTER.text(text, BODY, 55)) == lines


def test_that_an_address_breaks_at_its_joints() -> None:
    lines = written(SETTER.text("https://example.com/one/two/three/four", BODY, 110))
    assert lines[0].endswith("/")
    assert "".join(lines) == "https://example.com/one/two/three/four"


def test_that_newlines_are_kept_even_empty_lines() -> None:
    assert written(SETTER.text("a\n\nb", BODY, 100)) == ["a", "", "b"]


def test_that_a_combining_mark_stays_with_its_letter() -> None:
    lines = written(SETTER.text("q\u0323" * 40, BODY, 50))
    assert all(not line.startswith("\u0323") for line in lines)


def test_that_bold_words_are_wider_and_in_another_font() -> None:
    plain = SETTER.spans(inline("a word"), BODY, 200)
    bold = SETTER.spans(inline("a **word**"), BODY, 200)
    assert written(plain) == written(bold)
    assert bold.width() > plain.width()
    assert len({run.font for run in bold.lines[0]}) == 2


@given(st.text(st.sampled_from("ab ,W"), max_size=200), st.integers(1, 3), st.floats(min_value=40, max_value=200))
def test_that_what_is_cut_short_fits_and_ends_with_an_ellipsis(text: str, count: int, width: float) -> None:
    whole = SETTER.text(text, BODY, width)
    cut = SETTER.at_most(whole, count, width)
    assert len(cut.lines) <= count
    assert cut.width() <= max(whole.width(), width) + 0.001
    if len(whole.lines) > count:
        assert written(cut)[-1].endswith("…")


def test_that_text_is_cut_after_a_whole_word() -> None:
    cut = SETTER.at_most(SETTER.text("several words, that go on and on", BODY, 80), 1, 80)
    assert written(cut) == ["several words…"]


def test_that_one_line_takes_all_white_space_as_spaces() -> None:
    assert written(SETTER.one_line("a\nb  c", BODY, 100)) == ["a b c"]
