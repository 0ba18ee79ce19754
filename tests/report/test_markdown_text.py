import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ladder_app.markup import Span, inline, plain
from ladder_app.report.markdown_text import cell, escaped, link_to, marked_up, one_line, table

soup = st.text(st.sampled_from("*_`[]()<>!&;#\\~|=+-. \nax1/:")) | st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))
)
words = st.text("abc d", min_size=1).map(str.strip).filter(bool)


def shown_in_a_document(source: str) -> str:
    """What a reader of the document sees of a paragraph."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(source)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"]), source
    return "" if not tokens else plain(tokens[1].content)


@given(soup)
def test_that_escaped_text_is_read_as_it_was(text: str) -> None:
    line = " ".join(text.split())
    assert plain(escaped(line)) == line


@given(soup)
def test_that_no_text_becomes_a_list_a_heading_or_a_table(text: str) -> None:
    spans = (Span(text),)
    expected = "\n".join(part.strip(" ") for part in text.strip().split("\n") if part.strip(" "))
    assert shown_in_a_document(marked_up(spans)) == expected


@given(soup)
def test_that_a_text_on_one_line_stays_on_it(text: str) -> None:
    assert "\n" not in one_line((Span(text),))
    assert "\n" not in cell(text)


@pytest.mark.parametrize(
    "source",
    [
        "plain",
        "a **b** c *d* `e`",
        "**a *b* c**",
        "*a* **b**",
        "a [b **c**](https://example.org/x) d",
        "`` a`b ``",
        "[a](<https://example.org/(x)>)",
    ],
)
def test_that_styles_and_links_survive(source: str) -> None:
    assert inline(marked_up(inline(source))) == inline(source)


@given(st.lists(st.builds(Span, words, bold=st.booleans(), italic=st.booleans()), min_size=1, max_size=4))
def test_that_styled_words_survive(spans: list[Span]) -> None:
    spaced = [piece for span in spans for piece in (span, Span(" "))][:-1]
    read = inline(marked_up(spaced))
    letters = [(c, span.bold, span.italic) for span in read for c in span.text if c != " "]
    assert letters == [(c, span.bold, span.italic) for span in spans for c in span.text if c != " "]


def test_that_blanks_at_the_ends_of_a_style_stand_outside_it() -> None:
    assert marked_up((Span("a"), Span(" b ", bold=True), Span("c"))) == "a **b** c"


def test_that_a_line_break_is_a_hard_one_and_indented() -> None:
    assert marked_up((Span("a\n\n- b"),), "  ") == "a\\\n  \\- b"


def test_that_ordinary_text_is_not_littered_with_escapes() -> None:
    text = "8+ years (SDLC) of snake_case, R&D at 3.5 – #1 & 2. So!"
    assert escaped(text) == text


def test_that_links_with_brackets_and_bars_hold() -> None:
    assert link_to("a", "https://example.org/(x)") == "[a](<https://example.org/(x)>)"
    assert link_to("a", "https://example.org/<x>|y") == "[a](https://example.org/%3Cx%3E%7Cy)"


def test_that_a_table_sets_its_numbers_to_the_right() -> None:
    assert table(["", "N"], [["a", "1"]]) == ["|  | N |", "| --- | ---: |", "| a | 1 |"]
