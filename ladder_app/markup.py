"""Inline Markdown: the only markup that a text from a file may carry.

Bold, italic, code and links are read as CommonMark does; everything else, HTML included, is
text. The parser is loaded by the first text that needs it and never by one without markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LinkResolver = Callable[[str], str]

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Around a text whose own direction is to be kept from what stands beside it (UAX #9)."""

_ISOLATES = re.compile("[\u2066-\u2069]")
_QUOTED = re.compile("“([^“”]*)”")
_MARKUP = re.compile(r"[\\`*_\[<&]")
# What no font draws and no encoding takes: control characters other than tab and newline, and lone surrogates.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")
_SAFE_LINK = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s]+@)\S*\Z", re.IGNORECASE)
_OPENING, _CLOSING = "\u2066\u2067\u2068", POP_ISOLATE
# What turns the words beside it: letters and figures from right to left, and directions that a text sets itself.
_TURNING = frozenset(("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO"))
_SITE_LINK = re.compile(r"(?:/(?!/)|#)\S*\Z")
# CommonMark's worst cases grow with the square of the length; no criterion is as long as this.
_LONGEST_PARSED = 20_000


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `link` is where it leads."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None


Spans = tuple[Span, ...]


def inline(text: str) -> tuple[Span, ...]:
    """The spans of a text with inline Markdown; none for an empty text. Never raises.

    Line breaks stay line breaks. A link is kept if it is http, https or mailto, or leads
    elsewhere on its own site (`/…`, `#…`); of any other, and of an image, the words stay.
    Characters that cannot be shown become U+FFFD.
    """
    text = shown(text)
    if len(text) > _LONGEST_PARSED or not _MARKUP.search(text):
        return (Span(text),) if text else ()
    return _parsed(text)


def plain(text: str) -> str:
    """The text without its markup."""
    return plain_spans(inline(text))


def plain_spans(spans: Iterable[Span]) -> str:
    """The text of the spans, without their styles."""
    return "".join(span.text for span in spans)


def linked(text: str, resolve: LinkResolver) -> tuple[Span, ...]:
    """The spans of a text, with every link resolved (see `Role.link`); one that is still not safe is dropped."""
    return tuple(
        span if span.link is None else replace(span, link=safe_link(resolve(span.link))) for span in inline(text)
    )


def safe_link(url: str) -> str | None:
    """The address if it may be opened (http, https, mailto), else None."""
    url = url.strip()
    return url if _SAFE_LINK.match(url) and not _UNPRINTABLE.search(url) else None


def shown(text: str) -> str:
    """The text with one kind of line end, and U+FFFD for every character that cannot be shown."""
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return _UNPRINTABLE.sub("\ufffd", text)


def isolated(text: str) -> str:
    """A text as it is put into a sentence of ours: what is read from right to left in it turns nothing around it.

    Of a text that does not, and of a sentence whose every such text is isolated, nothing changes. What a text has of
    isolates without their other end ends with it. A text that stands alone is not isolated: it keeps its direction.
    """
    text = shown(text)
    if text.isascii() or not _turns(text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{_closed(text)}{POP_ISOLATE}"


def isolated_quotations(sentence: str) -> str:
    """A sentence that names texts in “ ”, as faults do: what is quoted is isolated."""
    return sentence if sentence.isascii() else _QUOTED.sub(_isolated_quotation, sentence)


def _isolated_quotation(found: re.Match[str]) -> str:
    return f"“{isolated(found[1])}”"


def isolated_spans(spans: Spans) -> Spans:
    """The same of a text in spans."""
    if not any(span.text and not span.text.isascii() and _turns(span.text) for span in spans):
        return spans
    inside = (replace(span, text=_closed(span.text)) for span in spans)
    return (Span(FIRST_STRONG_ISOLATE), *inside, Span(POP_ISOLATE))


def without_isolates(text: str) -> str:
    """The text without the signs that isolate: as it is compared, searched and handed to other programs."""
    return text if text.isascii() else _ISOLATES.sub("", text)


def _turns(text: str) -> bool:
    """Whether anything of it reaches beyond it: outside of isolates, or in one that does not end."""
    depth = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character == _CLOSING:
            depth -= 1
            if depth < 0:
                return True
        elif not depth and character > "\x7f" and unicodedata.bidirectional(character) in _TURNING:
            return True
    return depth > 0


def _closed(text: str) -> str:
    """The text with an end to every isolate that it begins, and none of others."""
    if not _ISOLATES.search(text):
        return text
    depth = 0
    kept: list[str] = []
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character == _CLOSING:
            if not depth:
                continue
            depth -= 1
        kept.append(character)
    return "".join(kept) + _CLOSING * depth


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes 40 ms, and most texts need none

    return MarkdownIt("commonmark", {"html": False})


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[Span, ...]:
    try:
        tokens = _parser().parseInline(text)[0].children or []
    except (ValueError, IndexError, RecursionError):  # a malformed address inside a link; the text still shows
        return (Span(text),)
    return tuple(_merged(_spans(tokens)))


def _spans(tokens: Sequence[Token]) -> Iterable[Span]:
    bold = italic = 0
    link: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = _kept_link(str(token.attrs.get("href", "")))
            case "link_close":
                link = None
            case "softbreak" | "hardbreak":
                yield Span("\n", bold > 0, italic > 0, link=link)
            case "image":
                for span in _spans(token.children or []):
                    yield replace(span, bold=span.bold or bold > 0, italic=span.italic or italic > 0, link=link)
            case _:
                yield Span(shown(token.content), bold > 0, italic > 0, token.type == "code_inline", link)


def _merged(spans: Iterable[Span]) -> Iterable[Span]:
    """Neighbours of one style as one span, so that none is split where a line may not break."""
    last: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if last is None:
            last = span
        elif replace(span, text=last.text) == last:
            last = replace(last, text=last.text + span.text)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _kept_link(url: str) -> str | None:
    return url if _SITE_LINK.match(url) else safe_link(url)
