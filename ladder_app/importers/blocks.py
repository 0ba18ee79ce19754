"""What a page is made of: headings, paragraphs, lists and tables, each with the lines it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = range
"""Lines of a source, counted from 0."""


@dataclass(slots=True)
class Heading:
    """A heading of depth 1 to 6, or deeper for a bold line or a label that acts as one; `text` as written."""

    depth: int
    text: str
    lines: Span
    anchors: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """Running text, line by line; `is_free` where lines end for what they say, not for being full."""

    rows: list[tuple[int, str]]
    is_free: bool = False

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.rows if text)

    @property
    def lines(self) -> Span:
        return range(self.rows[0][0], self.rows[-1][0] + 1)


@dataclass(slots=True)
class Item:
    """An entry of a list: its own text, the lines of that text, and the entries inside it."""

    text: str
    lines: Span
    children: list[Item] = field(default_factory=list)

    @property
    def all_lines(self) -> Span:
        """Its own lines and those of the entries inside."""
        last = self.lines
        if self.children:
            last = self.children[-1].all_lines
        return range(self.lines.start, max(self.lines.stop, last.stop))


@dataclass(slots=True)
class Listing:
    """A list, numbered or not."""

    items: list[Item]
    numbered: bool = False

    @property
    def lines(self) -> Span:
        return range(self.items[0].lines.start, self.items[-1].all_lines.stop)


@dataclass(slots=True)
class Row:
    """A row of a table."""

    cells: list[str]
    lines: Span


@dataclass(slots=True)
class Table:
    """A table; the first row is its head. `explaining` are columns that say the same in others like it."""

    rows: list[Row]
    lines: Span
    explaining: frozenset[int] = frozenset()


@dataclass(slots=True)
class Other:
    """Anything else that is written out: code, quotations, HTML that holds no text of ours."""

    text: str
    lines: Span


Block = Heading | Paragraph | Listing | Table | Other


def plain_block(block: Block) -> str:
    """What a block says, without the marks of the language it was written in."""
    if isinstance(block, Listing):
        return "\n".join(_plain_items(block.items, ""))
    if isinstance(block, Table):
        return "\n".join(" | ".join(cell.replace("\n", " ") for cell in row.cells) for row in block.rows)
    return block.text


def _plain_items(items: list[Item], indent: str) -> list[str]:
    lines = []
    for item in items:
        lines.append(f"{indent}- {item.text}")
        lines += _plain_items(item.children, indent + "  ")
    return lines


@dataclass(slots=True)
class Blocks:
    """A page in order, and the lines that are layout or links for use elsewhere in it."""

    source: list[str]
    blocks: list[Block]
    layout: set[int] = field(default_factory=set)
    definitions: list[int] = field(default_factory=list)
    is_html: bool = False
    """Whether it is HTML from the first line to the last; then its lines are not for people."""
