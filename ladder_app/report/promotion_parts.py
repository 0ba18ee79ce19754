"""The parts of a promotion case: the person's own words, and nothing that they did not write."""

from dataclasses import dataclass

from ladder_app.markup import Spans
from ladder_app.report.item_parts import EvidenceEntry


@dataclass(frozen=True, slots=True)
class CaseCriterion:
    """A criterion with the evidence for it, newest first; of what an earlier one tells only the days, in `again`."""

    criterion_id: str
    text: Spans
    rating: str
    note: Spans
    evidence: tuple[EvidenceEntry, ...]
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Criteria under a heading such as `Responsibilities – new at grade 9`."""

    heading: str
    criteria: tuple[CaseCriterion, ...]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A figure that moved: of what, from, to, and the day of the evidence that says so."""

    of: Spans
    before: str
    after: str
    date: str


@dataclass(frozen=True, slots=True)
class Promotion:
    """A case for the next grade. `counts` says how much is met and evidenced, `missing` how much has no evidence."""

    summary: Spans
    counts: str
    groups: tuple[CaseGroup, ...]
    missing: str
    results: tuple[CaseResult, ...]
    justification: Spans

    @property
    def pieces(self) -> int:
        """How many pieces of evidence it tells."""
        return sum(len(criterion.evidence) for group in self.groups for criterion in group.criteria)
