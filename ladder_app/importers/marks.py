"""What the words of a criterion say about it: that it is a plus, or that it refines another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ladder_app.importers.words import plain
from ladder_app.importers.years_asked import YEARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.domain.role import Years

_PLUS = re.compile(
    r"^\W*ideally\b|\b(?:is|be|are|very|highly) advantageous\b|\badvantageous(?=\W*$)"
    r"|\b(?:an?|the) (?:big |huge |strong |definite |real |added |nice )?(?:plus|bonus|advantage|asset)\b"
    r"|\b(?:are|be) (?:big |huge |real )?plus+es\b|^\s*prefer\b"
    r"|\bnice[ -]to[ -]have|\bbonus points?|\bnot required\b|\bnot necessary\b"
    r"|\b(?:preferred|prefered|preferrred|desirable|desired)(?=(?:\s*\([^()]*\))?\W*$)"
    r"|^\s*\(?\s*(?:preferred|optional|bonus|nice to have|desirable|plus)\b"
    r"|\(\s*(?:preferred|optional|bonus|nice to have|desirable|plus)\b[^()]*\)(?=\W*$)",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:must|required|mandatory|essential)\b(?! to)", re.IGNORECASE)
_NOT_NEEDED = re.compile(r"\bnot (?:required|necessary|mandatory|essential)\b", re.IGNORECASE)
_HINTS = ("plus", "bonus", "prefer", "nice", "desir", "optional", "advantag", "asset", "not ", "ideally")
"""A text without one of these is no plus."""
LONGEST = 4000
"""How much of a text is looked at."""


_STOP = re.compile(r"(?<=[a-z)]{2}[.!])\s+(?=[A-Z])")
_OF_THE_WHOLE = re.compile(
    r"(?:this|that|it|these|those|which|an? |nice|bonus|not |preferred|optional|desir|would)", re.IGNORECASE
)


def is_plus(text: str) -> bool:
    """Whether a requirement says of itself, and not of a part of it, that it is only a plus."""
    words = plain(text[:LONGEST])
    lowered = words.casefold()
    if not any(map(lowered.__contains__, _HINTS)):
        return False
    found = _PLUS.search(words)
    if found is None or _NEEDED.search(_NOT_NEEDED.sub("", words)):
        return False
    before = words[: found.start()]
    if (stop := list(_STOP.finditer(before))) and not _OF_THE_WHOLE.match(words[stop[-1].end() :]):
        return False  # a further sentence, about a part of it
    head, comma, rest = before.rpartition(",")
    return not (comma and rest.strip() and YEARS.search(head))


_CONTENT = re.compile(r"[a-z][\w+#-]{2,}")
_GENERIC = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "are",
        "is",
        "be",
        "an",
        "to",
        "in",
        "of",
        "or",
        "our",
        "your",
        "their",
        "its",
        "all",
        "any",
        "other",
        "as",
        "by",
        "on",
        "at",
        "have",
        "has",
        "strong",
        "excellent",
        "outstanding",
        "proven",
        "extensive",
        "demonstrated",
        "ability",
        "able",
        "experience",
        "experienced",
        "skills",
        "skill",
        "knowledge",
        "understanding",
        "good",
        "great",
        "solid",
        "track",
        "record",
        "history",
        "deep",
        "working",
        "advanced",
        "superior",
        "expert",
        "excellent",
        "exceptional",
        "using",
        "use",
        "work",
        "including",
        "such",
        "well",
        "team's",
        "can",
        "you",
        "years",
        "year",
        "not",
        "more",
        "least",
        "minimum",
    ]
)


def refined_by(
    text: str, years: Years | None, older: Sequence[tuple[str, Years | None]], *, duty: bool
) -> tuple[int, float] | None:
    """The number of the older criterion that this one says again, raised or widened, and how sure that is (to 1).

    `older` are texts with their years. Responsibilities (`duty`) must begin with the same verb. This is a
    suggestion, so it looks for the one that is meant most likely and leaves the rest to a person.
    """
    best, best_score = None, 0.0
    stems = _stems(text)
    if not stems.words:
        return None
    for number, (other, other_years) in enumerate(older):
        if years and other_years:
            same = _stems(years.of).words == _stems(other_years.of).words
            score = (0.95 if years.minimum > other_years.minimum else 0.0) if same else 0.0
        else:
            score = _refinement(stems, _stems(other), duty=duty) if not (years or other_years) else 0.0
        if score > best_score and plain(other) != plain(text):
            best, best_score = number, score
    return None if best is None else (best, best_score)


_ENDING = re.compile(r"(?:ies|ing|ed|es|s)$")


class _Stems(NamedTuple):
    """The words of a text that say something, without their endings: in order, and each once."""

    words: tuple[str, ...]
    distinct: frozenset[str]


@lru_cache(maxsize=8192)
def _stems(text: str) -> _Stems:
    found = [word for word in _CONTENT.findall(plain(text).casefold()) if word not in _GENERIC]
    words = tuple([_ENDING.sub("", word) if len(word) > 4 and word[-1] in "sgd" else word for word in found])
    return _Stems(words, frozenset(words))


def _refinement(ours: _Stems, others: _Stems, *, duty: bool) -> float:
    if not others.words:
        return 0.0
    begins = ours.words[0] == others.words[0]
    if duty and not begins:
        return 0.0
    shared = len(ours.distinct & others.distinct)
    least = min(len(ours.distinct), len(others.distinct))
    share = shared / least
    if duty:
        return share if share >= 0.7 and shared >= 3 else 0.0
    if begins and share >= 0.4 and (shared >= 2 or least <= 2):
        return share
    return share if share >= 0.6 and shared >= 3 else 0.0
