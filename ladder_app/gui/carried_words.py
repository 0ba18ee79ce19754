"""What a PDF that carries its data has inside, said plainly before it is given away."""

from collections.abc import Iterator

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Cycle
from ladder_app.report.words import counted, series

NOT_CARRIED = "It can be read and printed, but Ladder cannot open it."


def carried_words(assessment: Assessment, *, with_evidence: bool, with_notes: bool) -> str:
    """What of an assessment is inside: `Inside: the role, the profile, 24 ratings and 1 review. No private notes.`"""
    said = f"Inside: {series(['the role', 'the profile', *_counts(assessment.cycles)])}"
    if len(assessment.cycles) > 1:
        said += f", from {counted(len(assessment.cycles), 'cycle', 'cycles')}"
    said += f". {'Your private notes too.' if with_notes else 'No private notes.'}"
    if not with_evidence and any(cycle.evidence for cycle in assessment.cycles):
        said += " The evidence is inside, too, though not on the pages."
    return said


def _counts(cycles: tuple[Cycle, ...]) -> Iterator[str]:
    kinds = (
        ("rating", "ratings", sum(len(cycle.ratings) for cycle in cycles)),
        ("piece of evidence", "pieces of evidence", sum(len(cycle.evidence) for cycle in cycles)),
        ("action", "actions", sum(len(cycle.actions) for cycle in cycles)),
        ("indicator value", "indicator values", sum(len(cycle.indicators) for cycle in cycles)),
        ("review", "reviews", sum(len(cycle.reviews) for cycle in cycles)),
        ("agreed rating", "agreed ratings", sum(len(cycle.agreed) for cycle in cycles)),
    )
    for one, many, count in kinds:
        if count:
            yield counted(count, one, many)
