"""What is to be asked about sections of a page of which less was understood than their headings promise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Listing, Paragraph, Table
from ladder_app.importers.criteria import kind_rows, labelled_rows
from ladder_app.importers.drafts import DraftQuestion
from ladder_app.importers.lengths import words_in
from ladder_app.importers.page_prose import is_prose
from ladder_app.importers.result import Asks
from ladder_app.importers.sections import plain_title
from ladder_app.importers.words import looks_like_title, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ladder_app.importers.blocks import Block
    from ladder_app.importers.sections import Section

_FEWEST = 2
_NAME = 3
"""How many words an entry has at least, on average, that does more than name a level."""
_LEAST_TOLD = 12


def question_of_unread(section: Section) -> Iterator[DraftQuestion]:
    """A question about a heading that speaks of levels, on a page where none was found."""
    if any(map(_could_tell, section.blocks)):
        message = f"“{plain_title(section)}” speaks of levels, but none was found in it; does it tell of some?"
        yield DraftQuestion(section.lines.start, Asks.LEVELS, message)


def _could_tell(block: Block) -> bool:
    if isinstance(block, Listing):
        links = sum("](" in item.text for item in block.items)
        words = sum(words_in(plain(item.text)) + len(item.children) for item in block.items)
        return len(block.items) >= _FEWEST and links * 2 < len(block.items) and words >= _NAME * len(block.items)
    if isinstance(block, Table):
        cells = [cell for row in block.rows[1:] for cell in row.cells if cell]
        return len(block.rows) > _FEWEST and sum(map(words_in, cells)) >= _NAME * len(cells)
    return isinstance(block, Paragraph) and len(labelled_rows(block)) >= _FEWEST


def told_in_brief(heads: Sequence[Section]) -> list[Section]:
    """The levels, if all are told of in one paragraph each and in nothing else; none if they are not."""
    told = [head for head in heads if len(head.blocks) == 1 and _tells(head.blocks[0])]
    return told if len(told) == len(heads) > 1 else []


_DUTY = re.compile(
    r"(?:we|the company) (?:expects?|asks?|trusts?|relies|rely)\b"
    r"|(?:in this role,? )?you(?:'ll| will)? (?!(?:are|have|need|can"
    r"|may|get|receive|will (?:get|receive|have|need|love|enjoy)|love|enjoy|should (?:have|know))\b)\w+",
    re.IGNORECASE,
)
"""How a paragraph begins that says what somebody is to do."""


def tells_of_duties(section: Section, title: str) -> bool:
    """Whether under a name there is prose alone that says what somebody is to do: “We expect you to …”."""
    if not section.depth or section.children or not is_prose(section) or not looks_like_title(title):
        return False
    texts = [plain(block.text) for block in section.blocks if isinstance(block, Paragraph)]
    return all(_DUTY.match(text) is not None for text in texts) and not section.titleish


def question_of_prose(told: Sequence[Section]) -> DraftQuestion:
    """What is asked about paragraphs that were taken for criteria, as nothing else is."""
    further = len(told) - 1
    said = f"“{plain_title(told[0])}”" + (f" and {further} more are" if further else " is")
    message = f"{said} told of in prose alone; each text was taken for a responsibility. Is that right?"
    lines = tuple(block.lines for head in told for block in head.blocks)
    return DraftQuestion(told[0].lines.start, Asks.SHARED, message, lists=lines)


def _tells(block: Block) -> bool:
    return isinstance(block, Paragraph) and words_in(block.text) >= _LEAST_TOLD and not kind_rows(block)
