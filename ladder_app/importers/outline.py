"""Sections → levels: which headings name a level, and to which level each section belongs.

Authors put levels at every depth, under a “Levels” heading or not, beside the headings of their own
sections or above them. So depth alone decides nothing: a heading is a level by what follows it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ladder_app.importers.grades import grade_in
from ladder_app.importers.sections import BOLD_DEPTH, Section
from ladder_app.importers.words import Topic, looks_like_title, plain, ranks, tokens

_CLOSING = frozenset((Topic.INDICATOR, Topic.HIRING, Topic.NOTE, Topic.SPECIALTY, Topic.CONTENTS))


class Belongs:
    """Where a section belongs when it is not a level's: to the whole page, or to a specialty."""

    PAGE = "page"
    SPECIALTY = "specialty"


@dataclass(slots=True)
class Rung:
    """A level as the outline has it, with every section that is its own."""

    title: str
    head: Section | None
    sections: list[Section] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def depth(self) -> int:
        return self.head.depth if self.head else BOLD_DEPTH


@dataclass(slots=True)
class Outline:
    """All sections in order, each with its level (a `Rung`), or with none."""

    sections: list[Section]
    rungs: list[Rung]
    owner: dict[int, Rung]
    specialties: set[int]
    kind_of: dict[int, Topic]
    """The kind of criteria for a section that has none of its own name, from the section around it."""


class _Outliner:
    """Walks over the sections once, keeping the level that is open."""

    def __init__(self, sections: list[Section], role_title: str) -> None:
        self._all = sections
        self._index = {id(section): i for i, section in enumerate(sections)}
        self._role_title = role_title
        self._specialties = self._specialty_sections()
        self._repeated = self._repeated_names()
        self._levels_at = [i for i, s in enumerate(sections) if s.topic is Topic.LEVELS and s.depth]
        self._graded = any(self._has_grade(i) for i in range(len(sections)) if sections[i].topic is Topic.NAME)
        self.outline = Outline(sections, [], {}, self._specialties, {})
        self._any_name = False
        self._has_headings = any(self._is_level(i, None) for i in range(len(sections)))
        if not self._has_headings:
            # No heading sounds like a title: then any that holds the sections of a level is one.
            self._any_name = True
            self._has_headings = any(self._is_level(i, None) for i in range(len(sections)))

    # Specialties

    def _specialty_sections(self) -> set[int]:
        inside: set[int] = set()
        limit: int | None = None
        child = 0
        for i, section in enumerate(self._all):
            if limit is not None:
                if child == 0:
                    child = section.depth
                    limit = min(limit, child - 1)
                over = section.depth <= limit or (
                    section.depth <= child and section.topic in (Topic.HIRING, Topic.INDICATOR, Topic.NOTE)
                )
                if over or self._is_graded_level(i):
                    limit = None
                else:
                    inside.add(i)
                    continue
            if section.topic is Topic.SPECIALTY and section.depth:
                following = self._all[i + 1] if i + 1 < len(self._all) else None
                limit, child = section.depth, 0
                if following is not None and following.depth == section.depth and not section.children:
                    # A container whose parts stand beside it; if nothing is inside, it holds only its own text.
                    limit = section.depth - (0 if following.topic is not Topic.NAME or section.has_list else 1)
                elif not section.children and following is not None and following.topic is not Topic.NAME:
                    limit = section.depth
                    child = section.depth + 1
                inside.add(i)
        return inside

    def _is_graded_level(self, i: int) -> bool:
        section = self._all[i]
        return section.topic is Topic.NAME and section.titleish and self._has_grade(i)

    def _has_grade(self, i: int) -> bool:
        section = self._all[i]
        if any(grade_in(text) for text in _paragraphs(section)):
            return True
        for other in self._all[i + 1 : i + 4]:
            if other.topic is Topic.LEVELS or (other.topic is Topic.NAME and other.depth <= section.depth):
                return False
            if other.topic is Topic.NAME and other.titleish and tokens(other.title) != tokens(section.title):
                return False
            near = other.depth > section.depth or not other.who or _resembles(other.who, section.title)
            if other.topic is Topic.GRADE and near:
                return any(grade_in(text) for text in _paragraphs(other))
        return False

    # Levels

    def _repeated_names(self) -> frozenset[str]:
        """Names that come back under different headings: categories, not levels."""
        seen: dict[str, set[int]] = {}
        for section in self._all:
            if section.topic is Topic.NAME and section.parent is not None and section.depth > 1:
                seen.setdefault(plain(section.title).casefold(), set()).add(id(section.parent))
        return frozenset(name for name, parents in seen.items() if len(parents) > 1)

    def _is_level(self, i: int, open_kind: Section | None) -> bool:
        section = self._all[i]
        if section.topic is not Topic.NAME or not section.depth:
            return False
        deep, flat_named, flat = self._evidence(i)
        if i in self._specialties:
            return False
        graded = self._has_grade(i)
        if not graded and self._in_closing(section):
            return False
        within = self._directly_in_levels(i)
        if self._is_introduction(i, graded=graded):
            return False
        repeated = plain(section.title).casefold() in self._repeated and not graded and not deep
        if graded and (section.titleish or deep or within):
            return True
        if repeated:
            return False
        if open_kind is not None and section.depth > open_kind.depth and not deep:
            return False
        if open_kind is not None and section.depth >= BOLD_DEPTH and not (section.titleish and (deep or within)):
            return False
        if section.titleish:
            return deep or flat_named or flat or within or self._holds_criteria(i)
        inside = any(child.is_kind for child in section.children)
        return (within and deep) or (self._any_name and inside and not self._is_of_the_page(section))

    def _is_of_the_page(self, section: Section) -> bool:
        """Whether it stands for the whole page: its title, or the only heading of its depth among its sections."""
        return tokens(section.title) == tokens(self._role_title) or section.depth == 1

    @staticmethod
    def _in_closing(section: Section) -> bool:
        """Whether it is a part of the hiring process and the like."""
        around = section.parent
        while around is not None:
            if around.topic in _CLOSING:
                return True
            around = around.parent
        return False

    def _evidence(self, i: int) -> tuple[bool, bool, bool]:
        """Whether kinds of criteria follow: inside, beside with its name, or beside without."""
        section = self._all[i]
        deep = flat_named = flat = False
        for other in self._all[i + 1 :]:
            if other.topic is Topic.NAME and other.depth <= section.depth:
                break
            if other.topic in (Topic.LEVELS, *_CLOSING) and other.depth <= section.depth:
                break
            if other.topic is Topic.NAME and other.titleish and not self._all_same(other, section):
                another = any(child.topic is Topic.GRADE or child.is_kind for child in other.children)
                if another:
                    break
            if other.topic is Topic.GRADE or other.is_kind:
                if other.depth > section.depth:
                    deep = True
                elif other.who and _resembles(other.who, section.title):
                    flat_named = True
                elif not other.who:
                    flat = True
        return deep, flat_named, flat

    @staticmethod
    def _all_same(one: Section, other: Section) -> bool:
        return tokens(one.title) == tokens(other.title)

    def _is_introduction(self, i: int, *, graded: bool) -> bool:
        """A heading before the “Levels” heading that holds what all levels share, or only a welcome."""
        if graded:
            return False
        section = self._all[i]
        for other in self._all[i + 1 :]:
            if other.topic is Topic.LEVELS:
                return True
            if other.topic is Topic.NAME and other.depth <= section.depth:
                return False
            if other.topic is Topic.GRADE:
                return False
        return False

    def _directly_in_levels(self, i: int) -> bool:
        section = self._all[i]
        for at in reversed(self._levels_at):
            if at > i:
                continue
            container = self._all[at]
            following = [s for s in self._all[at + 1 :] if s.topic is Topic.NAME]
            if not following:
                return False
            child = following[0].depth
            between = self._all[at + 1 : i]
            if any(s.depth <= container.depth and s.topic in _CLOSING for s in between):
                return False
            return section.depth == child and child >= container.depth
        return False

    def _holds_criteria(self, i: int) -> bool:
        """Lists or tables right under it or in categories of its own, and others like it on the page."""
        section = self._all[i]
        if not (section.has_list or any(s.has_list for s in section.subtree())):
            return False
        alike = [s for s in self._all if s.depth == section.depth and s.topic is Topic.NAME and s.titleish]
        return len(alike) > 1

    # The walk

    def walk(self) -> Outline:
        current: Rung | None = None
        open_kind: Section | None = None
        closed = False
        rungs = self.outline.rungs
        owner = self.outline.owner
        for i, section in enumerate(self._all):
            if i in self._specialties:
                if section.topic is Topic.SPECIALTY and current and section.depth > current.depth:
                    owner[i] = current
                elif current is None or section.depth <= current.depth:
                    closed = True
                elif i - 1 in owner and i - 1 in self._specialties:
                    owner[i] = owner[i - 1]
                open_kind = None
                continue
            if open_kind is not None and section.depth <= open_kind.depth:
                open_kind = None
            if open_kind is not None and section.topic is Topic.NAME and section.depth > open_kind.depth:
                again = self._known(section.title)
                if again is not None:
                    owner[i] = again
                    again.sections.append(section)
                    self.outline.kind_of[i] = open_kind.topic
                    continue
            if current is not None and section.topic is Topic.NAME and tokens(section.title) == tokens(current.title):
                graded_again = self._has_grade(i) and section.depth <= current.depth
                if not graded_again or not current.sections[1:]:
                    owner[i] = current
                    current.sections.append(section)
                    continue
            if self._is_level(i, open_kind):
                current = Rung(section.title, section, [section])
                rungs.append(current)
                owner[i] = current
                closed = False
                open_kind = None
                continue
            if section.is_kind or section.topic is Topic.GRADE:
                if section.is_kind:
                    open_kind = section
                named = self._implicit(section, current)
                if named is not None:
                    current, closed = named, False
                if current is not None and not self._is_not_its_own(section, current, closed=closed):
                    self._own(i, section, current)
                continue
            if section.topic in (Topic.LEVELS,):
                if current is None or section.depth <= current.depth or not self._levels_inside(i):
                    closed = closed or current is not None
                    if current is not None and section.depth > current.depth:
                        closed = False
                continue
            if section.topic in _CLOSING and current is not None and section.depth <= current.depth:
                if section.who and _resembles(section.who, current.title):
                    self._own(i, section, current)
                else:
                    closed = True
                continue
            if current is not None and not closed and (section.depth > current.depth):
                self._own(i, section, current)
                if open_kind is not None and section.topic is Topic.NAME:
                    self.outline.kind_of[i] = open_kind.topic
                continue
            if open_kind is not None and section.topic is Topic.NAME:
                self.outline.kind_of[i] = open_kind.topic
        return self.outline

    @staticmethod
    def _is_not_its_own(section: Section, current: Rung, *, closed: bool) -> bool:
        """Whether a section beside or above the open level is another's."""
        if section.depth > current.depth or section.who:
            return False
        return closed or (section.topic is Topic.GRADE and any(s.topic is Topic.GRADE for s in current.sections))

    def _levels_inside(self, i: int) -> bool:
        return any(s.topic is Topic.NAME for s in self._all[i].children)

    def _own(self, i: int, section: Section, rung: Rung) -> None:
        self.outline.owner[i] = rung
        rung.sections.append(section)
        if section.who:
            rung.aliases.append(section.who)

    def _known(self, title: str) -> Rung | None:
        wanted = Counter(tokens(title))
        for rung in self.outline.rungs:
            if Counter(tokens(rung.title)) == wanted:
                return rung
        return None

    def _implicit(self, section: Section, current: Rung | None) -> Rung | None:
        """The level that “Senior Engineer Responsibilities” names, where no heading of its own does."""
        who = section.who
        if not who or not looks_like_title(who) or self._has_headings:
            return None
        if current is not None and (section.depth > current.depth or _resembles(who, current.title)):
            return None
        known = self._known(who)
        if known is not None:
            return known
        if current is not None and current.head is not None:
            return None
        if _resembles(who, self._role_title) and not ranks(who):
            return None
        if len(tokens(who)) == 1 and not ranks(who):
            return None
        rung = Rung(_as_written(section, who), None)
        self.outline.rungs.append(rung)
        return rung


def _as_written(section: Section, who: str) -> str:
    title = plain(section.title)
    at = title.casefold().find(who)
    return title[at : at + len(who)] if at >= 0 else who


def _resembles(one: str, other: str) -> bool:
    first, second = set(tokens(one)), set(tokens(other))
    if not first or not second or ranks(one) != ranks(other):
        return False
    return len(first & second) * 2 >= min(len(first), len(second)) * 1.5


def _paragraphs(section: Section) -> list[str]:
    from ladder_app.importers.blocks import Paragraph

    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def outline_of(sections: list[Section], role_title: str) -> Outline:
    """The levels of a page, and the level of each section."""
    return _Outliner(sections, role_title).walk()
