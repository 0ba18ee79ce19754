"""Where values start in a text, as a tree that mirrors the values themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.values import Path

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, for saying where a character is as editors do."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


@dataclass(slots=True)
class Branch:
    """A mapping or a list: where it starts, and what is inside.

    A place inside is the index of a scalar's first character, or another branch; a mapping also keeps where
    each key starts.
    """

    index: int
    inside: dict[str, tuple[int, Place]] | list[Place]

    def find(self, path: Path, *, key: bool = False) -> int:
        """The character to point at for the value at `path`.

        That is where a scalar itself starts; for a mapping or a list, its key; for what is not there, the
        nearest thing around it that is. With `key`, the last key even if its value is a scalar.
        """
        along = list(self._along(path))
        index, place = along[-1] if along else (self.index, self)
        return index if isinstance(place, Branch) or (key and len(along) == len(path)) else place

    def has(self, path: Path) -> bool:
        """Whether anything is written at `path`."""
        return len(list(self._along(path))) == len(path)

    def _along(self, path: Path) -> Iterator[tuple[int, Place]]:
        """For each step of the path that leads somewhere: where its key (or list entry) starts, and the place."""
        place: Place = self
        for step in path:
            inside = place.inside if isinstance(place, Branch) else None
            if isinstance(inside, dict) and isinstance(step, str) and step in inside:
                start, place = inside[step]
            elif isinstance(inside, list) and isinstance(step, int) and step < len(inside):
                place = inside[step]
                start = place.index if isinstance(place, Branch) else place
            else:
                return
            yield start, place


Place = int | Branch
