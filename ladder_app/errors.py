"""What can go wrong, in words for the person who reads them.

LadderError
├── FileError             something about one or more files
│   ├── UnreadableFile    it is not there, may not be opened, or is not text
│   │   └── LockedFile    it opens with a passphrase only, and this was not it
│   ├── InvalidFile       it was read, and what it holds is at fault
│   ├── NewerFormat       a later version of Ladder wrote it
│   ├── NoAnswer          its disk does not answer, so far
│   └── CannotWrite       the disk, the folder or a permission said no
├── UnknownName           no role, level, criterion, step or rater of that name
├── ReviewRefused         a review is about something else, or does not say whose it is
└── ExportFailed          a document could not be made
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: what is wrong, where, and what to do about it.

    `line` and `column` count from 1, as editors do.
    """

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line is not None:
            place.append(str(self.line))
            if self.column is not None:
                place.append(str(self.column))
        return ":".join(place) + ": " + self.message if place else self.message


class LadderError(Exception):
    """Carries one or more problems; its text is all of them, one a line."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem(p) if isinstance(p, str) else p for p in problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class FileError(LadderError):
    """Something about one or more files."""


class UnreadableFile(FileError):
    """A file is not there, may not be opened, or is not text."""


class LockedFile(UnreadableFile):
    """A file opens with its passphrase only, and none or another one was given."""


class InvalidFile(FileError):
    """A file was read, and what it holds is at fault."""


class NewerFormat(FileError):
    """A later version of Ladder wrote this file."""


class NoAnswer(FileError):
    """A disk does not answer; what was asked of it may be done yet, or never."""


class CannotWrite(FileError):
    """The disk, the folder or a permission said no; the old file is whole."""


class UnknownName(LadderError):
    """No role, level, criterion, step or rater of that name."""


class ReviewRefused(LadderError):
    """A review is about something else than the assessment, or does not say whose it is."""


class ExportFailed(LadderError):
    """A document could not be made."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """` Did you mean “…”?` with a space in front for the nearest known name, or nothing if none is near."""
    from difflib import SequenceMatcher  # needed only when something is wrong

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    nearest, likeness = None, 0.6
    for candidate in known:
        matcher.set_seq1(candidate)
        # From cheap bound to exact figure, so that a thousand names take milliseconds.
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness:
            ratio = matcher.ratio()
            if ratio > likeness:
                nearest, likeness = candidate, ratio
    return "" if nearest is None else f" Did you mean “{nearest}”?"


class Guesses:
    """`did_you_mean` for the first few that ask.

    Where hundreds of names are wrong they are not typing slips, and guessing at each would take minutes.
    """

    def __init__(self, known: Iterable[str], at_most: int = 20) -> None:
        self._known = tuple(known)
        self._left = at_most

    def nearest(self, name: str) -> str:
        """As `did_you_mean`, but nothing once used up."""
        if not self._left:
            return ""
        self._left -= 1
        return did_you_mean(name, self._known)
