"""What the Plan page lists, row by row. No Qt."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.entries import Action, ActionStatus
from ladder_app.domain.plan import Idle, InFocus, Plan, Planned, Waiting
from ladder_app.domain.role import Criterion
from ladder_app.gui.remark import Remark
from ladder_app.markup import isolated, plain
from ladder_app.report.plan_words import due_words, effect, particulars, serves_words, waiting_words, why_words
from ladder_app.report.sentences import steps_to_bar
from ladder_app.report.words import capitalised, number, points

_FIRST_WAITING = 5
_MOST_GAPS_NAMED = 3


class Part(Enum):
    """The parts of the list, in their order, by the name that people read."""

    FOCUS = "In focus"
    WAITING = "Gaps without an action"
    LATER = "Later"
    IDLE = "For no gap"
    ENDED = "Done and dropped"


@dataclass(frozen=True, slots=True)
class PartRow:
    """The heading of a part; `is_open` is None for one that is always open."""

    part: Part
    note: str
    is_open: bool | None = None

    @property
    def key(self) -> str:
        return f"part {self.part.name}"

    @property
    def text(self) -> str:
        return self.part.value


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action: its text, the gaps it is for, its particulars, why it is here, and what it comes to."""

    action: Action
    text: str
    about: str
    small: tuple[Remark, ...]
    why: str = ""
    effect: str = ""
    first: bool = False
    last: bool = False

    @property
    def key(self) -> str:
        return f"action {self.action.id}"


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap without an action; `offers` is false where time alone closes it."""

    criterion_id: str
    text: str
    small: tuple[Remark, ...]
    offers: bool
    first: bool = False
    last: bool = False

    @property
    def key(self) -> str:
        return f"gap {self.criterion_id}"


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Shows the rest of a part."""

    part: Part
    text: str
    first: bool = False
    last: bool = True

    @property
    def key(self) -> str:
        return f"more {self.part.name}"


Row = PartRow | ActionRow | GapRow | MoreRow
_Body = ActionRow | GapRow


def plan_rows(plan: Plan, assessment: Assessment, today: date, unfolded: Collection[Part]) -> tuple[Row, ...]:
    """Every row of the page; of a folded part the heading, or its first few."""
    return tuple(RowWriter(plan, assessment, today).rows(unfolded))


@dataclass(frozen=True)
class RowWriter:
    """Writes the rows of a plan as it stands on a day."""

    plan: Plan
    assessment: Assessment
    today: date

    def rows(self, unfolded: Collection[Part]) -> Iterator[Row]:
        plan = self.plan
        if plan.focus:
            waits = plan.open_actions > len(plan.focus)
            note = f"{number(len(plan.focus))} of {number(plan.open_actions)} open actions" if waits else ""
            yield from _part(PartRow(Part.FOCUS, note), [self._in_focus(item) for item in plan.focus])
        if plan.waiting:
            yield from self._waiting(is_open=Part.WAITING in unfolded)
        if plan.later:
            note = number(len(plan.later))
            yield from _part(PartRow(Part.LATER, note), [self._planned(item) for item in plan.later])
        if plan.idle:
            note = number(len(plan.idle))
            yield from _part(PartRow(Part.IDLE, note), [self._idle(item) for item in plan.idle])
        ended = (*plan.done, *plan.dropped)
        if ended:
            is_open = Part.ENDED in unfolded
            head = PartRow(Part.ENDED, number(len(ended)), is_open)
            yield from _part(head, [self._ended(action) for action in ended] if is_open else [])

    def _waiting(self, *, is_open: bool) -> Iterator[Row]:
        waiting = self.plan.waiting
        # A row in place of a single other one would save nothing.
        shown = len(waiting) if is_open or len(waiting) <= _FIRST_WAITING + 1 else _FIRST_WAITING
        rows: list[_Body] = [self._gap(item) for item in waiting[:shown]]
        yield PartRow(Part.WAITING, number(len(waiting)))
        if shown == len(waiting):
            yield from _framed(rows)
        else:
            yield from _framed(rows, more=True)
            yield MoreRow(Part.WAITING, f"Show all {len(waiting)} gaps")

    def _in_focus(self, item: InFocus) -> ActionRow:
        row = self._planned(item.planned)
        return ActionRow(row.action, row.text, row.about, row.small, why_words(item, self.today), row.effect)

    def _planned(self, item: Planned) -> ActionRow:
        now = self.plan.readiness.figures.shown
        return ActionRow(
            item.action,
            plain(item.action.text),
            _for(plain(gap.criterion.text) for gap in item.gaps),
            self._small(item.action, overdue=item.overdue),
            effect=effect(now, now + item.adds_points),
        )

    def _idle(self, item: Idle) -> ActionRow:
        small = (*self._small(item.action, overdue=item.overdue), Remark(serves_words(item.serves, self.plan)))
        return ActionRow(item.action, plain(item.action.text), self._about(item.action), small)

    def _ended(self, action: Action) -> ActionRow:
        return ActionRow(action, plain(action.text), self._about(action), self._small(action, overdue=False))

    def _about(self, action: Action) -> str:
        return _for(plain(self._criteria[name].text) for name in action.criteria)

    @cached_property
    def _criteria(self) -> dict[str, Criterion]:
        known = {criterion.id: criterion for criterion in self.assessment.retired}
        known.update((criterion.id, criterion) for _, _, criterion in self.assessment.role.criteria())
        return known

    def _small(self, action: Action, *, overdue: bool) -> tuple[Remark, ...]:
        due = capitalised(due_words(action, self.today))
        tone = "warn" if overdue else "good" if action.status is ActionStatus.DONE else "muted"
        return (Remark(due, tone), *(Remark(words) for words in particulars(action)))

    def _gap(self, item: Waiting) -> GapRow:
        gap = item.gap
        scale = self.plan.readiness.level.role.scale
        return GapRow(
            gap.standing.id,
            plain(gap.criterion.text),
            (
                Remark(capitalised(steps_to_bar(gap.standing.steps_to_go, scale))),
                Remark(points(gap.adds_points)),
                Remark(waiting_words(item), "muted" if item.met_on else "warn"),
            ),
            offers=item.met_on is None,
        )


def spoken(row: Row) -> str:
    """A row for those who do not see it."""
    match row:
        case PartRow():
            state = "" if row.is_open is None else ", open" if row.is_open else ", folded"
            return f"{row.text}, {row.note}{state}" if row.note else f"{row.text}{state}"
        case MoreRow():
            return row.text
        case GapRow():
            return ", ".join([f"Gap: {isolated(row.text)}", *(piece.text for piece in row.small)])
    parts = [f"Action: {isolated(row.text)}", row.about, *(piece.text for piece in row.small), row.why, row.effect]
    return ", ".join(part for part in parts if part)


def _for(texts: Iterable[str]) -> str:
    found = [isolated(text.rstrip(".")) for text in texts]
    if not found:
        return ""
    named = "; ".join(found[:_MOST_GAPS_NAMED])
    more = len(found) - _MOST_GAPS_NAMED
    return f"For: {named}" + (f"; and {number(more)} more" if more > 0 else "")


def _part(head: PartRow, rows: Iterable[_Body]) -> Iterator[Row]:
    yield head
    yield from _framed(list(rows))


def _framed(rows: list[_Body], *, more: bool = False) -> Iterator[Row]:
    """The rows with the first and the last marked as such."""
    for place, row in enumerate(rows):
        yield replace(row, first=place == 0, last=place == len(rows) - 1 and not more)
