"""Documents with headings and lists that are no ladders: lists of changes, the first page of a program, plans …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.words import is_dated, looks_like_title, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ladder_app.importers.sections import Section

CHANGES = "a list of changes"
PROGRAM = "the first page of a program"

_CHANGES = re.compile(
    r"(?:.* )?(?:change[ -]?logs?|release notes?|releases|version history|revision history|history(?: of changes)?"
    r"|what's new|news)",
    re.IGNORECASE,
)
_OF_A_PROGRAM = re.compile(
    r"install(?:ation|ing)?(?: .*)?|getting started|quick[ -]?start(?: guide)?|usage(?: .*)?"
    r"|how to (?:run|install|build)\b.*"
    r"|run(?:ning)?(?: (?:locally|tests|the|it|in)\b.*)?|(?:local )?(?:development|dev) ?(?:setup|environment)"
    r"|build(?:ing)?(?: from source|ing)?|deploy(?:ment|ing)?|docker|environment variables|(?:available )?scripts"
    r"|(?:tech(?:nology|nical)?|our) stack|built with|(?:project|folder|directory|repository) structure"
    r"|screenshots?|(?:live )?demo|clone\b.*|licen[cs]e|configuration|setup|command line.*|dependencies",
    re.IGNORECASE,
)
_BESIDE_PROGRAMS = re.compile(
    r"(?:key |main )?features|contributing|contributors|contributions|authors?|credits|acknowled?ge?ments?|road ?map"
    r"|to-?do|support|tests?|testing|pre-?requisites|requirements|documentation|change[ -]?log|about(?: .*)?",
    re.IGNORECASE,
)
_CALLED = tuple(
    (what, re.compile(rf"(?:.*\b)?(?:{words})\b(?P<rest>.*)", re.IGNORECASE))
    for what, words in (
        ("questions and answers", r"faqs?|frequently asked|questions and answers|q ?& ?a"),
        ("a checklist", r"check-?lists?|onboarding|first (?:day|week|month)s?|to-?do list"),
        ("a plan of goals", r"okrs?|objectives and key results|(?:quarterly|annual|yearly) (?:goals|objectives|plan)"),
        ("a plan for learning", r"road-?maps?|curriculum|syllabus|learning (?:path|plan)s?|study plan|reading list"),
        ("a list of links", r"awesome|curated list|bookmarks"),
        ("what is asked in an interview", r"interview (?:questions?|scorecards?|guides?|kits?|feedback)|scorecards?"),
        ("minutes of a meeting", r"meeting (?:notes|minutes)|minutes|agenda|retrospective"),
        ("a glossary", r"glossary|terminology|definitions of titles"),
        ("rules for code", r"coding (?:standards?|conventions|guidelines)|(?:code )?style ?guides?|best practices"),
        ("a way to contribute", r"contributing(?: guide)?|contribution guidelines|governance|code of conduct"),
    )
)
"""What pages are called that tell of something else."""
_LADDER = re.compile(
    r"\b(?:ladders?|levels?|levelling|leveling|career|progression|competenc(?:y|ies|e)|matrix|seniority|grades?|titles?"
    r"|promotion|skills?|expectations?|job (?:family|description)|roles?|responsibilit(?:y|ies))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:[:–—-]|for\b|of\b)", re.IGNORECASE)
_FEWEST_CHANGES = 2
_MANY_CHANGES = 3


def reads_as(sections: Sequence[Section], title: str, *, has_levels: bool) -> str:
    """What a page is instead of a ladder, by its headings; nothing where they do not tell.

    `has_levels` says that some of them name levels: then only a list of changes is told from a ladder.
    """
    heads = [plain(section.title).strip(" :*#") for section in sections if section.depth]
    if _lists_changes(heads, title):
        return CHANGES
    if has_levels:
        return ""
    if _is_of_a_program(heads):
        return PROGRAM
    return "" if any(section.is_kind for section in sections) else called_as(title)


def called_as(title: str) -> str:
    """What a page is that is called so, if that is no ladder."""
    name = plain(title)
    if not name or _LADDER.search(name):
        return ""
    for what, rule in _CALLED:
        found = rule.fullmatch(name)
        # “Onboarding Specialist” is the name of a job, “Roadmap for bakers” is none.
        if found is not None and (not looks_like_title(name) or _AFTER.match(found["rest"]) or not found["rest"]):
            return what
    return ""


def _lists_changes(heads: Sequence[str], title: str) -> bool:
    dated = sum(map(is_dated, heads))
    called = any(_CHANGES.fullmatch(name) for name in (plain(title), *heads[:1]))
    if called:
        return dated >= min(_FEWEST_CHANGES, max(1, len(heads) - 1))
    return dated >= _MANY_CHANGES and dated * 2 >= len(heads) - 1


def _is_of_a_program(heads: Iterable[str]) -> bool:
    names = {name.casefold() for name in heads}
    sure = sum(_OF_A_PROGRAM.fullmatch(name) is not None for name in names)
    beside = sum(_BESIDE_PROGRAMS.fullmatch(name) is not None for name in names)
    return sure > 1 or (sure == 1 and beside > 1)
