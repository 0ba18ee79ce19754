"""The years of something that a text asks for."""

from __future__ import annotations

import re

from ladder_app.domain.role import Years
from ladder_app.importers.words import plain

LONGEST = 4000
"""How much of a text is looked at."""
_NUMBERS = {
    word: i
    for i, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
YEARS = re.compile(
    r"(?<![\w.])(?P<low>\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s*"
    r"(?:\+|\((?:\d+)\)\+?)?\s*(?:(?:-|–|—|to|or)\s*(?:\d{1,2}|more)\s*\+?)?\s*(?:or more"
    r"|plus)?\+?\s*(?:years?|yrs?)\b['’]?\+?",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last|past|next|every|within|previous)\s+(?:the\s+)?$|\bin the (?:last|past)\s+$", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"\b(?:less than|fewer than|under|up to|at most|(?:no|not) more than|(?:no|not) longer than"
    r"|maximum(?: of)?|max\.?|below|less or equal(?: to)?)\s+$|(?:<|≤|&lt;)=?\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(\d{1,2})\s+and\s+(\d{1,2})(?=\s*\+?\s*(?:years?|yrs?)\b)", re.IGNORECASE)
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
_NO_SUBJECT = re.compile(r"(?:or|and|but|has|have|is|are|if|when|to|so)\b", re.IGNORECASE)
"""How what follows goes on that does not say of what the years are."""
_LEAD = re.compile(r"^(?:in|with|of|as(?: an?)?|on)\s+", re.IGNORECASE)


def years_in(text: str) -> Years | None:
    """The years that a requirement asks for and what they are years of; none unless it says both."""
    lowered = text.casefold()
    if "year" not in lowered and "yr" not in lowered:
        return None
    words = _BETWEEN.sub(r"\1-\2", plain(text[:LONGEST]))
    found = YEARS.search(words)
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
        if 2 < len(behind) <= 80 and not _NO_SUBJECT.match(behind):
            return behind
        general = after["before"].strip()
        return f"{general} experience" if _GENERAL.search(general) else None
    plain_rest = _STOPS.sub("", re.sub(r"^\s*(?:of|in|as an?|as)\s+", "", rest)).strip()
    if _NO_SUBJECT.match(plain_rest):
        return None
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
