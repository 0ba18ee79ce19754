"""Levels that a table knows by numbers alone, and a legend beside it by name: “1 = Junior, 2 = Senior”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.grid_heads import names_level
from ladder_app.importers.result import Place
from ladder_app.importers.words import plain

if TYPE_CHECKING:
    from ladder_app.importers.drafts import Draft

_NUMBERED = re.compile(r"Level (\d{1,2})")
_PAIR = re.compile(
    r"(?<![\w.])(\d{1,2})\s*(?:=|:|–|—|-|→)\s*([^\W\d][\w /&-]{1,40}?)(?=\s*[,;|.()]|\s*$|\s+\d{1,2}\s*[=:–—-])"
)
_TOLD = frozenset((Place.NOTE, Place.SUMMARY, Place.LEVEL_SUMMARY))
_LONGEST = 400


def name_by_legend(draft: Draft) -> None:
    """Call levels that are but numbers as a legend does that names all of them, and nothing else by a number."""
    found = [_NUMBERED.fullmatch(level.title) for level in draft.levels]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < len(draft.levels) or len(numbers) < 2:
        return
    names: dict[int, set[str]] = {}
    for number, line in enumerate(draft.ledger.lines):
        entry = draft.ledger.entries.get(number)
        if entry is not None and entry.place in _TOLD and len(line) < _LONGEST:
            for code, name in _PAIR.findall(plain(line)):
                names.setdefault(int(code), set()).add(name.strip())
    said = [next(iter(names[n])) for n in numbers if len(names.get(n, ())) == 1]
    if len(set(said)) == len(numbers) and all(map(names_level, said)):
        for level, name in zip(draft.levels, said, strict=True):
            level.title = name
