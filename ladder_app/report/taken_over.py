"""What another program changed in an open file, as a person is told."""

from ladder_app.domain.differing import Difference
from ladder_app.report.words import counted, series

_NAMES = {
    "rating": ("rating", "ratings"),
    "note": ("note", "notes"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "action": ("action", "actions"),
    "agreement": ("agreement", "agreements"),
    "indicator": ("value of an indicator", "values of indicators"),
    "hiring": ("hiring step", "hiring steps"),
    "review": ("review", "reviews"),
}
_ONES = {"conversation": "what was said of the conversation", "promotion": "the promotion case"}


def taken_over_words(found: Difference, *, is_merged: bool = False) -> str:
    """`Taken over from the disk: one rating by another program`; merged where something was edited here, too."""
    parts = [counted(found.counts[name], *words) for name, words in _NAMES.items() if found.counts.get(name)]
    parts += [words for name, words in _ONES.items() if found.counts.get(name)]
    if found.is_profile:
        parts.append("the profile")
    if found.is_frame:
        parts.append("the role or the cycles")
    elif found.counts.get("other") or not parts:
        parts.append("something else" if parts else "something")
    if is_merged:
        return f"Merged with what you edited: {series(parts)} by another program"
    return f"Taken over from the disk: {series(parts)} by another program"
