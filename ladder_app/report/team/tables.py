"""A team as CSV for a spreadsheet and as JSON for whatever an organisation analyses with."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from ladder_app.domain.team import View, areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ladder_app.domain.team import AreaStanding, LevelName, Member, Standpoint
    from ladder_app.errors import Problem

Row = tuple[str, "Member"]
"""A file, and what is in it."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def team_csv(rows: Sequence[Row]) -> str:
    """One line a person, with a column for each area (in percent, by the person's own ratings).

    What a spreadsheet would take for a formula is written as text.
    """
    named = areas(member for _, member in rows)
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow([_as_text(name) for name in (*_COLUMNS, *named)])
    for file, member in rows:
        lines.writerow([_as_text(cell) for cell in (*_cells(file, member), *_area_cells(member, named))])
    return out.getvalue()


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """The CSV as a file holds it; the mark at its start is how the common spreadsheets know that it is UTF-8."""
    return b"\xef\xbb\xbf" + team_csv(rows).encode()


def member_json(file: str, member: Member) -> dict[str, object]:
    """A person's line as plain values; percentages are unrounded, days are `2026-11-23`, what is not there is null."""
    review = _seen(member.review)
    if review is not None:
        review = {**review, "reviewed": _day(member.reviewed)}
    return {
        "file": file,
        "assessment": member.assessment_id,
        "person": member.person,
        "title": member.title,
        "role": {"id": member.role_id, "title": member.role},
        "from": _level(member.current),
        "to": _level(member.target),
        "cycle": member.cycle,
        "closed": _day(member.closed),
        "self": _seen(member.own),
        "review": review,
        "reviewers": member.reviewers,
        "agreed": _seen(member.agreed),
        "verdict": member.own.verdict,
        "open_actions": member.open_actions,
        "next_due": _day(member.next_due),
        "last_touched": member.touched.isoformat(),
    }


def team_json(folder: str, rows: Sequence[Row], problems: Sequence[Problem]) -> dict[str, object]:
    """The whole team: `folder`, `members`, and in `unread` what is wrong with the files that could not be read."""
    return {
        "format": "ladder-team/1",
        "folder": folder,
        "members": [member_json(file, member) for file, member in rows],
        "unread": [{"file": p.file, "line": p.line, "column": p.column, "message": p.message} for p in problems],
    }


def team_json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON value a line, one line a person, each with its line end."""
    for file, member in rows:
        yield json.dumps(member_json(file, member), ensure_ascii=False) + "\n"


_COLUMNS = (
    "Person",
    "Title",
    "Role",
    "From",
    "To",
    "Cycle",
    "Rated",
    "Required",
    "Self %",
    "Self possible %",
    "Self verdict",
    "Reviewer",
    "Reviewed",
    "Review %",
    "Review verdict",
    "Agreed %",
    "Agreed verdict",
    "Open actions",
    "Next due",
    "Last touched",
    "File",
)


def _cells(file: str, member: Member) -> Iterator[str]:
    own, review, agreed = (member.seen_by(view) for view in (View.SELF, View.REVIEW, View.AGREED))
    yield from (member.person, member.title or "", member.role)
    yield from (_level_cell(member.current), _level_cell(member.target), member.cycle)
    yield from (str(member.own.rated), str(member.own.required))
    yield from (_percent(own), _number(member.own.possible), _verdict(own))
    yield from ("" if review is None else review.rater, _day(member.reviewed) or "", _percent(review), _verdict(review))
    yield from (_percent(agreed), _verdict(agreed))
    yield from (str(member.open_actions), _day(member.next_due) or "", member.touched.isoformat(), file)


def _area_cells(member: Member, named: Sequence[str]) -> Iterator[str]:
    found = {area.name: area for area in member.own.areas}
    for name in named:
        yield _number(found[name].shown) if name in found else ""


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def _level_cell(level: LevelName | None) -> str:
    if level is None:
        return ""
    return level.title if level.grade is None else f"{level.title}, grade {level.grade}"


def _percent(seen: Standpoint | None) -> str:
    return "" if seen is None else _number(seen.shown)


def _verdict(seen: Standpoint | None) -> str:
    return "" if seen is None else seen.verdict


def _number(value: float) -> str:
    return f"{value:.1f}"


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _level(level: LevelName | None) -> dict[str, object] | None:
    return None if level is None else level.model_dump()


def _seen(seen: Standpoint | None) -> dict[str, object] | None:
    if seen is None:
        return None
    return {**seen.model_dump(exclude={"areas"}), "areas": [_area(area) for area in seen.areas]}


def _area(area: AreaStanding) -> dict[str, object]:
    return area.model_dump()
