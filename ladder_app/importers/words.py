"""The vocabulary of ladders: which words make a heading what it is. Data, and the little that reads it.

Misspellings are met by likeness to the words below, so the lists hold each word once, spelled right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RANKS = _words(
    "intern trainee graduate entry junior associate assistant intermediate mid senior staff principal distinguished"
    " fellow lead head chief deputy group vice executive apprentice"
)
"""Words that say how far up."""

_TITLE_NOUNS = _words(
    "manager director president engineer developer analyst specialist administrator architect designer researcher"
    " scientist coordinator consultant partner accountant writer editor officer counsel attorney lawyer paralegal"
    " programmer tester representative executive recruiter advocate strategist planner producer owner scrum master"
    " instructor trainer teacher controller auditor buyer bookkeeper assistant associate clerk operator technician"
    " supervisor evangelist marketer copywriter artist curator librarian nurse professor lecturer intern apprentice"
    " generalist leader lead head fellow vp avp svp evp cto ceo cfo coo ciso cio cmo cpo cro advisor adviser agent"
    " mechanic contributor sre dbre pm pmm em swe sde"
)
_CODED = re.compile(
    r"(?:level|lvl|grade|band|tier|step|stage|stufe|niveau|nivel|livello|l|ic|e|p|m|s|t|sde|swe|se)"
    r"[ .-]?(?:\d{1,2}|[ivx]{1,4})\b.*",
    re.IGNORECASE,
)

_NUMBERED = re.compile(r"[1-9]|i{1,3}|iv|vi{0,3}")
_PARTS = _words(
    "part phase step stage chapter section week day month year question round interview option appendix task example"
    " figure table case sprint quarter q priority sheet page annex module unit lesson objective goal"
)
"""What is numbered without being a level."""

_OPEN_ENDS = _words("you if have will to are be need bring that who with by and or")
_SPEAKERS = _words("i you we they my your our")
"""Who a sentence is about that stands as a heading: “I am a trusted leader”."""

ABBREVIATIONS = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "dir": "director", "eng": "engineer", "assoc": "associate",
    "rep": "representative", "vp": "vice president", "avp": "area vice president", "svp": "senior vice president",
    "evp": "executive vice president", "mid-level": "intermediate", "mid": "intermediate", "ops": "operations",
}  # fmt: skip

_MARKUP = re.compile(r"\*\*|__|`|<[^>]*>|!?\[([^\[\]]*)\]\([^()]*\)|!?\[([^\[\]]*)\]\[[^\[\]]*\]|\{:[^}]*\}")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]{5,}")
_EMPHASIS = re.compile(r"(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text without inline markup, curly quotes and odd spaces, for comparing; never for showing."""
    if "*" in text or "[" in text or "_" in text or "<" in text or "`" in text or "{" in text:
        text = _MARKUP.sub(lambda found: found[1] or found[2] or "", text)
        text = _EMPHASIS.sub("", text)
    return _SPACE.sub(" ", text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")).strip()


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
    if _LEVELS.fullmatch(words) and not _NOT_LEVELS.fullmatch(words) and not _CODED.fullmatch(words):
        return Meaning(Topic.LEVELS)
    for topic, rule in _RULES:
        if rule.fullmatch(words):
            return Meaning(topic, _who(words, topic))
    return Meaning(Topic.NAME)


def _is_sentence(words: str) -> bool:
    """Whether a heading is a statement of its own, such as “You help others to grow”, that leads to nothing."""
    said = words.split()
    return len(said) > 8 and said[0].partition("'")[0] in _SPEAKERS and said[-1] not in _OPEN_ENDS


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


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a name: lower case, abbreviations written out, plurals and articles dropped."""
    words = re.findall(r"[\w&+#]+", plain(text).casefold().replace("mid-level", "intermediate"))
    result: list[str] = []
    for word in words:
        for part in ABBREVIATIONS.get(word, word).split():
            if part in ("the", "a", "an", "and", "&", "of", "for", "role", "roles", "level", "position", "job", "s"):
                continue
            result.append(part[:-1] if len(part) > 3 and part.endswith("s") and not part.endswith("ss") else part)
    return tuple(result)


def looks_like_title(text: str) -> bool:
    """Whether a heading could be the name of a level."""
    words = tokens(text)
    if not words or len(words) > 14 or text.rstrip().endswith("?"):
        return False
    if words[0] in _SPEAKERS and len(words) > 3:
        return False
    if _CODED.fullmatch(plain(text)):
        return True
    if len(words) > 1 and _NUMBERED.fullmatch(words[-1]) and words[0] not in _PARTS:
        return True
    return any(word in _TITLE_NOUNS for word in words) or words[0] in RANKS or words[-1] in RANKS


def is_rank(text: str) -> bool:
    """Whether a name says nothing but how far up: “Senior”, “Mid-level”, “L3”, “Level 2”."""
    words = tokens(text)
    return bool(words) and (all(word in RANKS for word in words) or _CODED.fullmatch(plain(text)) is not None)


def ranks(text: str) -> frozenset[str]:
    """How far up a name says it is; what is in the middle says so or not."""
    return (frozenset(tokens(text)) & RANKS) - {"intermediate"}
