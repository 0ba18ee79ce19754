"""What comes out of an import: the role, where every line went, and what only a person can decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from ladder_app.importers.source_files import SourceFile, file_at, number_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ladder_app.domain.role import Role


class Place(Enum):
    """Where a line of the source went."""

    FRONT_MATTER = "front matter"
    TITLE = "title"
    DESCRIPTION = "description"
    SUMMARY = "summary"
    HEADING = "heading"
    LEVEL = "level"
    LEVEL_SUMMARY = "level summary"
    GRADE = "grade"
    AREA = "area"
    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"
    EXTENDS = "extends"
    INDICATOR = "performance indicator"
    HIRING = "hiring process"
    SPECIALTY = "specialty"
    NOTE = "note"
    LAYOUT = "layout"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One non-blank line of the source, counted from 1; `level` and `target` are ids in the role."""

    line: int
    text: str
    place: Place
    level: str | None = None
    target: str | None = None


class Asks(Enum):
    """What a question is about."""

    EXTENDS = "extends"
    GRADE = "grade"
    SHARED = "shared"
    LEVELS = "levels"
    ORDER = "order"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Question:
    """What the page leaves open: a person decides, nothing was guessed.

    `choices` are ids of levels that might be meant, the likeliest first; `page` is the address of another
    page whose level is meant, if the source says so. Of criteria that several levels share, `shared` are the ids, and
    `takers` the levels that were made to extend the first of the choices for them.
    """

    line: int
    asks: Asks
    message: str
    level: str | None = None
    choices: tuple[str, ...] = ()
    page: str | None = None
    shared: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What is named in the source as one thing, and may be several: levels or areas."""
    lists: tuple[tuple[int, ...], ...] = ()
    """The lines of each entry of lists that may be meant otherwise."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was read out of a criterion's words: `field` is plus, years or refines, `value` what the role now says."""

    criterion: str
    field: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Imported:
    """A source as it was understood; `role` is none if it holds nothing that could be rated."""

    name: str
    role: Role | None
    account: tuple[AccountLine, ...]
    questions: tuple[Question, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    anchors: dict[str, str] = field(default_factory=dict)
    """The ids of levels by the anchors that lead to them, for links from other pages."""
    files: tuple[SourceFile, ...] = ()
    """The files that the source is made of, where they are several."""
    left_out: tuple[str, ...] = ()
    """What of the source is not read as somebody hid it: `column “Pay”`."""

    def unplaced(self) -> Iterator[AccountLine]:
        """The lines that went nowhere."""
        return (line for line in self.account if line.place is Place.UNPLACED)

    def plain(self) -> dict[str, Any]:
        """Role and account as plain values, for programs."""
        return {
            "source": self.name,
            "role": None if self.role is None else self.role.model_dump(mode="json", exclude_defaults=True),
            "account": [
                {**self._at(a.line), "place": a.place.value, "level": a.level, "target": a.target, "text": a.text}
                for a in self.account
            ],
            "questions": [
                {
                    **self._at(q.line),
                    "asks": q.asks.value,
                    "message": q.message,
                    "level": q.level,
                    "choices": list(q.choices),
                    "page": q.page,
                }
                for q in self.questions
            ],
            "suggestions": [
                {**self._at(s.line), "criterion": s.criterion, "field": s.field, "value": s.value}
                for s in self.suggestions
            ],
        }

    def _at(self, number: int) -> dict[str, Any]:
        """The line as its file counts it; of several files with the name of that."""
        line = number_at(self.files, number)
        file = file_at(self.files, number)
        return {"line": line, "file": None if file is None else file.name} if self.files else {"line": line}
