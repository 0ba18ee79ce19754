"""Which sections of a page belong to a specialty: what looks like levels there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Paragraph
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.left_over import entries_of
from ladder_app.importers.level_grades import has_grade
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.result import Asks
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section


def specialty_sections(sections: list[Section]) -> set[int]:
    """The numbers of the sections that are a specialty’s, or hold specialties."""
    inside: set[int] = set()
    limit: int | None = None
    own = set(map(id, parts_with_kinds(sections)))
    child = start = 0
    for i, section in enumerate(sections):
        if limit is not None:
            if child == 0:
                child = section.depth
                limit = min(limit, child - 1)
            over = section.depth <= limit or (
                section.depth <= child and section.topic in (Topic.HIRING, Topic.INDICATOR, Topic.NOTE)
            )
            if over and _is_of_a_level(sections, start, i):
                limit, child, over = section.depth - 1, section.depth, False
            if over or _is_graded_level(sections, i) or _is_of_all(sections, start, i):
                limit = None
            else:
                inside.add(i)
                continue
        if id(section) in own:
            inside.update(range(i, i + len(list(section.subtree()))))
        elif i in inside:
            continue
        elif _tells_of_a_specialty(section):
            inside.add(i)
        elif section.topic is Topic.SPECIALTY and section.depth:
            following = sections[i + 1] if i + 1 < len(sections) else None
            limit, child, start = section.depth, 0, i
            if following is not None and following.depth == section.depth and not section.children:
                # A container whose parts stand beside it; if nothing is inside, it holds only its own text.
                limit = section.depth - (0 if following.topic is not Topic.NAME or section.has_list else 1)
            elif not section.children and following is not None and following.topic is not Topic.NAME:
                limit = section.depth
                child = section.depth + 1
            inside.add(i)
    return inside


def parts_with_kinds(sections: list[Section]) -> list[Section]:
    """Named parts among the criteria that have duties and needs of their own, as those of one field of work have."""
    found = [
        section
        for section in sections
        if section.topic is Topic.NAME
        and section.parent is not None
        and section.parent.is_kind
        and {Topic.RESPONSIBILITY, Topic.REQUIREMENT} <= {child.topic for child in section.children}
        and not names_level(section.title)
    ]
    return found if len(found) > 1 else []


def question_of_parts(sections: list[Section]) -> DraftQuestion | None:
    """What is asked where such parts were taken for specialties."""
    parts = parts_with_kinds(sections)
    if not parts:
        return None
    names = ", ".join(f"“{plain(part.title)}”" for part in parts[:_NAMED]) + ("…" if len(parts) > _NAMED else "")
    message = f"{names} have duties and needs of their own and were taken for specialties; or are these for all?"
    return DraftQuestion(
        parts[0].lines.start, Asks.SHARED, message, lists=entries_of([one for part in parts for one in part.subtree()])
    )


_NAMED = 3
_IN_BRACKETS = re.compile(r"(.+\w)\s*\([^()]+\)")
_IS_ONE = re.compile(
    r"(?:the|this) (?:[\w&/-]+ ){0,4}speciali?(?:ty|[sz]ation|sm)\b|.{0,40}\bspecialty (?:maps|covers|focuses|will)\b",
    re.IGNORECASE,
)


def _tells_of_a_specialty(section: Section) -> bool:
    """Whether the first sentence under a heading, which has nothing else, says that it is a specialty."""
    if section.topic is not Topic.NAME or section.children or not section.depth or not section.blocks:
        return False
    first = section.blocks[0]
    return isinstance(first, Paragraph) and not section.has_list and _IS_ONE.match(first.text) is not None


def _is_graded_level(sections: list[Section], i: int) -> bool:
    section = sections[i]
    return section.topic is Topic.NAME and section.titleish and has_grade(sections, i)


def _is_of_a_level(sections: list[Section], start: int, i: int) -> bool:
    """Whether beside the heading of the specialties stands one of them: “Baker (Rye)”, where “Baker” is a level."""
    section = sections[i]
    found = _IN_BRACKETS.fullmatch(plain(section.title))
    if found is None or section.topic is not Topic.NAME or section.depth != sections[start].depth:
        return False
    return any(tokens(other.title) == tokens(found[1]) for other in sections[:start] if other.topic is Topic.NAME)


def _is_of_all(sections: list[Section], start: int, i: int) -> bool:
    """Whether criteria beside the specialties, and not inside one of them, are said once for all of them."""
    section = sections[i]
    if not section.is_kind or section.who or section.depth != sections[start].depth or i == start + 1:
        return False
    beside = [other for other in sections[start + 1 :] if other.depth == section.depth and not other.who]
    return sum(other.topic is section.topic for other in beside) == 1
