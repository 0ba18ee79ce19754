"""What viewers make of a line in which some text is read from right to left, when it is searched or copied.

A page holds glyphs, not text. Viewers guess the text, and each in its own way:

- pdfium (Chrome, Edge) takes the glyphs of one text object in the order of the file, however they
  lie, cuts them into segments of one kind, turns each segment of right-to-left characters round,
  and takes the segments from the last to the first where those from right to left are more than
  those from left to right (core/fpdftext/cpdf_textpage.cpp, core/fxcrt/fx_bidi.cpp).
- poppler (Evince, Okular, pdftotext) takes what is seen from left to right, or the text that is
  given for it, and turns parts of it round: on a page of which most letters run from left to right,
  each part from a character that does not up to the next one, or figure, that does; on any other
  page, all but the parts from such a one to the next that does not (poppler/TextOutputDev.cc,
  reorderText).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"

_BACKWARDS = frozenset(("R", "AL"))
_WEAK = frozenset(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"))
_QUOTES = {"\u2018": "\u2019", "\u2019": "\u2018", "\u201c": "\u201d", "\u201d": "\u201c"}
# Text in the letters that stand for the kinds of its characters: words from right to left with their marks, and what
# begins and ends with a letter or figure from left to right.
_BACKWARD_WORDS = re.compile("R(?:[RM]*R)?M*")
_FORWARD_WORDS = re.compile("[LF](?:[^R]*[LF])?M*")


class Kept(NamedTuple):
    """The place in a text of a character that is to be kept in the file; `mirrored` if as its mirror image."""

    place: int
    mirrored: bool


def kept_order(text: str) -> list[Kept]:
    """The order in the file from which pdfium gets the text of a line."""
    segments: list[list[int]] = []
    kinds: list[str] = []
    for kind, places in groupby(range(len(text)), key=lambda place: _kind(text[place])):
        kinds.append(kind)
        segments.append(list(places))
    all_backwards = kinds.count("R") > kinds.count("L")
    backwards = all_backwards
    found: list[list[Kept]] = []
    for kind, segment in zip(kinds, segments, strict=True):
        if kind == "R" or (kind == "N" and backwards):
            backwards = True
            found.append([Kept(place, kind == "N") for place in reversed(segment)])
        else:
            backwards = backwards and kind == "W"
            found.append([Kept(place, mirrored=False) for place in segment])
    return [kept for segment in (reversed(found) if all_backwards else found) for kept in segment]


def mirrored(character: str) -> str:
    """What pdfium makes of a bracket or quotation mark among text from right to left; any other character itself."""
    from bidi.mirror import MIRRORED  # type: ignore[import-untyped]  # for text that needs it only

    return _QUOTES.get(character) or str(MIRRORED.get(character, character))


def is_changed(character: str) -> bool:
    """Whether pdfium makes something else of a character among text from right to left: “...” of an ellipsis, say."""
    if _kind(character) != "N":
        return False
    return character > "\uffff" or character == "®" or not unicodedata.is_normalized("NFKC", character)


def pulls_backwards(character: str) -> bool | None:
    """Whether a letter is read from right to left; None for what is no letter."""
    kind = _kind(character)
    return None if kind in "NW" else kind == "R"


def is_backward_page(texts: Iterable[str]) -> bool:
    """Whether poppler takes a page with these texts for one that is read from right to left."""
    pulls = [found for text in texts for character in text if (found := pulls_backwards(character)) is not None]
    return pulls.count(True) > pulls.count(False)


def given_text(text: str, *, backward_page: bool) -> str:
    """The text to be given to poppler for a line, so that it shows the line's."""
    kinds = "".join(_pull(character) for character in text)
    if backward_page:
        turned, at = "", len(text)
        for match in reversed(list(_FORWARD_WORDS.finditer(kinds))):
            word = text[match.start() : match.end()]
            turned += f"{text[match.end() : at][::-1]}{RIGHT_TO_LEFT_MARK}{word}{LEFT_TO_RIGHT_MARK}"
            at = match.start()
        return turned + text[:at][::-1]
    turned, at = "", 0
    for match in _BACKWARD_WORDS.finditer(kinds):
        word = text[match.start() : match.end()][::-1]
        turned += f"{text[at : match.start()]}{RIGHT_TO_LEFT_MARK}{word}{LEFT_TO_RIGHT_MARK}"
        at = match.end()
    return turned + text[at:]


def ends_open(text: str) -> bool:
    """Whether poppler, on a page that it reads from the right, takes the end of such a line for its beginning.

    Of lines without letters from right to left.
    """
    text = text.rstrip(" ")
    return text != "" and _pull(text[-1]) in "NM"


@lru_cache(maxsize=1024)
def _kind(character: str) -> str:
    """Left to right, right to left, weak or neutral, as pdfium sees it."""
    kind = unicodedata.bidirectional(character)
    if kind in _BACKWARDS:
        return "R"
    return "L" if kind == "L" else "W" if kind in _WEAK else "N"


def _pull(character: str) -> str:
    """Left to right, right to left, a figure or its sign, a mark or neutral, as poppler sees it."""
    kind = unicodedata.bidirectional(character)
    if kind in _BACKWARDS:
        return "R"
    if kind in ("NSM", "BN"):
        return "M"
    return "L" if kind == "L" else "F" if kind in _WEAK else "N"
