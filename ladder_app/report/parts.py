"""The parts of a report: everything a document shows, already in words and numbers.

Whoever sets a report (PDF, Markdown, JSON, terminal) computes nothing. Text that may carry inline
Markdown comes as spans, its links absolute and safe to open; every other text is a plain string,
to be shown as it stands and never read as markup. Charts are drawn from the figures with
`charts.gauge.gauge` and `charts.bars.bar` at the size the page has for them.
"""

import datetime
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ladder_app.domain.readiness import Figures, Verdict
from ladder_app.domain.reviewing import Origin
from ladder_app.markup import Span
from ladder_app.report.computation import Computation
from ladder_app.report.verdict import VerdictSentence

if TYPE_CHECKING:
    from ladder_app.report.history_parts import History
    from ladder_app.report.promotion_parts import Promotion
    from ladder_app.report.talk_parts import Talk

Spans = tuple[Span, ...]


class Preset(Enum):
    """What of a report is set.

    All of it; the one page a manager reads in a minute; what is needed in the room; the case
    for the next grade; or all with fields to answer in.
    """

    FULL = "full"
    SUMMARY = "summary"
    CONVERSATION = "conversation"
    PROMOTION = "promotion"
    FILLABLE = "fillable"


class Mark(Enum):
    """How a criterion stands, for a sign or a colour beside its words."""

    MET = "met"
    BELOW = "below"
    UNRATED = "unrated"
    NOT_APPLICABLE = "not applicable"


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


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A performance indicator of the role with what was reached: `2026 Q3: 88 % (14 of 16 …)`; newest last.

    `numbers` are the figures of the values that have one, for a trend.
    """

    text: Spans
    measure: Spans
    values: tuple[str, ...]
    numbers: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Comments:
    """What a reviewer says about the whole, with the day of the review."""

    reviewer: str
    date: str
    text: Spans


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where the role comes from and under which licence; `link` may be opened."""

    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Signatures:
    """The last page: who signs, and what signing means."""

    statement: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the fields of a criterion before anybody fills them in: a choice or nothing, and a comment.

    `about` is the criterion without markup, for the description of its fields.
    """

    criterion_id: str
    about: str
    choice: str
    comment: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a reviewer is asked, and what they answered earlier.

    `origin` is what the answers will be matched by, `choices` what a rating may be: the steps from
    the lowest, then that it does not apply. `answers` has every criterion of the origin, in its order.
    """

    origin: Origin
    choices: tuple[str, ...]
    answers: tuple[Answer, ...]
    reviewer: str
    overall: str


@dataclass(frozen=True)
class Report:
    """Everything a document about one person, one level and one rater's ratings says.

    `kicker` is the small line over the name (`Career conversation · 2026 H2 · 23 November 2026`),
    `footer` the line at the foot of every page, `day` the date as a value (for the document's own
    records), `rated_by` says whose ratings these are. `gauge_caption` says what the percentage is
    (`shown so far`) and `gauge_note` up to what it may rise; the note is empty once all is rated.
    `bars` are the sections of the level,
    `area_bars` its areas, `current_bar` the level the person is at. `strengths` are at most three
    and `talking_points` few enough for the first page; `no_evidence` names all that is rated as met
    without any; `gaps` are all of them, in order. `sections` hold every criterion but the *plus*
    ones, which follow in `plus`; `not_applicable` has those once more that left the sum, for their
    reasons; `left_out` says which criteria count and are not listed. `indicators` are the
    performance indicators that the cycle has values for.

    With the summary preset `sections` and all that follows is empty, but for the source. Only with the
    fillable preset there is a `form`; what its reviewer said earlier then stands in it and nowhere else.
    The full one and the one for the conversation have a `talk`; the full one
    a `history`, of two or more cycles; the case for the next grade has a `promotion`.
    """

    preset: Preset
    title: str
    kicker: str
    footer: str
    person: str
    role_title: str
    from_level: LevelName | None
    to_level: LevelName
    cycle: str
    date: str
    day: datetime.date
    rater: str
    rated_by: str
    verdict: Verdict
    verdict_sentence: VerdictSentence
    facts: tuple[Fact, ...]
    figures: Figures
    gauge_caption: str
    gauge_note: str
    bars: tuple[Bar, ...]
    area_bars: tuple[Bar, ...]
    current_bar: Bar | None
    strengths: tuple[Mention, ...]
    talking_points: tuple[TalkingPoint, ...]
    no_evidence: tuple[Mention, ...]
    gaps_heading: str
    gaps: tuple[GapLine, ...]
    computation: Computation
    scale: tuple[ScaleStep, ...]
    sections: tuple[ItemSection, ...]
    plus: ItemSection | None
    not_applicable: tuple[Item, ...]
    actions: tuple[ActionEntry, ...]
    indicators: tuple[IndicatorLine, ...]
    comments: tuple[Comments, ...]
    source: SourceLine | None
    signatures: Signatures
    form: Form | None = None
    talk: "Talk | None" = None
    history: "History | None" = None
    left_out: str = ""
    promotion: "Promotion | None" = None

    @property
    def is_short(self) -> bool:
        """Whether it is for the room, where only what is talked about counts."""
        return self.preset is Preset.CONVERSATION
