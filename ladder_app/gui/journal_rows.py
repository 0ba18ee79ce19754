"""The rows of the Evidence page: months and entries, and what each row says. No Qt."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date

from ladder_app.domain.entries import Evidence
from ladder_app.domain.journal import Journal, JournalFilter
from ladder_app.markup import isolated, plain, shown
from ladder_app.report.evidence_words import outcome_words
from ladder_app.report.words import counted, day_near, month

FILTER_NAMES = {
    JournalFilter.ALL: "All",
    JournalFilter.NOT_ATTACHED: "Not attached",
    JournalFilter.NO_RESULT: "No result",
    JournalFilter.OLD: "Older than a year",
}
_SHORT = 44


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The head of a month."""

    text: str
    note: str
    key: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One achievement. `suggested` are ids of criteria that it could support, `offers` their words."""

    entry: Evidence
    text: str
    outcome: str
    small: str
    about: str
    suggested: tuple[str, ...]
    offers: str
    first: bool
    last: bool

    @property
    def key(self) -> str:
        return self.entry.id


Row = MonthRow | EntryRow
Suggest = Callable[[Evidence], tuple[str, ...]]


def journal_rows(found: Journal, names: Mapping[str, str], today: date, suggest: Suggest) -> Iterator[Row]:
    """The rows of a journal; what is not attached says what it could support."""
    for each in found.months:
        yield MonthRow(month(each.first), counted(len(each.entries), "entry", "entries"), f"month {each.first}")
        for place, entry in enumerate(each.entries):
            suggested = () if entry.criteria else suggest(entry)
            small = [day_near(entry.date, today)]
            if entry.link:
                small.append(shown(entry.link).partition("://")[2] or shown(entry.link))
            yield EntryRow(
                entry=entry,
                text=plain(entry.text),
                outcome=outcome_words(entry),
                small=" · ".join(small),
                about=_about(entry, names),
                suggested=suggested,
                offers="   ".join(f"{n} {isolated(in_short(names[name]))}" for n, name in enumerate(suggested, 1)),
                first=place == 0,
                last=place == len(each.entries) - 1,
            )


def in_short(text: str) -> str:
    """The beginning of a criterion's text, for a line that names several."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def _about(entry: Evidence, names: Mapping[str, str]) -> str:
    if not entry.criteria:
        return "Not attached yet"
    first = in_short(names[entry.criteria[0]])
    others = len(entry.criteria) - 1
    return f"For: {isolated(first)}" + (f" and {counted(others, 'other', 'others')}" if others else "")


def spoken(row: Row, ticked: Set[str]) -> str:
    """A row in one sentence."""
    if isinstance(row, MonthRow):
        return f"{row.text}, {row.note}"
    parts = [isolated(row.text), row.outcome, row.small, row.about, f"could support {row.offers}" if row.offers else ""]
    if row.key in ticked:
        parts.insert(0, "chosen")
    return ", ".join(part for part in parts if part)
