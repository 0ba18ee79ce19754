"""Headings that ask, or speak to the reader: “What does a Baker do?”, “Who you are”, “As a Baker, you will”. Data."""

from __future__ import annotations

import re

from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import looks_like_title

_WHO = r"(?:an? |the |our |your )?(?P<who>[^?:]{2,60}?)"
_DO = r"(?:do|be doing|work on|be working on|own|deliver|be responsible for|be accountable for)"
_LIKE = r"(?:like|to be)"
_SPOKEN: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (
        Topic.NOTE,
        (
            r"(?:what|which) (?:we|you)(?:'ll| will|'d| would| can)? (?:also )?"
            r"(?:offer|get|receive|gain|earn|love|enjoy)\b.*",
            r"what (?:do|can|will) (?:we offer|you (?:get|gain|receive|earn)|we (?:do|believe in|value))\b.*",
            r"what(?:'s| is) in it for (?:you|me)|who (?:we are|are we)|what we do|about (?:us|our .*)",
            r"why (?:join|work|us|we|you(?:'ll| will) love|this|now|apply|choose)\b.*",
            r"what does (?:the|our|this) (?:team|group|department|company|organi[sz]ation)\b.*",
            r"how (?:we|do we|does the team) work\b.*",
            r"how (?:promotions?|levell?ing|the ladder|this ladder|it) works?\b.*",
            r"how (?:to|do i|do we|does one|can you|you) (?:get promoted|move (?:up|to)|progress|grow)\b.*",
        ),
    ),
    (
        Topic.HIRING,
        (
            r"how (?:do|will|would|does|can|should|to|we|you) (?:\w+ ){0,3}?"
            r"(?:hire|hiring|recruit|interview|apply)\b.*",
            r"what (?:to expect|happens|can you expect)\b.*\b(?:hiring|interviews?|application|apply)\b.*",
        ),
    ),
    (
        Topic.INDICATOR,
        (
            r"how (?:is|are|will|do|does|would|we|you|success|performance)\b.*\b(?:measure|measured)\b.*",
            r"what (?:does )?success looks? like\b.*|what does success mean\b.*",
        ),
    ),
    (
        Topic.PLUS,
        (
            r"what (?:would|will|could|might|else)\b.*\b(?:be nice|nice|be a (?:plus|bonus)|help|help you|stand out)",
            r"what (?:will |would )?sets? you apart|(?:what|how) .* stand out|(?:even |it's |it is )?better if\b.*",
            r"(?:it|what) would be (?:nice|great|good|a plus|a bonus)\b.*",
        ),
    ),
    (
        Topic.REQUIREMENT,
        (
            r"who (?:are|is) (?:you|we looking for|this for|this role for)|who should apply",
            r"(?:is|are|could) this (?:be )?you|are you (?:an?|the) (?:good |great |right )?(?:fit|match|one)\b.*",
            r"(?:how (?:to|do i|do you|can (?:i|you)|you can) become|becoming) (?:an? |our )?[\w -]{2,40}",
            r"do you have what it takes|who (?:we|they)(?:'re| are)? (?:look(?:ing)? for|need|want|hire)\b.*",
            rf"what (?:are|do) (?:we|you) look(?:ing)? for in {_WHO}|what (?:are|do) we look(?:ing)? for",
            rf"what (?:do|does|will|would|should|must) {_WHO} (?:bring|need|have|know|require|offer)(?! to do\b)\b.*",
            r"what makes (?:an?|the) (?:good|great|successful|strong|excellent|outstanding) (?P<who>.+)",
            r"what makes you\b.*|you're\b.*|you(?:'ll| will) (?:[\w']+ ){0,5}?if\b.*",
            r"(?:what|which) (?:skills|experience|qualifications|knowledge|competenc(?:y|ies)|traits|qualities)\b.*",
        ),
    ),
    (
        Topic.RESPONSIBILITY,
        (
            rf"what (?:do|does|will|would|should|can|must) {_WHO} {_DO}\b.*",
            rf"what (?:is|are) (?:expected|asked|required) (?:of|from) {_WHO}|what's expected (?:of|from) (?:you|me)",
            rf"what (?:we|the company) (?:expects?|asks?)(?: (?:of|from) {_WHO})?",
            rf"what {_WHO} (?:does|do|will do|should do|is responsible for|are responsible for)",
            rf"as an? {_WHO},? (?:you|i)(?:'ll|'re|'m| will| are| am| should| would| can)?(?: also)?"
            r"(?: be| do| expected to| responsible for)?",
            r"what(?:'s| is| will be) (?:the|your|my) (?:job|role|work|day)\b.*",
            rf"what (?:would|will|does|is) (?:your|an?|the|my|it) .*\b{_LIKE}\b.*",
        ),
    ),
)
_RULES = tuple((topic, re.compile(pattern, re.IGNORECASE)) for topic, patterns in _SPOKEN for pattern in patterns)
_STARTS = (
    "what", "who", "how", "becoming ", "why", "which", "is ", "are ", "could ", "do ", "as a", "you're", "you'll",
    "you will", "it ", "it's ", "about ",
    "better ", "even better ",
)  # fmt: skip
_TELLS = re.compile(
    rf"{_WHO} (?:will|should|is expected to|are expected to|is responsible for|are responsible for)(?: also)?(?: be)?",
    re.IGNORECASE,
)
"""“Senior bakers are expected to”: only if it is a title that the sentence is about."""
_SPOKEN_TO = frozenset(
    ("you", "i", "we", "they", "it", "one", "someone", "people", "everyone", "this role", "role", "job", "this job")
)
_NOT_A_NAME = re.compile(r"(?:all|every|each|any|both|this|these|those)\b", re.IGNORECASE)


def spoken(words: str) -> tuple[Topic, str] | None:
    """What a heading in lower case is about that is a sentence or a question, and the level that it names."""
    if not words.startswith(_STARTS):
        told = _TELLS.fullmatch(words)
        who = "" if told is None else _named(told["who"])
        return (Topic.RESPONSIBILITY, who) if looks_like_title(who) else None
    for topic, rule in _RULES:
        if found := rule.fullmatch(words):
            return topic, _named(found.groupdict().get("who") or "")
    return None


def _named(who: str) -> str:
    who = who.strip(" ,")
    first = who.partition(" ")[0].partition("'")[0]
    return "" if first in _SPOKEN_TO or who in _SPOKEN_TO or _NOT_A_NAME.match(who) else who
