"""What of an assessment goes to others inside a document."""

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import PromotionCase


def shared(assessment: Assessment, *, with_notes: bool = False, with_promotion: bool = False) -> Assessment:
    """The assessment without the person's private notes and records of hiring steps, unless they are asked for.

    The words of their promotion case go along with the notes, or when they alone are asked for.
    """
    left_out: dict[str, object] = {} if with_notes else {"notes": {}}
    if not (with_notes or with_promotion):
        left_out["promotion"] = PromotionCase()
    if assessment.hiring and not with_notes:
        assessment = assessment.model_copy(update={"hiring": ()})
    if all(getattr(cycle, name) == nothing for cycle in assessment.cycles for name, nothing in left_out.items()):
        return assessment
    cycles = tuple(cycle.model_copy(update=left_out) for cycle in assessment.cycles)
    return assessment.model_copy(update={"cycles": cycles})
