"""A grid with a column for each level: one competency a row, in words or in marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ladder_app.importers.cells import is_cross, is_tick, says_nothing
from ladder_app.importers.grid_below import Below
from ladder_app.importers.grid_heads import counts_up, is_about_a_competency, is_wide, label_order
from ladder_app.importers.grid_reading import GridReading, Says, joined_names
from ladder_app.importers.grid_scale import is_scaled
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from ladder_app.importers.grid_heads import LevelColumns
    from ladder_app.importers.grid_reading import Rows

_FEWEST_ROWS = 2
_OF_LEVELS = re.compile(r"(?:career |job |pay )?(?:levels?|grades?|bands?|tiers?|ranks?|stages?|rungs?)", re.IGNORECASE)


class AcrossReader:
    """Goes through the rows; what stands left of the levels names the competency."""

    def __init__(self, reading: GridReading, across: LevelColumns, around: str = "") -> None:
        """`around` is the group that the first rows are in."""
        self._reading = reading
        self._across = across
        self._order = label_order(across)
        self._around = around
        self._labels = [""] * len(across.labels)
        self._titles = [title for _, title in across.titles]
        self._scaled = False

    def read(self, lines: range, body: Rows) -> None:
        """All rows under the head, which stands on these lines."""
        below = Below(self._across, body)
        body = below.rest
        self._name(below.titles)
        if _are_numbered(self._across, body):
            self._reading.crossed_at = lines.start
        for title in self._titles:
            self._reading.add(Says.LEVEL, lines, title, title)
        for more in below.heads:
            self._reading.add(Says.HEAD, more, "")
        for at, years in below.years:
            for title, text in years:
                self._reading.add(Says.SUMMARY, at, text, title)
        self._scaled = is_scaled([cells for _, cells in body], [i for i, _ in self._across.titles])
        if self._scaled:
            self._reading.scaled_at = lines.start
        grows = self._grows(body)
        for row_lines, cells in body:
            self._row(row_lines, cells, grows=grows)
        if grows:
            for lower, level in zip(self._titles, self._titles[1:], strict=False):
                self._reading.add(Says.BUILDS, lines, lower, level)

    def _name(self, titles: list[str]) -> None:
        self._titles = titles
        named = [(i, title) for (i, _), title in zip(self._across.titles, titles, strict=True)]
        self._across = replace(self._across, titles=named)

    def _row(self, lines: range, cells: list[str], *, grows: bool) -> None:
        reading, across = self._reading, self._across
        filled = {i for i, cell in enumerate(cells) if cell}
        texts = [(title, cells[i]) for i, title in across.titles if i in filled]
        here = [cells[i] if i in filled else "" for i in across.labels]
        if texts and [text for _, text in texts] == [title for i, title in across.titles if i in filled]:
            reading.add(Says.HEAD, lines, "")
            return
        if not texts:
            self._without_texts(lines, cells, [name for name in here if name])
            return
        if any(here):
            first = next(i for i, name in enumerate(here) if name)
            self._labels = self._labels[:first] + here[first:]
        said = [
            self._labels[i]
            for i in self._order
            if any(letter.isalpha() for letter in self._labels[i])
            and not is_about_a_competency(across, i, self._labels[i])
        ]
        about = [name for i, name in enumerate(here) if name and is_about_a_competency(across, i, name)]
        for i in across.beside:
            if i in filled:
                before = [title for j, title in across.titles if j < i]
                reading.add(Says.NOTE, lines, cells[i], area=joined_names(*before[-1:], self._around, *said))
        if _is_ticked(cells, across) and (said or about):
            text = about.pop() if about else said.pop()
            ticked = [title for title, cell in texts if is_tick(cell)]
            for number, title in enumerate(ticked):
                says = Says.AGAIN if grows and number else Says.CRITERION
                reading.add(says, lines, text, title, joined_names(self._around, *said))
            texts = []
        if self._scaled and texts and (said or about):
            text = about.pop() if about else said.pop()
            for title, step in texts:
                if not says_nothing(step) and step != "0":
                    reading.add(Says.CRITERION, lines, text, title, joined_names(self._around, *said))
            steps = [cells[i] if i in filled else "" for i, _ in across.titles]
            reading.add(Says.NOTE, lines, " | ".join([text, *steps]))
            texts = []
        for name in about:
            reading.add(Says.NOTE, lines, name, area=joined_names(self._around, *said))
        label = said[-1] if said else ""
        for title, text in texts:
            reading.cell(lines, title, label, text, joined_names(self._around, *said[:-1]))

    def _without_texts(self, lines: range, cells: list[str], names: list[str]) -> None:
        if len(names) == 1 and not is_wide(names[0]):
            self._around = names[0]
            self._labels = [""] * len(self._labels)
            self._reading.add(Says.AREA, lines, names[0])
        else:
            self._reading.add(Says.NOTE, lines, "\n".join(cell for cell in cells if cell))

    def _grows(self, body: Rows) -> bool:
        """Whether every row is ticked from some level on, up to the last: then each level takes over the one before."""
        numbers = [i for i, _ in self._across.titles]
        rows = [[is_tick(cells[i]) if i < len(cells) else False for i in numbers] for _, cells in body]
        marked = [row for row in rows if any(row)]
        texts = [cells for _, cells in body if any(i < len(cells) and cells[i] for i in numbers)]
        return (
            len(marked) > 1
            and all(_is_ticked(cells, self._across) for cells in texts)
            and all(row == sorted(row) for row in marked)
            and len({row.index(True) for row in marked}) > 1
        )


def _are_numbered(across: LevelColumns, body: Rows) -> bool:
    """Whether rows begin with the numbers of levels, one by one, where each should name a competency."""
    if len(across.labels) != 1 or len(body) < _FEWEST_ROWS:
        return False
    first = [cells[across.labels[0]] if across.labels[0] < len(cells) else "" for _, cells in body]
    return counts_up(first) and _OF_LEVELS.fullmatch(plain(across.heads[0])) is not None


def _is_ticked(cells: list[str], across: LevelColumns) -> bool:
    """Whether a row says by marks alone which levels it is for."""
    found = [cells[i] for i, _ in across.titles if i < len(cells) and cells[i]]
    return any(map(is_tick, found)) and all(is_tick(cell) or is_cross(cell) or says_nothing(cell) for cell in found)
