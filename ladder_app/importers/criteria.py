"""The blocks of a section → criteria: a bullet is one, its sub-bullets a part of it or criteria of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Block, Item, Listing, Paragraph, Row, Table
from ladder_app.importers.cells import says_nothing
from ladder_app.importers.inheritance import reference_in
from ladder_app.importers.lengths import words_in
from ladder_app.importers.level_tables import said_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"^\s*(?:[•·◦▪‣●○–—]|\\?[-*+]|\(?[0-9a-z]{1,2}[.)])\s+")
_POINTER = re.compile(
    r"^(?:see |please (?:see|refer)|refer to|read more|for more|more (?:details"
    r"|information)|additional details|to be (?:defined|determined|announced)"
    r"|tbd\b|n/?a\b|not applicable|coming soon|none\b)"
    r"|\b(?:documented|described|listed|found|outlined|defined|detailed) (?:under"
    r"|in|on|at|here|above|below|by)\b|\bhere\b\W*$",
    re.IGNORECASE,
)
NOTHING_YET = re.compile(
    r"(?:to be (?:defined|determined|announced|added)|tb[ad]|wip|n/?a|none(?: yet)?|coming soon"
    r"|as defined by speciali?t(?:y|ies)|we are not currently hiring\b.*|work in progress)(?:\s*\([^()]*\))*\W*",
    re.IGNORECASE,
)
"""What stands where there is nothing yet."""
REPORTS = re.compile(r"(?:the |this )?[^.:;]{0,90}?\b[Rr]eports? (?:directly )?(?:in)?to (?:the |our |an? )?\W?[A-Z]")
"""Whom a level reports to; nobody is rated by that."""
_LEAD_IN = re.compile(r"[:;]\s*$|(?:,|\bplus)\s*$")
_REMARK = re.compile(
    r"\W*(?:P\.? ?S\.?|P\.?D\.?|N\.? ?B\.?|[Nn]otes?|NOTES?|[Nn]ota|Remarque|Hinweis|Anmerkung|Opmerking)\W{0,3}:"
)
"""A paragraph that begins so says something beside what is asked."""
_FIGURE = re.compile(r"\W*(?:\d[\d.,]*\W*(?:to\b|and\b)?\W*)+")
_ALL_BOLD = re.compile(r"\*\*[^*]+\*\*:?|__[^_]+__:?")


@dataclass(slots=True)
class Found:
    """A text that is a criterion, a category, or something said in between."""

    text: str
    lines: range
    what: str
    """`criterion`, `category`, `lead` (prose around the list), `remark` (a text beside a criterion) or `empty`."""
    category: str | None = None
    topic: Topic | None = None
    """The kind of criteria that is said of this one alone."""


def found_in(blocks: list[Block]) -> Iterator[Found]:
    """All that the blocks of a section hold, in order."""
    listed = any(isinstance(block, (Listing, Table)) for block in blocks)
    for block in blocks:
        if isinstance(block, Listing):
            yield from _items(block.items, None)
        elif isinstance(block, Paragraph):
            yield from _paragraph(block, listed=listed)
        elif isinstance(block, Table):
            yield from _table(block)
        else:
            yield Found("", block.lines, "lead")


_LABELLED = re.compile(r"(?:\*\*|__)([^*_]{2,50}?)(:?)(?:\*\*|__)(:?)\s*(?P<text>.+)", re.DOTALL)


def kind_rows(block: Paragraph) -> list[tuple[Topic | None, str, str, range]]:
    """What rows say that each begin with a label, some with the kind of criteria that follows: “**Skills:** Ovens.”.

    Kind (if the label says one), label, text and lines of each; none of other paragraphs.
    """
    result: list[tuple[Topic | None, str, str, range]] = []
    for line, row in block.rows:
        found = _LABELLED.fullmatch(row)
        if found is not None and (found[2] or found[3]):
            label = plain(found[1])
            topic = meaning(label).topic
            kind = topic if topic in _LABELS_OF_A_KIND else None
            result.append((kind, label, found["text"].strip(), range(line, line + 1)))
        elif result and found is None:
            kind, label, text, lines = result[-1]
            result[-1] = (kind, label, f"{text} {row}".strip(), range(lines.start, line + 1))
        else:
            return []
    return result if any(kind is not None and words_in(text) > 1 for kind, _, text, _ in result) else []


def is_remark_label(label: str) -> bool:
    """Whether a label stands before something said beside criteria: “Summary”."""
    return label.casefold() in _REMARKS


_LABELS_OF_A_KIND = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
_REMARKS = frozenset(
    (
        "note", "notes", "tip", "summary", "overview", "description", "important", "example", "tl;dr", "nb",
        "reports to", "warning",
    )
)  # fmt: skip


def labelled_rows(block: Paragraph) -> list[tuple[str, str, range]]:
    """Label, text and lines of each row that is “**Label:** text”; none if one of the rows is not."""
    result = []
    for line, row in block.rows:
        found = _LABELLED.fullmatch(row)
        if found is not None and (found[2] or found[3]):
            label = plain(found[1])
            if meaning(label).topic is not Topic.NAME or label.casefold() in _REMARKS or len(label.split()) > 5:
                return []
            result.append((label, found["text"].strip(), range(line, line + 1)))
        elif result and not found:
            label, text, lines = result[-1]
            result[-1] = (label, f"{text} {row}".strip(), range(lines.start, line + 1))
        else:
            return []
    return result


def _items(items: list[Item], category: str | None, topic: Topic | None = None) -> Iterator[Found]:
    grouped = len(items) > 1 and all(item.children and 0 < words_in(plain(item.text)) <= 3 for item in items)
    grouped = grouped or _are_labels(items)
    for item in items:
        if not item.text and not item.children:
            yield Found("", item.lines, "empty")
        elif item.children and (not plain(item.text).strip(" :") or grouped or is_category(item)):
            said = _kind_said(item.text)
            if plain(item.text).strip(" :"):
                yield Found(item.text, item.lines, "category", topic=said)
            elif item.children[0].lines.start > item.lines.start:
                yield Found("", item.lines, "empty")
            name = category if said else plain(item.text).rstrip(": ") or category
            yield from _items(item.children, name, said or topic)
        elif item.children and reference_in(item.text) is not None:
            yield Found(item.text, item.lines, "criterion", category, topic)
            yield from _items(item.children, category, topic)
        elif says_nothing(item.text) and not item.children:
            yield Found(item.text, item.lines, "lead")
        else:
            yield Found(_with_children(item), item.all_lines, "criterion", category, topic)


_OF_A_KIND = re.compile(
    r"(?:[\w-]+ ){0,2}(?:(?P<duties>responsibilit(?:y|ies)|duties)|requirements?|qualifications?|pre-?requisites?)"
    r"(?: include)?(?: \([^()]*\))?",
    re.IGNORECASE,
)


def _kind_said(text: str) -> Topic | None:
    """The kind of criteria that an entry says of those inside it: “Requirements:”."""
    found = _OF_A_KIND.fullmatch(plain(text).rstrip(": "))
    if found is None:
        return None
    if meaning(found[0]).topic is Topic.PLUS:
        return Topic.PLUS
    return Topic.RESPONSIBILITY if found["duties"] else Topic.REQUIREMENT


def _are_labels(items: list[Item]) -> bool:
    """Whether all entries of a list are labels over lists: short, and followed by a colon as one that surely is."""
    labels = [item.text.rstrip(" *_") for item in items]
    if len(items) < _FEWEST or not all(item.children for item in items):
        return False
    return all(text.endswith(":") and words_in(plain(text)) <= _LABEL for text in labels) and any(
        map(is_category, items)
    )


_FEWEST = 2
_LABEL = 7
"""How many words a label has at most that others beside it prove to be one."""


def is_category(item: Item) -> bool:
    """Whether the entries inside are the criteria and this one only their name.

    A name is short and either bold from end to end, or followed by a colon or by entries that are sentences.
    """
    words = words_in(plain(item.text))
    if _ALL_BOLD.fullmatch(item.text.strip()):
        return words <= 10
    long_children = sum(words_in(child.text) >= 4 for child in item.children) * 2 >= len(item.children)
    if item.text.rstrip().endswith(":"):
        return words <= 4 and long_children
    return words <= 3 and long_children


def _with_children(item: Item) -> str:
    lines = [item.text]
    _indented(item.children, "", lines)
    return "\n".join(lines)


def _indented(items: list[Item], indent: str, lines: list[str]) -> None:
    for item in items:
        first, *more = item.text.split("\n")
        lines.append(f"{indent}- {first}")
        lines.extend(f"{indent}  {line}" for line in more)
        _indented(item.children, indent + "  ", lines)


def _paragraph(block: Paragraph, *, listed: bool) -> Iterator[Found]:
    rows = block.rows
    if len(rows) > 1 and _rows_are_items(rows, free=block.is_free):
        for line, text in rows:
            bare = _BULLET.sub("", text)
            lead = not _BULLET.match(text) and _LEAD_IN.search(text) is not None
            yield Found(bare if not lead else text, range(line, line + 1), "lead" if lead else "criterion")
        return
    text = block.text
    if len(rows) == 1 and (marked := _BULLET.match(text)) and not text[0].isalnum():
        yield Found(text[marked.end() :], block.lines, "criterion")
    elif listed or _REMARK.match(text) or _LEAD_IN.search(text) or _POINTER.search(plain(text)):
        yield Found(text, block.lines, "lead")
    else:
        yield Found(text, block.lines, "criterion")


def _rows_are_items(rows: list[tuple[int, str]], *, free: bool) -> bool:
    """Whether each line of a paragraph stands for itself: bullets that Markdown does not know, or bare lines."""
    texts = [text for _, text in rows]
    marked = sum(_BULLET.match(text) is not None for text in texts)
    if marked >= len(texts) - 1 and marked:
        return True
    if not all(text[:1].isupper() or text[:1].isdigit() or text[:1] in '“"[(*' for text in texts):
        return False
    if any(re.search(r"(?:,|\b(?:and|or|the|a|an|of|to|in|for|with|our|your))$", text) for text in texts[:-1]):
        return False
    ended = sum(text.rstrip("\\ ").endswith((".", ";", ":", "!")) for text in texts)
    return (
        len(texts) >= 3
        or free
        or ended == len(texts)
        or _LEAD_IN.search(texts[0]) is not None
        or texts[0].startswith("Extends")
    )


def _table(block: Table) -> Iterator[Found]:
    head, *body = block.rows
    if body and any(cell for cell in head.cells):
        yield Found(" ".join(cell for cell in head.cells if cell), head.lines, "head")
    elif not body:
        head, body = Row([], head.lines), [head]
    else:
        yield Found("", head.lines, "empty")
    if body and all(_FIGURE.fullmatch(plain(cell)) for row in body for cell in row.cells[1:] if cell):
        # Figures beside names, such as weights, are nothing to be rated by.
        for row in body:
            yield Found("", row.lines, "head")
        body = []
    told: set[int] = set()
    for said in said_in(Table([head, *body], block.lines, block.explaining)) if body else ():
        told.add(said.row.lines.start)
        yield Found(said.text, said.row.lines, said.what, said.area or None, said.topic)
    for row in body:
        if row.lines.start not in told:
            yield Found("", row.lines, "empty")
    covered = {line for row in block.rows for line in row.lines}
    for line in block.lines:
        if line not in covered:
            yield Found("", range(line, line + 1), "empty")
