"""What is recorded of a hiring step, in words."""

from ladder_app.domain.assessment import HiringRecord
from ladder_app.markup import isolated, shown
from ladder_app.report.words import day


def record_words(record: HiringRecord) -> str:
    """`3 Nov 2026 · with Sample Manager · passed`."""
    parts = []
    if record.date is not None:
        parts.append(day(record.date))
    if record.with_whom:
        parts.append(f"with {isolated(record.with_whom)}")
    if record.outcome:
        parts.append(isolated(record.outcome) if parts else shown(record.outcome))
    return " · ".join(parts)
