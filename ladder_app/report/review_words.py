"""What taking over a review changes, in words: for the list that is shown before anything is changed."""

from ladder_app.domain.reviewing import Change, ChangeKind
from ladder_app.markup import isolated, plain, shown

_LONGEST = 160
_LONGEST_ABOUT = 80


def change_about(change: Change) -> str:
    """What a change is about: the beginning of the criterion, or `The whole`."""
    return _short(plain(change.text), _LONGEST_ABOUT) if change.criterion_id else "The whole"


def change_words(change: Change) -> str:
    """A change on one line: `rating 2 Growing → 3 Meets`, `new comment “…”`, `no comment any more (was “…”)`."""
    before, after = (isolated(_short(shown(text), _LONGEST)) for text in (change.before, change.after))
    what = change.kind.value
    if change.kind is ChangeKind.RATING:
        return f"{what} {before or 'none'} → {after or 'none'}"
    if not after:
        return f"no {what} any more (was “{before}”)"
    return f"new {what} “{after}”" if not before else f"{what} “{after}” (was “{before}”)"


def _short(text: str, longest: int) -> str:
    """The text on one line, ended after a whole word where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
