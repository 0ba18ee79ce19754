"""What came of an achievement, in a few words."""

from ladder_app.domain.entries import Change, Evidence
from ladder_app.markup import isolated, shown
from ladder_app.report.words import NO_BREAK_SPACE, day, series

ARROW = f"{NO_BREAK_SPACE}→ "


def change_words(change: Change) -> str:
    """`Median pipeline: 41 min → 19 min`."""
    figures = f"{isolated(change.before)}{ARROW}{isolated(change.after)}"
    return f"{isolated(change.of)}: {figures}" if change.of else figures


def outcome_words(evidence: Evidence) -> str:
    """The figure that moved and the result, `22 a month → 6 a month · Nobody was called twice.`; or nothing.

    A figure that the text itself tells (“from 22 to 6 a month”) is not said again.
    """
    change = evidence.change
    is_told = change is not None and f"from {change.before} to {change.after}" in evidence.text
    parts = [] if change is None or is_told else [change_words(change)]
    if evidence.result:
        parts.append(isolated(evidence.result) if parts else shown(evidence.result))
    return " · ".join(parts)


def logged_words(evidence: Evidence) -> str:
    """What was added, on one line: `3 Nov 2026: Nightly build (40 min → 9 min), for maintain-tooling`."""
    outcome = outcome_words(evidence)
    details = f" ({isolated(outcome)})" if outcome else ""
    where = f" {shown(evidence.link)}" if evidence.link else ""
    about = f", for {series(list(evidence.criteria))}" if evidence.criteria else ", not attached yet"
    return f"{day(evidence.date)}: {isolated(' '.join(shown(evidence.text).split()))}{details}{where}{about}"
