"""A table under a level: which of its columns name the area, which are criteria, and which only explain."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ladder_app.importers.blocks import Table
from ladder_app.importers.cells import is_tick, read_cell, says_nothing
from ladder_app.importers.grid_heads import is_remark, names_and_texts
from ladder_app.importers.grid_reading import joined_names
from ladder_app.importers.lengths import words_in
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.wordings import letters
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ladder_app.importers.blocks import Block, Row

_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)
_TAG = re.compile(r"<[^>]*>")
_FIGURE = re.compile(r"\W*(?:\d[\d.,]*\W*(?:to\b|and\b)?\W*)+")
_NUMBERS = re.compile(r"(?:#|no\.?|nr\.?|n[o°º]|id|index|number)?", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"(?:short )?(?:definitions?|meaning|explanations?|what (?:it|this) (?:is|means)|questions?|purpose"
    r"|why(?: it matters)?|rationale|context|background|about)",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"{_EXPLAINS.pattern}|descriptions?|details?|beschreibung|descripción|descrição", re.IGNORECASE)
"""What is headed so tells more of what stands before it, if that is a statement already."""
_NAME = 4
"""How many words a name has at most, on the average of its column."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: a criterion, a remark beside it, or the name of an area for the rows that follow."""

    text: str
    row: Row
    what: str
    """`criterion`, `remark` or `category`."""
    area: str = ""
    topic: Topic | None = None


def mark_what_explains(blocks: Iterable[Block]) -> None:
    """Note in tables with the same head which columns say the same beside the same name in all of them."""
    alike: dict[tuple[str, ...], list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) > 1 and len(block.rows[0].cells) > 2:
            alike[tuple(plain(cell).casefold() for cell in block.rows[0].cells)].append(block)
    for head, tables in alike.items():
        same = [i for i in range(1, len(head)) if len(tables) > 1 and _is_the_same(tables, i)]
        if same and len(same) < len(head) - 1:
            for table in tables:
                table.explaining = frozenset(same)


def _is_the_same(tables: list[Table], column: int) -> bool:
    """Whether a column has one text for each name, and each name comes back."""
    texts: dict[str, set[str]] = defaultdict(set)
    count = length = 0
    for table in tables:
        for row in table.rows[1:]:
            if column < len(row.cells) and row.cells[0] and row.cells[column]:
                texts[letters(row.cells[0])].add(letters(_TAG.sub(" ", row.cells[column])))
                count += 1
                length += words_in(row.cells[column])
    if length <= _NAME * count:
        return False
    return count > len(texts) > 0 and all(len(said) == 1 for said in texts.values())


def said_in(table: Table) -> Iterator[Said]:
    """What the rows under the head say, in order. A text is never made of several cells."""
    head, body = [plain(cell) for cell in table.rows[0].cells], table.rows[1:]
    width = max((len(row.cells) for row in body), default=0)
    filled = [i for i in range(width) if any(_cell(row, i) for row in body)]
    aside = [i for i in filled if _is_aside(table, head, body, i)]
    inside = [i for i in filled if i not in aside] or filled
    labels = _labels(head, body, inside)
    texts = [i for i in inside if i not in labels]
    if not labels:
        further = [i for i in texts[1:] if i < len(head) and _FURTHER.fullmatch(head[i])]
        aside, texts = aside + further, [i for i in texts if i not in further]
    last = [""] * len(labels)
    group = ""
    for row in body:
        here = [_cell(row, i) for i in labels]
        said = [i for i in texts if _cell(row, i)]
        if any(here):
            first = next(i for i, name in enumerate(here) if name)
            last = last[:first] + here[first:]
        if not said and any(here) and texts:
            group = joined_names(*here)
            last = [""] * len(labels)
            yield Said(group, row, "category", group)
            continue
        names = [group, *last]
        ticks = said and all(is_tick(_cell(row, i)) for i in said)
        if ticks and any(last):
            yield Said(last[-1], row, "criterion", joined_names(group, *last[:-1]))
            said = []
        for i in said:
            yield from _in_cell(row, i, names, head, alone=len(texts) == 1)
        for i in aside:
            if (text := _cell(row, i)) and not _FIGURE.fullmatch(text):
                yield Said(text, row, "remark", joined_names(*names))


def _in_cell(row: Row, i: int, names: list[str], head: list[str], *, alone: bool) -> Iterator[Said]:
    title = head[i] if i < len(head) else ""
    topic = meaning(title).topic if title else Topic.NAME
    kind = topic if topic in _KINDS and not (alone and any(names)) else None
    area = joined_names(*names, "" if alone or kind is not None else title)
    text = _cell(row, i)
    if says_nothing(text):
        yield Said(text, row, "remark", area)
        return
    read = read_cell(text)
    for lead in read.leads:
        yield Said(lead, row, "remark", area)
    for part in read.statements:
        yield Said(part, row, "criterion", area, kind)


def _cell(row: Row, i: int) -> str:
    return row.cells[i] if i < len(row.cells) else ""


def _is_aside(table: Table, head: list[str], body: list[Row], i: int) -> bool:
    """Whether a column explains, remarks or counts."""
    title = head[i] if i < len(head) else ""
    if i in table.explaining or is_remark(title):
        return True
    cells = [_cell(row, i) for row in body if _cell(row, i)]
    if not i and _NUMBERS.fullmatch(title) and all(_FIGURE.fullmatch(cell) for cell in cells):
        return True
    others = any(not is_remark(other) for other in head[i + 1 :])
    return bool(i) and others and _EXPLAINS.fullmatch(title) is not None


def _labels(head: list[str], body: list[Row], inside: list[int]) -> list[int]:
    """The first columns, as long as they name rather than say; the last never does."""
    labels: list[int] = []
    kinds = sum(meaning(head[i]).topic in _KINDS for i in inside if i < len(head))
    if kinds == len(inside) > 1 and meaning(head[inside[0]]).topic is not meaning(head[inside[1]]).topic:
        return labels
    for i in inside[:-1]:
        title = head[i] if i < len(head) else ""
        if meaning(title).topic in _KINDS and not names_and_texts([title, ""]):
            break
        cells = [plain(_cell(row, i)) for row in body if _cell(row, i)]
        says = sum(map(words_in, cells)) > _NAME * len(cells) or any(map(is_tick, cells))
        if says and (labels or not names_and_texts([title, ""])):
            break
        labels.append(i)
        if len(labels) > 1 and not _are_longer(body, i, inside):
            labels.remove(i)
            break
    return labels


def _are_longer(body: list[Row], i: int, inside: list[int]) -> bool:
    """Whether what stands behind a column is longer than its names: then it still is a column of names."""
    here = sum(words_in(_cell(row, i)) for row in body)
    behind = [sum(words_in(_cell(row, j)) for row in body) for j in inside if j > i]
    return all(words > 2 * here for words in behind)
