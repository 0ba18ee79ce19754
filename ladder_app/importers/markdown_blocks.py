"""Markdown → blocks with their lines.

Only the blocks are parsed; what stands inside a line stays as it was written. Layout that kramdown, Hugo and
Rails put around the text is set aside first, line for line, so that the numbers of lines stay true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Block, Blocks, Heading, Item, Listing, Other, Paragraph, Row, Table
from ladder_app.importers.html_blocks import html_blocks
from ladder_app.importers.inline_html import as_markdown
from ladder_app.importers.markdown_tokens import block_tokens
from ladder_app.importers.other_markup import with_headings_of_markdown
from ladder_app.importers.own_tags import framed
from ladder_app.importers.tabs import with_tabs_as_headings

if TYPE_CHECKING:
    from markdown_it.token import Token

_LAYOUT = re.compile(
    r"""\s*(?:
        \{:[^}]*\} | \{::[^}]*\}              # kramdown attributes and options
      | \{\{[<%].*?[%>]\}\} | \{%.*?%\}       # shortcodes and template tags
      | \[\[_TOC_\]\] | \[TOC\]
      | (?:[-*+]|1\.)\s+TOC                   # the place of a table of contents
      | <!--.*?-->
      | <br\s*/?> | &nbsp;
      | (?:</?(?:picture|img|source)\b[^>]*>\s*)+
      | </?(?:div|section|figure|center|details|span)\b[^>]*>
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_ANCHOR = re.compile(r"""\s*<a\s+(?:name|id)\s*=\s*["']?([^"'>\s]+)["']?\s*/?>\s*(?:</a>)?\s*""", re.IGNORECASE)
_NAVIGATION = re.compile(r"\[[^\]]*\]\(#[^)]*\)")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*\S")
_HEADING_ID = re.compile(r"\s*\{:?\s*#([\w-]+)[^}]*\}\s*$|\s*\{:[^}]*\}\s*$")
_TABLE = re.compile(r" {0,3}<table\b", re.IGNORECASE)
_DEEPEST = 80
"""From how many blanks on a line is as deep as any: no list is deeper, and each level costs time."""
_WIDEST = 300
"""How many bars a line may have; what has more is no table that anybody reads, and stays unplaced."""
_HTML_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_FOLD = re.compile(r"<(/?)details\b", re.IGNORECASE)
_SUMMARY = re.compile(r"\s*<summary\b", re.IGNORECASE)
_BOX = re.compile(r"^\[[ xX]\]\s+")
"""What an entry of a list of tasks begins with."""
_DEFINES = re.compile(r" {0,3}:[ \t]+(?=\S)")
_TERM = re.compile(r" {0,3}[^\W_][^|]{0,80}")
_BAR = re.compile(r"(?<!\\)\|")
_SPACE = re.compile(r"[ \t\n]+")
_FULL = 140
"""From how many characters on a line is longer than anybody breaks it."""
_SEVERAL = 2


def markdown_blocks(lines: list[str], first: int = 0) -> Blocks:
    """The blocks of a page whose text starts at line `first`; the lines before it are somebody else's."""
    page = Blocks(lines, [])
    anchors: dict[int, list[str]] = {}
    kept = [""] * first
    tables = _lines_of_tables(lines, first)
    written, frames = with_tabs_as_headings(lines, first) or (with_headings_of_markdown(lines, first), ())
    for number, line in enumerate(written[first:], first):
        if number in tables and not line.strip():
            kept.append("<!---->")
            continue
        if line.count("|") > _WIDEST:
            kept.append("")
            continue
        if "<" in line and (found := _ANCHOR.fullmatch(line)) is not None:
            anchors.setdefault(number, []).append(found[1])
        elif line[:1].isspace() and _SUMMARY.match(line):
            # The name of a fold is no part of the list before it, however far in it stands.
            kept.append(line.strip())
            continue
        elif number not in frames and not _LAYOUT.fullmatch(line):
            kept.append(line if line[:_DEEPEST].strip() else line.strip() and " " * _DEEPEST + line.strip())
            continue
        page.layout.add(number)
        kept.append("<!---->" if number in tables else "")
    _define(kept)
    _Reader(page, kept, anchors).read()
    return page


def _define(kept: list[str]) -> None:
    """Terms with “: what they mean” on the lines below become bold lines over lists, line by line."""
    for number, line in enumerate(kept):
        if number and _DEFINES.match(line) and (_TERM.fullmatch(kept[number - 1]) or kept[number - 1].startswith("- ")):
            kept[number] = _DEFINES.sub("- ", line, count=1)
            if not kept[number - 1].startswith("- "):
                kept[number - 1] = f"**{kept[number - 1].strip()}**"


def _lines_of_tables(lines: list[str], first: int) -> set[int]:
    """The lines inside tables that are written in HTML: blank ones there do not end the table."""
    inside: set[int] = set()
    start: int | None = None
    for number, line in enumerate(lines[first:], first):
        if start is None and "<" in line and _TABLE.match(line):
            start = number
        if start is not None and "</table" in line.casefold():
            inside.update(range(start, number))
            start = None
    return inside


def _folds(lines: list[str]) -> list[int]:
    """In how many folds (“details”) each line begins."""
    result, inside = [], 0
    for line in lines:
        result.append(inside)
        if "<" in line:
            for found in _FOLD.finditer(line):
                inside = max(0, inside + (-1 if found[1] else 1))
    return result


class _Reader:
    """Goes through the tokens of a page, one block after the other."""

    def __init__(self, page: Blocks, kept: list[str], anchors: dict[int, list[str]]) -> None:
        self._tokens = block_tokens(kept)
        self._page = page
        self._kept = kept
        self._anchors = anchors
        self._position = 0
        self._depth = 1
        self._folds = _folds(page.source)
        self._free: bool | None = None

    def read(self) -> None:
        covered = [False] * len(self._kept)
        tokens = self._tokens
        while self._position < len(tokens):
            token = tokens[self._position]
            start, stop = token.map or (0, 0)
            for line in range(start, min(stop, len(covered))):
                covered[line] = True
            self._block(token)
        self._uncovered(covered)

    def _uncovered(self, covered: list[bool]) -> None:
        definition = False
        for number, line in enumerate(self._kept):
            if covered[number] or not line.strip():
                definition = definition and bool(line.strip())
                continue
            definition = definition or bool(_DEFINITION.match(line))
            if definition:
                self._page.definitions.append(number)

    def _block(self, token: Token) -> None:
        blocks = self._page.blocks
        span = range(*(token.map or (0, 0)))
        kind = token.type
        if kind == "heading_open" and _NAVIGATION.fullmatch(self._tokens[self._position + 1].content.strip()):
            self._page.layout.update(span)
            self._position += 3
        elif kind == "heading_open":
            depth = int(token.tag[1])
            if not self._folds[span.start]:
                self._depth = depth
            blocks.append(self._heading(depth, self._tokens[self._position + 1].content, span))
            self._position += 3
        elif kind == "paragraph_open":
            rows = _rows(self._tokens[self._position + 1])
            blocks.append(Paragraph(rows, len(rows) > 1 and self._is_free()))
            self._position += 3
        elif kind in ("bullet_list_open", "ordered_list_open"):
            blocks.append(Listing(self._items(), kind == "ordered_list_open"))
        elif kind == "table_open":
            blocks.append(self._table(span))
        elif kind == "hr":
            self._page.layout.update(span)
            self._position += 1
        elif kind == "html_block":
            blocks.extend(self._html(span))
            self._position += 1
        else:
            blocks.append(Other("\n".join(self._kept[span.start : span.stop]), span))
            self._skip()

    def _is_free(self) -> bool:
        """Whether the lines of the page are as long as they need to be: then none is broken for being full."""
        if self._free is None:
            long = [line for line in self._kept if len(line) > _FULL and not line.startswith(("|", "#", "<"))]
            self._free = len(long) >= _SEVERAL
        return self._free

    def _skip(self) -> None:
        """Past the token and all that is inside it."""
        depth = 0
        while True:
            depth += self._tokens[self._position].nesting
            self._position += 1
            if depth <= 0:
                return

    def _heading(self, depth: int, text: str, span: range) -> Heading:
        anchors = []
        for line in range(span.start - 1, -1, -1):
            if line in self._anchors:
                anchors += self._anchors[line]
            elif self._kept[line].strip():
                break
        if "{" in text:
            found = _HEADING_ID.search(text)
            if found:
                anchors += [found[1]] if found[1] else []
                text = text[: found.start()]
        if "<" in text:
            anchors += [name[1] for name in _ANCHOR.finditer(text)]
            text = _ANCHOR.sub(" ", text)
        return Heading(depth, as_markdown(_SPACE.sub(" ", text).strip()), span, anchors)

    def _items(self) -> list[Item]:
        self._position += 1
        items = []
        while self._tokens[self._position].type == "list_item_open":
            items.append(self._item())
        self._position += 1
        return items

    def _item(self) -> Item:
        span = range(*(self._tokens[self._position].map or (0, 0)))
        self._position += 1
        texts: list[str] = []
        children: list[Item] = []
        while (token := self._tokens[self._position]).type != "list_item_close":
            if token.type in ("paragraph_open", "heading_open"):
                text = _joined(_rows(self._tokens[self._position + 1]))
                texts.append(text if texts else _BOX.sub("", text))
                self._position += 3
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                children.extend(self._items())
            else:
                inside = range(*(token.map or (span.start, span.start)))
                texts.append("\n".join(self._kept[inside.start : inside.stop]).strip())
                self._skip()
        self._position += 1
        stop = children[0].lines.start if children else span.stop
        while stop > span.start + 1 and not self._kept[stop - 1].strip():
            stop -= 1
        return Item("\n".join(text for text in texts if text), range(span.start, max(stop, span.start + 1)), children)

    def _table(self, span: range) -> Table:
        rows: list[Row] = []
        position = self._position
        while (token := self._tokens[position]).type != "table_close":
            if token.type == "tr_open":
                rows.append(Row([], range(*(token.map or (span.start, span.start + 1)))))
            elif token.type == "inline":
                rows[-1].cells.append(as_markdown(token.content.strip()))
            position += 1
        self._position = position + 1
        for row in rows[1:]:
            self._widen(row, len(rows[0].cells))
        return Table(rows, span)

    def _widen(self, row: Row, width: int) -> None:
        """Bring back the cells that Markdown drops because the head of the table has fewer."""
        cells = [cell.strip() for cell in _BAR.split(self._kept[row.lines.start].strip().strip("|"))]
        if len(cells) > width:
            row.cells = [as_markdown(cell) for cell in cells]

    def _html(self, span: range) -> list[Block]:
        lines = self._kept[span.start : span.stop]
        if (found := framed(lines, span.start)) is not None:
            self._page.layout.update(found[1])
            return [found[0]]
        depth, folds = self._depth, self._folds[span.start]
        for number, line in enumerate(lines, span.start):
            if not self._folds[number] and (heading := _HTML_HEADING.search(line)):
                self._depth = int(heading[1])
        return html_blocks(lines, span.start, self._page.layout, depth, folds)


def _rows(token: Token) -> list[tuple[int, str]]:
    start = token.map[0] if token.map else 0
    return [(start + i, as_markdown(text.strip(" \t"))) for i, text in enumerate(token.content.split("\n"))]


def _joined(rows: list[tuple[int, str]]) -> str:
    return " ".join(text for _, text in rows)
