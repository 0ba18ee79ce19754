"""Tabs and folds that site generators add to Markdown: “=== "Senior"”, “<TabItem label="Senior">”, “{% tab %}”.

Each is a heading over what stands in it, one deeper than the heading it stands under.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = ('=== "', "=== '", "<TabItem", "<tab-item", "/// tab", ":::", "@tab", "{{", "{%")
"""One of these stands on a page that has any; all others are spared the search."""
_SHORT = r"\{[{%]\s*[<%]?\s*(?:tab|tabitem|expand|details|collapse|accordion(?:-item)?|collapsible|fold)\b"
_ANY = re.compile(rf"^\s*(?:===[!+]? [\"']|<tab-?item\b|///+\s*(?:tab|details)|:::|@tab|{_SHORT})", re.I | re.M)
_QUOTED = r"""["'](?P<{0}>[^"']{{1,80}})["']"""
_INDENTED = re.compile(rf"""(?P<indent>\s*)===[!+]?\s+{_QUOTED.format("name")}\s*""")
_OPENED = re.compile(
    rf"""\s*(?:<tab-?item\b[^>]*?\b(?:label|title|name)=\{{?{_QUOTED.format("label")}\}}?[^>]*>"""
    r"""|///+\s*(?:tab|details)\s*\|\s*(?P<slashed>\S.*?)"""
    r"""|:::+\s*(?:details|tab)\s+(?P<colons>\S.*?)|@tab(?::active)?\s+(?P<at>\S.*?)"""
    rf"""|{_SHORT}[^"']*{_QUOTED.format("short")}.*?)\s*""",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\s*(?:</?(?:tabs?|tab-?items?)\b[^>]*>|///+|:::+\s*(?:tabs?)?|import\s.{1,200}\sfrom\s+[\"'][^\"']*[\"'];?)\s*",
    re.IGNORECASE,
)
_HEADING = re.compile(r" {0,3}(#{1,6})\s")
_ICON = re.compile(r"^(?::[\w+-]+:\s*)+(?=\S)")
_WIDTH = 4


def with_tabs_as_headings(lines: Sequence[str], first: int) -> tuple[list[str], set[int]] | None:
    """The lines from `first` on with tabs as headings, line for line, and those that only frame them.

    None if there are no tabs.
    """
    text = "\n".join(lines)
    if not any(mark in text for mark in _MARKS) or _ANY.search(text) is None:
        return None
    result, frames = list(lines), set[int]()
    depth, inside, found = 1, -1, False
    for number in range(first, len(lines)):
        line = lines[number]
        if inside >= 0 and line.strip():
            if len(line) - len(line.lstrip()) >= inside + _WIDTH:
                result[number] = line = line[inside + _WIDTH :]
            elif not _INDENTED.fullmatch(line):
                inside = -1
        if (heading := _HEADING.match(line)) is not None:
            depth = len(heading[1])
        elif (tab := _INDENTED.fullmatch(line)) is not None:
            result[number], inside, found = _heading(tab["name"], depth), len(tab["indent"]), True
        elif (opened := _OPENED.fullmatch(line)) is not None:
            result[number], found = _heading(next(name for name in opened.groups() if name), depth), True
        elif _AROUND.fullmatch(line):
            frames.add(number)
    return (result, frames) if found else None


def _heading(name: str, depth: int) -> str:
    return f"{'#' * min(6, depth + 1)} {_ICON.sub('', name.strip())}"
