"""Several files that are one source: each counts its own lines, though they stand in one account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file whose lines stand in an account from the line `first` (from 1) on.

    Behind its first `front` lines stand `added` ones that it does not have: a heading made of its name.
    """

    name: str
    first: int
    front: int = 0
    added: int = 0

    def line_of(self, number: int) -> int | None:
        """The line of the file (from 1) that a line of the account is; none if the file does not have it."""
        line = number - self.first + 1
        if line <= self.front:
            return line
        return line - self.added if line > self.front + self.added else None

    def moved(self, by: int) -> SourceFile:
        """The file where the account begins so many lines later."""
        return replace(self, first=self.first + by)


def file_at(files: Sequence[SourceFile], number: int) -> SourceFile | None:
    """The file that a line of the account stands in; none if there is one source alone, or above the first."""
    return next((file for file in reversed(files) if file.first <= number), None)


def number_at(files: Sequence[SourceFile], number: int) -> int | None:
    """The number that a person counts for a line of the account; none for one that no file has."""
    if not files:
        return number
    file = file_at(files, number)
    return None if file is None else file.line_of(number)


def place_at(files: Sequence[SourceFile], number: int) -> str:
    """`line 4`; of several files `baker.md, line 4`."""
    if not files:
        return f"line {number}"
    file, line = file_at(files, number), number_at(files, number)
    if file is None:
        return "the name of all"
    return file.name if line is None else f"{file.name}, line {line}"
