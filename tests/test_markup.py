import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.markup import Span, inline, linked, plain, plain_spans, safe_link

any_text = st.text(st.characters(codec=None))
plain_text = st.text(st.characters(exclude_characters="\\`*_[<&\r", exclude_categories=("Cc", "Cs")))
markup_soup = st.text(st.sampled_from("*_`[]()<>!&;#\\ \n\rax/:"))


@given(any_text | markup_soup)
def test_that_no_text_breaks_the_reader(text: str) -> None:
    spans = inline(text)
    assert all(span.text for span in spans)
    plain_spans(spans).encode()


@given(plain_text)
def test_that_a_text_without_markup_is_itself(text: str) -> None:
    assert plain(text) == text
    assert inline(text) == ((Span(text),) if text else ())


@given(plain_text.filter(str.strip))
def test_that_a_text_survives_next_to_markup(text: str) -> None:
    line = " ".join(text.split())
    assert plain(f"`x` {line}") == f"x {line}"


def test_that_styles_nest() -> None:
    assert inline("a **b *c*** `d`") == (
        Span("a "),
        Span("b ", bold=True),
        Span("c", bold=True, italic=True),
        Span(" "),
        Span("d", code=True),
    )


def test_that_neighbours_of_one_style_are_one_span() -> None:
    assert inline(r"5 \* 6 &amp; 7") == (Span("5 * 6 & 7"),)


def test_that_emphasis_inside_a_link_keeps_the_link() -> None:
    assert inline("[see **this**](https://example.org/a?b=1#c)") == (
        Span("see ", link="https://example.org/a?b=1#c"),
        Span("this", bold=True, link="https://example.org/a?b=1#c"),
    )


@pytest.mark.parametrize("target", ["/handbook/team/", "#levels", "mailto:a@example.org", "HTTP://example.org"])
def test_that_safe_and_site_links_are_kept(target: str) -> None:
    assert inline(f"[x]({target})") == (Span("x", link=target),)


@pytest.mark.parametrize("target", ["ftp://example.org", "//example.org/x", "other.md", "ladder:open", "http://"])
def test_that_of_any_other_link_the_words_stay(target: str) -> None:
    assert inline(f"[x]({target})") == (Span("x"),)


def test_that_a_script_in_a_link_is_text() -> None:
    assert inline("[x](javascript:alert(1))") == (Span("[x](javascript:alert(1))"),)


def test_that_html_is_text() -> None:
    assert inline("a <b>b</b> <font color=red>c</font> ]]> <!-- d --> &copy; **e**") == (
        Span("a <b>b</b> <font color=red>c</font> ]]> <!-- d --> © "),
        Span("e", bold=True),
    )


def test_that_an_image_is_its_words() -> None:
    assert inline("**![a *b*](http://example.org/x.png)**") == (
        Span("a ", bold=True),
        Span("b", bold=True, italic=True),
    )


def test_that_line_breaks_stay() -> None:
    assert plain("a\r\nb\rc") == "a\nb\nc"
    assert plain("*a*  \nb\\\nc") == "a\nb\nc"


def test_that_characters_nobody_can_see_are_marked() -> None:
    assert plain("a\x00b\x1b[31mc\ud800") == "a\ufffdb\ufffd[31mc\ufffd"
    assert plain("*a* &#27; &#0;") == "a \ufffd \ufffd"


def test_that_an_endless_text_is_shown_unparsed() -> None:
    text = "[" * 20_001
    assert inline(text) == (Span(text),)


def test_that_links_are_resolved_and_checked_again() -> None:
    def site(target: str) -> str:
        return "https://example.org" + target if target.startswith("/") else target

    spans = linked("[a](/b) [c](#d) [e](https://example.com) *f*", site)
    assert [(span.text, span.link) for span in spans if span.text.strip()] == [
        ("a", "https://example.org/b"),
        ("c", None),
        ("e", "https://example.com"),
        ("f", None),
    ]


@pytest.mark.parametrize("url", ["https://example.org", " http://a.b/c ", "mailto:a@b.c", "HTTPS://EXAMPLE.ORG/x"])
def test_that_links_of_the_three_kinds_are_safe(url: str) -> None:
    assert safe_link(url) == url.strip()


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "javascript:x", "https://", "http://a b", "data:x", "http://a/\x00", "mailto:"]
)
def test_that_no_other_link_is_safe(url: str) -> None:
    assert safe_link(url) is None


def test_that_a_text_without_markup_never_loads_the_parser() -> None:
    code = (
        "import sys; from ladder_app.markup import inline; inline('a – b (c) #d! 5 > 4');"
        "before = 'markdown_it' in sys.modules; inline('*a*');"
        "sys.exit(before * 2 + ('markdown_it' not in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
