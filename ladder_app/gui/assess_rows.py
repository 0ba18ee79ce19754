"""The rows of the Assess page: which criteria, under which heading, and what each row says. No Qt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from ladder_app.domain.cycle import Cycle
from ladder_app.domain.effective import EffectiveLevel
from ladder_app.domain.entries import Action, ActionStatus
from ladder_app.domain.journal import stale
from ladder_app.domain.readiness import Readiness, SectionKind, Standing, section_kind
from ladder_app.gui.remark import Remark
from ladder_app.markup import isolated, plain
from ladder_app.report.sentences import level_name, section_heading, step_name, steps_to_bar
from ladder_app.report.words import day_near


class RowFilter(Enum):
    """Which criteria the Assess page lists."""

    ALL = "All"
    UNRATED = "Unrated"
    GAPS = "Gaps"
    NO_EVIDENCE = "No evidence"
    OLD_EVIDENCE = "Old evidence"
    """Met, and nothing that supports it is newer than a year."""
    CARRIED = "Carried"
    CHECK_AGAIN = "Check again"

    @property
    def is_passing(self) -> bool:
        """Whether it is offered only as long as there is something that it lists."""
        return self in (RowFilter.OLD_EVIDENCE, RowFilter.CARRIED, RowFilter.CHECK_AGAIN)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section: its name and how much of it is rated."""

    kind: SectionKind
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """What one row says about its criterion."""

    standing: Standing
    text: str
    remarks: tuple[Remark, ...]
    longest_remarks: str
    """What the remarks would be, at their longest, after another rating: rows are made high enough for it."""
    evidence: str
    first: bool
    last: bool

    @property
    def id(self) -> str:
        return self.standing.id

    @property
    def step(self) -> int | None:
        """The step the person gave, whatever the evidence policy makes of it."""
        return self.standing.rating.step if self.standing.rating else None

    @property
    def not_applicable(self) -> bool:
        return self.standing.rating is not None and not self.standing.rating.applies


def matching(readiness: Readiness, cycle: Cycle, today: date, chosen: RowFilter) -> frozenset[str]:
    """The ids of the criteria that a filter lists."""
    if chosen is RowFilter.UNRATED:
        return frozenset(s.id for s in readiness.unrated)
    if chosen is RowFilter.GAPS:
        return frozenset(gap.standing.id for gap in readiness.gaps)
    if chosen is RowFilter.NO_EVIDENCE:
        return frozenset(s.id for s in readiness.no_evidence)
    if chosen is RowFilter.OLD_EVIDENCE:
        return frozenset(s.id for s in stale(readiness, cycle, today))
    if chosen is RowFilter.CARRIED:
        return frozenset(s.id for s in readiness.standings if s.rating is not None and s.rating.carried)
    if chosen is RowFilter.CHECK_AGAIN:
        return frozenset(s.id for s in readiness.standings if s.rating is not None and s.rating.check_again)
    return frozenset(readiness.by_id)


def found(cycle: Cycle, level: EffectiveLevel, search: str) -> frozenset[str]:
    """The ids of the criteria in whose text, evidence, notes or actions every word of the search stands."""
    words = search.casefold().split()
    if not words:
        return frozenset(level.by_id)
    texts = {criterion.id: [plain(criterion.text)] for criterion in level.criteria}
    for item in cycle.evidence:
        for name in item.criteria:
            texts.get(name, []).extend((item.text, item.link or ""))
    for action in cycle.actions:
        for name in action.criteria:
            texts.get(name, []).extend((action.text, action.done_when or ""))
    for name, note in cycle.notes.items():
        texts.get(name, []).append(note)
    joined = ((name, "\n".join(parts).casefold()) for name, parts in texts.items())
    return frozenset(name for name, text in joined if all(word in text for word in words))


def sections(level: EffectiveLevel, wanted: Iterable[str]) -> Iterator[tuple[SectionKind, list[str]]]:
    """The wanted criteria by section, in the order in which they are shown; empty sections are left out."""
    chosen = frozenset(wanted)
    grouped: dict[SectionKind, list[str]] = {kind: [] for kind in SectionKind}
    for criterion in level.criteria:
        if criterion.id in chosen:
            grouped[section_kind(criterion)].append(criterion.id)
    for kind, ids in grouped.items():
        if ids:
            yield kind, ids


@dataclass(frozen=True)
class RowWriter:
    """Writes rows from a state of the assessment; what all rows need is gathered once."""

    readiness: Readiness
    cycle: Cycle
    today: date

    @cached_property
    def _evidence_counts(self) -> Counter[str]:
        return Counter(name for item in self.cycle.evidence for name in item.criteria)

    @cached_property
    def _open_actions(self) -> dict[str, Action]:
        return {
            name: action
            for action in reversed(self.cycle.actions)
            if action.status is ActionStatus.OPEN
            for name in action.criteria
        }

    @cached_property
    def _rated_of(self) -> dict[SectionKind, tuple[int, int]]:
        counts = dict.fromkeys(SectionKind, (0, 0))
        for standing in self.readiness.standings:
            if standing.counts:
                kind = section_kind(standing.criterion)
                rated, required = counts[kind]
                counts[kind] = (rated + (standing.step is not None), required + 1)
        return counts

    def heading(self, kind: SectionKind) -> Heading:
        """A section's heading: `7 of 8 rated`."""
        return Heading(kind, section_heading(self.readiness.level, kind), self.count(kind))

    def count(self, kind: SectionKind) -> str:
        """How much of a section is rated."""
        rated, required = self._rated_of[kind]
        return f"{rated} of {required} rated"

    def row(self, criterion_id: str, *, first: bool, last: bool) -> CriterionRow:
        """What the row of a criterion says."""
        standing = self.readiness.by_id[criterion_id]
        evidence = self._evidence_counts[criterion_id]
        return CriterionRow(
            standing=standing,
            text=plain(standing.criterion.text),
            remarks=tuple(self._remarks(standing)),
            longest_remarks=self._longest(standing),
            evidence=f"Evidence {evidence}" if evidence else "",
            first=first,
            last=last,
        )

    def _longest(self, standing: Standing) -> str:
        scale = self.readiness.level.role.scale
        parts = ["A plus: never counts against you"] if standing.criterion.plus else []
        action = self._open_actions.get(standing.id)
        gap = f"Gap, {max((steps_to_bar(steps, scale) for steps in range(1, scale.meets + 1)), key=len)}"
        parts.append(f"{gap} · {self._promise(action)}" if action else gap)
        parts.extend(self._growth(standing))
        return " · ".join(parts)

    def _promise(self, action: Action) -> str:
        return f"action due {day_near(action.due, self.today)}" if action.due else "action, no date"

    def _growth(self, standing: Standing) -> Iterator[str]:
        scale = self.readiness.level.role.scale
        for refined in standing.criterion.refined[:1]:
            below = self.cycle.ratings.get(refined.criterion.id)
            there = f", {step_name(scale, below.step)} there" if below is not None and below.step is not None else ""
            yield f"grows from {isolated(level_name(refined.level))}{there}"

    def _remarks(self, standing: Standing) -> Iterator[Remark]:
        scale = self.readiness.level.role.scale
        rating = standing.rating
        if standing.criterion.plus:
            yield Remark("A plus: never counts against you")
        if rating is not None and not rating.applies:
            if rating.not_applicable:
                yield Remark(f"Not applicable: {isolated(rating.not_applicable)}")
            else:
                yield Remark("Not applicable, no reason yet", "warn")
        if standing.is_gap:
            yield Remark(f"Gap, {steps_to_bar(standing.steps_to_go, scale)}", "warn")
            action = self._open_actions.get(standing.id)
            if action is not None:
                yield Remark(self._promise(action))
        if standing.without_evidence:
            yield Remark("no evidence yet")
        if rating is not None and rating.carried:
            yield Remark("↺ carried", "accent")
        if rating is not None and rating.check_again:
            yield Remark("check again", "warn")
        for words in self._growth(standing):
            yield Remark(words)
