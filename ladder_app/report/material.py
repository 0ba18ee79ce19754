"""What a report is made from: the readiness of a level, and the cycle's texts sorted by criterion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.domain.entries import Action, ActionStatus, Evidence, Rating
from ladder_app.domain.raters import AGREED, SELF, ratings_by
from ladder_app.domain.readiness import Readiness, Standing
from ladder_app.domain.role import Criterion, Role
from ladder_app.domain.scale import Scale
from ladder_app.domain.years import YearsSuggestion, suggest_from_years
from ladder_app.markup import Spans, linked, safe_link, shown
from ladder_app.report.evidence_words import outcome_words
from ladder_app.report.item_parts import ActionEntry, EvidenceEntry
from ladder_app.report.plan_words import particulars
from ladder_app.report.words import day

_STATUS_ORDER = (ActionStatus.OPEN, ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass(frozen=True)
class Material:
    """One assessment, looked at on one day through one rater's ratings of one level."""

    assessment: Assessment
    readiness: Readiness
    today: date
    with_evidence: bool
    with_notes: bool
    with_inherited: bool = True

    @property
    def role(self) -> Role:
        return self.assessment.role

    @property
    def scale(self) -> Scale:
        return self.assessment.role.scale

    @property
    def cycle(self) -> Cycle:
        return self.assessment.cycle

    @property
    def person(self) -> str:
        return shown(self.assessment.person.name)

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """Every criterion that the assessment can speak of, by id."""
        known = {criterion.id: criterion for criterion in self.assessment.retired}
        known.update((criterion.id, criterion) for _, _, criterion in self.role.criteria())
        return known

    @cached_property
    def evidence(self) -> dict[str, list[Evidence]]:
        """The evidence by criterion, newest first."""
        found: dict[str, list[Evidence]] = {}
        for item in sorted(self.cycle.evidence, key=lambda item: item.date, reverse=True):
            for name in dict.fromkeys(item.criteria):
                found.setdefault(name, []).append(item)
        return found

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The open actions by due date, those without one last; then the done and the dropped."""
        return tuple(sorted(self.cycle.actions, key=_action_order))

    @cached_property
    def actions_by_criterion(self) -> dict[str, list[Action]]:
        found: dict[str, list[Action]] = {}
        for action in self.actions:
            for name in dict.fromkeys(action.criteria):
                found.setdefault(name, []).append(action)
        return found

    @cached_property
    def views(self) -> tuple[tuple[str, Mapping[str, Rating], Mapping[str, str]], ...]:
        """The others' ratings and comments: those of everybody but the rater, each under a name."""
        views: list[tuple[str, Mapping[str, Rating], Mapping[str, str]]] = []
        if self.readiness.rater not in (SELF, AGREED):
            views.append((self.person, self.cycle.ratings, {}))
        views += [
            (shown(review.reviewer), review.ratings, review.comments)
            for review in self.cycle.reviews
            if review.reviewer != self.readiness.rater
        ]
        return tuple(views)

    @cached_property
    def ratings(self) -> Mapping[str, Rating]:
        """The rater's own ratings, of every level."""
        return ratings_by(self.cycle, self.readiness.rater)

    @cached_property
    def left_out(self) -> tuple[Standing, ...]:
        """The criteria that count and are not listed: those of other levels, where they are not wanted."""
        return tuple(item for item in self.readiness.standings if not self.lists(item))

    def lists(self, standing: Standing) -> bool:
        """Whether a criterion is among those that are listed."""
        return self.with_inherited or not standing.criterion.inherited

    def role_text(self, text: str) -> Spans:
        """A text of the role, its links absolute."""
        return linked(text, self.role.link)

    def own_text(self, text: str) -> Spans:
        """A text that somebody wrote into the assessment."""
        return linked(text, str)

    def years(self, standing: Standing) -> YearsSuggestion | None:
        """What the profile says about a criterion that asks for years."""
        return suggest_from_years(standing.criterion.criterion, self.assessment.person, self.scale, self.today)

    def evidence_entry(self, item: Evidence) -> EvidenceEntry:
        source = shown(item.link).strip() if item.link else ""
        outcome = self.own_text(outcome_words(item))
        return EvidenceEntry(day(item.date), self.own_text(item.text), source or None, safe_link(source), outcome)

    def action_entry(self, action: Action, *, about: bool) -> ActionEntry:
        overdue = self.is_overdue(action)
        details = []
        if action.done_on is not None:
            details.append(f"done on {day(action.done_on)}")
        elif action.due is not None:
            details.append(f"{'was due' if overdue else 'due'} {day(action.due)}")
        details.extend(particulars(action))
        return ActionEntry(
            text=self.own_text(action.text),
            details=" · ".join(details),
            status="overdue" if overdue else action.status.value,
            about=tuple(self.role_text(self.criteria[name].text) for name in action.criteria) if about else (),
        )

    def is_overdue(self, action: Action) -> bool:
        return action.is_overdue(self.today)


def _action_order(action: Action) -> tuple[int, date]:
    return _STATUS_ORDER.index(action.status), action.due or date.max
