"""HTML inside a page → the same blocks that Markdown gives."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ladder_app.importers.blocks import Block, Heading, Item, Listing, Other, Paragraph, Row, Table, plain_block

_KNOWN = re.compile(r"<(?:h[1-6]|ul|ol|li|p|table|b|strong|summary|dt|dd)\b", re.IGNORECASE)
_WORDS = re.compile(r"\w")
_TAG = re.compile(r"<[^>]*>|<[^>]*$")
_SPACE = re.compile(r"[ \t\n]+")
_PERMALINK = re.compile(r"(?<=\S)\s*\[[#¶§\u200b\U0001f517]\]\(#[^)]*\)$")
"""A link from a heading to itself, as site generators add it."""
_SILENT = frozenset(("script", "style", "title"))
_HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
_HEAD_CLASSES = frozenset(("title", "heading", "header", "headline", "card-title", "section-title", "level-title"))
"""What sites call the parts that head others, where they use no headings."""
_OF_PROGRAMS = re.compile(r"\s*<(?:script|link)\b", re.IGNORECASE)
_AROUND = frozenset(("nav", "footer"))
"""What stands around the text of a page."""
_BULLET, _LINE, _APART = "\x01", "\x02", "\x03"
"""What stands for a bullet, a break and the end of a paragraph while the text of a cell is taken."""
_WIDEST = 60
"""How many columns spanning cells may make."""
_BULLETS = re.compile(r"[\s\x02\x03]*\x01[\s\x02\x03]*")
_LINES = re.compile(r"\s*\x02\s*")
_PARTS = re.compile(r"\s*\x02?\s*\x03[\s\x02\x03]*")


def html_blocks(lines: list[str], first: int, layout: set[int], depth: int = 1, inside: int = 0) -> list[Block]:
    """The blocks in these lines, of which the first is line `first`; lines of tags alone join `layout`.

    `depth` is that of the heading before them, `inside` the number of folds they are in: those stand deeper.
    """
    text = "\n".join(lines)
    span = range(first, first + len(lines))
    if not _KNOWN.search(text):
        if not _WORDS.search(_TAG.sub(" ", text)) and "<%" not in text and "src=" not in text:
            layout.update(span)
            return []
        return [Other(text, span)]
    reader = _HtmlReader(first, depth, inside, by_class=_HEADING.search(text) is None)
    reader.feed(text)
    reader.close()
    blocks = reader.finished()
    used = {line for block in blocks for line in block.lines}
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        if not _WORDS.search(_TAG.sub(" ", line)) and ("src=" not in line or _OF_PROGRAMS.match(line)):
            layout.add(number)
        elif number in used:
            continue
        elif _WORDS.search(_TAG.sub(" ", line)) or "src=" in line:
            blocks.append(Other(line, range(number, number + 1)))
    blocks.sort(key=lambda block: block.lines.start)
    return blocks


class _HtmlReader(HTMLParser):
    """Collects headings, paragraphs, lists and tables with the lines they stand on."""

    def __init__(self, first: int, depth: int, inside: int, *, by_class: bool) -> None:
        """`by_class` says that what is called a title in a class is a heading."""
        super().__init__(convert_charrefs=True)
        self._first = first
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._start = self._end = first
        self._lists: list[list[Item]] = []
        self._items: list[Item | None] = []
        self._table: list[Row] | None = None
        self._table_start = first
        self._merged: list[list[tuple[int, int]]] = []
        self._span = (1, 1)
        self._depth = depth
        self._inside = inside
        self._anchors: list[str] = []
        self._around: list[int] = []
        self._silent = False
        self._by_class = by_class
        self._head = ""

    @property
    def _line(self) -> int:
        return self._first + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in _SILENT
        if self._table and tag in ("ul", "ol", "li"):
            if tag == "li":
                self._write(_BULLET)
            return
        if tag in _AROUND and not self._table:
            self._flush("p")
            self._around.append(len(self._blocks))
            return
        values = dict(attrs)
        if self._heads(tag, values.get("class")):
            self._flush("p")
            self._head = tag
            return
        if name := values.get("id") or (tag == "a" and values.get("name")):
            self._anchors.append(str(name))
        if tag in ("b", "strong"):
            self._write("**")
        elif tag == "a" and values.get("href"):
            self._write("[")
            self._href = values["href"]
        elif tag == "br":
            self._write(_LINE if self._table else " ")
        elif tag in ("ul", "ol"):
            self._flush("p")
            self._lists.append([])
            self._items.append(None)
        elif tag == "li" and self._lists:
            self._flush("li")
        elif tag == "table":
            self._flush("p")
            self._table, self._table_start, self._merged = [], self._line, []
        elif tag == "tr" and self._table is not None:
            self._table.append(Row([], range(self._line, self._line + 1)))
            self._merged.append([])
        elif tag in ("details", "dl"):
            self._flush("p")
            self._inside += 1
        elif tag in ("summary", "dt", "dd"):
            self._flush("p")
        elif tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div"):
            self._flush("p")
            if tag in ("td", "th"):
                self._span = (_count(values.get("colspan")), _count(values.get("rowspan")))

    _href: str | None = None

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        if self._head == tag:
            self._head = ""
            self._flush("h2")
            return
        if self._table and tag in ("ul", "ol", "li"):
            return
        if tag in _AROUND and self._around:
            self._flush("p")
            start = self._around.pop()
            self._blocks[start:] = [Other(plain_block(block), block.lines) for block in self._blocks[start:]]
        elif tag in ("b", "strong"):
            self._write("**")
        elif tag == "a" and self._href:
            self._write(f"]({self._href})")
            self._href = None
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "table" and self._table is not None:
            spread(self._table, self._merged)
            rows = [row for row in self._table if row.cells]
            self._table = None
            if rows:
                self._blocks.append(Table(rows, range(self._table_start, self._line + 1)))
        elif tag in ("ul", "ol") and self._lists:
            self._flush("li")
            items = self._lists.pop()
            self._items.pop()
            parent = self._items[-1] if self._items else None
            if parent is not None:
                parent.children.extend(items)
            elif self._lists:
                self._lists[-1].extend(items)
            elif items:
                self._blocks.append(Listing(items))
        elif tag in ("details", "dl"):
            self._flush("p")
            self._inside = max(0, self._inside - 1)
        elif tag in ("li", "p", "summary", "dt", "dd") or re.fullmatch(r"h[1-6]", tag):
            self._flush(tag)

    def _heads(self, tag: str, classes: str | None) -> bool:
        if not self._by_class or not classes or self._head or self._lists or self._table is not None:
            return False
        return tag in ("span", "div", "p") and not _HEAD_CLASSES.isdisjoint(classes.casefold().split())

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip():
            self._write(data)
            self._end = self._line + data.rstrip().count("\n")
        elif self._text:
            self._text.append(data)

    def _write(self, text: str) -> None:
        if not self._text:
            lead = len(text) - len(text.lstrip())
            self._start = self._end = self._line + text[:lead].count("\n")
        self._text.append(text)

    def _taken(self) -> str:
        text = _BULLETS.sub("\n- ", _SPACE.sub(" ", "".join(self._text)))
        if _LINE in text or _APART in text:
            text = _LINES.sub("\n", _PARTS.sub("\n\n", text))
        text = text.strip()
        self._text = []
        return "" if text in ("****", "**") else text

    def _cell(self) -> None:
        text = self._taken()
        if self._table:
            row = self._table[-1]
            row.cells.append(text)
            self._merged[-1].append(self._span)
            row.lines = range(row.lines.start, self._line + 1)

    def _flush(self, tag: str) -> None:
        if self._table:
            if self._text:
                self._text.append(_APART)
            return
        text = self._taken()
        if not text:
            return
        span = range(self._start, self._end + 1)
        if self._lists:
            item = Item(text, span)
            self._lists[-1].append(item)
            self._items[-1] = item
        elif re.fullmatch(r"h[1-6]", tag):
            self._heading(int(tag[1]), text, span)
            if not self._inside:
                self._depth = int(tag[1])
        elif tag in ("summary", "dt"):
            self._heading(min(6, self._depth + max(1, self._inside)), text, span)
        elif tag == "dd":
            self._blocks.append(Listing([Item(text, span)]))
        else:
            self._blocks.append(Paragraph([(span[0], text), *((line, "") for line in span[1:])]))

    def _heading(self, depth: int, text: str, span: range) -> None:
        self._blocks.append(Heading(depth, _PERMALINK.sub("", text), span, self._anchors))
        self._anchors = []

    def finished(self) -> list[Block]:
        """All blocks, the open ones closed."""
        while self._lists:
            self.handle_endtag("ul")
        self._flush("p")
        return self._blocks


def _count(value: str | None) -> int:
    return min(int(value), 50) if value and value.isdecimal() and len(value) < 4 and int(value) else 1


def spread(rows: list[Row], merged: list[list[tuple[int, int]]]) -> None:
    """Write the text of each cell into all the places it covers, columns and rows; a row that is one cell stays so."""
    below: dict[int, tuple[int, str]] = {}
    for row, spans in zip(rows, merged, strict=True):
        cells: list[str] = []
        given = iter(zip(row.cells, spans, strict=True))
        alone = len(row.cells) == 1 and not below
        while True:
            if len(cells) in below:
                left, text = below.pop(len(cells))
                if left > 1:
                    below[len(cells)] = (left - 1, text)
                cells.append(text)
                continue
            cell = next(given, None)
            if cell is None:
                break
            text, (wide, high) = cell
            wide = min(wide, max(1, _WIDEST - len(cells)))
            for i in range(wide):
                if high > 1:
                    below[len(cells)] = (high - 1, text)
                cells.append(text if not i or not alone else "")
        row.cells = cells
