"""Performance indicators and hiring steps, as bullets, numbers or prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Block, Item, Listing, Paragraph
from ladder_app.importers.criteria import NOTHING_YET
from ladder_app.importers.drafts import DraftHiring, DraftIndicator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINK_ALONE = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")


def _is_said_around(text: str) -> bool:
    """Whether prose among indicators is none itself: it leads in, points elsewhere, or says that there are none yet."""
    return text.rstrip().endswith(":") or NOTHING_YET.fullmatch(text) is not None or text.startswith(_AROUND)


_AROUND = ("Additional details", "More information", "See ", "Read more")


def indicators_in(blocks: list[Block]) -> Iterator[tuple[DraftIndicator | None, range]]:
    """The indicators with their lines; none for what is only said around them."""
    listed = any(isinstance(block, Listing) for block in blocks)
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                said = item.text and NOTHING_YET.fullmatch(item.text) is None
                yield (_indicator(item) if said else None), item.all_lines
        elif isinstance(block, Paragraph) and not listed and not _is_said_around(block.text):
            yield _indicator(Item(block.text, block.lines)), block.lines
        else:
            yield None, block.lines


def _indicator(item: Item) -> DraftIndicator:
    alone = _LINK_ALONE.fullmatch(item.text)
    measure = _nested(item.children)
    if alone:
        return DraftIndicator(alone[1], alone[2], measure)
    return DraftIndicator(item.text, None, measure)


def _nested(items: list[Item]) -> str | None:
    if len(items) == 1 and not items[0].children:
        return items[0].text or None
    lines: list[str] = []
    _indented(items, "", lines)
    return "\n".join(lines) or None


def _indented(items: list[Item], indent: str, lines: list[str]) -> None:
    for item in items:
        lines.append(f"{indent}- {item.text}")
        _indented(item.children, indent + "  ", lines)


def hiring_of(blocks: list[Block], raw: Callable[[range], str]) -> tuple[DraftHiring, list[range]]:
    """The hiring process that the blocks describe: what comes before the first list, all to the last one, the rest."""
    hiring = DraftHiring()
    used = [block.lines for block in blocks]
    lists = [number for number, block in enumerate(blocks) if isinstance(block, Listing)]
    for number, block in enumerate(blocks):
        text = block.text if isinstance(block, Paragraph) else raw(block.lines)
        if isinstance(block, Listing):
            steps = ("\n".join(part for part in (i.text, _nested_lines(i.children)) if part) for i in block.items)
            hiring.steps += [step for step in steps if step]
        elif not lists or number < lists[0]:
            hiring.intro.append(text)
        elif number > lists[-1]:
            hiring.outro.append(text)
        else:
            # “For managers:”, over the steps that follow it.
            hiring.steps.append(text)
    return hiring, used


def _nested_lines(items: list[Item]) -> str:
    lines: list[str] = []
    _indented(items, "", lines)
    return "\n".join(lines)
