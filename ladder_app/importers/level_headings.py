"""Which headings name a level.

Authors put levels at every depth, under a “Levels” heading or not, beside the headings of their own
sections or above them. So depth alone decides nothing: a heading is a level by what follows it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.blocks import Block, Paragraph
from ladder_app.importers.level_grades import has_grade, resembles
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.page_prose import holds_prose_only
from ladder_app.importers.words import NUMBERED, RANKS, plain, ranks, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

CLOSING = frozenset((Topic.INDICATOR, Topic.HIRING, Topic.NOTE, Topic.SPECIALTY, Topic.CONTENTS))
"""What stands behind the levels of a page, or behind a level."""


_OF_ANY = frozenset(
    ("about", "description", "overview", "summary", "introduction", "our", "your", "this", "in", "brief")
)
"""Words of headings that could stand on any page."""


_SEVERAL = 2
_FIRST_WORDS = 200
"""How many characters of a paragraph are looked at for whom it is about."""
_VERBS = (("is",), ("are",), ("has",), ("have",), ("can",), ("will",), ("must",), ("should",))
_HIGHER = frozenset(("senior", "staff", "principal", "lead", "head", "chief", "distinguished"))


_DOCUMENTS = frozenset(("ladder", "framework", "matrix", "handbook", "overview", "rubric", "philosophy", "progression"))


def _names_a_document(section: Section) -> bool:
    """Whether it is called as what levels are written down in: “Baker Career Ladder”."""
    words = tokens(section.title)
    return len(words) > 1 and words[-1] in _DOCUMENTS


def _reports(block: Block) -> bool:
    return isinstance(block, Paragraph) and " reports to " in block.text


def _said_how_far(section: Section) -> frozenset[str]:
    """The words of a name that say how far up it is: its rank, or its number."""
    return frozenset(word for word in tokens(section.title) if word in RANKS or NUMBERED.fullmatch(word))


class LevelHeadings:
    """Tells the headings of levels from all others."""

    def __init__(self, sections: list[Section], role_title: str, specialties: set[int]) -> None:
        self._all = sections
        self._role_title = role_title
        self._specialties = specialties
        self._repeated = self._repeated_names()
        self._levels_at = [i for i, s in enumerate(sections) if s.topic is Topic.LEVELS and s.depth]
        self._closed: dict[int, int] = {}
        self._any_name = False
        self._prose_only = holds_prose_only(sections)
        self._sure: list[tuple[int, set[str]]] = []
        self.any = any(self.is_level(i, None) for i in range(len(sections)))
        if not self.any:
            # No heading sounds like a title: then any that holds the sections of a level is one.
            self._any_name = True
            self.any = any(self.is_level(i, None) for i in range(len(sections)))
        if not self._any_name:
            levels = [section for i, section in enumerate(sections) if self.is_level(i, None)]
            self._sure = [(section.depth, set(tokens(section.title))) for section in levels]

    def is_level(self, i: int, open_kind: Section | None) -> bool:
        """Whether section `i` is a level’s, `open_kind` being the section of criteria that it would end."""
        section = self._all[i]
        if section.topic is not Topic.NAME or not section.depth:
            return False
        if section.is_level:
            return True
        deep, flat_named, flat = self._evidence(i)
        if i in self._specialties or _OF_ANY.issuperset(tokens(section.title)) or _names_a_document(section):
            return False
        graded = has_grade(self._all, i)
        if not graded and self._in_closing(section):
            return False
        within = self._directly_in_levels(i)
        if self._is_introduction(i, graded=graded):
            return False
        repeated = plain(section.title).casefold() in self._repeated and not graded and not deep
        if not graded and any(inside.holds_levels for inside in section.subtree()):
            return False
        if graded and (section.titleish or deep or within):
            return True
        if repeated:
            return False
        if open_kind is not None and section.depth > open_kind.depth and not deep:
            return False
        if open_kind is not None and section.depth >= BOLD_DEPTH and not (section.titleish and (deep or within)):
            return False
        if open_kind is not None and section.depth > open_kind.depth and not section.titleish:
            return False
        if self._is_over_levels(section):
            return False
        if section.depth == 1 and self._is_said_again_inside(section):
            return False
        if section.titleish:
            return (
                deep
                or flat_named
                or flat
                or within
                or self._holds_criteria(i)
                or self._holds_prose(section)
                or self._is_between(section)
            )
        inside = any(child.is_kind for child in section.children)
        return (
            (within and deep)
            or (deep and self._is_kin(section))
            or self._tells_who_it_is(section)
            or (self._any_name and inside and not self._is_of_the_page(section))
        )

    @staticmethod
    def _is_said_again_inside(section: Section) -> bool:
        """Whether it is the title of a page that has a level of the same name, beside others."""
        inside = [child for child in section.children if child.topic is Topic.NAME and child.titleish]
        return len(inside) > 1 and any(tokens(child.title) == tokens(section.title) for child in inside)

    def _is_kin(self, section: Section) -> bool:
        """Whether it is called as a level beside it is, but for its rank: “Baker” beside “Head Baker”."""
        words = set(tokens(section.title))
        return bool(words) and any(depth == section.depth and words < other for depth, other in self._sure)

    def _tells_who_it_is(self, section: Section) -> bool:
        """Whether it begins with a sentence about who is called so, as no level beside it needs to: “Millers are …”."""
        first = section.blocks[0] if section.blocks else None
        if not section.has_list or not isinstance(first, Paragraph):
            return False
        if sum(depth == section.depth for depth, _ in self._sure) < _SEVERAL:
            return False
        name, said = tokens(section.title), tokens(first.text[:_FIRST_WORDS])
        return bool(name) and said[: len(name)] == name and said[len(name) : len(name) + 1] in _VERBS

    def _is_over_levels(self, section: Section) -> bool:
        """Whether it only brings levels together, such as “Individual Contributors”."""
        if section.blocks and section.has_list:
            return False
        inside = [child for child in section.children if child.topic is Topic.NAME and child.titleish]
        others = [child for child in section.children if child not in inside and child.topic not in CLOSING]
        filled = [child for child in inside if any(one.blocks for one in child.subtree())]
        return len(filled) > 1 and not others and section.depth < BOLD_DEPTH

    def _repeated_names(self) -> frozenset[str]:
        """Names that come back under different headings: categories, not levels."""
        seen: dict[str, set[int]] = {}
        for section in self._all:
            if section.topic is Topic.NAME and section.parent is not None and section.depth > 1:
                seen.setdefault(plain(section.title).casefold(), set()).add(id(section.parent))
        return frozenset(name for name, parents in seen.items() if len(parents) > 1)

    def _is_of_the_page(self, section: Section) -> bool:
        """Whether it stands for the whole page: its title, the heading over all, or no name at all, such as “Role”."""
        words = tokens(section.title)
        return words == tokens(self._role_title) or section.depth == 1 or _OF_ANY.issuperset(words)

    @staticmethod
    def _in_closing(section: Section) -> bool:
        """Whether it is a part of the hiring process and the like."""
        around = section.parent
        while around is not None:
            if around.topic in CLOSING:
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
            if other.topic in (Topic.LEVELS, *CLOSING) and other.depth <= section.depth:
                break
            if other.topic is Topic.NAME and other.titleish and not self._all_same(other, section):
                another = any(child.topic is Topic.GRADE or child.is_kind for child in other.children)
                if another:
                    break
            if other.topic is Topic.GRADE or other.is_kind:
                if other.depth > section.depth:
                    deep = True
                elif other.who and resembles(other.who, section.title):
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
        for at in range(i + 1, len(self._all)):
            other = self._all[at]
            if other.topic is Topic.LEVELS:
                return not self._is_lowest(section, at)
            if other.topic is Topic.NAME and other.depth <= section.depth:
                return False
            if other.topic is Topic.GRADE or (other.topic in CLOSING and other.depth < section.depth):
                return False
        return False

    def _is_lowest(self, section: Section, levels_at: int) -> bool:
        """Whether what stands before the “Levels” heading is a level too: it reports to somebody, the rest is higher.

        “Baker”, where the levels are “Senior Baker” and higher ones; else it is what all of them share.
        """
        ours = set(tokens(section.title))
        if not ours or section.depth < self._all[levels_at].depth or not any(_reports(one) for one in section.blocks):
            return False
        names = [set(tokens(s.title)) for s in self._all[levels_at + 1 :] if s.topic is Topic.NAME and s.titleish]
        higher = [name for name in names if ours < name]
        return bool(higher) and all(name & _HIGHER for name in higher) and ours not in names

    def _directly_in_levels(self, i: int) -> bool:
        section = self._all[i]
        for at in reversed(self._levels_at):
            if at > i:
                continue
            container = self._all[at]
            following = islice(self._all, at + 1, None)
            child = next((s.depth for s in following if s.topic is Topic.NAME), None)
            if child is None or self._closed_at(at) < i:
                return False
            return section.depth == child and child >= container.depth
        return False

    def _closed_at(self, levels_at: int) -> int:
        """Where what the heading of all levels holds is closed by a heading of its own depth or above."""
        if levels_at not in self._closed:
            depth = self._all[levels_at].depth
            following = enumerate(islice(self._all, levels_at + 1, None), levels_at + 1)
            closing = (number for number, s in following if s.depth <= depth and s.topic in CLOSING)
            self._closed[levels_at] = next(closing, len(self._all))
        return self._closed[levels_at]

    def _holds_criteria(self, i: int) -> bool:
        """Lists or tables right under it or in categories of its own, and others like it on the page."""
        section = self._all[i]
        if not (section.has_list or any(s.has_list for s in section.subtree())):
            return False
        alike = [s for s in self._all if s.depth == section.depth and s.topic is Topic.NAME and s.titleish]
        return len(alike) > 1

    def _holds_prose(self, section: Section) -> bool:
        """Texts right under it, on a page of nothing else, and others like it of another rank."""
        if not self._prose_only or not section.blocks:
            return False
        alike = [s for s in self._all if s.depth == section.depth and s.topic is Topic.NAME and s.titleish and s.blocks]
        return len({ranks(s.title) for s in alike}) > 1

    def _is_between(self, section: Section) -> bool:
        """Texts under a name that differs only in rank or number from those of levels beside it which hold lists."""
        said = _said_how_far(section)
        if not section.blocks or not said:
            return False
        bare = set(tokens(section.title)) - said
        beside = section.parent.children if section.parent is not None else []
        alike = [s for s in beside if s.titleish and any(one.has_list for one in s.subtree())]
        kin = [
            s
            for s in alike
            if s is not section and s.topic is Topic.NAME and set(tokens(s.title)) - _said_how_far(s) == bare
        ]
        return bool(bare) and len(kin) > 1
