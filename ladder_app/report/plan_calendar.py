"""The open actions of a plan as an iCalendar file (RFC 5545), for any calendar.

What has a date is an event of that whole day, since many calendars show no tasks; what has none is a
task. Nothing but the action's own words is in it. An action keeps its UID, so that a calendar that
takes a later file changes what it has.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from ladder_app.markup import isolated, plain

if TYPE_CHECKING:
    from datetime import date

    from icalendar import Event, Todo

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.entries import Action

_ONE_DAY = timedelta(days=1)


def calendar_file(assessment: Assessment, today: date) -> bytes:
    """The file as of a day: the same actions on the same day give the same bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Ladder//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for action in sorted(assessment.cycle.actions, key=_when):
        if action.is_open:
            calendar.add_component(_entry(action, assessment.id, today))
    content: bytes = calendar.to_ical()
    return content


def _when(action: Action) -> tuple[bool, str]:
    return action.due is None, "" if action.due is None else action.due.isoformat()


def _entry(action: Action, assessment_id: str, today: date) -> Event | Todo:
    from icalendar import Event, Todo

    entry: Event | Todo
    if action.due is None:
        entry = Todo()
        entry.add("status", "NEEDS-ACTION")
    else:
        entry = Event()
        entry.add("dtstart", action.due)
        if action.due.year < 9999:  # the last day of the calendar has no day after it
            entry.add("dtend", action.due + _ONE_DAY)
        entry.add("transp", "TRANSPARENT")
    entry.add("uid", f"{action.id}@{assessment_id}.ladder")
    entry.add("dtstamp", datetime.combine(today, time(), UTC))
    entry.add("summary", " ".join(plain(action.text).split()))
    if action.done_when:
        entry.add("description", f"Done when: {isolated(action.done_when)}")
    return entry
