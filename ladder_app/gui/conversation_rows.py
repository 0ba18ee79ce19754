"""The rows of the Conversation page: what each tab lists, and what each row says. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ladder_app.charts.dumbbell import Views
from ladder_app.domain.comparison import Compared, Comparison, Outcome
from ladder_app.markup import plain
from ladder_app.report.conversation_words import agreed_words, point_remark, spoken, view_remark
from ladder_app.report.sentences import SEPARATOR

if TYPE_CHECKING:
    from ladder_app.domain.agenda import Agenda, Point
    from ladder_app.domain.cycle import Cycle
    from ladder_app.domain.scale import Scale


class Tab(Enum):
    """What the page lists, or that it is about the whole."""

    DIFFERENCES = "Differences"
    SAME = "Seen the same"
    NOT_REVIEWED = "Not reviewed"
    AGENDA = "Agenda"
    WHOLE = "The whole"


@dataclass(frozen=True, slots=True)
class TalkRow:
    """What one row says: the criterion, both views of it, and what is agreed.

    `is_recorded` tells an agreed rating that somebody recorded from one that counts because all say so;
    `ticked` is None where rows have no tick.
    """

    id: str
    text: str
    remark: str
    views: Views
    agreed: str
    is_agreed: bool
    is_recorded: bool
    spoken: str
    ticked: bool | None = None


def listed(tab: Tab, comparison: Comparison, agenda: Agenda) -> list[str]:
    """The ids of the criteria that a tab lists, in its order."""
    if tab is Tab.AGENDA:
        return [point.criterion.id for point in agenda.points]
    found: tuple[Compared, ...] = ()
    if tab is Tab.DIFFERENCES:
        found = comparison.apart
    elif tab is Tab.SAME:
        found = comparison.of(Outcome.SAME)
    elif tab is Tab.NOT_REVIEWED:
        found = comparison.one_sided
    return [item.criterion.id for item in found]


def tab_words(tab: Tab, comparison: Comparison, agenda: Agenda) -> str:
    """A tab's name and how much there is in it; of the agenda, how much is still to be talked about."""
    if tab is Tab.WHOLE:
        return str(tab.value)
    count = len(agenda.open) if tab is Tab.AGENDA else len(listed(tab, comparison, agenda))
    return f"{tab.value} {count}"


@dataclass(frozen=True)
class TalkWriter:
    """Writes rows from a state of the assessment."""

    comparison: Comparison
    agenda: Agenda
    cycle: Cycle
    scale: Scale
    person: str
    with_ticks: bool

    def rows(self, ids: list[str]) -> list[TalkRow]:
        """The rows of these criteria."""
        items = {item.criterion.id: item for item in self.comparison.criteria}
        points = {point.criterion.id: point for point in self.agenda.points} if self.with_ticks else {}
        return [self._row(items[name], points.get(name)) for name in ids]

    def _row(self, item: Compared, point: Point | None) -> TalkRow:
        reviewer = self.comparison.reviewer
        text = plain(item.criterion.text)
        remark = view_remark(item, self.person, reviewer)
        if point is not None:
            commented = remark if item.comment and item.theirs is None else ""
            remark = SEPARATOR.join(filter(None, [point_remark(point), commented]))
        own, theirs = (rating.step if rating is not None else None for rating in (item.own, item.theirs))
        agreed = agreed_words(self.scale, item.agreed)
        views = [(self.person, item.own), (reviewer, item.theirs)] if reviewer else [(self.person, item.own)]
        recorded = self.cycle.agreed.get(item.criterion.id)
        return TalkRow(
            id=item.criterion.id,
            text=text,
            remark=remark,
            views=Views(own, theirs, self.scale.meets, self.scale.highest),
            agreed=agreed,
            is_agreed=item.agreed is not None,
            is_recorded=recorded is not None and recorded.rating is not None,
            spoken=", ".join(filter(None, [spoken(text, views, agreed, self.scale), remark])),
            ticked=None if not self.with_ticks or point is None else not point.is_open,
        )
