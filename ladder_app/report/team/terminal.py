"""A team as a table in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.team import View
from ladder_app.markup import isolated
from ladder_app.report.team.words import actions_words, share_words, verdict_words, way_words
from ladder_app.report.terminal_text import as_encoded, cells, padded, wrapped
from ladder_app.report.words import day_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ladder_app.domain.team import Member
    from ladder_app.report.team.tables import Row

_HEADS = ("Person", "From → to", "Self", "Review", "Agreed", "Verdict (self)", "Actions", "Touched")
_GAP = 2
_NARROWEST_NAME, _NARROWEST_WAY = 12, 12


def team_text(rows: Sequence[Row], summary: str, today: date, *, width: int = 100, encoding: str = "utf-8") -> str:
    """The table, at most `width` cells wide where names allow it, and the `summary` as its last line."""
    lines = list(_table([_HEADS, *(_cells(member, today) for _, member in rows)], width)) if rows else []
    return as_encoded("\n".join([*lines, *([""] if lines else []), summary]) + "\n", encoding)


def _cells(member: Member, today: date) -> tuple[str, ...]:
    seen = [member.seen_by(view) for view in View]
    return (
        " ".join(member.person.split()),
        way_words(member),
        *map(share_words, seen),
        verdict_words(member.own),
        actions_words(member, today),
        day_near(member.touched, today),
    )


def _table(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for place, narrowest in ((0, _NARROWEST_NAME), (1, _NARROWEST_WAY)):
        too_much = sum(widths) + _GAP * (len(widths) - 1) - width
        widths[place] = max(widths[place] - max(too_much, 0), min(narrowest, widths[place]))
    for row in rows:
        parts = [
            [isolated(line) for line in wrapped(cell, room)] or [""] for cell, room in zip(row, widths, strict=True)
        ]
        for number in range(max(map(len, parts))):
            line = (part[number] if number < len(part) else "" for part in parts)
            filled = (padded(text, room) for text, room in zip(line, widths, strict=True))
            yield (" " * _GAP).join(filled).rstrip()
