"""Which sections of a page belong to a specialty: what looks like levels there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.level_grades import has_grade
from ladder_app.importers.meaning_words import Topic

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section


def specialty_sections(sections: list[Section]) -> set[int]:
    """The numbers of the sections that are a specialty’s, or hold specialties."""
    inside: set[int] = set()
    limit: int | None = None
    child = start = 0
    for i, section in enumerate(sections):
        if limit is not None:
            if child == 0:
                child = section.depth
                limit = min(limit, child - 1)
            over = section.depth <= limit or (
                section.depth <= child and section.topic in (Topic.HIRING, Topic.INDICATOR, Topic.NOTE)
            )
            if over or _is_graded_level(sections, i) or _is_of_all(sections, start, i):
                limit = None
            else:
                inside.add(i)
                continue
        if section.topic is Topic.SPECIALTY and section.depth:
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


def _is_graded_level(sections: list[Section], i: int) -> bool:
    section = sections[i]
    return section.topic is Topic.NAME and section.titleish and has_grade(sections, i)


def _is_of_all(sections: list[Section], start: int, i: int) -> bool:
    """Whether criteria beside the specialties, and not inside one of them, are said once for all of them."""
    section = sections[i]
    if not section.is_kind or section.who or section.depth != sections[start].depth or i == start + 1:
        return False
    beside = [other for other in sections[start + 1 :] if other.depth == section.depth and not other.who]
    return sum(other.topic is section.topic for other in beside) == 1
