"""The evidence of a cycle as a journal: newest first, by month, searched and filtered; and what it leaves bare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from ladder_app.domain.agenda import year_before
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Evidence
from ladder_app.domain.readiness import Readiness, Standing


class JournalFilter(Enum):
    """Which entries of the journal are listed."""

    ALL = "all"
    NOT_ATTACHED = "not_attached"
    NO_RESULT = "no_result"
    """Neither a result nor a figure that moved."""
    OLD = "old"
    """Older than a year."""

    def lists(self, entry: Evidence, today: date) -> bool:
        """Whether an entry is among those."""
        match self:
            case JournalFilter.NOT_ATTACHED:
                return not entry.criteria
            case JournalFilter.NO_RESULT:
                return not entry.result and entry.change is None
            case JournalFilter.OLD:
                return entry.date < year_before(today)
        return True


@dataclass(frozen=True, slots=True)
class JournalMonth:
    """The entries of one month, newest first; `first` is its first day."""

    first: date
    entries: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """What is listed, by month, and how many entries each filter would list of those that the search finds."""

    months: tuple[JournalMonth, ...]
    counts: Mapping[JournalFilter, int]

    @property
    def entries(self) -> tuple[Evidence, ...]:
        """All that is listed, newest first."""
        return tuple(entry for month in self.months for entry in month.entries)


def journal(
    cycle: Cycle,
    today: date,
    chosen: JournalFilter = JournalFilter.ALL,
    search: str = "",
    names: Mapping[str, str] | None = None,
) -> Journal:
    """The journal of a cycle. Every word of the search stands in an entry or in what its criteria say (`names`)."""
    words = search.casefold().split()
    known = {} if names is None else names
    found = [entry for entry in cycle.evidence if _holds(entry, words, known)]
    listed = sorted((e for e in found if chosen.lists(e, today)), key=lambda e: e.date, reverse=True)
    months = groupby(listed, key=lambda entry: entry.date.replace(day=1))
    return Journal(
        tuple(JournalMonth(first, tuple(entries)) for first, entries in months),
        {each: sum(each.lists(entry, today) for entry in found) for each in JournalFilter},
    )


def stale(readiness: Readiness, cycle: Cycle, today: date) -> tuple[Standing, ...]:
    """Required criteria rated as met that have evidence, and nothing newer than a year."""
    newest = cycle.newest_evidence()
    limit = year_before(today)
    return tuple(s for s in readiness.standings if s.counts and s.meets and newest.get(s.id, limit) < limit)


def attached(entries: Iterable[Evidence], criteria: Iterable[str]) -> tuple[Evidence, ...]:
    """The entries, each supporting these criteria too; those that did already are left out."""
    wanted = tuple(criteria)
    return tuple(
        entry.model_copy(update={"criteria": tuple(dict.fromkeys((*entry.criteria, *wanted)))})
        for entry in entries
        if not set(wanted) <= set(entry.criteria)
    )


def _holds(entry: Evidence, words: Iterable[str], names: Mapping[str, str]) -> bool:
    change = entry.change
    parts = [entry.text, entry.result or "", entry.link or "", *(names.get(name, name) for name in entry.criteria)]
    if change is not None:
        parts += [change.of or "", change.before, change.after]
    text = "\n".join(parts).casefold()
    return all(word in text for word in words)
