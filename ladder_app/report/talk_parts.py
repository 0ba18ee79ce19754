"""The parts of a report that are about the conversation: what to talk about, both views, what was agreed, the plan."""

from dataclasses import dataclass

from ladder_app.markup import Spans
from ladder_app.report.item_parts import ActionEntry
from ladder_app.report.summary_parts import Bar, Mention


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A criterion to talk about: its place from 1, why (`seen differently · no evidence`), and when that was done."""

    rank: int
    criterion_id: str
    text: Spans
    remark: str
    discussed: str


@dataclass(frozen=True, slots=True)
class View:
    """What one of them says of a criterion: a rating in words, and a text that may be empty."""

    who: str
    rating: str
    text: Spans


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A criterion seen differently: `remark` reads like `two steps apart`; the person's view comes first."""

    criterion_id: str
    text: Spans
    remark: str
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """What a reviewer says about the whole, with the day of the review."""

    reviewer: str
    date: str
    text: Spans


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """What was agreed about a criterion: the rating in words, or nothing, and the text."""

    criterion_id: str
    text: Spans
    rating: str
    agreed: Spans


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An action with why it is in focus, or what it is about if that is no gap; empty for one that comes later."""

    action: ActionEntry
    why: str


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The plan: what is in focus, what comes later and what is for no gap, what it comes to, what is missing.

    Each `…_more` says in words how much of a list was left out; it is empty where nothing was.
    """

    effect: str
    now: float
    then: float
    focus: tuple[PlanLine, ...]
    later: tuple[PlanLine, ...]
    later_more: str
    idle: tuple[PlanLine, ...]
    idle_more: str
    waiting: tuple[Mention, ...]
    waiting_more: str
    nothing: str


@dataclass(frozen=True, slots=True)
class Talk:
    """All about the conversation.

    `views` are the readiness of each view. `agenda` is open and done points in order, `agenda_more` what
    was left out of it in words, or why there is nothing on it. `sides` are all that is seen differently, the
    largest difference first, and `sides_note` says how many in a sentence. `same` are the criteria on which all
    agree. `overall` is what reviewers say about the whole, `remarks` what they say about criteria that are not among
    the `sides`, and `remarks_more` what was left out of that. `agreed_note` says what counts as agreed without
    having been recorded.
    """

    views: tuple[Bar, ...]
    agenda: tuple[AgendaLine, ...]
    agenda_more: str
    sides: tuple[SideBySide, ...]
    sides_note: str
    same: tuple[Mention, ...]
    overall: tuple[Comments, ...]
    remarks: tuple[SideBySide, ...]
    remarks_more: str
    agreed: tuple[AgreedLine, ...]
    agreed_note: str
    held: str
    summary: Spans
    plan: PlanPart
