"""A cycle: one round of assessment, with all that belongs to it."""

from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import model_validator

from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.values import Day, Fault, Flag, Frozen, Number, Text, refuse


class ProjectRow(Frozen):
    """A project of a period, and whether it was done on time and within budget."""

    name: Text
    on_time: Flag
    within_budget: Flag


class SurveyAnswer(Frozen):
    """The score somebody gave in a survey, to one of its questions where there are several."""

    by: Text
    question: str | None = None
    score: Number


class IndicatorValue(Frozen):
    """A value of one of the role's performance indicators for a period: said as it is, or the rows it follows from."""

    indicator: str
    period: Text
    value: Text | None = None
    note: str | None = None
    projects: tuple[ProjectRow, ...] = ()
    answers: tuple[SurveyAnswer, ...] = ()

    @model_validator(mode="after")
    def _is_one_of_the_three(self) -> Self:
        if sum(map(bool, (self.value, self.projects, self.answers))) != 1:
            refuse([Fault((), "An indicator has a value, or projects, or answers, one of the three.")])
        return self


class Review(Frozen):
    """Somebody else's view of a cycle, usually the manager's."""

    reviewer: Text
    date: Day
    ratings: Mapping[str, Rating] = {}
    comments: Mapping[str, str] = {}
    overall: str | None = None


class Agreed(Frozen):
    """What was agreed about one criterion in the conversation."""

    rating: Rating | None = None
    text: str | None = None


class Conversation(Frozen):
    """The talk about a cycle: when it was held, what came of it, and on which day each criterion was talked about."""

    held: Day | None = None
    summary: str | None = None
    discussed: Mapping[str, Day] = {}


class PromotionCase(Frozen):
    """What the person says for their next grade in words of their own: in short, and why."""

    summary: str | None = None
    justification: str | None = None


class Cycle(Frozen):
    """One round of assessment, such as “2026 H2”; `notes` are the person's own, by criterion."""

    name: Text
    opened: Day
    closed: Day | None = None
    ratings: Mapping[str, Rating] = {}
    notes: Mapping[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[IndicatorValue, ...] = ()
    reviews: tuple[Review, ...] = ()
    agreed: Mapping[str, Agreed] = {}
    conversation: Conversation = Conversation.model_construct()
    promotion: PromotionCase = PromotionCase.model_construct()

    def evidence_for(self, criterion_id: str) -> tuple[Evidence, ...]:
        """The evidence that supports a criterion, newest first."""
        found = [item for item in self.evidence if criterion_id in item.criteria]
        return tuple(sorted(found, key=lambda item: item.date, reverse=True))

    def actions_for(self, criterion_id: str) -> tuple[Action, ...]:
        """The actions about a criterion, in the order they were made."""
        return tuple(action for action in self.actions if criterion_id in action.criteria)

    def newest_evidence(self) -> dict[str, date]:
        """The day of the newest evidence for each criterion that has any."""
        found: dict[str, date] = {}
        for item in self.evidence:
            for name in item.criteria:
                found[name] = max(found.get(name, item.date), item.date)
        return found

    def evidenced(self) -> frozenset[str]:
        """The ids of all criteria that some evidence supports."""
        return frozenset(criterion_id for item in self.evidence for criterion_id in item.criteria)


def cycle_name(day: date) -> str:
    """The half-year a day falls in: `2026 H2`."""
    return f"{day.year} H{1 if day.month <= 6 else 2}"
