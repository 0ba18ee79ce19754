"""On which of the lines of a row the text of a cell stands, for rows that are written over several lines."""

from __future__ import annotations

import re
from html import unescape

from ladder_app.importers.wordings import letters

_TAG = re.compile(r"<[^>]*>")
_LEAST = 3
"""How many letters a line must have to be told from others."""


def lines_of(text: str, span: range, source: list[str]) -> range:
    """The lines of the row that hold the text; all of the row, if that is not to be told."""
    wanted = letters(text)
    if len(span) < 2 or not wanted:
        return span
    start = 0
    first: int | None = None
    for number in span:
        said = letters(_TAG.sub(" ", unescape(source[number]))) if number < len(source) else ""
        if first is not None:
            if start < len(wanted) and len(said) >= _LEAST and wanted.startswith(said[: len(wanted) - start], start):
                start += len(said)
                continue
            if said and start < len(wanted):
                return range(first, number)
            if start >= len(wanted):
                return range(first, number)
        elif wanted in said:
            return range(number, number + 1)
        elif len(said) >= _LEAST and (at := _overlap(said, wanted)):
            first, start = number, at
    return span if first is None else range(first, span.stop)


def _overlap(said: str, wanted: str) -> int:
    """How many letters of the text the line ends with, or holds alone."""
    if wanted.startswith(said):
        return len(said)
    at = said.find(wanted[: max(_LEAST, min(12, len(wanted)))])
    return len(said) - at if at >= 0 and wanted.startswith(said[at:]) else 0
