"""Text set in the cells of a terminal: wrapping, columns, bars, and what a poorer encoding can show."""

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from ladder_app.domain.readiness import Figures
from ladder_app.markup import without_isolates

_PLAINER = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "·": "-",
        "→": "->",
        "×": "x",
        "÷": "/",
        "\u00a0": " ",
        "█": "#",
        "░": "=",
        **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),
    }
)

FILLED, UNRATED, EMPTY = "█", "░", "·"
"""The cells of a bar."""

_BLANKS = re.compile(r"[ \t\n]+")


def cells(text: str) -> int:
    """How many cells a text takes: two for a wide character, none for one that sits on another or is never seen."""
    return sum(
        0 if combining(c) or without_isolates(c) == "" else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )


def padded(text: str, width: int) -> str:
    """The text with blanks up to so many cells."""
    return text + " " * max(width - cells(text), 0)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none wider than `width` cells (at least 2); a word that is wider is split."""
    width = max(width, 2)
    line = ""
    for word in _BLANKS.split(text.strip(" \t\n")):
        if line and cells(line) + 1 + cells(word) <= width:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        *full, line = _split(word, width)
        yield from full
    if line:
        yield line


def bar(figures: Figures, width: int) -> str:
    """A bar of `width` cells: full blocks for what is shown, light ones up to what is possible.

    It looks empty only at 0 % and full only at 100 %, where it has the cells to say so.
    """
    filled = _cells_of(figures.shown, width)
    reached = max(_cells_of(figures.possible, width), filled)
    return FILLED * filled + UNRATED * (reached - filled) + EMPTY * (width - reached)


def as_encoded(text: str, encoding: str) -> str:
    """The text as a stream of that encoding can show it: plainer signs, and `?` where there is none."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_as_encoded(character, encoding) for character in text)
    return text


def _as_encoded(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return character.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return character


def _cells_of(percentage: float, width: int) -> int:
    nearest = int(width * percentage / 100 + 0.5)
    if percentage <= 0 or percentage >= 100 or width < 2:
        return min(nearest, width)
    return min(max(nearest, 1), width - 1)


def _split(word: str, width: int) -> list[str]:
    parts = [""]
    for character in word:
        if cells(parts[-1]) + cells(character) > width:
            parts.append("")
        parts[-1] += character
    return parts
