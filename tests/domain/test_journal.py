from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Change, Evidence
from ladder_app.domain.journal import JournalFilter, attached, journal, stale
from ladder_app.domain.readiness import readiness
from tests.domain.builders import assessment, level, rated, role
from tests.domain.strategies import assessments, days

TODAY = date(2026, 11, 23)


def entry(name: str, when: date = TODAY, *criteria: str, **more: object) -> Evidence:
    return Evidence.model_validate({"id": name, "date": when, "text": f"Did {name}.", "criteria": criteria, **more})


def cycle(*entries: Evidence) -> Cycle:
    return Cycle(name="2026 H2", opened=date(2026, 7, 1), evidence=entries)


@given(assessments(), days, st.sampled_from(JournalFilter), st.sampled_from(["", "did", "IT waits", "zzz"]))
def test_that_the_journal_lists_what_the_filter_lists_newest_first(
    about: Assessment, today: date, chosen: JournalFilter, search: str
) -> None:
    found = journal(about.cycle, today, chosen, search)
    listed = found.entries
    assert [e.date for e in listed] == sorted((e.date for e in listed), reverse=True)
    assert all(chosen.lists(e, today) for e in listed)
    assert len(listed) == found.counts[chosen] <= found.counts[JournalFilter.ALL]
    assert [month.first for month in found.months] == sorted({e.date.replace(day=1) for e in listed}, reverse=True)
    if not search:
        assert {e.id for e in listed} == {e.id for e in about.cycle.evidence if chosen.lists(e, today)}


@given(assessments(), days)
def test_that_stale_is_met_by_old_evidence_alone(about: Assessment, today: date) -> None:
    found = readiness(about)
    names = {s.id for s in stale(found, about.cycle, today)}
    assert names.isdisjoint(s.id for s in found.no_evidence)
    for standing in found.standings:
        dates = [e.date for e in about.cycle.evidence_for(standing.id)]
        if standing.id in names:
            assert standing.meets
            assert all((today - day).days >= 365 for day in dates)
        elif standing.counts and standing.meets and dates:
            assert (today - max(dates)).days <= 366


def test_that_stale_evidence_is_a_year_old_to_the_day() -> None:
    about = assessment(role(level("a", ["x"])), rated(x=3))
    for day, is_stale in ((date(2025, 11, 23), False), (date(2025, 11, 22), True)):
        held = about.with_evidence(entry("e", day, "x"))
        assert bool(stale(readiness(held), held.cycle, TODAY)) is is_stale


def test_that_the_search_reads_everything_an_entry_says() -> None:
    said = entry(
        "one",
        TODAY,
        "x",
        result="Nobody waits",
        change=Change(of="Build", before="40 min", after="9 min"),
        link="https://example.com/mr/12",
    )
    held = cycle(said, entry("two"))
    for search in ("nobody", "build 40", "MR/12", "hires people", "did one"):
        assert [e.id for e in journal(held, TODAY, search=search, names={"x": "Hires people."}).entries] == ["one"]
    assert journal(held, TODAY, search="x").counts[JournalFilter.ALL] == 1
    assert [e.id for e in journal(held, TODAY, JournalFilter.NO_RESULT).entries] == ["two"]
    assert [e.id for e in journal(held, TODAY, JournalFilter.NOT_ATTACHED).entries] == ["two"]


def test_that_attaching_adds_and_never_takes() -> None:
    entries = (entry("one", TODAY, "x"), entry("two", TODAY, "x", "y"))
    assert [(e.id, e.criteria) for e in attached(entries, ("y", "x"))] == [("one", ("x", "y"))]


def test_that_several_sources_are_told_apart() -> None:
    assert entry("one", source="git:a git:b").sources == ("git:a", "git:b")
    assert entry("one").sources == ()


def test_that_several_entries_go_at_once() -> None:
    about = assessment(role(level("a", ["x"])))
    for name in ("one", "two", "three"):
        about = about.with_evidence(entry(name))
    assert [e.id for e in about.without_evidence("one", "three").cycle.evidence] == ["two"]
