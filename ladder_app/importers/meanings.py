"""What headings are about: the vocabulary of ladders. Data, and the little that reads it.

Misspellings are met by likeness to the words below, so the lists hold each word once, spelled right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ladder_app.importers.words import CODED, SPEAKERS, looks_like_title, plain


class Topic(Enum):
    """What a section is about."""

    NAME = "name"  # of a level, a category or anything else
    LEVELS = "levels"
    GRADE = "grade"
    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"
    PLUS = "plus"
    INDICATOR = "indicator"
    HIRING = "hiring"
    SPECIALTY = "specialty"
    NOTE = "note"
    CONTENTS = "contents"


_PHRASES: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.CONTENTS, (r"on this page|table of contents|contents|quick links",)),
    (
        Topic.HIRING,
        (
            r".*\b(?:hiring|interview|interviewing|recruitment|selection|application)"
            r" (?:process|team|plan|steps|stages)\b.*",
            r"interviews?",
        ),
    ),
    (
        Topic.INDICATOR,
        (
            r"(?:.*\b)?(?:key )?(?:performance (?:metrics|measures)|kpis?|success metrics|key metrics|metrics)"
            r"(?: \(?(?:pis?|kpis?)\)?)?(?: for .*)?",
            r".*\bperformance indicators?\b.*",
            r"how (?:you|success) (?:will be|is) measured",
        ),
    ),
    (
        Topic.SPECIALTY,
        (
            r"(?:.* )?(?:special(?:i?ti|iali?ti|ization|isation)e?s?|specialt(?:y|ies)|speciality|segments?"
            r"|areas? of (?:specialization|focus)|focus areas?|tracks)(?: (?:and|&) .*)?",
        ),
    ),
    (
        Topic.GRADE,
        (r"(?:.* )?(?:job |pay |salary )?(?:grades?(?: level)?|grading)", r"(?:.* )?(?:salary|pay) band"),
    ),
    (
        Topic.NOTE,
        (
            r"(?:.* )?(?:career (?:ladder|paths?|progression|development|track)|relevant links?|links|references?"
            r"|resources|further reading|tools|faqs?|benefits|perks|compensation|salary|pay|location|about us"
            r"|about the (?:team|company)|reporting structure|reports to|span of control.*"
            r"|moving (?:to|from|up).*|professional experience|examples?|glossary"
            r"|example (?:tasks|projects|work|deliverables))",
            r"projects (?:you|that).*|(?:primary )?programming language.*",
        ),
    ),
    (
        Topic.PLUS,
        (
            r"(?:.* )?(?:nice[ -]to[ -]have(?:'?s)?|good to have|bonus(?: points| skills| qualifications)?|extra credit"
            r"|preferred|desirable|desired|pluses|optional)"
            r"(?: \(?(?:requirements?|qualifications?|skills?|experience|criteria|attributes)\)?)?(?: for .*)?",
            r"(?:it(?:'s| is) )?(?:a )?(?:big )?plus(?:es)? if.*",
        ),
    ),
    (
        Topic.RESPONSIBILITY,
        (
            r"(?:.*\b)?(?:responsibility|responsibilities|duties|accountabilities|key tasks|main tasks"
            r"|essential functions|expectations|expected behaviou?rs|behaviou?rs|example behaviou?rs|deliverables"
            r"|job description)(?: (?:of|for|in|include|includes|are|unique to) .*| include| are|)",
            r"(?:.*\b)?(?:what|things) (?:you|they)(?!(?:'ll| will|'d| would)? (?:bring|need|have|should|must|know)\b)"
            r"(?:'ll| will|'d| would|'re going to| can expect)?(?: be)?"
            r"(?: do| doing| deliver| own| expect| to do| work on)?\b.*",
            r"responsabilités|missions|aufgaben|verantwortlichkeiten|verantwortung|responsabilidades|responsabilità",
            r".*\byou(?:'ll| will)(?: be)?|as an? .*\byou(?:'ll| will)(?: be)?",
            r"(?:your )?day[ -]to[ -]day(?: work| activities)?|(?:.* )?responsible for|(?:.* )?(?:also|will)",
        ),
    ),
    (
        Topic.REQUIREMENT,
        (
            r"(?:.*\b)?(?:requirements?|qualifications?|prerequisites?|must[ -]haves?|criteria|credentials)"
            r"(?: (?:of|for|in|include|includes|are|across|all|unique to) .*| include| are|)",
            r"(?:.*\b)?(?:required |key |core |essential )?"
            r"(?:skills|experience|knowledge|abilities|competences|competencies|education|background)"
            r"(?:(?: and|,|,? &) (?:skills|experience|knowledge|abilities|qualifications|education|background))*"
            r"(?: (?:required|needed|by level|for .*|you .*))?",
            r"who (?:you are|we(?:'re| are) looking for)|about you",
            r"you(?:'ll)? (?:may|might|should|have|are|bring|need|must|apply|will (?:need|bring|have)).*",
            r"what (?:you|we|they)(?:'ll| will|'re| are)? (?:bring|need|have|should|must|know|look(?:ing)? for).*",
            r"exigences|compétences|anforderungen|qualifikationen|kenntnisse|requisitos|requisiti|prérequis",
            r"we(?:'re| are) looking for.*|to be successful.*|.*\byou(?:'ll| will) need",
        ),
    ),
)
_RULES = tuple((topic, re.compile("|".join(patterns), re.IGNORECASE)) for topic, patterns in _PHRASES)

_LEVELS = re.compile(
    r"(?:.* )?(?:levels?|leveling|levelling|career (?:levels|paths)|in[ -]role levels"
    r"|job levels|job titles|roles|seniority)(?: (?:for|of|in|at) .*)?",
    re.IGNORECASE,
)
_NOT_LEVELS = re.compile(
    r".*\b(?:by|all|across|each|every|per|for) level(?:l?ing|s)?\b.*|.*\bat (?:all|each) levels\b.*"
    r"|.*\bgrade levels?|.*\b(?:responsibilit(?:y|ies)|requirements?|qualifications?|duties|skills) (?:for|of|in)\b.*",
    re.IGNORECASE,
)

_FOR_ALL = re.compile(r"(?<=\S)\s*\((?:for |at |across )?(?:all|any|each|every|both)\b[^()]*\)$", re.IGNORECASE)
"""For whom a heading is meant, where that is everybody: “Requirements (all levels)”."""

_SPELLED = (
    "responsibilities", "responsibility", "requirements", "requirement", "qualifications", "specialties",
    "specializations", "specialization", "levels", "indicators", "performance", "accountabilities", "expectations",
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{5,}")
_OPEN_ENDS = frozenset(
    ("you", "if", "have", "will", "to", "are", "be", "need", "bring", "that", "who", "with", "by", "and", "or")
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading is about, and whose name it carries with it."""

    topic: Topic
    who: str = ""


@lru_cache(maxsize=4096)
def meaning(text: str) -> Meaning:
    """What a heading with this text is about."""
    words = _FOR_ALL.sub("", respelled(plain(text).strip(" :.…-–—*;")).casefold())
    if not words or _is_sentence(words):
        return Meaning(Topic.NAME)
    if _LEVELS.fullmatch(words) and not _NOT_LEVELS.fullmatch(words) and not CODED.fullmatch(words):
        return Meaning(Topic.LEVELS)
    for topic, rule in _RULES:
        if rule.fullmatch(words):
            return Meaning(topic, _who(words, topic))
    return Meaning(Topic.NAME)


def _is_sentence(words: str) -> bool:
    """Whether a heading is a statement of its own, such as “You help others to grow”, that leads to nothing."""
    said = words.split()
    return len(said) > 8 and said[0].partition("'")[0] in SPEAKERS and said[-1] not in _OPEN_ENDS


_KIND_WORDS = re.compile(
    r"\b(?:(?:key |core |main |primary |base |basic |general |additional |minimum |job |team |specific |required "
    r"|preferred |other |common |shared |essential )*"
    r"(?:responsibilit(?:y|ies)|requirements?|qualifications?|grades?|duties|expectations|skills|nice[ -]to[ -]haves?"
    r"|performance indicators?|hiring process|career ladder|specialties|salary|experience|criteria"
    r"|competenc(?:es|ies)))\b.*"
)  # fmt: skip
_BEHIND = re.compile(r"\b(?:for|of|in)\s+(?:an?\s+|the\s+)?(.+)$")


def _who(words: str, topic: Topic) -> str:
    if topic in (Topic.NOTE, Topic.CONTENTS, Topic.SPECIALTY):
        return ""
    found = _KIND_WORDS.search(words)
    before = words[: found.start()] if found else ""
    before = before.strip(" -–—:,.'")
    if before:
        return before
    behind = _BEHIND.search(words)
    return behind[1] if behind and looks_like_title(behind[1]) else ""


def respelled(text: str) -> str:
    """The text with near misses of the vocabulary set right."""
    from rapidfuzz.distance import OSA

    def right(found: re.Match[str]) -> str:
        word = found[0].casefold()
        if word in _SPELLED or word.startswith("specialist") or word.endswith(("izes", "ises")):
            return found[0]
        for known in _SPELLED:
            near = abs(len(known) - len(word)) <= 3 and word[:3] == known[:3] and len(word) > 6
            if near and OSA.distance(word, known, score_cutoff=3) <= (1 if len(known) < 10 else 3):
                return known
        return found[0]

    return _WORD.sub(right, text)
