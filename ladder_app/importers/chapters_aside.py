"""Chapters that only tell of the ladder, such as glossaries and what is not wanted: all inside them are notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers import other_languages
from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.blocks import Paragraph, Table
from ladder_app.importers.grids import read_grid
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.tables import rows_of
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_SURE = re.compile(
    r"(?:.* )?(?:anti-?(?:patterns?|goals?|examples?|behaviou?rs?)|pitfalls?|red flags?|glossary|terminology"
    r"|change ?-?log|faqs?|legend|acronyms"
    r"|acknowled?ge?ments?|footnotes?)|frequently asked questions|(?:common|frequent|typical) (?:mistakes|errors).*"
    r"|how to (?:use|read|apply|interpret)\b.*|about (?:this|the|our) (?:[\w-]+ )*(?:document|ladder|framework"
    r"|matrix|guide)"
    r"|(?:our|company|core) values|(?:what|who) (?:[\w-]+ ){0,3}[\w-]+ (?:is not|isn't"
    r"|are not|aren't|does not|doesn't|do not|don't)\b.*",
    re.IGNORECASE,
)
_SURE_ELSEWHERE = re.compile(other_languages.NOTE, re.IGNORECASE)


def set_aside(sections: list[Section]) -> list[Section]:
    """The same sections; those in a chapter of notes are notes themselves, whatever they are called."""
    for section in sections:
        if any(isinstance(block, Table) and read_grid(rows_of(block)) is not None for block in section.blocks):
            _keep_open(section)
    labels = {tokens(s.title) for s in sections if s.depth and s.has_list and s.is_kind}
    least = _least(sections)
    for section in sections:
        if section.depth and section.topic in (Topic.NOTE, Topic.NAME) and section.depth > least:
            words = plain(section.title).strip(" :?")
            noted = section.topic is Topic.NOTE or section.depth >= BOLD_DEPTH
            sure = noted and (_SURE.fullmatch(words) or _SURE_ELSEWHERE.fullmatch(words))
            if (sure and not any(inside.holds_levels for inside in section.subtree())) or _defines(section, labels):
                for inside in section.subtree():
                    inside.topic, inside.who = Topic.NOTE, ""
    return sections


def _keep_open(section: Section) -> None:
    """What holds a table of levels is no note, nor is what stands around it."""
    section.holds_levels = True
    inside: Section | None = section
    while inside is not None:
        if inside.topic is Topic.NOTE:
            inside.topic = Topic.NAME
        inside = inside.parent


def _least(sections: list[Section]) -> int:
    """The depth of the title of the page, if it has one; what is a title is no chapter."""
    depths = [section.depth for section in sections if section.depth]
    return depths[0] if depths and depths.count(depths[0]) == 1 and depths[0] == min(depths) else 0


def _defines(section: Section, labels: set[tuple[str, ...]]) -> bool:
    """Whether all that is in a chapter are words, each with a sentence or two, and labels of lists among them."""
    inside = list(section.subtree())[1:]
    if len(inside) < 2 or section.has_list or section.titleish or any(one.topic is Topic.GRADE for one in inside):
        return False
    told = all(len(one.blocks) in (1, 2) and all(isinstance(b, Paragraph) for b in one.blocks) for one in inside)
    return told and any(tokens(one.title) in labels for one in inside)
