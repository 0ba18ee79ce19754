"""What was read in a grid, cell by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from ladder_app.importers.cells import read_cell, says_nothing
from ladder_app.importers.grid_heads import is_remark
from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning
from ladder_app.importers.pointers import pointer_in
from ladder_app.importers.words import plain

_SUMMARY = re.compile(
    r"(?:level )?(?:description|summary|overview|in short|at a glance|tl;?dr)"
    r"|(?:(?:typical|example|common|possible|sample|related|other|equivalent|job|market) )+titles?|titles"
    r"|(?:also known as|aka|a\.k\.a\.?|aliases|synonyms)",
    re.IGNORECASE,
)
_SAYS_KIND = re.compile(
    r"\b(?:responsibilit|duties|requirement|qualification|expectation|must[ -]have|nice[ -]to[ -]have|criteria)",
    re.IGNORECASE,
)
_KINDS = (Topic.RESPONSIBILITY, Topic.REQUIREMENT, Topic.PLUS)

Rows = list[tuple[range, list[str]]]
"""Cells with the lines of the source they stand on."""


class Says(Enum):
    """What a cell is."""

    LEVEL = "level"
    CRITERION = "criterion"
    POINTER = "pointer"
    """It leads to what another level is asked, and may say more."""
    AGAIN = "again"
    """A criterion that the level takes over from one that it builds on."""
    BUILDS = "builds"
    """The level takes over the one that the text names."""
    GRADE = "grade"
    SUMMARY = "summary"
    AREA = "area"
    NOTE = "note"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says, about which level and area; `topic` is the kind of criteria, if the grid tells."""

    says: Says
    lines: range
    text: str
    level: str = ""
    area: str = ""
    topic: Topic | None = None


@dataclass(slots=True)
class GridReading:
    """The entries of a grid in order; levels are named in the order of the grid."""

    entries: list[Entry] = field(default_factory=list)
    crossed_at: int | None = None
    """The line of the head, where rows are numbered as levels are, though columns were taken for these."""
    scaled_at: int | None = None
    """The line of the head, where cells are but words or figures of a scale: what they mean is asked."""

    def add(
        self, says: Says, lines: range, text: str, level: str = "", area: str = "", topic: Topic | None = None
    ) -> None:
        self.entries.append(Entry(says, lines, text, level, area, topic))

    def cell(self, lines: range, level: str, label: str, text: str, around: str = "") -> None:
        """What a cell says about a level, under a label that is an area, a kind of criteria, the grade …"""
        topic = meaning(label).topic if label else Topic.NAME
        if topic is Topic.GRADE:
            self.add(Says.GRADE, lines, text, level)
            return
        if label and _SUMMARY.fullmatch(plain(label)):
            self.add(Says.SUMMARY, lines, text, level)
            return
        if is_remark(label):
            self.add(Says.NOTE, lines, text, area=joined_names(level, around, label))
            return
        kind = topic if topic in _KINDS and _SAYS_KIND.search(label) else None
        area = around if kind is not None else joined_names(around, label)
        if says_nothing(text) and pointer_in(text) is None:
            if any(letter.isalpha() for letter in text):
                self.add(Says.NOTE, lines, text, area=joined_names(level, area))
            return
        read = read_cell(text)
        for lead in read.leads:
            self.add(Says.NOTE, lines, lead, area=joined_names(level, area))
        for part in read.statements:
            says = Says.CRITERION if pointer_in(part) is None else Says.POINTER
            self.add(says, lines, part, level, area, kind)


def joined_names(*names: str) -> str:
    """An area inside an area, in words."""
    said: list[str] = []
    for name in names:
        words = plain(name).strip(" :")
        if said and words.casefold() == said[-1].casefold():
            said[-1] = words
        elif words and words not in said:
            said.append(words)
    return " – ".join(said)
