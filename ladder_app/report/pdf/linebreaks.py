"""Where lines end: at spaces, at the joints of long words, between the words of Thai."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# After these a long word may go on in the next line, if letters stand on both sides.
_JOINT = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_THAI = re.compile("[\u0e00-\u0e7f]{2}")
# Where a word wider than a line is best cut: the joints of addresses.
_ADDRESS_JOINT = re.compile(r"(?<=[/?&=._\-–—,;:])(?=[^/?&=._\-–—,;:])")


def line_ends(
    words: Sequence[str], sizes: Sequence[float], space: float, limit: float, advance: Callable[[int], float]
) -> list[int]:
    """Where the lines end: offsets into the words joined by spaces, the last being its length.

    `sizes`, `space` and `limit` share a unit; `advance` gives the width of the character at an offset.
    """
    ends: list[int] = []
    used = 0.0
    at = 0
    begun = False
    for word, size in zip(words, sizes, strict=True):
        length = len(word)
        if begun:
            if used + space + size <= limit:
                used += space + size
                at += length + 1
                continue
            start = at + 1
            cut = _joint(word, start, limit - used - space, advance) if length > 5 else 0
            ends.append(start + cut)
        else:
            start, cut = at, 0
            begun = True
        at = start + length
        if not cut and size <= limit:
            used = size
            continue
        rest, start = word[cut:], start + cut
        while True:
            taken, used = _fitting(rest, start, limit, advance)
            if taken == len(rest):
                break
            taken = _best_cut(rest, taken)
            rest, start = rest[taken:], start + taken
            ends.append(start)
    ends.append(at)
    return ends


def _joint(word: str, start: int, room: float, advance: Callable[[int], float]) -> int:
    """How much of a word may stay on the line before: up to its last joint that fits, or nothing."""
    joints = [match.start() for match in _JOINT.finditer(word[:200])]
    if _THAI.search(word):
        joints = sorted({*joints, *_thai_joints(word)})
    if not joints:
        return 0
    used, at = 0.0, 0
    kept = 0
    for joint in joints:
        used += sum(advance(start + i) for i in range(at, joint))
        at = joint
        if used > room:
            break
        kept = joint
    return kept


@lru_cache(maxsize=256)
def _thai_joints(word: str) -> tuple[int, ...]:
    """Where Thai words end inside what stands between two spaces; Thai sets none between its words.

    A dictionary has to know. Where it knows nothing, the line breaks between any two clusters.
    """
    from thaibreak import boundaries  # type: ignore[import-untyped]  # loads a dictionary, for Thai only

    return tuple(at for at in boundaries(word) if 0 < at < len(word) and not _hangs(word[at]))


def _hangs(character: str) -> bool:
    """Whether a line cannot begin with a character: a mark, or a sign that ends or repeats a word."""
    return unicodedata.category(character)[0] in "MP" or character in "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46"


def _fitting(word: str, start: int, limit: float, advance: Callable[[int], float]) -> tuple[int, float]:
    """How many characters of a word fit, at least one, and how wide they are."""
    used = 0.0
    for i in range(len(word)):
        wider = used + advance(start + i)
        if wider > limit and i:
            return i, used
        used = wider
    return len(word), used


def _best_cut(word: str, fitting: int) -> int:
    if _THAI.search(word):
        between_words = [joint for joint in _thai_joints(word) if joint <= fitting]
        if between_words:
            return between_words[-1]
    joints = [match.start() for match in _ADDRESS_JOINT.finditer(word, 0, min(fitting + 1, len(word)))]
    good = [joint for joint in joints if fitting * 0.6 <= joint <= fitting]
    if good:
        return good[-1]
    while fitting > 1 and unicodedata.combining(word[fitting]):
        fitting -= 1
    return fitting
