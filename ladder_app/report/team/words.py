"""The words of a team's table, the same on screen, in the terminal and in documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.charts.percent import percent
from ladder_app.markup import isolated, plain
from ladder_app.report.verdict import verdict_word
from ladder_app.report.words import counted, day_near

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ladder_app.domain.team import AreaStanding, LevelName, Member, Standpoint

NOTHING = "–"
"""What stands where there is no figure."""


def level_words(level: LevelName | None) -> str:
    """`grade 9`, else the title; a dash for no level."""
    if level is None:
        return NOTHING
    return plain(level.title) if level.grade is None else f"grade {level.grade}"


def way_words(member: Member) -> str:
    """From which level to which: `grade 8 → 9`."""
    current, target = member.current, member.target
    if current is None:
        return f"→ {isolated(level_words(target))}"
    if current.grade is not None and target.grade is not None:
        return f"grade {current.grade} → {target.grade}"
    return f"{isolated(level_words(current))} → {isolated(level_words(target))}"


def share_words(seen: Standpoint | None) -> str:
    """`64 %`, with what is possible where ratings are missing: `64–81 %`; a dash where nobody has that view."""
    if seen is None or not seen.required:
        return NOTHING
    shown = percent(seen.shown)
    if seen.rated == seen.required or percent(seen.possible) == shown:
        return shown
    return f"{shown.split()[0].rstrip('%')}–{percent(seen.possible)}"


def area_percent(area: AreaStanding | None) -> str:
    """`64 %`; a dash where nothing is rated, or the role lacks the area."""
    return percent(area.shown) if area is not None and area.rated else NOTHING


def heat_step(area: AreaStanding | None) -> int | None:
    """Which of the five rating colours an area's share has, from 0 to 4; None where nothing is rated."""
    return None if area is None or not area.rated else round(4 * area.shown / 100)


def verdict_words(seen: Standpoint | None) -> str:
    """`Nearly ready`; a dash where nobody has that view."""
    return NOTHING if seen is None else verdict_word(seen.says)


def actions_words(member: Member, today: date) -> str:
    """How many actions are open, and that one of them was due: `3, one was due 3 Nov`."""
    if not member.open_actions:
        return NOTHING
    if member.next_due is None:
        return str(member.open_actions)
    when = "was due" if member.overdue(today) else "due"
    return f"{member.open_actions}, {when} {day_near(member.next_due, today)}"


def summary_words(members: int, unread: int, older: int = 0) -> str:
    """`Twelve people; one older copy left out; two files cannot be read.`"""
    parts = [counted(members, "person", "people").capitalize()]
    if older:
        parts.append(f"{counted(older, 'older copy', 'older copies')} left out")
    if unread:
        parts.append(f"{counted(unread, 'file', 'files')} cannot be read")
    return f"{'; '.join(parts)}."


def by_name(rows: Iterable[tuple[str, Member]]) -> list[tuple[str, Member]]:
    """Files with their members, by the person's name, then by file."""
    return sorted(rows, key=lambda row: (row[1].person.casefold(), row[0]))
