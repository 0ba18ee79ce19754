"""What another program changed in an open file, as a person is told."""

from ladder_app.domain.differing import Difference
from ladder_app.report.words import counted, series

_NAMES = {
    "rating": ("rating", "ratings"),
    "note": ("note", "notes"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "action": ("action", "actions"),
    "agreement": ("agreement", "agreements"),
}


def taken_over_words(found: Difference) -> str:
    """`Taken over from the disk: one rating by another program`."""
    parts = [counted(found.counts[name], *words) for name, words in _NAMES.items() if found.counts.get(name)]
    if found.is_profile:
        parts.append("the profile")
    if found.is_frame:
        parts.append("the role or the cycles")
    elif found.is_elsewhere or not parts:
        parts.append("something else" if parts else "something")
    return f"Taken over from the disk: {series(parts)} by another program"
