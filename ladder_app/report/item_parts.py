"""The parts of a report that say all that is known about each criterion."""

from dataclasses import dataclass
from enum import Enum

from ladder_app.markup import Spans


class Mark(Enum):
    """How a criterion stands, for a sign or a colour beside its words."""

    MET = "met"
    BELOW = "below"
    UNRATED = "unrated"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A piece of evidence and what came of it.

    `link` may be opened; `source` is what stands there, which may be no address at all.
    """

    date: str
    text: Spans
    source: str | None = None
    link: str | None = None
    outcome: Spans = ()


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """An action: `details` reads like `due 15 Mar 2027 · done when the strategy is signed off`.

    `status` is `open`, `overdue`, `done` or `dropped`; `about` are the criteria it is for.
    """

    text: Spans
    details: str
    status: str
    about: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """What somebody else says about a criterion: a rating in words, a comment, or both.

    `differs` is true where their rating is not the person's own.
    """

    reviewer: str
    rating: str | None
    comment: Spans
    differs: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One criterion with all that is known about it.

    `details` says where it belongs (`People and teams · weight 2`), `refined` the weaker wordings
    it stands for (`Grows from grade 8: “…” – rated 3 there`), `rating` is in words (`3 Meets`,
    `not rated`, `not applicable`), `step` its number where there is one, `remark` what to know
    about the rating (`no evidence yet · kept from 2026 H1, not looked at since`), and `reason` why the criterion
    does not apply. `reviews` are the others' views, `agreed` what came of the conversation.
    """

    criterion_id: str
    text: Spans
    details: str
    refined: tuple[Spans, ...]
    mark: Mark
    rating: str
    step: int | None
    remark: str
    reason: Spans
    evidence: tuple[EvidenceEntry, ...]
    note: Spans
    actions: tuple[ActionEntry, ...]
    reviews: tuple[ReviewEntry, ...]
    agreed: Spans


@dataclass(frozen=True, slots=True)
class ItemSection:
    """A heading such as `Responsibilities – new at grade 9`, `7 of 8 rated`, and the criteria under it."""

    heading: str
    note: str
    items: tuple[Item, ...]
