from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.entries import Change
from ladder_app.domain.quick_entry import QuickEntry, understood

TODAY = date(2026, 11, 23)  # a Monday
LINK = "https://example.com/mr/12"

words = st.lists(
    st.sampled_from(["Taught", "Hired", "the", "a", "team", "Größe", "写", "שלום", "well"]), min_size=1, max_size=6
)
texts = words.map(lambda found: " ".join(("Then", *found, "done")))
# Two bare numbers of four digits are years, and no figure that moved.
figures = st.tuples(st.integers(0, 999), st.sampled_from([" min", " %", "%", "", " ms", "k", " a month"])).map(
    lambda found: f"{found[0]}{found[1]}"
)
past = st.dates(date(2020, 1, 1), TODAY)


def read(line: str) -> QuickEntry:
    found = understood(line, TODAY)
    assert found is not None
    return found


@given(st.text(), st.dates())
def test_that_any_line_is_read_and_only_a_blank_one_says_nothing(line: str, today: date) -> None:
    found = understood(line, today)
    assert (found is None) == (not line.strip())
    if found is not None:
        assert found.text.strip()
        assert found.evidence("one", ("x",)).text == found.text
        assert found.says_date or found.date == today
        for word in found.text.split():
            assert word in line


@given(texts, st.none() | past, st.sampled_from([None, LINK]), st.none() | st.tuples(figures, figures), st.booleans())
def test_that_what_is_put_together_is_taken_apart(
    text: str, day: date | None, link: str | None, change: tuple[str, str] | None, at_start: bool
) -> None:
    parts = [text]
    if change:
        parts.append(f"{change[0]} → {change[1]}")
    if link:
        parts.append(link)
    if day:
        parts.insert(0 if at_start else len(parts), day.isoformat())
    found = understood(" ".join(parts), TODAY)
    assert found == QuickEntry(
        text,
        day or TODAY,
        day is not None,
        link,
        Change(before=change[0], after=change[1]) if change else None,
    )


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 12), st.integers(1, 31))
def test_that_a_day_without_a_year_is_the_last_such_day(today: date, month: int, day: int) -> None:
    name = date(2000, month, 1).strftime("%b")
    found = understood(f"Did it {day} {name}", today)
    assert found is not None
    if found.says_date:
        assert (found.date.month, found.date.day) == (month, day)
        assert timedelta(0) <= today - found.date
        assert (today - found.date).days <= 366 or (month, day) == (2, 29)
    else:
        assert found.text == f"Did it {day} {name}"


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("yesterday moved the last team", "moved the last team", date(2026, 11, 22)),
        ("Moved the last team yesterday.", "Moved the last team", date(2026, 11, 22)),
        ("today: gave a talk", "gave a talk", TODAY),
        ("2026-11-03 – gave a talk", "gave a talk", date(2026, 11, 3)),
        ("3.11.2026 gave a talk", "gave a talk", date(2026, 11, 3)),
        ("3 Nov gave a talk", "gave a talk", date(2026, 11, 3)),
        ("Gave a talk on 3rd November 2025", "Gave a talk", date(2025, 11, 3)),
        ("Gave a talk, Nov 3, 2025", "Gave a talk", date(2025, 11, 3)),
        ("Dec 3 gave a talk", "gave a talk", date(2025, 12, 3)),
        ("Gave a talk 3 days ago", "Gave a talk", date(2026, 11, 20)),
        ("Monday: gave a talk", "gave a talk", date(2026, 11, 16)),
        ("Gave a talk last Friday", "Gave a talk", date(2026, 11, 20)),
        ("Gave a talk on Sunday", "Gave a talk", date(2026, 11, 22)),
    ],
)
def test_that_days_are_read_as_people_write_them(line: str, text: str, day: date) -> None:
    assert (read(line).text, read(line).date, read(line).says_date) == (text, day, True)


@pytest.mark.parametrize(
    "line",
    [
        "Monday standups are shorter now",
        "Planned the release of 3 Dec with everybody",
        "Ported the 2026-11-03 snapshot to the new store",
        "2026-13-45 is no day",
        "Showed 31 Feb",
        "29 Feb 2025",
    ],
)
def test_that_what_is_no_date_stays_text(line: str) -> None:
    assert read(line) == QuickEntry(line, TODAY)


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("Cut the build from 40 min to 9 min for all", "40 min", "9 min"),
        ("Calls fell from 22 to 6 a month", "22", "6 a month"),
        ("Grew the guild from 3 to 12 by hand", "3", "12"),
        ("Availability rose from 99.6 % to 99.95 %.", "99.6 %", "99.95 %"),
        ("Brought cost down from $12k to $4k", "$12k", "$4k"),
    ],
)
def test_that_a_change_told_in_a_sentence_is_read_and_stays(line: str, before: str, after: str) -> None:
    assert read(line).change == Change(before=before, after=after)
    assert read(line).text == line


@pytest.mark.parametrize(
    "line", ["Moved from Berlin to Oslo", "Led it from 2024 to 2026", "On call from 3 Nov to 9 Nov daily", "a -> b"]
)
def test_that_what_is_no_figure_is_no_change(line: str) -> None:
    assert read(line).change is None
    assert read(line).text == line


@pytest.mark.parametrize(
    ("line", "text", "change"),
    [
        ("Nightly build 40 min → 9 min for all teams", "Nightly build for all teams", ("40 min", "9 min")),
        ("Flaky tests 12% -> 3%", "Flaky tests", ("12%", "3%")),
        ("Queue 12 => 3 in a week", "Queue in a week", ("12", "3")),
        ("40 min → 9 min", "40 min → 9 min", ("40 min", "9 min")),
    ],
)
def test_that_an_arrow_is_taken_out_of_the_text(line: str, text: str, change: tuple[str, str]) -> None:
    assert read(line).text == text
    assert read(line).change == Change(before=change[0], after=change[1])


@pytest.mark.parametrize(
    ("line", "text", "link"),
    [
        (f"See {LINK}.", "See.", LINK),
        (f"Wrote it up ({LINK}) with care", "Wrote it up with care", LINK),
        (f"Wrote it up <{LINK}>", "Wrote it up", LINK),
        ("https://example.com/a_(b) is out", "is out", "https://example.com/a_(b)"),
        (LINK, LINK, LINK),
        ("Wrote https:// down", "Wrote https:// down", None),
        ("Wrote https://. down", "Wrote https://. down", None),
        (f"{LINK} and https://example.com/2", "and https://example.com/2", LINK),
    ],
)
def test_that_the_first_address_is_the_link(line: str, text: str, link: str | None) -> None:
    assert (read(line).text, read(line).link) == (text, link)


def test_that_a_very_long_line_is_text_alone() -> None:
    line = "word " * 1000 + LINK
    assert read(line) == QuickEntry(line, TODAY)


@pytest.mark.parametrize(
    ("line", "text", "of"),
    [
        ("Moved the last team, nightly build 40 min → 9 min", "Moved the last team", "nightly build"),
        ("Moved, build: 40 min -> 9 min.", "Moved.", "build"),
        ("Moved, and much more than four words 40 min → 9 min", "Moved, and much more than four words", None),
        ("Moved, build 40 min → 9 min for all", "Moved, build for all", None),
        ("Build 40 min → 9 min", "Build", None),
    ],
)
def test_that_a_few_words_behind_a_comma_name_the_figure(line: str, text: str, of: str | None) -> None:
    assert read(line).text == text
    assert read(line).change == Change(of=of, before="40 min", after="9 min")
