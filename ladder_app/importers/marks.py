"""What the words of a criterion say about it: that it is a plus, years of something, or that it refines another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ladder_app.domain.role import Years
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLUS = re.compile(
    r"\b(?:an?|the) (?:big |huge |strong |definite |real |added |nice )?(?:plus|bonus|advantage|asset)\b"
    r"|\b(?:are|be) (?:big |huge |real )?plus+es\b|^\s*prefer\b"
    r"|\bnice[ -]to[ -]have|\bbonus points?|\bnot required\b|\bnot necessary\b"
    r"|\b(?:preferred|prefered|preferrred|desirable|desired)(?=\W*$)"
    r"|^\s*\(?\s*(?:preferred|optional|bonus|nice to have|desirable|plus)\b"
    r"|\(\s*(?:preferred|optional|bonus|nice to have|desirable|plus)\b[^()]*\)(?=\W*$)",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:must|required|mandatory|essential)\b(?! to)", re.IGNORECASE)
_NOT_NEEDED = re.compile(r"\bnot (?:required|necessary|mandatory|essential)\b", re.IGNORECASE)
_NUMBERS = {
    word: i
    for i, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_YEARS = re.compile(
    r"(?<![\w.])(?P<low>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s*"
    r"(?:\+|\((?:\d+)\)\+?)?\s*(?:(?:-|–|—|to|or)\s*(?:\d{1,2}|more)\s*\+?)?\s*(?:or more"
    r"|plus)?\+?\s*(?:years?|yrs?)\b['’]?\+?",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last|past|next|every|within|previous)\s+(?:the\s+)?$|\bin the (?:last|past)\s+$", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"\b(?:less than|fewer than|under|up to|at most|no more than|maximum(?: of)?|max\.?|below)\s+$", re.IGNORECASE
)
_OF = re.compile(
    r"^\s*(?:or more|plus)?\s*(?:of\s+)?(?P<before>(?:[\w&/,'’.+-]+\s+){0,8}?)experiences?\b[,]?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_QUALITY = frozenset(
    [
        "of",
        "in",
        "a",
        "an",
        "the",
        "and",
        "or",
        "with",
        "prior",
        "previous",
        "relevant",
        "related",
        "professional",
        "proven",
        "progressive",
        "progressively",
        "responsible",
        "hands-on",
        "direct",
        "demonstrated",
        "solid",
        "strong",
        "combined",
        "total",
        "practical",
        "work",
        "working",
        "full-time",
        "industry-relevant",
        "equivalent",
        "overall",
        "increasing",
        "significant",
        "deep",
        "extensive",
        "successful",
        "recent",
        "minimum",
        "at",
        "least",
        "post-graduation",
    ]
)
_GENERAL = re.compile(
    r"^(?:[\w-]+ )?(?:professional|industry|work|working|relevant|related|practical|hands-on)$", re.IGNORECASE
)
_STOPS = re.compile(
    r"\s*(?:[,;:.(]|\bwith\b|\bpreferabl[ey]\b|\bpreferred\b|\brequired\b|\bideally\b"
    r"|\bincluding\b|\bwithin\b|\bwhere\b|\bwho\b|\bthat\b|\bis\b|\bplus\b|\bfrom\b"
    r"|\bat (?:a|an|the|least)\b|\bat\b|\bin (?:a|an|the)\b|\band at least\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = re.compile(r"^(?:in|with|of|as(?: an?)?|on)\s+", re.IGNORECASE)

LONGEST = 4000
"""How much of a text is looked at."""


def is_plus(text: str) -> bool:
    """Whether a requirement says of itself, and not of a part of it, that it is only a plus."""
    words = plain(text[:LONGEST])
    lowered = words.casefold()
    if not any(
        w in lowered for w in ("plus", "bonus", "prefer", "nice", "desir", "optional", "advantage", "asset", "not ")
    ):
        return False
    found = _PLUS.search(words)
    if found is None or _NEEDED.search(_NOT_NEEDED.sub("", words)):
        return False
    before = words[: found.start()]
    if (stop := list(_STOP.finditer(before))) and not _OF_THE_WHOLE.match(words[stop[-1].end() :]):
        return False  # a further sentence, about a part of it
    head, comma, rest = before.rpartition(",")
    return not (comma and rest.strip() and _YEARS.search(head))


_STOP = re.compile(r"(?<=[a-z)]{2}[.!])\s+(?=[A-Z])")
_OF_THE_WHOLE = re.compile(
    r"(?:this|that|it|these|those|which|an? |nice|bonus|not |preferred|optional|desir|would)", re.IGNORECASE
)


def years_in(text: str) -> Years | None:
    """The years that a requirement asks for and what they are years of; none unless it says both."""
    lowered = text.casefold()
    if "year" not in lowered and "yr" not in lowered:
        return None
    words = plain(text[:LONGEST])
    found = _YEARS.search(words)
    if found is None or _PAST.search(words[: found.start()]) or _AT_MOST.search(words[: found.start()]):
        return None
    low = found["low"].casefold()
    minimum = float(_NUMBERS[low]) if low in _NUMBERS else float(low)
    of = _of_what(words[found.end() :])
    return Years(minimum=minimum, of=of) if of and 0 < minimum <= 60 else None


def _of_what(rest: str) -> str | None:
    after = _OF.match(rest)
    if after is not None:
        before = " ".join(word for word in after["before"].split() if word.casefold().strip(",") not in _QUALITY)
        behind = _STOPS.sub("", _LEAD.sub("", after["rest"].strip())).strip()
        if before and (len(before) > 2):
            return before
        if 2 < len(behind) <= 80:
            return behind
        general = after["before"].strip()
        return f"{general} experience" if _GENERAL.search(general) else None
    plain_rest = _STOPS.sub("", re.sub(r"^\s*(?:of|in|as an?|as)\s+", "", rest)).strip()
    if re.match(r"\s*(?:of|in|as)\s", rest) and 2 < len(plain_rest) <= 60:
        return plain_rest
    return None


_ASKS_YEARS = re.compile(
    r"\W*(?:(?:required |minimum |typical |professional |work(?:ing)? |relevant )*(?:experience"
    r"|years)\b.{0,60}[:–—].*\d"
    r"|(?:typically |usually )?(?:requires?|at least|minimum(?: of)?|needs?|has"
    r"|have)\b.{0,60}\d.*\byears?\b.*\bexperience"
    r"|\d{1,2}\s*(?:\+|[-–]\s*\d{1,2}|to \d{1,2}|or more)?\s*years?\b.{0,40}\bexperience)",
    re.IGNORECASE,
)


def asks_for_years(text: str) -> bool:
    """Whether a paragraph says nothing but how long somebody must have done something."""
    words = plain(text[:LONGEST])
    return len(words) < 240 and _ASKS_YEARS.match(words) is not None and _AT_MOST.search(words) is None


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
    words = _stems(text)
    if not words:
        return None
    for number, (other, other_years) in enumerate(older):
        if years and other_years:
            same = _stems(years.of) == _stems(other_years.of)
            score = (0.95 if years.minimum > other_years.minimum else 0.0) if same else 0.0
        else:
            score = _refinement(words, _stems(other), duty=duty) if not (years or other_years) else 0.0
        if score > best_score and plain(other) != plain(text):
            best, best_score = number, score
    return None if best is None else (best, best_score)


_ENDING = re.compile(r"(?:ies|ing|ed|es|s)$")


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    found = (word for word in _CONTENT.findall(plain(text).casefold()) if word not in _GENERIC)
    return tuple(_ENDING.sub("", word) if len(word) > 4 else word for word in found)


def _refinement(words: tuple[str, ...], others: tuple[str, ...], *, duty: bool) -> float:
    if not others:
        return 0.0
    shared = len(set(words) & set(others))
    least = min(len(set(words)), len(set(others)))
    share = shared / least
    if duty:
        return share if words[0] == others[0] and share >= 0.7 and shared >= 3 else 0.0
    if words[0] == others[0] and share >= 0.4 and (shared >= 2 or least <= 2):
        return share
    return share if share >= 0.6 and shared >= 3 else 0.0
