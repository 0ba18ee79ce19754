"""Headings that Markdown does not know, “== Senior Baker” of AsciiDoc and MediaWiki, or “##Senior Baker”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"(?P<marks>={1,6})[ \t]*(?P<name>[^=\s].*?)[ \t]*(?P=marks)?[ \t]*")
_TIGHT = re.compile(r"#{2,6}[^\W_]")
_APART = re.compile(r"^(#{1,6})(?=[^\s#])")
_FEWEST = 2


def with_headings_of_markdown(lines: Sequence[str], first: int) -> Sequence[str]:
    """The lines, their headings written as Markdown does, if they have several of another kind."""
    if sum(_TIGHT.match(line) is not None for line in lines if line.startswith("##")) >= _FEWEST:
        return [_APART.sub(r"\1 ", line) if line.startswith("#") else line for line in lines]
    if not any(line.startswith("=") for line in lines):
        return lines
    if any(line.startswith("#") for line in lines[first:]):
        return lines
    found = {
        number: match
        for number, line in enumerate(lines)
        if number >= first and line.startswith("=") and (match := _HEADING.fullmatch(line)) is not None
    }
    if len(found) < _FEWEST or any(match["name"][:1] in "\"'" for match in found.values()):
        return lines
    return [
        f"{'#' * len(found[number]['marks'])} {found[number]['name']}" if number in found else line
        for number, line in enumerate(lines)
    ]
