"""Lines in bold that are statements of their own, such as “**Has baked for five years.**”, and head nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.blocks import Paragraph
from ladder_app.importers.lengths import words_in

if TYPE_CHECKING:
    from ladder_app.importers.sections import Section

_LEAST = 5
"""How many words such a statement has."""


def with_bold_statements(sections: list[Section]) -> list[Section]:
    """The sections, those that are but a statement given to the one before them."""
    result: list[Section] = []
    for section in sections:
        if result and _is_statement(section):
            text = Paragraph([(section.lines.start, section.title)])
            result[-1].blocks.append(text)
            if section.parent is not None:
                section.parent.children = [child for child in section.parent.children if child is not section]
        else:
            result.append(section)
    return result


def _is_statement(section: Section) -> bool:
    if section.depth != BOLD_DEPTH or section.blocks or section.children or len(section.lines) != 1:
        return False
    return section.title.rstrip().endswith((".", "!", "。")) and words_in(section.title) >= _LEAST
