"""A role while it is being read: what was found, and the lines it was found on. Ids come at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.domain.role import Kind
    from ladder_app.importers.grades import Grade
    from ladder_app.importers.inheritance import Reference
    from ladder_app.importers.result import Asks, Place


@dataclass(slots=True, eq=False)
class DraftCriterion:
    """A criterion found on a line."""

    text: str
    kind: Kind
    line: int
    area: str | None = None
    plus: bool = False
    id: str = ""
    given_id: str = ""
    """The id that the source itself gives it, if it does."""


def line_of(criterion: DraftCriterion) -> int:
    """Where a criterion was found, for putting several in the order of the page."""
    return criterion.line


@dataclass(slots=True, eq=False)
class DraftExtends:
    """A sentence that takes over criteria of other levels; `section` is the kind of the section it stands in."""

    text: str
    line: int
    reference: Reference
    section: Kind | None


@dataclass(slots=True, eq=False)
class DraftLevel:
    """A level found on a line."""

    title: str
    line: int
    aliases: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    grade: Grade | None = None
    grade_line: int = 0
    summary: list[str] = field(default_factory=list)
    extends: list[DraftExtends] = field(default_factory=list)
    criteria: list[DraftCriterion] = field(default_factory=list)
    id: str = ""
    implicit: bool = False
    """Named only by the headings of its sections, such as “Senior Requirements”."""
    track: str = ""
    """The heading of the track it is a level of, if others have levels of the same name."""


@dataclass(slots=True, eq=False)
class DraftIndicator:
    """A performance indicator."""

    text: str
    url: str | None = None
    measure: str | None = None
    id: str = ""


@dataclass(slots=True)
class DraftHiring:
    """A hiring process, in the order of the page."""

    intro: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    outro: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DraftNote:
    """A note: a title and the lines of the source under it."""

    title: str
    parts: list[str] = field(default_factory=list)


Target = DraftCriterion | DraftIndicator


@dataclass(slots=True)
class _Entry:
    place: Place
    level: DraftLevel | None
    target: Target | None


class Ledger:
    """Where each line of a source went."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.entries: dict[int, _Entry] = {}

    def put(
        self, span: Iterable[int], place: Place, level: DraftLevel | None = None, target: Target | None = None
    ) -> None:
        """These lines went to that place. The first word on a line counts."""
        for line in span:
            if line not in self.entries:
                self.entries[line] = _Entry(place, level, target)

    def give(self, span: Iterable[int], level: DraftLevel) -> None:
        """These lines turned out to be about that level."""
        for line in span:
            self.entries[line].level = level


@dataclass(frozen=True, slots=True)
class PageGrade:
    """A grade that the page gives outside its levels; `subject` is the level it names, as written."""

    grade: Grade
    line: int
    subject: str = ""


@dataclass(slots=True, eq=False)
class Shared:
    """Criteria that several levels share, and the sentences among them that take over those of other levels."""

    levels: list[DraftLevel]
    criteria: list[DraftCriterion] = field(default_factory=list)
    extends: list[DraftExtends] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """What a page leaves open, before levels have ids; see `result.Question`."""

    line: int
    asks: Asks
    message: str
    level: DraftLevel | None = None
    choices: tuple[DraftLevel, ...] = ()
    page: str | None = None
    shared: tuple[DraftCriterion, ...] = ()
    takers: tuple[DraftLevel, ...] = ()
    names: tuple[str, ...] = ()
    lists: tuple[range, ...] = ()


@dataclass(slots=True)
class Draft:
    """All that a page gave."""

    ledger: Ledger
    title: str = ""
    title_line: int = 0
    description: str | None = None
    summary: list[str] = field(default_factory=list)
    levels: list[DraftLevel] = field(default_factory=list)
    shared: list[DraftCriterion] = field(default_factory=list)
    page_grades: list[PageGrade] = field(default_factory=list)
    groups: list[Shared] = field(default_factory=list)
    """What some of the levels share; `shared` is what all of them do."""
    page_extends: list[DraftExtends] = field(default_factory=list)
    indicators: list[DraftIndicator] = field(default_factory=list)
    hiring: DraftHiring | None = None
    notes: list[DraftNote] = field(default_factory=list)
    areas: dict[str, str] = field(default_factory=dict)
    guessed_line: int | None = None
    """Where the first list stands that was taken for criteria though no heading said so."""
    questions: list[DraftQuestion] = field(default_factory=list)
    """What was left open while it was read."""
    instead: str = ""
    """What the source is, where it is surely no ladder."""
    anchors: dict[str, DraftLevel | None] = field(default_factory=dict)
    """The level that each anchor of the page leads into; none for what all levels share."""
