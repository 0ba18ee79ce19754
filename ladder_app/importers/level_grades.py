"""Which headings are followed by a grade of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Paragraph
from ladder_app.importers.grades import grade_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.words import ranks, tokens

if TYPE_CHECKING:
    from ladder_app.importers.blocks import Block
    from ladder_app.importers.sections import Section


def has_grade(sections: list[Section], i: int) -> bool:
    """Whether a grade stands under the heading of section `i`, or in a section of its own that follows."""
    section = sections[i]
    if any(grade_in(text) for text in _paragraphs(section)):
        return True
    for other in sections[i + 1 : i + 4]:
        if other.topic is Topic.LEVELS or (other.topic is Topic.NAME and other.depth <= section.depth):
            return False
        if other.topic is Topic.NAME and other.titleish and tokens(other.title) != tokens(section.title):
            return False
        near = other.depth > section.depth or not other.who or resembles(other.who, section.title)
        if other.topic is Topic.GRADE and near:
            if any(_gives_several(block) for block in other.blocks):
                return False
            return any(grade_in(text) for text in _paragraphs(other))
    return False


def _gives_several(block: Block) -> bool:
    """Whether each line of a paragraph gives a grade of its own: those are of as many levels."""
    return isinstance(block, Paragraph) and len(block.rows) > 1 and all(grade_in(row) for _, row in block.rows)


def resembles(one: str, other: str) -> bool:
    """Whether two names are of one level: of the same rank, and with most words in common."""
    first, second = set(tokens(one)), set(tokens(other))
    if not first or not second or ranks(one) != ranks(other):
        return False
    return len(first & second) * 2 >= min(len(first), len(second)) * 1.5


def _paragraphs(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]
