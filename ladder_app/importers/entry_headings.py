"""Entries of a list that stand alone over another list: “1. Senior Baker”, and below it what a senior baker does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.importers.acting_headings import BOLD_DEPTH
from ladder_app.importers.blocks import Block, Heading, Listing, Paragraph
from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.inheritance import reference_in
from ladder_app.importers.level_names import without_remark
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2


def with_entry_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where lists of one entry name levels over what follows them, those entries are headings."""
    alone = {number: name for number in range(len(blocks) - 1) if (name := _name_over(blocks, number))}
    sure = [set(tokens(without_remark(name))) for name in alone.values() if names_level(name)]
    named = {number: name for number, name in alone.items() if names_level(name) or _is_kin(name, sure)}
    names = [tokens(without_remark(name)) for name in named.values()]
    if len(names) < _FEWEST or len(set(names)) < len(names):
        return list(blocks)
    return [
        Heading(BOLD_DEPTH, named[number], block.lines) if number in named else block
        for number, block in enumerate(blocks)
    ]


def _is_kin(name: str, sure: list[set[str]]) -> bool:
    """Whether a name is one of these but for its rank: “Baker” beside “Senior Baker”."""
    words = set(tokens(without_remark(name)))
    return bool(words) and any(words < other for other in sure)


def _name_over(blocks: Sequence[Block], number: int) -> str:
    """What a list has as its only entry, over other blocks; empty if it is a sentence, or no heading of theirs."""
    block, following = blocks[number], blocks[number + 1]
    if not isinstance(block, Listing) or len(block.items) > 1 or block.items[0].children:
        return ""
    if not isinstance(following, (Listing, Paragraph)):
        return ""
    text = block.items[0].text
    if text.rstrip().endswith((".", ";", ",")) or meaning(text).topic is not Topic.NAME:
        return ""
    # “Extends the Baker responsibilities” names a level, but it is not its heading.
    return "" if reference_in(text) is not None else text
