"""Sentences that say “as X, plus”: recognising them, and finding out which level X is.

A name is resolved by the anchor of its link, else exactly, else by likeness; what is not like enough, or
like two levels at once, is not resolved at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.domain.role import Kind
from ladder_app.importers.words import RANKS, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

THRESHOLD = 0.82
"""From 0 to 1, how like a name must be to a level's; tried on the names that real pages misspell."""
MARGIN = 0.05
"""By how much the likeliest level must be ahead of the next …"""
SURE = 0.915
DOUBTFUL_MARGIN = 0.15
"""… and by how much if it is less like than `SURE`: a part of two names is neither."""

LONGEST, LONGEST_SENTENCE = 2000, 400
"""How much of a text is looked at, and how long its first sentence may be; no real one takes half of it."""

_TRACKS = frozenset(("manager", "director", "president", "officer", "head", "chief"))

_KIND = (
    r"(?:responsibilit(?:y|ies)|duties|requirements?|qualifications?|skills|expectations"
    r"|criteria|performance indicators?)"
)
_FOLLOWING = r"(?:\W*\b(?:plus|and|as well as|with|in addition to|by|through|via|but|while|also)\b.*|[\s:;.,]*)$"

_EXTENDS = re.compile(
    r"^(?:(?:the |an? |this )?(?P<subject>[^.:;!?]{0,90}?)\b(?:role |position |level |job )?\s*)?"
    r"\b(?:extends|inherits)(?: (?:from|on|upon))?\b:?\s*(?P<base>.+)$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:(?:this|the|an?) [^.:;!?]{0,80}? )?(?:also )?(?:(?:has|have|includes?"
    r"|shares?|meets?|assumes?|requires?|adds to|builds on|covers)\s+)?"
    r"(?:in addition to (?:meeting |fulfilling )?)?(?P<how>(?:includes? )?all(?: of)?(?: the)?"
    r"|everything|(?:the )?same|the)\s+"
    r"(?:(?:same|above|base|core|listed|of the|listed in the)\s+)*(?P<kind>"
    + _KIND
    + r"(?: (?:and|&|or) "
    + _KIND
    + r")*)?"
    r"\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_WHO_MEET = re.compile(
    r"^(?:an? |the )?(?:[^.:;]{0,60}? )?(?:are|is)\s+(?:an? )?(?P<base>[^.:;]{3,80}?) (?:who"
    r"|that|which) (?:also )?(?:meets?|satisf(?:y|ies)|fulfils?|fulfills?)\b.*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\b(?:above|previous(?: level)?|preceding|prior level|level below|lower level)\b", re.IGNORECASE)
_OF = re.compile(
    r"^(?:(?:that are |which are )?(?:listed|outlined|described|documented|defined"
    r"|required|expected)?\s*(?:above )?(?:of|for|in|as|from|under|by)\s+)(.+)$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)[^()]*\)")
_TAIL = re.compile(
    r"(?:\s*[,;:.]?\s+|\s*[,;:]\s*)(?:(?:plus|as well as|and|with)\s+(?:the |these "
    r"|some )?(?:following|additional|also|more).*|plus\b.*|through\b.*|by\b.*"
    r"|as an?\b.*"
    r"|with\b.*|as well as\b.*|in addition\b.*|but\b.*|while\b.*|and (?:also|in addition)\b.*"
    r"|the [^,]*\bwill\b.*|and (?:the )?following\b.*|above\b.*|and reports\b.*)$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\b(?:role'?s?|position'?s?|level'?s?|job(?: family)?|{_KIND}(?: (?:and|&) {_KIND})*|above|plus)\s*$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    rf"^(?:(?:that|those) of|(?:all )?(?:of )?the|an?|all|either|both|any|on|upon|of|{_KIND} (?:of|for))\b\s*",
    re.IGNORECASE,
)


_SHORT = re.compile(r"\b(Sr|Jr|Mgr|Dir|Assoc|Asst|Exec)\.", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z)]{3}\.)\s+(?=[A-Z])|(?<=\)\.)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Base:
    """A level that a sentence refers to, as it is written; `href` is where its link leads."""

    name: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sentence takes over: from whom, of which kinds (none if it does not say), and whether “all of these”."""

    bases: tuple[Base, ...]
    kinds: tuple[Kind, ...]
    above: bool = False
    either: bool = False
    sure: bool = True
    """Whether the words alone make it a reference; else only a name that resolves does."""


def reference_in(text: str) -> Reference | None:
    """What a sentence takes over from other levels; none if it takes over nothing."""
    text = text[:LONGEST]
    lowered = text.casefold()
    if not any(
        word in lowered
        for word in ("extend", "inherit", "all ", "everything", "same ", "the res", "the req", "who meet")
    ):
        return None
    words = _SHORT.sub(r"\1", plain(_LINK.sub(lambda link: link[1], text)).strip(" •-–—*"))
    words = _SENTENCE.split(words, maxsplit=1)[0]
    if len(words) > LONGEST_SENTENCE:
        return None
    links = [(plain(link[1]), link[2]) for link in _LINK.finditer(text)]
    if (found := _EXTENDS.match(words)) is not None:
        subject = (found["subject"] or "").strip()
        if len(subject.split()) > 12 or re.search(r"\b(?:that|which|to|will|can|who)\b", subject, re.IGNORECASE):
            return None
        rest = found["base"]
        sure = bool(
            re.search(rf"\b{_KIND}\b|\b(?:role|position)\b", rest, re.IGNORECASE)
        ) or rest.casefold().startswith("that of")
        if subject and not re.search(r"\b(?:role|position|level)\b", words, re.IGNORECASE):
            sure = False
        return _reference(rest, links, sure=sure)
    if (found := _WHO_MEET.match(words)) is not None:
        return _reference(found["base"], links, sure=True)
    if (found := _ALL.match(words)) is not None:
        return _all_of(found, words, links)
    return None


def _all_of(found: re.Match[str], words: str, links: list[tuple[str, str]]) -> Reference | None:
    how, kind, rest = found["how"].casefold(), found["kind"] or "", found["rest"]
    if "performance" in kind.casefold():
        return None
    kinds = kinds_in(kind)
    above = _ABOVE.search(words)
    if above is not None and (kind or how.startswith("everything")) and not _OF_A_NAME.search(rest):
        return Reference((), kinds, above=True)
    goes_on = re.search(r"(?:\bplus\b|\bfollowing\b|\bas well as\b|[:;]\s*$)", rest, re.IGNORECASE)
    if how == "the" and not (kind and goes_on):
        return None
    if kind:
        inside = _OF.match(rest)
        if inside is None:
            return None
        return _reference(inside[1], links, sure=True, kinds=kinds)
    if how.startswith("everything"):
        inside = _OF.match(rest)
        return None if inside is None else _reference(inside[1], links, sure=True)
    if (links and how.startswith(("includes all", "include all"))) or (
        how.startswith("all") and words.casefold().startswith(("include", "all "))
    ):
        sure = bool(re.search(rf"\b{_KIND}\b", rest, re.IGNORECASE)) and words.casefold().startswith("include")
        return _reference(rest, links, sure=sure)
    return None


_OF_A_NAME = re.compile(
    r"\bprevious\b.*\bof\b|^(?:of|for) (?:the |an? )?(?!previous|level|preceding|prior)(?:[A-Z]\w+)"
)


def _reference(
    rest: str, links: list[tuple[str, str]], *, sure: bool, kinds: tuple[Kind, ...] = ()
) -> Reference | None:
    kinds = kinds or kinds_in(rest)
    name = _TAIL.sub("", rest.strip()).strip(" .:;,")
    while True:
        shorter = _ENDS.sub("", _STARTS.sub("", name)).strip(" .:;,-–")
        if shorter == name:
            break
        name = shorter
    if not name:
        return Reference((), kinds, above=True) if _ABOVE.search(rest) else None
    if _ABOVE.search(name) and len(name.split()) <= 3:
        return Reference((), kinds, above=True)
    used = [Base(label, href) for label, href in links if label and label in name] or [
        Base(name, href) for label, href in links if label in rest and href
    ][:1]
    bases = tuple(used) if used else (Base(name),)
    either = bool(re.search(r"\bor\b|\beither\b|/", name))
    return Reference(bases, kinds, either=either, sure=sure)


def kinds_in(text: str) -> tuple[Kind, ...]:
    """The kinds of criteria that the words name."""
    lowered = text.casefold()
    found = []
    if re.search(r"\bresponsibil|\bduties", lowered):
        found.append(Kind.RESPONSIBILITY)
    if re.search(r"\brequirement|\bqualification|\bskills\b", lowered):
        found.append(Kind.REQUIREMENT)
    return tuple(found)


class Likeness:
    """How like names are to the names of levels, from 0 to 1."""

    def __init__(self, names: Sequence[tuple[int, str]]) -> None:
        """`names` are the titles and other names of levels, each with the number of the level."""
        self._names = [(number, tokens(name)) for number, name in names]

    def ranking(self, name: str) -> list[tuple[float, int]]:
        """The likeliest levels first, each once."""
        wanted = tokens(name)
        best: dict[int, float] = {}
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
