"""Lines and criteria as words: without marks, compared by letters, cut in two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ladder_app.domain.role import Extends

_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s+|(?:[-*+•]|\d{1,3}[.)])\s+)+")
_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__):?")
_CLOSING = re.compile(r"\s+#+\s*$")
_CUT = re.compile(r"(?<=[.;!?])\s+(?=\S)|\s*\n\s*(?:[-*]\s+)?(?=\S)|\s+(?=(?:and|or|as well as|und)\s)|(?<=,)\s+(?=\S)")

_LETTERS = re.compile(r"[^\W_]+")
_MARK_BEHIND = re.compile(r"\n\s*[-*]\s*$")
_MARK_IN_FRONT = re.compile(r"^\s*\n\s*[-*]\s+")


def bare(line: str) -> str:
    """A line without the marks of headings and lists."""
    text = _CLOSING.sub("", _MARKS.sub("", line)).strip() if line.lstrip().startswith("#") else _MARKS.sub("", line)
    found = _BOLD.fullmatch(text.strip())
    return found[1].strip() if found else text.strip()


@lru_cache(maxsize=1024)
def letters(text: str) -> str:
    """Only what is read of a text, for comparing."""
    return "".join(_LETTERS.findall(text)).casefold()


def ways_to_split(text: str) -> list[tuple[str, str]]:
    """Where a criterion could be two: between sentences, lines and what is joined by “and”; the likeliest first."""
    found = [(text[: cut.start()].strip(), text[cut.end() :].strip()) for cut in _CUT.finditer(text)]
    whole = [(one, other) for one, other in found if letters(one) and letters(other)]
    return sorted(whole, key=lambda pair: (pair[0][-1] not in ".;!?", "\n" not in text, pair[0][-1] == ","))


def split_at(text: str, place: int) -> tuple[str, str] | None:
    """The two parts of a text that is cut there; none if one of them would say nothing."""
    parts = _MARK_BEHIND.sub("", text[:place]).strip(), _MARK_IN_FRONT.sub("", text[place:]).strip()
    return parts if all(letters(part) for part in parts) else None


def split_after(text: str, second: str) -> tuple[str, str] | None:
    """The two parts of a text of which the second is this, or begins so; without one, the likeliest."""
    ways = ways_to_split(text)
    if not second:
        return ways[0] if ways else None
    if text.rstrip().endswith(second):
        return split_at(text, len(text.rstrip()) - len(second))
    return next((pair for pair in ways if pair[1].startswith(second)), None)


def without_row(extends: Extends, said: str) -> Extends | None:
    """What is left of a sentence that takes over without the row that reads so, by its letters; none if nothing is."""
    if not extends.text or not said or said not in letters(extends.text):
        return extends
    rows = extends.text.split("\n")
    left = [row for row in rows if letters(row) != said]
    return extends.model_copy(update={"text": "\n".join(left)}) if 0 < len(left) < len(rows) else None
