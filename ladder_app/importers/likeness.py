"""How like a name is to the names of levels; what is not like enough, or like two at once, is none of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ladder_app.importers.words import RANKS, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

THRESHOLD = 0.82
"""From 0 to 1, how like a name must be to a level's; tried on the names that real pages misspell."""
MARGIN = 0.05
"""By how much the likeliest level must be ahead of the next …"""
SURE = 0.915
DOUBTFUL_MARGIN = 0.15
"""… and by how much if it is less like than `SURE`: a part of two names is neither."""

_TRACKS = frozenset(("manager", "director", "president", "officer", "head", "chief"))


class Likeness:
    """How like names are to the names of levels, from 0 to 1."""

    def __init__(self, names: Sequence[tuple[int, str]]) -> None:
        """`names` are the titles and other names of levels, each with the number of the level."""
        self._names = [(number, tokens(name)) for number, name in names]

    def ranking(self, name: str) -> list[tuple[float, int]]:
        """The likeliest levels first, each once."""
        best: dict[int, float] = {}
        for wanted in _readings(name):
            for number, words in self._names:
                best[number] = max(best.get(number, 0.0), _likeness(wanted, words))
        return sorted(
            ((score, number) for number, score in best.items() if score > 0), key=lambda pair: (-pair[0], pair[1])
        )

    def resolve(self, name: str, at_least: float = THRESHOLD) -> int | None:
        """The one level that is meant, if that is beyond doubt."""
        ranked = self.ranking(name)
        if not ranked or ranked[0][0] < at_least:
            return None
        if ranked[0][0] == 1.0 and (len(ranked) == 1 or ranked[1][0] < 1.0):
            return ranked[0][1]
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < (MARGIN if ranked[0][0] >= SURE else DOUBTFUL_MARGIN):
            return None
        return ranked[0][1]


_AVP = re.compile(r"\bavp\b", re.IGNORECASE)


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name in each of its meanings: an AVP is an area, associate or assistant vice president."""
    words = tokens(name)
    if _AVP.search(name) is None:
        return (words,)
    return tuple(tuple(a if word == "area" else word for word in words) for a in ("area", "associate", "assistant"))


@lru_cache(maxsize=1024)
def _likeness(wanted: tuple[str, ...], words: tuple[str, ...]) -> float:
    if not wanted or not words:
        return 0.0
    if wanted == words:
        return 1.0
    left = _written_out([word for word in wanted if word != "intermediate"], words)
    right = _written_out([word for word in words if word != "intermediate"], wanted)
    if left == right:
        return 0.98 if "intermediate" in words else 0.97
    if not left:
        return 0.9 if "intermediate" in words else 0.0
    if sorted(left) == sorted(right):
        return 0.95
    shared = _shared(left, right)
    if {w for w in left if w in RANKS} - shared[0] or {w for w in right if w in RANKS} - shared[1]:
        return 0.0
    if all(word in RANKS for word in left):
        return 0.9
    tracks_left, tracks_right = {w for w in left if w in _TRACKS}, {w for w in right if w in _TRACKS}
    if tracks_left - shared[0] or (tracks_left and tracks_right - shared[1]):
        return 0.0
    count = len(shared[0])
    if count == len(set(left)) or count == len(set(right)):
        # One name is the other without some of its words: “Sr Program Manager”, “Manager, Development (EMEA)”.
        return 0.7 + 0.22 * min(len(left), len(right)) / max(len(left), len(right))
    return 2 * count / (len(set(left)) + len(set(right)))


def _written_out(names: list[str], others: tuple[str, ...]) -> list[str]:
    """The words with initials (“SRE”, “L&D”) written out where the other name has what they stand for."""
    result: list[str] = []
    for name in names:
        letters = name.replace("&", "")
        run = None
        if 2 <= len(letters) <= 4 and name not in others and letters.isalpha():
            for start in range(len(others) - len(letters) + 1):
                part = others[start : start + len(letters)]
                if "".join(word[0] for word in part) == letters:
                    run = part
                    break
        result += run or (name,)
    return result


def _shared(left: list[str], right: list[str]) -> tuple[set[str], set[str]]:
    """The words of each side that the other has too, slips of the pen forgiven."""
    from rapidfuzz import fuzz

    ours, theirs = set(left) & set(right), set(left) & set(right)
    for word in sorted(set(left) - ours):
        for other in sorted(set(right) - theirs):
            if word in RANKS or other in RANKS or word.startswith(other) or other.startswith(word):
                continue
            if len(word) > 3 and len(other) > 3 and fuzz.ratio(word, other) >= 83:
                ours.add(word)
                theirs.add(other)
                break
    return ours, theirs
