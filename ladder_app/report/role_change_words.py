"""What a new version of a role changes, in words; and two wordings with their differences marked."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from ladder_app.domain.role import Years
from ladder_app.domain.role_changes import OtherChange, RoleChanges
from ladder_app.markup import isolated, plain
from ladder_app.report.words import capitalised, counted, plain_number, series

_MOST_WORDS = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text; `differs` where the other wording does not have them."""

    text: str
    differs: bool


def marked(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces of whole words, which joined with a space are the text again, white space aside."""
    one, other = plain(old).split(), plain(new).split()
    if max(len(one), len(other)) > _MOST_WORDS:  # marking takes a time that grows with the square of it
        return (Piece(" ".join(one), differs=True),), (Piece(" ".join(other), differs=True),)
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        for pieces, words in ((before, one[i1:i2]), (after, other[j1:j2])):
            if words:
                pieces.append(Piece(" ".join(words), differs=tag != "equal"))
    return tuple(before), tuple(after)


def changes_sentence(changes: RoleChanges) -> str:
    """`Two criteria are new, one is reworded, three are gone, and four other things differ.`"""
    difference = changes.criteria
    parts = []
    for count, one, many in (
        (len(difference.new), "criterion is new", "criteria are new"),
        (len(difference.reworded), "is reworded", "are reworded"),
        (len(difference.gone), "is gone", "are gone"),
        (len(changes.other), "other thing differs", "other things differ"),
    ):
        if count:
            parts.append(counted(count, one, many))
    if not parts and difference.renamed:
        parts.append("some criteria have other ids and say the same")
    return f"{capitalised(series(parts))}." if parts else "Nothing differs."


def kept_sentence(changes: RoleChanges) -> str:
    """What becomes of what the person wrote."""
    parts = ["Ratings, notes and evidence follow their criteria, and what is gone stays readable."]
    if changes.rated:
        verb = "rating is" if len(changes.rated) == 1 else "ratings are"
        parts.append(f"{capitalised(counted(len(changes.rated), verb, verb))} kept and marked to be checked again.")
    parts.append("It is one edit, and one Undo takes it back.")
    return " ".join(parts)


def other_words(change: OtherChange) -> str:
    """`3 → 4`, `new`, `gone`, or that it reads otherwise."""
    before, after = plain(change.before), plain(change.after)
    if not before and not after:
        return "reads otherwise"
    if not before:
        return f"new: {isolated(after)}"
    if not after:
        return f"gone: {isolated(before)}"
    return f"{isolated(before)} → {isolated(after)}"


def years_words(years: Years | None) -> str:
    """`asks for 8 years of software engineering`, or that it asks for none."""
    if years is None:
        return "asks for no years"
    return f"asks for {plain_number(years.minimum)} years of {isolated(plain(years.of))}"
