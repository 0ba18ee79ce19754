"""What stands right under the heads of levels and says more about them: second names, codes, years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.grid_heads import are_levels, fields_of_names
from ladder_app.importers.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ladder_app.importers.grid_heads import LevelColumns
    from ladder_app.importers.grid_reading import Rows

_DEEPEST = 3
_YEARS = re.compile(
    r"\W*(?:(?:about|ca\.?|from|over|under|up to|more than|less than|at least|min\.?|minimum) )?"
    r"[<>~≥+]?\s?\d{1,2}(?:[.,]\d)?\+?(?:\s?(?:[-–—/]|to|bis|à|a)\s?\d{1,2}(?:[.,]\d)?\+?)?\s?\+?\s?"
    r"(?:years?|yrs?|y|jahre?|ans?|années|años?|anos?|anni|jaar|lat|år|лет|года?|年|months?)\b.{0,30}",
    re.IGNORECASE,
)


class Below:
    """The rows under the heads that name the levels once more, or say how many years they have."""

    def __init__(self, across: LevelColumns, body: Rows) -> None:
        self.titles = [title for _, title in across.titles]
        self.heads: list[range] = []
        """The lines of rows that name levels."""
        self.years: list[tuple[range, list[tuple[str, str]]]] = []
        """The lines of rows that give years, with the level and the years of each column."""
        self.rest = body
        for lines, cells in body[:_DEEPEST]:
            found = [cells[i] if i < len(cells) else "" for i, _ in across.titles]
            if not _is_unlabelled([cells[i] for i in across.labels if i < len(cells)]):
                break
            if self._are_names(found):
                self.titles = [f"{a} – {b}" if b and b != a else a for a, b in zip(self.titles, found, strict=True)]
                self.heads.append(lines)
            elif _are_years(found):
                self.years.append((lines, [(self.titles[i], text) for i, text in enumerate(found) if text]))
            else:
                break
            self.rest = self.rest[1:]
        # Names that came below the years are theirs, too.
        self.years = [(lines, [(self._now(title), text) for title, text in said]) for lines, said in self.years]

    def _now(self, title: str) -> str:
        return next((now for now in self.titles if now == title or now.startswith(f"{title} – ")), title)

    def _are_names(self, found: list[str]) -> bool:
        named = [cell for cell in found if cell]
        if len(named) < 2 or len(named) * 3 < len(found) * 2 or not are_levels(named):
            return False
        same = sum(tokens(a) == tokens(b) for a, b in zip(self.titles, found, strict=True))
        return same < len(named) and len({tokens(cell) for cell in named}) == len(named)


def _is_unlabelled(labels: Sequence[str]) -> bool:
    """Whether nothing in front of the cells is the name of a competency."""
    return all(not label or fields_of_names(label) for label in labels)


def _are_years(found: list[str]) -> bool:
    said = [plain(cell) for cell in found if cell]
    return len(said) > 1 and all(_YEARS.fullmatch(text) for text in said)
