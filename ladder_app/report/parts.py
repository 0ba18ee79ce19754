"""The parts of a report: everything a document shows, already in words and numbers.

Whoever sets a report (PDF, Markdown, JSON, terminal) computes nothing. Text that may carry inline
Markdown comes as spans, its links absolute and safe to open; every other text is a plain string,
to be shown as it stands and never read as markup. Charts are drawn from the figures with
`charts.gauge.gauge` and `charts.bars.bar` at the size the page has for them.
"""

import datetime
from dataclasses import dataclass
from enum import Enum

from ladder_app.domain.readiness import Figures, Verdict
from ladder_app.markup import Spans
from ladder_app.report.computation import Computation
from ladder_app.report.form_parts import Form
from ladder_app.report.history_parts import History
from ladder_app.report.item_parts import ActionEntry, Item, ItemSection
from ladder_app.report.promotion_parts import Promotion
from ladder_app.report.summary_parts import Bar, Fact, GapLine, LevelName, Mention, ScaleStep, TalkingPoint
from ladder_app.report.talk_parts import Comments, Talk
from ladder_app.report.verdict import VerdictSentence


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
class SourceLine:
    """Where the role comes from and under which licence; `link` may be opened."""

    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Signatures:
    """The last page: who signs, and what signing means."""

    statement: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Everything a document about one person, one level and one rater's ratings says.

    `kicker` is the small line over the name (`Career conversation · 2026 H2 · 23 November 2026`),
    `what` its first words alone, `footer` the line at the foot of every page, `day` the date as a
    value (for the document's own records), `rated_by` says whose ratings these are. `gauge_caption`
    says what the percentage is (`shown so far`) and `gauge_note` up to what it may rise; the note is
    empty once all is rated. `bars` are the sections of the level,
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
    what: str
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
    talk: Talk | None = None
    history: History | None = None
    left_out: str = ""
    promotion: Promotion | None = None

    @property
    def is_short(self) -> bool:
        """Whether it is for the room, where only what is talked about counts."""
        return self.preset is Preset.CONVERSATION
