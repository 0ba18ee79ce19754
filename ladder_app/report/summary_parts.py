"""The parts of a report that stand on its first page: who is where, what carries them and what is missing."""

from dataclasses import dataclass

from ladder_app.domain.readiness import Figures
from ladder_app.markup import Spans


@dataclass(frozen=True, slots=True)
class LevelName:
    """A level in words: its title, `8` or nothing, and `grade 8` or the title again."""

    title: str
    grade: str | None
    short_name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, such as `Rated` and `20 of 24 criteria`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One labelled bar: `Requirements`, its figures, `64 %` and `4 of 7 rated`."""

    label: str
    figures: Figures
    percent: str
    note: str


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of the rating scale as the legend shows it; `is_bar` marks the one that meets."""

    name: str
    descriptor: str
    is_bar: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A criterion named in passing, with why: `4 Exceeds, three pieces of evidence`."""

    criterion_id: str
    text: Spans
    remark: str


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """Something the conversation should settle.

    `text` is the criterion it is about, with a remark such as `self 3, Sample Manager 1`; or it
    is a sentence of its own and the remark is empty. `about` are a few of the criteria that a
    sentence counts, to be set short, where there is room.
    """

    text: Spans
    remark: str = ""
    about: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap: its rank from 1, what it takes, the rating, and what will be done about it.

    `counts_as` says what a rating that reaches the bar counts as where the role requires evidence
    and there is none: `counts as 2 Growing until there is evidence`; it is empty for all others,
    and the remark begins with it. `remark` reads like `two steps to Meets · +2.7 points · no
    evidence yet`, `next_step` like `action, 15 Mar 2027`, `met on 1 Mar 2028` or `no action yet`;
    `has_next_step` is false for the last.
    """

    rank: int
    criterion_id: str
    text: Spans
    remark: str
    rating: str
    counts_as: str
    step: int
    next_step: str
    has_next_step: bool
