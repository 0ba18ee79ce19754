"""What a team's table lists: which people, in which order, in which words. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ladder_app.domain.readiness import Verdict
from ladder_app.domain.team import AreaStanding, Member, Standpoint, View, areas
from ladder_app.markup import isolated, plain, without_isolates
from ladder_app.report.team.words import actions_words, area_percent, level_words, share_words, verdict_words, way_words
from ladder_app.report.verdict import verdict_word
from ladder_app.report.words import day, day_near

Key = tuple[float, str]
"""What rows are sorted by: first the number, then the word."""

_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One person, and the file that says so."""

    file: str
    member: Member

    @property
    def name(self) -> str:
        """The name on one line."""
        return " ".join(self.member.person.split())

    @property
    def title(self) -> str:
        """What stands under the name: the person's own title, else that of the level they are at, else the role."""
        member = self.member
        if member.title:
            return plain(member.title)
        return plain(member.role if member.current is None else member.current.title)


class Column(Enum):
    """The columns of the table, each by its heading."""

    PERSON = "Person"
    WAY = "From → to"
    SELF = "Self"
    REVIEW = "Review"
    AGREED = "Agreed"
    VERDICT = "Verdict"
    ACTIONS = "Open actions"
    TOUCHED = "Last touched"


VIEWS = {Column.SELF: View.SELF, Column.REVIEW: View.REVIEW, Column.AGREED: View.AGREED}
"""The columns that show a percentage, and whose."""

VIEW_NAMES = {View.SELF: "themselves", View.REVIEW: "the reviewer", View.AGREED: "both, as agreed"}


class VerdictFilter(Enum):
    """Which verdicts are listed."""

    ALL = "All verdicts"
    READY = Verdict.READY
    NEARLY = Verdict.NEARLY
    OPEN = Verdict.OPEN
    NOT_READY = Verdict.NOT_READY

    @property
    def words(self) -> str:
        return verdict_word(self.value) if isinstance(self.value, Verdict) else self.value


def cell_words(row: TeamRow, column: Column, view: View, today: date) -> str:
    """What a cell says."""
    member = row.member
    if column in VIEWS:
        return share_words(member.seen_by(VIEWS[column]))
    if column is Column.PERSON:
        return row.name
    if column is Column.WAY:
        return way_words(member)
    if column is Column.VERDICT:
        return verdict_words(member.seen_by(view))
    return actions_words(member, today) if column is Column.ACTIONS else day_near(member.touched, today)


def cell_whole(row: TeamRow, column: Column, view: View, today: date) -> str:
    """All there is to say about a cell, for whoever stops at it."""
    member = row.member
    if column is Column.PERSON:
        return f"{row.name}\n{row.title}\n{row.file}"
    if column is Column.WAY:
        way = [isolated(level_words(level)) for level in (member.current, member.target)]
        return f"{' → '.join(way)}, {isolated(plain(member.role))}, {isolated(member.cycle)}"
    if column is Column.REVIEW and member.review is not None and member.reviewed is not None:
        more = f"\n{member.reviewers} reviews; this is the newest." if member.reviewers > 1 else ""
        return f"By {isolated(member.review.rater)}, {day(member.reviewed)}\n{_counts(member.review)}{more}"
    seen = member.seen_by(VIEWS.get(column, view))
    if column in VIEWS or column is Column.VERDICT:
        return "Nobody has this view yet." if seen is None else _counts(seen)
    return cell_words(row, column, view, today)


def area_of(row: TeamRow, name: str, view: View) -> AreaStanding | None:
    """How an area stands with a person in a view; None where the role lacks it or nobody has that view."""
    seen = row.member.seen_by(view)
    return next((area for area in seen.areas if area.name == name), None) if seen is not None else None


def area_whole(row: TeamRow, name: str, area: AreaStanding | None) -> str:
    """All there is to say about an area of a person."""
    said = "not in this role, or not rated" if area is None else f"{area.rated} of {area.required} rated"
    return f"{row.name}\n{isolated(plain(name))}: {area_percent(area)}, {said}"


def listed(rows: Iterable[TeamRow], words: str, verdict: VerdictFilter, view: View) -> list[TeamRow]:
    """The rows that hold every one of the words, with that verdict."""
    wanted = words.casefold().split()
    return [row for row in rows if _has_verdict(row, verdict, view) and all(word in _said_of(row) for word in wanted)]


def in_order(rows: Sequence[TeamRow], column: Column, view: View, *, falling: bool) -> list[TeamRow]:
    """The rows sorted by a column; those with nothing in it stay last whichever way."""
    return _sorted(rows, lambda row: _key(row, column, view), falling=falling)


def in_area_order(rows: Sequence[TeamRow], name: str, view: View, *, falling: bool) -> list[TeamRow]:
    """The rows sorted by how an area stands."""

    def key(row: TeamRow) -> Key | None:
        area = area_of(row, name, view)
        return (area.shown, "") if area is not None and area.rated else None

    return _sorted(rows, key, falling=falling)


def area_names(rows: Iterable[TeamRow]) -> tuple[str, ...]:
    """The areas of everybody, each once."""
    return areas(row.member for row in rows)


def _sorted(rows: Sequence[TeamRow], key: Callable[[TeamRow], Key | None], *, falling: bool) -> list[TeamRow]:
    keys = {row.file: key(row) for row in rows}
    known = [row for row in rows if keys[row.file] is not None]
    known.sort(key=lambda row: keys[row.file] or (_LAST, ""), reverse=falling)
    return known + [row for row in rows if keys[row.file] is None]


def _key(row: TeamRow, column: Column, view: View) -> Key | None:
    member = row.member
    if column is Column.PERSON:
        return 0, row.name.casefold()
    if column is Column.WAY:
        grades = [level.grade or 0 for level in (member.target, member.current) if level is not None]
        return grades[0] + grades[-1] / 1000, without_isolates(way_words(member)).casefold()
    if column is Column.ACTIONS:
        return (member.open_actions, "") if member.open_actions else None
    if column is Column.TOUCHED:
        return member.touched.toordinal(), ""
    seen = member.seen_by(VIEWS.get(column, view))
    if seen is None or not seen.required:
        return None
    return (seen.says if column is Column.VERDICT else seen.shown), f"{seen.shown:07.3f}"


def _has_verdict(row: TeamRow, verdict: VerdictFilter, view: View) -> bool:
    if verdict is VerdictFilter.ALL:
        return True
    seen = row.member.seen_by(view)
    return seen is not None and seen.says is verdict.value


def _said_of(row: TeamRow) -> str:
    member = row.member
    way = without_isolates(way_words(member))
    return f"{row.name} {row.title} {member.role} {way} {member.cycle} {row.file}".casefold()


def _counts(seen: Standpoint) -> str:
    if not seen.required:
        return "There is nothing to rate."
    return f"{verdict_words(seen)}: {seen.met} of {seen.required} met, {seen.rated} rated"
