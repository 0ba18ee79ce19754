"""The words in the names of levels: what is a title, and what says how far up. Data, and the little that reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from ladder_app.importers import other_languages


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RANKS = _words(
    "intern trainee graduate entry junior associate assistant intermediate mid senior staff principal distinguished"
    " fellow lead head chief deputy group vice executive apprentice journeyman journeywoman craftsman craftswoman"
    " craftsperson " + other_languages.RANKS
)
"""Words that say how far up."""

_TITLE_NOUNS = _words(
    "manager director president engineer developer analyst specialist administrator architect designer researcher"
    " scientist coordinator consultant partner accountant writer editor officer counsel attorney lawyer paralegal"
    " programmer tester representative executive recruiter advocate strategist planner producer owner scrum master"
    " instructor trainer teacher controller auditor buyer bookkeeper assistant associate clerk operator technician"
    " supervisor evangelist marketer copywriter artist curator librarian nurse professor lecturer intern apprentice"
    " generalist leader lead head fellow vp avp svp evp cto ceo cfo coo ciso cio cmo cpo cro advisor adviser agent"
    " mechanic contributor maintainer reviewer approver committer triager participant moderator"
    " sre dbre pm pmm em swe sde " + other_languages.TITLES
)
_LAST_NOUNS = _words("member participant user ambassador")
"""Words that end the name of who belongs to a project: “Organization Member”; elsewhere in it they say nothing."""
CODED = re.compile(
    rf"(?:level|lvl|lv|grade|band|tier|step|stage|rung|stufe|niveau|nivel|livello|{other_languages.CODES}"
    r"|l|ic|e|p|m|s|t|sde|swe|se)"
    r"[ .-]?(?:\d{1,2}|[ivx]{1,4})\b.*",
    re.IGNORECASE,
)

_LONGEST_DATED = 80
_LONGEST_OF_A_PROJECT = 3
_LONGEST_UNPARTED = 24
"""How many characters the name of a level has at most in a script that does not part words."""
_CODE_BEHIND = re.compile(r"\w \((?:level |l|ic|e|m|p|t)-?\d{1,2}\)\W*$", re.IGNORECASE)
NUMBERED = re.compile(r"\d{1,2}|i{1,3}|i[vx]|vi{0,3}|x")
_DOTTED = re.compile(r"\s*\S+\.\S+\s*")
"""A code of something, such as “AB.12.3”."""
PROFICIENCY = _words(
    "beginner novice basic foundation foundational developing intermediate proficient practitioner advanced expert"
    " awareness working mastery master learning mentoring competent"
)
"""Words for how well something is done that stand for levels."""
PARTS = _words(
    "part phase step stage chapter section week day month year question round interview option appendix task example"
    " figure table case sprint quarter q priority sheet page annex module unit lesson objective goal"
    " fy version release edition volume"
)
"""What is numbered without being a level."""

SPEAKERS = _words("i you we they my your our")
"""Who a sentence is about that stands as a heading: “I am a trusted leader”."""

ABBREVIATIONS = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "dir": "director", "eng": "engineer", "assoc": "associate",
    "rep": "representative", "vp": "vice president", "avp": "area vice president", "svp": "senior vice president",
    "evp": "executive vice president", "mid-level": "intermediate", "mid": "intermediate", "middle": "intermediate",
    "ops": "operations",
}  # fmt: skip

_DOES = re.compile(r"[\w-]+ (?:an?|the|your|our|their|others)\b", re.IGNORECASE)
"""A sentence of what is done: “Lead a team of bakers”."""

_LINK = r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])"
_MARKUP = re.compile(rf"\*\*|__|`|<[^>]*>|{_LINK}|!{_LINK}|\{{:[^}}]*\}}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"[*_](?:(?<!\w[*_])(?=\S)|(?<=\S[*_])(?!\w))")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text without inline markup, curly quotes and odd spaces, for comparing; never for showing."""
    if "*" in text or "[" in text or "_" in text or "<" in text or "`" in text or "{" in text:
        text = _MARKUP.sub(lambda found: found[1] or found[2] or "", text)
        if "*" in text or "_" in text:
            text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


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


_VERSION = re.compile(
    r"\W*(?:(?:version|release|rev(?:ision)?)[ .:]*|v\.? ?)?\d{1,4}\.\d+(?:\.\d+)*[\w.+-]*\W*(?:\W+(?P<rest>.*))?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\W*(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}|unreleased|(?:spring|summer|autumn|fall|winter) \d{4})\W*",
    re.IGNORECASE,
)


def is_dated(text: str) -> bool:
    """Whether a heading is but a version or a day: “2.1.0 (2023-04-01)”, “March 2024”, “Unreleased”."""
    name = plain(text)
    if len(name) > _LONGEST_DATED:
        return False
    if _DAY.fullmatch(name):
        return True
    found = _VERSION.fullmatch(name) if any(map(str.isdecimal, name[:12])) else None
    return found is not None and (not found["rest"] or _DAY.fullmatch(found["rest"]) is not None)


@lru_cache(maxsize=2048)
def looks_like_title(text: str) -> bool:
    """Whether a heading could be the name of a level."""
    words = tokens(text)
    if not words or len(words) > 14 or text.rstrip().endswith("?"):
        return False
    if (words[0] in SPEAKERS and len(words) > 3) or (words[0] == "to" and len(words) > 2):
        return False
    if CODED.fullmatch(plain(text)) or _CODE_BEHIND.search(text):
        return True
    if _DOES.match(plain(text)):
        return False
    if len(words) > 1 and NUMBERED.fullmatch(words[-1]) and words[0] not in PARTS and not _DOTTED.fullmatch(text):
        return not is_dated(text)
    if not text.isascii() and len(text) <= _LONGEST_UNPARTED and other_languages.UNPARTED.search(text):
        return True
    if not _TITLE_NOUNS.isdisjoint(words) or words[0] in RANKS or words[-1] in RANKS:
        return True
    return words[-1] in _LAST_NOUNS and len(words) <= _LONGEST_OF_A_PROJECT


def is_rank(text: str) -> bool:
    """Whether a name says nothing but how far up: “Senior”, “Mid-level”, “L3”, “Level 2”."""
    words = tokens(text)
    return bool(words) and (all(word in RANKS for word in words) or CODED.fullmatch(plain(text)) is not None)


def ranks(text: str) -> frozenset[str]:
    """How far up a name says it is; what is in the middle says so or not."""
    return (frozenset(tokens(text)) & RANKS) - {"intermediate"}
