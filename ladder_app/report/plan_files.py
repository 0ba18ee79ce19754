"""The plan as a file to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.errors import ExportFailed

if TYPE_CHECKING:
    from datetime import date

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.readiness import Readiness


def plan_file(assessment: Assessment, readiness: Readiness, today: date, ending: str) -> bytes:
    """The plan as `.ics`, a calendar, or `.md`, a checklist. Raises `ExportFailed` for any other ending."""
    if ending == ".ics":
        from ladder_app.report.plan_calendar import calendar_file  # loads icalendar

        return calendar_file(assessment, today)
    if ending == ".md":
        from ladder_app.report.plan_checklist import checklist

        return checklist(assessment, readiness, today).encode()
    raise ExportFailed(f"A plan is written as .ics or .md, not as {ending or 'a file without an ending'}.")
