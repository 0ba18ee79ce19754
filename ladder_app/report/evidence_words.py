"""What came of an achievement, in a few words."""

from ladder_app.domain.assessment import Change, Evidence
from ladder_app.markup import shown
from ladder_app.report.words import NO_BREAK_SPACE

ARROW = f"{NO_BREAK_SPACE}→ "


def change_words(change: Change) -> str:
    """`Median pipeline: 41 min → 19 min`."""
    figures = f"{shown(change.before)}{ARROW}{shown(change.after)}"
    return f"{shown(change.of)}: {figures}" if change.of else figures


def outcome_words(evidence: Evidence) -> str:
    """The figure that moved and the result, `22 a month → 6 a month · Nobody was called twice.`; or nothing."""
    parts = [change_words(evidence.change)] if evidence.change is not None else []
    if evidence.result:
        parts.append(shown(evidence.result))
    return " · ".join(parts)
