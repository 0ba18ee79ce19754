"""What is odd about a ladder as a whole, and is asked: its order, its names, levels that ask nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.bases import parts_of_title
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.level_order import goes_down
from ladder_app.importers.likeness import Likeness
from ladder_app.importers.odd_ladders import doubts_about_ladder
from ladder_app.importers.odd_levels import doubts_about_levels
from ladder_app.importers.result import Asks, Place
from ladder_app.importers.words import RANKS, looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ladder_app.importers.drafts import Draft
    from ladder_app.importers.taken_over import TakenOver

_CUMULATIVE = re.compile(
    r"\b(?:levels?|roles?|expectations|criteria|responsibilities|requirements|competenc(?:ies|es)|ranks?|titles?"
    r"|they|it|ladder)\b"
    r"[^.]{0,60}\b(?:is|are|be)\s+(?:\w+ )?(?:cumulative|additive)\b"
    r"|\b(?:each|every|any) (?:\w+ )?(?:level|role|rung|step|title|grade|stage)\b[^.]{0,60}\b(?:builds? (?:up)?on"
    r"|includes?|inherits?|adds? to"
    r"|assumes?|extends?|encompass\w*|subsumes?)\b"
    r"|\b(?:all|every|any|the) (?:[\w-]+ )*?(?:of|from|at|in) (?:all |any |the |each )*"
    r"(?:levels?|roles?|ranks?|grades?)\b[^.]{0,20}\b(?:below|beneath|before|under)\b"
    r"|\b(?:of|from) (?:all |any |the |each )*(?:lower|previous|prior|preceding|earlier)"
    r" (?:levels|roles|ranks|grades)\b"
    r"|\b(?:níveis|niveles|niveaux|livelli|stufen|level|niveaus|nivåer|poziomy)\b[^.]{0,60}"
    r"\b(?:cumulativ\w*|acumulativ\w*|kumulativ\w*|aufeinander auf\w*|cumulati\w*|kumulatywn\w*)\b"
    r"|(?:各レベル|レベル)[^。]{0,20}(?:累積|下位)|уровн\w+[^.]{0,40}(?:накапливаются|кумулятивн\w+|включает)",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:comfortable with|meets?|exceeds?|master\w*|fulfil\w*|satisf\w+|demonstrat\w+|perform\w*)\b[^.]{0,60}"
    r"\b(?:requirements|expectations|responsibilities|criteria|skills|competencies)\b[^.]{0,40}"
    r"\b(?:of|for|at|from) (?:the |an? )?(?P<base>[\w -]{1,30}?)(?: level| role)\b",
    re.IGNORECASE,
)
"""Sentences that say of a level, among other things, that it meets what another is asked."""
_ASKED = ("requirements", "expectations", "responsibilities", "criteria", "skills", "competencies")
_TOLD = frozenset((Place.NOTE, Place.SUMMARY, Place.LEVEL_SUMMARY, Place.HEADING))


def put_in_order(draft: Draft) -> None:
    """Turn levels round that are listed from the highest down, and ask whether that is right."""
    if not goes_down(draft.levels):
        return
    names = f"“{plain(draft.levels[0].title)}” to “{plain(draft.levels[-1].title)}”"
    line = draft.levels[0].line
    draft.levels.reverse()
    message = f"The levels are listed downwards, from {names}; they were put the other way round. Is that right?"
    draft.questions.append(DraftQuestion(line, Asks.ORDER, message))


def doubts_about(draft: Draft, taken: TakenOver, asked: Collection[int]) -> Iterator[DraftQuestion]:
    """What is to be asked about a draft as a whole; levels in `asked` (by identity) are asked about already."""
    yield from _about_its_name(draft)
    yield from _about_the_only_one(draft)
    yield from _about_what_grows(draft)
    yield from _about_what_is_met(draft)
    yield from doubts_about_levels(draft, taken, asked)
    yield from doubts_about_ladder(draft)


def _about_its_name(draft: Draft) -> Iterator[DraftQuestion]:
    texts = [*draft.shared, *(c for level in draft.levels for c in level.criteria)]
    named = any(level.line != draft.title_line and not level.implicit for level in draft.levels)
    linked = len(texts) == 1 and texts[0].text.startswith("[")
    if linked and not named and draft.title and not looks_like_title(draft.title):
        message = f"“{plain(draft.title)}” is not called as a role is, and asks one link alone; is it a ladder at all?"
        yield DraftQuestion(draft.title_line, Asks.LEVELS, message)
        return
    if len(draft.levels) != 1 or (not draft.title_line and not _is_headed(draft)):
        return
    level = draft.levels[0]
    ours, theirs = set(tokens(draft.title)), set(tokens(level.title))
    if level.line == draft.title_line or not ours or not theirs or ours & theirs:
        return
    if looks_like_title(draft.title) and looks_like_title(level.title):
        message = f"The page is called “{plain(draft.title)}”, but its level “{plain(level.title)}”; which is right?"
        yield DraftQuestion(level.line, Asks.LEVELS, message, level)


_JOINED = r"\s*(?:/|&|,|–|-|\band\b|\bor\b|\bto\b|\bthrough\b|\bund\b|\bet\b|\by\b|\be\b)\s*"
_COUNTS = re.compile(rf"[^\W\d]{{3,}}\W+(?:I{{1,3}}|IV|[1-9]){_JOINED}(?:I{{2,3}}|IV|VI{{0,3}}|[2-9])(?![\w/])")
_RANKED = re.compile(rf"(?P<one>\w+){_JOINED}(?P<other>\w+)")


def _about_the_only_one(draft: Draft) -> Iterator[DraftQuestion]:
    """One level of a role whose title names several: “Baker I/II”, “Junior to Senior Baker”."""
    title = plain(draft.title)
    if len(draft.levels) != 1 or not title or any(q.asks is Asks.LEVELS for q in draft.questions):
        return
    pairs = [(found["one"].casefold(), found["other"].casefold()) for found in _RANKED.finditer(title)]
    ranked = any(one != other and one in _STEPS and other in _STEPS for one, other in pairs)
    if ranked or _COUNTS.search(title):
        message = f"“{title}” speaks of several levels, but one was found; is that right?"
        yield DraftQuestion(draft.title_line, Asks.LEVELS, message)


_STEPS = RANKS - {"lead", "head", "group", "vice", "executive", "chief", "deputy", "assistant"}
"""Words of rank that say so in front of any job."""


def _is_headed(draft: Draft) -> bool:
    entry = draft.ledger.entries.get(draft.title_line)
    return entry is not None and entry.place is Place.TITLE


def _about_what_grows(draft: Draft) -> Iterator[DraftQuestion]:
    """A sentence that says of all levels that each takes over the one before."""
    if len(draft.levels) < 2 or any(level.extends for level in draft.levels):
        return
    for number, line in enumerate(draft.ledger.lines):
        entry = draft.ledger.entries.get(number)
        if entry is not None and entry.place in _TOLD and len(line) < 2000 and _CUMULATIVE.search(line):
            said = plain(line).strip(" -*>#")
            short = said if len(said) <= 90 else said[:89] + "…"
            message = f"“{short}” says that levels build on each other, but none was made to extend another; do they?"
            yield DraftQuestion(number, Asks.EXTENDS, message)
            return


def _about_what_is_met(draft: Draft) -> Iterator[DraftQuestion]:
    """A sentence that says of one level that it meets what is asked of another, here or on another page."""
    for number, line in enumerate(draft.ledger.lines):
        entry = draft.ledger.entries.get(number)
        if entry is None or entry.place is Place.EXTENDS or len(line) >= 2000 or not _speaks_of_a_level(line):
            continue
        found = _MEETS.search(plain(line))
        if found is None or not names_level(found["base"]):
            continue
        level = entry.level or next((one for one in draft.levels for c in one.criteria if c is entry.target), None)
        if level is None or tokens(level.title) == tokens(found["base"]):
            continue
        names = [(i, name) for i, one in enumerate(draft.levels) for name in (one.title, *parts_of_title(one.title))]
        base = Likeness(names).resolve(found["base"])
        choices = () if base is None or draft.levels[base] is level else (draft.levels[base],)
        message = f"“{found[0][:90]}” speaks of what “{found['base']}” is asked; is that taken over?"
        yield DraftQuestion(number, Asks.EXTENDS, message, level, choices)


def _speaks_of_a_level(line: str) -> bool:
    """Whether the words are there without which a line is not looked at closely; most have none of them."""
    lowered = line.casefold()
    return ("level" in lowered or "role" in lowered) and any(map(lowered.__contains__, _ASKED))
