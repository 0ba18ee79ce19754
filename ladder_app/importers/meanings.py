"""What headings are about, and whose name they carry with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ladder_app.importers.meaning_words import FOR_ALL, LEVELS, NOT_LEVELS, PHRASES, Topic
from ladder_app.importers.opposites import says_opposite
from ladder_app.importers.spoken_headings import spoken
from ladder_app.importers.words import CODED, PROFICIENCY, SPEAKERS, is_rank, looks_like_title, plain, tokens

_RULES = tuple((topic, re.compile("|".join(patterns), re.IGNORECASE)) for topic, patterns in PHRASES)

_SPELLED = {
    "res": ("responsibilities", "responsibility"), "req": ("requirements", "requirement"), "qua": ("qualifications",),
    "spe": ("specialties", "specializations", "specialization"), "lev": ("levels",), "ind": ("indicators",),
    "per": ("performance",), "acc": ("accountabilities",), "exp": ("expectations",),
}  # fmt: skip
"""Words that are often misspelled, by how they begin; a slip of the pen leaves that as it is."""

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
    words = FOR_ALL.sub("", respelled(plain(text).strip(" :.?…-–—*;")).casefold())
    for topic, rule in _FOLLOWING:
        if rule.search(words):
            return Meaning(topic)
    if not words or (_is_sentence(words) and not text.rstrip(" *_").endswith((":", "?"))):
        return Meaning(Topic.NAME)
    asks = text.rstrip(" *_").endswith("?")
    if says_opposite(words) or (asks and _OF_THE_TEAM.fullmatch(words)):
        return Meaning(Topic.NOTE)
    if (every := _OF_EVERY.fullmatch(words)) is not None and looks_like_title(every["name"]):
        return Meaning(Topic.RESPONSIBILITY)
    if _ONE_LEVEL.fullmatch(words) and (is_rank(words) or PROFICIENCY.issuperset(tokens(words))):
        return Meaning(Topic.NAME)
    if LEVELS.fullmatch(words) and not (asks or NOT_LEVELS.fullmatch(words) or CODED.fullmatch(words)):
        return Meaning(Topic.LEVELS)
    if (said := spoken(words)) is not None:
        return Meaning(*said)
    if (behind := _NAME_BEHIND.fullmatch(words)) is not None and looks_like_title(behind["name"]):
        words = f"{behind['kind']} for {behind['name']}"
    if _is_in_a_name(words):
        return Meaning(Topic.NAME)
    for topic, rule in _RULES:
        if rule.fullmatch(words) and (not asks or topic in _ASKED):
            return Meaning(topic, _who(words, topic))
    return Meaning(Topic.NAME)


_OF_EVERY = re.compile(
    r"(?:(?:common|shared|expected|core|general) )?(?:to |for |of |from |by |across )?(?:all|every|each)"
    r" (?:of )?(?:our )?(?P<name>[\w /&-]{3,40})"
)
"""“All bakers”: what follows is asked of everybody."""
_ONE_LEVEL = re.compile(r"[^\W\d][\w /-]{1,30}[ -]level")
"""“Senior Level” is one of them, not the heading over all."""
_OF_THE_TEAM = re.compile(
    r"(?:what|who|how) (?:will|does|do|is|are) (?:in |on )?(?:the|our) (?:team|company|product)\b(?!.*\byou\b).*"
)
"""Questions about those around the job: “What will the team look like?”"""
_ASKED = frozenset((Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS, Topic.HIRING))
"""What a question can be about; “Can I switch tracks?” opens no tracks."""
_FOLLOWING = (
    (
        Topic.PLUS,
        re.compile(
            r"\bif you (?:don't|do not|already|also)\b.{0,20}\bhave (?:any of )?the following\b"
            r"|\bany of the following (?:\w+ )?(?:is|are|would be) (?:a )?(?:plus|bonus|nice)"
        ),
    ),
    (
        Topic.REQUIREMENT,
        re.compile(
            r"\bthe following (?:\w+ )?(?:skills|experience|qualifications|requirements|competenc\w+|knowledge)\b"
        ),
    ),
    (Topic.RESPONSIBILITY, re.compile(r"\bthe following (?:\w+ )?(?:responsibilities|duties|tasks|activities)\b")),
)
"""Sentences as headings that say what they are followed by."""
_NAME_BEHIND = re.compile(
    r"(?P<kind>(?:\w+ )?"
    r"(?:responsibilities|requirements|qualifications|duties|expectations|skills|nice[ -]to[ -]haves?))"
    r"\s*(?:[:–—]\s*|\s-\s|\((?:for )?)(?P<name>[^():]{2,80})\)?"
)
"""“Requirements: Senior Baker”, “Responsibilities (Senior and Staff)”."""
_IN_A_NAME = re.compile(
    r"(?P<before>.+?)(?P<join>,|\s(?:for|of|in)\b)\s+(?:[\w&/-]+ ){0,2}"
    r"(?:experience|education|knowledge|background|compensation|tools|benefits|resources|location|salary|perks|metrics)"
)
"""“Director, Education”, “Bakers for Education”: the name of a team, not what stands under the heading."""


def _is_in_a_name(words: str) -> bool:
    found = _IN_A_NAME.fullmatch(words)
    if found is None or _KIND_WORDS.search(found["before"]):
        return False
    return looks_like_title(found["before"]) or found["join"] != ","


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
_FOR_EVERYBODY = re.compile(r"(?:all|every|each|any|both)\b")
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
    if behind is None or _FOR_EVERYBODY.match(behind[1]):
        return ""
    return behind[1] if looks_like_title(behind[1]) else ""


def respelled(text: str) -> str:
    """The text with near misses of the vocabulary set right."""
    return _WORD.sub(_respelled, text)


def _respelled(found: re.Match[str]) -> str:
    word = found[0].casefold()
    alike = _SPELLED.get(word[:3], ()) if len(word) > 6 else ()
    if not alike or word in alike or word.startswith(("specialist", "specific")) or word.endswith(("izes", "ises")):
        return found[0]
    from rapidfuzz.distance import OSA

    for known in alike:
        near = abs(len(known) - len(word)) <= 3
        if near and OSA.distance(word, known, score_cutoff=3) <= (1 if len(known) < 10 else 3):
            return known
    return found[0]
