"""Texts as Markdown source: what was text stays text, what had a style keeps it."""

import re
from collections.abc import Iterable, Iterator

from ladder_app.markup import Span

_SPECIAL = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# What begins a list, a heading, a quotation or a rule when a line begins with it.
_LINE_START = re.compile(r"^([ \t]*)(#{1,6}(?!\S)|[+-](?![^\s-])|[>=]|\d{1,9}[.)](?!\S))", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]*\n\s*")
_LINK_BREAKERS = {"<": "%3C", ">": "%3E", "\\": "%5C", "\n": "", "|": "%7C"}


def escaped(text: str) -> str:
    """A plain text so that Markdown shows it as it is."""
    return _LINE_START.sub(_escaped_start, _SPECIAL.sub(r"\\\g<0>", text))


def marked_up(spans: Iterable[Span], indent: str = "") -> str:
    """Spans as Markdown; a line break in them is a hard one, and what follows is indented."""
    return _BLANKS.sub(f"\\\\\n{indent}", "".join(_pieces(spans)).strip())


def one_line(spans: Iterable[Span]) -> str:
    """Spans as Markdown on one line, as a table cell or a heading needs it."""
    return _BLANKS.sub(" ", "".join(_pieces(spans)).strip())


def cell(text: str) -> str:
    """A plain text as a table cell."""
    return _BLANKS.sub(" ", escaped(text)).strip()


def table(head: Iterable[str], rows: Iterable[Iterable[str]], numbers_from: int = 1) -> list[str]:
    """The lines of a table from finished cells; columns from `numbers_from` on are set to the right."""
    names = list(head)
    rule = ["---" if i < numbers_from else "---:" for i in range(len(names))]
    return [f"| {' | '.join(row)} |" for row in (names, rule, *rows)]


def link_to(text: str, url: str) -> str:
    """A link; `text` is finished Markdown."""
    target = "".join(_LINK_BREAKERS.get(character, character) for character in url)
    return f"[{text}](<{target}>)" if re.search(r"[()\s]", target) else f"[{text}]({target})"


def _escaped_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark[:-1]}\\{mark[-1]}"


def _pieces(spans: Iterable[Span]) -> Iterator[str]:
    for link, group in _by_link(spans):
        text = "".join(_styled(group))
        yield link_to(text, link) if link else text


def _by_link(spans: Iterable[Span]) -> Iterator[tuple[str | None, list[Span]]]:
    group: list[Span] = []
    for span in spans:
        if group and group[0].link != span.link:
            yield group[0].link, group
            group = []
        group.append(span)
    if group:
        yield group[0].link, group


def _styled(spans: Iterable[Span]) -> Iterator[str]:
    """Neighbouring spans, bold around italic: a marker is written only where a style begins or ends.

    Markers hug the words: blanks at the ends of a span stand outside them.
    """
    bold = italic = False
    blanks = ""
    for span in spans:
        body = span.text.strip()
        if not body:
            blanks += span.text
            continue
        before, after = span.text.split(body, 1)
        if italic and (not span.italic or bold != span.bold):
            italic = False
            yield "*"
        if bold and not span.bold:
            bold = False
            yield "**"
        yield blanks + before
        if span.bold and not bold:
            bold = True
            yield "**"
        if span.italic and not italic:
            italic = True
            yield "*"
        yield _code(body) if span.code else escaped(body)
        blanks = after
    yield ("*" if italic else "") + ("**" if bold else "") + blanks


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
