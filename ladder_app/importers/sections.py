"""Blocks → sections: a heading (or a line that acts as one) and what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import (
    BOLD_DEPTH,
    acting_heading,
    bare_headings,
    label_at_end,
    label_lines,
    with_opening_entries,
)
from ladder_app.importers.blocks import Block, Heading, Listing, Paragraph, Table
from ladder_app.importers.entry_headings import with_entry_headings
from ladder_app.importers.meaning_words import EVERYBODY, Topic
from ladder_app.importers.meanings import Meaning, meaning
from ladder_app.importers.opposites import says_opposite
from ladder_app.importers.words import looks_like_title, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SAYS_KIND = re.compile(r"\b(?:requirements?|qualifications?|indicators?|process|specialt(?:y|ies))\W*$", re.IGNORECASE)
_OF_TEAMS = frozenset((Topic.REQUIREMENT, Topic.PLUS, Topic.INDICATOR, Topic.NOTE, Topic.HIRING, Topic.SPECIALTY))
"""What a heading can seem to be about by the name of a team: “Developer Experience”, “Benefits”, “Tools”."""
_SKILLS = re.compile(
    r"(?:\d+(?:\.\d+)*\.? )?(?:(?:technical|hard|soft|people|leadership|communication|domain|product|business"
    r"|design|craft|social|interpersonal|engineering|core|management|personal|industry|functional)(?: (?:and|&) \w+)?"
    r" (?:skills?|knowledge|experience|expertise|abilities|competenc(?:y|ies)))",
    re.IGNORECASE,
)
_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)


@dataclass(slots=True, eq=False)
class Section:
    """A part of a page. The first has no heading and depth 0."""

    depth: int
    title: str
    lines: range
    topic: Topic
    who: str = ""
    anchors: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    parent: Section | None = None
    brackets: str = ""
    holds_levels: bool = False
    """Whether a table right under it says what several levels are asked."""
    holds_figures: bool = False
    """Whether that table says it by figures of a scale."""
    is_level: bool = False
    """Whether it is a level’s beyond doubt: a sentence says so, or what stands beside it."""

    @property
    def is_for_everybody(self) -> bool:
        """Whether its heading says that it is meant for all levels."""
        return EVERYBODY.search(self.title) is not None

    @property
    def is_kind(self) -> bool:
        """Whether criteria of one kind are expected here."""
        return self.topic in _KINDS

    @property
    def titleish(self) -> bool:
        return looks_like_title(self.title)

    @property
    def has_list(self) -> bool:
        return any(isinstance(block, (Listing, Table)) for block in self.blocks)

    def is_inside(self, topic: Topic) -> bool:
        """Whether a heading around it is about this."""
        around = self.parent
        while around is not None:
            if around.topic is topic:
                return True
            around = around.parent
        return False

    def is_in(self, other: Section) -> bool:
        """Whether another section is around it."""
        around = self.parent
        while around is not None and around is not other:
            around = around.parent
        return around is other

    def subtree(self) -> Iterable[Section]:
        """This section and all inside it, in order."""
        yield self
        for child in self.children:
            yield from child.subtree()


_HEADING_BRACKETS = re.compile(
    r"^(.*?)\s*\(([^()]*\b(?:extends?|inherits|includes all|all of the|everything|in addition to|on top of"
    r"|builds (?:up)?on)\b[^()]*)\)\s*$",
    re.I,
)


def sections_of(blocks: Iterable[Block], topics: Mapping[int, Topic]) -> list[Section]:
    """The sections of a page in order; `topics` says what a person decided about the heading on a line."""
    result = [Section(0, "", range(0), Topic.NAME)]
    depth = 0
    every = with_entry_headings(list(with_opening_entries(blocks)))
    bare = bare_headings(every) or label_lines(every)
    for number, block in enumerate(every):
        heading = block if isinstance(block, Heading) else acting_heading(block, topics) or bare.get(number)
        if heading is None and isinstance(block, Paragraph):
            heading = label_at_end(block, every[number + 1 : number + 2])
            if heading is not None:
                result[-1].blocks.append(Paragraph(block.rows[:-1]))
        if heading is None:
            result[-1].blocks.append(block)
            continue
        section = _section(heading, topics)
        if heading.depth < BOLD_DEPTH:
            depth = heading.depth
        elif section.topic is Topic.NOTE and depth and not says_opposite(section.title):
            # A bold line names a category, or stresses a remark; it opens no chapter of notes.
            section.topic = Topic.NAME
        result.append(section)
        if isinstance(block, Paragraph) and block.rows[-1][0] >= heading.lines.stop:
            result[-1].blocks.append(Paragraph(block.rows[len(heading.lines) :]))
    _nest(result)
    _kinds_of_what_is_around(result, topics)
    _name_of_the_page(result)
    _names_over_kinds(result)
    _categories_of_skills(result)
    return result


_NAMED_AGAIN = re.compile(r"(?P<kind>[^:–—,|/(]{4,40}?)\s*(?:[:–—,|/(]|\s-\s)\s*(?P<name>[^()]{2,80}?)[\s):]*")


def _kinds_of_what_is_around(sections: list[Section], topics: Mapping[int, Topic]) -> None:
    """“Requirements – Payroll” inside “Payroll” says a kind of criteria, though that sounds like no level."""
    for section in sections:
        around = section.parent
        if section.topic is not Topic.NAME or around is None or section.lines.start in topics:
            continue
        found = _NAMED_AGAIN.fullmatch(plain(section.title))
        if found is None or not tokens(found["name"]) or tokens(found["name"]) != tokens(around.title):
            continue
        said = meaning(found["kind"])
        if said.topic in _KINDS:
            section.topic, section.who = said.topic, found["name"]


def _names_over_kinds(sections: list[Section]) -> None:
    """A title over a grade, or over both kinds of criteria, is one, whatever the name of a team in it is about."""
    for section in sections:
        if section.topic not in _OF_TEAMS or not section.titleish or _SAYS_KIND.search(plain(section.title)):
            continue
        ours = set(tokens(section.title))
        inside = {child.topic for child in section.children if set(tokens(child.who)) <= ours}
        if Topic.GRADE in inside or {Topic.RESPONSIBILITY, Topic.REQUIREMENT} <= inside:
            section.topic, section.who = Topic.NAME, ""


def _categories_of_skills(sections: list[Section]) -> None:
    """“Technical skills” beside “Delivery” and “People” is one of the categories; it says no kind of criteria."""
    for around in sections:
        kinds = [one for one in around.children if one.is_kind]
        if not kinds or not all(_SKILLS.fullmatch(plain(one.title).strip(" :")) for one in kinds):
            continue
        beside = [one for one in around.children if one.topic is Topic.NAME and one.has_list and not one.titleish]
        if len(beside) >= len(kinds) and len({one.depth for one in (*kinds, *beside)}) == 1:
            for one in kinds:
                one.topic, one.who = Topic.NAME, ""


def _name_of_the_page(sections: list[Section]) -> None:
    """The one heading over all others is a title, whatever its words are about."""
    top = [section for section in sections if section.depth == 1]
    inside = (Topic.NOTE, Topic.SPECIALTY, Topic.CONTENTS)
    if len(top) != 1 or sections[1] is not top[0]:
        return
    page = top[0]
    if (page.children and page.topic in inside) or (page.is_kind and _is_over_titles(page)):
        page.topic, page.who = Topic.NAME, ""


def _is_over_titles(section: Section) -> bool:
    """Whether a heading such as “Competencies of Bakers” is over the names of jobs, each with lists of its own."""
    filled = [one for one in section.children if any(inside.has_list for inside in one.subtree())]
    titled = [one for one in filled if one.topic is Topic.NAME and one.titleish]
    kinds = any(inside.is_kind for one in filled for inside in one.subtree())
    return len(tokens(section.title)) > 1 and not kinds and len(titled) > 1 and len(titled) * 2 > len(filled)


def _section(heading: Heading, topics: Mapping[int, Topic]) -> Section:
    text = heading.text
    brackets = ""
    if "(" in text and (found := _HEADING_BRACKETS.match(text)):
        text, brackets = found[1], found[2]
    found_meaning = meaning(text)
    decided = topics.get(heading.lines.start)
    if decided is not None:
        found_meaning = Meaning(decided)
    return Section(
        heading.depth,
        heading.text if not brackets else text,
        heading.lines,
        found_meaning.topic,
        found_meaning.who,
        heading.anchors,
        brackets=brackets,
    )


def _nest(sections: list[Section]) -> None:
    """Give each section its parent by depth."""
    open_sections = [sections[0]]
    for section in sections[1:]:
        while open_sections[-1].depth >= section.depth:
            open_sections.pop()
        section.parent = open_sections[-1]
        section.parent.children.append(section)
        open_sections.append(section)


def plain_title(section: Section) -> str:
    """The heading in plain words; one with a link keeps it."""
    if "](" in section.title:
        return section.title
    return plain(section.title).rstrip(": ").strip()


_NOT_SLUG = re.compile(r"[^\w\- ]")


def anchor_of(title: str) -> str:
    """The anchor that a site generator makes of a heading."""
    return _NOT_SLUG.sub("", plain(title).casefold()).strip().replace(" ", "-")
