"""Grades in their many spellings: “a [grade 8](…)”, “job grade [level 10](…)”, “[Grade](…) 6”, “grade 11 or 12”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)|\[([^\[\]]*)\](?:\[[^\[\]]*\])?")
_GRADE = re.compile(
    r"\b(?:job |pay |salary )?(?:grade|level|band)s?\b\s*(?:level |number |is "
    r"|of |:|-|–|#)*\s*(?:an? )?(\d{1,2}(?:\.\d+)?)"
    r"((?:\s*(?:or|and|to|/|-|–|,|&)\s*(?:grade |level |a )*\d{1,2}(?:\.\d+)?)*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\bis (?:at |on )?an? (?:job )?(?:grade |level )?(\d{1,2}(?:\.\d+)?)()\s*[.,]?\s*$", re.IGNORECASE)
_OF_A_GRADE = re.compile(r"\b(\d{1,2}(?:\.\d+)?)()(?:th|rd|nd|st)? (?:job )?grade\b", re.IGNORECASE)
_ONLY = re.compile(r"\s*(\d{1,2})()\s*\.?\s*")

LONGEST = 2000
"""No sentence that gives a grade has so many characters."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as the source gives it; `number` is none where it gives several, or a fraction."""

    number: int | None
    url: str | None
    text: str


@lru_cache(maxsize=128)  # the same paragraph is asked about for each heading near it
def grade_in(text: str, *, alone: bool = False) -> Grade | None:
    """The grade that a sentence gives; with `alone` a bare number is one too."""
    lowered = text.casefold()
    if (
        not alone
        and "grade" not in lowered
        and "level" not in lowered
        and "](" not in lowered
        and "band" not in lowered
    ):
        return None
    words = _LINK.sub(lambda link: link[1] if link[1] is not None else link[3] or "", text)
    words = words.replace("**", "").replace("__", "")
    found = _GRADE.search(words) or _OF_A_GRADE.search(words)
    if found is None and ("](" in text or alone):
        found = _BARE.search(words)
    if found is None and alone:
        found = _ONLY.fullmatch(words)
    if found is None:
        return None
    several = bool(found[2]) or "." in found[1]
    url = next(
        (link[2] for link in _LINK.finditer(text) if link[2] and "grade" in (link[1] + link[2]).casefold()), None
    )
    return Grade(None if several else int(found[1]), url, text)


def grade_sentence(text: str) -> Grade | None:
    """The grade of a sentence that is about nothing else; prose that mentions one is not."""
    if len(text) > 400 or text.casefold().startswith("read more"):
        return None
    found = grade_in(text)
    if found is None:
        return None
    return found if re.search(r"\bis\b|^\W*(?:job |pay )?grade|\bgrade\b", text, re.IGNORECASE) else None
