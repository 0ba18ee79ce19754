"""Tags that HTML does not know, such as “<skills>”, around lines of text: a frame, whose lines are its entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Item, Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPEN = re.compile(r"\s*<([a-z][\w.-]*)>\s*", re.IGNORECASE)
_MARK = re.compile(r"\s*[-*+]\s+")
_HTML = frozenset(
    (
        "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "body", "button", "canvas", "center",
        "cite", "code", "dd", "del", "details", "dialog", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure",
        "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "i", "iframe", "ins",
        "kbd", "label", "legend", "li", "main", "map", "mark", "menu", "nav", "noscript", "object", "ol", "option",
        "p", "picture", "pre", "q", "s", "samp", "script", "section", "select", "small", "span", "strike", "strong",
        "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
        "thead", "title", "tr", "tt", "u", "ul", "var", "video",
    )
)  # fmt: skip
_FEWEST = 2


def framed(lines: Sequence[str], first: int) -> tuple[Listing, list[int]] | None:
    """The entries in a frame, and the lines of the frame itself; none if this is HTML, or holds any.

    The first of the lines is line `first` of the page.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) < _FEWEST + 2:
        return None
    opened = _OPEN.fullmatch(lines[filled[0]])
    if opened is None or opened[1].casefold() in _HTML or lines[filled[-1]].strip() != f"</{opened[1]}>":
        return None
    inside = filled[1:-1]
    if any("<" in lines[number] for number in inside):
        return None
    items = [Item(_MARK.sub("", lines[n]).strip(), range(first + n, first + n + 1)) for n in inside]
    return Listing(items), [first + filled[0], first + filled[-1]]
