"""Sentences that say “as X, plus”: recognising them, and finding out which level X is.

A name is resolved by the anchor of its link, else exactly, else by likeness; what is not like enough, or
like two levels at once, is not resolved at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ladder_app.domain.role import Kind
from ladder_app.importers.inheritance_words import (
    ABOVE,
    ALL,
    ENDS,
    EXTENDS,
    HINTS,
    INCLUDES,
    IS_A_PLUS,
    KIND,
    LIKELY,
    LINK,
    LISTED_HERE,
    OF,
    OF_A_NAME,
    POINTS,
    REFERS,
    SAME_AS_ABOVE,
    SENTENCE,
    SHORT,
    STARTS,
    TAIL,
    VERB,
    WHO_MEET,
)
from ladder_app.importers.meanings import respelled
from ladder_app.importers.words import looks_like_title, plain

LONGEST, LONGEST_SENTENCE, LONGEST_LIKELY = 2000, 400, 40
"""How much of a text is looked at, and how long its first sentence may be; no real one takes half of it."""
LONGEST_TITLE = 6
"""How many words a title has at most that stands alone behind “Extends”."""


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


@lru_cache(maxsize=64)  # the same text is asked about several times in a row
def reference_in(text: str) -> Reference | None:
    """What a sentence takes over from other levels; none if it takes over nothing."""
    text = text[:LONGEST]
    lowered = text.casefold()
    if not any(map(lowered.__contains__, HINTS)) and ("](" not in text or not kinds_in(text)):
        return None
    words = SHORT.sub(r"\1", plain(LINK.sub(lambda link: link[1], text)).strip(" •-–—*"))
    words = SENTENCE.split(words, maxsplit=1)[0]
    if IS_A_PLUS.search(words):
        return None
    if "respons" in lowered or "requir" in lowered:
        words = respelled(words)
    words = VERB.sub(_verb, words)
    if len(words) > LONGEST_SENTENCE:
        return None
    links = [(plain(link[1]), link[2]) for link in LINK.finditer(text)]
    said = words.casefold()
    if ("extends" in said or "inherits" in said) and (found := EXTENDS.match(words)) is not None:
        subject = (found["subject"] or "").strip()
        if len(subject.split()) > 12 or re.search(r"\b(?:that|which|to|will|can|who)\b", subject, re.IGNORECASE):
            return None
        rest = found["base"]
        sure = bool(re.search(rf"\b{KIND}\b|\b(?:role|position)\b", rest, re.IGNORECASE)) or rest.casefold().startswith(
            "that of"
        )
        if subject and not re.search(r"\b(?:role|position|level)\b", words, re.IGNORECASE):
            sure = False
        if not subject and _is_a_title(rest):
            sure = True
        return _reference(rest, links, sure=sure)
    if (found := WHO_MEET.match(words)) is not None:
        return _reference(found["base"], links, sure=True)
    if links and (found := INCLUDES.match(words)) is not None:
        return Reference(tuple(Base(*link) for link in links), kinds_in(found[0]))
    if links and (pointed := _pointed(words, text.strip(), links)) is not None:
        return pointed
    if (found := ALL.match(words)) is not None and (reference := _all_of(found, words, links)) is not None:
        return reference
    return _likely(words, links)


def _is_a_title(text: str) -> bool:
    """Whether a text is nothing but what somebody is called: “Pastry Chef”, not “Kubernetes operators”."""
    names = text.strip(" .:;").split()
    return len(names) <= LONGEST_TITLE and not any(map(str.islower, names)) and looks_like_title(text)


def _verb(found: re.Match[str]) -> str:
    """“Extends” where a letter of it is missing, too many or in another place."""
    from rapidfuzz.distance import OSA

    return "extends" if OSA.distance(found[0].casefold(), "extends", score_cutoff=1) == 1 else found[0]


def _likely(words: str, links: list[tuple[str, str]]) -> Reference | None:
    """What a sentence takes over if the name in it is a level's."""
    if SAME_AS_ABOVE.match(words):
        return Reference((), (), above=True)
    if len(words.split()) > LONGEST_LIKELY:
        return None
    for pattern in LIKELY:
        if (found := pattern.match(words)) is not None and not ABOVE.search(found["base"]):
            return _reference(found["base"], links, sure=False, kinds=kinds_in(words))
    return None


def _pointed(words: str, text: str, links: list[tuple[str, str]]) -> Reference | None:
    """What a line takes over that is little more than a link to responsibilities or requirements elsewhere."""
    for points in POINTS:
        if (found := points.fullmatch(text)) is not None and found["href"]:
            says = text.lstrip(" *").casefold().startswith(("include", "also include", "extend", "same as"))
            if says or "#" in found["href"]:
                name = _reference(found["label"], [], sure=True)
                base = Base(name.bases[0].name if name is not None and name.bases else "", found["href"])
                return Reference((base,), kinds_in(found["label"]))
    if (found := LISTED_HERE.fullmatch(words)) is not None and len(links) == 1:
        return Reference((Base(found["base"].strip(), links[0][1]),), kinds_in(words))
    return None


def referred_to(text: str) -> Reference | None:
    """The level on another page that a text refers to and says nothing else."""
    links = [(plain(link[1]), link[2]) for link in LINK.finditer(text)]
    words = plain(LINK.sub(lambda link: link[1], text))
    found = REFERS.fullmatch(words)
    if found is None or len(links) != 1 or "#" not in links[0][1]:
        return None
    return Reference((Base(*links[0]),), (), sure=True)


_THOSE_OF = re.compile(r"\b(?:includes?|extends?|match(?:es)?|are) (?:all (?:of )?)?(?:those|that) of\b", re.IGNORECASE)


def _all_of(found: re.Match[str], words: str, links: list[tuple[str, str]]) -> Reference | None:
    how, kind, rest = found["how"].casefold(), found["kind"] or "", found["rest"]
    if "performance" in kind.casefold():
        return None
    if _THOSE_OF.search(rest):
        return None
    kinds = kinds_in(kind)
    above = ABOVE.search(words)
    if above is not None and (kind or how.startswith("everything")) and not OF_A_NAME.search(rest):
        return Reference((), kinds, above=True)
    goes_on = re.search(r"(?:\bplus\b|\bfollowing\b|\bas well as\b|[:;]\s*$)", rest, re.IGNORECASE)
    if how == "the" and not (kind and goes_on):
        return None
    if kind:
        inside = OF.match(rest)
        if inside is None:
            return None
        return _reference(inside[1], links, sure=True, kinds=kinds)
    if how.startswith("everything"):
        inside = OF.match(rest)
        return None if inside is None else _reference(inside[1], links, sure=True)
    if (links and how.startswith(("includes all", "include all"))) or (
        how.startswith("all") and words.casefold().startswith(("include", "all "))
    ):
        sure = bool(re.search(rf"\b{KIND}\b", rest, re.IGNORECASE)) and words.casefold().startswith("include")
        return _reference(rest, links, sure=sure)
    return None


def _reference(
    rest: str, links: list[tuple[str, str]], *, sure: bool, kinds: tuple[Kind, ...] = ()
) -> Reference | None:
    kinds = kinds or kinds_in(rest)
    name = TAIL.sub("", rest.strip()).strip(" .:;,")
    while True:
        shorter = ENDS.sub("", STARTS.sub("", name)).strip(" .:;,-–")
        if shorter == name:
            break
        name = shorter
    if not name:
        return Reference((), kinds, above=True) if ABOVE.search(rest) else None
    if ABOVE.search(name) and len(name.split()) <= 3:
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
