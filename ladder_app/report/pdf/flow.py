"""Filling pages with blocks: what stays together, what may part, and where.

A block knows its height and the least of it that may begin on a page. Headings keep with what
follows them; whatever is too tall for the room left, and may part, goes on over the page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.report.pdf.sheet import Sheet

# Sums of leadings differ from the room by rounding only.
_SLACK = 0.01
# A last page on which less than this share is used is saved where it can be, with distances of these shares.
_SCRAP = 1 / 3
_CLOSER = (0.75, 0.5)


class Block(Protocol):
    """Something with a height that is set on a page, or over several.

    `above` and `below` are the least distances to its neighbours; nothing stands above the first
    block of a page. `keeps_next` holds it on one page with the beginning of what follows.
    """

    @property
    def above(self) -> float: ...

    @property
    def below(self) -> float: ...

    @property
    def keeps_next(self) -> bool: ...

    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float:
        """The height of the shortest part that may begin on a page; all of it where it may not part."""

    def split(self, room: float) -> tuple[Block, Block] | None:
        """The part that fits the room and the part that goes on; None where no part fits."""

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Draws it with its top left corner there."""


class Placed(NamedTuple):
    """A block and how far below the top of its column it stands."""

    top: float
    block: Block


def fill(blocks: Sequence[Block], room: float, *, must: bool, share: float = 1.0) -> tuple[list[Placed], list[Block]]:
    """The blocks that go into the room, placed, and what is left over; distances are of that `share`.

    With `must`, at least one block is placed, broken where it can be and past the room where not.
    """
    placed: list[Placed] = []
    y = 0.0
    for i, block in enumerate(blocks):
        top = y + share * max(blocks[i - 1].below, block.above) if placed else 0.0
        forced = must and not placed
        if top + _beginning(blocks, i) <= room + _SLACK or (forced and block.height <= room + _SLACK):
            if top + block.height <= room + _SLACK:
                placed.append(Placed(top, block))
                y = top + block.height
                continue
            parts = block.split(room - top)
        else:
            parts = block.split(room) if forced else None
        if parts is not None:
            placed.append(Placed(top, parts[0]))
            return placed, [parts[1], *blocks[i + 1 :]]
        if forced:
            placed.append(Placed(top, block))
            return placed, list(blocks[i + 1 :])
        return placed, list(blocks[i:])
    return placed, []


def pages(blocks: Sequence[Block], room: float, share: float = 1.0) -> list[list[Placed]]:
    """The blocks over as many pages as they take, each `room` high; none for no blocks."""
    done: list[list[Placed]] = []
    rest = list(blocks)
    while rest:
        placed, rest = fill(rest, room, must=True, share=share)
        done.append(placed)
    return done


def pages_without_scrap(blocks: Sequence[Block], room: float) -> list[list[Placed]]:
    """The same; blocks stand closer where that saves a last page with little on it."""
    done = pages(blocks, room)
    if len(done) > 1 and used(done[-1]) < _SCRAP * room:
        for share in _CLOSER:
            closer = pages(blocks, room, share)
            if len(closer) < len(done):
                return closer
    return done


def used(page: Sequence[Placed]) -> float:
    """How far down something stands on a page."""
    return page[-1].top + page[-1].block.height if page else 0.0


def stacked_height(blocks: Sequence[Block]) -> float:
    """The height of blocks one below the other."""
    gaps = sum(max(a.below, b.above) for a, b in pairwise(blocks))
    return sum(block.height for block in blocks) + gaps


def beginning(blocks: Sequence[Block]) -> float:
    """The least height with which the blocks may begin on a page."""
    return _beginning(blocks, 0) if blocks else 0.0


def _beginning(blocks: Sequence[Block], i: int) -> float:
    height = 0.0
    while blocks[i].keeps_next and i + 1 < len(blocks):
        height += blocks[i].height + max(blocks[i].below, blocks[i + 1].above)
        i += 1
    return height + blocks[i].least
